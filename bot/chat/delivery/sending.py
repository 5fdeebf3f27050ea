"""One message of an answer until it is out: by which way it goes, and whether it has gone out already."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import discord
import structlog

from bot.chat.delivery.answer import AnswerPart
from bot.chat.platform.errors import FAILURES, is_invalid, is_uncertain, to_error
from bot.chat.platform.files import PostedFile
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.shrinking import send_shrinking
from bot.domain.errors import ChannelClosed, DiscordDown
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.store.jobs.deliveries import Way
from bot.store.jobs.jobs import Jobs
from bot.words import results as results_words

GIVE_UP_AFTER = timedelta(minutes=30)
"""For how long Discord is asked again when it does not answer."""

_SIZE_ATTEMPTS = 3
_PAUSES_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_SAME_WAY = 3
"""So often an answer that Discord does not say a word about is tried before another way is looked for."""

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Attempt:
    """How far one message has come.

    `uncertain`: it may be out already, sent at `since` or later. `looks`: whether it is there is looked up before it
    is tried again; `blind`: nobody may look.
    """

    part: AnswerPart
    way: Way
    nonce: str
    since: datetime
    uncertain: bool = False
    looks: bool = False
    blind: bool = False


class PartSender:
    """Sends messages of answers, each by the way that is open."""

    def __init__(self, jobs: Jobs, messenger: Messenger, *, offload: Offload) -> None:
        self._jobs = jobs
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

    async def _send_once(self, job: Job, attempt: Attempt) -> int:
        is_open = _now() < job.origin.expires_at
        if attempt.uncertain and (attempt.looks or attempt.way is not Way.ORIGINAL or not is_open):
            found = await self._find(job, attempt)
            if found is not None:
                return found
        # Not there, so that it cannot be there twice. Where nobody may look, only the end of the token tells.
        if attempt.way is Way.ORIGINAL and (not is_open or (attempt.looks and not attempt.blind)):
            await self._redirect(job, attempt, None)

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
        except (discord.Forbidden, discord.NotFound):
            attempt.blind = True
            return None

    async def _redirect(self, job: Job, attempt: Attempt, cause: Exception | None) -> None:
        if not job.origin.has_channel:
            raise ChannelClosed from cause
        await self._jobs.redirect(job.id, part=attempt.part.number, way=Way.CHANNEL)
        attempt.way = Way.CHANNEL


def _channel_text(job: Job, part: AnswerPart) -> str:
    return f"{results_words.late(job.origin.user_id)}\n{part.text}" if part.number == 1 else part.text


def _now() -> datetime:
    return datetime.now(UTC)
