"""Replies to pictures, and messages that mention the bot."""

from collections.abc import Sequence

import discord
from discord.ext import commands

from bot.chat.requests.messages import MessageRequests
from bot.domain.models import Model


class Reply(commands.Cog):
    """Listens to messages."""

    def __init__(self, message_requests: MessageRequests) -> None:
        self._message_requests = message_requests

    def fit(self, models: Sequence[Model]) -> None:
        """Tell of the options that one of these models has."""
        self._message_requests.fit(models)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Hand over."""
        await self._message_requests.take(message)
