"""The shards of this process: taken, heard, and given up, so that all processes have about as many."""

import asyncio
from dataclasses import replace
from http import HTTPStatus
from typing import Literal

import aiohttp
import discord
import structlog
from discord.backoff import ExponentialBackoff

from bot.chat.sharding.connection import forget_servers, number_shards
from bot.chat.sharding.shard import Report, Shard
from bot.chat.sharding.turns import Turns, fetch_limits
from bot.domain.shards import GatewayLimits, ShardLease, ShardSession, ShardStanding, plan_fixed, plan_share, shard_of
from bot.store.errors import StoreError
from bot.store.sharding.leases import ShardLeases, ShardView
from bot.store.sharding.session_starts import SessionStarts

_NOT_TOLD = (discord.DiscordException, aiohttp.ClientError, OSError, StoreError, LookupError, TypeError, ValueError)
LOOK_SECONDS = 1.0
"""Between two looks at the leases: so long a shard that was given up waits for its next process, or a little less."""
_LOOK_SOON_SECONDS = 0.25
"""The same while others are about to give up what is this process's part."""
_ASK_SECONDS = 3600.0
_READY_SEQUENCE = 1
"""READY is a session's first event."""
_ENOUGH = 2
"""With so many times fewer shards than Discord recommends, a number that others go by is left behind."""

log = structlog.get_logger(__name__)


