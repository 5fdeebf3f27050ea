"""A slash command's values as Discord resolves them, refused where its client would refuse them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standin.attachments import File
from tests.standin.commands import OptionType
from tests.standin.errors import NotOffered, ValueRefused
from tests.standin.payloads import channel_to_json, member_to_json, user_to_json
from tests.standin.world import Channel, User

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standin.state import State

_CONTAINERS = (OptionType.SUBCOMMAND, OptionType.GROUP)
_MAX_STRING = 6000
# Discord's integers are those that a double holds exactly.
_MAX_INTEGER = 2**53
_PYTHON_TYPES: dict[OptionType, type | tuple[type, ...]] = {
    OptionType.STRING: str,
    OptionType.INTEGER: int,
    OptionType.BOOLEAN: bool,
    OptionType.NUMBER: (int, float),
    OptionType.USER: User,
    OptionType.CHANNEL: Channel,
    OptionType.ATTACHMENT: File,
}


def build_data(
    state: State,
    command: dict[str, Any],
    path: list[str],
    *,
    values: Mapping[str, Any],
    user: User,
    channel: Channel,
    focused: str | None = None,
) -> dict[str, Any]:
    """Return the `data` of a command's interaction.

    `path` names the subcommands below the command. With `focused` it is an autocomplete request: nothing is
    required, and the focused value is what was typed so far.

    Raises:
        NotOffered: no such subcommand, option or choice.
        ValueRefused: a value of another type, out of its bounds, or missing.
    """
    leaf, wrap = command, []
    for name in path:
        leaf = _find(leaf, name)
        wrap.append(leaf)
    offered = _check_names(leaf, values, is_complete=focused is None)
    resolved: dict[str, dict[str, Any]] = {}
    options: list[dict[str, Any]] = []
    for name, value in values.items():
        entry = offered[name]
        option: dict[str, Any] = {"name": name, "type": entry["type"]}
        if name == focused:
            if not entry.get("autocomplete"):
                raise NotOffered(f"{name} has no autocomplete")
            option |= {"value": value, "focused": True}
        else:
            option["value"] = _resolve(state, _check(entry, value), resolved, user=user, channel=channel)
        options.append(option)
    for container in reversed(wrap):
        options = [{"name": container["name"], "type": container["type"], "options": options}]
    data: dict[str, Any] = {"id": command["id"], "name": command["name"], "type": command["type"], "options": options}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data | {"resolved": resolved} if resolved else data


def _check_names(leaf: dict[str, Any], values: Mapping[str, Any], *, is_complete: bool) -> dict[str, dict[str, Any]]:
    offered = {entry["name"]: entry for entry in leaf.get("options") or ()}
    if any(entry["type"] in _CONTAINERS for entry in offered.values()):
        raise NotOffered(f"{leaf['name']} has subcommands: {sorted(offered)}")
    unknown = values.keys() - offered.keys()
    if unknown:
        raise NotOffered(f"{leaf['name']} has no {sorted(unknown)}, but {sorted(offered)}")
    missing = [name for name, entry in offered.items() if entry.get("required") and name not in values]
    if missing and is_complete:
        raise ValueRefused(f"{leaf['name']} requires {missing}")
    return offered


def _find(node: dict[str, Any], name: str) -> dict[str, Any]:
    for entry in node.get("options") or ():
        if entry["name"] == name and entry["type"] in _CONTAINERS:
            found: dict[str, Any] = entry
            return found
    raise NotOffered(f"{node['name']} has no subcommand {name}")


def _check(entry: dict[str, Any], value: Any) -> Any:
    name, kind = entry["name"], OptionType(entry["type"])
    wanted = _PYTHON_TYPES[kind]
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not OptionType.BOOLEAN):
        raise ValueRefused(f"{name} takes {kind.name}, not {value!r}")
    choices = entry.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise NotOffered(f"{name} has no choice {value!r}, but {[choice['value'] for choice in choices]}")
    if isinstance(value, str):
        lowest, highest = max(entry.get("min_length") or 0, 1), entry.get("max_length") or _MAX_STRING
        if not lowest <= len(value) <= highest:
            raise ValueRefused(f"{name} takes {lowest} to {highest} characters, not {len(value)}")
    elif kind in {OptionType.INTEGER, OptionType.NUMBER}:
        lowest, highest = entry.get("min_value", -_MAX_INTEGER), entry.get("max_value", _MAX_INTEGER)
        if not lowest <= value <= highest:
            raise ValueRefused(f"{name} takes {lowest} to {highest}, not {value}")
    return value


def _resolve(state: State, value: Any, resolved: dict[str, dict[str, Any]], *, user: User, channel: Channel) -> Any:
    if isinstance(value, File):
        return store_upload(state, value, resolved)
    if isinstance(value, User):
        resolved.setdefault("users", {})[str(value.id)] = user_to_json(value)
        if channel.guild is not None and value.id in channel.guild.members:
            member = member_to_json(value, channel.guild, with_user=False)
            resolved.setdefault("members", {})[str(value.id)] = member
        return str(value.id)
    if isinstance(value, Channel):
        resolved.setdefault("channels", {})[str(value.id)] = channel_to_json(value, seen_by=user)
        return str(value.id)
    return value


def store_upload(state: State, file: File, resolved: dict[str, dict[str, Any]]) -> str:
    """Put a user's file on the CDN as an ephemeral attachment, and its description into `resolved`."""
    attachment = state.cdn.store(
        file,
        attachment_id=state.ids.next(),
        folder=f"ephemeral-attachments/{state.application_id}",
        now=state.clock.now(),
    )
    state.given_files.append(attachment)
    resolved.setdefault("attachments", {})[str(attachment.id)] = attachment.to_json()
    return str(attachment.id)
