"""Register the commands with Discord, and not again until they change."""

import asyncio
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.chat.platform.errors import FAILURES, reading_answers
from bot.store.commands.registered import CommandSet, RegisteredCommands
from bot.store.errors import StoreError
from bot.words.mentions import know_commands

Command = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu

_REFUSAL = re.compile(r"^In ([0-9]+)\b\.?(.*)$", re.MULTILINE)
"""A line of discord.py's text of an error (2.7.1): `In 3.options.0.name: Must be between 1 and 32 in length.`"""
_OTHERS_SECONDS = 1.0
"""So often it is looked whether another process has registered them."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSource:
    """Where it is known from which models can be chosen: what `provider` lists, or else the settings alone."""

    provider: str
    is_listed: bool


async def register(
    tree: app_commands.CommandTree[Any],
    registered: RegisteredCommands,
    *,
    models_from: ModelSource,
    again: bool = False,
) -> None:
    """Register the commands unless this very set is registered for this application; one process does so for all.

    What Discord refuses is named in the log, and the rest is registered without it: a bot with some of its commands is
    of more use than none. The next start tries again. `again` registers all of them, or says why not.

    Options that go by the settings alone, since the provider did not answer, do not replace those that go by its list.

    Raises:
        discord.HTTPException: Discord did not take them; with `again` alone.
        StoreUnavailable: the database does not answer; without `again`.
    """
    application_id = tree.client.application_id
    assert application_id is not None  # noqa: S101 - the client has logged in
    payloads = await _payloads(tree, tree.get_commands())
    wanted = CommandSet(
        digest=_digest(payloads),
        outline=_outline(payloads, models_from.provider),
        is_listed=models_from.is_listed,
        is_whole=True,
        ids={},
        registered_at=datetime.now(UTC),
    )
    if again:
        wanted = replace(wanted, ids=_ids([one.to_dict() for one in await tree.sync()]))
        try:
            await registered.keep(application_id, wanted)
        except StoreError as error:
            log.warning("commands_not_remembered", cause=error.__cause__)
        return
    before = kept = await registered.find(application_id)
    while kept is None or not _stands_for(kept, wanted, before=before):
        async with registered.alone() as is_alone:
            kept = await registered.find(application_id)
            if is_alone and (kept is None or not _stands_for(kept, wanted, before=before)):
                answer = await _register_what_goes(tree, payloads)
                # Where it took none, those of before are still there.
                ids = _ids(answer) or dict(kept.ids if kept is not None else {})
                kept = before = replace(wanted, ids=ids, is_whole=len(answer) == len(payloads))
                await registered.keep(application_id, kept)
                log.info("commands_registered", count=len(answer))
                break
        if not is_alone:
            await asyncio.sleep(_OTHERS_SECONDS)
    else:
        log.info("commands_unchanged")
    know_commands(kept.ids)


def _stands_for(kept: CommandSet, wanted: CommandSet, *, before: CommandSet | None) -> bool:
    """Tell whether what is registered will do; what is not whole is tried anew, by one of those that start at once."""
    if kept.digest == wanted.digest:
        return kept.is_whole or kept != before
    return kept.is_whole and kept.is_listed and not wanted.is_listed and kept.outline == wanted.outline


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


def _outline(payloads: Sequence[Any], provider: str) -> str:
    bare = [{name: value for name, value in one.items() if name != "options"} for one in payloads]
    return hashlib.sha256(f"{provider} {_digest(bare)}".encode()).hexdigest()


def _ids(answer: Sequence[Any]) -> dict[str, int]:
    """Name the ids of the commands that are typed; Discord's reference, "Application Command Object"."""
    typed = discord.AppCommandType.chat_input.value
    return {str(one["name"]): int(one["id"]) for one in answer if "id" in one and one.get("type", typed) == typed}
