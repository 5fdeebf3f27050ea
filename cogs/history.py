"""/history: the last requests and their pictures."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.chat.results.history import HistoryPages
from bot.words import commands as commands_words


class History(commands.Cog):
    """Shows people what they asked for."""

    def __init__(self, pages: HistoryPages) -> None:
        self._pages = pages

    @app_commands.command(description=localized(commands_words.COMMANDS, "history"))
    async def history(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the newest page."""
        async with deferred(interaction):
            await self._pages.show(interaction)
