"""The engine: launched on the bot's loop, fed with jobs, drained at a stop."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from dbos import DBOS, DBOSConfig, Serializer, SetEnqueueOptions, SetWorkflowID

from bot.jobs.image_job import ImageJob
from bot.jobs.steps import Steps
from bot.store.errors import StoreUnavailable

QUEUE = "jobs"
ENGINE_FILE = "dbos.sqlite3"
"""The engine's own SQLite file in the data folder: two writers of one file would wait for each other by polling."""
_POLLING_SECONDS = 0.1
_THREADS = 16
"""Of the engine's, which become those of `asyncio.to_thread` as well."""
_POOL = 8
_VERSION = "1"
"""Pinned: the default is a hash of the workflow's source, and a new version would leave queued jobs where they are."""
_FORGOTTEN_AT_ONCE = 500
_FILE = "sqlite:///"
_ENDED = frozenset({"SUCCESS", "ERROR"})

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """How many jobs run at once: in the whole service, and in one process (None: as many)."""

    service: int
    process: int | None = None


class Engine:
    """DBOS, which runs each job as a workflow whose id is the job's, once at a time, also after a crash.

    There can be one in a process. What the engine forgets is in our own tables, so that its database may be lost.
    """

    def __init__(self, steps: Steps, *, database_url: str, slots: Slots, executor: str) -> None:
        """Take the address of the engine's own database; `executor` names this process and no other one."""
        self._steps = steps
        self._database_url = database_url
        self._slots = slots
        self._executor = executor
        self._running: dict[int, asyncio.Task[Any]] = {}
        self._left: set[int] = set()
        self._launched = False
        self._workflow: Any = None

    @property
    def running(self) -> frozenset[int]:
        """The jobs that this process is at."""
        return frozenset(self._running)

    async def launch(self) -> None:
        """Start on the running loop; blocks it for a tenth of a second, which is why it comes before all else.

        Raises:
            StoreUnavailable: the engine's own database does not do what it is asked.
        """
        try:
            await self._launch()
        except Exception as error:
            # It runs none of our code: what it fails of is its database, and its errors are of several libraries.
            raise StoreUnavailable from error

    async def _launch(self) -> None:
        if self._has_file:
            _prepare_file(self._database_url)
        DBOS(config=self._config())
        _quiet()

        # Registered anew at each launch, since they belong to these steps: a module has no parts of its own.
        @DBOS.step(name="call", preemptible=True)
        async def call(job_id: int) -> None:
            await self._steps.call(job_id)

        job = ImageJob(self._steps, call=call, is_stopping=self._is_stopping)

        @DBOS.workflow(name="image_job", max_recovery_attempts=None)
        async def image_job(job_id: int) -> None:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 - a coroutine always runs in a task
            if not self._launched:
                # The engine had taken it out of its queue when the stop began, and no longer waits for it.
                raise asyncio.CancelledError
            if job_id in self._running:
                # Taken up again as one that nobody is at, and then begun after all.
                return
            self._running[job_id] = task
            try:
                await job.run(job_id)
            except asyncio.CancelledError:
                if self._is_stopping():
                    self._left.add(job_id)
                raise
            finally:
                if self._running.get(job_id) is task:
                    del self._running[job_id]

        self._workflow = image_job
        DBOS.launch()
        self._launched = True
        process = self._slots.process
        await DBOS.register_queue_async(
            QUEUE,
            global_concurrency=self._slots.service,
            worker_concurrency=min(process, self._slots.service) if process else None,
            polling_interval_sec=_POLLING_SECONDS,
            on_conflict="always_update",
        )

    async def enqueue(self, job_id: int, *, priority: int) -> None:
        """Put a job into the queue, once; a lower priority is an earlier turn.

        While the bot stops, a job stays in our own tables alone, from which the next start queues it.
        """
        if not self._launched:
            return
        with self._until_stopped(), SetWorkflowID(str(job_id)), SetEnqueueOptions(priority=priority + 1):
            await DBOS.enqueue_workflow_async(QUEUE, self._workflow, job_id)

    async def cancel(self, job_id: int) -> None:
        """Take a job out of the queue, or stop its call within about a second, in whichever process it is."""
        if not self._launched:
            return
        with self._until_stopped():
            await DBOS.cancel_workflow_async(str(job_id))

    async def cut_off(self, *, living: Collection[str]) -> frozenset[int]:
        """Tell which jobs a process took out of the queue that is none of the living, begun or not."""
        if not self._launched:
            return frozenset()
        taken = await DBOS.list_workflows_async(status="PENDING", load_input=False, load_output=False)
        return frozenset(int(one.workflow_id) for one in taken if one.executor_id not in living)

    async def dropped(self) -> frozenset[int]:
        """Tell which jobs are on record as taken out of the queue by this process, which is not at them.

        That is so for a moment before each begins, and for good where the connection was lost while that was recorded.
        """
        if not self._launched:
            return frozenset()
        taken = await DBOS.list_workflows_async(
            status="PENDING", executor_id=self._executor, load_input=False, load_output=False
        )
        return frozenset(int(one.workflow_id) for one in taken) - self.running

    async def put_back(self, job_ids: Collection[int]) -> None:
        """Put jobs back into the queue that were taken out of it and not begun."""
        if job_ids and self._launched:
            with self._until_stopped():
                await DBOS.resume_workflows_async([str(job_id) for job_id in sorted(job_ids)], queue_name=QUEUE)

    async def restore(self, job_ids: Sequence[int], *, living: Collection[str]) -> int:
        """Have jobs run to their end that no living process is at, whatever the engine knows of them; give how many."""
        ids = [str(job_id) for job_id in job_ids]
        if not ids or not self._launched:
            return 0
        known = await DBOS.list_workflows_async(workflow_ids=ids, load_input=False, load_output=False)
        statuses = {status.workflow_id: status for status in known}
        ended = [one for one, status in statuses.items() if status.status in _ENDED]
        if ended:
            await DBOS.delete_workflows_async(ended)
        lost = [one for one in ids if one not in statuses or one in ended]
        for one in lost:
            await self.enqueue(int(one), priority=0)
        cut_off = [
            one
            for one, status in statuses.items()
            if not (
                status.status in {"ENQUEUED", *_ENDED} or (status.status == "PENDING" and status.executor_id in living)
            )
        ]
        if cut_off:
            await DBOS.resume_workflows_async(cut_off, queue_name=QUEUE)
        return len(lost) + len(cut_off)

    async def forget(self, *, completed_before: str) -> int:
        """Delete what the engine knows of some workflows that ended before a moment (ISO 8601); gives how many."""
        if not self._launched:
            return 0
        old = await DBOS.list_workflows_async(
            status=["SUCCESS", "ERROR", "CANCELLED"],
            completed_before=completed_before,
            limit=_FORGOTTEN_AT_ONCE,
            load_input=False,
            load_output=False,
        )
        if old:
            await DBOS.delete_workflows_async([status.workflow_id for status in old])
        return len(old)

    async def drain(self, grace_seconds: float) -> None:
        """Start nothing more, let what runs finish within the grace period, and stop; the next start goes on."""
        if not self._launched:
            return
        self._launched = False
        log.info("draining", running=len(self._running), grace_seconds=grace_seconds)
        loop = asyncio.get_running_loop()
        # The loop's own threads are the engine's and end with it, while what runs may still want some. What begins a
        # step meanwhile gives the loop the engine's once more.
        threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="threads")
        loop.set_default_executor(threads)
        with ThreadPoolExecutor(1, thread_name_prefix="drain") as thread:
            await loop.run_in_executor(thread, _destroy, int(grace_seconds) if self._running else 0)
        loop.set_default_executor(threads)
        cut_off = dict(self._running)
        for task in cut_off.values():
            task.cancel()
        if cut_off:
            log.warning("jobs_cut_off", jobs=[str(job_id) for job_id in cut_off])
            await asyncio.wait(cut_off.values())
        for job_id in {*cut_off, *self._left}:
            with structlog.contextvars.bound_contextvars(job=str(job_id)):
                await self._steps.abandon(job_id)

    def _is_stopping(self) -> bool:
        return not self._launched

    @contextmanager
    def _until_stopped(self) -> Iterator[None]:
        """Ask the engine for what the next start does by itself, should this one stop meanwhile."""
        try:
            yield
        except Exception as error:
            if self._launched:
                raise
            log.info("engine_stopped", kind=type(error).__name__)

    @property
    def _has_file(self) -> bool:
        return self._database_url.startswith(_FILE)

    def _config(self) -> DBOSConfig:
        return {
            "name": "easel",
            "system_database_url": self._database_url,
            "sys_db_pool_size": _POOL,
            "db_engine_kwargs": {
                "hide_parameters": True,
                **({"connect_args": {"factory": _OwnFile}} if self._has_file else {}),
            },
            "executor_id": self._executor,
            "application_version": _VERSION,
            "serializer": _JsonSerializer(),
            "log_level": "WARNING",
            "max_executor_threads": _THREADS,
            "notification_listener_polling_interval_sec": _POLLING_SECONDS,
            "use_listen_notify": False,
        }


