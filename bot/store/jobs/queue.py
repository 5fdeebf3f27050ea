"""The queue: what waits and in which order, what is under way, and how long it takes."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, tuple_

from bot.domain.job import FINAL, JobState
from bot.store.jobs.tables import jobs

_NOT_OVER = tuple(state for state in JobState if state not in FINAL)
# By the index alone, in which those of the other states are skipped: a month has a million of them.
_COUNTS = select(jobs.c.state, func.count().label("total")).where(jobs.c.state.in_(_NOT_OVER)).group_by(jobs.c.state)
_UNFINISHED = select(jobs.c.id, jobs.c.state, jobs.c.executor).where(jobs.c.state.in_(_NOT_OVER)).order_by(jobs.c.id)
_WAITING = (
    select(jobs.c.id).where(jobs.c.state == JobState.WAITING).order_by(jobs.c.priority, jobs.c.queued_at, jobs.c.id)
)
_TIMES = (
    select(jobs.c.started_at, jobs.c.drawn_at)
    .where(
        jobs.c.model == bindparam("of_model"),
        jobs.c.asked_quality == bindparam("of_quality"),
        jobs.c.drawn_at.is_not(None),
    )
    .order_by(jobs.c.drawn_at.desc())
    .limit(bindparam("most"))
)
_own = jobs.alias("own")
_PLACE = (
    select(func.count(jobs.c.id))
    .select_from(_own)
    .outerjoin(
        jobs,
        (jobs.c.state == JobState.WAITING)
        & (tuple_(jobs.c.priority, jobs.c.queued_at, jobs.c.id) < tuple_(_own.c.priority, _own.c.queued_at, _own.c.id)),
    )
    .where(_own.c.id == bindparam("job"), _own.c.state == JobState.WAITING)
    .group_by(_own.c.id)
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A job that is not closed yet, and the process that has it."""

    id: int
    state: JobState
    executor: str | None


def count_unfinished(connection: Connection) -> dict[JobState, int]:
    """Count the jobs in each stage that is not final, zeros included."""
    found = {row.state: row.total for row in connection.execute(_COUNTS)}
    return {state: found.get(state, 0) for state in _NOT_OVER}


def list_waiting(connection: Connection) -> list[int]:
    """List the jobs that wait, in the order of their turns."""
    return list(connection.execute(_WAITING).scalars())


def list_unfinished(connection: Connection) -> list[Unfinished]:
    """List every job that is not in a final stage, oldest first."""
    return [Unfinished(row.id, JobState(row.state), row.executor) for row in connection.execute(_UNFINISHED)]


def load_recent_seconds(connection: Connection, *, model: str, quality: str, limit: int) -> list[float]:
    """Tell how long the last jobs took from start to pictures, newest first."""
    rows = connection.execute(_TIMES, {"of_model": model, "of_quality": quality, "most": limit})
    return [(row.drawn_at - row.started_at).total_seconds() for row in rows]


def count_waiting_before(connection: Connection, job_id: int) -> int | None:
    """Count the jobs that wait before this one; None when it does not wait."""
    return connection.execute(_PLACE, {"job": job_id}).scalar_one_or_none()
