"""The buttons on results, and the tree that a picture belongs to."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.platform.error_answers import answer_errors
from bot.chat.results import buttons as result_buttons
from bot.chat.results import info
from bot.chat.results.tree import find_job, offer_jobs, show_tree
from bot.words import commands as commands_words

_BUTTONS = (*result_buttons.BUTTONS, *info.BUTTONS)


class Results(commands.Cog):
    """What can be done with a picture that is made."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*_BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*_BUTTONS)

    @app_commands.command(description=commands_words.COMMANDS["tree"])
    @app_commands.describe(picture=commands_words.OPTIONS["picture"])
    @app_commands.autocomplete(picture=offer_jobs)
    async def tree(self, interaction: discord.Interaction[Any], picture: str | None = None) -> None:
        """Acknowledge, then draw."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await show_tree(interaction, await find_job(interaction, picture))


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Results(bot))
