"""A semaphore that counts bytes, so that no rush of requests fills the memory."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class ByteSemaphore:
    """So many bytes, acquired in the order of asking; who wants more than there are gets all of them."""

    def __init__(self, size_bytes: int) -> None:
        self._size_bytes = size_bytes
        self._free_bytes = size_bytes
        self._waiters: deque[tuple[int, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def acquire(self, wanted_bytes: int) -> AsyncIterator[None]:
        """Wait until `wanted_bytes` are free, and hold them for as long as the block lasts."""
        held_bytes = min(wanted_bytes, self._size_bytes)
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append((held_bytes, waiter))
        self._wake_next()
        try:
            await waiter
            yield
        finally:
            if waiter.done() and not waiter.cancelled():
                self._free_bytes += held_bytes
            else:
                with suppress(ValueError):
                    self._waiters.remove((held_bytes, waiter))
            self._wake_next()

    def _wake_next(self) -> None:
        while self._waiters and self._waiters[0][0] <= self._free_bytes:
            held_bytes, waiter = self._waiters.popleft()
            if not waiter.done():
                self._free_bytes -= held_bytes
                waiter.set_result(None)
