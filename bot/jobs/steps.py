"""The steps of a job. Each may be entered again after a crash: what is done already is left as it is."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import structlog

from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import (
    ContentRefused,
    EaselError,
    Interrupted,
    InvalidRequest,
    NotAllowed,
    OptionNotOffered,
    OutcomeUnknown,
    ProviderError,
    ProviderMisconfigured,
    ServerKeyChanged,
    ServerKeyUnreadable,
    Unexpected,
)
from bot.domain.job import OPEN, Job, JobState
from bot.domain.ports import ImagesApi, Poster, Progress
from bot.domain.request import ApiAnswer, ApiCall
from bot.jobs.inputs import Inputs
from bot.jobs.laying_in import LayingIn
from bot.jobs.outputs import Outputs
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

    async def prepare(self, job_id: int) -> None:
        """Take a job that waits, unless its answer could not be posted any more."""
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None or job.state not in {JobState.WAITING, JobState.PREPARING}:
            return
        with self._meters.stage("prepare"):
            missing = await self._poster.missing_permissions(job)
            if missing:
                await self.fail(job_id, NotAllowed(permissions=missing))
                return
            if job.state is JobState.WAITING and job.queued_at is not None:
                self._meters.took("wait", (_now() - job.queued_at).total_seconds())
            await persist(lambda: self._jobs.move(job_id, to=JobState.PREPARING, executor=self._executor, now=_now()))

    async def call(self, job_id: int) -> None:
        """Ask the images API, and keep what it answers as blobs.

        A job that is found in the middle of its call was there when its process died. If the answer is whole in the
        blob store, that is the answer. Else the call is repeated where that is not paid twice, and given up where it
        might be.
        """
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None or job.state not in {JobState.PREPARING, JobState.CALLING}:
            return
        if job.state is JobState.CALLING and not await self._may_call_again(job):
            return
        try:
            ready = await persist(lambda: self._inputs.load(job))
        except BlobMissing:
            log.exception("input_missing")
            await self.fail(job_id, Interrupted())
            return
        try:
            async with self._providers.use(job) as provider:
                called = await self._enter_call(job_id, provider)
                if called is None:
                    return
                with self._meters.stage("call"):
                    await self._ask(called, ready, provider.api)
        except EaselError as error:
            self._report(error, job)
            if isinstance(error, OptionNotOffered):
                error.elsewhere = self._find_elsewhere(job)
            await self.fail(job_id, error)

    async def keep(self, job_id: int) -> None:
        """Make the answer part of the books: pictures, cost and charge in one transaction.

        Of an exact edit it is laid into the original before. A process that dies at that leaves the manifest behind,
        with which the next one does it again.
        """
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None or job.state is not JobState.CALLING:
            return
        manifest = await persist(lambda: self._outputs.find(job_id))
        if manifest is None:
            return
        pictures = manifest.pictures
        if job.crop is not None:
            with self._meters.stage("lay_in"):
                pictures = await persist(lambda: self._laying_in.lay_in(job, manifest.pictures))
        with self._meters.stage("keep"):
            kept = await persist(
                lambda: self._jobs.keep(
                    job_id,
                    pictures=pictures,
                    quality=manifest.quality,
                    size=manifest.size,
                    dropped=manifest.dropped,
                    cost=manifest.cost,
                    now=_now(),
                )
            )
        if kept:
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

    async def deliver(self, job_id: int) -> None:
        """Post what the job ended with."""
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None or job.state not in {JobState.DRAWN, JobState.FAILING}:
            return
        with self._meters.stage("deliver"):
            await persist(lambda: self._poster.deliver(job))

    async def fail(self, job_id: int, error: EaselError, *, executor: str | None = None) -> bool:
        """End a job that is open, and release its charge; False where it was not, or not the named executor's."""
        failed = await persist(lambda: self._jobs.fail(job_id, error=error, now=_now(), executor=executor))
        if failed:
            log.info("job_failed", kind=type(error).__name__)
        return failed

    async def give_up(self, job_id: int) -> None:
        """End a job that our own code cannot go on with, wherever it stands."""
        job = await persist(lambda: self._jobs.find(job_id))
        if job is None:
            return
        if job.state in OPEN:
            may_have_cost = job.state is JobState.CALLING and not self._providers.is_free(job)
            await self.fail(job_id, Unexpected(may_have_cost=may_have_cost))
        elif job.state is JobState.DRAWN:
            await persist(lambda: self._jobs.close(job_id, to=JobState.UNDELIVERABLE, now=_now()))
        elif job.state is JobState.FAILING:
            await persist(lambda: self._jobs.close(job_id, to=JobState.FAILED, now=_now()))

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
            await self.fail(job_id, OutcomeUnknown(may_have_cost=True))
            await self.deliver(job_id)

    async def show(self, job_id: int) -> None:
        """Show the progress of a job that still waits."""
        job = await self._jobs.find(job_id)
        if job is not None and job.state is JobState.WAITING:
            self._progress.watch(job)

    async def _may_call_again(self, job: Job) -> bool:
        if await persist(lambda: self._outputs.find(job.id)) is not None:
            return False
        if not (await persist(lambda: self._providers.terms_of(job))).repeatable:
            # Unless it is at the provider for another process, as when this one was frozen before it began.
            if await self.fail(job.id, OutcomeUnknown(may_have_cost=True), executor=self._executor):
                self._meters.maybe_paid("crashed")
            return False
        self._meters.maybe_paid("repeated")
        return True

    async def _enter_call(self, job_id: int, provider: Provider) -> Job | None:
        while True:
            try:
                return await persist(
                    lambda: self._jobs.move(
                        job_id,
                        to=JobState.CALLING,
                        executor=self._executor,
                        now=_now(),
                        pictures_per_minute=provider.terms.pictures_per_minute,
                    )
                )
            except TooSoon as error:
                await asyncio.sleep(error.wait_seconds)

    async def _ask(self, job: Job, ready: ApiCall, api: ImagesApi) -> None:
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

            answer: ApiAnswer = await draw(ready, on_partial=on_partial, on_body=reserve_memory)
            await persist(lambda: self._outputs.keep(job, answer))

    def _report(self, error: EaselError, job: Job) -> None:
        kind = type(error).__name__
        self._meters.provider_failed(kind, by_server=job.is_server_paid)
        if isinstance(error, ProviderError) and error.may_have_cost:
            self._meters.maybe_paid("failed")
        match error:
            case ProviderError():
                is_operators = isinstance(error, ProviderMisconfigured) and not error.of_server
                report = log.error if is_operators else log.warning
                report(
                    "provider_failed",
                    kind=kind,
                    status=error.status,
                    detail=error.detail,
                    request_id=error.request_id,
                    may_have_cost=error.may_have_cost,
                    by_server=error.of_server,
                )
            case ContentRefused():
                log.info("content_refused", categories=error.categories)
            case InvalidRequest() | ServerKeyChanged() | ServerKeyUnreadable():
                log.info("request_not_taken", kind=kind)
            case _:
                log.error("failed", kind=kind)


def _now() -> datetime:
    return datetime.now(UTC)
