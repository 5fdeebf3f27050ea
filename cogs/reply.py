"""Replies to pictures, and messages that mention the bot."""

import discord
from discord.ext import commands

from bot.chat.client import EaselBot
from bot.chat.requests.messages import converse


class Reply(commands.Cog):
    """Listens to messages."""

    def __init__(self, bot: EaselBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Hand over."""
        await converse(self.bot, message)


async def setup(bot: EaselBot) -> None:
    """Load the cog."""
    await bot.add_cog(Reply(bot))
