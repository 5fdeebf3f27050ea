"""The end of old jobs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, union_all

from bot.store.tables import job_files, jobs, pictures

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
_BLOBS = union_all(
    select(job_files.c.blob).where(job_files.c.job_id.in_(_IDS)),
    select(pictures.c.blob).where(pictures.c.job_id.in_(_IDS)),
)
_DELETE = delete(jobs).where(jobs.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Expired:
    """The blobs of the jobs that one transaction has deleted."""

    names: list[str]


def expire(connection: Connection, *, before: datetime) -> Expired | None:
    """Delete some of the jobs that ended before a moment, with all their rows; None when there are none left."""
    ids = list(connection.execute(_OLD, {"before": before}).scalars())
    if not ids:
        return None
    names = list(connection.execute(_BLOBS, {"ids": ids}).scalars())
    connection.execute(_DELETE, {"ids": ids})
    return Expired(names)
