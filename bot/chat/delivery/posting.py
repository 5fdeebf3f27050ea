"""The delivery rules: which files go into which message, by which way, and what is on record of it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import discord
import structlog

from bot.chat.delivery.buttons import AgainButton
from bot.chat.delivery.progress import ProgressMessages
from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.components import view_of
from bot.chat.platform.errors import FAILURES, is_invalid, is_too_large, is_uncertain, to_error
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files
from bot.chat.platform.messenger import Messenger
from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import ChannelClosed, DiscordDown, EaselError, NotDelivered, OutcomeUnknown, TooLargeToPost
from bot.domain.job import Job, JobState
from bot.images.offload import Offload
from bot.meters import Meters
from bot.store.blobs.blob_store import Blobs
from bot.store.jobs.deliveries import DeliveryState, Way
from bot.store.jobs.jobs import Jobs
from bot.words import failures as failures_words
from bot.words import results as results_words

IN_HAND_BYTES = 32 * 1024 * 1024
"""The pictures that are posted at once; the others wait where they are kept."""
PATIENCE = timedelta(minutes=30)
"""For how long Discord is asked again when it does not answer."""

_SIZE_ATTEMPTS = 3
_SHRINK = 0.7
_PAUSES_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_SAME_WAY = 3
"""So often an answer that Discord does not say a word about is tried before another way is looked for."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Message:
    """One part of an answer; `content` writes its text, given what is re-encoded in it."""

    part: int
    content: Callable[[results_words.Refitted], str]
    files: tuple[PostedFile, ...] = ()
    view: Callable[[], discord.ui.View | None] = lambda: None

    @property
    def text(self) -> str:
        """What it says as it is now."""
        return self.content(tuple((file.place, file.output_format.upper()) for file in self.files if file.refitted))


