"""/settings: what this server wants."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.chat.server.settings import SettingsMessages
from bot.chat.server.settings_layout import View
from bot.words import commands as commands_words


class Settings(commands.Cog):
    """Lets managers of a server set what they want there."""

    def __init__(self, messages: SettingsMessages) -> None:
        self._messages = messages

    @app_commands.command(description=localized(commands_words.COMMANDS, "settings"))
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def settings(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then show what is set."""
        async with deferred(interaction):
            await self._messages.show(interaction, View())
