"""The insides of the engine that we have taken into our own hands: its threads that poll, and the way out of its queue.

DBOS 3.4.0 asks its database 24 times a second for work at rest, for schedules, delays and deadlines too, which we have
none of. All that is touched here is private to it; the lock file pins its version.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from dbos import Queue, _dbos
from dbos._core import execute_dequeued_workflow
from dbos._utils import GlobalParams

_POLLERS = ("queue_thread", "background_jobs_thread", "dynamic_scheduler_loop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What became of an attempt to take jobs out of the queue.

    `is_full`: more may wait there than may run. `is_contended`: another process was at it, and nothing was taken.
    """

    taken: int = 0
    is_full: bool = False
    is_contended: bool = False


@contextmanager
def without_pollers() -> Iterator[None]:
    """Have the engine that is launched in here start none of its threads that poll."""
    originals = {name: getattr(_dbos, name) for name in _POLLERS}
    for name in _POLLERS:
        setattr(_dbos, name, _rest)
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(_dbos, name, original)


def _rest(stop: threading.Event, *_: object) -> None:
    stop.wait()


def claim(queue: Queue, *, most: int) -> Claim:
    """Take as many jobs out of the queue as may run, `most` in this process, and begin them on the loop; blocks.

    Two transactions, of which the second reads what was taken; one where nothing was.

    Raises:
        Exception: whatever the engine's database fails with.
    """
    dbos = _dbos._get_dbos_instance()  # noqa: SLF001
    database, owner = dbos._sys_db, uuid4().hex  # noqa: SLF001
    running = dbos._active_workflows_set.count_for_queue(queue.name)  # noqa: SLF001
    try:
        taken, limited_by = database.start_queued_workflows(
            queue,
            GlobalParams.executor_id,
            GlobalParams.app_version,
            None,
            running,
            owner_xid=owner,
            # All jobs are of the one pinned version.
            is_latest_version=True,
        )
    except Exception as error:
        if _is_conflict(database, error):
            return Claim(is_contended=True)
        raise
    for status in database.get_workflow_statuses(taken) if taken else ():
        execute_dequeued_workflow(dbos, status, owner)
    return Claim(taken=len(taken), is_full=limited_by is not None or running + len(taken) >= most)


def _is_conflict(database: Any, error: Exception) -> bool:
    # It looks at what the driver has raised, which only SQLAlchemy's errors hold.
    return hasattr(error, "orig") and (database.is_lock_conflict(error) or database.is_serialization_conflict(error))
