"""The engine: launched on the bot's loop, fed with jobs, drained at a stop."""

import asyncio
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import Context
from functools import partial
from typing import Any

import structlog
from dbos import DBOS
from dbos._error import DBOSException

from bot.jobs import engine_records
from bot.jobs.dispatcher import Dispatcher
from bot.jobs.engine_config import THREADS, Slots, build_config, prepare_file, quiet
from bot.jobs.engine_queue import QUEUE, WORKFLOW, EngineQueue, without_pollers
from bot.jobs.image_job import ImageJob
from bot.jobs.steps import Steps
from bot.store.database.notices import Notices
from bot.store.errors import StoreError, StoreUnavailable

ENGINE_FILE = "dbos.sqlite3"
"""The engine's own SQLite file in the data folder: two writers of one file would wait for each other by polling."""
_QUEUED = "queued"
_CANCELLED = "cancelled "
"""Notices; behind the second comes the id of a job."""

log = structlog.get_logger(__name__)


class Engine:
    """DBOS, which runs each job as a workflow whose id is the job's, once at a time, also after a crash.

    There can be one in a process. What the engine forgets is in our own tables, so that its database may be lost.
    """

    def __init__(
        self, steps: Steps, *, database_url: str, slots: Slots, executor: str, notices: Notices | None = None
    ) -> None:
        """Take the address of the engine's own database; `executor` names this process and no other one.

        Processes that share a database tell each other by `notices`, None: there is one alone.
        """
        self._steps = steps
        self._database_url = database_url
        self._slots = slots
        self._executor = executor
        self._notices = notices
        self._running: dict[int, asyncio.Task[Any]] = {}
        self._left: set[int] = set()
        self._launched = False
        self._queue: EngineQueue | None = None
        self._dispatcher: Dispatcher | None = None
        self._listening: asyncio.Task[None] | None = None

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
        prepare_file(self._database_url)
        DBOS(config=build_config(self._database_url, executor=self._executor))
        quiet()

        job = ImageJob(self._steps, is_stopping=self._is_stopping)

        # Registered anew at each launch, since it belongs to these steps: a module has no parts of its own.
        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
        async def image_job(job_id: int) -> None:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 - a coroutine always runs in a task
            if not self._launched:
                # The engine had taken it out of its queue when the stop began, and no longer waits for it.
                raise asyncio.CancelledError
            # Done is a workflow when that is on record, and its slot free.
            task.add_done_callback(lambda _: self._look(ended=True))
            if job_id in self._running:
                # Taken up again as one that nobody is at, and then begun after all: it has ended when that has.
                await asyncio.wait({self._running[job_id]})
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

        with without_pollers():
            DBOS.launch()
        self._launched = True
        most = min(self._slots.process or sys.maxsize, self._slots.service)
        await DBOS.register_queue_async(
            QUEUE,
            global_concurrency=self._slots.service,
            worker_concurrency=most if self._slots.process else None,
            on_conflict="always_update",
        )
        tell = None
        if self._notices is not None:
            self._listening = Context().run(asyncio.create_task, self._notices.listen(self._hear))
            await self._notices.wait_until_listening()
            tell = partial(self._notices.tell, _QUEUED)
        self._queue = EngineQueue(service=self._slots.service, process=most)
        self._dispatcher = Dispatcher(self._queue.claim, tell_others=tell)

    def _hear(self, notice: str) -> None:
        if notice == _QUEUED:
            self._look()
        elif notice.startswith(_CANCELLED):
            self.stop_running(int(notice.removeprefix(_CANCELLED)))

    def _look(self, *, ended: bool = False) -> None:
        if self._dispatcher is not None and self._launched:
            (self._dispatcher.ended if ended else self._dispatcher.queued)()

    def enlister_of(self, job_id: int) -> Callable[[Any, int], None] | None:
        """Give what puts a job into the queue as part of a transaction of our own tables, with its priority.

        None: the engine's are elsewhere.
        """
        queue = self._queue
        if self._notices is None or queue is None:
            return None
        return lambda connection, priority: queue.enlist(connection, job_id, priority=priority)

    def admitted(self, job_id: int, *, priority: int) -> None:
        """Have a job run when its turn comes that is on record, and enlisted where that is possible."""
        if self._notices is None:
            self.enqueue(job_id, priority=priority)
        else:
            self._look()

    def enqueue(self, job_id: int, *, priority: int) -> None:
        """Put a job into the queue, once; a lower priority is an earlier turn.

        While the bot stops, a job stays in our own tables alone, from which the next start queues it.
        """
        if self._launched and self._queue is not None:
            self._queue.put(job_id, priority=priority)
            self._look()

    async def cancel(self, job_id: int) -> None:
        """Take a job out of the queue, or stop it in whichever process it is, at the latest with its next sweep.

        Raises:
            StoreUnavailable: the engine's database does not do what it is asked; here, and in all that follows.
        """
        if not self._launched:
            return
        is_here = self.stop_running(job_id)
        with self._until_stopped():
            await DBOS.cancel_workflow_async(str(job_id))
        if not is_here and self._notices is not None:
            with suppress(StoreError):
                await self._notices.tell(f"{_CANCELLED}{job_id}")

    def stop_running(self, job_id: int) -> bool:
        """Stop what this process does for a job that is cancelled; False where it does nothing."""
        task = self._running.get(job_id)
        return task is not None and task.cancel()

    async def cut_off(self, *, living: Collection[str]) -> frozenset[int]:
        """Tell which jobs a process took out of the queue that is none of the living, begun or not."""
        return frozenset(job_id for job_id, executor in (await self._taken()).items() if executor not in living)

    async def held(self, job_ids: Sequence[int], *, living: Collection[str]) -> frozenset[int]:
        """Tell which of some jobs wait in the queue, or were taken out of it by one of the living processes."""
        if job_ids and self._launched:
            with self._until_stopped():
                known = await engine_records.list_known([str(job_id) for job_id in job_ids])
                return frozenset(int(one.workflow_id) for one in known if engine_records.is_held(one, living))
        return frozenset()

    async def dropped(self) -> frozenset[int]:
        """Tell which jobs are on record as taken out of the queue by this process, which is not at them.

        That is so for a moment before each begins, and for good where the connection was lost while that was recorded.
        """
        taken = (job_id for job_id, executor in (await self._taken()).items() if executor == self._executor)
        return frozenset(taken) - self.running

    async def _taken(self) -> Mapping[int, str]:
        if self._launched and self._queue is not None:
            with self._until_stopped():
                return await asyncio.to_thread(self._queue.find_taken)
        return {}

    async def put_back(self, job_ids: Collection[int]) -> None:
        """Put jobs back into the queue that were taken out of it, and that nobody is at."""
        if job_ids and self._launched:
            with self._until_stopped():
                await DBOS.resume_workflows_async([str(job_id) for job_id in sorted(job_ids)], queue_name=QUEUE)
            self._look()

    async def restore(self, job_ids: Sequence[int], *, living: Collection[str]) -> int:
        """Have jobs run to their end that no living process is at, whatever the engine knows of them; give how many."""
        if job_ids and self._launched:
            with self._until_stopped():
                return await self._restore([str(job_id) for job_id in job_ids], living=living)
        return 0

    async def _restore(self, ids: Sequence[str], *, living: Collection[str]) -> int:
        found = await engine_records.sort_out(ids, living=living)
        for one in found.lost:
            self.enqueue(int(one), priority=0)
        if found.cut_off:
            await DBOS.resume_workflows_async(found.cut_off, queue_name=QUEUE)
        self._look()
        return len(found.lost) + len(found.cut_off)

    async def forget(self, *, completed_before: str) -> int:
        """Delete what the engine knows of some workflows that ended before a moment (ISO 8601); gives how many."""
        if self._launched:
            with self._until_stopped():
                return await engine_records.forget(completed_before)
        return 0

    async def drain(self, grace_seconds: float) -> None:
        """Start nothing more, let what runs finish within the grace period, and stop; the next start goes on."""
        if not self._launched:
            return
        self._launched = False
        if self._dispatcher is not None:
            await self._dispatcher.stop()
        log.info("draining", running=len(self._running), grace_seconds=grace_seconds)
        loop = asyncio.get_running_loop()
        # The loop's own threads are the engine's and end with it, while what runs may still want some. What begins a
        # step meanwhile gives the loop the engine's once more.
        threads = ThreadPoolExecutor(THREADS, thread_name_prefix="threads")
        loop.set_default_executor(threads)
        with ThreadPoolExecutor(1, thread_name_prefix="drain") as thread:
            await loop.run_in_executor(thread, self._destroy, int(grace_seconds) if self._running else 0)
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
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.wait({self._listening})

    def _destroy(self, wait_seconds: int) -> None:
        try:
            if self._queue is not None:
                self._queue.close()
        except Exception as error:  # noqa: BLE001 - its database is away, and the next start finds out by itself
            log.info("engine_stopped", kind=type(error).__name__)
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=wait_seconds)

    def _is_stopping(self) -> bool:
        return not self._launched

    @contextmanager
    def _until_stopped(self) -> Iterator[None]:
        """Ask the engine for what the next start does by itself, should this one stop meanwhile.

        Raises:
            StoreUnavailable: the engine's database does not do what it is asked.
        """
        try:
            yield
        except DBOSException:
            raise
        except asyncio.CancelledError:
            task = asyncio.current_task()
            # The threads of an engine that stops drop what has not begun; who asks is not cancelled with that.
            if self._launched or task is None or task.cancelling():
                raise
        except Exception as error:
            if self._launched:
                raise StoreUnavailable from error
            log.info("engine_stopped", kind=type(error).__name__)
