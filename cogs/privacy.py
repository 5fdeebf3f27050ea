"""/privacy: what others may do with one's pictures."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.people.privacy import PrivacyChoices
from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words


class Privacy(commands.Cog):
    """Lets people, and the managers of a server, choose."""

    def __init__(self, choices: PrivacyChoices) -> None:
        self._choices = choices

    @app_commands.command(description=localized(commands_words.COMMANDS, "privacy"))
    async def privacy(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what holds."""
        async with deferred(interaction):
            await self._choices.show(interaction)