class JobPoster:
    """Posts what jobs end with, each part of an answer once."""

    def __init__(
        self,
        jobs: Jobs,
        *,
        blobs: Blobs,
        offload: Offload,
        messenger: Messenger,
        board: ProgressMessages,
        meters: Meters,
        result_view: Callable[[Job], discord.ui.View],
        demo: bool,
    ) -> None:
        """Put `result_view` under the pictures of a job; say with `demo` that they are free and by no AI model."""
        self._jobs = jobs
        self._blobs = blobs
        self._offload = offload
        self._messenger = messenger
        self._board = board
        self._meters = meters
        self._result_view = result_view
        self._demo = demo
        self._hand = ByteSemaphore(IN_HAND_BYTES)

    def missing_permissions(self, job: Job) -> tuple[str, ...]:
        """List what the bot may not do where the answer goes; one that has the interaction alone needs nothing."""
        return self._messenger.missing_permissions(job.origin) if job.origin.has_channel else ()

    async def deliver(self, job: Job) -> None:
        """Post the pictures of a DRAWN job or the sentence of a FAILING one, exactly once, and close the job.

        The interaction's own answer is edited while its token lives; later a message goes into the channel. A private
        answer, and one in a place where the bot is only a guest, has no other way: then, and where Discord refuses
        for good, the job is closed as it is, and /history has it.

        Raises:
            StoreUnavailable: the store does not answer; what is out already is not posted again the next time.
        """
        was_cut_off = await self._board.finish(job.id)
        async with self._hand.acquire(sum(picture.size_bytes for picture in job.pictures)):
            await self._deliver(await self._with_answer(job))
        if was_cut_off:
            # An edit of the progress may have come in last: what counts is put on top of it once more.
            await self._tidy(job)

    async def leave(self, job_id: int) -> None:
        """Stop showing a job that is stopped from outside, and leave its answer as it was delivered.

        Another process may have put the sentence there while this one still edited its progress.
        """
        if not self._board.is_shown(job_id):
            return
        await self._board.finish(job_id)
        job = await self._jobs.find(job_id)
        if job is not None and job.failure is not None:
            await self._tidy(job)

    async def _deliver(self, job: Job) -> None:
        posted = 0
        try:
            messages = await self._compose(job)
            sent = {one.part for one in await self._jobs.deliveries(job.id) if one.state is DeliveryState.SENT}
            for message in messages:
                if message.part not in sent:
                    await self._send(job, message, last=message is messages[-1])
                posted += len(message.files)
        except NotDelivered as error:
            error.posted, error.pictures, error.free = posted, len(job.pictures), self._demo
            log.error("not_delivered", kind=type(error).__name__, cause=repr(error.__cause__))  # noqa: TRY400
            await self._close(job, error)
        else:
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
            log.info("reply_not_looked_for", cause=repr(error))
            return job
        if answer_id is None:
            return job
        await self._jobs.answered(job.id, answer_id=answer_id)
        return replace(job, origin=replace(origin, answer_id=answer_id))

    async def _compose(self, job: Job) -> list[_Message]:
        if job.failure is not None:
            return [_sentence(job, job.failure)]
        files = result_files(job, [await self._blobs.get(picture.blob) for picture in job.pictures])
        limit_bytes = min(job.origin.filesize_limit_bytes, REQUEST_LIMIT_BYTES)
        groups = group_files(await fit_files(self._offload, files, limit_bytes=limit_bytes))
        if len(groups) > 1 and not job.origin.has_channel:
            # A follow-up could be sent twice, and nobody would know; the originals are in /history.
            limit_bytes = REQUEST_LIMIT_BYTES // len(files)
            groups = [await fit_files(self._offload, files, limit_bytes=limit_bytes)]
        first = _Message(
            1,
            lambda refitted: result_text(job, refitted, demo=self._demo),
            tuple(groups[0]),
            lambda: self._result_view(job),
        )
        return [first, *(_further(part, len(groups), group) for part, group in enumerate(groups[1:], start=2))]

    async def _send(self, job: Job, message: _Message, *, last: bool) -> None:
        """Send one part by the way that is open, and record it."""
        now = _now()
        first_way = Way.ORIGINAL if message.part == 1 and job.origin.is_editable else Way.CHANNEL
        nonce = f"{job.id}-{message.part}"
        record = await self._jobs.intend(job.id, part=message.part, way=first_way, nonce=nonce, now=now)
        if record.state is DeliveryState.SENT:
            return
        attempt = _Attempt(message, way=record.way, nonce=nonce, since=record.intended_at)
        attempt.uncertain = record.intended_at != now
        message_id = await self._send_until_out(job, attempt)
        await self._jobs.sent(
            job.id,
            part=message.part,
            message_id=message_id,
            channel_id=job.origin.channel_id,
            places=(message.files[0].place, message.files[-1].place) if message.files else None,
            last=last,
            now=_now(),
        )

    async def _send_until_out(self, job: Job, attempt: "_Attempt") -> int:
        give_up_at = _now() + PATIENCE
        for pauses in range(10_000):
            try:
                return await self._send_once(job, attempt)
            except FAILURES as error:
                if is_too_large(error):
                    await self._shrink(attempt, error)
                    continue
                attempt.uncertain = is_uncertain(error)
                if is_invalid(error) or (not attempt.uncertain and attempt.way is not Way.ORIGINAL):
                    raise to_error(error) from error
                if not attempt.uncertain:
                    log.warning("interaction_over", cause=repr(error))
                    await self._redirect(job, attempt, error)
                    continue
                log.warning("discord_did_not_answer", cause=repr(error))
                if _now() > give_up_at:
                    raise DiscordDown from error
                if pauses + 1 >= _SAME_WAY and attempt.way is Way.ORIGINAL and job.origin.has_channel:
                    attempt.looks = True
            await asyncio.sleep(_PAUSES_SECONDS[min(pauses, len(_PAUSES_SECONDS) - 1)])
        raise DiscordDown

    async def _send_once(self, job: Job, attempt: "_Attempt") -> int:
        message, origin = attempt.message, job.origin
        is_open = _now() < origin.expires_at
        if attempt.uncertain and (attempt.looks or attempt.way is not Way.ORIGINAL or not is_open):
            found = await self._find(job, attempt)
            if found is not None:
                return found
        # Not there, so that it cannot be there twice. Where nobody may look, only the end of the token tells.
        if attempt.way is Way.ORIGINAL and (not is_open or (attempt.looks and not attempt.blind)):
            await self._redirect(job, attempt, None)
        files = [file.to_discord(spoiler=origin.spoiler) for file in message.files]
        if attempt.way is Way.ORIGINAL:
            return await self._messenger.edit_original(origin, message.text, files=files, view=message.view())
        return await self._messenger.send(
            origin, self._channel_text(job, message), files=files, nonce=attempt.nonce, view=message.view()
        )

    async def _find(self, job: Job, attempt: "_Attempt") -> int | None:
        """Look for a part that may be out; where nobody may look, the nonce alone keeps it from going out twice."""
        message = attempt.message
        in_channel = attempt.way is not Way.ORIGINAL
        try:
            return await self._messenger.find_sent(
                job.origin,
                since=attempt.since if in_channel else job.created_at,
                file_names=[file.name for file in message.files],
                content=self._channel_text(job, message) if in_channel else message.text,
            )
        except (discord.Forbidden, discord.NotFound):
            attempt.blind = True
            return None

    async def _redirect(self, job: Job, attempt: "_Attempt", cause: Exception | None) -> None:
        if not job.origin.has_channel:
            raise ChannelClosed from cause
        await self._jobs.redirect(job.id, part=attempt.message.part, way=Way.CHANNEL)
        attempt.way = Way.CHANNEL

    async def _shrink(self, attempt: "_Attempt", error: Exception) -> None:
        message = attempt.message
        if not message.files:
            raise DiscordDown from error
        largest_bytes = max(len(file.data) for file in message.files)
        limit_bytes = int(largest_bytes * _SHRINK)
        attempt.shrunk += 1
        log.warning("discord_refused_size", attempt=attempt.shrunk, largest_bytes=largest_bytes)
        if attempt.shrunk == _SIZE_ATTEMPTS:
            raise TooLargeToPost(size_bytes=largest_bytes, limit_bytes=limit_bytes) from error
        files = await fit_files(self._offload, message.files, limit_bytes=limit_bytes)
        attempt.message = _Message(message.part, message.content, tuple(files), message.view)

    async def _close(self, job: Job, error: NotDelivered) -> None:
        """Close a job that could not be posted, and say so where that is possible: words may go where files may not."""
        state = JobState.FAILED if job.failure else JobState.UNDELIVERABLE
        await self._jobs.close(job.id, to=state, now=_now())
        self._meters.ended(state)
        if job.failure is None and job.origin.is_editable and _now() < job.origin.expires_at:
            text = failures_words.explain(error)
            kept: Sequence[discord.File] | None = None if error.posted else ()
            if error.posted:
                text = f"{result_text(job, (), demo=self._demo)}\n{text}"
            try:
                await self._messenger.edit_original(job.origin, text, files=kept)
            except FAILURES as failure:
                log.warning("sentence_lost", cause=repr(failure))

    async def _tidy(self, job: Job) -> None:
        first = next((one for one in await self._jobs.deliveries(job.id) if one.part == 1), None)
        if first is None or first.state is not DeliveryState.SENT or first.way is not Way.ORIGINAL:
            return
        message = _sentence(job, job.failure) if job.failure else None
        text = message.text if message else result_text(job, (), demo=self._demo)
        view = message.view() if message else self._result_view(job)
        try:
            await self._messenger.edit_original(job.origin, text, view=view)
        except FAILURES as failure:
            log.info("progress_not_tidied", cause=repr(failure))

    def _channel_text(self, job: Job, message: _Message) -> str:
        return f"{results_words.late(job.origin.user_id)}\n{message.text}" if message.part == 1 else message.text


@dataclass(slots=True)
class _Attempt:
    """How far one part has come.

    `uncertain`: it may be out already, sent at `since` or later. `looks`: whether it is there is looked up before it
    is tried again; `blind`: nobody may look.
    """

    message: _Message
    way: Way
    nonce: str
    since: datetime
    uncertain: bool = False
    looks: bool = False
    blind: bool = False
    shrunk: int = 0


def _sentence(job: Job, failure: EaselError) -> _Message:
    text = failures_words.explain(failure)
    again = isinstance(failure, OutcomeUnknown)
    return _Message(1, lambda _: text, view=lambda: view_of(AgainButton(job.id)) if again else None)


def _further(part: int, parts: int, files: Sequence[PostedFile]) -> _Message:
    return _Message(part, lambda refitted: results_words.continued(part, parts, refitted), tuple(files))


def _now() -> datetime:
    return datetime.now(UTC)
