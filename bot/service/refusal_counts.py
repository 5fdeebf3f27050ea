"""How often requests are refused, and on record where a server's own rules do: the answer never waits for it."""

import asyncio
from datetime import UTC, datetime

import structlog

from bot.domain.errors import ClosedHere, EaselError, Muted, OptionNotOffered, WordRefused
from bot.meters import Meters
from bot.store.errors import StoreError
from bot.store.server.refusals import Refusals

log = structlog.get_logger(__name__)


class RefusalCounts:
    """Counts the requests that came to nothing before there was a job."""

    def __init__(self, refusals: Refusals, *, meters: Meters) -> None:
        self._refusals = refusals
        self._meters = meters
        self._open: set[asyncio.Task[None]] = set()

    def count(self, error: EaselError, *, guild_id: int | None) -> None:
        """Count a refusal: in the metrics, and on record where it is by a server's own rules.

        It gives back at once, and what fails is logged.
        """
        self._meters.refused(type(error).__name__)
        if guild_id is None or not _is_by_server(error):
            return
        task = asyncio.create_task(self._add(guild_id, type(error).__name__))
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def settle(self) -> None:
        """Wait until all that was counted is on record."""
        while self._open:
            await asyncio.wait(set(self._open))

    async def _add(self, guild_id: int, reason: str) -> None:
        try:
            await self._refusals.add(guild_id, reason, now=datetime.now(UTC))
        except StoreError as error:
            log.warning("refusal_not_counted", kind=reason, cause=error.__cause__)


def _is_by_server(error: EaselError) -> bool:
    return isinstance(error, ClosedHere | Muted | WordRefused) or (
        isinstance(error, OptionNotOffered) and error.of_server
    )
