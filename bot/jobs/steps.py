"""The steps of a job. Each may be entered again after a crash: what is done already is left as it is."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import (
    EaselError,
    Interrupted,
    NotAllowed,
    OptionNotOffered,
    OutcomeUnknown,
    Unexpected,
)
from bot.domain.job import OPEN, Job, JobState
from bot.domain.ports import ImagesApi, Poster, Progress
from bot.domain.request import ApiAnswer, ApiCall
from bot.jobs.failure_reports import report_failure
from bot.jobs.inputs import Inputs
from bot.jobs.laying_in import LayingIn
from bot.jobs.outputs import Manifest, Outputs
from bot.jobs.providers import Provider, Providers
from bot.jobs.store_retry import persist
from bot.meters import Meters
from bot.store.errors import BlobMissing, TooSoon
from bot.store.jobs.jobs import Jobs

ANSWERS_BYTES = 32 * 1024 * 1024
"""The answers that are read at once; the others wait at their sockets, so that no rush fills the memory."""
PICTURE_BYTES = 2 * 1024 * 1024
"""What a picture of 1024x1024 pixels may need while it is read, its text included."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Called:
    """A job whose call is over; `is_fresh`: its pictures are part of the books since just now."""

    job: Job
    is_fresh: bool = False


class Steps:
    """What a process does for the jobs that it runs."""

    def __init__(  # noqa: PLR0913 - what the steps are done with
        self,
        jobs: Jobs,
        *,
        inputs: Inputs,
        outputs: Outputs,
        providers: Providers,
        poster: Poster,
        progress: Progress,
        laying_in: LayingIn,
        meters: Meters,
        executor: str,
        find_elsewhere: Callable[[Job], str | None],
    ) -> None:
        """Name with `find_elsewhere` a model that may take a job which the provider does not take as it is."""
        self._jobs = jobs
        self._inputs = inputs
        self._outputs = outputs
        self._providers = providers
        self._meters = meters
        self._executor = executor
        self._find_elsewhere = find_elsewhere
        self._poster = poster
        self._progress = progress
        self._laying_in = laying_in
        self._answer_bytes = ByteSemaphore(ANSWERS_BYTES)

    async def prepare(self, job_id: int) -> Job | None:
        """Take a job that waits, unless its answer could not be posted; gives a job as it is then.

        None: it is not there any more, or another process has it.
        """
        now = _now()
        found = await persist(lambda: self._jobs.take(job_id, executor=self._executor, now=now))
        if found is None or not found.was_taken:
            return None if found is None else found.job
        if found.waited_since is not None:
            self._meters.took("wait", (now - found.waited_since).total_seconds())
        missing = await self._poster.missing_permissions(found.job)
        return await self._end(found.job, NotAllowed(permissions=missing)) if missing else found.job

    async def call(self, job: Job) -> Called | None:
        """Ask the images API, and make what it answers part of the books; gives the job as it is then.

        A job that is found in the middle of its call was there when its process died. If the answer is whole in the
        blob store, that is the answer. Else the call is repeated where that is not paid twice, and given up where it
        might be. None: the job is not there any more.
        """
        if job.state not in {JobState.PREPARING, JobState.CALLING}:
            return Called(job)
        manifest = await persist(lambda: self._outputs.find(job.id)) if job.state is JobState.CALLING else None
        if manifest is not None:
            return await self._keep(job, manifest)
        if job.state is JobState.CALLING and not await self._may_call_again(job):
            return _called(await self._look_again(job))
        return await self._call(job)

    async def _call(self, job: Job) -> Called | None:
        try:
            ready = await persist(lambda: self._inputs.load(job))
        except BlobMissing:
            log.exception("input_missing")
            return _called(await self._end(job, Interrupted()))
        try:
            async with self._providers.use(job) as provider:
                called = await self._enter_call(job, provider)
                if called is None:
                    return _called(await self._look_again(job))
                with self._meters.stage("call"):
                    manifest = await self._ask(called, ready, provider.api)
        except EaselError as error:
            report_failure(error, job, meters=self._meters)
            if isinstance(error, OptionNotOffered):
                error.elsewhere = self._find_elsewhere(job)
            return _called(await self._end(job, error))
        return await self._keep(called, manifest)

    async def _keep(self, job: Job, manifest: Manifest) -> Called | None:
        """Make the answer part of the books: pictures, cost and charge in one transaction.

        Of an exact edit it is laid into the original before. A process that dies at that leaves the manifest behind,
        with which the next one does it again.
        """
        pictures = manifest.pictures
        if job.crop is not None:
            with self._meters.stage("lay_in"):
                pictures = await persist(lambda: self._laying_in.lay_in(job, manifest.pictures))
        with self._meters.stage("keep"):
            kept = await persist(
                lambda: self._jobs.keep(
                    job.id,
                    pictures=pictures,
                    quality=manifest.quality,
                    size=manifest.size,
                    dropped=manifest.dropped,
                    cost=manifest.cost,
                    now=_now(),
                )
            )
        if kept is None:
            return _called(await self._look_again(job))
        self._meters.settled(
            microusd=manifest.cost.microusd or 0, pictures=len(manifest.pictures), by_server=job.is_server_paid
        )
        log.info(
            "job_drawn",
            model=job.options.model,
            pictures=len(manifest.pictures),
            cost_microusd=manifest.cost.microusd,
            by_server=job.is_server_paid,
        )
        return Called(kept, is_fresh=True)

    async def deliver(self, job: Job, *, is_fresh: bool = False) -> None:
        """Post what the job ended with; `is_fresh`: it was drawn just now, and nobody has tried to."""
        if job.state not in {JobState.DRAWN, JobState.FAILING}:
            return
        # What holds for the first attempt alone.
        intended_at = [job.drawn_at] if is_fresh and job.origin.is_editable else []
        with self._meters.stage("deliver"):
            await persist(lambda: self._poster.deliver(job, intended_at=intended_at.pop() if intended_at else None))

    async def fail(self, job_id: int, error: EaselError, *, executor: str | None = None) -> Job | None:
        """End a job that is open, and release its charge; None where it was not, or not the named executor's."""
        failed = await persist(lambda: self._jobs.fail(job_id, error=error, now=_now(), executor=executor))
        if failed is not None:
            log.info("job_failed", kind=type(error).__name__)
        return failed

    async def give_up(self, job_id: int) -> Job | None:
        """End a job that our own code cannot go on with, wherever it stands; gives it where that is to be told."""
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None:
            return None
        if job.state in OPEN:
            may_have_cost = job.state is JobState.CALLING and not self._providers.is_free(job)
            return await self._end(job, Unexpected(may_have_cost=may_have_cost))
        if job.state is JobState.DRAWN:
            await persist(lambda: self._jobs.close(job_id, to=JobState.UNDELIVERABLE, now=_now()))
        elif job.state is JobState.FAILING:
            await persist(lambda: self._jobs.close(job_id, to=JobState.FAILED, now=_now()))
        return None

    def is_delivering(self, job_id: int) -> bool:
        """Say whether somebody in this process, who may be no workflow, is at posting what a job ended with."""
        return self._poster.is_delivering(job_id)

    async def leave(self, job_id: int) -> None:
        """Let a job be that was stopped from outside."""
        await self._poster.leave(job_id)

    async def abandon(self, job_id: int) -> None:
        """End a call that is cut off now and cannot be repeated safely; any other job is left to be resumed."""
        job = await self._jobs.find(job_id)
        if job is None or job.state is not JobState.CALLING or (await self._providers.terms_of(job)).repeatable:
            return
        if await self._outputs.find(job_id) is None:
            self._meters.maybe_paid("crashed")
            ended = await self._end(job, OutcomeUnknown(may_have_cost=True))
            if ended is not None:
                await self.deliver(ended)

    async def show(self, job_id: int) -> None:
        """Show the progress of a job that still waits."""
        job = await self._jobs.find(job_id)
        if job is not None and job.state is JobState.WAITING:
            self._progress.watch(job)

    async def _end(self, job: Job, error: EaselError) -> Job | None:
        """End a job; gives it as it is then, which may be what somebody else has made of it."""
        return await self.fail(job.id, error) or await self._look_again(job)

    async def _look_again(self, job: Job) -> Job | None:
        return await persist(lambda: self._jobs.find(job.id))

    async def _may_call_again(self, job: Job) -> bool:
        if not (await persist(lambda: self._providers.terms_of(job))).repeatable:
            # Unless it is at the provider for another process, as when this one was frozen before it began.
            if await self.fail(job.id, OutcomeUnknown(may_have_cost=True), executor=self._executor):
                self._meters.maybe_paid("crashed")
            return False
        self._meters.maybe_paid("repeated")
        return True

    async def _enter_call(self, job: Job, provider: Provider) -> Job | None:
        while True:
            try:
                return await persist(
                    lambda: self._jobs.move(
                        job,
                        to=JobState.CALLING,
                        executor=self._executor,
                        now=_now(),
                        pictures_per_minute=provider.terms.pictures_per_minute,
                    )
                )
            except TooSoon as error:
                self._progress.waits(job, error.wait_seconds)
                await asyncio.sleep(error.wait_seconds)

    async def _ask(self, job: Job, ready: ApiCall, api: ImagesApi) -> Manifest:
        draw = api.edit if ready.images else api.generate
        on_partial = self._progress.drawing(job)
        sketches = None if on_partial is None else self._laying_in.sketches(job, on_partial)
        async with AsyncExitStack() as shown, AsyncExitStack() as reserved:
            if sketches is not None:
                on_partial = sketches.take
                shown.callback(sketches.stop)

            async def reserve_memory() -> None:
                await reserved.aclose()
                await reserved.enter_async_context(self._answer_bytes.acquire(job.options.n * PICTURE_BYTES))

            answer: ApiAnswer = await draw(
                ready,
                on_partial=on_partial,
                on_body=reserve_memory,
                on_wait=lambda seconds: self._progress.waits(job, seconds),
            )
            return await persist(lambda: self._outputs.keep(job, answer))


def _called(job: Job | None) -> Called | None:
    return None if job is None else Called(job)


def _now() -> datetime:
    return datetime.now(UTC)
