"""The shards of this process: how many the bot has, and the part of them that this process holds."""

import asyncio
from http import HTTPStatus
from math import inf
from typing import Literal

import aiohttp
import discord
import structlog
from discord.backoff import ExponentialBackoff

from bot.chat.sharding.connection import number_shards
from bot.chat.sharding.identify_pacing import IdentifyPacing, fetch_limits
from bot.chat.sharding.part import ShardPart
from bot.chat.sharding.shard import Report
from bot.domain.shards import GatewayLimits, ShardStatus
from bot.store.errors import StoreError
from bot.store.sharding.leases import ShardLeases
from bot.store.sharding.session_starts import SessionStarts

_NOT_TOLD = (discord.DiscordException, aiohttp.ClientError, OSError, StoreError, LookupError, TypeError, ValueError)
LOOK_SECONDS = 1.0
"""Between two looks at the leases while shards move: so often one process gives up one. Nothing is asked where
nobody else is there."""
_REST_SECONDS = 5.0
"""The same where all have their part: a process that comes, goes or gives up a shard tells the others by NOTIFY."""
_READY_SECONDS = 0.25
"""Between two looks at its own connections before all are there for the first time; the database is not asked."""
_ENOUGH = 2
"""With so many times fewer shards than Discord recommends, a number that others go by is left behind."""
_STARTS_LEFT = 2
"""A new number of shards takes so many starts of sessions; as many have to be left after it, or it waits a day."""

log = structlog.get_logger(__name__)


