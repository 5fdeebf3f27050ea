"""Deciding on reported pictures: /reports, and the buttons under a case."""

import re
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.gallery.messages import ShareMessages
from bot.chat.moderation.buttons import CASE_TEMPLATE, FurtherButton, LookButton, case_view
from bot.chat.moderation.case_messages import CaseMessages
from bot.chat.platform.access import check_here
from bot.chat.platform.components import Listener, on_component, on_press, view_of
from bot.chat.platform.permissions import standings_of
from bot.domain.access import Act, check_access
from bot.domain.errors import NotShared
from bot.domain.reports import Case, Verdict
from bot.service.moderation import Moderation
from bot.words import moderation as moderation_words

CASES_A_PAGE = 5
"""As many as there is room for buttons in a row; Discord's component reference, "Action Row"."""


class Cases:
    """Lists cases to moderators, and takes their decisions."""

    def __init__(self, moderation: Moderation, *, share_messages: ShareMessages, case_messages: CaseMessages) -> None:
        self._moderation = moderation
        self._share_messages = share_messages
        self._case_messages = case_messages

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (
            on_component(CASE_TEMPLATE, self._decide),
            on_press(LookButton, self._look),
            on_press(FurtherButton, self._show_further),
        )

    async def show_open(self, interaction: discord.Interaction[Any], *, after: int = 0) -> None:
        """Put the open cases of a server into the answer of an interaction that was deferred for a moderator alone.

        Raises:
            NotForYou: it is no moderator.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.DECIDE)
        found = await self._moderation.open_cases(guild_id, after=after, limit=CASES_A_PAGE + 1)
        cases = found[:CASES_A_PAGE]
        items: list[discord.ui.Item[Any]] = [
            LookButton(case.share.id, label=moderation_words.look_label(place))
            for place, case in enumerate(cases, start=1)
        ]
        if len(found) > len(cases):
            items.append(FurtherButton(cases[-1].share.id))
        lines = [moderation_words.case_line(case, place) for place, case in enumerate(cases, start=1)]
        nothing = moderation_words.no_further_cases() if after else moderation_words.no_cases()
        await interaction.edit_original_response(
            content=moderation_words.reports_text(lines) if lines else nothing,
            view=view_of(*items),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _decide(
        self, interaction: discord.Interaction[Any], match: re.Match[str], _: discord.ui.Item[Any]
    ) -> None:
        """Acknowledge, do it, tell what came of it, and show it to the other moderators."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        share_id, verdict = int(match["share"]), Verdict(match["verdict"])
        await self._load(interaction, share_id)
        decision = await self._moderation.decide(
            share_id,
            verdict,
            moderator_id=interaction.user.id,
            interaction_id=interaction.id,
            now=datetime.now(UTC),
        )
        left = await self._share_messages.reconcile(share_id)
        await interaction.edit_original_response(
            content=moderation_words.decided(decision, verdict, left=len(left)),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        await self._case_messages.show(share_id)

    async def _look(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Acknowledge, then show a case."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        case = await self._load(interaction, share_id)
        content, files = await self._case_messages.describe(case, limit_bytes=interaction.filesize_limit)
        await interaction.edit_original_response(
            content=content,
            attachments=files,
            view=case_view(case),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _show_further(self, interaction: discord.Interaction[Any], after: int) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        await interaction.response.defer()
        await self.show_open(interaction, after=after)

    async def _load(self, interaction: discord.Interaction[Any], share_id: int) -> Case:
        """Load a case for a moderator of its server."""
        case = await self._moderation.find_case(share_id)
        if case is None:
            raise NotShared
        check_access(Act.DECIDE, standings_of(interaction, guild_id=case.share.guild_id))
        return case
