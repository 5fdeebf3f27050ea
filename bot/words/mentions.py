"""People, channels, roles and moments as Discord shows them, to each reader in their own way."""

from datetime import datetime


def person(user_id: int) -> str:
    """Mention a person."""
    return f"<@{user_id}>"


def channel(channel_id: int) -> str:
    """Mention a channel; Discord shows its name to those who can see it."""
    return f"<#{channel_id}>"


def role(role_id: int) -> str:
    """Mention a role."""
    return f"<@&{role_id}>"


def moment(at: datetime | int, style: str) -> str:
    """Write a moment, or a Unix time in seconds; the styles are those of Discord's reference, "Timestamp Styles"."""
    return f"<t:{at if isinstance(at, int) else int(at.timestamp())}:{style}>"
