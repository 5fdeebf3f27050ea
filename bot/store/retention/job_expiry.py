"""The end of old jobs: first of their bytes, then of their rows; those that somebody shares stay."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, delete, exists, select, text

from bot.store.blobs.deletions import mark_for_deletion
from bot.store.database.batches import BATCH_SIZE
from bot.store.database.engine import Database
from bot.store.gallery.tables import shares
from bot.store.jobs.tables import jobs
from bot.store.jobs.transitions import IS_FULL, empty

# Word for word as in the index: the databases do not look into a parameter.
_IS_SHARED = exists().where(shares.c.job_id == jobs.c.id, text("shares.state != 'gone'"))
_SOME_OLD = (
    select(jobs.c.id)
    .where(jobs.c.ended_at < bindparam("before"), ~_IS_SHARED)
    .limit(BATCH_SIZE)
    .with_for_update(skip_locked=True)
)
_OLD = _SOME_OLD.order_by(jobs.c.ended_at)
# By both columns: PostgreSQL does not know that all of them are NULL, and would sort, or go through the emptied ones.
_OLD_AND_FULL = _SOME_OLD.where(IS_FULL).order_by(jobs.c.emptied_at, jobs.c.ended_at)
_DELETE = delete(jobs).where(jobs.c.id.in_(bindparam("ids", expanding=True)))


class JobExpiry:
    """Empties and deletes jobs. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def empty_old(self, *, before: datetime, now: datetime) -> list[int]:
        """Mark the bytes of some of the jobs that ended before a moment as gone; gives their ids, none at the end.

        Those of which a picture is shared keep theirs.
        The blobs are marked for deletion.
        """
        return await self._take(_OLD_AND_FULL, before, lambda connection, ids: empty(connection, ids, now=now))

    async def delete_old(self, *, before: datetime) -> list[int]:
        """Delete some of the jobs that ended before a moment; gives their ids, none when there are none left.

        Those of which a picture is shared stay.
        Their charges stay, and their blobs are marked for deletion.
        """

        def act(connection: Connection, ids: list[int]) -> None:
            connection.execute(_DELETE, {"ids": ids})
            mark_for_deletion(connection, ids)

        return await self._take(_OLD, before, act)

    async def _take(
        self, query: Select[int], before: datetime, act: Callable[[Connection, list[int]], object]
    ) -> list[int]:
        def work(connection: Connection) -> list[int]:
            ids = list(connection.execute(query, {"before": before}).scalars())
            if ids:
                act(connection, ids)
            return ids

        return await self._database.write(work)