class ShardKeeper:
    """Holds this process's part of the shards. With `ids` they are those, and no others."""

    def __init__(
        self,
        client: discord.AutoShardedClient,
        *,
        leases: ShardLeases,
        starts: SessionStarts,
        count: int | None,
        ids: frozenset[int],
        report: Report,
    ) -> None:
        """Go by a `count` of shards that somebody fixed; None for what the others go by, or Discord recommends."""
        self._client = client
        self._leases = leases
        self._starts = starts
        self._fixed_count = count
        self._ids = ids
        self._report = report
        self._turns = Turns(starts)
        self._count = 0
        self._limits: GatewayLimits | None = None
        self._shards: dict[int, Shard] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._heard: dict[int, ShardSession | None] = {}
        self._noted: dict[int, ShardSession | None] = {}
        self._begun: dict[int, ShardSession] = {}
        self._has_begun = asyncio.Event()
        self._is_ready = False
        self._is_away = False

    @property
    def standing(self) -> ShardStanding:
        """How its shards stand now."""
        return ShardStanding(
            count=self._count,
            latency_seconds={one.id: one.latency_seconds for one in self._shards.values()},
            connected=frozenset(one.id for one in self._shards.values() if one.is_connected),
            sessions_left=self._limits.remaining if self._limits else None,
        )

    @property
    def is_ready(self) -> bool:
        """Whether it has come to its part of the shards, and to a connection for each, at least once."""
        return self._is_ready

    def connected(self, shard_id: int, *, is_new: bool) -> None:
        """Note that READY (of a new session) or RESUMED has come for a shard."""
        shard = self._shards.get(shard_id)
        if shard is None:
            return
        shard.connected()
        if is_new and shard.session is not None:
            self._begun[shard_id] = replace(shard.session, sequence=_READY_SEQUENCE)
            self._has_begun.set()

    def hears(self, guild_id: int) -> bool:
        """Whether the gateway tells this process of a server."""
        return bool(self._count) and shard_of(guild_id, self._count) in self._shards

    def repeats(self, guild_id: int | None) -> bool:
        """Whether an event of a server, or a direct one (None), may have been acted on by a process that is gone."""
        shard = self._shards.get(shard_of(guild_id, self._count)) if self._count else None
        return shard is not None and shard.repeats

    async def await_turn(self, shard_id: int) -> None:
        """Wait until a shard may send IDENTIFY.

        Raises:
            TurnMissed: it was too late for its turn.
        """
        await self._turns.wait(shard_id)

    async def run(self) -> None:
        """Take shards, hold them and share them, until it is cancelled, after which they are held until `close`.

        Raises:
            discord.ConnectionClosed: Discord takes no further connection.
            discord.LoginFailure: Discord does not take the token any more.
        """
        await self._agree()
        asked_at = asyncio.get_running_loop().time()
        while True:
            await self._rest(await self._look())
            for shard_id, task in list(self._tasks.items()):
                if task.done():
                    task.result()
                    await self._stop([shard_id])
            if asyncio.get_running_loop().time() - asked_at > _ASK_SECONDS:
                asked_at = asyncio.get_running_loop().time()
                await self._ask_again()

    async def close(self) -> None:
        """Leave the gateway, and leave all sessions to whoever comes next."""
        try:
            if self._count:
                await self._leases.leave()
        except StoreError as error:
            log.warning("shards_not_left", cause=error.__cause__)
        await self._give_up(list(self._shards))

    async def _agree(self) -> None:
        """Settle on the number of shards, which all processes have to go by."""
        backoff = ExponentialBackoff[Literal[False]]()
        while not self._count:
            try:
                limits = await fetch_limits(self._client)
                await self._starts.note(limits)
                count = await self._choose_count(limits)
                await self._leases.open(count, shares=not self._ids)
            except _NOT_TOLD as error:
                if getattr(error.__cause__, "status", 0) == HTTPStatus.UNAUTHORIZED:
                    raise discord.LoginFailure from error
                wait_seconds = backoff.delay()
                log.warning("gateway_unreachable", cause=error.__cause__ or error, wait_seconds=round(wait_seconds, 1))
                await asyncio.sleep(wait_seconds)
            else:
                self._limits, self._count = limits, count
        number_shards(self._client, self._count)
        log.info("shards_agreed", count=self._count, recommended=limits.shards, sessions_left=limits.remaining)

    async def _choose_count(self, limits: GatewayLimits) -> int:
        if self._fixed_count is not None:
            return self._fixed_count
        in_use = await self._leases.count_in_use()
        if in_use is None or in_use * _ENOUGH < limits.shards:
            return limits.shards
        return in_use

    async def _ask_again(self) -> None:
        try:
            self._limits = await fetch_limits(self._client)
            await self._starts.note(self._limits)
        except _NOT_TOLD as error:
            log.info("gateway_limits_not_told", cause=error.__cause__ or error)
            return
        if self._limits.shards > self._count * _ENOUGH:
            log.warning("shards_too_few", count=self._count, recommended=self._limits.shards)

    async def _look(self) -> float:
        """Do what is due about the shards; gives the seconds until the next look."""
        try:
            view = await self._leases.view(self._count)
            self._is_away = False
            is_short = await self._adjust(view)
            await self._note_sessions()
        except StoreError as error:
            if not self._is_away:
                log.warning("shards_not_looked_at", cause=error.__cause__)
            self._is_away = True
            return LOOK_SECONDS
        if not self._is_ready and not is_short and all(one.is_connected for one in self._shards.values()):
            self._is_ready = True
            log.info(
                "ready",
                user=str(self._client.user),
                guilds=len(self._client.guilds),
                shards=len(self._shards),
                count=self._count,
            )
        return _LOOK_SOON_SECONDS if is_short or not self._is_ready else LOOK_SECONDS

    async def _adjust(self, view: ShardView) -> bool:
        """Take, start, stop and give up shards; tells whether others have some of this process's part."""
        me = self._leases.me
        mine = {one.shard_id: one for one in view.leases if one.holder == me}
        lost = sorted(self._shards.keys() - mine.keys())
        if lost:
            log.warning("shards_lost", shards=lost)
            await self._stop(lost)
        for lease in mine.values():
            if lease.shard_id not in self._shards:
                self._start(lease, is_left_over=True)
        if not self._ids and me not in view.sharing:
            # Taken for gone, as after a freeze.
            await self._leases.open(self._count, shares=True)
        if self._ids:
            plan = plan_fixed(view.leases, me=me, living=view.living, ids=self._ids)
        else:
            plan = plan_share(view.leases, me=me, living=view.living, sharing=view.sharing)
        for lease in plan.take:
            if await self._leases.take(self._count, lease):
                self._start(lease, is_left_over=lease.holder is not None)
        if plan.give_up is not None and plan.give_up in self._shards:
            log.info("shard_given_up", shard=plan.give_up)
            await self._give_up([plan.give_up])
        return plan.is_short and not self._ids

    def _start(self, lease: ShardLease, *, is_left_over: bool) -> None:
        log.info("shard_taken", shard=lease.shard_id, resumes=lease.session is not None)
        shard = Shard(
            self._client,
            lease.shard_id,
            session=lease.session,
            is_left_over=is_left_over,
            turns=self._turns,
            is_ours=lambda shard_id: self._leases.holds(self._count, shard_id),
            report=self._report,
        )
        self._shards[shard.id] = shard
        self._tasks[shard.id] = asyncio.create_task(shard.run(), name=f"shard {shard.id}")

    async def _stop(self, shard_ids: list[int]) -> dict[int, ShardSession | None]:
        tasks = [self._tasks.pop(one) for one in shard_ids]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        sessions = await asyncio.gather(*(self._shards.pop(one).close() for one in shard_ids))
        for shard_id in shard_ids:
            self._heard.pop(shard_id, None)
            self._noted.pop(shard_id, None)
            forget_servers(self._client, shard_id, self._count)
        return dict(zip(shard_ids, sessions, strict=True))

    async def _give_up(self, shard_ids: list[int]) -> None:
        sessions = await self._stop(shard_ids)
        try:
            await self._leases.give_up(self._count, sessions)
        except StoreError as error:
            # Whoever takes them when this process is gone goes on with what was noted before.
            log.warning("shards_not_given_up", cause=error.__cause__)

    async def _rest(self, seconds: float) -> None:
        """Wait for the next look, or until a shard ends; a session that begins is noted at once.

        So whoever takes the shard of a process that was killed then goes on with it, instead of waiting for a turn.
        """
        until = asyncio.get_running_loop().time() + seconds
        while True:
            begun = asyncio.create_task(self._has_begun.wait())
            try:
                left = until - asyncio.get_running_loop().time()
                await asyncio.wait({begun, *self._tasks.values()}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                begun.cancel()
            if not self._has_begun.is_set():
                return
            await self._note_begun()

    async def _note_begun(self) -> None:
        begun = {shard_id: session for shard_id, session in self._begun.items() if shard_id in self._shards}
        self._begun.clear()
        self._has_begun.clear()
        try:
            await self._leases.keep(self._count, begun)
        except StoreError as error:
            log.info("sessions_not_noted", cause=error.__cause__)
        else:
            self._heard |= begun
            self._noted |= begun

    async def _note_sessions(self) -> None:
        """Note how far each shard had heard at the look before: what came then is recorded by now, or was acted on."""
        due = {
            shard_id: session
            for shard_id, session in self._heard.items()
            if shard_id in self._shards and self._noted.get(shard_id) != session
        }
        await self._leases.keep(self._count, due)
        self._noted |= due
        self._heard = {shard_id: shard.session for shard_id, shard in self._shards.items()}
