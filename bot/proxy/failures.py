"""What a failed answer means: statuses and error bodies to the errors of `bot.domain.errors`."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from bot.domain.errors import (
    BrokenImage,
    ContentRefused,
    EaselError,
    KeyRejected,
    ModelUnknown,
    OutOfMoney,
    ProviderDown,
    RateLimited,
    RequestRejected,
)
from bot.proxy.profile import FIELDS
from bot.proxy.retry import Kind
from bot.proxy.secrecy import Secrets

_MONEY = re.compile(
    r"insufficient_quota|credit_balance_exhausted|billing_hard_limit_reached|\w*_(?:spend|usage)_limit_exceeded"
)
_REFUSED = re.compile(
    r"moderation_blocked|content_?policy_?violation|content_?filter\b|responsible_?ai_?policy_?violation"
)
_NO_MODEL = re.compile(r"model_?not_?found|deployment_?not_?found|invalid_model|model .*(?:not found|does not exist)")
_BAD_PICTURE = re.compile(r"invalid_(?:mask_)?image|image_parse_error|unsupported_image")
_TOO_FAST = re.compile(r"rate_limit|slow_down|concurrency_limit")
_IN_FLIGHT = re.compile(r"(?:generation|request)_in_progress|idempoten.*(?:in.flight|in.use|progress|process)")
_KEY_SPENT = re.compile(r"idempoten\w*_(?:key_)?(?:reuse|mismatch|conflict)")
_ASKED_WRONG = re.compile(r"invalid_request|user_error")
_UNKNOWN_FIELD = re.compile(
    r"(?:unknown|unsupported|unrecognized|unexpected)[ _](?:request[ _])?(?:parameter|params|argument|field)"
    r"|unsupportedparams|not support (?:the )?(?:parameter|param|argument|field)"
    r"|extra[ _](?:inputs|fields)[ _](?:are )?(?:not permitted|forbidden)"
)
_WORD = re.compile(r"\w+")
_DROPPABLE = FIELDS - {"prompt", "model", "image", "mask"}

# A gateway gave up on a server behind it, which may have gone on and made the picture.
_BEHIND_A_GATEWAY = frozenset({502, 504, 520, 522, 524})

_Error = type[EaselError]

_BY_STATUS: MappingProxyType[int, tuple[Kind, _Error]] = MappingProxyType(
    {
        HTTPStatus.UNAUTHORIZED: (Kind.FINAL, KeyRejected),
        HTTPStatus.FORBIDDEN: (Kind.FINAL, KeyRejected),
        HTTPStatus.REQUEST_TIMEOUT: (Kind.OUTAGE, ProviderDown),
        HTTPStatus.TOO_MANY_REQUESTS: (Kind.RATE_LIMITED, RateLimited),
        **dict.fromkeys(_BEHIND_A_GATEWAY, (Kind.LOST, ProviderDown)),
    }
)

_BY_CODE: tuple[tuple[re.Pattern[str], tuple[Kind, _Error]], ...] = (
    (_NO_MODEL, (Kind.FINAL, ModelUnknown)),
    (_KEY_SPENT, (Kind.KEY_SPENT, RequestRejected)),
    (_BAD_PICTURE, (Kind.FINAL, BrokenImage)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An error body, in whatever shape it came; `code` holds every code in it, the inner ones too."""

    message: str = ""
    code: str = ""
    type: str = ""
    param: str = ""
    categories: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What to recognize the failure by: codes and type, or the message where there is no code."""
        return f"{self.code} {self.type}".lower() if self.code else f"{self.type} {self.message}".lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asked for, as far as an error may be about it; `fields` are those it held."""

    model: str = ""
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of a failed answer beside its body; `status` is None for an error inside a good answer."""

    asked: Asked
    status: int | None = None
    request_id: str | None = None
    retry_after_seconds: float | None = None


@dataclass(eq=False)
class AttemptFailed(Exception):
    """One attempt brought no pictures: the error to raise if it was the last, and what may follow.

    `field` is the field to leave out next time, where `kind` is `UNKNOWN_FIELD`.
    """

    error: EaselError
    kind: Kind
    retry_after_seconds: float | None = None
    field: str | None = None


def parse_failure(body: bytes) -> Failure:
    """Read an error body of any shape: JSON, HTML, plain text or nothing."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return Failure(message=body.decode("utf-8", "replace"))
    return failure_from(document)


def failure_from(document: object) -> Failure:
    """Read a decoded error body.

    Known shapes: `{"error": {message, type, param, code}}`; `{"error": "code", "message": …}`; `{"error": "text"}`;
    the inside of these alone; `{"detail": …}`, as servers made with FastAPI have it. These quote what they were sent
    under `input`, which is left out.
    """
    error = document.get("error", document) if isinstance(document, dict) else document
    if isinstance(error, str) and isinstance(document, dict) and isinstance(document.get("message"), str):
        return Failure(message=document["message"], code=error)
    if not isinstance(error, dict):
        return Failure(message=_said(error))
    return Failure(
        message=_said(error.get("message") or error.get("detail") or ""),
        code=" ".join(_codes(error)),
        type=_text(error.get("type")),
        param=_text(error.get("param")),
        categories=tuple(dict.fromkeys(_categories(error))),
    )


