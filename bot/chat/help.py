"""/help: what can be done here, by example."""

from typing import Any

import discord

from bot.chat.platform.caller import guild_id_of
from bot.chat.platform.layouts import layout_of, line_between, words
from bot.chat.platform.permissions import is_guest
from bot.service.rules import Rules
from bot.words import help as help_words


class Help:
    """Tells people what they may do where they are."""

    def __init__(self, client: discord.Client, rules: Rules) -> None:
        self._client = client
        self._rules = rules

    def describe(self, message: discord.Message) -> str:
        """Explain what anybody may do where a message stands: the answer is there for everybody."""
        return help_words.help_text(
            self._here(alone=guild_id_of(message) is None, guest=False, manages=False, moderates=False)
        )

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Explain to a person what they may do where they are."""
        alone = interaction.guild_id is None
        here = self._here(
            alone=alone,
            guest=is_guest(interaction),
            manages=not alone and interaction.permissions.manage_guild,
            moderates=not alone and interaction.permissions.manage_messages,
        )
        first, *further = help_words.help_sections(here)
        parts = [words(first), *(part for section in further for part in (line_between(), words(section)))]
        await interaction.response.send_message(
            view=layout_of(parts), ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )

    def _here(self, *, alone: bool, guest: bool, manages: bool, moderates: bool) -> help_words.HelpHere:
        client, rules = self._client, self._rules
        return help_words.HelpHere(
            bot_name=f"@{client.user.display_name}" if client.user else "",
            edits=rules.edits,
            takes_mask=rules.takes_mask,
            replies=not guest,
            replies_to_all=not guest and (alone or client.intents.message_content),
            alone=alone,
            manages=manages,
            moderates=moderates,
            free=rules.free,
            n_limit=rules.n_limit,
        )
