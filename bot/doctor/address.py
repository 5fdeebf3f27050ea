"""What people paste into addresses and keys by mistake, seen without asking anybody."""

import base64
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from yarl import URL

from bot.doctor.finding import Finding, Verdict
from bot.settings import Settings


def examine_address(settings: Settings) -> Iterator[Finding]:
    """Look for what people paste into addresses and keys by mistake."""
    address = settings.images_base_url or ""
    url = URL(address) if address else None
    if url is not None and "/images" in url.path:
        yield Finding(
            Verdict.BAD,
            f"IMAGES_BASE_URL holds the path of a call: set IMAGES_BASE_URL={address.split('/images')[0]}.",
        )
    if url is not None and settings.images_provider == "azure" and "/deployments/" in url.path:
        deployment = url.path.split("/deployments/")[1].split("/")[0]
        yield Finding(
            Verdict.BAD,
            f"IMAGES_BASE_URL holds a deployment: set IMAGES_BASE_URL={address.split('/deployments/')[0]} and "
            f"IMAGES_MODEL={deployment}, or IMAGES_ALIASES={settings.images_model}={deployment}.",
        )
    key = settings.images_api_key.get_secret_value() if settings.images_api_key else ""
    if settings.images_provider == "comfy" and (ends := _end_of_token(key)) is not None:
        day = ends.date().isoformat()
        if ends <= datetime.now(UTC):
            yield Finding(
                Verdict.BAD,
                f"IMAGES_API_KEY is a token of Comfy that expired on {day}: make an API key (comfyui-...), which does "
                "not expire, at https://platform.comfy.org.",
            )
        else:
            yield Finding(
                Verdict.NOTE,
                f"IMAGES_API_KEY is a token of Comfy that expires on {day}; an API key (comfyui-...) does not.",
            )


def _end_of_token(token: str) -> datetime | None:
    """Read when a JSON web token expires (RFC 7519); None for anything else."""
    parts = token.split(".")
    if len(parts) != 3:  # noqa: PLR2004 - header, claims, signature
        return None
    with suppress(ValueError, TypeError, KeyError, OverflowError, OSError):
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        return datetime.fromtimestamp(float(claims["exp"]), UTC)
    return None
