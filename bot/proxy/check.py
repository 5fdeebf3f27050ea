"""A look at a provider that costs nothing: is it there, does it take the key, does it have the model?"""

import asyncio
import json
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from bot.domain.errors import ProviderError
from bot.proxy.failures import AttemptFailed
from bot.proxy.profile import Profile
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Transport

CHECK_TIMEOUT_SECONDS = 15.0
_LIST_LIMIT_BYTES = 8 * 2**20


class CheckState(StrEnum):
    """What a check found, from best to worst."""

    READY = "ready"
    """The provider takes the key and lists the model."""
    KEY_ACCEPTED = "key_accepted"
    """It takes the key, and its list does not say what may be asked for: Azure's has models, not deployments."""
    REACHABLE = "reachable"
    """It answers, and has no list of models to try the key with."""
    MODEL_MISSING = "model_missing"
    """It takes the key, and the model is not on its list."""
    KEY_REJECTED = "key_rejected"
    UNREACHABLE = "unreachable"
    """It does not answer, or answers that it is out of order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check found; `detail` is the provider's own word, for the person who runs the bot."""

    state: CheckState
    status: int | None = None
    detail: str = ""


async def check_provider(transport: Transport, profile: Profile, model: str) -> Check:
    """Ask for the list of models, which no provider charges for."""
    try:
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request("GET", profile.models_url(), secrets=Secrets(key=profile.api_key)) as answer,
        ):
            if answer.is_good:
                listed = _parse_models(await answer.read(_LIST_LIMIT_BYTES))
                return Check(state=_state(listed, profile, model), status=answer.status)
            failure = await answer.failure()
            error = failure.error
            detail = error.detail if isinstance(error, ProviderError) else ""
            return Check(state=_state_of_failure(answer.status), status=answer.status, detail=detail)
    except AttemptFailed as failure:
        detail = failure.error.detail if isinstance(failure.error, ProviderError) else ""
        return Check(state=CheckState.UNREACHABLE, detail=detail)
    except TimeoutError:
        return Check(state=CheckState.UNREACHABLE, detail=f"no answer in {CHECK_TIMEOUT_SECONDS:.0f} s")


def _state(listed: frozenset[str] | None, profile: Profile, model: str) -> CheckState:
    if listed is None:
        return CheckState.REACHABLE
    if not profile.lists_models:
        return CheckState.KEY_ACCEPTED
    return CheckState.READY if profile.model_name(model) in listed else CheckState.MODEL_MISSING


def _state_of_failure(status: int) -> CheckState:
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return CheckState.KEY_REJECTED
    return CheckState.UNREACHABLE if status >= HTTPStatus.INTERNAL_SERVER_ERROR else CheckState.REACHABLE


def _parse_models(body: bytes) -> frozenset[str] | None:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return None
    items = document.get("data") if isinstance(document, dict) else None
    if not isinstance(items, list):
        return None
    return frozenset(str(item.get("id")) for item in items if isinstance(item, dict))


async def fetch_models(transport: Transport, profile: Profile) -> frozenset[str] | None:
    """List the provider's own names of its models; None where there is no list that says what may be asked for."""
    if not profile.lists_models:
        return None
    secrets = Secrets(key=profile.api_key, more=profile.secrets)
    try:
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request("GET", profile.models_url(), secrets=secrets) as answer,
        ):
            return _parse_models(await answer.read(_LIST_LIMIT_BYTES)) if answer.is_good else None
    except (AttemptFailed, TimeoutError):
        return None
