"""Discord's notation in what people write (`<@id>`, `<#id>`, `<:name:id>`), put into the words that they see for it."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import discord

from bot.chat.platform.errors import FAILURES
from bot.chat.platform.viewer import may_name_here
from bot.words.conversation import UNNAMED
from bot.words.escaping import plain

LOOK_UP_SECONDS = 0.7
"""The longest that an acknowledgement waits for names: Discord waits 3 s for it."""
_LOOKED_UP_AT_MOST = 5

_NOTATION = re.compile(
    # Discord's reference, "Message Formatting".
    r"<(?:@!?(?P<user>[0-9]{1,19})|@&(?P<role>[0-9]{1,19})|#(?P<channel>[0-9]{1,19})"
    r"|a?:(?P<emoji>[A-Za-z0-9_]{1,64}):[0-9]{1,19}|t:(?P<time>-?[0-9]{1,11})(?::[tTdDfFsSR])?"
    r"|/(?P<command>[^:<>\s][^:<>]{0,99}):[0-9]{1,19}|id:(?P<guide>[a-z-]{1,20}))>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Where something is written, and by whom; `names` are the people whom Discord names along with it."""

    client: discord.Client
    guild: discord.Guild | None
    may_name: Callable[[int], bool]
    names: Mapping[int, str] = field(default_factory=dict)


def writer_of(interaction: discord.Interaction[Any]) -> Writer:
    """Say who writes with an interaction."""
    return Writer(
        client=interaction.client,
        guild=interaction.guild,
        may_name=may_name_here(interaction.channel, interaction.user),
        names=_names(interaction.client, interaction.user),
    )


def writer_of_message(client: discord.Client, message: discord.Message) -> Writer:
    """Say who writes a message."""
    return Writer(
        client=client,
        guild=message.guild,
        may_name=may_name_here(message.channel, message.author),
        names=_names(client, message.author, *message.mentions),
    )


async def to_readable(text: str, writer: Writer) -> str:
    """Put names in the place of notation: `@name`, `#channel`, `:emoji:`, `/command`, a date.

    A channel is named where everybody may know its name who sees the one where this is written.
    """
    ids = {int(match["user"]) for match in _NOTATION.finditer(text) if match["user"]}
    names = {**writer.names, **await _look_up(ids - writer.names.keys(), writer)}
    return _NOTATION.sub(lambda match: _say(match, writer, names), text)


def _say(match: re.Match[str], writer: Writer, names: Mapping[int, str]) -> str:
    said = match[match.lastgroup or 0]
    match match.lastgroup:
        case "user":
            return f"@{names.get(int(said), UNNAMED['person'])}"
        case "role":
            return f"@{_role_name(int(said), writer) or UNNAMED['role']}"
        case "channel":
            return f"#{_channel_name(int(said), writer) or UNNAMED['channel']}"
        case "time":
            return _moment(int(said)) or match[0]
    return {"emoji": ":{}:", "command": "/{}"}.get(match.lastgroup or "", "#{}").format(said)


def _role_name(role_id: int, writer: Writer) -> str:
    role = writer.guild.get_role(role_id) if writer.guild else None
    # The one of everybody has the sign in its name.
    return plain(role.name).removeprefix("@") if role else ""


def _channel_name(channel_id: int, writer: Writer) -> str:
    channel = writer.guild.get_channel_or_thread(channel_id) if writer.guild else None
    return plain(channel.name) if channel is not None and writer.may_name(channel_id) else ""


def _moment(seconds: int) -> str | None:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def _names(client: discord.Client, *people: discord.User | discord.Member) -> dict[int, str]:
    known = (*people, *((client.user,) if client.user else ()))
    return {one.id: plain(one.display_name) for one in known}


async def _look_up(ids: set[int], writer: Writer) -> dict[int, str]:
    """Ask Discord for names that it has not told; those that it does not tell in time are missing."""
    wanted = sorted(ids)[:_LOOKED_UP_AT_MOST]
    if not wanted:
        return {}
    tasks = {one: asyncio.ensure_future(_fetch_name(one, writer)) for one in wanted}
    await asyncio.wait(tasks.values(), timeout=LOOK_UP_SECONDS)
    for task in tasks.values():
        task.cancel()
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    names = {one: task.result() for one, task in tasks.items() if not task.cancelled() and task.exception() is None}
    return {one: name for one, name in names.items() if name}


async def _fetch_name(user_id: int, writer: Writer) -> str | None:
    member = writer.guild.get_member(user_id) if writer.guild else None
    person: discord.User | discord.Member | None = member or writer.client.get_user(user_id)
    try:
        if person is None and writer.guild is not None:
            person = await writer.guild.fetch_member(user_id)
    except FAILURES:
        person = None
    try:
        person = person or await writer.client.fetch_user(user_id)
    except FAILURES:
        return None
    return plain(person.display_name)
