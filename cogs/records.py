"""/forget me and /export me: what becomes of all that is kept of a person."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.people.export import ExportMessages
from bot.chat.people.forgetting import ForgetQuestion
from bot.chat.platform.error_answers import answer_errors, deferred
from bot.chat.platform.localizations import localized
from bot.words import commands as commands_words


class Records(commands.Cog):
    """Gives people what is theirs, or deletes it."""

    forget = app_commands.Group(name="forget", description=localized(commands_words.COMMANDS, "forget"))
    export = app_commands.Group(name="export", description=localized(commands_words.COMMANDS, "export"))

    def __init__(self, forget_question: ForgetQuestion, export_messages: ExportMessages) -> None:
        self._forget_question = forget_question
        self._export_messages = export_messages

    @forget.command(name="me", description=localized(commands_words.COMMANDS, "forget_me"))
    async def forget_me(self, interaction: discord.Interaction[Any]) -> None:
        """Ask first."""
        async with answer_errors(interaction):
            await self._forget_question.ask(interaction)

    @export.command(name="me", description=localized(commands_words.COMMANDS, "export_me"))
    async def export_me(self, interaction: discord.Interaction[Any]) -> None:
        """Acknowledge, then pack and send."""
        async with deferred(interaction):
            await self._export_messages.send(interaction)
