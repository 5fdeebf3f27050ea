"""Where something is asked for, and by whom, as the rules of a server look at it."""

from dataclasses import replace
from typing import Any

import discord

from bot.chat.platform.permissions import role_ids
from bot.chat.platform.viewer import may_name_here, may_see_channel
from bot.service.server_rules import Caller


def caller_of(interaction: discord.Interaction[Any], *, in_public: bool = False) -> Caller:
    """Say where an interaction comes from; with `in_public`, what it may not have is there for everybody to read."""
    channel, person = interaction.channel, interaction.user
    return Caller(
        user_id=interaction.user.id,
        guild_id=interaction.guild_id,
        channel_ids=_channel_ids(interaction.channel, interaction.channel_id),
        role_ids=frozenset(role_ids(interaction)),
        age_restricted=is_age_restricted(interaction.channel),
        may_name=may_name_here(channel, person) if in_public else may_see_channel(interaction),
    )


def caller_in(interaction: discord.Interaction[Any], channel_id: int) -> Caller:
    """Say what the person behind an interaction would be in another channel of its server."""
    channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
    return replace(
        caller_of(interaction),
        channel_ids=_channel_ids(channel, channel_id),
        age_restricted=is_age_restricted(channel),
    )


def caller_of_message(message: discord.Message) -> Caller:
    """Say where a message stands; what is replied to it is there for everybody."""
    author = message.author
    return Caller(
        user_id=author.id,
        guild_id=guild_id_of(message),
        channel_ids=_channel_ids(message.channel, message.channel.id),
        role_ids=frozenset(role.id for role in author.roles) if isinstance(author, discord.Member) else frozenset(),
        age_restricted=is_age_restricted(message.channel),
        may_name=may_name_here(message.channel, author),
    )


def guild_id_of(message: discord.Message) -> int | None:
    """Tell the server of a message, which the gateway may not have told of; None for a direct message."""
    return message.guild.id if message.guild else getattr(message.channel, "guild_id", None)


def is_age_restricted(channel: object) -> bool:
    """Say whether Discord itself marks a channel, or the one of a thread, as age-restricted."""
    if isinstance(channel, discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel):
        return channel.is_nsfw()
    return isinstance(channel, discord.Thread) and channel.is_nsfw()


def _channel_ids(channel: object, channel_id: int | None) -> frozenset[int]:
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return frozenset(one for one in (channel_id, parent_id) if one is not None)
