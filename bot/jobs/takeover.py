"""The takeover of jobs whose process is gone, and the cleanup of old ones."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog

from bot.domain.errors import Interrupted
from bot.domain.job import JobState
from bot.jobs.failure_detector import LOOK_SOON_SECONDS, FailureDetector
from bot.jobs.periodic import PeriodicTasks
from bot.jobs.retention import Retention
from bot.jobs.runtime import Engine
from bot.jobs.steps import Steps
from bot.store.database.processes import Processes
from bot.store.errors import StoreError
from bot.store.jobs.jobs import Jobs

RECOVERIES = 5
"""So often a job may be there when its process goes before it counts as the reason."""
_CLEAN_UP_SECONDS = 3600.0
_SWEEP_SECONDS = 5.0
"""Nothing that is under way rests for so long: what two sweeps find at rest has nobody."""
_ENGINE_KEEPS = timedelta(hours=1)

log = structlog.get_logger(__name__)


class Takeover:
    """Runs beside the engine, on the bot's loop."""

    def __init__(
        self,
        engine: Engine,
        *,
        steps: Steps,
        jobs: Jobs,
        retention: Retention,
        processes: Processes,
        failure_detector: FailureDetector,
        executor: str,
        shared: bool,
    ) -> None:
        """Say with `shared` whether other processes may use the same database."""
        self._engine = engine
        self._steps = steps
        self._jobs = jobs
        self._retention = retention
        self._processes = processes
        self._failure_detector = failure_detector
        self._executor = executor
        self._shared = shared
        self._periodic = PeriodicTasks()
        self._resting: set[int] = set()
        self._dropped: frozenset[int] = frozenset()
        self._others: frozenset[str] = frozenset()
        self._owes_restoring = False
        self._cancelled: set[int] = set()

    @property
    def term(self) -> int | None:
        """While it is the same number, no other process can have taken over what this one has; one alone keeps it."""
        return self._failure_detector.term if self._shared else 0

    async def start(self) -> None:
        """Enter this process, take over what those left behind that are gone, and go on doing so."""
        await self._failure_detector.beat()
        if not self._shared:
            # Whoever has the folder is alone: all others are gone, however lately they were here.
            for executor in await self._processes.silent(_now() + timedelta(days=1)):
                if executor != self._executor:
                    await self._processes.remove(executor)
        await self._restore_orphans()
        self._periodic.begin(_CLEAN_UP_SECONDS, self._clean_up)
        self._periodic.begin(_SWEEP_SECONDS, self._sweep)
        if self._shared:
            self._periodic.begin(LOOK_SOON_SECONDS, self._beat)

    async def stop(self) -> None:
        """Leave: from now on this process's jobs are anybody's."""
        await self._periodic.stop()
        with suppress(StoreError):
            await self._processes.remove(self._executor)

    async def _beat(self) -> float:
        verdict = await self._failure_detector.beat()
        before, self._others = self._others, verdict.others
        # One that stops takes itself out, and leaves what it was cut off from.
        if not verdict.gone and before <= self._others and not self._owes_restoring:
            return verdict.pause_seconds
        # Whoever is removed is found no more: should the rest fail, it is due at the next beat.
        self._owes_restoring = True
        async with self._processes.try_lead() as leads:
            if leads:
                for executor in verdict.gone:
                    log.warning("process_gone", executor=executor)
                    await self._processes.remove(executor)
                self._others = await self._living() - {self._executor}
                await self._restore_orphans()
                self._owes_restoring = False
        return LOOK_SOON_SECONDS if self._owes_restoring else verdict.pause_seconds

    async def _restore_orphans(self) -> None:
        living = await self._living()
        cut_off = await self._engine.cut_off(living=living)
        unfinished = await self._jobs.unfinished()
        # What had ended when its process died, before the engine heard of it, would count as running for ever.
        await self._engine.put_back(cut_off - {one.id for one in unfinished})
        orphans = [
            one
            for one in unfinished
            # One that waits is on record as that of the process that took it in, whichever took it out of the queue.
            if one.executor not in living or (one.state is JobState.WAITING and one.id in cut_off)
        ]
        held: frozenset[int] = frozenset()
        if self._shared:
            # Each process that notices comes here, and what has found somebody meanwhile was not there at another end.
            held = await self._engine.held([one.id for one in orphans], living=living)
        for one in orphans:
            if one.id not in held:
                await self._ready(one.id, one.state)
        count = await self._engine.restore([one.id for one in orphans], living=living)
        for one in orphans:
            await self._steps.show(one.id)
        if orphans:
            log.info("jobs_taken_over", count=len(orphans), resumed=count)

    async def _sweep(self) -> None:
        """Pick up what no workflow of this process is at although the process lives, as when the database was away.

        What others have is theirs, and of what this process has, a delivery that is under way is its owner's. What was
        cancelled in another process, without a word of that coming here, is stopped.
        """
        running = self._engine.running
        unfinished = await self._jobs.unfinished()
        resting = {
            one.id
            for one in unfinished
            if one.executor in {self._executor, None} and one.state is not JobState.ACCEPTING
        }
        resting = {one for one in resting - running if not self._steps.is_delivering(one)}
        forgotten = sorted(resting & self._resting)
        self._resting = resting
        if forgotten and await self._engine.restore(forgotten, living=await self._living()):
            log.warning("jobs_picked_up")
        await self._put_back()
        # Whoever cancels a job has it from then on.
        kept = {one.id for one in unfinished if one.executor == self._executor or one.state is not JobState.FAILING}
        self._stop_cancelled({one for one in running - kept if not self._steps.is_delivering(one)})

    def _stop_cancelled(self, cancelled: set[int]) -> None:
        for job_id in cancelled & self._cancelled:
            if self._engine.stop_running(job_id):
                log.warning("job_stopped_late", job=str(job_id))
        self._cancelled = cancelled

    async def _put_back(self) -> None:
        """Queue anew what the engine counts as begun here and is not: it never heard that its taking had worked."""
        before, self._dropped = self._dropped, await self._engine.dropped()
        still = before & self._dropped
        if still:
            log.warning("jobs_put_back", count=len(still))
            await self._engine.put_back(still)

    async def _living(self) -> frozenset[str]:
        return frozenset(await self._processes.silent(_now() + timedelta(days=1)))

    async def _ready(self, job_id: int, state: JobState) -> None:
        """Prepare a job for being run again: what was not taken in ends, and so does what has brought us down."""
        if state is JobState.ACCEPTING:
            await self._steps.fail(job_id, Interrupted())
        elif await self._jobs.recover(job_id) > RECOVERIES:
            log.error("job_given_up", job=str(job_id), recoveries=RECOVERIES)
            await self._steps.give_up(job_id)

    async def _clean_up(self) -> None:
        await self._retention.apply(_now())
        while await self._engine.forget(completed_before=(_now() - _ENGINE_KEEPS).isoformat()):
            pass


def _now() -> datetime:
    return datetime.now(UTC)
