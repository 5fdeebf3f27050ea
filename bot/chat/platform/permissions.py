"""What the bot must be allowed to do where it posts, and what of it is missing."""

from typing import Any

import discord

from bot.domain.access import Standing
from bot.domain.errors import NotAllowed
from bot.domain.job import Job

NEEDED_PERMISSIONS = ("view_channel", "send_messages", "embed_links", "attach_files")
"""What a result in a channel needs; in a thread `send_messages_in_threads` stands for `send_messages`."""


def check_permissions(interaction: discord.Interaction[Any]) -> None:
    """Refuse where a result could not be posted.

    Raises:
        NotAllowed: which permissions the bot lacks here.
    """
    if interaction.guild_id is None or is_guest(interaction):
        return
    in_thread = isinstance(interaction.channel, discord.Thread)
    missing = missing_permissions(interaction.app_permissions, in_thread=in_thread)
    if missing:
        raise NotAllowed(permissions=missing)


def check_channel(channel: object, guild: discord.Guild | None) -> None:
    """Refuse a channel where a result could not be posted, as far as the gateway has told by now.

    Raises:
        NotAllowed: which permissions the bot lacks there.
    """
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return
    missing = missing_permissions(channel.permissions_for(guild.me), in_thread=isinstance(channel, discord.Thread))
    if missing:
        raise NotAllowed(permissions=missing)


def granted_in(channel: object, guild: discord.Guild | None) -> int | None:
    """Tell what the bot may do in a channel, as Discord's bits; None where the gateway has not told by now."""
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return None
    return channel.permissions_for(guild.me).value


def missing_to_share(channel: discord.abc.GuildChannel) -> tuple[str, ...]:
    """List what the bot lacks to post and look after messages in a channel, or posts in a forum."""
    granted = channel.permissions_for(channel.guild.me)
    in_posts = ("send_messages_in_threads",) if isinstance(channel, discord.ForumChannel) else ()
    needed = (*NEEDED_PERMISSIONS, "read_message_history", *in_posts)
    return tuple(name for name in needed if not getattr(granted, name))


def is_guest(interaction: discord.Interaction[Any]) -> bool:
    """Say whether the bot is here through the asker alone, and no member: it has the interaction and nothing else."""
    return interaction.is_user_integration() and not interaction.is_guild_integration()


def standings_of(
    interaction: discord.Interaction[Any],
    *,
    guild_id: int | None,
    asker_id: int | None = None,
    channel_id: int | None = None,
) -> frozenset[Standing]:
    """Say what the person who speaks is to a server, and to a picture that `asker_id` asked for in `channel_id`.

    Somebody in another server is an outsider: what they are there is not known here. A direct message is a server of
    those who are in it. What a channel alone grants makes nobody a moderator of the server.
    """
    standings = {Standing.ASKER} if interaction.user.id == asker_id else set()
    is_there = interaction.channel_id == channel_id
    if interaction.guild_id != guild_id or (guild_id is None and not is_there):
        return frozenset(standings | {Standing.OUTSIDER})
    standings.add(Standing.MEMBER)
    if guild_id is None:
        return frozenset(standings)
    if is_there and interaction.permissions.manage_messages:
        standings.add(Standing.CHANNEL_MODERATOR)
    person = interaction.user
    granted = person.guild_permissions if isinstance(person, discord.Member) else discord.Permissions.none()
    if granted.manage_messages:
        standings.add(Standing.MODERATOR)
    if granted.manage_guild:
        standings.add(Standing.MANAGER)
    return frozenset(standings)


def standings_to(interaction: discord.Interaction[Any], job: Job) -> frozenset[Standing]:
    """Say what the person who speaks is to a job, and to the server where it was asked for."""
    origin = job.origin
    return standings_of(interaction, guild_id=origin.guild_id, asker_id=origin.user_id, channel_id=origin.channel_id)


def role_ids(interaction: discord.Interaction[Any]) -> list[int]:
    """List the roles of the asker here, none outside of a server."""
    return [role.id for role in interaction.user.roles] if isinstance(interaction.user, discord.Member) else []


def missing_permissions(granted: discord.Permissions, *, in_thread: bool) -> tuple[str, ...]:
    """List the permissions that a result needs and that are not among the granted ones."""
    needed = (
        "send_messages_in_threads" if in_thread and name == "send_messages" else name for name in NEEDED_PERMISSIONS
    )
    return tuple(name for name in needed if not getattr(granted, name))