class _OwnFile(sqlite3.Connection):
    """A connection to the engine's file: a power cut may take its last commits back, since our tables have them too."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.execute("PRAGMA synchronous=NORMAL")


class _JsonSerializer(Serializer):
    """Only numbers and None pass through the engine, where anybody can read them; of an error the name is enough."""

    def serialize(self, data: Any) -> str:
        return json.dumps(data, default=lambda value: type(value).__name__)

    def deserialize(self, serialized_data: str) -> Any:
        return json.loads(serialized_data)

    def name(self) -> str:
        return "easel_json"


class _Noise(logging.Filter):
    """Drops what the engine says of every job that is cancelled or cut off: to us that is no error."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = f"{record.getMessage()} {record.exc_info[1] if record.exc_info else ''}"
        return not any(words in text for words in ("ancelled", "no longer owned", "after shutdown"))


def _quiet() -> None:
    """Send the engine's log lines the way of all others."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.propagate = True
    if not any(isinstance(one, _Noise) for one in logger.filters):
        logger.addFilter(_Noise())


def _prepare_file(database_url: str) -> None:
    """Let readers and a writer of the engine's SQLite file go on side by side."""
    with closing(sqlite3.connect(database_url.removeprefix(_FILE))) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def _destroy(wait_seconds: int) -> None:
    DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=wait_seconds)
