"""The starts of sessions, paced over all processes: so many a day, and for each bucket one in five seconds."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.shards import GatewayLimits
from bot.store.database.advisory_locks import AdvisoryLock, take_lock
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.sharding.tables import next_identifies, session_starts

IDENTIFY_SECONDS = 5.5
"""Between two IDENTIFYs of one bucket. Discord asks for 5 ("Sharding", "Max Concurrency"); the rest is for the way."""
_ROW = 1
_NOTE = build_upserts(session_starts)
_LOAD = select(session_starts)
_START = update(session_starts).values(remaining=session_starts.c.remaining - 1)
_NEXT = select(next_identifies.c.next_at).where(next_identifies.c.bucket == bindparam("of"))
_RESERVE = build_upserts(next_identifies)


class SessionStartsSpent(Exception):
    """All sessions of the day were started, and more begin at `resets_at`; who starts more loses the token."""

    def __init__(self, resets_at: datetime) -> None:
        super().__init__(resets_at)
        self.resets_at = resets_at


class SessionStarts:
    """What all processes of a bot have started. Every method is one transaction and raises StoreUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, limits: GatewayLimits) -> None:
        """Note what Discord says is left, in place of what was counted here."""
        values = {
            "id": _ROW,
            "total": limits.total,
            "remaining": limits.remaining,
            "resets_at": limits.resets_at,
            "max_concurrency": limits.max_concurrency,
        }
        await self._database.write(lambda connection: connection.execute(_NOTE[connection.dialect.name], values))

    async def reserve(self, shard_id: int, *, now: datetime) -> datetime:
        """Reserve the next turn to start a session of a shard, and count it; gives the moment of the turn.

        Raises:
            SessionStartsSpent: there is none left today.
        """

        def work(connection: Connection) -> datetime:
            take_lock(connection, AdvisoryLock.IDENTIFY)
            row = connection.execute(_LOAD).mappings().one_or_none()
            buckets = 1
            if row is not None:
                buckets = row["max_concurrency"]
                if row["remaining"] <= 0 and now < row["resets_at"]:
                    raise SessionStartsSpent(row["resets_at"])
                connection.execute(_START)
            bucket = shard_id % buckets
            next_at = connection.execute(_NEXT, {"of": bucket}).scalar_one_or_none()
            turn = now if next_at is None else max(now, next_at)
            values = {"bucket": bucket, "next_at": turn + timedelta(seconds=IDENTIFY_SECONDS)}
            connection.execute(_RESERVE[connection.dialect.name], values)
            return turn

        return await self._database.write(work, urgent=True)
