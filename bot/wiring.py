"""The composition root: builds every part from the settings and puts them together."""

import asyncio
import hashlib
from pathlib import Path
from uuid import uuid4

import discord
import yarl

from bot.chat.client import EaselBot, Parts
from bot.chat.delivery.posting import JobPoster
from bot.chat.delivery.progress import ProgressMessages
from bot.chat.gallery.announcements import Announcements
from bot.chat.gallery.buttons import ShareView
from bot.chat.gallery.contact_sheet import ContactSheets
from bot.chat.gallery.messages import ShareMessages
from bot.chat.gallery.scheduler import GalleryScheduler
from bot.chat.moderation.cases import CaseMessages
from bot.chat.people.forgetting import MessageErasure
from bot.chat.platform.messenger import Messenger
from bot.chat.requests.downloads import CdnDownloads, Downloads
from bot.chat.requests.parser import RequestParser
from bot.chat.requests.receiver import RequestReceiver
from bot.chat.requests.responder import Responder
from bot.chat.results.buttons import ResultView
from bot.domain.job import JobState
from bot.domain.models import load_catalogue
from bot.domain.ports import ImagesApi
from bot.domain.pseudonyms import Pseudonyms
from bot.images.offload import Offload
from bot.jobs.inputs import Inputs
from bot.jobs.outputs import Outputs
from bot.jobs.retention import Retention
from bot.jobs.runtime import ENGINE_FILE, Engine, Slots
from bot.jobs.steps import Steps, Terms
from bot.jobs.takeover import Takeover
from bot.meters import Meters
from bot.proxy.api import ImagesClient
from bot.proxy.profile import Profile, build_profile
from bot.service.album import Album
from bot.service.drafts import Drafts
from bot.service.export import Export, Records
from bot.service.forgetting import Forgetting
from bot.service.gallery import Gallery
from bot.service.history import History
from bot.service.moderation import Moderation
from bot.service.privacy import Privacy
from bot.service.references import SavedReferences
from bot.service.refusal_counts import RefusalCounts
from bot.service.server_rules import ServerRules
from bot.service.server_settings import Inherited, SettingsAdmin
from bot.service.submit import Rules, Submissions
from bot.service.usage import Usage
from bot.settings import Settings
from bot.store.blobs.blob_store import Blobs, open_blobs
from bot.store.database.engine import Database, database_url
from bot.store.database.lock import Lock, lock_data_dir
from bot.store.gallery.shares import Shares
from bot.store.gallery.themes import Themes
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.posts import Posts
from bot.store.jobs.processes import Processes
from bot.store.moderation.audit import Audit
from bot.store.moderation.mutes import Mutes
from bot.store.moderation.reports import Reports
from bot.store.money.admission import Limits
from bot.store.money.ledger import Ledger
from bot.store.money.refusals import Refusals
from bot.store.money.server_ledger import ServerLedger
from bot.store.people.consents import Consents
from bot.store.people.drafts import Drafts as DraftRows
from bot.store.people.erasure import Erasure
from bot.store.people.exports import Exports
from bot.store.people.forgets import Forgets
from bot.store.people.references import References
from bot.store.server.settings import Servers
from bot.words.people import EXPORT_README


def build_images(settings: Settings) -> ImagesClient:
    """Build the client of the images API that the settings name.

    Raises:
        SettingsWrong: something that this provider needs is missing.
    """
    return ImagesClient(_profile(settings))


def build_bot(
    settings: Settings,
    *,
    images: ImagesApi | None = None,
    downloads: Downloads | None = None,
    only_register: bool = False,
) -> EaselBot:
    """Build the bot, ready to be started.

    `images` and `downloads` stand in for the real ones, where Discord is not the real one either. With
    `only_register` it registers its commands with Discord, even if they are the same as the last time, and no more.

    Raises:
        SettingsWrong: something that the provider or the store needs is missing or cannot be used.
        StoreUnavailable: the folder for blobs cannot be made.
    """
    applied_rules = House(settings, images=images, downloads=downloads)
    point_discord(settings)
    return EaselBot(
        applied_rules.parts(),
        data_dir=settings.data_dir,
        grace_seconds=settings.shutdown_grace_seconds,
        message_content=settings.message_content,
        only_register=only_register,
    )


