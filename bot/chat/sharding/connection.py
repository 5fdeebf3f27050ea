"""One connection to the gateway, as discord.py opens it, without its reconnecting.

discord.py 2.7.1 starts and ends all shards of a client at once, each with a session of its own that nobody else can go
on with, and closes them so that Discord forgets them. So shards are held by `bot.chat.sharding.shard`, and this module
touches the private names that this takes.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiohttp
import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket

from bot.chat.gateway_address import is_pinned
from bot.domain.shards import ShardSession

KEPT = 4000
"""The code to close a connection with whose session is resumed later: 1000 and 1001 would end it; "Disconnecting"."""
_HANDLERS = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
"""How the names of the tasks begin in which discord.py has an event acted on."""
_OPEN_SECONDS = 60.0
_CLOSE_SECONDS = 2.0

log = structlog.get_logger(__name__)


class Connection(DiscordWebSocket):
    """A connection; `begins` is its session as it was when nothing but READY had come of it, or as it was resumed."""

    begins: ShardSession | None = None

    async def received_message(self, msg: Any, /) -> None:
        """Act on what was received."""
        await super().received_message(msg)
        if self.begins is None:
            self.begins = session_of(self)

    async def identify(self) -> None:
        """Send IDENTIFY, after the client's hook."""
        try:
            await super().identify()
        except BaseException:
            # discord.py would leave it open, and a thread that sends its heartbeats.
            await self.close(KEPT)
            raise


def number_shards(client: discord.AutoShardedClient, count: int) -> None:
    """Have a client say of each server and connection that there are so many shards."""
    client.shard_count = count
    client._connection.shard_count = count
    client._connection.shard_ids = range(count)


async def open_connection(
    client: discord.AutoShardedClient, shard_id: int, session: ShardSession | None, *, by_default_gateway: bool = False
) -> Connection:
    """Connect and send RESUME for a session, or IDENTIFY without one, before which the client's hook is awaited.

    READY or RESUMED comes among the events. A resume goes to the address that READY named for it, if not
    `by_default_gateway`.

    Raises:
        IdentifyTooLate: by the hook.
        OSError, aiohttp.ClientError, TimeoutError, discord.DiscordException: as discord.py does.
    """
    gateway = None
    if session is not None and not by_default_gateway and not is_pinned():
        gateway = yarl.URL(session.resume_url)
    async with asyncio.timeout(_OPEN_SECONDS):
        return await Connection.from_client(
            client,
            gateway=gateway,
            shard_id=shard_id,
            session=session.session_id if session else None,
            sequence=session.sequence if session else None,
            resume=session is not None,
        )


async def close_connection(connection: DiscordWebSocket) -> None:
    """Close a connection so that its session can be resumed."""
    with suppress(TimeoutError, aiohttp.ClientError, OSError):
        async with asyncio.timeout(_CLOSE_SECONDS):
            await connection.close(KEPT)


def session_of(connection: DiscordWebSocket) -> ShardSession | None:
    """Tell what a resume names of the session of a connection; None before READY and after its end."""
    if connection.session_id is None or connection.sequence is None:
        return None
    return ShardSession(
        session_id=connection.session_id, sequence=connection.sequence, resume_url=str(connection.gateway)
    )


def forget_servers(client: discord.AutoShardedClient, hears: Callable[[int], bool]) -> None:
    """Forget what the gateway told of servers that this process does not hear: it tells of no change any more."""
    state: Any = client._connection
    for guild in [one for one in state._guilds.values() if not hears(one.id)]:
        state._remove_guild(guild)


async def finish_handlers(timeout_seconds: float) -> None:
    """Wait until what was heard so far is acted on: discord.py runs that in tasks that nobody else knows."""
    loop = asyncio.get_running_loop()
    end, me = loop.time() + timeout_seconds, asyncio.current_task()
    # An event that was told last has its task in the next turn of the loop.
    await asyncio.sleep(0)
    while handlers := {one for one in asyncio.all_tasks() if one is not me and one.get_name().startswith(_HANDLERS)}:
        if (left := end - loop.time()) <= 0:
            log.warning("events_cut_off", count=len(handlers))
            return
        await asyncio.wait(handlers, timeout=left)
