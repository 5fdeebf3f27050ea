"""The real bot in an in-memory Discord, with the embedded images API on loopback."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.results import InteractionResult

from bot.chat.client import EaselBot
from bot.demo.attachments import MemoryDownloads
from bot.demo.embedded import embedded_images
from bot.settings import Settings
from bot.wiring import build_bot

PERMISSIONS = discord.Permissions(274878024704)


@dataclass(frozen=True, slots=True)
class World:
    """A server with one channel, the bot, and two people."""

    env: simcord.Env
    bot: EaselBot
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    ada: simcord.MemberActor
    bruno: simcord.MemberActor

    @property
    def bot_user(self) -> discord.ClientUser:
        assert self.bot.user is not None
        return self.bot.user

    def payloads(self, path: str) -> list[dict[str, Any]]:
        """Every JSON body that the bot has sent to a path, with `*` for any part of it."""
        matching = (one.json for one in self.env.http_requests if fnmatch(one.path, path))
        return [body for body in matching if isinstance(body, dict)]

    async def imagine(self, prompt: str = "a fox in snow", **options: Any) -> InteractionResult:
        return await self.ada.slash(self.channel, "imagine", prompt=prompt, **options)

    async def edit(self, prompt: str = "make it night", **options: Any) -> InteractionResult:
        return await self.ada.slash(self.channel, "edit", prompt=prompt, **options)


Start = Callable[..., Awaitable[World]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Start a world with the given settings; it ends with the test."""
    async with AsyncExitStack() as stack:

        async def begin(**values: Any) -> World:
            settings = Settings(_env_file=None, data_dir=tmp_path, shutdown_grace_seconds=1, **values)  # type: ignore[call-arg]
            settings = await stack.enter_async_context(embedded_images(settings))
            bot = build_bot(settings, downloads=MemoryDownloads())
            stack.push_async_callback(bot.close)
            env = simcord.Env(bot, settle_timeout=12)
            await env.start()
            stack.push_async_callback(env.shutdown)
            guild = env.create_guild("Easel")
            channel = guild.create_text_channel("pictures")
            ada, bruno = (guild.add_member(env.create_user(name)) for name in ("ada", "bruno"))
            return World(env, bot, guild, channel, ada, bruno)

        yield begin


@pytest.fixture
async def world(start: Start) -> World:
    return await start()
