"""The images API that the settings name, and what it can do."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import structlog
from pydantic import SecretStr

from bot.proxy.api import ImagesClient
from bot.proxy.profile import PUBLIC_PROVIDERS, Profile, build_profile, models_of
from bot.service.rules import Rules
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong

LIST_SECONDS = 5.0
"""The longest that a start waits for the provider's list of models."""

_NAMES_LOGGED = 20
_MEND_NAMES = "name models of its list in IMAGES_MODEL and IMAGES_MODELS, or say what it calls them in IMAGES_ALIASES"

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
    """Choose the models to offer: of those that the settings name, those that the provider lists and has not shut down.

    Where it lists none of them, and one alone of whatever name, that one is offered. Where none is left, all stay: a
    list may be wrong, and whoever asks is told.
    """
    enabled = settings.enabled_models
    gone = _shut_down(settings, profile, enabled)
    there = [one for one in enabled if one not in gone and (listed is None or profile.model_name(one) in listed)]
    missing = [one for one in settings.images_models or (settings.images_model,) if one not in (*there, *gone)]
    if not there and listed is not None and len(listed) == 1 and not settings.images_models:
        there = list(listed)
    offered = tuple(there or [one for one in enabled if one not in gone] or enabled)
    if gone:
        log.warning("models_shut_down", models=gone, offered=offered, mend="take them out of IMAGES_MODEL and _MODELS")
    if missing:
        names = sorted(listed or ())[:_NAMES_LOGGED]
        log.warning("models_not_listed", missing=missing, offered=offered, listed=names, mend=_MEND_NAMES)
    return offered


def _shut_down(settings: Settings, profile: Profile, models: tuple[str, ...]) -> list[str]:
    """List the models that their maker has shut down, where it is the maker that is asked."""
    if settings.images_provider != "openai":
        return []
    today = datetime.now(UTC).date()
    return [one for one in models if settings.catalogue.find(profile.model_name(one)).is_gone(today)]


def read_rules(settings: Settings, profile: Profile) -> Rules:
    """Say what this bot and its provider allow."""
    return Rules(
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        takes_markup=profile.takes_markup,
        mask_applies_to_first=profile.mask_applies_to_first,
        free=profile.free,
        moderation=profile.takes_moderation,
        streams=profile.streams and settings.partials > 0,
        cancel_charge_percent=settings.cancel_charge_percent,
    )


def read_rules_by_key(settings: Settings) -> dict[str, Rules]:
    """Say what the public providers allow, by name: each server may have a key of its own for one of them."""
    return {
        name: read_rules(settings, build_public_profile(settings, name, SecretStr("none"))) for name in PUBLIC_PROVIDERS
    }


def read_models_by_key(settings: Settings) -> dict[str, tuple[str, ...]]:
    """Say which models the public providers have, by name; none where no server can have a key of its own.

    A provider with OpenAI's models has those of the catalogue that are not shut down, the bot's default first.
    """
    if not settings.secrets_keys:
        return {}
    today = datetime.now(UTC).date()
    known = [one.name for one in settings.catalogue.models if not one.is_gone(today)]
    first = settings.images_model if settings.images_model in known else settings.catalogue.default
    ours = tuple(dict.fromkeys((first, *known)))
    return {name: models_of(name) or ours for name in PUBLIC_PROVIDERS}


def build_public_profile(
    settings: Settings, provider: str, key: SecretStr, *, addresses: Mapping[str, str] | None = None
) -> Profile:
    """Build the profile of a public provider for a server's own key; `addresses` stand in for the real ones.

    Raises:
        ValueError: the key is none; the message does not repeat it.
    """
    return build_profile(
        provider,
        base_url=(addresses or {}).get(provider),
        api_key=key.get_secret_value(),
        timeout_seconds=settings.images_timeout_seconds,
    )
