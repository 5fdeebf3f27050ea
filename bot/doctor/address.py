"""What people paste into addresses and keys by mistake, seen without asking anybody."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from yarl import URL

from bot.doctor.finding import Finding, Verdict
from bot.settings import Settings

_CALL = re.compile(r"/(?:images(?:/\w+)?|models|responses|(?:chat/)?completions)/?$")
_DEPLOYMENT = re.compile(r"/deployments/([^/]+)")


def examine_address(settings: Settings) -> Iterator[Finding]:
    """Look for what people paste into addresses and keys by mistake."""
    address = settings.images_base_url or ""
    url = URL(address) if address else None
    deployment = _DEPLOYMENT.search(url.path) if url is not None and settings.images_provider == "azure" else None
    if url is not None and deployment is None and (call := _CALL.search(url.path)):
        base = url.with_path(url.path[: call.start()]).with_query(None)
        yield Finding(Verdict.BAD, f"IMAGES_BASE_URL goes too far. Set IMAGES_BASE_URL={str(base).rstrip('/')}.")
    if deployment is not None:
        yield Finding(
            Verdict.BAD,
            f"IMAGES_BASE_URL contains a deployment. Set IMAGES_BASE_URL={address.split('/deployments/')[0]} and "
            f"IMAGES_MODEL={deployment[1]}, or IMAGES_ALIASES={settings.images_model}={deployment[1]}.",
        )
    key = settings.images_api_key.get_secret_value() if settings.images_api_key else ""
    if settings.images_provider == "comfy" and (ends := _end_of_token(key)) is not None:
        day = ends.date().isoformat()
        if ends <= datetime.now(UTC):
            yield Finding(
                Verdict.BAD,
                f"IMAGES_API_KEY is a Comfy token that expired on {day}. Use an API key (comfyui-...), which doesn't "
                "not expire, at https://platform.comfy.org.",
            )
        else:
            yield Finding(
                Verdict.NOTE,
                f"IMAGES_API_KEY is a Comfy token that expires on {day}. An API key (comfyui-...) doesn't expire.",
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
