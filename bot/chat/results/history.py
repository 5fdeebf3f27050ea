"""/history: the last requests, a button for each that shows its pictures, and one that posts them."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import discord
import structlog

from bot.chat.delivery.buttons import AgainButton, RewordButton
from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import Interaction, Listener, on_press, view_of
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.permissions import check_permissions
from bot.chat.results.buttons import PageButton, PostButton, ShowButton
from bot.chat.results.reposting import Reposting
from bot.domain.job import Job
from bot.service.history import NEWEST, SHOWABLE, History, Page
from bot.service.publication import Publication
from bot.service.server_rules import ServerRules
from bot.store.errors import StoreUnavailable
from bot.words import history as history_words

log = structlog.get_logger(__name__)


class HistoryPages:
    """Shows people what they asked for, and the pictures that came of it."""

    def __init__(
        self, history: History, *, server_rules: ServerRules, publication: Publication, reposting: Reposting, free: bool
    ) -> None:
        """Say with `free` that pictures cost nothing."""
        self._history = history
        self._server_rules = server_rules
        self._publication = publication
        self._reposting = reposting
        self._free = free

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (
            on_press(ShowButton, self._show_pictures),
            on_press(PostButton, self._post_pictures),
            on_press(PageButton, self._open_page),
        )

    async def show(self, interaction: Interaction, *, before: int = NEWEST) -> None:
        """Put a page of the asker's requests into the answer of an interaction that was deferred.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        page = await self._history.load_page(interaction.user.id, before=before)
        await interaction.edit_original_response(
            content=history_words.history_page(page.jobs, is_first=page.newer is None, free=self._free),
            view=_page_view(page),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _open_page(self, interaction: Interaction, before: int) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        await interaction.response.defer()
        await self.show(interaction, before=min(before, NEWEST))

    async def _show_pictures(self, interaction: Interaction, job_id: int) -> None:
        """Acknowledge, load the pictures, send them to their asker alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with self._history.load_pictures(job_id, interaction.user.id) as kept:
            await self._reposting.show(interaction, kept, view=view_of(PostButton(job_id)))
        await self._mark_shown(kept.job)

    async def _post_pictures(self, interaction: Interaction, job_id: int) -> None:
        """Acknowledge by switching the button off, so that nothing is posted twice, then post for everybody."""
        posting = PostButton(job_id, label=history_words.HISTORY_BUTTONS["posting"], disabled=True)
        await interaction.response.edit_message(view=view_of(posting))
        try:
            check_permissions(interaction)
            applied_rules = await self._server_rules.load(caller_of(interaction))
            async with self._history.load_pictures(job_id, interaction.user.id) as kept:
                places = [picture.place for picture in kept.job.pictures]
                await self._publication.check_post(kept.job, places, applied_rules=applied_rules)
                await self._reposting.post(interaction, kept)
        except Exception:
            await _replace(interaction, PostButton(job_id))
            raise
        await _replace(interaction, PostButton(job_id, label=history_words.HISTORY_BUTTONS["posted"], disabled=True))

    async def _mark_shown(self, job: Job) -> None:
        try:
            await self._history.mark_shown(job, now=datetime.now(UTC))
        except StoreUnavailable as error:
            # The pictures are there, which is what counts.
            log.warning("not_marked_shown", job=str(job.id), cause=error.__cause__)


async def _replace(interaction: Interaction, button: PostButton) -> None:
    with suppress(*FAILURES):
        await interaction.edit_original_response(view=view_of(button))


def _page_view(page: Page) -> discord.ui.View:
    items: list[discord.ui.Item[Any]] = []
    for place, job in enumerate(page.jobs, start=1):
        if job.state in SHOWABLE and job.pictures and job.emptied_at is None:
            items.append(ShowButton(job.id, label=history_words.show_label(place)))
        elif job.failure is not None and job.is_repeatable:
            # Its own answer, which has these buttons too, may be out of reach.
            items.append(AgainButton(job.id, label=history_words.again_label(place)))
            items.append(RewordButton(job.id, label=history_words.reword_label(place)))
    for label, before in (
        (history_words.HISTORY_BUTTONS["newer"], page.newer),
        (history_words.HISTORY_BUTTONS["older"], page.older),
    ):
        if before is not None:
            items.append(PageButton(before, label=label))
    return view_of(*items)
