"""Again, and after how long?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.proxy.retry import (
    LONGEST_BACKOFF_SECONDS,
    LONGEST_WAIT_SECONDS,
    SHORT_WAIT_ATTEMPTS,
    SHORT_WAIT_SECONDS,
    WAIT_BUDGET_SECONDS,
    CallState,
    Kind,
    Retry,
    Stop,
    decide,
    parse_retry_after,
)

FIRST = CallState(
    attempts=1,
    max_attempts=3,
    waited_seconds=0,
    left_seconds=600,
    repeatable=False,
    backoff_seconds=0.5,
    chance=0,
)
NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "again", "again_if_repeatable", "again_at_the_last"),
    [
        (Kind.NOT_SENT, True, True, False),
        (Kind.LOST, True, True, False),
        (Kind.CUT_OFF, False, True, False),
        (Kind.OUTAGE, True, True, False),
        (Kind.RATE_LIMITED, True, True, False),
        (Kind.IN_FLIGHT, True, True, True),
        (Kind.UNKNOWN_FIELD, True, True, True),
        (Kind.KEY_SPENT, False, False, False),
        (Kind.FINAL, False, False, False),
    ],
)
def test_the_table(*, kind: Kind, again: bool, again_if_repeatable: bool, again_at_the_last: bool) -> None:
    def retries(state: CallState) -> bool:
        return isinstance(decide(kind, state), Retry)

    assert retries(FIRST) is again
    assert retries(replace(FIRST, repeatable=True)) is again_if_repeatable
    assert retries(replace(FIRST, repeatable=True, attempts=3)) is again_at_the_last


def test_our_own_waits_double_up_to_a_limit() -> None:
    states = [replace(FIRST, attempts=number, max_attempts=99) for number in range(1, 8)]
    assert [decide(Kind.OUTAGE, one) for one in states] == [Retry(wait) for wait in (0.5, 1, 2, 4, 8, 8, 8)]


@given(chance=st.floats(0, 1), attempts=st.integers(1, 10_000))
def test_chance_takes_a_quarter_off_at_most(chance: float, attempts: int) -> None:
    state = replace(FIRST, attempts=attempts, max_attempts=99_999)
    longest, chosen = decide(Kind.OUTAGE, state), decide(Kind.OUTAGE, replace(state, chance=chance))
    assert isinstance(longest, Retry)
    assert isinstance(chosen, Retry)
    assert longest.after_seconds * 0.75 <= chosen.after_seconds <= longest.after_seconds <= LONGEST_BACKOFF_SECONDS


def test_a_wait_that_was_asked_for_is_kept_to_the_letter() -> None:
    assert decide(Kind.RATE_LIMITED, replace(FIRST, chance=1), retry_after_seconds=20) == Retry(20)
    assert decide(Kind.RATE_LIMITED, FIRST, retry_after_seconds=0) == Retry(0)


def test_a_short_wait_that_was_named_is_waited_for_more_often() -> None:
    late = replace(FIRST, attempts=SHORT_WAIT_ATTEMPTS - 1)
    assert decide(Kind.RATE_LIMITED, late, retry_after_seconds=SHORT_WAIT_SECONDS) == Retry(SHORT_WAIT_SECONDS)
    for asked in (None, 0, SHORT_WAIT_SECONDS + 1):
        assert decide(Kind.RATE_LIMITED, late, retry_after_seconds=asked) == Stop()
    assert decide(Kind.OUTAGE, late, retry_after_seconds=1) == Stop()
    assert decide(Kind.RATE_LIMITED, replace(late, attempts=SHORT_WAIT_ATTEMPTS), retry_after_seconds=1) == Stop()


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (FIRST, LONGEST_WAIT_SECONDS + 1),
        (replace(FIRST, waited_seconds=WAIT_BUDGET_SECONDS - 10), 11),
        (replace(FIRST, left_seconds=10), 10),
    ],
)
def test_a_wait_that_is_too_long_ends_the_call(state: CallState, asked: float) -> None:
    assert decide(Kind.RATE_LIMITED, state, retry_after_seconds=asked) == Stop()
    assert decide(Kind.IN_FLIGHT, state, retry_after_seconds=asked) == Stop()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0.5"}, 0.5),
        ({"Retry-After-Ms": "250", "Retry-After": "7"}, 0.25),
        ({"Retry-After-Ms": "soon", "Retry-After": "7"}, 7),
        ({"Retry-After": "Mon, 23 Nov 2026 12:00:30 GMT"}, 30),
        ({"Retry-After": "Mon, 23 Nov 2026 12:00:30 -0000"}, 30),
        ({"Retry-After": "Mon, 23 Nov 2026 11:00:00 GMT"}, 0),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "soon"}, None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert parse_retry_after(headers, now=NOW) == seconds


def test_what_may_be_paid_twice_is_repeated_once() -> None:
    assert isinstance(decide(Kind.LOST, replace(FIRST, attempts=1)), Retry)
    assert isinstance(decide(Kind.LOST, replace(FIRST, attempts=2)), Stop)
    assert isinstance(decide(Kind.LOST, replace(FIRST, attempts=2, repeatable=True)), Retry)