def failed(failure: Failure, circumstances: Circumstances, *, secrets: Secrets) -> AttemptFailed:
    """Turn an error body into the error to raise; the secrets of the call are taken out of its text."""
    status, wait = circumstances.status, circumstances.retry_after_seconds
    kind, error_type = _classify(status, failure)
    field = _find_field(failure, circumstances.asked.fields) if kind is Kind.UNKNOWN_FIELD else None
    if kind is Kind.UNKNOWN_FIELD and field is None:
        kind = Kind.FINAL
    if error_type is ContentRefused:
        return AttemptFailed(ContentRefused(categories=tuple(map(secrets.clean, failure.categories))), kind)
    if error_type is BrokenImage:
        label = "mask" if "mask" in f"{failure.param} {failure.code}" else "image"
        return AttemptFailed(BrokenImage(label=label, detail=secrets.clean(failure.message)), kind)
    about: dict[str, Any] = {
        "status": status,
        "detail": secrets.clean(f"{failure.code} {failure.message}"),
        "request_id": circumstances.request_id,
    }
    if error_type is RateLimited:
        about["retry_after_seconds"] = wait
    elif error_type is ModelUnknown:
        about["model"] = circumstances.asked.model
    elif error_type is ProviderDown:
        about["may_have_cost"] = kind in {Kind.IN_FLIGHT, Kind.LOST}
    return AttemptFailed(error_type(**about), kind, wait, field)


def _classify(status: int | None, failure: Failure) -> tuple[Kind, _Error]:
    told = failure.told
    # Money before manners: a refusal that is really an empty account sends the asker the wrong way.
    if status == HTTPStatus.PAYMENT_REQUIRED or _MONEY.search(told):
        return Kind.FINAL, OutOfMoney
    if _REFUSED.search(told) and (status is None or status < HTTPStatus.INTERNAL_SERVER_ERROR):
        return Kind.FINAL, ContentRefused
    return _classify_said(told) if status is None else _classify_status(status, failure)


def _classify_said(told: str) -> tuple[Kind, _Error]:
    if _TOO_FAST.search(told):
        return Kind.RATE_LIMITED, RateLimited
    if _ASKED_WRONG.search(told):
        return Kind.FINAL, RequestRejected
    return Kind.OUTAGE, ProviderDown


def _classify_status(status: int, failure: Failure) -> tuple[Kind, _Error]:
    told = failure.told
    if status == HTTPStatus.CONFLICT:
        return _classify_conflict(f"{told} {failure.message}".lower())
    if status in _BY_STATUS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _BY_STATUS.get(status, (Kind.OUTAGE, ProviderDown))
    if failure.param == "model":
        return Kind.FINAL, ModelUnknown
    known = next((verdict for pattern, verdict in _BY_CODE if pattern.search(told)), None)
    if known is not None:
        return known
    if _UNKNOWN_FIELD.search(f"{told} {failure.message}".lower()):
        return Kind.UNKNOWN_FIELD, RequestRejected
    return Kind.FINAL, RequestRejected


def _classify_conflict(told: str) -> tuple[Kind, _Error]:
    if _IN_FLIGHT.search(told):
        return Kind.IN_FLIGHT, ProviderDown
    if _TOO_FAST.search(told):
        return Kind.RATE_LIMITED, RateLimited
    # Comfy's client reads any other 409 as trouble with the account.
    return Kind.OUTAGE, KeyRejected


def _find_field(failure: Failure, sent: frozenset[str]) -> str | None:
    words = (failure.param, *_WORD.findall(failure.message))
    return next((word for word in words if word in _DROPPABLE & sent), None)


def _holders(error: dict[str, Any]) -> Iterator[dict[str, Any]]:
    # Azure says more within, and has spelled the name in both ways.
    for holder in (error, error.get("innererror"), error.get("inner_error")):
        if isinstance(holder, dict):
            yield holder


def _codes(error: dict[str, Any]) -> Iterator[str]:
    for holder in _holders(error):
        code = _text(holder.get("code"))
        # LiteLLM repeats the status here, which says nothing.
        if code and not code.isdecimal():
            yield code


def _categories(error: dict[str, Any]) -> Iterator[str]:
    moderation = error.get("moderation_details")
    if isinstance(moderation, dict):
        found = moderation.get("categories")
        if isinstance(found, dict):
            yield from (str(name) for name, flagged in found.items() if flagged)
        elif isinstance(found, list):
            yield from (name for name in found if isinstance(name, str))
    for holder in _holders(error):
        results = holder.get("content_filter_results") or holder.get("content_filter_result")
        if isinstance(results, dict):
            yield from (str(name) for name, one in results.items() if isinstance(one, dict) and one.get("filtered"))


def _said(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(_without_input(value))


def _without_input(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_input(one) for name, one in value.items() if name != "input"}
    return [_without_input(one) for one in value] if isinstance(value, list) else value


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
