"""/help: what can be done here, by example."""

from typing import Any

import discord

from bot.chat.platform.permissions import is_guest
from bot.service.submit import Rules
from bot.words import help as help_words


class Help:
    """Tells people what they may do where they are."""

    def __init__(self, client: discord.Client, rules: Rules) -> None:
        self._client = client
        self._rules = rules

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Explain to a person what they may do where they are."""
        client, rules = self._client, self._rules
        guest = is_guest(interaction)
        here = help_words.HelpHere(
            bot_name=f"@{client.user.display_name}" if client.user else "",
            edits=rules.edits,
            takes_mask=rules.takes_mask,
            replies=not guest,
            replies_to_all=not guest and (interaction.guild_id is None or client.intents.message_content),
            alone=interaction.guild_id is None,
            manages=interaction.guild_id is not None and interaction.permissions.manage_guild,
            moderates=interaction.guild_id is not None and interaction.permissions.manage_messages,
            free=rules.free,
            n_limit=rules.n_limit,
        )
        await interaction.response.send_message(
            help_words.help_text(here), ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )
