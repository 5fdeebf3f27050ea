"""/forget me and /export me: what becomes of all that is kept of a person."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.people import forgetting
from bot.chat.people.export import send_export
from bot.chat.platform.error_answers import answer_errors
from bot.words import commands as commands_words


class Records(commands.Cog):
    """Gives people what is theirs, or deletes it."""

    forget = app_commands.Group(name="forget", description=commands_words.COMMANDS["forget"])
    export = app_commands.Group(name="export", description=commands_words.COMMANDS["export"])

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*forgetting.BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*forgetting.BUTTONS)

    @forget.command(name="me", description=commands_words.COMMANDS["forget_me"])
    async def forget_me(self, interaction: discord.Interaction[Any]) -> None:
        """Ask first."""
        async with answer_errors(interaction):
            await forgetting.ask_to_forget(interaction)

    @export.command(name="me", description=commands_words.COMMANDS["export_me"])
    async def export_me(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then pack and send."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await send_export(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Records(bot))
