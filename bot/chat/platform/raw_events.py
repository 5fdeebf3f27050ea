"""Facts of events as they come, which nobody has read yet and whose fields may be anything."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import discord

_OVER_AFTER = timedelta(seconds=5)
"""Discord takes an acknowledgement within 3 s ("Receiving and Responding")."""


def is_over(data: Any) -> bool:
    """Say whether nobody can acknowledge an interaction any more, with a second or two for wrong clocks."""
    try:
        return datetime.now(UTC) - discord.utils.snowflake_time(int(data["id"])) > _OVER_AFTER
    except (KeyError, TypeError, ValueError, OverflowError):
        return False


def guild_id_in(data: Any) -> int | None:
    """Tell which server an event is about; None where it is about none."""
    guild_id = str(data.get("guild_id")) if isinstance(data, Mapping) else ""
    return int(guild_id) if guild_id.isdecimal() else None
