"""Questions about many jobs at once."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.job import Job, JobState
from bot.store.jobs.rows import JOBS, find_jobs
from bot.store.tables import jobs

FINAL = (JobState.DELIVERED, JobState.FAILED, JobState.UNDELIVERABLE)
"""The stages of a job with which nobody has anything left to do."""

_NEWEST_ID = 2**63 - 1

_COUNTS = select(jobs.c.state, func.count().label("total")).group_by(jobs.c.state)
_UNFINISHED = (
    select(jobs.c.id, jobs.c.state, jobs.c.executor)
    .where(jobs.c.state.in_([state for state in JobState if state not in FINAL]))
    .order_by(jobs.c.id)
)
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
_HISTORY = (
    JOBS.where(jobs.c.user_id == bindparam("user"), jobs.c.id < bindparam("before"))
    .order_by(jobs.c.id.desc())
    .limit(bindparam("most"))
)
_NEWER = (
    select(jobs.c.id)
    .where(jobs.c.user_id == bindparam("user"), jobs.c.id > bindparam("than"))
    .order_by(jobs.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A job that is not closed yet, and the process that has it."""

    id: int
    state: JobState
    executor: str | None


def counts(connection: Connection) -> dict[JobState, int]:
    """Count the jobs in each stage, zeros included."""
    found = {row.state: row.total for row in connection.execute(_COUNTS)}
    return {state: found.get(state, 0) for state in JobState}


def waiting(connection: Connection) -> list[int]:
    """List the jobs that wait, in the order of their turns."""
    return list(connection.execute(_WAITING).scalars())


def unfinished(connection: Connection) -> list[Unfinished]:
    """List every job that is not in a final stage, oldest first."""
    return [Unfinished(row.id, JobState(row.state), row.executor) for row in connection.execute(_UNFINISHED)]


def recent_seconds(connection: Connection, *, model: str, quality: str, limit: int) -> list[float]:
    """Tell how long the last jobs took from start to pictures, newest first."""
    rows = connection.execute(_TIMES, {"of_model": model, "of_quality": quality, "most": limit})
    return [(row.drawn_at - row.started_at).total_seconds() for row in rows]


def history(connection: Connection, user_id: int, *, limit: int, before: int | None) -> list[Job]:
    """Load the last jobs of a person, newest first."""
    values = {"user": user_id, "most": limit, "before": _NEWEST_ID if before is None else before}
    return find_jobs(connection, _HISTORY, values)


def newer(connection: Connection, user_id: int, *, than: int, limit: int) -> list[int]:
    """List the first jobs of a person after the one of the id `than`, oldest first."""
    return list(connection.execute(_NEWER, {"user": user_id, "than": than, "most": limit}).scalars())
