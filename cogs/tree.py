"""/tree: the family of a picture."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.chat.results.tree import FamilyTree
from bot.words import commands as commands_words


class Tree(commands.Cog):
    """Shows what a picture came from, and what came from it."""

    def __init__(self, family_tree: FamilyTree) -> None:
        self._family_tree = family_tree

    @app_commands.command(description=localized(commands_words.COMMANDS, "tree"))
    @app_commands.describe(picture=localized(commands_words.OPTIONS, "picture"))
    async def tree(self, interaction: discord.Interaction[Any], picture: str | None = None) -> None:
        """Acknowledge, then draw."""
        async with deferred(interaction):
            await self._family_tree.show(interaction, picture)

    @tree.autocomplete("picture")
    async def offer_pictures(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Offer the last pictures of who types."""
        choices = await self._family_tree.choices(interaction.user.id, typed)
        return [app_commands.Choice(name=name, value=value) for name, value in choices]
