"""/help: what can be done here."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.help import show_help
from bot.chat.platform.error_answers import answer_errors
from bot.words import commands as commands_words


class Help(commands.Cog):
    """Explains itself."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    @app_commands.command(description=commands_words.COMMANDS["help"])
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """Answer at once: nothing has to be looked up."""
        async with answer_errors(interaction):
            await show_help(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Help(bot))
