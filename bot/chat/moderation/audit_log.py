"""/audit: what moderators did in a server, by pages."""

from typing import Any

import discord

from bot.chat.moderation.buttons import OlderButton
from bot.chat.platform.access import check_here
from bot.chat.platform.components import Listener, on_press, view_of
from bot.domain.access import Act
from bot.service.moderation import PAGE, Moderation
from bot.words import moderation as moderation_words


class AuditLog:
    """Shows the audit log to moderators."""

    def __init__(self, moderation: Moderation) -> None:
        self._moderation = moderation

    @property
    def components(self) -> tuple[Listener, ...]:
        """What is listened for."""
        return (on_press(OlderButton, self._show_older),)

    async def show(self, interaction: discord.Interaction[Any], *, before: int | None = None) -> None:
        """Put a page of what moderators did here into the answer of an interaction that was deferred for one alone.

        Raises:
            NotForYou: it is no moderator.
            StoreUnavailable: the database does not answer.
        """
        guild_id = check_here(interaction, Act.AUDIT)
        entries = await self._moderation.log(guild_id, before=before)
        items = [OlderButton(entries[-1].id)] if len(entries) == PAGE else []
        await interaction.edit_original_response(
            content=moderation_words.log_text(entries),
            view=view_of(*items),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _show_older(self, interaction: discord.Interaction[Any], before: int) -> None:
        """Acknowledge, then put the page in the place of the one that was there."""
        await interaction.response.defer()
        await self.show(interaction, before=before)