class ShardKeeper:
    """Holds this process's part of the shards. With `ids` they are those, and no others.

    When the bot needs another number of shards, all processes change to it while they run. Sessions of two numbers
    may be there at once (Discord's "Sharding"), so the old ones are heard until the new ones all are.
    """

    def __init__(
        self,
        client: discord.AutoShardedClient,
        *,
        leases: ShardLeases,
        starts: SessionStarts,
        count: int | None,
        ids: frozenset[int],
        report: Report,
        ask_seconds: float = 3600.0,
    ) -> None:
        """Go by a `count` of shards that somebody fixed; None for what the others go by, or Discord recommends.

        Discord is asked every `ask_seconds` whether it recommends more by now.
        """
        self._client = client
        self._leases = leases
        self._starts = starts
        self._fixed_count = count
        self._ids = ids
        self._report = report
        self._ask_seconds = ask_seconds
        self._pacing = IdentifyPacing(starts)
        self._sessions_left: int | None = None
        self._parts: list[ShardPart] = []
        self._due_at = 0.0
        self._is_short = False
        self._is_ready = False
        self._is_away = False

    @property
    def status(self) -> ShardStatus:
        """How its shards stand now: those of the old number for as long as there are some."""
        part = next((one for one in self._parts if one.shards), self._parts[-1] if self._parts else None)
        shards = part.shards.values() if part else ()
        return ShardStatus(
            count=part.count if part else 0,
            latency_seconds={one.id: one.latency_seconds for one in shards},
            connected=frozenset(one.id for one in shards if one.is_connected),
            sessions_left=self._sessions_left,
        )

    @property
    def is_ready(self) -> bool:
        """Whether it has come to its part of the shards, and to a connection for each, at least once."""
        return self._is_ready

    async def connected(self, shard_id: int, *, is_resumed: bool) -> None:
        """Note that READY has come for a shard, or RESUMED."""
        for part in list(self._parts):
            await part.connected(shard_id, is_resumed=is_resumed)
        if not is_resumed:
            # There is a session start less.
            self._due_at = 0.0

    def hears(self, guild_id: int) -> bool:
        """Whether the gateway tells this process of a server."""
        return any(part.find(guild_id) for part in self._parts)

    def repeats(self, guild_id: int | None) -> bool:
        """Whether an event of a server, or a direct one (None), may have been acted on by a process that is gone."""
        return any(shard.repeats for part in self._parts if (shard := part.find(guild_id)))

    async def await_identify(self, shard_id: int) -> None:
        """Wait until a shard may send IDENTIFY.

        Raises:
            IdentifyTooLate: another shard may by now.
        """
        await self._pacing.wait(shard_id)

    async def run(self) -> None:
        """Take shards, hold them and share them, until it is cancelled, after which they are held until `close`.

        Raises:
            discord.ConnectionClosed: Discord takes no further connection.
            discord.LoginFailure: Discord does not take the token any more.
        """
        self._begin(await self._agree())
        asked_at = asyncio.get_running_loop().time()
        while True:
            await self._look()
            await self._wait(LOOK_SECONDS if self._is_ready else _READY_SECONDS)
            for part in list(self._parts):
                refusal = await part.end_closed()
                if refusal is not None and part is self._parts[-1]:
                    await self._be_refused(refusal)
            if asyncio.get_running_loop().time() - asked_at > self._ask_seconds:
                asked_at = asyncio.get_running_loop().time()
                await self._ask_again()

    async def close(self) -> None:
        """Leave the gateway, and leave all sessions to whoever comes next."""
        try:
            if self._parts:
                await self._leases.leave()
        except StoreError as error:
            log.warning("shards_not_left", cause=error.__cause__)
        for part in self._parts:
            await part.give_up(list(part.shards))

    async def _agree(self, *, refused: int = 0) -> int:
        """Settle on the number of shards, which all processes have to go by; `refused` is one that Discord refuses."""
        backoff = ExponentialBackoff[Literal[False]]()
        while True:
            try:
                limits = await fetch_limits(self._client)
                await self._starts.note(limits)
                count = await self._choose_count(limits, refused=refused)
                if count != refused:
                    await self._leases.open(count, shares=not self._ids)
            except _NOT_TOLD as error:
                if getattr(error.__cause__, "status", 0) == HTTPStatus.UNAUTHORIZED:
                    raise discord.LoginFailure from error
                wait_seconds = backoff.delay()
                log.warning("gateway_unreachable", cause=error.__cause__ or error, wait_seconds=round(wait_seconds, 1))
                await asyncio.sleep(wait_seconds)
            else:
                log.info("shards_agreed", count=count, recommended=limits.shards, sessions_left=limits.remaining)
                return count

    async def _choose_count(self, limits: GatewayLimits, *, refused: int) -> int:
        if self._fixed_count is not None:
            return self._fixed_count
        in_use = await self._leases.count_in_use()
        if in_use is None or in_use <= refused or in_use * _ENOUGH < limits.shards:
            return limits.shards
        return in_use

    def _begin(self, count: int) -> None:
        self._due_at = 0.0
        number_shards(self._client, count)
        self._parts.append(
            ShardPart(
                self._client,
                count=count,
                ids=self._ids,
                leases=self._leases,
                pacing=self._pacing,
                report=self._report,
                hears=self.hears,
            )
        )

    async def _be_refused(self, refusal: discord.ConnectionClosed) -> None:
        """Go on with another number of shards than Discord refuses, unless somebody fixed it or there is no other."""
        before = self._parts[-1].count
        if self._fixed_count is not None:
            raise refusal
        if not any(part.shards for part in self._parts):
            self._is_ready = False
        count = await self._agree(refused=before)
        if count == before:
            raise refusal
        await self._change(count, code=refusal.code)
        # The others hear of it, and take their part before this process would take all.
        await asyncio.sleep(LOOK_SECONDS)

    async def _ask_again(self) -> None:
        try:
            limits = await fetch_limits(self._client)
            await self._starts.note(limits)
            recommended, count = limits.shards, self._parts[-1].count
            if recommended <= count * _ENOUGH:
                return
            if self._fixed_count is not None or limits.remaining < recommended * _STARTS_LEFT:
                log.warning("shards_too_few", count=count, recommended=recommended)
                return
            await self._leases.open(recommended, shares=True)
        except _NOT_TOLD as error:
            log.info("gateway_limits_not_told", cause=error.__cause__ or error)
            return
        await self._change(recommended)
        await asyncio.sleep(LOOK_SECONDS)

    async def _change(self, count: int, *, code: int | None = None) -> None:
        """Begin with a number of shards that is open, beside what is heard by the old one."""
        old = self._parts[-1]
        log.warning("shards_renumbered", before=old.count, count=count, code=code)
        self._begin(count)
        await old.begin_to_leave()

    async def _wait(self, seconds: float) -> None:
        """Wait so long, or until one of its shards has ended by itself, or others tell of a change."""
        tasks = [task for part in self._parts for task in part.tasks]
        changed = asyncio.create_task(self._leases.changed.wait())
        try:
            await asyncio.wait([*tasks, changed], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
        if any(task.done() for task in tasks):
            self._due_at = 0.0

    async def _look(self) -> None:
        """Do what is due about the shards."""
        now = asyncio.get_running_loop().time()
        try:
            if self._leases.changed.is_set() or now >= self._due_at:
                self._leases.changed.clear()
                self._due_at = now + LOOK_SECONDS
                if await self._look_at_part():
                    self._due_at = inf if self._leases.is_alone else now + _REST_SECONDS
            await self._parts[-1].note_sessions()
            self._is_away = False
        except StoreError as error:
            if not self._is_away:
                log.warning("shards_not_looked_at", cause=error.__cause__)
            self._is_away = True
            return
        part = self._parts[-1]
        if not self._is_ready and not self._is_short and all(one.is_connected for one in part.shards.values()):
            self._is_ready = True
            log.info(
                "ready",
                user=str(self._client.user),
                guilds=len(self._client.guilds),
                shards=len(part.shards),
                count=part.count,
            )

    async def _look_at_part(self) -> bool:
        """Bring the part in line with the others; tells whether nothing is left to do until somebody comes or goes."""
        part = self._parts[-1]
        view = await self._leases.view(part.count)
        self._sessions_left = view.sessions_left
        larger = max(view.counts, default=0)
        if self._fixed_count is None and larger > part.count:
            await self._leases.open(larger, shares=True)
            await self._change(larger)
            self._is_short = True
            return False
        plan = await part.adjust(view)
        self._is_short = plan.is_short and not self._ids
        if len(self._parts) == 1:
            return plan.is_settled
        if view.is_heard or not any(one.shards for one in self._parts[:-1]):
            await self._leave_old(part)
        return False

    async def _leave_old(self, part: ShardPart) -> None:
        for old in self._parts[:-1]:
            await old.give_up(list(old.shards))
            self._parts.remove(old)
            log.info("old_shards_left", before=old.count, count=part.count)
        # Nobody needs the rows of the old number.
        await self._leases.open(part.count, shares=True)
