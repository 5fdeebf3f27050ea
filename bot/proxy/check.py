"""A look at a provider that costs nothing: is it there, does it take the key, does it have the model?"""

import asyncio
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus

from yarl import URL

from bot.domain.errors import EaselError, KeyRejected, OutOfMoney, ProviderError
from bot.proxy.failures import Asked, AttemptFailed
from bot.proxy.profile import Profile
from bot.proxy.profiles.preset import Probe
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Answer, Transport

CHECK_TIMEOUT_SECONDS = 15.0
_LIST_LIMIT_BYTES = 8 * 2**20
_NO_SCOPE = re.compile(r"model\.read|missing scopes", re.IGNORECASE)
"""A restricted key that may not see the list, and may well draw; OpenAI's guide to error codes, 2026-11-27."""
_WANTS_A_PROMPT = re.compile(r"prompt", re.IGNORECASE)
_VERSIONED = re.compile(r"/v\d+\w*(?:/|$)")


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
    OUT_OF_MONEY = "out_of_money"
    """It takes the key, whose account or budget is spent."""
    ADDRESS_WRONG = "address_wrong"
    """It answers, at another path than the one that is set."""
    UNREACHABLE = "unreachable"
    """It does not answer, or answers that it is out of order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check found; `detail` is the provider's own word, for the person who runs the bot.

    `listed` are the models of its list, where it has one that says what may be asked for. `better_url` is the base
    address that answers, where the state is `ADDRESS_WRONG`.
    """

    state: CheckState
    status: int | None = None
    detail: str = ""
    listed: frozenset[str] | None = None
    better_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a request without a prompt came to: nothing where it was not `tried`, and the `error` that it met.

    Without an error the path, the key and the model are right.
    """

    tried: bool
    error: EaselError | None = None
    detail: str = field(default="")


async def check_provider(transport: Transport, profile: Profile, model: str) -> Check:
    """Ask for the list of models, which no provider charges for."""
    try:
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request("GET", profile.models_url(), secrets=_secrets(profile)) as answer,
        ):
            if answer.is_good:
                listed = _parse_models(await answer.read(_LIST_LIMIT_BYTES))
                shown = listed if profile.lists_models else None
                found = Check(state=_state(listed, profile, model), status=answer.status, listed=shown)
                # A server with pages of its own shows one at any path.
                is_elsewhere = listed is None and answer.is_page
            else:
                found = await _of_failure(answer)
                is_elsewhere = answer.status == HTTPStatus.NOT_FOUND
        if is_elsewhere:
            better = await _find_better_url(transport, profile)
            if better is not None:
                return Check(state=CheckState.ADDRESS_WRONG, status=answer.status, better_url=better)
    except AttemptFailed as failure:
        detail = failure.error.detail if isinstance(failure.error, ProviderError) else ""
        return Check(state=CheckState.UNREACHABLE, detail=detail)
    except TimeoutError:
        return Check(state=CheckState.UNREACHABLE, detail=f"no answer in {CHECK_TIMEOUT_SECONDS:.0f} s")
    return found


async def try_without_prompt(transport: Transport, profile: Profile, model: str) -> Trial:
    """Ask for a picture of nothing, where the provider is known to refuse that for nothing.

    What is tried so are the path, the key and the model or deployment.
    """
    if profile.probe is not Probe.REFUSED:
        return Trial(tried=False)
    try:
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request(
                "POST",
                profile.images_url("generations", model),
                secrets=_secrets(profile),
                about=Asked(model=model),
                json={"model": profile.model_name(model)},
            ) as answer,
        ):
            if answer.is_good:
                return Trial(tried=True)
            failure = await answer.failure()
    except AttemptFailed as failed:
        failure = failed
    except TimeoutError:
        return Trial(tried=False, detail=f"no answer in {CHECK_TIMEOUT_SECONDS:.0f} s")
    status = failure.error.status if isinstance(failure.error, ProviderError) else None
    blames_the_prompt = status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY} and _WANTS_A_PROMPT.search(
        failure.detail
    )
    return Trial(tried=True, error=None if blames_the_prompt else failure.error, detail=failure.detail)


def _secrets(profile: Profile) -> Secrets:
    return Secrets(key=profile.api_key, more=profile.secrets)


async def _find_better_url(transport: Transport, profile: Profile) -> str | None:
    """Look whether the same server has its list under /v1, or above a path that was put into its address."""
    path = URL(profile.base_url).path
    stem = profile.base_url.split("/images/")[0].split("/chat/")[0]
    candidates = [stem] if stem != profile.base_url else []
    if not _VERSIONED.search(path):
        candidates.append(f"{stem}/v1")
    for candidate in candidates:
        url = (URL(candidate) / "models").with_query(dict(profile.query))
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request("GET", url, secrets=_secrets(profile)) as answer,
        ):
            is_there = answer.status != HTTPStatus.NOT_FOUND and answer.status < HTTPStatus.INTERNAL_SERVER_ERROR
            if is_there and not answer.is_page:
                return candidate
    return None


def _state(listed: frozenset[str] | None, profile: Profile, model: str) -> CheckState:
    if listed is None:
        return CheckState.REACHABLE
    if not profile.lists_models:
        return CheckState.KEY_ACCEPTED
    return CheckState.READY if profile.model_name(model) in listed else CheckState.MODEL_MISSING


async def _of_failure(answer: Answer) -> Check:
    failure = await answer.failure()
    error, detail = failure.error, failure.detail
    if answer.status == HTTPStatus.FORBIDDEN and _NO_SCOPE.search(detail):
        state = CheckState.REACHABLE
    elif isinstance(error, OutOfMoney):
        state = CheckState.OUT_OF_MONEY
    elif isinstance(error, KeyRejected) or answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        state = CheckState.KEY_REJECTED
    elif answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        state = CheckState.UNREACHABLE
    else:
        state = CheckState.REACHABLE
    return Check(state=state, status=answer.status, detail=detail)


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
    try:
        async with (
            asyncio.timeout(CHECK_TIMEOUT_SECONDS),
            transport.request("GET", profile.models_url(), secrets=_secrets(profile)) as answer,
        ):
            return _parse_models(await answer.read(_LIST_LIMIT_BYTES)) if answer.is_good else None
    except (AttemptFailed, TimeoutError):
        return None
