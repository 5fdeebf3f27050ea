"""/history: the last requests and their pictures."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.platform.error_answers import answer_errors
from bot.chat.results.history import BUTTONS, show_page
from bot.words import commands as commands_words


class History(commands.Cog):
    """Shows people what they asked for."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*BUTTONS)

    @app_commands.command(description=commands_words.COMMANDS["history"])
    async def history(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the newest page."""
        async with answer_errors(interaction):
            await interaction.response.defer(thinking=True, ephemeral=True)
            await show_page(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(History(bot))
