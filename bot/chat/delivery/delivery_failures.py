"""The last sentence of a job that could not be posted: words may go where files may not."""

from datetime import UTC, datetime

import structlog

from bot.chat.delivery.result import result_text
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.messenger import Messenger
from bot.domain.errors import EaselError, NotDelivered, ThreadClosed
from bot.domain.job import Job
from bot.words import conversation as conversation_words
from bot.words import failures as failures_words
from bot.words import results as results_words
from bot.words.places import named

log = structlog.get_logger(__name__)


class DeliveryFailures:
    """Says why pictures, or a sentence, are not where they were asked for."""

    def __init__(self, messenger: Messenger, *, demo: bool) -> None:
        self._messenger = messenger
        self._demo = demo

    async def say(self, job: Job, error: NotDelivered, *, original: bool) -> None:
        """Say what has become of a job, with `original` in its original answer where that goes; raises nothing.

        What failed for another reason was said everywhere but to its asker alone.
        """
        ways = []
        if job.failure is None:
            if original and job.origin.is_editable and datetime.now(UTC) < job.origin.expires_at:
                ways.append(self._edit)
            if job.origin.has_channel:
                ways.append(self._send)
        # A private answer that was let go, or came too late, is no reason to write; that there is no way into its
        # thread is.
        if job.origin.guild_id is not None and (job.origin.has_channel or isinstance(error, ThreadClosed)):
            ways.append(self._write)
        for way in ways:
            try:
                await way(job, job.failure or error)
            except FAILURES as failure:
                log.info("words_refused", meaning=meaning_of(failure).name, cause=failure)
            else:
                return
        log.warning("sentence_lost")

    async def _edit(self, job: Job, error: EaselError) -> None:
        text = failures_words.explain(error)
        posted = isinstance(error, NotDelivered) and error.posted > 0
        if posted:
            text = f"{result_text(job, (), demo=self._demo)}\n{text}"
        await self._messenger.edit_original(job.origin, text, files=None if posted else ())

    async def _send(self, job: Job, error: EaselError) -> None:
        text = f"{results_words.late(job.origin.user_id)}\n{_with_prompt(job, failures_words.explain(error))}"
        await self._messenger.send(job.origin, text, files=(), nonce=f"{job.id}-w", view=None, silent=True)

    async def _write(self, job: Job, error: EaselError) -> None:
        text = _with_prompt(job, failures_words.explain(error, place=named(job.origin.channel_id)))
        await self._messenger.write(job.origin.user_id, conversation_words.about_channel(job.origin.channel_id, text))


def _with_prompt(job: Job, text: str) -> str:
    """Give back the words of a request of which nothing came; pictures that could not be posted are in /history."""
    return text if job.failure is None else failures_words.with_prompt(job.prompt, text)
