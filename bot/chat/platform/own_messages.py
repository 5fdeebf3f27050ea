"""The bot's own messages in a channel, as its history shows them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from bot.chat.platform.errors import UnreadableAnswer, read_id

_PAGE = 100
"""Messages of anybody; Discord's API reference, "Get Channel Messages", `limit`."""
_PAGES = 2
_CLOCKS_DIFFER = timedelta(minutes=2)


def own_id(client: discord.Client) -> int:
    """Give the id of the bot's own user; 0 before it has logged in."""
    return client.user.id if client.user else 0


def first_id(since: datetime) -> int:
    """Give the lowest id that something sent since then can have, as far as our clock and Discord's agree."""
    return discord.utils.time_snowflake(since.astimezone(UTC) - _CLOCKS_DIFFER)


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """A message of the bot, as far as it has to be known again; `reply_to` is the message that it answers."""

    id: int
    content: str
    file_names: tuple[str, ...]
    reply_to: int | None


async def own_messages(client: discord.Client, channel_id: int, *, since: datetime) -> AsyncIterator[OwnMessage]:
    """Look through the first messages since then for those of the bot; what cannot be read is passed over.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, UnreadableAnswer: as discord.py does.
    """
    me, after = str(own_id(client)), first_id(since)
    for _ in range(_PAGES):
        page: Any = await client.http.logs_from(channel_id, _PAGE, after=after)
        if not isinstance(page, list):
            raise UnreadableAnswer(type(page).__name__)
        ids = [one for one in map(_id_of, page) if one is not None]
        for raw in sorted(page, key=lambda one: _id_of(one) or 0):
            message = _read(raw, me)
            if message is not None:
                yield message
        if len(page) < _PAGE or not ids:
            return
        after = max(ids)


def _read(raw: Any, me: str) -> OwnMessage | None:
    """Read a message past the library, which would fail at all of it for one field that is of no interest here."""
    try:
        if str(raw["author"]["id"]) != me:
            return None
        files = raw.get("attachments") or ()
        reference = raw.get("message_reference") or {}
        reply_to = reference.get("message_id")
        return OwnMessage(
            id=int(raw["id"]),
            content=str(raw.get("content") or ""),
            file_names=tuple(str(one["filename"]) for one in files),
            reply_to=None if reply_to is None else int(reply_to),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _id_of(raw: Any) -> int | None:
    try:
        return read_id(raw)
    except UnreadableAnswer:
        return None
