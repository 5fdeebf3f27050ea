"""The images API that the settings name, and what it can do."""

from bot.proxy.profile import Profile, build_profile
from bot.service.submit import Rules
from bot.settings import Settings
from bot.wiring.errors import SettingsWrong


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


def read_rules(settings: Settings, profile: Profile) -> Rules:
    """Say what this bot and its provider allow."""
    return Rules(
        enabled=settings.enabled_models,
        n_limit=settings.max_n,
        edits=profile.edits,
        takes_mask=profile.takes_mask,
        mask_applies_to_first=profile.mask_applies_to_first,
        free=profile.free,
        moderation=profile.takes_moderation,
        streams=profile.streams and settings.partials > 0,
        cancel_charge_percent=settings.cancel_charge_percent,
    )
