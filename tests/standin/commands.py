"""The commands that the bot has registered, found as a user's client finds them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from tests.standin.errors import NotOffered
from tests.standin.feed import Feed
from tests.standin.world import ChannelType, resolve_permissions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.standin.clock import Snowflakes
    from tests.standin.world import Channel, User


class CommandType(enum.IntEnum):
    """Where a command is offered."""

    CHAT_INPUT = 1
    MESSAGE = 3


class OptionType(enum.IntEnum):
    """What an option takes."""

    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    NUMBER = 10
    ATTACHMENT = 11


class Commands:
    """Global and guild commands; `registered` has the scope of every registration, None for global."""

    def __init__(self, ids: Snowflakes, application_id: int) -> None:
        self.registered: Feed[int | None] = Feed()
        self._ids = ids
        self._application_id = application_id
        self._by_scope: dict[int | None, dict[tuple[int, str], dict[str, Any]]] = {}

    def of_scope(self, guild_id: int | None) -> list[dict[str, Any]]:
        """Return the commands of a guild, or the global ones."""
        return list(self._by_scope.get(guild_id, {}).values())

    def replace_all(self, bodies: Iterable[dict[str, Any]], *, guild_id: int | None) -> list[dict[str, Any]]:
        """Register these and no others; a command that stays keeps its id."""
        before = self._by_scope.get(guild_id, {})
        entries = [self._to_entry(body, before, guild_id) for body in bodies]
        self._by_scope[guild_id] = {(entry["type"], entry["name"]): entry for entry in entries}
        self.registered.publish(guild_id)
        return entries

    def put(self, body: dict[str, Any], *, guild_id: int | None) -> tuple[dict[str, Any], bool]:
        """Register one command beside the others; the second value tells whether it is new."""
        scope = self._by_scope.setdefault(guild_id, {})
        entry = self._to_entry(body, scope, guild_id)
        key = (entry["type"], entry["name"])
        is_new = key not in scope
        scope[key] = entry
        self.registered.publish(guild_id)
        return entry, is_new

    def offered(self, kind: CommandType, name: str, *, user: User, channel: Channel) -> dict[str, Any]:
        """Return the command that this user sees in this channel.

        Raises:
            NotOffered: it is not registered, not for this kind of channel, or not for this member.
        """
        scopes = [channel.guild.id, None] if channel.guild is not None else [None]
        for scope in scopes:
            command = self._by_scope.get(scope, {}).get((int(kind), name))
            if command is not None:
                _check_offered(command, user, channel)
                return command
        raise NotOffered(
            f"{name} is not registered; there are {[entry for key in scopes for entry in self._names(key)]}"
        )

    def _names(self, scope: int | None) -> list[str]:
        return [name for _, name in self._by_scope.get(scope, {})]

    def _to_entry(
        self, body: dict[str, Any], before: dict[tuple[int, str], dict[str, Any]], guild_id: int | None
    ) -> dict[str, Any]:
        kind = int(body.get("type") or CommandType.CHAT_INPUT)
        known = before.get((kind, body["name"]))
        permissions = body.get("default_member_permissions")
        entry = {key: value for key, value in body.items() if value is not None} | {
            "id": str(self._ids.next()) if known is None else known["id"],
            "application_id": str(self._application_id),
            "version": str(self._ids.next()),
            "type": kind,
            "description": body.get("description") or "",
            "default_member_permissions": None if permissions is None else str(permissions),
        }
        return entry if guild_id is None else entry | {"guild_id": str(guild_id)}


def _check_offered(command: dict[str, Any], user: User, channel: Channel) -> None:
    name = command["name"]
    contexts = command.get("contexts")
    is_direct = channel.type is ChannelType.DM
    if contexts is None:
        allowed = not is_direct or command.get("dm_permission", True)
    else:
        allowed = (1 if is_direct else 0) in contexts
    if not allowed:
        raise NotOffered(f"{name} is not offered in {channel.type.name}")
    if channel.guild is not None and not channel.guild.has_bot and 1 not in (command.get("integration_types") or [0]):
        raise NotOffered(f"{name} is not for users who install the app")
    needed = int(command["default_member_permissions"] or 0)
    if channel.guild is not None and needed & ~int(resolve_permissions(user, channel)):
        raise NotOffered(f"{name} is not offered to {user.name}")
