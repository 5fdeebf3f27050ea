"""A platform, and a small bot connected to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import pytest

from tests.standin.platform import Platform
from tests.unit.standin.small_bot import SmallBot, point_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@pytest.fixture
def _discord_addresses() -> Iterator[None]:
    """Put the addresses of the real Discord back afterwards."""
    base, gateway = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    yield
    discord.http.Route.BASE = base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway


@pytest.fixture
async def platform(_discord_addresses: None) -> AsyncIterator[Platform]:
    async with Platform() as platform:
        yield platform
        assert platform.spec_violations == []
        assert platform.answer_violations == []


@pytest.fixture
async def bot(platform: Platform) -> AsyncIterator[SmallBot]:
    point_at(platform.environment())
    bot = SmallBot()
    running = asyncio.create_task(bot.start(platform.state.token))
    await platform.wait_until_ready()
    yield bot
    await bot.close()
    await asyncio.gather(running, return_exceptions=True)
