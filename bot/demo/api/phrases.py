"""The test phrases in a prompt, which make the server slow or make it fail on purpose."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.api.errors import USER_ERROR, ApiError, invalid_key, model_not_found, server_error

BIG_SIDE = 2048
"""The least width and height of a big result, in pixels: 12.6 MB of noise."""

_PHRASE = re.compile(r"(?<!\S)demo:([a-z]+)(?:=([0-9]{1,4}(?:\.[0-9]{1,3})?))?(?![\w=])")
_SLOW_SECONDS = 8.0
_SLOWEST_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a prompt asks for; `failure` is what to answer in place of pictures."""

    delay_seconds: float = 0.0
    failure: ApiError | None = None
    broken: bool = False
    html: bool = False
    big: bool = False


def find_phrases(prompt: str) -> Phrases:
    """Read the phrases of a prompt; of several that fail, the first one wins. Unknown ones mean nothing."""
    found = {match[1]: match[2] for match in reversed(list(_PHRASE.finditer(prompt)))}
    seconds = float(found["slow"] or _SLOW_SECONDS) if "slow" in found else 0.0
    return Phrases(
        delay_seconds=min(seconds, _SLOWEST_SECONDS),
        failure=next((_FAILURES[name]() for name in reversed(found) if name in _FAILURES), None),
        broken="broken" in found,
        html="html" in found,
        big="big" in found,
    )


def _refused() -> ApiError:
    return ApiError(
        400,
        "Your request was rejected by the safety system. safety_violations=[demonstration].",
        type=USER_ERROR,
        code="moderation_blocked",
        details={"moderation_details": {"moderation_stage": "input", "categories": ["demonstration"]}},
    )


def _too_fast() -> ApiError:
    message = "Rate limit reached for images per minute. Please try again in 1s."
    return ApiError(429, message, type="requests", code="rate_limit_exceeded", headers={"Retry-After": "1"})


def _out_of_money() -> ApiError:
    message = "You exceeded your current quota, please check your plan and billing details."
    return ApiError(429, message, type="insufficient_quota", code="insufficient_quota")


_FAILURES: dict[str, Callable[[], ApiError]] = {
    "refuse": _refused,
    "rate": _too_fast,
    "quota": _out_of_money,
    "key": lambda: invalid_key(""),
    "model": lambda: model_not_found("demo:model"),
    "outage": server_error,
}
