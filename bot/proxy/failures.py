"""What a failed answer means: status, header, code, type, param and words together, to one of our errors."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from math import ceil
from types import MappingProxyType
from typing import Any

from bot.domain.errors import (
    AddressWrong,
    BrokenImage,
    ContentRefused,
    EaselError,
    FormatNotGranted,
    KeyRejected,
    ModelUnknown,
    OptionNotOffered,
    OrganizationUnverified,
    PromptTooLongForModel,
    ProviderDown,
    ProviderError,
    RateLimited,
    RequestRejected,
    RequestTooLarge,
)
from bot.proxy.failure_body import Failure
from bot.proxy.refused_fields import find_refused_field
from bot.proxy.retry import Kind, usable_wait
from bot.proxy.rules import ASKED_WRONG, BEHIND_A_GATEWAY, Rule
from bot.proxy.secrecy import Secrets

_TOO_FAST = re.compile(r"rate_limit|slow_down|concurrency_limit|too_many_requests|resource_exhausted")
_BLAMES_THE_REQUEST = re.compile(r"invalid_request|user_error|invalid_argument")
_WAIT = re.compile(r"(?:try again|retry) in (?P<number>[0-9]+(?:\.[0-9]+)?) ?(?P<unit>ms|milliseconds?|s|seconds?)\b")
_LIMIT = re.compile(r"maximum length (?:of )?([0-9]{2,6})")
_NO_ACCESS = re.compile(r"access|preview|not (?:enabled|available|supported|allowed)|unsupported|invalid")
_GRANTED = frozenset({"gif", "svg"})
"""The formats that an account may lack; https://developers.openai.com, types of createImage, 2026-11-27."""

_CATEGORIES_LIMIT = 20
_Error = type[EaselError]

_ABOUT_A_MODEL: frozenset[_Error] = frozenset(
    {ModelUnknown, OrganizationUnverified, PromptTooLongForModel, FormatNotGranted, OptionNotOffered}
)

