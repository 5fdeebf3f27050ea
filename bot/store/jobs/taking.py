"""How a process takes a job that waits."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.domain.job import Job, JobState
from bot.store.jobs.loader import find_job
from bot.store.jobs.transitions import move


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A job that a process has, or that is past that stage.

    `was_taken`: it is that process's since just now. `waited_since`: since when it waited until then.
    """

    job: Job
    was_taken: bool
    waited_since: datetime | None = None


def take(connection: Connection, job_id: int, *, executor: str, now: datetime) -> Taken | None:
    """Do what `Jobs.take` does."""
    found = find_job(connection, job_id)
    if found is None or found.state not in {JobState.WAITING, JobState.PREPARING}:
        return None if found is None else Taken(job=found, was_taken=False)
    taken = move(connection, found, to=JobState.PREPARING, executor=executor, now=now)
    if taken is None:
        return None
    waited_since = found.queued_at if found.state is JobState.WAITING else None
    return Taken(job=taken, was_taken=True, waited_since=waited_since)
