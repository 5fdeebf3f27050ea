"""Register the commands with Discord, and not again until they change."""

import asyncio
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.chat.platform.errors import FAILURES, reading_answers
from bot.words.mentions import know_commands

Command = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu

_REFUSAL = re.compile(r"^In ([0-9]+)\b\.?(.*)$", re.MULTILINE)
"""A line of discord.py's text of an error (2.7.1): `In 3.options.0.name: Must be between 1 and 32 in length.`"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Registered:
    """The digest of a set of commands, empty where not all of it was taken, and the ids by the commands' names."""

    digest: str
    ids: Mapping[str, int]


async def register(tree: app_commands.CommandTree[Any], data_dir: Path, *, again: bool = False) -> None:
    """Register the commands unless this very set was registered before, for this application, from here.

    What Discord refuses is named in the log, and the rest is registered without it: a bot with some of its commands is
    of more use than none. The next start tries again. `again` registers all of them, or says why not.

    Raises:
        discord.HTTPException: Discord did not take them; with `again` alone.
    """
    record = data_dir / f"commands-{tree.client.application_id}.sha256"
    commands = tree.get_commands()
    payloads = await _payloads(tree, commands)
    digest = _digest(payloads)
    kept = await asyncio.to_thread(_load, record)
    if not again and kept is not None and kept.digest == digest:
        know_commands(kept.ids)
        log.info("commands_unchanged")
        return
    if again:
        answer: Sequence[Any] = [one.to_dict() for one in await tree.sync()]
    else:
        answer = await _register_what_goes(tree, payloads)
    # Where it took none, those of before are still there.
    ids = _ids(answer) or (kept.ids if kept is not None else {})
    know_commands(ids)
    # What is not all there is forgotten, so that the next start registers it anew.
    await asyncio.to_thread(_keep, record, _Registered(digest if len(answer) == len(commands) else "", ids))
    log.info("commands_registered", count=len(answer))


async def _register_what_goes(tree: app_commands.CommandTree[Any], payloads: Sequence[Any]) -> Sequence[Any]:
    """Register these commands without those that Discord refuses, and give what it says of those that it took."""
    left = list(payloads)
    while left:
        answer = await _put(tree, left)
        if not isinstance(answer, Exception):
            return answer
        refused = {place: why for place, why in _refusals(answer).items() if place < len(left)}
        for place, why in refused.items():
            log.error("command_refused", command=left[place]["name"], why=why)
        if not refused:
            log.error("commands_refused", cause=answer)
            return ()
        left = [payload for place, payload in enumerate(left) if place not in refused]
    return ()


async def _put(tree: app_commands.CommandTree[Any], payloads: list[Any]) -> Sequence[Any] | Exception:
    application_id = tree.client.application_id
    assert application_id is not None  # noqa: S101 - the client has logged in
    try:
        with reading_answers():
            answer: Sequence[Any] = await tree.client.http.bulk_upsert_global_commands(application_id, payload=payloads)
    except FAILURES as error:
        return error
    return answer


def _refusals(error: Exception) -> dict[int, str]:
    """Give what Discord says against single commands, by their places among those that were sent.

    It names fields from the outside in, as `3.options.0.name`; Discord's reference, "Error Messages".
    """
    if not isinstance(error, discord.HTTPException):
        return {}
    found: dict[int, list[str]] = {}
    for place, why in _REFUSAL.findall(error.text):
        found.setdefault(int(place), []).append(why)
    return {place: "; ".join(whys) for place, whys in found.items()}


async def _payloads(tree: app_commands.CommandTree[Any], commands: Sequence[Command]) -> list[Any]:
    translator = tree.translator
    if translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, translator) for command in commands]


def _digest(payloads: Sequence[Any]) -> str:
    ordered = sorted(payloads, key=lambda one: str(one["name"]))
    text = json.dumps([discord.http.Route.BASE, ordered], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _ids(answer: Sequence[Any]) -> dict[str, int]:
    """Name the ids of the commands that are typed; Discord's reference, "Application Command Object"."""
    typed = discord.AppCommandType.chat_input.value
    return {str(one["name"]): int(one["id"]) for one in answer if "id" in one and one.get("type", typed) == typed}


def _load(record: Path) -> _Registered | None:
    try:
        digest, *lines = record.read_text(encoding="utf-8").splitlines()
        ids = {name: int(number) for name, number in map(str.split, lines)}
    except (OSError, ValueError):
        return None
    # Before ids were kept, there was the digest alone: it is registered once more, and then they are known.
    return _Registered(digest, ids) if ids else None


def _keep(record: Path, registered: _Registered) -> None:
    lines = [registered.digest, *(f"{name} {number}" for name, number in registered.ids.items())]
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        log.warning("commands_not_remembered", cause=error)
