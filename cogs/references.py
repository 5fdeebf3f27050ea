"""/references and "Use as reference": pictures that are put aside for the next request."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.people.references import ReferenceList
from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words


class References(commands.Cog):
    """Puts pictures aside, and shows what is there."""

    def __init__(self, tree: app_commands.CommandTree[Any], reference_list: ReferenceList, *, edits: bool) -> None:
        """Say with `edits` whether the provider changes pictures."""
        self._tree = tree
        self._reference_list = reference_list
        self._edits = edits

    async def cog_load(self) -> None:
        """Add the menu, which discord.py has no decorator for in a cog."""
        if self._edits:
            menu = app_commands.ContextMenu(
                name=localized(commands_words.MENUS, "reference"), callback=self.use_as_reference
            )
            self._tree.add_command(menu)

    async def use_as_reference(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Acknowledge, then put them aside."""
        async with deferred(interaction):
            await self._reference_list.add(interaction, message)

    @app_commands.command(description=localized(commands_words.COMMANDS, "references"))
    async def references(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list them."""
        async with deferred(interaction):
            await self._reference_list.show(interaction)
