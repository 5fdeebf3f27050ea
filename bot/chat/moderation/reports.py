"""Reporting a shared picture to the moderators of its server."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.gallery.buttons import ReportButton
from bot.chat.gallery.messages import ShareMessages
from bot.chat.moderation.case_messages import CaseMessages
from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import Listener, on_press
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.permissions import standings_of
from bot.domain.access import Act, check_access
from bot.domain.errors import NotShared
from bot.domain.gallery import ShareState
from bot.domain.reports import Reason, Report, Reporting
from bot.service.gallery import Gallery, check_not_own
from bot.service.moderation import Moderation
from bot.service.server_rules import ServerRules
from bot.words import moderation as moderation_words

_WORDS_LIMIT = 300


class ReportForms:
    """Asks what is wrong with a shared picture, and tells the moderators."""

    def __init__(
        self,
        moderation: Moderation,
        *,
        gallery: Gallery,
        server_rules: ServerRules,
        share_messages: ShareMessages,
        case_messages: CaseMessages,
    ) -> None:
        self._moderation = moderation
        self._gallery = gallery
        self._server_rules = server_rules
        self._share_messages = share_messages
        self._case_messages = case_messages

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (on_press(ReportButton, self._open),)

    async def _open(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Answer with the form."""
        await self._check(interaction, share_id)

        async def report(interaction: discord.Interaction[Any], reason: Reason, words: str) -> None:
            await self._report(interaction, share_id, reason, words)

        await interaction.response.send_modal(_ReportForm(report))

    async def _report(self, interaction: discord.Interaction[Any], share_id: int, reason: Reason, words: str) -> None:
        """Acknowledge the form, put it on record, thank; then show it to the moderators."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._check(interaction, share_id)
        report = Report(
            share_id=share_id,
            user_id=interaction.user.id,
            reason=reason,
            words=words,
            created_at=datetime.now(UTC),
        )
        led_to = await self._moderation.report(report, interaction_id=interaction.id)
        if led_to is Reporting.HIDES:
            await self._share_messages.reconcile(share_id)
        await interaction.edit_original_response(content=moderation_words.REPORTED[led_to])
        if led_to is not Reporting.KNOWN:
            await self._case_messages.show(share_id)

    async def _check(self, interaction: discord.Interaction[Any], share_id: int) -> None:
        """Refuse who may not report a picture, and a picture that is gone."""
        share = await self._gallery.find(share_id)
        if share is None:
            raise NotShared
        check_access(Act.REPORT, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
        await self._server_rules.load(caller_of(interaction))
        check_not_own(share, interaction.user.id, Act.REPORT)
        if share.state is ShareState.GONE:
            raise NotShared


class _ReportForm(discord.ui.Modal):
    """Asks what is wrong with a picture."""

    def __init__(self, report: Callable[[discord.Interaction[Any], Reason, str], Awaitable[None]]) -> None:
        """Hand over to `report` with the reason and the words."""
        super().__init__(title=moderation_words.REPORT_FORM["title"], timeout=FORM_SECONDS)
        self._report = report
        self._reason: discord.ui.Select[Any] = discord.ui.Select(
            custom_id="reason",
            options=[
                discord.SelectOption(label=label, value=reason) for reason, label in moderation_words.REASONS.items()
            ],
        )
        self._words: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph, custom_id="words", required=False, max_length=_WORDS_LIMIT
        )
        self.add_item(discord.ui.Label(text=moderation_words.REPORT_FORM["reason"], component=self._reason))
        self.add_item(
            discord.ui.Label(
                text=moderation_words.REPORT_FORM["words"],
                description=moderation_words.REPORT_FORM["hint"],
                component=self._words,
            )
        )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        async with answer_errors(interaction):
            await self._report(interaction, Reason(self._reason.values[0]), self._words.value)
