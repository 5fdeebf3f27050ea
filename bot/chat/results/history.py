"""/history: the last pictures of a person, what can be done with each, and the requests that they came of."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import discord
import structlog

from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import Interaction, Listener, on_component, on_press, view_of
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.layouts import show_layout
from bot.chat.platform.permissions import check_permissions
from bot.chat.results.buttons import PageButton, PostButton, ShowButton
from bot.chat.results.history_layout import (
    CHOOSE_TEMPLATE,
    build_empty_page,
    build_page,
    chosen_in,
    number_pictures,
)
from bot.chat.results.history_sheet import HistorySheets
from bot.chat.results.reposting import Reposting
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.service.history import NEWEST, History
from bot.service.publication import Publication
from bot.service.server_rules import ServerRules
from bot.store.errors import StoreUnavailable
from bot.words import history as history_words

log = structlog.get_logger(__name__)


class HistoryPages:
    """Shows people what they asked for, and the pictures that came of it."""

    def __init__(
        self,
        history: History,
        *,
        contact_sheets: HistorySheets,
        server_rules: ServerRules,
        publication: Publication,
        reposting: Reposting,
        edits: bool,
        free: bool,
    ) -> None:
        """Say with `edits` whether the provider changes pictures, with `free` that they cost nothing."""
        self._history = history
        self._contact_sheets = contact_sheets
        self._server_rules = server_rules
        self._publication = publication
        self._reposting = reposting
        self._edits = edits
        self._free = free

    @property
    def components(self) -> tuple[Listener, ...]:
        """What the client listens for."""
        return (
            on_press(ShowButton, self._show_pictures),
            on_press(PostButton, self._post_pictures),
            on_press(PageButton, self._open_page),
            on_component(CHOOSE_TEMPLATE, self._choose),
        )

    async def show(self, interaction: Interaction, *, before: int = NEWEST, chosen: PictureRef | None = None) -> None:
        """Put a page of the asker's requests into the answer of an interaction that was deferred.

        Its buttons are about the chosen picture, or the newest one.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        page = await self._history.load_page(interaction.user.id, before=before)
        if not page.jobs:
            await show_layout(interaction, build_empty_page(page))
            return
        refs = [ref for of_job in page.pictures.values() for ref in of_job]
        chosen = chosen if chosen in refs else next(iter(refs), None)
        sheet = None
        if chosen is not None:
            alt_text = history_words.sheet_alt_text(page.jobs, number_pictures(page))
            sheet = await self._contact_sheets.draw(page.jobs, refs, chosen=chosen, alt_text=alt_text)
        parts = build_page(
            page,
            before=before,
            chosen=chosen,
            sheet=sheet,
            edits=self._edits,
            shares=interaction.guild_id is not None,
            free=self._free,
        )
        await show_layout(interaction, parts, files=[] if sheet is None else [sheet])

    async def _open_page(self, interaction: Interaction, before: int) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        await interaction.response.defer()
        await self.show(interaction, before=min(before, NEWEST))

    async def _choose(self, interaction: Interaction, match: re.Match[str], select: discord.ui.Select[Any]) -> None:
        """Acknowledge, then show the page with another picture chosen."""
        await interaction.response.defer()
        await self.show(interaction, before=min(int(match["before"]), NEWEST), chosen=chosen_in(select))

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
