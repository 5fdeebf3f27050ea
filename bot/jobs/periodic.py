"""Work that is done again and again on the bot's loop, until the stop."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from bot.store.errors import StoreError

Work = Callable[[], Awaitable[float | None]]

log = structlog.get_logger(__name__)


class PeriodicTasks:
    """Runs some pieces of work beside the bot; one that fails is logged, and done again when its time comes."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, seconds: float, work: Work, *, when: Callable[[], Awaitable[None]] | None = None) -> None:
        """Do some work now, and so many seconds after each time that it ended; with `when`, from then on.

        Work that gives a number of seconds is done again after those.
        """
        # In a context of its own: it is no part of whatever the bot was doing when it started.
        self._tasks.append(contextvars.Context().run(asyncio.create_task, _each(seconds, work, when)))

    async def stop(self) -> None:
        """End, also what is under way."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        self._tasks.clear()


async def _each(seconds: float, work: Work, when: Callable[[], Awaitable[None]] | None) -> None:
    if when is not None:
        await when()
    while True:
        pause_seconds = seconds
        try:
            asked_seconds = await work()
            if asked_seconds is not None:
                pause_seconds = asked_seconds
        except StoreError as error:
            log.warning("store_unavailable", cause=error.__cause__)
        except Exception:
            log.exception("background_task_failed")
        await asyncio.sleep(pause_seconds)
