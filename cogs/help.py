"""/help and /privacy: what can be done here, and with whose pictures."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.help import show_help
from bot.chat.people import privacy
from bot.chat.platform.error_answers import answer_errors
from bot.words import commands as commands_words


class Help(commands.Cog):
    """Explains itself."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*privacy.BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*privacy.BUTTONS)

    @app_commands.command(description=commands_words.COMMANDS["help"])
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """Answer at once: nothing has to be looked up."""
        async with answer_errors(interaction):
            await show_help(interaction)

    @app_commands.command(description=commands_words.COMMANDS["privacy"])
    async def privacy(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what holds."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await privacy.show_privacy(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Help(bot))