class House:
    """Every part of a bot, each named once, and the order in which they start and stop."""

    def __init__(self, settings: Settings, *, images: ImagesApi | None, downloads: Downloads | None) -> None:
        self._settings = settings
        self._profile = _profile(settings)
        self._catalogue = load_catalogue()
        self._executor = uuid4().hex
        self._meters = Meters()
        self._offload = Offload()
        self._client = ImagesClient(self._profile, partial_images=settings.partials)
        self._cdn = _downloads(settings)
        self._database = Database.at(_database_url(settings))
        self._blobs = _open_blobs(settings)
        self._names = Pseudonyms(_names_key(settings))
        self._jobs = Jobs(self._database, self._names)
        self._messenger = Messenger(self._meters)
        self._board = ProgressMessages(
            self._jobs,
            self._messenger,
            slots=settings.jobs_concurrency,
            sketches=settings.partials > 0,
            edit_seconds=settings.progress_seconds,
        )
        self._rules = _rules(settings, self._profile)
        self._result_view = ResultView(self._catalogue, edits=self._rules.edits)
        self._poster = JobPoster(
            self._jobs,
            blobs=self._blobs,
            offload=self._offload,
            messenger=self._messenger,
            board=self._board,
            meters=self._meters,
            result_view=self._result_view,
            demo=self._profile.free,
        )
        self._inputs = Inputs(self._blobs, catalogue=self._catalogue, offload=self._offload, names=self._names)
        self._steps = self._build_steps(images or self._client)
        self._engine = self._build_engine()
        self._takeover = Takeover(
            self._engine,
            steps=self._steps,
            jobs=self._jobs,
            retention=Retention(
                self._jobs,
                blobs=self._blobs,
                drafts=DraftRows(self._database),
                references=References(self._database),
                refusals=Refusals(self._database),
                keep_days=settings.history_days,
                record_days=settings.records_last_days,
            ),
            processes=Processes(self._database),
            executor=self._executor,
            shared=not self._database.is_sqlite,
        )
        self._consents = Consents(self._database)
        self._shares = Shares(self._database)
        self._album = Album(
            self._jobs,
            posts=Posts(self._database),
            shares=self._shares,
            blobs=self._blobs,
            consents=self._consents,
        )
        self._servers = Servers(self._database)
        self._themes = Themes(self._database)
        mutes = Mutes(self._database, self._names)
        self._audit = Audit(self._database)
        self._moderation = Moderation(Reports(self._database, mutes), mutes=mutes, audit=self._audit)
        self._gallery = Gallery(
            self._shares,
            themes=self._themes,
            servers=self._servers,
            album=self._album,
            checks=[self._moderation.check_share_request],
        )
        self._share_messages = ShareMessages(
            self._shares,
            gallery=self._gallery,
            album=self._album,
            offload=self._offload,
            contact_sheets=ContactSheets(gallery=self._gallery, album=self._album, offload=self._offload),
            share_view=ShareView(edits=self._rules.edits),
        )
        self._cases = CaseMessages(
            self._moderation, share_messages=self._share_messages, gallery=self._gallery, servers=self._servers
        )
        self._server_rules = ServerRules(
            self._servers,
            mutes,
            catalogue=self._catalogue,
            enabled=self._rules.enabled,
            n_limit=self._rules.n_limit,
        )
        self._saved_references = SavedReferences(
            References(self._database), blobs=self._blobs, inputs=self._inputs, defaults=settings.default_options
        )
        self._drafts = Drafts(
            DraftRows(self._database),
            blobs=self._blobs,
            inputs=self._inputs,
            offload=self._offload,
            feather_pixels=settings.mask_feather_pixels,
        )
        self._submissions = self._build_submissions()
        self._parser = RequestParser(
            self._submissions,
            album=self._album,
            saved_references=self._saved_references,
            downloads=downloads or self._cdn,
            defaults=settings.default_options,
        )
        self._receiver = RequestReceiver(self._submissions, poster=self._poster, board=self._board, meters=self._meters)
        self._refusal_counts = RefusalCounts(Refusals(self._database))
        self._responder = self._build_responder()
        self._forgetting = self._build_forgetting()
        announcements = Announcements(
            self._themes,
            gallery=self._gallery,
            share_messages=self._share_messages,
            processes=Processes(self._database),
        )
        self._upkeep = GalleryScheduler(self._share_messages, announcements, self._forgetting)
        self._lock: Lock | None = None
        self._started = False

    def parts(self) -> Parts:
        """Give what the cogs and the client work with."""
        return Parts(
            responder=self._responder,
            parser=self._parser,
            album=self._album,
            saved_references=self._saved_references,
            drafts=self._drafts,
            server_rules=self._server_rules,
            settings_admin=self._build_settings_admin(),
            privacy=Privacy(self._consents),
            usage=Usage(
                Ledger(self._database, self._names),
                ServerLedger(self._database),
                self._settings.budgets,
                servers=self._servers,
            ),
            forgetting=self._forgetting,
            export=self._build_export(),
            gallery=self._gallery,
            share_messages=self._share_messages,
            moderation=self._moderation,
            cases=self._cases,
            history=History(self._jobs, self._blobs),
            messenger=self._messenger,
            offload=self._offload,
            catalogue=self._catalogue,
            rules=self._rules,
            defaults=self._settings.default_options,
            result_view=self._result_view,
            demo=self._profile.free,
            start=self.start,
            stop=self.stop,
            close=self.close,
            metrics=self.metrics,
        )

    async def start(self, client: discord.Client) -> None:
        """Open the store, launch the engine, and take up what an earlier process has left.

        Raises:
            AlreadyRunning: another process has the data folder.
            StoreUnavailable: the database does not answer, or its tables are those of a later version.
        """
        if self._database.is_sqlite:
            self._lock = await asyncio.to_thread(_lock, self._settings.data_dir)
        await self._database.migrate()
        self._messenger.attach(client)
        self._share_messages.attach(client)
        self._cases.attach(client)
        await self._engine.launch()
        self._started = True
        await self._takeover.start()
        self._upkeep.start(client)

    async def stop(self, grace_seconds: float) -> None:
        """Start nothing more, and let what runs finish within the grace period."""
        if not self._started:
            return
        self._board.restarting = True
        async with asyncio.TaskGroup() as group:
            group.create_task(self._engine.drain(grace_seconds))
            group.create_task(self._receiver.drain(grace_seconds))
        await self._refusal_counts.settle()
        await self._board.close()
        await self._upkeep.stop()
        await self._share_messages.close()
        await self._takeover.stop()

    async def close(self) -> None:
        """Let go of connections, threads and the data folder."""
        await self._client.close()
        await self._cdn.close()
        await self._blobs.close()
        await self._database.close()
        self._offload.close()
        if self._lock is not None:
            self._lock.release()

    async def metrics(self) -> bytes:
        """Write the metrics, with the jobs as they are now.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        counts = await self._jobs.counts()
        waiting = counts[JobState.WAITING]
        return self._meters.render({state.value: count for state, count in counts.items()}, waiting=waiting)

    def _build_steps(self, images: ImagesApi) -> Steps:
        free = self._profile.free
        steps = Steps(
            self._jobs,
            inputs=self._inputs,
            outputs=Outputs(self._blobs, catalogue=self._catalogue, offload=self._offload, free=free),
            api=images,
            terms=Terms(
                free=free,
                repeatable=free or self._profile.takes_idempotency_key,
                pictures_per_minute=self._settings.images_per_minute,
            ),
            meters=self._meters,
            executor=self._executor,
        )
        steps.attach(self._poster, self._board)
        return steps

    def _build_engine(self) -> Engine:
        settings = self._settings
        own_file = f"sqlite:///{settings.data_dir / ENGINE_FILE}"
        return Engine(
            self._steps,
            database_url=own_file if self._database.is_sqlite else self._database.url,
            slots=Slots(service=settings.jobs_concurrency, process=settings.jobs_per_process),
            executor=self._executor,
        )

    def _build_submissions(self) -> Submissions:
        settings = self._settings
        return Submissions(
            self._jobs,
            inputs=self._inputs,
            engine=self._engine,
            catalogue=self._catalogue,
            rules=self._rules,
            limits=_limits(settings),
            budgets=settings.budgets,
            executor=self._executor,
        )

    def _build_settings_admin(self) -> SettingsAdmin:
        return SettingsAdmin(
            self._servers,
            consents=self._consents,
            audit=self._audit,
            server_rules=self._server_rules,
            inherited=Inherited(
                defaults=self._settings.default_options,
                limits=_limits(self._settings),
                budgets=self._settings.budgets,
                rules=self._rules,
            ),
        )

    def _build_forgetting(self) -> Forgetting:
        forgetting = Forgetting(
            Forgets(self._database), Erasure(self._database, self._names), requests=self._submissions, blobs=self._blobs
        )
        forgetting.attach(MessageErasure(self._messenger, self._poster, self._share_messages))
        return forgetting

    def _build_export(self) -> Export:
        records = Records(
            jobs=self._jobs,
            shares=self._shares,
            consents=self._consents,
            references=References(self._database),
            exports=Exports(self._database),
            blobs=self._blobs,
        )
        return Export(records, offload=self._offload, readme=EXPORT_README)

    def _build_responder(self) -> Responder:
        return Responder(
            self._parser,
            self._submissions,
            album=self._album,
            saved_references=self._saved_references,
            server_rules=self._server_rules,
            refusal_counts=self._refusal_counts,
            drafts=self._drafts,
            receiver=self._receiver,
            poster=self._poster,
            messenger=self._messenger,
            meters=self._meters,
        )


def _lock(data_dir: Path) -> Lock:
    data_dir.mkdir(parents=True, exist_ok=True)
    return lock_data_dir(data_dir)


def _rules(settings: Settings, profile: Profile) -> Rules:
    return Rules(
        enabled=settings.enabled_models,
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        mask_applies_to_first=profile.mask_applies_to_first,
        free=profile.free,
        moderation=profile.takes_moderation,
        streams=profile.streams and settings.partials > 0,
    )


def _limits(settings: Settings) -> Limits:
    return Limits(per_user=settings.jobs_per_user, per_server=settings.jobs_per_server, queue=settings.queue_limit)


def _database_url(settings: Settings) -> str:
    address = settings.database_url
    try:
        return database_url(address.get_secret_value() if address else None, settings.data_dir)
    except ValueError as error:
        raise SettingsWrong(f"DATABASE_URL: {error}") from error


def _open_blobs(settings: Settings) -> Blobs:
    address = settings.blob_url
    try:
        return open_blobs(address.get_secret_value() if address else None, settings.data_dir)
    except ValueError as error:
        raise SettingsWrong(f"BLOB_URL: {error}") from error


class SettingsWrong(Exception):
    """Something that the chosen provider needs is missing from the settings, or cannot be used; it says what."""


def _downloads(settings: Settings) -> CdnDownloads:
    try:
        return CdnDownloads(settings.discord_cdn_hosts)
    except ValueError as error:
        raise SettingsWrong(str(error)) from error


def _profile(settings: Settings) -> Profile:
    try:
        return _build_profile(settings)
    except ValueError as error:
        raise SettingsWrong(str(error)) from error


def _build_profile(settings: Settings) -> Profile:
    key = settings.images_api_key
    return build_profile(
        settings.images_provider,
        base_url=settings.images_base_url,
        api_key=key.get_secret_value() if key else None,
        aliases=settings.aliases,
        api_version=settings.images_api_version,
        send_fields=settings.images_send_fields,
        omit_fields=settings.images_omit_fields,
        timeout_seconds=settings.images_timeout_seconds,
    )


def _names_key(settings: Settings) -> bytes:
    """Derive the key of the opaque names: the same in every process of this bot, unknown outside it."""
    secret = settings.discord_token.get_secret_value() if settings.discord_token else "playground"
    return hashlib.sha256(f"easel user ids {secret}".encode()).digest()


def point_discord(settings: Settings) -> None:
    """Send discord.py to another REST address and gateway; it keeps both on its classes."""
    # Easel has no use for voice, and nobody should have to wonder about what it lacks for it.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    if settings.discord_api_url:
        discord.http.Route.BASE = settings.discord_api_url
    if settings.discord_gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
