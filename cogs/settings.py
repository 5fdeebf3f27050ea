"""/settings: what this server wants."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.platform.error_answers import answer_errors
from bot.chat.server import settings
from bot.words import commands as commands_words


class Settings(commands.Cog):
    """Lets managers of a server set what they want there."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the controls of earlier messages work."""
        self.bot.add_dynamic_items(*settings.CONTROLS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*settings.CONTROLS)

    @app_commands.command(description=commands_words.COMMANDS["settings"])
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def settings(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what is set."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await settings.show_settings(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Settings(bot))
