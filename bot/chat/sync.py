"""Register the commands with Discord, and not again until they change."""

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands

log = structlog.get_logger(__name__)


async def register(tree: app_commands.CommandTree[Any], data_dir: Path, *, again: bool = False) -> None:
    """Register the commands unless this very set was registered before, for this application, from here.

    `again` registers them in any case.

    Raises:
        discord.HTTPException: Discord did not take them.
    """
    record = data_dir / f"commands-{tree.client.application_id}.sha256"
    digest = _digest(tree)
    if not again and await asyncio.to_thread(_load, record) == digest:
        log.info("commands_unchanged")
        return
    registered = await tree.sync()
    await asyncio.to_thread(_keep, record, digest)
    log.info("commands_registered", count=len(registered))


def _digest(tree: app_commands.CommandTree[Any]) -> str:
    payload = sorted((command.to_dict(tree) for command in tree.get_commands()), key=lambda one: str(one["name"]))
    text = json.dumps([discord.http.Route.BASE, payload], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _load(record: Path) -> str | None:
    try:
        return record.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None


def _keep(record: Path, digest: str) -> None:
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(digest + "\n", encoding="utf-8")
    except OSError as error:
        log.warning("commands_not_remembered", cause=repr(error))
