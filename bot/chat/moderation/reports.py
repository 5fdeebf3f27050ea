"""Reporting a shared picture to the moderators of its server."""

from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.platform.caller import caller_of
from bot.chat.platform.components import ONE_ID
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.limits import FORM_SECONDS
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.permissions import standings_of
from bot.chat.platform.viewer import parts_of
from bot.domain.access import Act, check_access
from bot.domain.errors import NotShared
from bot.domain.gallery import ShareState
from bot.domain.reports import Reason, Report, Reporting
from bot.words import gallery as gallery_words
from bot.words import moderation as moderation_words

_WORDS_LIMIT = 300


class ReportButton(JobButton, template=f"report:(?P<id>{ONE_ID})"):
    """Reports a shared picture to the moderators."""

    def __init__(self, share_id: int) -> None:
        super().__init__(
            share_id, action="report", label=gallery_words.SHARE_BUTTONS["report"], style=discord.ButtonStyle.danger
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer with the form."""
        async with answer_errors(interaction):
            await _check(interaction, self.number)
            await interaction.response.send_modal(_ReportForm(self.number))


BUTTONS = (ReportButton,)
"""What a bot has to know, so that the buttons of its earlier messages work."""


class _ReportForm(discord.ui.Modal):
    """Asks what is wrong with a picture."""

    def __init__(self, share_id: int) -> None:
        super().__init__(title=moderation_words.REPORT_FORM["title"], timeout=FORM_SECONDS)
        self._share_id = share_id
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
                description=moderation_words.REPORT_HINT,
                component=self._words,
            )
        )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, put it on record, thank; then show it to the moderators."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await _check(interaction, self._share_id)
            parts = parts_of(interaction)
            report = Report(
                share_id=self._share_id,
                user_id=interaction.user.id,
                reason=Reason(self._reason.values[0]),
                words=self._words.value,
                created_at=datetime.now(UTC),
            )
            led_to = await parts.moderation.report(report, interaction_id=interaction.id)
            if led_to is Reporting.HIDES:
                await parts.share_messages.reconcile(self._share_id)
            await interaction.edit_original_response(content=moderation_words.REPORTED[led_to])
            if led_to is not Reporting.KNOWN:
                await parts.cases.show(self._share_id)


async def _check(interaction: discord.Interaction[Any], share_id: int) -> None:
    """Refuse who may not report a picture, and a picture that is gone."""
    parts = parts_of(interaction)
    share = await parts.gallery.find(share_id)
    if share is None:
        raise NotShared
    check_access(Act.REPORT, standings_of(interaction, guild_id=share.guild_id, asker_id=share.user_id))
    await parts.server_rules.load(caller_of(interaction))
    if share.state is ShareState.GONE:
        raise NotShared
