"""A pure decision: again, and after how long?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum

LONGEST_WAIT_SECONDS = 60.0
"""One wait; openai-python takes no longer Retry-After either."""
LONGEST_BACKOFF_SECONDS = 8.0
"""One wait that nobody asked us for; openai-python's MAX_RETRY_DELAY."""
LONGEST_RATE_LIMIT_BACKOFF_SECONDS = 12.0
"""One wait for a provider that is asked too fast and says nothing of how long that lasts."""
RATE_LIMIT_BACKOFF_FACTOR = 4
"""Times the wait after another failure: limits are counted by the minute, and LiteLLM hides how long they last."""
SHORT_WAIT_SECONDS = 10.0
"""A wait that people are not asked to sit out: what ends so soon is waited for here."""
SHORT_WAIT_ATTEMPTS = 6
"""How often a provider is asked at least that names such waits, whatever its profile says."""
WAIT_BUDGET_SECONDS = 180.0
"""All the waits of a call: a fifth of the 15 minutes that Discord keeps an answer open."""

_NAMED_WAIT_SECONDS = 366 * 86400.0
AGAIN_AT_A_RISK = 1
"""How often to repeat what may be paid twice: most lost requests never reached a server that draws."""


class Kind(StrEnum):
    """What sort of failure an attempt ended in."""

    NOT_SENT = "not_sent"
    """No connection: the provider never saw the request."""
    LOST = "lost"
    """The request went out and its answer did not come, or a gateway gave up: it may have been paid."""
    CUT_OFF = "cut_off"
    """The answer broke off in the middle: it was paid."""
    OUTAGE = "outage"
    """The provider said that it failed: 408, 409, 5xx of its own."""
    RATE_LIMITED = "rate_limited"
    IN_FLIGHT = "in_flight"
    """An earlier attempt with the same idempotency key is still at work."""
    KEY_SPENT = "key_spent"
    """The idempotency key belongs to an attempt that is over."""
    UNKNOWN_FIELD = "unknown_field"
    """The provider does not take a field that can be left out."""
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again after the wait."""

    after_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """Do not try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallState:
    """What a call has come to after a failed attempt.

    `attempts` counts the attempts so far that ended in a failure of the provider. `rate_limit_attempts` takes the place
    of `max_attempts` where it was asked too fast. `left_seconds` is what the call's
    time limit leaves. `repeatable` says that a request sent twice is not paid twice: the provider takes an
    idempotency key, or costs nothing. `chance` is a random number from 0 to 1.
    """

    attempts: int
    max_attempts: int
    rate_limit_attempts: int = 3
    waited_seconds: float
    left_seconds: float
    repeatable: bool
    backoff_seconds: float
    chance: float


def decide(kind: Kind, state: CallState, *, retry_after_seconds: float | None = None) -> Retry | Stop:
    """Say whether to try again.

    A wait that the provider asked for is kept to the letter; ours is doubled with each attempt and cut by up to a
    quarter by chance, so that callers who failed together do not come back together. A wait that would outlast the
    call, or the budget of waits, ends it at once.

    A request that was lost after it went out is repeated once where that may be paid twice, and freely where it may
    not. An answer that broke off was paid, so it is repeated only where that is paid once.
    """
    if kind is Kind.UNKNOWN_FIELD:
        return Retry()
    if kind in {Kind.FINAL, Kind.KEY_SPENT} or (kind is Kind.CUT_OFF and not state.repeatable):
        return Stop()
    if kind is Kind.LOST and not state.repeatable and state.attempts > AGAIN_AT_A_RISK:
        return Stop()
    too_fast = kind is Kind.RATE_LIMITED
    most = max(state.max_attempts, state.rate_limit_attempts) if too_fast else state.max_attempts
    if too_fast and is_short(retry_after_seconds):
        most = max(most, SHORT_WAIT_ATTEMPTS)
    # A picture takes up to some minutes, so waiting for one that is under way is bounded by time alone.
    if kind is not Kind.IN_FLIGHT and state.attempts >= most:
        return Stop()
    wait = retry_after_seconds
    if wait is None:
        first = state.backoff_seconds * (RATE_LIMIT_BACKOFF_FACTOR if too_fast else 1)
        longest = LONGEST_RATE_LIMIT_BACKOFF_SECONDS if too_fast else LONGEST_BACKOFF_SECONDS
        wait = min(first * 2 ** min(state.attempts - 1, 16), longest) * (1 - state.chance / 4)
    if wait > LONGEST_WAIT_SECONDS or state.waited_seconds + wait > WAIT_BUDGET_SECONDS or wait >= state.left_seconds:
        return Stop()
    return Retry(wait)


def is_short(wait_seconds: float | None) -> bool:
    """Say whether a wait that was named is one to be waited for."""
    return wait_seconds is not None and 0 < wait_seconds <= SHORT_WAIT_SECONDS


def parse_retry_after(headers: Mapping[str, str], *, now: datetime) -> float | None:
    """Read `Retry-After-Ms`, else `Retry-After` in seconds or as an HTTP date; None without a usable one."""
    milliseconds = _positive(headers.get("Retry-After-Ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("Retry-After")
    seconds = _positive(text)
    if seconds is not None or text is None:
        return seconds
    try:
        date = parsedate_to_datetime(text)
        wait = (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
    except (ValueError, TypeError, IndexError, ArithmeticError):
        # What the standard library makes of a date that is none, and of one past the last year that it knows.
        return None
    return usable_wait(max(wait, 0.0))


def usable_wait(seconds: float) -> float | None:
    """Give a wait that somebody named, or None where nobody could mean it; people are told of it as a time."""
    return seconds if 0 <= seconds <= _NAMED_WAIT_SECONDS else None


def _positive(text: str | None) -> float | None:
    try:
        return usable_wait(float(text or ""))
    except ValueError:
        return None
