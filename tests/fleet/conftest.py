"""A Discord with shards, an images API, a database and a bucket, and the means to put a fleet in front of them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.fleet.bucket import open_bucket
from tests.fleet.fleet import Fleet
from tests.standin.clock import EPOCH_MS
from tests.standin.fork import ForkedBot
from tests.standin.limits import IDENTIFY_SECONDS
from tests.standin.log_watch import leaking
from tests.standin.platform import Platform
from tests.standin.process import BotProcess
from tests.standin.provider import Draw, ImagesProvider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.standin.postgres import PostgresServer
    from tests.standin.world import Channel

KEY = "sk-stand-in-key-that-must-not-be-logged"
_SETTINGS = {
    "IMAGES_PROVIDER": "compatible",
    "IMAGES_API_KEY": KEY,
    # What a process was killed over is asked for again under the same key, and not paid twice.
    "IMAGES_SEND_FIELDS": "idempotency_key",
    "JOBS_PER_USER": "100",
    "JOBS_PER_SERVER": "100",
    "SHUTDOWN_GRACE_SECONDS": "10",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a test works with; `channels` has one of each guild."""

    discord: Platform
    images: ImagesProvider
    fleet: Fleet
    channels: list[Channel]


class OpenScene(Protocol):
    """Opens a Discord of so many shards and guilds, in front of which no process runs yet."""

    def __call__(self, *, shards: int, guilds: int, is_forked: bool) -> AbstractAsyncContextManager[Scene]: ...


@pytest.fixture
def open_scene(server: PostgresServer, tmp_path: Path) -> OpenScene:
    @asynccontextmanager
    async def open_scene(*, shards: int, guilds: int, is_forked: bool) -> AsyncIterator[Scene]:
        def make(discord: Platform, environment: Mapping[str, str], folder: Path) -> BotProcess:
            if is_forked:
                return ForkedBot(discord, environment, folder=folder, is_measured=False)
            return BotProcess(discord, environment, folder=folder)

        async with (
            Platform() as discord,
            ImagesProvider(default=Draw(delay_seconds=0.5)) as images,
            open_bucket(tmp_path) as bucket,
        ):
            discord.limits.shards = shards
            # As a bot of more than 150,000 servers has it: the shards of a process start together.
            discord.limits.max_concurrency = 16
            discord.limits.identify_seconds = IDENTIFY_SECONDS
            channels = [_add_guild(discord, number) for number in range(guilds)]
            addresses = {"IMAGES_BASE_URL": images.url, "DATABASE_URL": server.empty_database(), **bucket}
            fleet = Fleet(discord, {**_SETTINGS, **addresses}, folder=tmp_path, make=make)
            try:
                yield Scene(discord, images, fleet, channels)
            finally:
                await fleet.end()
        for process in fleet.processes:
            assert KEY not in process.output
            assert discord.state.token not in process.output
            assert not list(leaking(process.lines.items, discord.state.interactions.secrets()))
        assert discord.spec_violations == []
        assert discord.answer_violations == []

    return open_scene


def _add_guild(discord: Platform, number: int) -> Channel:
    """Add a guild that was made a millisecond after the one before, so that all shards have as many."""
    made_ms = int(discord.state.clock.now() * 1000) - EPOCH_MS - 1_000_000 + number
    guild = discord.add_guild(f"guild{number}", discord.add_user(f"owner{number}"), guild_id=made_ms << 22)
    return discord.add_channel(guild, "pictures")
