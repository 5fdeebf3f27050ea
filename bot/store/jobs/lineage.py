"""What pictures were made from, and what was made from them: a step from parent to child is a file of a job."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from bot.domain.job import Job
from bot.store.database.engine import Database
from bot.store.jobs.loader import JOBS, load_jobs
from bot.store.jobs.tables import job_files, jobs

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
# Joined with the parent: one that is not kept any more is no step.
_PARENTS = (
    select(job_files.c.job_id, job_files.c.parent_job)
    .join(jobs, jobs.c.id == job_files.c.parent_job)
    .where(job_files.c.job_id.in_(_IDS))
    .order_by(job_files.c.place)
)
# A change that failed, or is not drawn yet, has no picture to stand in a family.
_CHILDREN = (
    select(job_files.c.job_id)
    .join(jobs, jobs.c.id == job_files.c.job_id)
    .where(job_files.c.parent_job.in_(_IDS), jobs.c.drawn_at.is_not(None))
    .distinct()
    .order_by(job_files.c.job_id.desc())
    .limit(bindparam("most"))
)
_FOUND = JOBS.where(jobs.c.id.in_(_IDS))


class Lineage:
    """The jobs of a database by what came of what. Every method is one transaction; all raise StoreUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ancestors(self, job_id: int, *, limit: int) -> list[Job]:
        """Load the jobs that a job comes from, itself left out: the nearest `limit` that are kept, nearest first."""
        return await self._database.read(lambda connection: _load_ancestors(connection, job_id, limit=limit))

    async def family(self, job_id: int, *, limit: int) -> list[Job]:
        """Load a job, its ancestors, and all that has pictures and comes from any of these: the nearest `limit`.

        Nearest first, by the steps up and then down that lead there; of the equally near the ancestors first, then the
        newest. It takes two queries a generation, however many are in it.
        """
        return await self._database.read(lambda connection: _load_family(connection, job_id, limit=limit))


def _load_ancestors(connection: Connection, job_id: int, *, limit: int) -> list[Job]:
    found = {job_id: None}
    generation = [job_id]
    while generation and len(found) <= limit:
        generation = _add(found, _parents(connection, generation))
    return _load(connection, list(found)[1 : limit + 1])


def _load_family(connection: Connection, job_id: int, *, limit: int) -> list[Job]:
    found = {job_id: None}
    climbed = {job_id: None}
    upper = [job_id]
    lower: list[int] = []
    while (upper or lower) and len(found) < limit:
        children = _children(connection, [*upper, *lower], limit=limit)
        # Who was reached downwards first is climbed from all the same: it may have further parents.
        upper = _add(climbed, _parents(connection, upper))
        _add(found, upper)
        lower = _add(found, children)
    return _load(connection, list(found)[:limit])


def _parents(connection: Connection, ids: Sequence[int]) -> list[int]:
    """List the parents of jobs: of the first one first, in the order of its files."""
    if not ids:
        return []
    order = {one: number for number, one in enumerate(ids)}
    rows = connection.execute(_PARENTS, {"ids": ids}).all()
    return [row.parent_job for row in sorted(rows, key=lambda row: order[row.job_id])]


def _children(connection: Connection, ids: Sequence[int], *, limit: int) -> list[int]:
    return list(connection.execute(_CHILDREN, {"ids": ids, "most": limit}).scalars())


def _add(known: dict[int, None], ids: Iterable[int]) -> list[int]:
    """Add ids to those that are known; gives the new ones, each once."""
    new = [one for one in dict.fromkeys(ids) if one not in known]
    known.update(dict.fromkeys(new))
    return new


def _load(connection: Connection, ids: Sequence[int]) -> list[Job]:
    found = {job.id: job for job in load_jobs(connection, _FOUND, {"ids": ids})}
    return [found[one] for one in ids if one in found]
