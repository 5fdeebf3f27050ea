"""The Bot: its intents, its cogs, and how it starts and stops."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any, Protocol

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.chat.gateway import GatewayGuard
from bot.chat.platform.error_answers import tell_failure
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.languages import Languages
from bot.chat.platform.localizations import Localizations
from bot.chat.platform.transport import Transport
from bot.chat.sharding.connection import finish_handlers
from bot.chat.sharding.keeper import ShardKeeper
from bot.chat.sync import ModelSource, register
from bot.domain.shards import ShardStatus
from bot.store.commands.registered import RegisteredCommands
from bot.store.sharding.leases import ShardLeases
from bot.store.sharding.session_starts import SessionStarts

_HANDLERS_SECONDS = 5.0
"""For so long a stop waits for what was heard before it, until that is on record as a request, or answered."""

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


class EaselBot(commands.AutoShardedBot):
    """The Discord client. With `only_register` it registers its commands and no more."""

    def __init__(
        self,
        *,
        grace_seconds: float,
        languages: Languages | None = None,
        message_content: bool = False,
        only_register: bool = False,
        shard_count: int | None = None,
        shard_ids: Sequence[int] = (),
    ) -> None:
        """Answer in the languages that `languages` says, and note there what people's Discord is in.

        A number of shards may be fixed, and which of them this process holds; else the processes share them.
        """
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents_for(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            shard_count=shard_count,
        )
        self._grace_seconds = grace_seconds
        self._only_register = only_register
        self._fixed_ids = shard_ids
        self._cogs: Sequence[commands.Cog] = ()
        self._components: Sequence[type[discord.ui.DynamicItem[Any]]] = ()
        self._lifecycle: Lifecycle
        self._registered_commands: RegisteredCommands
        self._models_from: ModelSource
        self._shards: ShardKeeper
        self.tree.error(_on_command_error)
        self.guild_loader = Guilds(self, hears=self._hears)
        self._guard = GatewayGuard(
            self, languages=languages or Languages(), guilds=self.guild_loader, repeats=self._repeats
        )

    def install(
        self,
        *,
        leases: ShardLeases,
        starts: SessionStarts,
        registered_commands: RegisteredCommands,
        models_from: ModelSource,
        cogs: Sequence[commands.Cog],
        components: Sequence[type[discord.ui.DynamicItem[Any]]],
        lifecycle: Lifecycle,
    ) -> None:
        """Take what the features add, which are built upon this client, before it is started."""
        self._registered_commands, self._models_from = registered_commands, models_from
        self._cogs, self._components, self._lifecycle = cogs, components, lifecycle
        self._shards = ShardKeeper(
            self,
            leases=leases,
            starts=starts,
            count=self.shard_count,
            ids=frozenset(self._fixed_ids),
            report=self._guard.report,
        )

    async def setup_hook(self) -> None:
        """Start, add the commands, and register them where they are not those that Discord has."""
        Transport().install(self)
        if not self._only_register:
            await self._lifecycle.start()
        self.add_dynamic_items(*self._components)
        for cog in self._cogs:
            await self.add_cog(cog)
        await self.tree.set_translator(Localizations())
        await register(self.tree, self._registered_commands, models_from=self._models_from, again=self._only_register)

    async def on_message(self, _: discord.Message) -> None:
        """Look for no commands in messages; `cogs.reply` listens to them."""

    async def on_shard_connect(self, shard_id: int) -> None:
        """Note that a shard has a new session."""
        await self._shards.connected(shard_id, is_resumed=False)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Note that a shard goes on with its session."""
        await self._shards.connected(shard_id, is_resumed=True)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        """Wait until a shard may send IDENTIFY, which is paced over all processes."""
        await self._shards.await_identify(shard_id or 0)

    async def on_error(self, event_method: str, /, *args: Any, **_: Any) -> None:
        """Log what a listener raised, and tell whoever waits for its answer."""
        await self._guard.listener_failed(event_method, *args)

    async def connect(self, *, reconnect: bool = True) -> None:  # noqa: ARG002 - it always does
        """Hold this process's part of the shards, until the stop.

        Raises:
            discord.ConnectionClosed: Discord takes no further connection.
        """
        await self._shards.run()

    @property
    def shard_status(self) -> ShardStatus:
        """How the shards of this process stand."""
        return self._shards.status

    def is_connected(self) -> bool:
        """Say whether each shard of this process is connected right now."""
        status = self._shards.status
        # Without a gateway of its own, as in the playground, discord.py's word counts.
        return self._shards.is_ready and not status.lost if status.count else self.is_ready()

    def _hears(self, guild_id: int) -> bool:
        return self._shards.hears(guild_id)

    def _repeats(self, guild_id: int | None) -> bool:
        return self._shards.repeats(guild_id)

    async def close(self) -> None:
        """Let the open requests finish, within the grace period, then leave."""
        if self.is_closed():
            return
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._lifecycle.close)
            stack.push_async_callback(super().close)
            stack.push_async_callback(self._lifecycle.stop, self._grace_seconds)
            # First, so that others hear in its place; what comes meanwhile is heard by whoever is next.
            await self._shards.close()
            await finish_handlers(min(self._grace_seconds, _HANDLERS_SECONDS))


async def _on_command_error(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    log.error("command_failed", command=getattr(interaction.command, "qualified_name", None), kind=type(cause).__name__)
    await tell_failure(interaction, cause, is_answered=interaction.response.is_done())
