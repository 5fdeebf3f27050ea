"""How the number of shards changes while a client runs: the real discord.py at a gateway on a socket."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat.sharding.keeper import ShardKeeper
from bot.store.database.engine import Database
from bot.store.sharding.leases import ShardLeases
from bot.store.sharding.session_starts import SessionStarts
from tests.standin.platform import Platform

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Client(discord.AutoShardedClient):
    """A client that leaves its shards to a keeper."""

    def __init__(self, database: Database, *, ask_seconds: float) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.keeper = ShardKeeper(
            self,
            leases=ShardLeases(database, "me"),
            starts=SessionStarts(database),
            count=None,
            ids=frozenset(),
            report=lambda _, __: None,
            ask_seconds=ask_seconds,
        )

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        await self.keeper.await_identify(shard_id or 0)

    async def on_shard_connect(self, shard_id: int) -> None:
        await self.keeper.connected(shard_id, is_resumed=False)

    async def on_shard_resumed(self, shard_id: int) -> None:
        await self.keeper.connected(shard_id, is_resumed=True)


def heard(platform: Platform) -> list[tuple[int, int]]:
    return sorted(session.shard for session in platform.gateway.connected)


async def test_more_than_twice_as_many_recommended_shards_are_changed_to_and_the_old_are_heard_until_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    database = await Database.open(f"sqlite:///{tmp_path}/easel.db")
    await database.migrate()
    async with Platform() as platform, Client(database, ask_seconds=0.5) as client:
        platform.limits.max_concurrency = 3
        monkeypatch.setattr(Route, "BASE", f"{platform.state.base_url}/api/v10")
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(platform.state.gateway_url))
        await client.login(platform.state.token)
        running = asyncio.create_task(client.keeper.run())
        gateway = platform.gateway
        await gateway.ready.first(lambda _: True, timeout_seconds=10)
        platform.limits.shards = 3
        while len(heard(platform)) < 1 + 3:
            await gateway.ready.first(lambda _: True, timeout_seconds=20, after=len(gateway.ready.items))
        assert heard(platform) == [(0, 1), (0, 3), (1, 3), (2, 3)]
        assert client.keeper.status.count == 1
        await gateway.ended.first(lambda _: True, timeout_seconds=20)
        assert heard(platform) == [(0, 3), (1, 3), (2, 3)]
        assert client.keeper.status.count == 3
        assert client.keeper.hears(platform.guild.id)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await client.keeper.close()
    await database.close()
