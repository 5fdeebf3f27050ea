"""The Bot: its intents, its cogs, and how it starts and stops."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Literal, Protocol

import discord
import structlog
from discord import app_commands
from discord.backoff import ExponentialBackoff
from discord.ext import commands

from bot.chat.gateway import GatewayGuard
from bot.chat.platform.error_answers import tell_failure
from bot.chat.platform.languages import Languages
from bot.chat.platform.localizations import Localizations
from bot.chat.platform.transport import Transport
from bot.chat.sync import register

log = structlog.get_logger(__name__)


class Lifecycle(Protocol):
    """How what the bot is made of starts and stops."""

    async def start(self) -> None:
        """Start, on the bot's loop, after it has logged in and before it connects."""
        ...

    async def stop(self, grace_seconds: float) -> None:
        """Let what runs finish within so many seconds, and let go of what the client is needed for."""
        ...

    async def close(self) -> None:
        """Let go of the rest."""
        ...


def intents_for(*, message_content: bool) -> discord.Intents:
    """Say what the bot hears of; `message_content` shows it also what others attach to messages, and is privileged."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)


class EaselBot(commands.Bot):
    """The Discord client. With `only_register` it registers its commands and no more."""

    def __init__(
        self,
        *,
        data_dir: Path,
        grace_seconds: float,
        languages: Languages | None = None,
        message_content: bool = False,
        only_register: bool = False,
    ) -> None:
        """Answer in the languages that `languages` says, and note there what people's Discord is in."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents_for(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self._data_dir = data_dir
        self._grace_seconds = grace_seconds
        self._only_register = only_register
        self._cogs: Sequence[commands.Cog] = ()
        self._components: Sequence[type[discord.ui.DynamicItem[Any]]] = ()
        self._lifecycle: Lifecycle
        self.tree.error(_on_command_error)
        self._guard = GatewayGuard(self, languages or Languages())

    def install(
        self,
        *,
        cogs: Sequence[commands.Cog],
        components: Sequence[type[discord.ui.DynamicItem[Any]]],
        lifecycle: Lifecycle,
    ) -> None:
        """Take what the features add, which are built upon this client, before it is started."""
        self._cogs, self._components, self._lifecycle = cogs, components, lifecycle

    async def setup_hook(self) -> None:
        """Start, add the commands, and register them where they are not those that Discord has."""
        Transport().install(self)
        if not self._only_register:
            await self._lifecycle.start()
        self.add_dynamic_items(*self._components)
        for cog in self._cogs:
            await self.add_cog(cog)
        await self.tree.set_translator(Localizations())
        await register(self.tree, self._data_dir, again=self._only_register)

    async def on_message(self, _: discord.Message) -> None:
        """Look for no commands in messages; `cogs.reply` listens to them."""

    async def on_ready(self) -> None:
        """Say in the log that the bot is there; Discord may call this again after a reconnect."""
        log.info("ready", user=str(self.user), guilds=len(self.guilds))

    async def on_error(self, event_method: str, /, *args: Any, **_: Any) -> None:
        """Log what a listener raised, and tell whoever waits for its answer."""
        await self._guard.listener_failed(event_method, *args)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Connect to the gateway, and go on trying where it is not there yet or says what cannot be read.

        discord.py does so by itself only once it was connected: before that it looks for the session that it does
        not have (`Client.connect` in 2.7.1). What else it raises here is its word for a bot that Discord keeps out.
        """
        backoff = ExponentialBackoff[Literal[False]]()
        while True:
            try:
                await super().connect(reconnect=reconnect)
            except discord.DiscordException:
                raise
            except Exception as error:  # noqa: BLE001 - a READY or a frame that cannot be read ends its connection alone
                wait_seconds = backoff.delay()
                if hasattr(self.ws, "sequence"):
                    self._guard.report("gateway_unreadable", error)
                    await self.ws.close()
                else:
                    cause = error.__context__ or error
                    log.warning("gateway_unreachable", cause=cause, wait_seconds=round(wait_seconds, 1))
                await asyncio.sleep(wait_seconds)
            else:
                return

    def is_connected(self) -> bool:
        """Say whether the gateway is there right now; `is_ready` stays true while the connection is lost."""
        return self.is_ready() and self.ws.open

    async def close(self) -> None:
        """Let the open requests finish, within the grace period, then leave."""
        if self.is_closed():
            return
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._lifecycle.close)
            stack.push_async_callback(super().close)
            await self._lifecycle.stop(self._grace_seconds)


async def _on_command_error(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    log.error("command_failed", command=getattr(interaction.command, "qualified_name", None), kind=type(cause).__name__)
    await tell_failure(interaction, cause, is_answered=interaction.response.is_done())
