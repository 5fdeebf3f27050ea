"""`python -m bot doctor`: what is wrong with this set-up, and how to mend it, one line each."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import aiohttp
import discord

from bot.chat.client import INTENTS
from bot.chat.wording import PERMISSIONS
from bot.demo.embedded import embedded_images
from bot.domain.models import load_catalogue
from bot.proxy.check import Check, CheckState
from bot.settings import Settings
from bot.wiring import SettingsWrong, build_images, point_discord

LEAST_FREE_BYTES = 512 * 1024 * 1024
"""Below this the disk is called full: some hundred pictures of 2 MB, and the room that a database wants."""
_SERVERS_LOOKED_AT = 20
_GATEWAY_SECONDS = 20


class Verdict(StrEnum):
    """How a finding is marked; only `BAD` ones stop the bot from working."""

    GOOD = "ok"
    NOTE = "note"
    BAD = "BAD"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    verdict: Verdict
    text: str


async def examine(settings: Settings) -> int:
    """Print the findings as they come; the exit code is 1 if one of them stops the bot from working."""
    bad = False
    async for finding in _findings(settings):
        bad = bad or finding.verdict is Verdict.BAD
        print(f"{finding.verdict.value:<5} {finding.text}", flush=True)  # noqa: T201 - the command line's own output
    return int(bad)


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    for finding in await asyncio.to_thread(lambda: list(_folders(settings.data_dir))):
        yield finding
    async for finding in _discord(settings):
        yield finding
    for finding in _model(settings, today=datetime.now(UTC).date()):
        yield finding
    yield await _provider(settings)


def _folders(data_dir: Path) -> Iterator[Finding]:
    place = data_dir.resolve()
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(b"Easel")
            os.fsync(probe.fileno())
    except OSError as error:
        yield Finding(
            Verdict.BAD, f"DATA_DIR {place} cannot be written ({error.strerror}): make it writable or choose another."
        )
        return
    free_bytes = shutil.disk_usage(place).free
    if free_bytes < LEAST_FREE_BYTES:
        free_mib = free_bytes // 2**20
        yield Finding(Verdict.BAD, f"DATA_DIR {place} has {free_mib} MiB left: free some space or choose another disk.")
    else:
        yield Finding(Verdict.GOOD, f"DATA_DIR {place} can be written, {free_bytes / 2**30:.1f} GiB are free.")


async def _discord(settings: Settings) -> AsyncIterator[Finding]:
    if settings.discord_token is None:
        yield Finding(Verdict.NOTE, "DISCORD_TOKEN is not set: `run` opens the playground and not Discord.")
        return
    point_discord(settings)
    async with discord.Client(intents=INTENTS) as client:
        try:
            await client.login(settings.discord_token.get_secret_value())
        except discord.LoginFailure:
            yield Finding(
                Verdict.BAD,
                "DISCORD_TOKEN is not accepted: Developer Portal > your application > Bot > Reset Token, and copy it.",
            )
            return
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            yield Finding(Verdict.BAD, f"Discord cannot be reached ({error}): check the network and DISCORD_API_URL.")
            return
        yield Finding(Verdict.GOOD, f"DISCORD_TOKEN is accepted: the bot is {client.user}.")
        async for finding in _application(client):
            yield finding
        async for finding in _gateway(client):
            yield finding


async def _application(client: discord.Client) -> AsyncIterator[Finding]:
    if client.application is not None and client.application.interactions_endpoint_url:
        yield Finding(
            Verdict.BAD,
            "An Interactions Endpoint URL is set, so commands do not reach the bot: "
            "Developer Portal > General Information, and empty it.",
        )
    try:
        registered = await discord.app_commands.CommandTree(client).fetch_commands()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        yield Finding(Verdict.NOTE, f"The commands could not be read ({error}).")
        return
    names = ", ".join(sorted(f"/{command.name}" for command in registered))
    if names:
        yield Finding(Verdict.GOOD, f"Commands that Discord knows: {names}.")
    else:
        yield Finding(Verdict.NOTE, "No commands are registered yet: `run` does it, or `python -m bot sync`.")


async def _gateway(client: discord.Client) -> AsyncIterator[Finding]:
    """Connect as the bot does, which tries the intents and brings the servers with the bot's permissions there."""
    connecting = asyncio.create_task(client.connect(reconnect=False))
    ready = asyncio.create_task(client.wait_until_ready())
    try:
        await asyncio.wait({connecting, ready}, timeout=_GATEWAY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not ready.done():
            why = connecting.exception() if connecting.done() else f"no answer in {_GATEWAY_SECONDS} s"
            yield Finding(Verdict.BAD, f"The gateway cannot be reached ({why}): check the network and the intents.")
            return
        yield Finding(Verdict.GOOD, "The gateway takes the connection; Easel needs no privileged intent.")
        if not client.guilds:
            yield Finding(Verdict.NOTE, "The bot is in no server yet: Developer Portal > Installation > Install Link.")
        for server in client.guilds[:_SERVERS_LOOKED_AT]:
            yield _permissions(server)
    finally:
        for task in (connecting, ready):
            task.cancel()
        await asyncio.gather(connecting, ready, return_exceptions=True)


def _permissions(server: discord.Guild) -> Finding:
    granted = server.me.guild_permissions
    missing = [words for name, words in PERMISSIONS.items() if not getattr(granted, name)]
    if missing:
        return Finding(
            Verdict.BAD,
            f"In {server.name} the bot lacks {', '.join(missing)}: Server Settings > Roles > the bot's role.",
        )
    return Finding(Verdict.GOOD, f"In {server.name} the bot has the permissions it needs.")


def _model(settings: Settings, *, today: date) -> Iterator[Finding]:
    catalogue = load_catalogue()
    for name in settings.enabled_models:
        model = catalogue.find(name)
        chosen = name == settings.images_model
        if chosen and model not in catalogue.models:
            yield Finding(Verdict.NOTE, f"IMAGES_MODEL {name} is not in the catalogue: no price is known for it.")
        if model.shut_down is None or settings.images_provider == "demo":
            continue
        gone = model.shut_down <= today
        what = f"{'IMAGES_MODEL ' if chosen else 'The model '}{name}"
        when = f"{'was' if gone else 'will be'} shut down by {model.shut_down_by} on {model.shut_down.isoformat()}"
        bad = chosen and gone and settings.images_provider in {"openai", "azure"}
        yield Finding(Verdict.BAD if bad else Verdict.NOTE, f"{what} {when}: choose {catalogue.default}.")


async def _provider(settings: Settings) -> Finding:
    try:
        async with embedded_images(settings) as reachable, build_images(reachable) as client:
            check = await client.check(settings.images_model)
    except SettingsWrong as error:
        return Finding(Verdict.BAD, f"The images provider is not set up: {error}.")
    return _provider_finding(settings, check)


def _provider_finding(settings: Settings, check: Check) -> Finding:
    name, model = settings.images_provider, settings.images_model
    told = f" ({check.detail})" if check.detail else ""
    match check.state:
        case CheckState.READY:
            return Finding(Verdict.GOOD, f"The provider {name} takes the key and has the model {model}.")
        case CheckState.KEY_ACCEPTED:
            return Finding(Verdict.GOOD, f"The provider {name} takes the key; it does not list its models.")
        case CheckState.REACHABLE:
            return Finding(Verdict.NOTE, f"The provider {name} answers; it has no list to try the key and model with.")
        case CheckState.MODEL_MISSING:
            return Finding(
                Verdict.BAD, f"The provider {name} does not list the model {model}: set IMAGES_MODEL or IMAGES_ALIASES."
            )
        case CheckState.KEY_REJECTED:
            return Finding(Verdict.BAD, f"The provider {name} refuses the key{told}: set IMAGES_API_KEY anew.")
        case CheckState.UNREACHABLE:
            return Finding(
                Verdict.BAD, f"The provider {name} does not answer{told}: check IMAGES_BASE_URL and network."
            )
