"""The end of old jobs."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, select

from bot.store.tables import jobs

_AT_ONCE = 200
"""Jobs a transaction: nobody else waits for long while old jobs are deleted."""

_OLD = (
    select(jobs.c.id)
    .where(jobs.c.ended_at < bindparam("before"))
    .order_by(jobs.c.ended_at)
    .limit(_AT_ONCE)
    .with_for_update(skip_locked=True)
)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_DELETE = delete(jobs).where(jobs.c.id.in_(_IDS))


def expire(connection: Connection, *, before: datetime) -> list[int]:
    """Delete some of the jobs that ended before a moment, with all their rows; gives their ids, none at the end."""
    ids = list(connection.execute(_OLD, {"before": before}).scalars())
    if ids:
        connection.execute(_DELETE, {"ids": ids})
    return ids
