"""/help: what can be done here."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.help import Help as HelpAnswer
from bot.chat.platform.error_answers import answer_errors
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words


class Help(commands.Cog):
    """Explains itself."""

    def __init__(self, answer: HelpAnswer) -> None:
        self._answer = answer

    @app_commands.command(description=localized(commands_words.COMMANDS, "help"))
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """Answer at once: nothing has to be looked up."""
        async with answer_errors(interaction):
            await self._answer.show(interaction)
