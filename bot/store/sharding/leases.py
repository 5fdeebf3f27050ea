"""The leases of shards: a process holds a shard for as long as it lives and its row says so."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, select, update

from bot.domain.shards import ShardLease, ShardSession
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.database.notices import Notices, tell_members_changed
from bot.store.database.tables import processes
from bot.store.sharding.tables import session_starts, shard_leases

_OF_COUNT = shard_leases.c.shard_count == bindparam("count")
_OF_SHARD = _OF_COUNT & (shard_leases.c.shard_id == bindparam("shard"))
_IS_HELD = _OF_SHARD & (shard_leases.c.holder == bindparam("me"))
_ADD = build_inserts(shard_leases)
_ALL = select(shard_leases).where(_OF_COUNT).order_by(shard_leases.c.shard_id)
_SESSIONS_LEFT = select(session_starts.c.remaining)
_LIVING = select(processes.c.executor, processes.c.shard_count)
_SHARE = update(processes).where(processes.c.executor == bindparam("me")).values(shard_count=bindparam("count"))
_SESSION: dict[str, Any] = {
    "session_id": bindparam("session"),
    "sequence": bindparam("heard"),
    "resume_url": bindparam("url"),
}
_TAKE = (
    update(shard_leases)
    .where(_OF_SHARD, shard_leases.c.holder.is_not_distinct_from(bindparam("seen")))
    .values(holder=bindparam("me"))
)
_KEEP = update(shard_leases).where(_IS_HELD).values(_SESSION)
_GIVE_UP = update(shard_leases).where(_IS_HELD).values(_SESSION | {"holder": None})
_HOLDS = select(shard_leases.c.shard_id).where(_IS_HELD)
_COUNT_IN_USE = (
    select(func.max(shard_leases.c.shard_count))
    .join(processes, processes.c.executor == shard_leases.c.holder)
    .where(processes.c.executor != bindparam("me"))
)
_FORGET = delete(shard_leases).where(
    shard_leases.c.shard_count != bindparam("count"),
    ~select(processes.c.executor).where(processes.c.executor == shard_leases.c.holder).exists(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardView:
    """All shards as they are now, who is `living`, and who of those is `sharing` the shards with the others.

    `counts` are the numbers of shards that the living go by. `sessions_left` may still be started today, by what
    Discord said last and what was started since; None where it never said.
    """

    leases: tuple[ShardLease, ...]
    living: frozenset[str]
    sharing: frozenset[str]
    counts: frozenset[int] = frozenset()
    sessions_left: int | None = None

    @property
    def is_heard(self) -> bool:
        """Whether somebody who lives has come to a session for each shard."""
        return all(one.session is not None and one.holder in self.living for one in self.leases)


class ShardLeases:
    """The leases of the processes that share a database; `me` is this process.

    All of them are of one number of shards, `count`, which `open` says, or of two while the processes change theirs.
    Every method is one transaction and raises StoreUnavailable when it fails.
    """

    def __init__(self, database: Database, me: str, *, notices: Notices | None = None) -> None:
        """Hear by `notices` what other processes change; None: there are none, or nobody listens."""
        self._database = database
        self.me = me
        self.changed = asyncio.Event() if notices is None else notices.members_changed
        """Set where it is time to look again; whoever does so clears it first."""

    @property
    def is_alone(self) -> bool:
        """Whether no other process can change anything: who has a SQLite file has it alone."""
        return self._database.is_sqlite

    async def count_in_use(self) -> int | None:
        """Tell the number of shards that the other processes go by; None where none of them holds any."""
        if self._database.is_sqlite:
            return None
        return await self._database.read(
            lambda connection: connection.execute(_COUNT_IN_USE, {"me": self.me}).scalar_one()
        )

    async def open(self, count: int, *, shares: bool) -> None:
        """Have a row for each of so many shards; with `shares` this process has its part of them from now on."""
        rows = [{"shard_count": count, "shard_id": shard_id} for shard_id in range(count)]

        def work(connection: Connection) -> None:
            connection.execute(_FORGET, {"count": count})
            connection.execute(_ADD[connection.dialect.name], rows)
            # Whoever was taken for gone is nobody's news before it is entered again.
            if connection.execute(_SHARE, {"me": self.me, "count": count if shares else None}).rowcount:
                tell_members_changed(connection)

        await self._database.write(work)

    async def leave(self) -> None:
        """Have no part of the shards any more; those that are held still are."""

        def work(connection: Connection) -> None:
            connection.execute(_SHARE, {"me": self.me, "count": None})
            tell_members_changed(connection)

        await self._database.write(work)

    async def view(self, count: int) -> ShardView:
        """Look at all shards, and at the processes that have a row, which is what makes them live."""

        def work(connection: Connection) -> ShardView:
            rows = connection.execute(_ALL, {"count": count}).mappings().all()
            # Whoever has a SQLite file is alone.
            others = () if self._database.is_sqlite else connection.execute(_LIVING).all()
            living = {one.executor: one.shard_count for one in others}
            sharing = {one for one, of in living.items() if of == count} if others else {self.me}
            return ShardView(
                leases=tuple(_to_lease(row) for row in rows),
                living=frozenset({*living, self.me}),
                sharing=frozenset(sharing),
                counts=frozenset(of for of in living.values() if of is not None),
                sessions_left=connection.execute(_SESSIONS_LEFT).scalar_one_or_none(),
            )

        return await self._database.read(work)

    async def take(self, count: int, lease: ShardLease) -> bool:
        """Take a shard as it was seen; False where another process was first."""
        values = {"count": count, "shard": lease.shard_id, "seen": lease.holder, "me": self.me}
        return await self._database.write(lambda connection: connection.execute(_TAKE, values).rowcount == 1)

    async def holds(self, count: int, shard_id: int) -> bool:
        """Tell whether this process still has a shard, which others take from one that was silent."""
        values = {"count": count, "shard": shard_id, "me": self.me}
        return await self._database.read(lambda connection: connection.execute(_HOLDS, values).first() is not None)

    async def keep(self, count: int, sessions: Mapping[int, ShardSession | None]) -> None:
        """Note the sessions of shards that this process holds, for whoever has them next."""
        rows = self._rows(count, sessions)
        if rows:
            await self._database.write(lambda connection: connection.execute(_KEEP, rows))

    async def give_up(self, count: int, sessions: Mapping[int, ShardSession | None]) -> None:
        """Let go of shards, whose sessions the next process resumes."""
        rows = self._rows(count, sessions)

        def work(connection: Connection) -> None:
            connection.execute(_GIVE_UP, rows)
            tell_members_changed(connection)

        if rows:
            await self._database.write(work)

    def _rows(self, count: int, sessions: Mapping[int, ShardSession | None]) -> Sequence[Mapping[str, object]]:
        return [
            {
                "count": count,
                "shard": shard_id,
                "me": self.me,
                "session": session.session_id if session else None,
                "heard": session.sequence if session else None,
                "url": session.resume_url if session else None,
            }
            for shard_id, session in sorted(sessions.items())
        ]


def _to_lease(row: RowMapping) -> ShardLease:
    session = None
    if row["session_id"] is not None:
        session = ShardSession(session_id=row["session_id"], sequence=row["sequence"], resume_url=row["resume_url"])
    return ShardLease(shard_id=row["shard_id"], holder=row["holder"], session=session)
