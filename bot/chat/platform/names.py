"""What members are called in a server, by now."""

import asyncio
from collections.abc import Iterable

import discord

from bot.chat.platform.errors import FAILURES
from bot.chat.platform.guilds import Guilds
from bot.words.escaping import plain


async def fetch_names(guilds: Guilds, guild_id: int | None, user_ids: Iterable[int]) -> dict[int, str]:
    """Fetch the names of members of a server, of those of whom Discord tells one; outside of servers of nobody."""
    guild = await guilds.load(guild_id)
    if guild is None:
        return {}
    members = await asyncio.gather(*(_find(guild, one) for one in set(user_ids)))
    return {member.id: plain(member.display_name) for member in members if member is not None}


async def _find(guild: discord.Guild, user_id: int) -> discord.Member | None:
    try:
        return guild.get_member(user_id) or await guild.fetch_member(user_id)
    except FAILURES:
        return None
