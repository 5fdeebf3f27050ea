"""The insides of the engine that we have taken into our own hands: its threads that poll, and its queue.

DBOS 3.4.0 asks its database 24 times a second for work at rest, for schedules, delays and deadlines too, which we have
none of, and builds each of its statements anew. All that is touched here is private to it; the lock file pins its
version.
"""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from dbos import _dbos
from dbos._context import current_owner_xid
from dbos._core import execute_dequeued_workflow
from dbos._serialization import serialize_args
from dbos._sys_db import WorkflowStatusInternal
from dbos._utils import GlobalParams

from bot.jobs.engine_config import NAME, SERIALIZATION, VERSION

QUEUE = "jobs"
WORKFLOW = "image_job"
_POLLERS = ("queue_thread", "background_jobs_thread", "dynamic_scheduler_loop")
_IS_OURS = (
    f"queue_name = '{QUEUE}' AND application_version = '{VERSION}'"
    f" AND (application_name = '{NAME}' OR application_name IS NULL)"
)
# A claim gives each job its number, which is all that goes in: nobody reads that from the engine's table of inputs.
_PUT = (
    "INSERT INTO {table} (workflow_uuid, priority, status, name, queue_name, application_version, application_name,"
    " serialization) VALUES ({value}, {value}, 'ENQUEUED', {constants}) ON CONFLICT (workflow_uuid) DO NOTHING"
)
_END = (
    "UPDATE {table} SET status = 'SUCCESS', owner_xid = NULL, updated_at = {value}, completed_at = {value}"
    " WHERE workflow_uuid = {value} AND owner_xid = {value} AND status = 'PENDING'"
)
_COUNT = "SELECT count(*) FROM {table} WHERE {ours} AND status = 'PENDING'"
_TAKEN = "SELECT workflow_uuid, executor_id FROM {table} WHERE {ours} AND status = 'PENDING'"
_TAKE = (
    "UPDATE {table} SET status = 'PENDING', owner_xid = {value}, executor_id = {value}, started_at_epoch_ms = {value},"
    " updated_at = {value}, recovery_attempts = recovery_attempts + 1"
    " WHERE status = 'ENQUEUED' AND workflow_uuid IN (SELECT workflow_uuid FROM {table}"
    " WHERE {ours} AND status = 'ENQUEUED' ORDER BY priority, created_at LIMIT {value} {alone})"
    " RETURNING workflow_uuid, priority, created_at"
)


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


