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
    return _to_rules(settings, profile, enabled=choose_models(settings, profile, listed))


def read_rules_by_key(settings: Settings) -> dict[str, Rules]:
    """Say what the public providers allow, by name: each server may have a key of its own for one of them.

    A provider with OpenAI's models has those of the catalogue that are not shut down, the bot's default first.
    """
    today = datetime.now(UTC).date()
    known = [one.name for one in settings.catalogue.models if not one.is_gone(today)]
    first = settings.images_model if settings.images_model in known else settings.catalogue.default
    ours = tuple(dict.fromkeys((first, *known)))
    return {
        name: _to_rules(
            settings, build_public_profile(settings, name, SecretStr("none")), enabled=models_of(name) or ours
        )
        for name in PUBLIC_PROVIDERS
    }


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


def _to_rules(settings: Settings, profile: Profile, *, enabled: tuple[str, ...]) -> Rules:
    return Rules(
        enabled=enabled,
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        mask_applies_to_first=profile.mask_applies_to_first,
        free=profile.free,
        moderation=profile.takes_moderation,
        streams=profile.streams and settings.partials > 0,
        cancel_charge_percent=settings.cancel_charge_percent,
    )
