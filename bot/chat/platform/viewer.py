"""Who looks at pictures, and from where."""

from collections.abc import Callable
from typing import Any

import discord

from bot.service.album import Viewer


def viewer_of(interaction: discord.Interaction[Any]) -> Viewer:
    """Say who is looking, and which channels they may read as far as the gateway has told by now."""
    return Viewer(
        user_id=interaction.user.id,
        channel_id=interaction.channel_id,
        may_read=lambda channel_id: _may_read(interaction, channel_id),
    )


def may_name_here(channel: object, person: discord.User | discord.Member) -> Callable[[int], bool]:
    """Tell of which channels everybody who reads a channel may know, the person who speaks there included.

    Everybody is each role that sees the channel: what single people are let see beyond that is not known.
    """
    may_all_name = may_readers_name(channel)

    def may_name(channel_id: int) -> bool:
        if not isinstance(person, discord.Member) or not may_all_name(channel_id):
            return False
        named = person.guild.get_channel_or_thread(channel_id)
        return named is not None and named.permissions_for(person).view_channel

    return may_name


def may_readers_name(channel: object) -> Callable[[int], bool]:
    """Tell of which channels all roles that see a channel may know; a channel can always be named in itself."""

    def may_name(channel_id: int) -> bool:
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return False
        named = channel.guild.get_channel_or_thread(channel_id)
        if named == channel:
            return True
        if named is None or (isinstance(named, discord.Thread) and named.is_private()):
            return False
        roles = [one for one in channel.guild.roles if channel.permissions_for(one).view_channel]
        return all(named.permissions_for(one).view_channel for one in roles)

    return may_name


def may_see_channel(interaction: discord.Interaction[Any]) -> Callable[[int], bool]:
    """Tell which channels a person may know of, as far as the gateway has told by now."""
    return lambda channel_id: _may_read(interaction, channel_id, with_history=False)


def _may_read(interaction: discord.Interaction[Any], channel_id: int, *, with_history: bool = True) -> bool:
    channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
    if channel is None or not isinstance(interaction.user, discord.Member):
        return False
    granted = channel.permissions_for(interaction.user)
    if isinstance(channel, discord.Thread) and channel.is_private() and not granted.manage_threads:
        # Who is in a private thread is not known without asking Discord.
        return False
    return granted.view_channel and (granted.read_message_history or not with_history)