_BY_STATUS: MappingProxyType[int, tuple[Kind, _Error]] = MappingProxyType(
    {
        HTTPStatus.UNAUTHORIZED: (Kind.FINAL, KeyRejected),
        HTTPStatus.FORBIDDEN: (Kind.FINAL, KeyRejected),
        HTTPStatus.NOT_FOUND: (Kind.FINAL, AddressWrong),
        # A request with a key is not sent on to another address.
        **dict.fromkeys((301, 302, 303, 307, 308), (Kind.FINAL, AddressWrong)),
        HTTPStatus.METHOD_NOT_ALLOWED: (Kind.FINAL, AddressWrong),
        HTTPStatus.REQUEST_TIMEOUT: (Kind.OUTAGE, ProviderDown),
        # Comfy's client reads a 409 that says nothing else as trouble with the account.
        HTTPStatus.CONFLICT: (Kind.OUTAGE, KeyRejected),
        HTTPStatus.TOO_MANY_REQUESTS: (Kind.RATE_LIMITED, RateLimited),
        **dict.fromkeys(BEHIND_A_GATEWAY, (Kind.LOST, ProviderDown)),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asked for, as far as an error may be about it; `fields` are those it held."""

    model: str = ""
    fields: frozenset[str] = frozenset()
    output_format: str = ""
    pictures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of a failed answer beside its body; `status` is None for an error inside a good answer.

    `keyless`: no key was sent. `forwards`: there is another server behind the one that answered. `replayed`: the
    answer is a stored one, which the same idempotency key would bring again.
    """

    asked: Asked
    status: int | None = None
    request_id: str | None = None
    retry_after_seconds: float | None = None
    rules: tuple[Rule, ...] = ()
    keyless: bool = False
    forwards: bool = False
    replayed: bool = False


@dataclass(eq=False)
class AttemptFailed(Exception):
    """One attempt brought no pictures: the error to raise if it was the last, and what may follow.

    `field` is the field to leave out next time, where `kind` is `UNKNOWN_FIELD`. `detail` are the provider's own words
    for the log. `needs_fresh_key`: the idempotency key brings this very failure again.
    """

    error: EaselError
    kind: Kind
    retry_after_seconds: float | None = None
    field: str | None = None
    detail: str = ""
    needs_fresh_key: bool = False


class CallerFailed(Exception):
    """What whoever asks has raised when told of an answer: their own `error`, and none of the provider's."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


def failed(failure: Failure, circumstances: Circumstances, *, secrets: Secrets) -> AttemptFailed:
    """Turn an error body into the error to raise; the secrets of the call are taken out of its text."""
    message = secrets.mask(failure.message).lower()
    field: str | None = None
    rule = _find_rule(failure, circumstances, message)
    if rule is not None:
        kind, error_type = rule.kind, rule.error
    elif _is_ungranted(failure, circumstances, message):
        kind, error_type = Kind.FINAL, FormatNotGranted
    else:
        field = _refused_field(failure, circumstances, message)
        kind, error_type = (
            (Kind.UNKNOWN_FIELD, RequestRejected) if field else _classify(failure, circumstances, message)
        )
    wait = circumstances.retry_after_seconds
    if wait is None and kind is Kind.RATE_LIMITED:
        wait = _wait_in(message)
    detail = secrets.clean(f"{failure.code} {failure.message}")
    error = _build(error_type, kind, failure, replace(circumstances, retry_after_seconds=wait), secrets, detail)
    return AttemptFailed(error, kind, wait, field, detail, circumstances.replayed)


def _find_rule(failure: Failure, circumstances: Circumstances, message: str) -> Rule | None:
    """Find the first rule that names the failure, and where there is none, the first that knows its words."""
    matching = [
        rule
        for rule in circumstances.rules
        if rule.matches(failure, message=message, status=circumstances.status, keyless=circumstances.keyless)
    ]
    return next((rule for rule in matching if rule.names), matching[0] if matching else None)


def _classify(failure: Failure, circumstances: Circumstances, message: str) -> tuple[Kind, _Error]:
    if circumstances.status is None:
        if _TOO_FAST.search(f"{failure.names} {message}" if not failure.names.strip() else failure.names):
            return Kind.RATE_LIMITED, RateLimited
        if _BLAMES_THE_REQUEST.search(failure.names):
            return Kind.FINAL, RequestRejected
        return Kind.OUTAGE, ProviderDown
    return _classify_status(circumstances.status, failure, circumstances)


def _classify_status(status: int, failure: Failure, circumstances: Circumstances) -> tuple[Kind, _Error]:
    if status == HTTPStatus.CONFLICT and _TOO_FAST.search(failure.names):
        return Kind.RATE_LIMITED, RateLimited
    if status == HTTPStatus.INTERNAL_SERVER_ERROR and circumstances.forwards:
        return Kind.LOST, ProviderDown
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return (Kind.OUTAGE, ProviderDown) if status >= HTTPStatus.INTERNAL_SERVER_ERROR else (Kind.FINAL, RequestRejected)


def _is_ungranted(failure: Failure, circumstances: Circumstances, message: str) -> bool:
    wanted, status = circumstances.asked.output_format, circumstances.status
    if wanted not in _GRANTED or status is None or status not in ASKED_WRONG or status in _NOT_ABOUT_FIELDS:
        return False
    named = failure.param == "output_format" or "output_format" in message or re.search(rf"\b{wanted}\b", message)
    return bool(named) and _NO_ACCESS.search(f"{failure.names} {message}") is not None


_NOT_ABOUT_FIELDS = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_TIMEOUT}
)


def _refused_field(failure: Failure, circumstances: Circumstances, message: str) -> str | None:
    status = circumstances.status
    if status in _NOT_ABOUT_FIELDS or status in BEHIND_A_GATEWAY:
        return None
    return find_refused_field(failure, message, circumstances.asked.fields)


def _build(
    error_type: _Error, kind: Kind, failure: Failure, circumstances: Circumstances, secrets: Secrets, detail: str
) -> EaselError:
    about: dict[str, Any] = {}
    if issubclass(error_type, ProviderError):
        about = {"status": circumstances.status, "detail": detail, "request_id": circumstances.request_id}
    if error_type is ContentRefused:
        about["categories"] = tuple(filter(None, map(secrets.clean, failure.categories)))[:_CATEGORIES_LIMIT]
    elif error_type is BrokenImage:
        told = f"{failure.param} {failure.code} {failure.message}".lower()
        about |= {"label": "mask" if "mask" in told else "image", "detail": detail}
    elif error_type is RateLimited:
        about |= retry_facts(circumstances.retry_after_seconds)
    elif error_type is ProviderDown:
        about["may_have_cost"] = kind in {Kind.IN_FLIGHT, Kind.LOST, Kind.KEY_SPENT}
    return error_type(**about, **_about_request(error_type, failure, circumstances.asked))


def retry_facts(seconds: float | None) -> dict[str, Any]:
    """Say what an error holds of a wait from now on; None where nobody knows how long it is."""
    retry_at = None if seconds is None else ceil(datetime.now(UTC).timestamp() + seconds)
    return {"retry_after_seconds": seconds, "retry_at": retry_at}


def _about_request(error_type: _Error, failure: Failure, asked: Asked) -> dict[str, Any]:
    """Say what an error holds of the request itself."""
    if error_type is RequestTooLarge:
        return {"pictures": asked.pictures}
    if error_type not in _ABOUT_A_MODEL:
        return {}
    about: dict[str, Any] = {"model": asked.model}
    if error_type is PromptTooLongForModel:
        limit = _LIMIT.search(failure.message)
        about["limit"] = int(limit[1]) if limit else None
    elif error_type is FormatNotGranted:
        about["output_format"] = asked.output_format
    elif error_type is OptionNotOffered:
        about |= {"option": "background", "value": "transparent", "offered": ("auto", "opaque")}
    return about


def _wait_in(message: str) -> float | None:
    found = _WAIT.search(message)
    if found is None:
        return None
    return usable_wait(float(found["number"]) / (1000 if found["unit"].startswith("m") else 1))
