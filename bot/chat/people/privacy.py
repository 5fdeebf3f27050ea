"""/privacy: whether others may edit one's pictures, and for a server's managers whether members' uploads may be."""

from typing import Any

import discord

from bot.chat.platform.components import ONE_ID, view_of
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.old_buttons import JobButton
from bot.chat.platform.viewer import parts_of
from bot.domain.errors import NotYours
from bot.words import conversation as conversation_words


async def show_privacy(interaction: discord.Interaction[Any]) -> None:
    """Put what holds for a person here into the answer of an interaction that was deferred for them alone.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    rules = await parts_of(interaction).privacy.rules(interaction.user.id, interaction.guild_id)
    manages = _manages(interaction)
    items: list[discord.ui.Item[Any]] = [OwnButton(allowed=not rules.edits_by_others)]
    if manages:
        items.append(ServerButton(allowed=not rules.edits_of_uploads))
    await interaction.edit_original_response(
        content=conversation_words.privacy_text(rules, manages=manages), view=view_of(*items)
    )


class OwnButton(JobButton, template=f"own-edits:(?P<id>{ONE_ID})"):
    """Lets others edit one's pictures, or no longer; the number is what it becomes."""

    def __init__(self, number: int = 0, *, allowed: bool | None = None) -> None:
        becomes = bool(number) if allowed is None else allowed
        super().__init__(
            int(becomes), action="own-edits", label=conversation_words.PRIVACY_BUTTONS["allow" if becomes else "forbid"]
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it, show how it is now."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            await parts_of(interaction).privacy.set_edits_by_others(interaction.user.id, allowed=bool(self.number))
            await show_privacy(interaction)


class ServerButton(JobButton, template=f"server-edits:(?P<id>{ONE_ID})"):
    """Lets members' uploads be edited by others in a server, or no longer; the number is what it becomes."""

    def __init__(self, number: int = 0, *, allowed: bool | None = None) -> None:
        becomes = bool(number) if allowed is None else allowed
        label = conversation_words.PRIVACY_BUTTONS["allow_here" if becomes else "forbid_here"]
        super().__init__(int(becomes), action="server-edits", label=label)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, change it for a manager of the server, show how it is now."""
        async with answer_errors(interaction):
            await interaction.response.defer()
            if interaction.guild_id is None or not _manages(interaction):
                raise NotYours
            await parts_of(interaction).privacy.set_edits_of_uploads(interaction.guild_id, allowed=bool(self.number))
            await show_privacy(interaction)


BUTTONS = (OwnButton, ServerButton)
"""What a bot has to know, so that the buttons of its earlier messages work."""


def _manages(interaction: discord.Interaction[Any]) -> bool:
    return interaction.guild_id is not None and interaction.permissions.manage_guild
