"""What moderators do: decide on reports, mute, and look at what was done."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.moderation import cases, reports
from bot.chat.moderation import commands as moderation
from bot.chat.platform.error_answers import answer_errors
from bot.words import commands as commands_words
from bot.words import moderation as moderation_words

_BUTTONS = (*reports.BUTTONS, *cases.BUTTONS, *moderation.BUTTONS)


def _for_moderators(command: app_commands.Command[Any, ..., None]) -> app_commands.Command[Any, ..., None]:
    """Have Discord offer a command to moderators alone, in servers that have added the bot."""
    command = app_commands.default_permissions(manage_messages=True)(command)
    command = app_commands.allowed_installs(guilds=True, users=False)(command)
    return app_commands.guild_only()(command)


class Moderation(commands.Cog):
    """Takes reports, and hands over to moderators."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Let the buttons of earlier messages work."""
        self.bot.add_dynamic_items(*_BUTTONS)

    async def cog_unload(self) -> None:
        """Take no more presses of them."""
        self.bot.remove_dynamic_items(*_BUTTONS)

    @_for_moderators
    @app_commands.command(description=commands_words.COMMANDS["mute"])
    @app_commands.describe(person=commands_words.OPTIONS["muted_person"], time=commands_words.OPTIONS["mute_time"])
    @app_commands.choices(
        time=[app_commands.Choice(name=label, value=time) for time, label in moderation_words.MUTE_TIMES.items()]
    )
    async def mute(self, interaction: discord.Interaction[Any], person: discord.User, time: str) -> None:
        """Acknowledge, then hand over."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.mute(interaction, person.id, time)

    @_for_moderators
    @app_commands.command(description=commands_words.COMMANDS["unmute"])
    @app_commands.describe(person=commands_words.OPTIONS["unmuted_person"])
    async def unmute(self, interaction: discord.Interaction[Any], person: discord.User) -> None:
        """Acknowledge, then hand over."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.unmute(interaction, person.id)

    @_for_moderators
    @app_commands.command(description=commands_words.COMMANDS["muted"])
    async def muted(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.show_muted(interaction)

    @_for_moderators
    @app_commands.command(description=commands_words.COMMANDS["reports"])
    async def reports(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await cases.show_cases(interaction)

    @_for_moderators
    @app_commands.command(description=commands_words.COMMANDS["audit"])
    async def audit(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the newest page."""
        async with answer_errors(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.show_log(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Moderation(bot))
