"""The end of old jobs: first of their bytes, then of their rows; those that somebody shares stay."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, exists, select, text, update

from bot.store.jobs.queries import FINAL
from bot.store.tables import jobs, shares

AT_ONCE = 200
"""Jobs a transaction: nobody else waits for long while old ones are dealt with."""

# Word for word as in the index: the databases do not look into a parameter.
_IS_SHARED = exists().where(shares.c.job_id == jobs.c.id, text("shares.state != 'gone'"))
_SOME_OLD = (
    select(jobs.c.id)
    .where(jobs.c.ended_at < bindparam("before"), ~_IS_SHARED)
    .limit(AT_ONCE)
    .with_for_update(skip_locked=True)
)
_OLD = _SOME_OLD.order_by(jobs.c.ended_at)
_IS_FULL = jobs.c.state.in_(FINAL) & jobs.c.emptied_at.is_(None)
# By both columns: PostgreSQL does not know that all of them are NULL, and would sort, or go through the emptied ones.
_OLD_AND_FULL = _SOME_OLD.where(_IS_FULL).order_by(jobs.c.emptied_at, jobs.c.ended_at)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_DELETE = delete(jobs).where(jobs.c.id.in_(_IDS))
_FORGET = update(jobs).where(jobs.c.id.in_(_IDS), jobs.c.state.in_(FINAL))
_EMPTY = update(jobs).where(jobs.c.id.in_(_IDS), _IS_FULL)


def empty(connection: Connection, job_id: int, *, now: datetime) -> bool:
    """Mark the bytes of a job as gone; False when it is not in a final stage, or when they were gone already."""
    return connection.execute(_EMPTY, {"ids": [job_id], "emptied_at": now}).rowcount == 1


def forget(connection: Connection, job_id: int, *, now: datetime) -> bool:
    """Mark the bytes of a job as gone, and take its words away; False when it is not in a final stage."""
    empty(connection, job_id, now=now)
    return connection.execute(_FORGET, {"ids": [job_id], "prompt": ""}).rowcount == 1


def empty_old(connection: Connection, *, before: datetime, now: datetime) -> list[int]:
    """Mark the bytes of some unshared jobs that ended before a moment as gone; gives their ids, none at the end."""
    ids = list(connection.execute(_OLD_AND_FULL, {"before": before}).scalars())
    if ids:
        connection.execute(_EMPTY, {"ids": ids, "emptied_at": now})
    return ids


def expire(connection: Connection, *, before: datetime) -> list[int]:
    """Delete some of the unshared jobs that ended before a moment, with all rows; gives their ids, none at the end."""
    ids = list(connection.execute(_OLD, {"before": before}).scalars())
    if ids:
        connection.execute(_DELETE, {"ids": ids})
    return ids
