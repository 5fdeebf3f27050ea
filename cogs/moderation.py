"""What moderators do: decide on reports, mute, and look at what was done."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.moderation.audit_log import AuditLog
from bot.chat.moderation.cases import Cases
from bot.chat.moderation.mutes import MuteCommands
from bot.chat.platform.error_answers import deferred
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words


def _for_moderators(command: app_commands.Command[Any, ..., None]) -> app_commands.Command[Any, ..., None]:
    """Have Discord offer a command to moderators alone, in servers that have added the bot."""
    command = app_commands.default_permissions(manage_messages=True)(command)
    command = app_commands.allowed_installs(guilds=True, users=False)(command)
    return app_commands.guild_only()(command)


class Moderation(commands.Cog):
    """Hands over to moderators what they decide on."""

    def __init__(self, cases: Cases, *, mutes: MuteCommands, audit_log: AuditLog) -> None:
        self._cases = cases
        self._mutes = mutes
        self._audit_log = audit_log

    @_for_moderators
    @app_commands.command(description=localized(commands_words.COMMANDS, "mute"))
    @app_commands.describe(
        person=localized(commands_words.OPTIONS, "muted_person"), time=localized(commands_words.OPTIONS, "mute_time")
    )
    @app_commands.choices(
        time=[
            app_commands.Choice(name=localized(commands_words.MUTE_TIMES, time), value=time)
            for time in commands_words.MUTE_TIMES
        ]
    )
    async def mute(self, interaction: discord.Interaction[Any], person: discord.User, time: str) -> None:
        """Acknowledge, then hand over."""
        async with deferred(interaction):
            await self._mutes.mute(interaction, person.id, time)

    @_for_moderators
    @app_commands.command(description=localized(commands_words.COMMANDS, "unmute"))
    @app_commands.describe(person=localized(commands_words.OPTIONS, "unmuted_person"))
    async def unmute(self, interaction: discord.Interaction[Any], person: discord.User) -> None:
        """Acknowledge, then hand over."""
        async with deferred(interaction):
            await self._mutes.unmute(interaction, person.id)

    @_for_moderators
    @app_commands.command(description=localized(commands_words.COMMANDS, "muted"))
    async def muted(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with deferred(interaction):
            await self._mutes.show_muted(interaction)

    @_for_moderators
    @app_commands.command(description=localized(commands_words.COMMANDS, "reports"))
    async def reports(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then list."""
        async with deferred(interaction):
            await self._cases.show_open(interaction)

    @_for_moderators
    @app_commands.command(description=localized(commands_words.COMMANDS, "audit"))
    async def audit(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then answer with the newest page."""
        async with deferred(interaction):
            await self._audit_log.show(interaction)
