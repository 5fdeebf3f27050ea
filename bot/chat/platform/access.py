"""Who may do what in the server where they ask for it."""

from typing import Any

import discord

from bot.chat.platform.permissions import standings_of
from bot.domain.access import Act, check_access
from bot.domain.errors import NotForYou


def check_here(interaction: discord.Interaction[Any], act: Act) -> int:
    """Refuse who may not do something in this server; gives the server's id.

    Raises:
        NotForYou: they may not, or it is no server.
    """
    guild_id = interaction.guild_id
    check_access(act, standings_of(interaction, guild_id=guild_id))
    if guild_id is None:
        raise NotForYou(act=act, allowed=())
    return guild_id
