"""People, channels, roles, commands and moments as Discord shows them, to each reader in their own way."""

from collections.abc import Mapping
from datetime import datetime

_command_ids: dict[str, int] = {}
"""The ids that Discord gave the commands when they were registered, by their names; none before."""


def person(user_id: int) -> str:
    """Mention a person."""
    return f"<@{user_id}>"


def channel(channel_id: int) -> str:
    """Mention a channel; Discord shows its name to those who can see it."""
    return f"<#{channel_id}>"


def role(role_id: int) -> str:
    """Mention a role."""
    return f"<@&{role_id}>"


def know_commands(ids: Mapping[str, int]) -> None:
    """Take the ids of all commands that are registered, each by the name of the whole command."""
    _command_ids.clear()
    _command_ids.update(ids)


def command(name: str) -> str:
    """Mention a command, or one of those that it has within, as "gallery mine": a press on it begins to write it.

    Where its id is not known, it is the words that people type.
    """
    known = _command_ids.get(name.partition(" ")[0])
    return f"/{name}" if known is None else f"</{name}:{known}>"


def moment(at: datetime | int, style: str) -> str:
    """Write a moment, or a Unix time in seconds; the styles are those of Discord's reference, "Timestamp Styles"."""
    return f"<t:{at if isinstance(at, int) else int(at.timestamp())}:{style}>"
