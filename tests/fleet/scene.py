"""A Discord with shards, an images API, a database and a bucket, with a fleet in front of them."""

from __future__ import annotations

from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tests.fleet.bucket import open_bucket
from tests.fleet.fleet import Fleet
from tests.fleet.judge import Judge
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

    from tests.fleet.judge import Verdict
    from tests.fleet.load import Load
    from tests.standin.world import Channel

KEY = "sk-stand-in-key-that-must-not-be-logged"
_SETTINGS = {
    "IMAGES_PROVIDER": "compatible",
    "IMAGES_API_KEY": KEY,
    # What a process was killed over is asked for again under the same key, and not paid twice.
    "IMAGES_SEND_FIELDS": "idempotency_key",
    # A picture that is laid into another one is not the one that was paid.
    "MASKED_EDITS": "as_drawn",
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
    """Opens a Discord of so many shards and guilds, in front of which no process runs yet.

    A `is_real` one has processes that are started anew, and pictures in an S3 bucket; else they are forks, and their
    pictures are in a folder.
    """

    def __call__(self, *, shards: int, guilds: int, is_real: bool) -> AbstractAsyncContextManager[Scene]: ...


def scenes(url: str, folder: Path) -> OpenScene:
    """Make what opens scenes on a database and in a folder."""

    @asynccontextmanager
    async def open_scene(*, shards: int, guilds: int, is_real: bool) -> AsyncIterator[Scene]:
        def make(discord: Platform, environment: Mapping[str, str], place: Path) -> BotProcess:
            if is_real:
                return BotProcess(discord, environment, folder=place)
            return ForkedBot(discord, environment, folder=place)

        pictures = open_bucket() if is_real else nullcontext({"BLOB_URL": (folder / "blobs").as_uri()})

        async with (
            Platform() as discord,
            ImagesProvider(default=Draw(delay_seconds=0.5)) as images,
            pictures as bucket,
        ):
            discord.limits.shards = shards
            # As a bot of more than 150,000 servers has it: the shards of a process start together.
            discord.limits.max_concurrency = 16
            discord.limits.identify_seconds = IDENTIFY_SECONDS
            channels = [_add_guild(discord, number) for number in range(guilds)]
            addresses = {"IMAGES_BASE_URL": images.url, "DATABASE_URL": url, **bucket}
            fleet = Fleet(discord, {**_SETTINGS, **addresses}, folder=folder, make=make)
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


async def end_well(scene: Scene, load: Load) -> Verdict:
    """Let everything come to its end, and check that each act was answered once, and nothing lost or paid twice."""
    await load.end()
    judge = Judge(scene.discord, scene.images, load.acts, pauses=scene.fleet.frozen)
    await judge.settle(timeout_seconds=60)
    # What a process has still under way it does before it goes.
    for name in list(scene.fleet.running)[1:]:
        await scene.fleet.stop(name)
    verdict = judge.judge()
    assert not verdict.problems, "\n".join([str(verdict), *verdict.problems])
    in_gaps = sum(any(since <= act.at <= until for since, until in scene.fleet.gaps) for act in load.acts)
    assert verdict.unheard + verdict.interrupted <= in_gaps + len(load.acts) // 20, (str(verdict), in_gaps)
    assert verdict.answered.total() >= len(load.acts) - in_gaps - len(load.acts) // 20, (str(verdict), in_gaps)
    # One that a busy machine holds up for half a second comes too early for the next, and is sent again after op 9.
    assert len(scene.discord.state.starts.too_early) <= scene.discord.limits.shards // 10
    return verdict
