"""The images API that the settings name, and what it can do."""

import asyncio

import structlog

from bot.proxy.api import ImagesClient
from bot.proxy.profile import Profile, build_profile
from bot.service.submit import Rules
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong

LIST_SECONDS = 5.0
"""The longest that a start waits for the provider's list of models."""

log = structlog.get_logger(__name__)


def read_profile(settings: Settings) -> Profile:
    """Read where the images API is, and how it wants to be asked.

    Raises:
        SettingsWrong: something that this provider needs is missing.
    """
    key = settings.images_api_key
    try:
        return build_profile(
            settings.images_provider,
            base_url=settings.images_base_url,
            api_key=key.get_secret_value() if key else None,
            aliases=settings.aliases,
            api_version=settings.images_api_version,
            headers=settings.headers,
            query=settings.query,
            send_fields=settings.images_send_fields,
            omit_fields=settings.images_omit_fields,
            timeout_seconds=settings.images_timeout_seconds,
        )
    except ValueError as error:
        raise SettingsWrong(str(error)) from error


async def fetch_listed(settings: Settings) -> frozenset[str] | None:
    """List the provider's models, or None where it has no list, or none that says what it draws with.

    It never fails: at a provider that does not answer now, what the settings name is offered.

    Raises:
        SettingsWrong: something that this provider needs is missing.
    """
    profile = read_profile(settings)
    if profile.free:
        return None
    async with ImagesClient(profile) as client:
        try:
            async with asyncio.timeout(LIST_SECONDS):
                return await client.fetch_models()
        except TimeoutError:
            return None


def choose_models(settings: Settings, profile: Profile, listed: frozenset[str] | None) -> tuple[str, ...]:
    """Choose the models to offer: of those that the settings name, those that the provider lists.

    Where it lists none of them, and one alone of whatever name, that one is offered.
    """
    enabled = settings.enabled_models
    if listed is None:
        return enabled
    there = tuple(model for model in enabled if profile.model_name(model) in listed)
    missing = [model for model in settings.images_models or (settings.images_model,) if model not in there]
    if not there and len(listed) == 1 and not settings.images_models:
        there = tuple(listed)
    if missing:
        log.warning("models_not_listed", missing=missing, offered=there or enabled)
    return there or enabled


def read_rules(settings: Settings, profile: Profile, *, listed: frozenset[str] | None = None) -> Rules:
    """Say what this bot and its provider allow; `listed` are the models that it has, where that is known."""
    return Rules(
        enabled=choose_models(settings, profile, listed),
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        mask_applies_to_first=profile.mask_applies_to_first,
        free=profile.free,
        moderation=profile.takes_moderation,
        streams=profile.streams and settings.partials > 0,
        cancel_charge_percent=settings.cancel_charge_percent,
    )
