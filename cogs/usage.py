"""/usage: what one used, and what is left."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.chat.server.usage import UsageAnswers
from bot.words import commands as commands_words


class Usage(commands.Cog):
    """Tells people what they used."""

    def __init__(self, answers: UsageAnswers) -> None:
        self._answers = answers

    @app_commands.command(description=localized(commands_words.COMMANDS, "usage"))
    async def usage(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the accounts."""
        async with deferred(interaction):
            await self._answers.show(interaction)
