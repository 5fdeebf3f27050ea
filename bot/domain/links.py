"""Addresses of messages in Discord."""


def message_link(guild_id: int | None, channel_id: int, message_id: int) -> str:
    """Link to a message; without a server it is one of a direct message."""
    return f"https://discord.com/channels/{guild_id or '@me'}/{channel_id}/{message_id}"
