"""Replies to pictures, and messages that mention the bot."""

import discord
from discord.ext import commands

from bot.chat.requests.messages import MessageRequests


class Reply(commands.Cog):
    """Listens to messages."""

    def __init__(self, message_requests: MessageRequests) -> None:
        self._message_requests = message_requests

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Hand over."""
        await self._message_requests.take(message)
