"""The whole bot: what is built upon what, and the order in which it starts and stops."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import discord

from bot.chat.client import EaselBot
from bot.chat.gateway_address import pin_gateway
from bot.chat.platform.languages import Languages
from bot.chat.requests.downloads import CdnDownloads, Downloads
from bot.domain.job import JobState
from bot.domain.ports import ImagesApi
from bot.proxy.api import ImagesClient
from bot.service.store_health import PROBE_SECONDS, StoreHealth
from bot.settings import Settings
from bot.store.commands.registered import RegisteredCommands
from bot.store.database.data_dir_lock import Lock
from bot.web.health import Readiness
from bot.wiring.core import Core, build_core, take_data
from bot.wiring.feature import Feature
from bot.wiring.foundation import Foundation, build_foundation
from bot.wiring.help import build_help
from bot.wiring.jobs import JobPipeline
from bot.wiring.models import tell_source
from bot.wiring.people import build_people
from bot.wiring.requests import open_downloads
from bot.wiring.results import build_results
from bot.wiring.server import build_server
from bot.wiring.sharding import build_sharding
from bot.words.language.numbers import load_locales

_Kind = TypeVar("_Kind", bound=Feature)

_FEATURES: tuple[Callable[[Foundation], Feature], ...] = (build_results, build_server, build_people, build_help)
"""Builds what no other feature is built upon: a new one is a module and its line here."""


@dataclass(slots=True, kw_only=True)
class App:
    """A bot, its features, which are installed in their order, and how all of it starts and stops."""

    foundation: Foundation
    features: tuple[Feature, ...]
    client: ImagesClient
    downloads: CdnDownloads
    health: StoreHealth
    _lock: Lock | None = field(default=None, init=False)
    _started: bool = field(default=False, init=False)

    @property
    def core(self) -> Core:
        """What all features share."""
        return self.foundation.core

    @property
    def bot(self) -> EaselBot:
        """The Discord client."""
        return self.core.bot

    def feature(self, kind: type[_Kind]) -> _Kind:
        """Find a feature by its class."""
        return next(one for one in self.features if isinstance(one, kind))

    async def start(self) -> None:
        """Open the store, launch the engine, and take up what an earlier process has left; in the bot's `setup_hook`.

        Raises:
            AlreadyRunning: another process has the data folder.
            StoreUnavailable: the database does not answer, or its tables are those of a later version.
        """
        self._lock = await take_data(self.core)
        self.core.watchdog.start()
        await self.core.database.migrate()
        await asyncio.to_thread(load_locales)
        # The first messages too are answered in the languages that their servers have chosen.
        await self.core.languages.load_servers(self.foundation.rules.servers)
        self.core.messenger.start()
        await self.foundation.jobs.engine.launch()
        self._started = True
        await self.foundation.jobs.takeover.start()
        if self.core.settings.health_port is not None:
            self.core.periodic.begin(PROBE_SECONDS, self.health.probe)
        for feature in self.features:
            for one in feature.periodic:
                self.core.periodic.begin(one.seconds, one.work, when=one.when)

    async def stop(self, grace_seconds: float) -> None:
        """Start nothing more, and let what runs finish within the grace period, while the client is still there."""
        if not self._started:
            return
        self.foundation.jobs.progress.restarting = True
        async with asyncio.TaskGroup() as group:
            group.create_task(self.foundation.jobs.engine.drain(grace_seconds))
            group.create_task(self.foundation.requests.receiver.drain(grace_seconds))
        await self.foundation.requests.passing_replies.close()
        await self.foundation.rules.refusal_counts.settle()
        await self.foundation.jobs.progress.close()
        await self.core.periodic.stop()
        await self.health.close()
        await self.foundation.gallery.heart_counts.close()
        await self.foundation.jobs.takeover.stop()

    async def close(self) -> None:
        """Let go of connections, threads and the data folder."""
        self.core.watchdog.stop()
        await self.client.close()
        await self.foundation.keys.providers.close()
        await self.downloads.close()
        await self.core.blobs.close()
        await self.core.database.close()
        self.core.offload.close()
        if self._lock is not None:
            self._lock.release()

    def readiness(self) -> Readiness:
        """Tell whether what people need of it is there."""
        return Readiness(
            is_connected=self.bot.is_connected(),
            database_is_up=self.health.database_is_up,
            blobs_are_up=self.health.blobs_are_up,
            provider=self.client.breaker.health,
            shards=self.bot.shard_status,
        )

    async def metrics(self) -> bytes:
        """Write the metrics within a second, with the open jobs as they were counted last."""
        counts = await self.health.count_jobs()
        now = self.readiness()
        self.core.meters.note_health(
            connected=now.is_connected,
            stores={"database": now.database_is_up, "blobs": now.blobs_are_up},
            provider=now.provider.is_up,
            next_try_seconds=now.provider.next_try_seconds,
        )
        self.core.meters.note_shards(
            count=now.shards.count,
            latency_seconds=now.shards.latency_seconds,
            connected=len(now.shards.connected),
            sessions_left=now.shards.sessions_left,
        )
        waiting = counts.get(JobState.WAITING, 0)
        return self.core.meters.render({state.value: count for state, count in counts.items()}, waiting=waiting)


def build_app(
    settings: Settings,
    *,
    images: ImagesApi | None = None,
    downloads: Downloads | None = None,
    listed: frozenset[str] | None = None,
    public_addresses: Mapping[str, str] | None = None,
    only_register: bool = False,
) -> App:
    """Build the bot, ready to be started.

    `images` and `downloads` stand in for the real ones, where Discord is not the real one either. `listed` are the
    models that the provider lists, of which alone some are offered; None where it has no list. `public_addresses` stand
    in for those of the public providers that servers may have keys of their own for. With
    `only_register` it registers its commands with Discord, even if they are the same as the last time, and no more.

    Raises:
        SettingsWrong: something that the provider or the store needs is missing or cannot be used.
        StoreUnavailable: the folder for blobs cannot be made.
    """
    point_discord(settings)
    languages = Languages()
    bot = EaselBot(
        grace_seconds=settings.shutdown_grace_seconds,
        languages=languages,
        message_content=settings.message_content,
        only_register=only_register,
        shard_count=settings.shard_count,
        shard_ids=settings.shard_ids,
    )
    core = build_core(settings, bot=bot, languages=languages, listed=listed)
    client = ImagesClient(core.profile, partial_images=settings.partials)
    cdn = open_downloads(settings)
    foundation = build_foundation(
        core, client, images=images or client, downloads=downloads or cdn, addresses=public_addresses
    )
    app = App(
        foundation=foundation,
        features=(
            foundation.requests,
            foundation.gallery,
            foundation.moderation,
            *(build(foundation) for build in _FEATURES),
        ),
        client=client,
        downloads=cdn,
        health=_build_health(core, foundation.jobs),
    )
    sharding = build_sharding(foundation)
    bot.install(
        cogs=[cog for feature in app.features for cog in feature.cogs],
        components=[one for feature in app.features for one in feature.components],
        lifecycle=app,
        leases=sharding.leases,
        starts=sharding.starts,
        registered_commands=RegisteredCommands(core.database),
        models_from=tell_source(settings, listed),
    )
    return app


def _build_health(core: Core, jobs: JobPipeline) -> StoreHealth:
    return StoreHealth(
        write_row=jobs.failure_detector.beat,
        write_blob=lambda: core.blobs.put(b"Easel", name="health/probe"),
        count_jobs=jobs.jobs.counts,
    )


def point_discord(settings: Settings) -> None:
    """Send discord.py to another REST address and gateway; it keeps both on its classes."""
    # Easel has no use for voice, and nobody should have to wonder about what it lacks for it.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    if settings.discord_api_url:
        discord.http.Route.BASE = settings.discord_api_url
    if settings.discord_gateway_url:
        pin_gateway(settings.discord_gateway_url)
