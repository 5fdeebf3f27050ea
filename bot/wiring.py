"""The composition root: builds every part from the settings and puts them together."""

import hashlib
import logging
import sys

import discord
import structlog
import yarl

from bot.chat.client import EaselBot, Parts
from bot.chat.parse import Intake
from bot.chat.post import Poster
from bot.chat.respond import Responder
from bot.chat.source import CdnDownloads, Downloads
from bot.domain.models import load_catalogue
from bot.domain.ports import ImagesApi
from bot.images.offload import Offload
from bot.jobs.image_job import ImageJob
from bot.proxy.api import ImagesClient
from bot.proxy.profile import Profile, build_profile
from bot.service.submit import Rules, Submissions
from bot.settings import Settings


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
    register_again: bool = False,
) -> EaselBot:
    """Build the bot, ready to be started.

    `images` and `downloads` stand in for the real ones, where Discord is not the real one either. With
    `register_again` the commands are registered with Discord even if they are the same as the last time.

    Raises:
        SettingsWrong: something that the provider needs is missing.
    """
    profile = _profile(settings)
    catalogue = load_catalogue()
    client = ImagesClient(profile)
    cdn = _downloads(settings)
    offload = Offload()
    job = ImageJob(images or client, catalogue=catalogue, offload=offload, free=profile.free)
    rules = Rules(
        enabled=settings.enabled_models,
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        mask_applies_to_first=profile.mask_applies_to_first,
    )
    submissions = Submissions(job, catalogue=catalogue, rules=rules, user_key=_user_key(settings))
    intake = Intake(submissions, downloads=downloads or cdn, defaults=settings.default_options)
    responder = Responder(intake, submissions, Poster(offload), demo=profile.free)

    async def close_offload() -> None:
        offload.close()

    point_discord(settings)
    parts = Parts(responder, catalogue, rules, close=(client.close, cdn.close, close_offload))
    return EaselBot(
        parts,
        data_dir=settings.data_dir,
        grace_seconds=settings.shutdown_grace_seconds,
        register_again=register_again,
    )


def configure_logging(settings: Settings) -> None:
    """Send every log line, discord.py's too, to standard error: for people on a terminal, else as JSON."""
    as_json = settings.log_format == "json" or (settings.log_format == "auto" and not sys.stderr.isatty())
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    )
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if as_json:
        shared.append(structlog.processors.format_exc_info)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    # Their debug lines hold payloads, and payloads hold prompts and tokens.
    for name in ("discord", "aiohttp", "PIL"):
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))


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


def _user_key(settings: Settings) -> bytes:
    """Derive the key of the opaque user ids: the same in every process of this bot, unknown outside it."""
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
