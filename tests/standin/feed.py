"""Everything of one kind that has happened, and a way to wait for the next."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Feed(Generic[T]):
    """An append-only list whose readers can wait for an item, so that no test sleeps."""

    def __init__(self) -> None:
        self.items: list[T] = []
        self._waiting: list[tuple[Callable[[T], bool], asyncio.Future[T]]] = []

    def publish(self, item: T) -> None:
        """Append an item and wake whoever waits for it."""
        self.items.append(item)
        if not self._waiting:
            return
        still: list[tuple[Callable[[T], bool], asyncio.Future[T]]] = []
        for predicate, future in self._waiting:
            if future.done():
                continue
            try:
                matches = predicate(item)
            except Exception as error:  # noqa: BLE001 - it belongs to the test that gave the predicate
                future.set_exception(error)
                continue
            if matches:
                future.set_result(item)
            else:
                still.append((predicate, future))
        self._waiting = still

    async def first(self, predicate: Callable[[T], bool], *, timeout_seconds: float, after: int = 0) -> T:
        """Return the first item that matches, of `items[after:]` or of what comes.

        Raises:
            TimeoutError: nothing matched in time.
        """
        for item in self.items[after:]:
            if predicate(item):
                return item
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((predicate, future))
        async with asyncio.timeout(timeout_seconds):
            return await future
