"""Forgets the key of a server when the bot leaves it."""

import discord
from discord.ext import commands

from bot.service.server_keys import ServerKeys as Keys


class ServerKeys(commands.Cog):
    """Listens for servers that the bot is not in any more."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Erase what the server has entered."""
        await self._keys.erase(guild.id)
