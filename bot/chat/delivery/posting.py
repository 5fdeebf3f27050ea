"""The answers of jobs: each posted once, with what is on record of it, and the job closed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import structlog

from bot.chat.delivery.answer import AnswerPart, Answers
from bot.chat.delivery.delivery_failures import DeliveryFailures
from bot.chat.delivery.progress import ProgressMessages
from bot.chat.delivery.sending import Attempt, PartSender
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.messenger import Messenger
from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import NotDelivered
from bot.domain.job import Job, JobState
from bot.meters import Meters
from bot.store.jobs.deliveries import Deliveries, DeliveryState, Way, nonce_of
from bot.store.jobs.jobs import Jobs
from bot.words.language.spoken import speaking

POSTED_AT_ONCE_BYTES = 32 * 1024 * 1024
"""Of pictures, in memory; the others wait where they are kept."""

_TO_DELIVER = frozenset({JobState.DRAWN, JobState.FAILING})

log = structlog.get_logger(__name__)


class JobPoster:
    """Posts what jobs end with, each part of an answer once."""

    def __init__(
        self,
        jobs: Jobs,
        *,
        deliveries: Deliveries,
        answers: Answers,
        sender: PartSender,
        messenger: Messenger,
        progress: ProgressMessages,
        meters: Meters,
    ) -> None:
        self._jobs = jobs
        self._deliveries = deliveries
        self._answers = answers
        self._sender = sender
        self._messenger = messenger
        self._progress = progress
        self._meters = meters
        self._delivery_failures = DeliveryFailures(messenger, demo=answers.demo)
        self._memory = ByteSemaphore(POSTED_AT_ONCE_BYTES)
        self._owners: dict[int, asyncio.Event] = {}

    async def missing_permissions(self, job: Job) -> tuple[str, ...]:
        """List what the bot may not do where the answer goes; one that has the interaction alone needs nothing."""
        if not job.origin.has_channel:
            return ()
        return await self._messenger.missing_permissions(job.origin)

    def is_delivering(self, job_id: int) -> bool:
        """Say whether somebody in this process is at posting what a job ended with."""
        return job_id in self._owners

    async def deliver(self, job: Job, *, intended_at: datetime | None = None) -> None:
        """Post the pictures of a DRAWN job or the sentence of a FAILING one, exactly once, and close the job.

        Who comes second waits for the first one, and does what that has left. With `intended_at` it is on record since
        then that the job's answer is to be edited, and nobody has tried to.

        The interaction's own answer is edited while its token lives; later a message goes into the channel. A private
        answer, and one in a place where the bot is only a guest, has no other way: then, and where Discord refuses
        for good, the job is closed as it is, and /history has it.

        Raises:
            StoreUnavailable: the store does not answer; what is out already is not posted again the next time.
        """
        async with self._own(job) as mine:
            if mine is None:
                return
            with speaking(mine.origin.language):
                await self._deliver_once(mine, intended_at if mine is job else None)

    async def _deliver_once(self, job: Job, intended_at: datetime | None) -> None:
        was_cut_off = await self._progress.finish(job.id)
        async with self._memory.acquire(sum(picture.size_bytes for picture in job.pictures)):
            await self._deliver(await self._with_answer(job), intended_at)
        if was_cut_off:
            # An edit of the progress may have come in last: what counts is put on top of it once more.
            await self._restore(job)

    async def close_told(self, job: Job) -> None:
        """Close a FAILING job of which its asker has been told alone.

        Raises:
            StoreUnavailable: the database does not answer; at the next start its answer says it too.
        """
        if await self._jobs.close(job.id, to=JobState.FAILED, now=_now()):
            self._meters.ended(JobState.FAILED)

    async def leave(self, job_id: int) -> None:
        """Stop showing a job that is stopped from outside, and leave its answer as it was delivered.

        Another process may have put the sentence there while this one still edited its progress.
        """
        if not self._progress.is_shown(job_id):
            return
        await self._progress.finish(job_id)
        job = await self._jobs.find(job_id)
        if job is not None and job.failure is not None:
            with speaking(job.origin.language):
                await self._restore(job)

    @asynccontextmanager
    async def _own(self, job: Job) -> AsyncIterator[Job | None]:
        """Become the only one in this process who delivers a job; gives it as it is by then, None if it is closed."""
        mine: Job | None = job
        while (ended := self._owners.get(job.id)) is not None:
            await ended.wait()
            mine = await self._jobs.find(job.id)
        owner = self._owners[job.id] = asyncio.Event()
        try:
            yield mine if mine is not None and mine.state in _TO_DELIVER else None
        finally:
            del self._owners[job.id]
            owner.set()

    async def _deliver(self, job: Job, intended_at: datetime | None) -> None:
        posted = 0
        closed = False
        try:
            parts = await self._answers.compose(job)
            records = () if intended_at else await self._deliveries.of(job.id)
            sent = {one.part for one in records if one.state is DeliveryState.SENT}
            for part in parts:
                if part.number not in sent:
                    attempt = await self._begin(job, part, intended_at if part.number == 1 else None)
                    closed = attempt is not None and await self._send(job, attempt, last=part is parts[-1])
                posted += len(part.files)
        except NotDelivered as error:
            error.posted, error.pictures = posted, len(job.pictures)
            error.free = self._answers.demo and not job.is_server_paid
            log.error("not_delivered", kind=type(error).__name__, cause=error.__cause__)  # noqa: TRY400
            await self._close(job, error)
            return
        if closed:
            # Otherwise another process has, and has counted it.
            ended = JobState.FAILED if job.failure else JobState.DELIVERED
            self._meters.ended(ended)
            log.info("job_delivered", state=ended.value)

    async def _with_answer(self, job: Job) -> Job:
        """Look for our reply to a message where a crash came between sending and recording it."""
        origin = job.origin
        if origin.reply_to is None or origin.answer_id is not None:
            return job
        try:
            answer_id = await self._messenger.find_reply(origin)
        except FAILURES as error:
            log.info("reply_not_looked_for", cause=error)
            return job
        if answer_id is None:
            return job
        await self._jobs.answered(job.id, answer_id=answer_id)
        return replace(job, origin=replace(origin, answer_id=answer_id))

    async def _begin(self, job: Job, part: AnswerPart, intended_at: datetime | None) -> Attempt | None:
        """Put the intent to send a part on record, unless it is there; None where the part is out."""
        nonce = nonce_of(job.id, part.number)
        if intended_at is not None:
            return Attempt(part, way=Way.ORIGINAL, nonce=nonce, since=intended_at)
        now = _now()
        first_way = Way.ORIGINAL if part.number == 1 and job.origin.is_editable else Way.CHANNEL
        record = await self._deliveries.intend(job.id, part=part.number, way=first_way, now=now)
        if record.state is DeliveryState.SENT:
            return None
        uncertain = record.intended_at != now
        return Attempt(part, way=record.way, nonce=nonce, since=record.intended_at, uncertain=uncertain)

    async def _send(self, job: Job, attempt: Attempt, *, last: bool) -> bool:
        """Send one part by the way that is open, and record it; True where the record has closed the job."""
        part = attempt.part
        message_id = await self._sender.send(job, attempt)
        return await self._deliveries.sent(
            job.id,
            part=part.number,
            message_id=message_id,
            channel_id=job.origin.channel_id,
            places=(part.files[0].place, part.files[-1].place) if part.files else None,
            last=last,
            now=_now(),
        )

    async def _close(self, job: Job, error: NotDelivered) -> None:
        """Close a job that could not be posted, and say so where that is possible."""
        state = JobState.FAILED if job.failure else JobState.UNDELIVERABLE
        first = next((one for one in await self._deliveries.of(job.id) if one.part == 1), None)
        if not await self._jobs.close(job.id, to=state, now=_now()):
            return
        self._meters.ended(state)
        # What was sent otherwise is not there any more to be edited, or never was.
        await self._delivery_failures.say(job, error, original=first is None or first.way is Way.ORIGINAL)

    async def _restore(self, job: Job) -> None:
        """Put the text and the buttons of an answer that was delivered over what progress may have made of them."""
        first = next((one for one in await self._deliveries.of(job.id) if one.part == 1), None)
        if first is None or first.state is not DeliveryState.SENT or first.way is not Way.ORIGINAL:
            return
        part = self._answers.first_part(job)
        try:
            await self._messenger.edit_original(job.origin, part.text, view=part.view())
        except FAILURES as failure:
            log.info("progress_not_tidied", cause=failure)


def _now() -> datetime:
    return datetime.now(UTC)
