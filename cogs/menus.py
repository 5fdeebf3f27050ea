"""The Apps menu of a message, and the pictures that were put aside with it."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.results import menus
from bot.words import commands as commands_words
from bot.words import conversation as conversation_words


class Menus(commands.Cog):
    """Works on the pictures of any message, whoever posted it."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot
        self._menus = [
            app_commands.ContextMenu(name=conversation_words.MENUS["edit"], callback=self.edit_picture),
            app_commands.ContextMenu(name=conversation_words.MENUS["reference"], callback=self.use_as_reference),
            app_commands.ContextMenu(name=conversation_words.MENUS["info"], callback=self.picture_info),
        ]
        if not bot.parts.rules.edits:
            self._menus = self._menus[2:]

    async def cog_load(self) -> None:
        """Add the menus, which discord.py has no decorator for in a cog, and let their buttons work."""
        for menu in self._menus:
            self.bot.tree.add_command(menu)
        self.bot.add_dynamic_items(*menus.BUTTONS)

    async def cog_unload(self) -> None:
        """Take them away."""
        for menu in self._menus:
            self.bot.tree.remove_command(menu.name, type=menu.type)
        self.bot.remove_dynamic_items(*menus.BUTTONS)

    async def edit_picture(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Hand over."""
        await menus.edit_picture(interaction, message)

    async def use_as_reference(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Hand over."""
        await menus.use_as_reference(interaction, message)

    async def picture_info(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Hand over."""
        await menus.picture_info(interaction, message)

    @app_commands.command(description=commands_words.COMMANDS["references"])
    async def references(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over."""
        await menus.list_references(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Menus(bot))
