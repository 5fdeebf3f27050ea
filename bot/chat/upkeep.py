"""What is done for galleries by the clock: at the start, and again and again until the stop."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime

import discord
import structlog

from bot.chat.announce import Announcer
from bot.chat.showroom import Showroom
from bot.store.errors import StoreError

SWEEP_SECONDS = 30.0

log = structlog.get_logger(__name__)


class Upkeep:
    """Runs beside the bot, on its loop."""

    def __init__(self, showroom: Showroom, announcer: Announcer) -> None:
        self._showroom = showroom
        self._announcer = announcer
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, client: discord.Client) -> None:
        """Begin, with what an earlier process has left."""
        self._spawn(self._each(SWEEP_SECONDS, self._showroom.sweep))
        self._spawn(self._announce(client))

    async def stop(self) -> None:
        """End."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        self._tasks.clear()

    async def _announce(self, client: discord.Client) -> None:
        # Not before: which threads there are is told when the connection is made.
        await client.wait_until_ready()
        await self._each(SWEEP_SECONDS, lambda: self._announcer.announce(datetime.now(UTC)))

    async def _each(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await work()
            except StoreError as error:
                log.warning("store_unavailable", cause=repr(error.__cause__))
            except Exception:
                log.exception("gallery_upkeep_failed")
            await asyncio.sleep(seconds)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        # In a context of its own: it is no part of whatever the bot was doing when it started.
        self._tasks.append(contextvars.Context().run(asyncio.create_task, work))
