"""/theme: what pictures can be shared for."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.gallery.themes import ThemeChannel, ThemeCommands
from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words

_NAME_LIMIT = 60
_DAYS_AT_MOST = 90


class Themes(commands.Cog):
    """Lets moderators open and end themes."""

    def __init__(self, themes: ThemeCommands) -> None:
        self._themes = themes

    theme = app_commands.Group(name="theme", description=localized(commands_words.COMMANDS, "theme"), guild_only=True)

    @theme.command(description=localized(commands_words.COMMANDS, "theme_open"))
    @app_commands.describe(
        name=localized(commands_words.OPTIONS, "theme_name"),
        ends=localized(commands_words.OPTIONS, "theme_ends"),
        channel=localized(commands_words.OPTIONS, "theme_channel"),
    )
    async def open(
        self,
        interaction: discord.Interaction[Any],
        name: app_commands.Range[str, 1, _NAME_LIMIT],
        ends: app_commands.Range[int, 1, _DAYS_AT_MOST],
        channel: app_commands.Transform[app_commands.AppCommandChannel | app_commands.AppCommandThread, ThemeChannel],
    ) -> None:
        """Acknowledge, then open it."""
        async with deferred(interaction):
            await self._themes.open(interaction, name=name, days=ends, channel_id=channel.id)

    @theme.command(description=localized(commands_words.COMMANDS, "theme_close"))
    @app_commands.describe(theme=localized(commands_words.OPTIONS, "theme"))
    async def close(self, interaction: discord.Interaction[Any], theme: str) -> None:
        """Acknowledge, then end it."""
        async with deferred(interaction):
            await self._themes.close(interaction, theme)

    @close.autocomplete("theme")
    async def offer_themes(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer those that are open."""
        return await self._themes.offer(interaction, typed)

    @theme.command(name="list", description=localized(commands_words.COMMANDS, "theme_list"))
    async def list_open(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with deferred(interaction):
            await self._themes.show_open(interaction)
