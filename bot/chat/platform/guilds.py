"""Servers as the gateway has told of them, and where it has not, as Discord's REST API does.

A session that is resumed by another process tells of no server: Discord has told the one before. And a job runs in any
process, whoever hears its server. discord.py 2.7.1 makes a server of what the gateway sends alone, so this module puts
that together, and touches the private names that this takes.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import discord
import structlog

from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.refusals import Meaning

LASTS_SECONDS = 60.0
"""For how long a server counts as it was fetched, where no gateway tells this process of its changes."""
_KEPT_AT_MOST = 200
_AT_ONCE = 8
"""A server takes four calls, and Discord takes 50 a second of a bot."""
_INTERACTION_SECONDS = 1.0
"""The longest that an interaction waits for its server: Discord waits 3 s for the acknowledgement."""
_MESSAGE_SECONDS = 10.0
_GUILD_INSTALL = "0"
"""The key of `authorizing_integration_owners` that a server has which has installed the app; "Interactions"."""
_WITH_WORDS = frozenset(
    {
        discord.InteractionType.application_command.value,
        discord.InteractionType.component.value,
        discord.InteractionType.modal_submit.value,
    }
)
_NOT_THERE = frozenset({Meaning.CLOSED, Meaning.NOWHERE})

log = structlog.get_logger(__name__)


class Guilds:
    """The servers of one client; `hears` says of which the gateway tells this process."""

    def __init__(self, client: discord.Client, *, hears: Callable[[int], bool]) -> None:
        self._client = client
        self._hears = hears
        self._fetched: OrderedDict[int, tuple[float, discord.Guild | None]] = OrderedDict()
        self._fetching: dict[int, asyncio.Task[discord.Guild | None]] = {}
        self._semaphore = asyncio.Semaphore(_AT_ONCE)

    def find(self, guild_id: int | None) -> discord.Guild | None:
        """Find a server that the gateway has told of."""
        return self._client.get_guild(guild_id) if guild_id is not None else None

    async def load(self, guild_id: int | None) -> discord.Guild | None:
        """Load a server with its roles, channels and open threads, and what the bot is there; None where it is not."""
        if guild_id is None:
            return None
        found = self.find(guild_id)
        if found is not None:
            return found
        now = asyncio.get_running_loop().time()
        at, fetched = self._fetched.get(guild_id, (now - LASTS_SECONDS, None))
        if now - at < LASTS_SECONDS:
            return fetched
        task = self._fetching.get(guild_id)
        if task is None:
            task = self._fetching[guild_id] = asyncio.create_task(self._fetch(guild_id))
            task.add_done_callback(lambda _: self._fetching.pop(guild_id, None))
        return await asyncio.shield(task)

    async def has_left(self, guild_id: int) -> bool:
        """Tell whether the bot is not in a server any more that this process hears; False where nobody says so."""
        if not self._hears(guild_id) or self.find(guild_id) is not None:
            return False
        try:
            with reading_answers():
                await self._client.http.get_guild(guild_id, with_counts=False)
        except FAILURES as error:
            return meaning_of(error) in _NOT_THERE
        return False

    def lacks(self, event: str, data: Any) -> int | None:
        """Tell the server that an event is about which has to be loaded before it is read; None where there is none."""
        try:
            guild_id = int(data["guild_id"])
            if self.find(guild_id) is not None or not self._hears(guild_id):
                return None
            if event == "INTERACTION_CREATE":
                owners = data.get("authorizing_integration_owners", {_GUILD_INSTALL: None})
                return guild_id if data["type"] in _WITH_WORDS and _GUILD_INSTALL in owners else None
            return guild_id if event == "MESSAGE_CREATE" and self._names_the_bot(data) else None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    async def fill(self, event: str, guild_id: int) -> None:
        """Load the server of an event that waits for it, for as long as that can wait."""
        seconds = _INTERACTION_SECONDS if event == "INTERACTION_CREATE" else _MESSAGE_SECONDS
        try:
            async with asyncio.timeout(seconds):
                await self.load(guild_id)
        except TimeoutError:
            log.info("server_not_loaded_in_time")

    def _names_the_bot(self, message: Mapping[str, Any]) -> bool:
        me = self._client.user
        if me is None or int(message["author"]["id"]) == me.id:
            return False
        # A role may be the bot's own.
        return bool(message["mention_roles"]) or any(int(one["id"]) == me.id for one in message["mentions"])

    async def _fetch(self, guild_id: int) -> discord.Guild | None:
        try:
            async with self._semaphore:
                with reading_answers():
                    server = await self._fetch_whole(guild_id)
        except FAILURES as error:
            log.info("server_not_loaded", meaning=meaning_of(error).name, cause=error)
            server = None
        if server is not None and self._hears(guild_id) and self.find(guild_id) is None:
            # From here on the gateway tells of its changes.
            self._client._connection._add_guild(server)
            return server
        self._fetched[guild_id] = (asyncio.get_running_loop().time(), server)
        self._fetched.move_to_end(guild_id)
        while len(self._fetched) > _KEPT_AT_MOST:
            self._fetched.popitem(last=False)
        return server

    async def _fetch_whole(self, guild_id: int) -> discord.Guild:
        """Make a server of what GUILD_CREATE has of it and the bot needs."""
        http, me = self._client.http, self._client.user
        async with asyncio.TaskGroup() as group:
            guild = group.create_task(_ask(http.get_guild(guild_id, with_counts=False)))
            channels = group.create_task(_ask(http.get_all_guild_channels(guild_id)))
            threads = group.create_task(_ask(http.get_active_threads(guild_id)))
            member = group.create_task(_ask(http.get_member(guild_id, me.id if me else 0)))
        data: Any = {
            **guild.result(),
            "channels": channels.result(),
            "threads": threads.result()["threads"],
            "members": [member.result()],
            "unavailable": False,
        }
        return discord.Guild(data=data, state=self._client._connection)


async def _ask(call: Any) -> Any:
    return await call
