"""Who looks at pictures, and from where."""

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


def _may_read(interaction: discord.Interaction[Any], channel_id: int) -> bool:
    channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
    if channel is None or not isinstance(interaction.user, discord.Member):
        return False
    granted = channel.permissions_for(interaction.user)
    if isinstance(channel, discord.Thread) and channel.is_private() and not granted.manage_threads:
        # Who is in a private thread is not known without asking Discord.
        return False
    return granted.view_channel and granted.read_message_history
