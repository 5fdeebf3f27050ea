"""The bot's own messages in a channel, as its history shows them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import discord

_LOOKED_THROUGH = 200
"""Messages of anybody."""
_CLOCKS_DIFFER = timedelta(minutes=2)


def own_id(client: discord.Client) -> int:
    """Give the id of the bot's own user; 0 before it has logged in."""
    return client.user.id if client.user else 0


def first_id(since: datetime) -> int:
    """Give the lowest id that something sent since then can have, as far as our clock and Discord's agree."""
    return discord.utils.time_snowflake(since.astimezone(UTC) - _CLOCKS_DIFFER)


async def own_messages(
    client: discord.Client, channel: discord.abc.Messageable, *, since: datetime
) -> AsyncIterator[discord.Message]:
    """Look through the first messages since then for those of the bot.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as discord.py does.
    """
    me = own_id(client)
    async for message in channel.history(limit=_LOOKED_THROUGH, after=discord.Object(first_id(since))):
        if message.author.id == me:
            yield message
