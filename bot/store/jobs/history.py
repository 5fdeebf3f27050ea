"""The jobs of a person, in the order in which they came."""

from sqlalchemy import Connection, bindparam, select

from bot.domain.job import Job
from bot.store.jobs.loader import JOBS, load_jobs
from bot.store.jobs.tables import jobs

_NEWEST_ID = 2**63 - 1

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


def load_history(connection: Connection, user_id: int, *, limit: int, before: int | None) -> list[Job]:
    """Load the last jobs of a person, newest first."""
    values = {"user": user_id, "most": limit, "before": _NEWEST_ID if before is None else before}
    return load_jobs(connection, _HISTORY, values)


def list_newer(connection: Connection, user_id: int, *, than: int, limit: int) -> list[int]:
    """List the first jobs of a person after the one of the id `than`, oldest first."""
    return list(connection.execute(_NEWER, {"user": user_id, "than": than, "most": limit}).scalars())
