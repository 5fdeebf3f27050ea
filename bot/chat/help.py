"""/help: what can be done here, by example."""

from typing import TYPE_CHECKING, Any

import discord

from bot.chat.platform.permissions import is_guest
from bot.words import help as help_words

if TYPE_CHECKING:
    from bot.chat.client import EaselBot


async def show_help(interaction: discord.Interaction[Any]) -> None:
    """Explain to a person what they may do where they are."""
    bot: EaselBot = interaction.client
    guest = is_guest(interaction)
    here = help_words.HelpHere(
        bot_name=f"@{bot.user.display_name}" if bot.user else "",
        edits=bot.parts.rules.edits,
        takes_mask=bot.parts.rules.takes_mask,
        replies=not guest,
        replies_to_all=not guest and (interaction.guild_id is None or bot.intents.message_content),
        alone=interaction.guild_id is None,
        manages=interaction.guild_id is not None and interaction.permissions.manage_guild,
        moderates=interaction.guild_id is not None and interaction.permissions.manage_messages,
        free=bot.parts.demo,
        n_limit=bot.parts.rules.n_limit,
    )
    await interaction.response.send_message(
        help_words.help_text(here), ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
    )
