"""What moderators do: decide on reports, mute, and look at what was done."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat import cases, moderation, reports, wording
from bot.chat.client import EaselBot
from bot.chat.frame import framed

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
    @app_commands.command(description=wording.COMMANDS["mute"])
    @app_commands.describe(person=wording.OPTIONS["muted_person"], time=wording.OPTIONS["mute_time"])
    @app_commands.choices(
        time=[app_commands.Choice(name=label, value=time) for time, label in wording.MUTE_TIMES.items()]
    )
    async def mute(self, interaction: discord.Interaction[Any], person: discord.User, time: str) -> None:
        """Acknowledge, then hand over."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.mute(interaction, person.id, time)

    @_for_moderators
    @app_commands.command(description=wording.COMMANDS["unmute"])
    @app_commands.describe(person=wording.OPTIONS["unmuted_person"])
    async def unmute(self, interaction: discord.Interaction[Any], person: discord.User) -> None:
        """Acknowledge, then hand over."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.unmute(interaction, person.id)

    @_for_moderators
    @app_commands.command(description=wording.COMMANDS["muted"])
    async def muted(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.show_muted(interaction)

    @_for_moderators
    @app_commands.command(description=wording.COMMANDS["reports"])
    async def reports(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await cases.show_cases(interaction)

    @_for_moderators
    @app_commands.command(description=wording.COMMANDS["audit"])
    async def audit(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the newest page."""
        async with framed(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await moderation.show_log(interaction)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Moderation(bot))
