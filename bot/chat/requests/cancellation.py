"""The button that cancels a job."""

from typing import Any

import discord
import structlog

from bot.chat.delivery.buttons import CancelButton
from bot.chat.delivery.posting import JobPoster
from bot.chat.platform.components import Listener, on_press
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.permissions import standings_to
from bot.chat.requests.context import InteractionContext
from bot.domain.access import Act, check_access
from bot.domain.errors import Cancelled, EaselError
from bot.meters import Meters
from bot.service.submit import Submissions
from bot.store.errors import StoreError
from bot.words import failures as failures_words
from bot.words import progress as progress_words

log = structlog.get_logger(__name__)


class Cancellation:
    """Cancels jobs for those who asked for them and for moderators."""

    def __init__(self, submissions: Submissions, *, poster: JobPoster, meters: Meters) -> None:
        self._submissions = submissions
        self._poster = poster
        self._meters = meters

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (on_press(CancelButton, self.cancel),)

    async def cancel(self, interaction: discord.Interaction[Any], job_id: int) -> None:
        """Cancel a job for its asker or a moderator, and say in its answer what that cost."""
        tell = InteractionContext(interaction).tell
        with structlog.contextvars.bound_contextvars(job=str(job_id)):
            try:
                await interaction.response.defer()
                refusal = await self._cancel(interaction, job_id)
                if refusal is not None:
                    await tell(refusal)
            except EaselError as error:
                await tell(failures_words.explain(error))
            except StoreError:
                # The sentence is on record, and the next sweep posts it.
                log.warning("sentence_waits")
            except FAILURES as error:
                log.warning("cancel_unanswered", cause=error)

    async def _cancel(self, interaction: discord.Interaction[Any], job_id: int) -> str | None:
        """Cancel a job; gives what to say to who pressed, where that is not possible."""
        job = await self._submissions.find(job_id)
        if job is None:
            return progress_words.gone()
        check_access(Act.CANCEL, standings_to(interaction, job))
        cancelled = await self._submissions.cancel(job_id, by_user_id=interaction.user.id)
        if cancelled is None:
            return progress_words.too_late_to_cancel()
        log.info("job_cancelled", by_asker=interaction.user.id == job.origin.user_id)
        if isinstance(cancelled.failure, Cancelled) and cancelled.failure.may_have_cost:
            self._meters.maybe_paid("cancelled")
        await self._poster.deliver(cancelled)
        return None
