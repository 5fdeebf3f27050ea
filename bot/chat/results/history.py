"""/history: the last requests, a button for each that shows its pictures, and one that posts them."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.chat.delivery.buttons import AgainButton
from bot.chat.delivery.reposting import Destination, follow_up, post_pictures, send_pictures
from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import check_permissions
from bot.chat.platform.viewer import parts_of
from bot.domain.errors import OutcomeUnknown
from bot.domain.job import Job
from bot.service.history import NEWEST, SHOWABLE, Kept, Page
from bot.store.errors import StoreUnavailable
from bot.words import history as history_words

if TYPE_CHECKING:
    from bot.chat.client import Parts

log = structlog.get_logger(__name__)


async def show_page(interaction: discord.Interaction[Any], *, before: int = NEWEST) -> None:
    """Put a page of the asker's requests into the answer of an interaction that was deferred.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    parts = parts_of(interaction)
    page = await parts.history.load_page(interaction.user.id, before=before)
    await interaction.edit_original_response(
        content=history_words.history_page(page.jobs, is_first=page.newer is None, free=parts.demo),
        view=_page_view(page),
        allowed_mentions=discord.AllowedMentions.none(),
    )


class ShowButton(JobButton, template=f"show:(?P<id>{ONE_ID})"):
    """Shows the pictures of a job to its asker alone."""

    def __init__(self, job_id: int, *, label: str = "") -> None:
        super().__init__(job_id, action="show", label=label, row=0)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, load the pictures, send them."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            parts = parts_of(interaction)
            async with parts.history.load_pictures(self.number, interaction.user.id) as kept:
                await _show(interaction, kept, parts)
            await _mark_shown(kept.job, parts)


class PostButton(JobButton, template=f"post:(?P<id>{ONE_ID})"):
    """Posts the pictures of a job into the channel, for its asker."""

    def __init__(
        self, job_id: int, *, label: str = history_words.HISTORY_BUTTONS["post"], disabled: bool = False
    ) -> None:
        super().__init__(job_id, action="post", label=label, disabled=disabled)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge by switching the button off, so that nothing is posted twice, then post."""
        async with answer_errors(interaction):
            await interaction.response.edit_message(
                view=self._switched(history_words.HISTORY_BUTTONS["posting"], disabled=True)
            )
            try:
                parts = parts_of(interaction)
                check_permissions(interaction)
                async with parts.history.load_pictures(self.number, interaction.user.id) as kept:
                    await post_pictures(interaction, kept, parts)
            except Exception:
                await self._relabel(interaction, history_words.HISTORY_BUTTONS["post"], disabled=False)
                raise
            await self._relabel(interaction, history_words.HISTORY_BUTTONS["posted"], disabled=True)

    async def _relabel(self, interaction: discord.Interaction[Any], label: str, *, disabled: bool) -> None:
        with suppress(*FAILURES):
            await interaction.edit_original_response(view=self._switched(label, disabled=disabled))

    def _switched(self, label: str, *, disabled: bool) -> discord.ui.View:
        return view_of(PostButton(self.number, label=label, disabled=disabled))


class PageButton(JobButton, template=f"history:(?P<id>{ONE_ID})"):
    """Turns a page of /history."""

    def __init__(self, before: int, *, label: str = "") -> None:
        super().__init__(before, action="history", label=label, row=1)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            await show_page(interaction, before=min(self.number, NEWEST))


BUTTONS = (ShowButton, PostButton, PageButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""


async def _show(interaction: discord.Interaction[Any], kept: Kept, parts: "Parts") -> None:
    async def answer(content: str, files: list[discord.File], view: discord.ui.View) -> discord.Message:
        return await interaction.edit_original_response(
            content=content, attachments=files, view=view, allowed_mentions=discord.AllowedMentions.none()
        )

    destination = Destination(
        first=answer,
        further=follow_up(interaction, ephemeral=True),
        limit_bytes=interaction.filesize_limit,
        view=lambda job: view_of(PostButton(job.id)),
    )
    await send_pictures(kept, destination, offload=parts.offload, free=parts.demo)


async def _mark_shown(job: Job, parts: "Parts") -> None:
    try:
        await parts.history.mark_shown(job, now=datetime.now(UTC))
    except StoreUnavailable as error:
        # The pictures are there, which is what counts.
        log.warning("not_marked_shown", job=str(job.id), cause=repr(error.__cause__))


def _page_view(page: Page) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for place, job in enumerate(page.jobs, start=1):
        if job.state in SHOWABLE and job.pictures and job.emptied_at is None:
            view.add_item(ShowButton(job.id, label=history_words.show_label(place)))
        elif isinstance(job.failure, OutcomeUnknown):
            # What it failed with asks for a button, and its own answer may be out of reach.
            view.add_item(AgainButton(job.id, label=history_words.again_label(place)))
    for label, before in (
        (history_words.HISTORY_BUTTONS["newer"], page.newer),
        (history_words.HISTORY_BUTTONS["older"], page.older),
    ):
        if before is not None:
            view.add_item(PageButton(before, label=label))
    view.stop()
    return view
