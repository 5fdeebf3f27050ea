"""When a session may be started: paced over all processes."""

import asyncio
from datetime import UTC, datetime, timedelta

import discord
import structlog

from bot.domain.shards import GatewayLimits
from bot.store.sharding.session_starts import SessionStarts

_AHEAD_SECONDS = 1.0
"""So long before it may send IDENTIFY a shard connects, which takes a moment, and then waits for it."""
_LATE_SECONDS = 0.5

log = structlog.get_logger(__name__)


class IdentifyTooLate(Exception):
    """A shard was too late: another one may send IDENTIFY by the time that its own arrives."""


class IdentifyPacing:
    """The moments at which the shards of this process may send IDENTIFY."""

    def __init__(self, starts: SessionStarts) -> None:
        self._starts = starts
        self._reserved: dict[int, datetime] = {}

    async def approach(self, shard_id: int) -> None:
        """Reserve the moment for a shard, and wait until it is nearly there.

        Raises:
            SessionStartsSpent: no more sessions may be started today.
            StoreUnavailable: the database does not answer.
        """
        self._reserved[shard_id] = await self._starts.reserve(shard_id, now=datetime.now(UTC))
        await _sleep_until(self._reserved[shard_id] - timedelta(seconds=_AHEAD_SECONDS))

    async def wait(self, shard_id: int) -> None:
        """Wait for the moment that was reserved.

        Raises:
            IdentifyTooLate: it is over.
        """
        identify_at = self._reserved.pop(shard_id)
        if datetime.now(UTC) > identify_at + timedelta(seconds=_LATE_SECONDS):
            raise IdentifyTooLate
        await _sleep_until(identify_at)


async def fetch_limits(client: discord.Client) -> GatewayLimits:
    """Ask Discord how many shards it recommends, and how many sessions may be started.

    Raises:
        discord.GatewayNotFound, aiohttp.ClientError, OSError: Discord does not tell.
        KeyError, TypeError, ValueError: what it tells cannot be read.
    """
    shards, _, limit = await client.http.get_bot_gateway()
    return GatewayLimits(
        shards=int(shards),
        total=int(limit["total"]),
        remaining=int(limit["remaining"]),
        resets_at=datetime.now(UTC) + timedelta(milliseconds=int(limit["reset_after"])),
        max_concurrency=max(1, int(limit["max_concurrency"])),
    )


async def _sleep_until(moment: datetime) -> None:
    await asyncio.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()))
