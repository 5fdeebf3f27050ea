"""What every feature is built upon: the settings, the client, the store, threads and counters."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from bot.chat.client import EaselBot
from bot.chat.platform.languages import Languages
from bot.chat.platform.messenger import Messenger
from bot.domain.models import Catalogue
from bot.domain.pseudonyms import Pseudonyms
from bot.images.offload import Offload
from bot.jobs.periodic import PeriodicTasks
from bot.loop_watchdog import LoopWatchdog
from bot.meters import Meters
from bot.proxy.profile import Profile
from bot.service.offered import OfferedModels
from bot.service.rules import Rules
from bot.settings import Settings
from bot.store.blobs.blob_store import Blobs, open_blobs
from bot.store.database.data_dir_lock import Lock, lock_data_dir
from bot.store.database.engine import FILE_NAME, Database, database_url
from bot.store.database.private_files import make_private
from bot.store.jobs.admission import Limits
from bot.store.people.export_folders import ExportFolders
from bot.wiring.errors import SettingsWrong
from bot.wiring.provider import choose_models, read_models_by_key, read_profile, read_rules

_EXPORTS = "exports"
_KEPT = ("easel.lock", f"{FILE_NAME}*", "blobs", _EXPORTS)
"""Ours in the data folder; others may have been let read it, and there may be more in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What the features share; `executor` names this process, `periodic` runs what is done again and again.

    `listed` are the models that the provider listed at the start; None where it has no list, or did not answer.
    """

    settings: Settings
    bot: EaselBot
    languages: Languages
    executor: str
    meters: Meters
    watchdog: LoopWatchdog
    offload: Offload
    periodic: PeriodicTasks
    database: Database
    blobs: Blobs
    export_folders: ExportFolders
    pseudonyms: Pseudonyms
    messenger: Messenger
    catalogue: Catalogue
    profile: Profile
    rules: Rules
    offered: OfferedModels
    listed: frozenset[str] | None
    limits: Limits


def build_core(
    settings: Settings, *, bot: EaselBot, languages: Languages, listed: frozenset[str] | None = None
) -> Core:
    """Build what the features share; nothing is opened yet. `listed` are the models that the provider has.

    Raises:
        SettingsWrong: something that the provider or the store needs is missing or cannot be used.
        StoreUnavailable: the folder for blobs cannot be made.
    """
    profile = read_profile(settings)
    meters = Meters()
    return Core(
        settings=settings,
        bot=bot,
        languages=languages,
        executor=uuid4().hex,
        meters=meters,
        watchdog=LoopWatchdog(meters),
        offload=Offload(),
        periodic=PeriodicTasks(),
        database=Database.at(find_database_url(settings), failed=lambda: meters.store_failed("database")),
        blobs=_open_blobs(settings, failed=lambda: meters.store_failed("blobs")),
        export_folders=ExportFolders(settings.data_dir / _EXPORTS),
        pseudonyms=Pseudonyms(_pseudonyms_key(settings)),
        messenger=Messenger(bot, meters, guilds=bot.guild_loader),
        catalogue=settings.catalogue,
        profile=profile,
        rules=read_rules(settings, profile),
        offered=OfferedModels(choose_models(settings, profile, listed), by_provider=read_models_by_key(settings)),
        listed=listed,
        limits=Limits(per_user=settings.jobs_per_user, per_server=settings.jobs_per_server, queue=settings.queue_limit),
    )


async def take_data(core: Core) -> Lock | None:
    """Take the data folder for this process alone, where the database is a file in it, and tidy it.

    What was half packed when a process died goes, and what others than this account may read they may no more.

    Raises:
        AlreadyRunning: another process has it.
    """
    return await asyncio.to_thread(_take, core)


def _take(core: Core) -> Lock | None:
    data_dir, lock = core.settings.data_dir, None
    if core.database.is_sqlite:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = lock_data_dir(data_dir)
    core.export_folders.clear()
    make_private([path for kept in _KEPT for path in data_dir.glob(kept)])
    return lock


def find_database_url(settings: Settings) -> str:
    """Give the address of the database as the store takes it.

    Raises:
        SettingsWrong: DATABASE_URL cannot be used.
    """
    address = settings.database_url
    try:
        return database_url(address.get_secret_value() if address else None, settings.data_dir)
    except ValueError as error:
        raise SettingsWrong(f"DATABASE_URL: {error}") from error


def _open_blobs(settings: Settings, *, failed: Callable[[], None]) -> Blobs:
    address = settings.blob_url
    try:
        return open_blobs(address.get_secret_value() if address else None, settings.data_dir, failed=failed)
    except ValueError as error:
        raise SettingsWrong(f"BLOB_URL: {error}") from error


def _pseudonyms_key(settings: Settings) -> bytes:
    """Derive the key of the pseudonyms: the same in every process of this bot, unknown outside it."""
    secret = settings.discord_token.get_secret_value() if settings.discord_token else "playground"
    return hashlib.sha256(f"easel user ids {secret}".encode()).digest()
