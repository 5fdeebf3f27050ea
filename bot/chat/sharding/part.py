"""This process's part of the shards of one number: taken, heard, and given up, so that all have about as many."""

import asyncio
from collections.abc import Callable, Collection, Mapping

import discord
import structlog

from bot.chat.sharding.connection import forget_servers
from bot.chat.sharding.identify_pacing import IdentifyPacing
from bot.chat.sharding.shard import OF_NUMBER, Report, Shard
from bot.domain.shards import ShardLease, ShardPlan, ShardSession, plan_fixed, plan_share, shard_of
from bot.store.errors import StoreError
from bot.store.sharding.leases import ShardLeases, ShardView

_SETTLED_SECONDS = 0.9
"""After so long what a shard had heard is recorded, or was acted on; a little less than there is between two looks."""

log = structlog.get_logger(__name__)


class ShardPart:
    """The shards of `count` that this process holds. With `ids` they are those, and no others."""

    def __init__(
        self,
        client: discord.AutoShardedClient,
        *,
        count: int,
        ids: frozenset[int],
        leases: ShardLeases,
        pacing: IdentifyPacing,
        report: Report,
        hears: Callable[[int], bool],
    ) -> None:
        """Forget what the gateway told of servers that the process does not hear any more, by any of its parts."""
        self.count = count
        self._client = client
        self._ids = ids
        self._leases = leases
        self._pacing = pacing
        self._report = report
        self._hears = hears
        self._shards: dict[int, Shard] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._heard: dict[int, ShardSession | None] = {}
        self._heard_at = 0.0
        self._noted: dict[int, ShardSession | None] = {}
        self._is_leaving = False

    @property
    def shards(self) -> Mapping[int, Shard]:
        """Those that it holds, by their ids."""
        return self._shards

    @property
    def tasks(self) -> Collection[asyncio.Task[None]]:
        """What holds their connections, a task each."""
        return self._tasks.values()

    def find(self, guild_id: int | None) -> Shard | None:
        """Find the shard that hears a server, or direct messages (None), if it is held."""
        return self._shards.get(shard_of(guild_id, self.count))

    async def adjust(self, view: ShardView) -> ShardPlan:
        """Take, start, stop and give up shards; gives what was planned.

        Raises:
            StoreUnavailable: the database does not answer.
        """
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
            await self._leases.open(self.count, shares=True)
        if self._ids:
            plan = plan_fixed(view.leases, me=me, living=view.living, ids=self._ids)
        else:
            plan = plan_share(view.leases, me=me, living=view.living, sharing=view.sharing)
        for lease in plan.take:
            if await self._leases.take(self.count, lease):
                self._start(lease, is_left_over=lease.holder is not None)
        if plan.give_up is not None and plan.give_up in self._shards:
            log.info("shard_given_up", shard=plan.give_up)
            await self.give_up([plan.give_up])
        return plan

    async def connected(self, shard_id: int, *, is_resumed: bool) -> None:
        """Note that READY or RESUMED has come for a shard, and its session, which whoever comes next can resume."""
        shard = self._shards.get(shard_id)
        if shard is None or shard.resumes != is_resumed:
            return
        shard.connected()
        self._heard[shard_id] = shard.begins
        try:
            await self._note({shard_id: shard.begins})
        except StoreError as error:
            log.warning("session_not_noted", shard=shard_id, cause=error.__cause__)

    async def note_sessions(self) -> None:
        """Note how far each shard had heard at a look before: what came then is recorded by now, or was acted on.

        A look that comes sooner, since somebody told of a change, is not the one to go by.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        now = asyncio.get_running_loop().time()
        if now - self._heard_at < _SETTLED_SECONDS:
            return
        await self._note({shard_id: session for shard_id, session in self._heard.items() if shard_id in self._shards})
        self._heard, self._heard_at = {shard_id: shard.session for shard_id, shard in self._shards.items()}, now

    async def end_closed(self) -> discord.ConnectionClosed | None:
        """Stop what has ended by itself; gives the refusal of a shard that another number of shards would mend.

        Raises:
            discord.ConnectionClosed: Discord takes no further connection, whatever their number.
        """
        refusal = None
        for shard_id, task in list(self._tasks.items()):
            if task.done():
                error = task.exception()
                await self._stop([shard_id])
                if not isinstance(error, discord.ConnectionClosed | None) or (error and error.code not in OF_NUMBER):
                    raise error
                refusal = refusal or error
        return refusal

    async def begin_to_leave(self) -> None:
        """Start no further session, and hold those that are there until `give_up`: others take their place."""
        self._is_leaving = True
        await self._stop([shard_id for shard_id, one in self._shards.items() if one.session is None])

    async def give_up(self, shard_ids: Collection[int]) -> None:
        """Leave the gateway with some shards, and leave their sessions to whoever comes next."""
        sessions = await self._stop(shard_ids)
        try:
            await self._leases.give_up(self.count, sessions)
        except StoreError as error:
            # Whoever takes them when this process is gone goes on with what was noted before.
            log.warning("shards_not_given_up", cause=error.__cause__)

    async def _note(self, sessions: Mapping[int, ShardSession | None]) -> None:
        due = {shard_id: session for shard_id, session in sessions.items() if self._noted.get(shard_id) != session}
        await self._leases.keep(self.count, due)
        self._noted |= due

    def _start(self, lease: ShardLease, *, is_left_over: bool) -> None:
        log.info("shard_taken", shard=lease.shard_id, resumes=lease.session is not None)
        shard = Shard(
            self._client,
            lease.shard_id,
            session=lease.session,
            is_left_over=is_left_over,
            pacing=self._pacing,
            is_ours=self._is_ours,
            report=self._report,
        )
        self._shards[shard.id] = shard
        self._tasks[shard.id] = asyncio.create_task(shard.run(), name=f"shard {shard.id} of {self.count}")

    async def _is_ours(self, shard_id: int) -> bool:
        if self._is_leaving and self._shards[shard_id].session is None:
            return False
        return await self._leases.holds(self.count, shard_id)

    async def _stop(self, shard_ids: Collection[int]) -> dict[int, ShardSession | None]:
        tasks = [self._tasks.pop(one) for one in shard_ids]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        sessions = await asyncio.gather(*(self._shards.pop(one).close() for one in shard_ids))
        for shard_id in shard_ids:
            self._heard.pop(shard_id, None)
            self._noted.pop(shard_id, None)
        forget_servers(self._client, self._hears)
        return dict(zip(shard_ids, sessions, strict=True))
