"""The Apps menu of a message: edit its pictures, tell about them."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.error_answers import answer_errors, deferred
from bot.chat.platform.localizations import localized
from bot.chat.results.menus import PictureMenus
from bot.words import commands as commands_words


class Menus(commands.Cog):
    """Works on the pictures of any message, whoever posted it."""

    def __init__(self, tree: app_commands.CommandTree[Any], menus: PictureMenus, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._tree = tree
        self._menus = menus
        self._edits = edits

    async def cog_load(self) -> None:
        """Add the menus, which discord.py has no decorator for in a cog."""
        if self._edits:
            edit = app_commands.ContextMenu(name=localized(commands_words.MENUS, "edit"), callback=self.edit_picture)
            self._tree.add_command(edit)
        info = app_commands.ContextMenu(name=localized(commands_words.MENUS, "info"), callback=self.picture_info)
        self._tree.add_command(info)

    async def edit_picture(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Answer with the form."""
        async with answer_errors(interaction):
            await self._menus.edit(interaction, message)

    async def picture_info(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Acknowledge, then tell."""
        async with deferred(interaction):
            await self._menus.tell(interaction, message)
