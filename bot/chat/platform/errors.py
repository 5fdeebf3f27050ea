"""What Discord's refusals mean for a message that has to go out."""

import aiohttp
import discord

from bot.domain.errors import ChannelClosed, DiscordDown, NotDelivered

_STATUS_TOO_LARGE = 413
_TOO_LARGE = 40005
_FIRST_SERVER_ERROR = 500
_TOO_MANY = 429

FAILURES = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What a call of Discord may end with."""


def is_too_large(error: Exception) -> bool:
    """Say whether smaller files would do."""
    return isinstance(error, discord.HTTPException) and (error.status == _STATUS_TOO_LARGE or error.code == _TOO_LARGE)


def is_uncertain(error: Exception) -> bool:
    """Say whether the message may be out all the same, or may go out the same way later: no refusal was heard."""
    if not isinstance(error, discord.HTTPException):
        return True
    return error.status >= _FIRST_SERVER_ERROR or error.status == _TOO_MANY


def is_invalid(error: Exception) -> bool:
    """Say whether the message itself is what Discord does not take, so that no other way would do."""
    return isinstance(error, discord.HTTPException) and error.status == 400  # noqa: PLR2004


def to_error(error: Exception) -> NotDelivered:
    """Give the error for a message that no way is left for."""
    return DiscordDown() if is_uncertain(error) or is_invalid(error) else ChannelClosed()
