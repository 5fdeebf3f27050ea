"""One message of an answer until it is out: by which way it goes, and whether it has gone out already."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog

from bot.chat.delivery.answer import AnswerPart
from bot.chat.platform.errors import FAILURES, meaning_of, to_error, wait_seconds
from bot.chat.platform.files import PostedFile
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.shrinking import send_shrinking
from bot.domain.errors import ChannelClosed, DiscordDown
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.store.jobs.deliveries import Deliveries, Way
from bot.words import results as results_words

GIVE_UP_AFTER = timedelta(minutes=30)
"""For how long Discord is asked again when it does not answer."""

_SIZE_ATTEMPTS = 3
_PAUSES_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_SAME_WAY = 3
"""So often an answer that Discord does not say a word about is tried before another way is looked for."""

_ANEW = frozenset(
    {
        Meaning.OVER,
        Meaning.ACKNOWLEDGED,
        Meaning.GONE,
        Meaning.OLD,
        Meaning.ARCHIVED,
        Meaning.LOCKED,
        Meaning.REPLY_BARRED,
        Meaning.CLOSED,
        Meaning.NOWHERE,
    }
)
"""What an edit is refused with where a new message may go all the same."""
_NOT_LOOKED_THROUGH = frozenset({Meaning.CLOSED, Meaning.NOWHERE, Meaning.GONE, Meaning.OVER})

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Attempt:
    """How far one message has come.

    `uncertain`: it may be out already, sent at `since` or later. `looks`: whether it is there is looked up before it
    is tried again; `blind`: nobody may look. `replies`: it is a reply where a message has asked. `message_id`: another
    process has sent it meanwhile.
    """

    part: AnswerPart
    way: Way
    nonce: str
    since: datetime
    uncertain: bool = False
    looks: bool = False
    blind: bool = False
    replies: bool = True
    message_id: int | None = None


class PartSender:
    """Sends messages of answers, each by the way that is open."""

    def __init__(self, deliveries: Deliveries, messenger: Messenger, *, offload: Offload) -> None:
        self._deliveries = deliveries
        self._messenger = messenger
        self._offload = offload

    async def send(self, job: Job, attempt: Attempt) -> int:
        """Send a message until it is out; gives its id.

        Raises:
            NotDelivered: no way is left, or Discord has not answered for long.
            StoreUnavailable: the database does not answer.
        """
        give_up_at = _now() + GIVE_UP_AFTER
        for pauses in range(10_000):
            try:
                return await self._send_once(job, attempt)
            except FAILURES as error:
                meaning = meaning_of(error)
                attempt.uncertain = meaning is Meaning.PASSING
                if not attempt.uncertain:
                    await self._change(job, attempt, error, meaning)
                    continue
                wait = max(_PAUSES_SECONDS[min(pauses, len(_PAUSES_SECONDS) - 1)], wait_seconds(error))
                log.warning("discord_did_not_answer", cause=error, wait_seconds=round(wait, 1))
                if _now() + timedelta(seconds=wait) > give_up_at:
                    raise DiscordDown from error
                if pauses + 1 >= _SAME_WAY and attempt.way is Way.ORIGINAL and job.origin.has_channel:
                    attempt.looks = True
            await asyncio.sleep(wait)
        raise DiscordDown

    async def _change(self, job: Job, attempt: Attempt, error: Exception, meaning: Meaning) -> None:
        """Change what Discord has refused so that it may go.

        Raises:
            NotDelivered: nothing would help.
        """
        if meaning is Meaning.WORDS_BLOCKED and not attempt.part.plain:
            log.warning("words_blocked", way=attempt.way.value)
            attempt.part = attempt.part.without_words()
        elif meaning is Meaning.REPLY_BARRED and attempt.way is not Way.ORIGINAL and attempt.replies:
            attempt.replies = False
        elif meaning in _ANEW and attempt.way is Way.ORIGINAL:
            log.warning("interaction_over", cause=error)
            await self._redirect(job, attempt, error)
        else:
            raise to_error(error) from error

    async def _send_once(self, job: Job, attempt: Attempt) -> int:
        if attempt.message_id is not None:
            return attempt.message_id
        is_open = _now() < job.origin.expires_at
        if attempt.uncertain and (attempt.looks or attempt.way is not Way.ORIGINAL or not is_open):
            found = await self._find(job, attempt)
            if found is not None:
                return found
        # Not there, so that it cannot be there twice. Where nobody may look, only the end of the token tells.
        if attempt.way is Way.ORIGINAL and (not is_open or (attempt.looks and not attempt.blind)):
            await self._redirect(job, attempt, None)
            return await self._send_once(job, attempt)

        async def send(files: Sequence[PostedFile]) -> int:
            # What was made smaller stays so, whatever comes next.
            attempt.part = attempt.part.with_files(files)
            return await self._call(job, attempt)

        return await send_shrinking(send, attempt.part.files, offload=self._offload, attempts=_SIZE_ATTEMPTS)

    async def _call(self, job: Job, attempt: Attempt) -> int:
        part, origin = attempt.part, job.origin
        files = [file for one in part.files for file in one.to_discord(spoiler=origin.spoiler)]
        if attempt.way is Way.ORIGINAL:
            return await self._messenger.edit_original(origin, part.text, files=files, view=part.view())
        if not attempt.replies:
            origin = replace(origin, reply_to=None)
        return await self._messenger.send(
            origin, _channel_text(job, part), files=files, nonce=attempt.nonce, view=part.view()
        )

    async def _find(self, job: Job, attempt: Attempt) -> int | None:
        """Look for a message that may be out; where nobody may look, the nonce alone keeps it from going out twice."""
        part = attempt.part
        in_channel = attempt.way is not Way.ORIGINAL
        try:
            return await self._messenger.find_sent(
                job.origin,
                since=attempt.since if in_channel else job.created_at,
                file_names=[file.name for file in part.files],
                content=_channel_text(job, part) if in_channel else part.text,
            )
        except FAILURES as error:
            if meaning_of(error) not in _NOT_LOOKED_THROUGH:
                raise
            attempt.blind = True
            return None

    async def _redirect(self, job: Job, attempt: Attempt, cause: Exception | None) -> None:
        if not job.origin.has_channel:
            raise (ChannelClosed() if cause is None else to_error(cause)) from cause
        record = await self._deliveries.redirect(job.id, part=attempt.part.number, way=Way.CHANNEL)
        attempt.way, attempt.message_id = Way.CHANNEL, record.message_id


def _channel_text(job: Job, part: AnswerPart) -> str:
    return f"{results_words.late(job.origin.user_id)}\n{part.text}" if part.number == 1 else part.text


def _now() -> datetime:
    return datetime.now(UTC)