class EngineQueue:
    """The queue of the engine that is launched, and the limit that all processes share.

    It does what DBOS's `start_queued_workflows` does, in one transaction: that one reads what it has taken in a second,
    which took twice the time. What was `put` in and what has ended is written with the next claim, since our own tables
    have both. On SQLite that is all there is to write: one thread does it, and none waits for another.
    """

    def __init__(self, *, service: int, process: int) -> None:
        """Let as many jobs run at once in the whole service, and in this process."""
        self._service = service
        self._process = process
        self._dbos = _dbos._get_dbos_instance()  # noqa: SLF001
        self._database = self._dbos._sys_db  # noqa: SLF001
        self._lock = threading.Lock()
        self._notes = _Notes()
        self._is_closed = False
        is_sqlite = self._database.engine.dialect.name == "sqlite"
        self._isolation = None if is_sqlite else "REPEATABLE READ"
        words = {
            "table": "workflow_status" if is_sqlite else f"{self._database.schema}.workflow_status",
            "value": "?" if is_sqlite else "%s",
            "constants": ", ".join(f"'{one}'" for one in (WORKFLOW, QUEUE, VERSION, NAME, SERIALIZATION)),
            # Of two processes at once one is told, so that both never go by the same count.
            "alone": "" if is_sqlite else "FOR UPDATE NOWAIT",
            # SQLite uses the index of what is open where its condition is there in the same words.
            "ours": _IS_OURS + (" AND status IN ('ENQUEUED', 'PENDING')" if is_sqlite else ""),
        }
        self._put, self._end, self._count, self._taken, self._take = (
            one.format(**words) for one in (_PUT, _END, _COUNT, _TAKEN, _TAKE)
        )
        self._record_outcome = self._database.update_workflow_outcome
        if is_sqlite:
            self._database.update_workflow_outcome = self._note_outcome  # type: ignore[method-assign]

    def put(self, job_id: int, *, priority: int) -> None:
        """Have the next claim put a job into the queue, if it isn't there; a lower priority goes first."""
        with self._lock:
            self._notes.put.append((str(job_id), priority + 1))

    def enlist(self, connection: Any, job_id: int, *, priority: int) -> None:
        """Put a job into the queue as part of the transaction that a connection to the engine's database is in."""
        connection.exec_driver_sql(self._put, (str(job_id), priority + 1))

    def claim(self) -> Claim:
        """Take as many jobs as may run, and begin them on the loop; blocks.

        Raises:
            Exception: whatever the engine's database fails with.
        """
        owner = uuid4().hex
        running = self._dbos._active_workflows_set.count_for_queue(QUEUE)  # noqa: SLF001
        free = max(0, self._process - running)
        taken: Sequence[Any] = ()
        notes = self._take_notes()
        if not free and not notes:
            return Claim(is_full=True)
        try:
            with self._database._begin(self._isolation) as connection:  # noqa: SLF001
                self._write(connection, notes)
                if free:
                    free = min(free, self._service - connection.exec_driver_sql(self._count).scalar_one())
                if free > 0:
                    now_ms = _now_ms()
                    values = (owner, GlobalParams.executor_id, now_ms, now_ms, free)
                    taken = connection.exec_driver_sql(self._take, values).all()
        except Exception as error:
            with self._lock:
                self._notes = notes + self._notes
            if _is_conflict(self._database, error):
                return Claim(is_contended=True)
            raise
        for row in sorted(taken, key=lambda one: (one.priority, one.created_at)):
            execute_dequeued_workflow(self._dbos, self._to_status(row.workflow_uuid), owner)
        return Claim(taken=len(taken), is_full=free <= 0 or running + len(taken) >= self._process)

    def find_taken(self) -> Mapping[int, str]:
        """Tell which jobs were taken out of the queue and have not ended, each with the process that did so; blocks.

        DBOS's `list_workflows` reads all that its SQLite file knows for that: the status is a parameter in it.

        Raises:
            Exception: whatever the engine's database fails with.
        """
        with self._database._begin(None) as connection:  # noqa: SLF001
            return {int(row.workflow_uuid): row.executor_id for row in connection.exec_driver_sql(self._taken)}

    def close(self) -> None:
        """Write what no claim will write any more; whatever ends from now on is written at once. Blocks.

        Raises:
            Exception: as for `claim`.
        """
        with self._lock:
            self._is_closed = True
        notes = self._take_notes()
        if notes:
            with self._database._begin(None) as connection:  # noqa: SLF001
                self._write(connection, notes)

    def _take_notes(self) -> "_Notes":
        with self._lock:
            notes, self._notes = self._notes, _Notes()
        return notes

    def _write(self, connection: Any, notes: "_Notes") -> None:
        if notes.put:
            connection.exec_driver_sql(self._put, notes.put)
        if notes.ended:
            now_ms = _now_ms()
            connection.exec_driver_sql(self._end, [(now_ms, now_ms, *one) for one in notes.ended])

    def _note_outcome(self, workflow_id: str, status: Any, **details: Any) -> bool:
        """Stand in for DBOS's `update_workflow_outcome`, which goes on writing what is no success."""
        owner: str | None = details.get("owner_xid") or current_owner_xid(workflow_id)
        with self._lock:
            if status == "SUCCESS" and owner is not None and not self._is_closed:
                self._notes.ended.append((workflow_id, owner))
                return True
        return self._record_outcome(workflow_id, status, **details)

    def _to_status(self, workflow_id: str) -> Any:
        """Say of a workflow what is the same for all of ours, which are one job each."""
        inputs, serialization = serialize_args((int(workflow_id),), {}, None, self._dbos._serializer)  # noqa: SLF001
        return {
            **dict.fromkeys(WorkflowStatusInternal.__annotations__),
            "workflow_uuid": workflow_id,
            "name": WORKFLOW,
            "status": "PENDING",
            "queue_name": QUEUE,
            "inputs": inputs,
            "serialization": serialization,
        }


@dataclass(slots=True)
class _Notes:
    """What the next claim writes: jobs with their priorities, and workflows that have ended with their owners."""

    put: list[tuple[str, int]] = field(default_factory=list)
    ended: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.put or self.ended)

    def __add__(self, later: "_Notes") -> "_Notes":
        return _Notes(self.put + later.put, self.ended + later.ended)


def _now_ms() -> int:
    return int(time.time() * 1000)


def _is_conflict(database: Any, error: Exception) -> bool:
    # It looks at what the driver has raised, which only SQLAlchemy's errors hold.
    return hasattr(error, "orig") and (database.is_lock_conflict(error) or database.is_serialization_conflict(error))
