"""What Discord says: the token, the commands, the gateway, the permissions."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from math import isfinite

import aiohttp
import discord

from bot.chat.client import intents_for
from bot.chat.sharding.identify_pacing import fetch_limits
from bot.doctor.finding import Finding, Verdict
from bot.domain.shards import GatewayLimits
from bot.settings import Settings
from bot.store.database.engine import Database
from bot.store.errors import StoreError
from bot.store.sharding.session_starts import SessionStarts, SessionStartsSpent
from bot.wiring.app import point_discord
from bot.wiring.core import find_database_url
from bot.wiring.errors import SettingsWrong
from bot.words.permissions import PERMISSIONS

LOGIN_WAY_OUT = "Copy a new one: Developer Portal > your application > Bot > Reset Token."
"""Where a token that Discord accepts comes from."""
INTENT_WAY_OUT = "switch on Developer Portal > Bot > Message Content Intent, or MESSAGE_CONTENT off"
"""What mends a privileged intent that is asked for and not allowed."""

_SERVERS_LOOKED_AT = 20
_GATEWAY_SECONDS = 20
_FEWEST = 2.5
"""Discord recommends a shard for 1,000 servers, and takes none of more than 2,500; "Sharding"."""


async def examine_discord(settings: Settings) -> AsyncIterator[Finding]:
    """Log in and connect as the bot does; nothing is changed there."""
    if settings.discord_token is None:
        yield Finding(
            Verdict.NOTE, "DISCORD_TOKEN isn't set: `run` opens the playground instead of connecting to Discord."
        )
        return
    point_discord(settings)
    async with discord.Client(intents=intents_for(message_content=settings.message_content)) as client:
        try:
            await client.login(settings.discord_token.get_secret_value())
        except discord.LoginFailure:
            yield Finding(
                Verdict.BAD,
                f"Discord doesn't accept DISCORD_TOKEN. {LOGIN_WAY_OUT}",
            )
            return
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            yield Finding(Verdict.BAD, f"Can't reach Discord ({error}). Check the network and DISCORD_API_URL.")
            return
        yield Finding(Verdict.GOOD, f"Discord accepts DISCORD_TOKEN: the bot is {client.user}.")
        async for finding in _application(client):
            yield finding
        try:
            limits = await fetch_limits(client)
        except (discord.GatewayNotFound, aiohttp.ClientError, OSError, LookupError, TypeError, ValueError) as error:
            yield Finding(Verdict.BAD, f"Discord doesn't say where its gateway is ({error}). Check DISCORD_API_URL.")
            return
        async for finding in _shards(settings, limits):
            yield finding
    count = settings.shard_count or limits.shards
    if limits.remaining <= count or not await _may_identify(settings):
        yield Finding(
            Verdict.NOTE,
            "The gateway wasn't tried: that takes a session start, and the shards need those that are left.",
        )
        return
    async for finding in _gateway(settings, settings.discord_token.get_secret_value(), shard_count=count):
        yield finding


async def _may_identify(settings: Settings) -> bool:
    """Wait until a session may be started, so that those of running processes are not too early for Discord.

    False where that is not soon. Where the database does not answer or has no tables, nobody else starts any.
    """
    from bot.store.database.inspection import TablesVersion, inspect_database  # noqa: PLC0415 - it needs Alembic

    try:
        url = find_database_url(settings)
        if (await asyncio.to_thread(inspect_database, url)).tables is not TablesVersion.CURRENT:
            return True
        database = await Database.open(url)
        try:
            identify_at = await SessionStarts(database).reserve(0, now=datetime.now(UTC))
        finally:
            await database.close()
    except SessionStartsSpent:
        return False
    except (SettingsWrong, StoreError):
        return True
    wait_seconds = (identify_at - datetime.now(UTC)).total_seconds()
    await asyncio.sleep(min(max(0.0, wait_seconds), _GATEWAY_SECONDS))
    return wait_seconds <= _GATEWAY_SECONDS


async def _application(client: discord.Client) -> AsyncIterator[Finding]:
    if client.application is not None and client.application.interactions_endpoint_url:
        yield Finding(
            Verdict.BAD,
            "An Interactions Endpoint URL is set, so commands don't reach the bot. Empty it: "
            "Developer Portal > General Information.",
        )
    try:
        registered = await discord.app_commands.CommandTree(client).fetch_commands()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        yield Finding(Verdict.NOTE, f"Couldn't read the registered commands ({error}).")
        return
    names = ", ".join(sorted(f"/{command.name}" for command in registered))
    if names:
        yield Finding(Verdict.GOOD, f"Commands that Discord knows: {names}.")
    else:
        yield Finding(
            Verdict.NOTE, "No commands are registered yet. `run` registers them, and so does `python -m bot sync`."
        )


async def _shards(settings: Settings, limits: GatewayLimits) -> AsyncIterator[Finding]:
    count = settings.shard_count or limits.shards
    yield Finding(
        Verdict.GOOD,
        f"Discord recommends {limits.shards} shards, connects {limits.max_concurrency} at a time, and has "
        f"{limits.remaining} of {limits.total} session starts left today.",
    )
    if limits.remaining < count:
        yield Finding(
            Verdict.BAD,
            f"{count} shards need more than that, and Discord resets the token if you run out. Wait until "
            f"{limits.resets_at:%Y-%m-%d %H:%M} UTC.",
        )
    if count * _FEWEST < limits.shards:
        yield Finding(Verdict.BAD, f"SHARD_COUNT={count} is too low. Raise it, or leave it empty.")


async def _gateway(settings: Settings, token: str, *, shard_count: int) -> AsyncIterator[Finding]:
    """Connect as the bot does, which tries the intents and brings the servers of the first shard."""
    intents = intents_for(message_content=settings.message_content)
    async with discord.Client(intents=intents, shard_id=0, shard_count=shard_count) as client:
        await client.login(token)
        connecting = asyncio.create_task(client.connect(reconnect=False))
        ready = asyncio.create_task(client.wait_until_ready())
        try:
            await asyncio.wait({connecting, ready}, timeout=_GATEWAY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if not ready.done():
                why = connecting.exception() if connecting.done() else f"no answer in {_GATEWAY_SECONDS} s"
                if isinstance(why, discord.PrivilegedIntentsRequired):
                    yield Finding(
                        Verdict.BAD, f"MESSAGE_CONTENT is on, but Discord doesn't allow it: {INTENT_WAY_OUT}."
                    )
                    return
                yield Finding(Verdict.BAD, f"Can't reach the gateway ({why}). Check the network.")
                return
            within = f" within {client.latency * 1000:.0f} ms" if isfinite(client.latency) else ""
            yield Finding(
                Verdict.GOOD, f"The gateway accepts the connection{within}, with the intents in the settings."
            )
            if not client.guilds:
                yield Finding(
                    Verdict.NOTE,
                    "The bot isn't in any server yet. Add it with Developer Portal > Installation > Install Link.",
                )
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
            f"In {server.name}, the bot needs {', '.join(missing)}: Server Settings > Roles > the bot's role.",
        )
    return Finding(Verdict.GOOD, f"In {server.name}, the bot has the permissions it needs.")
