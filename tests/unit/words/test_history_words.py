"""The words of /history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import (
    Cancelled,
    EaselError,
    OptionNotOffered,
    ProviderDown,
)
from bot.domain.job import Job, JobState
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.words import history as history_words
from tests.unit.store.samples import NOW
from tests.unit.words.samples import job


def page(*jobs: Job, free: bool = False) -> str:
    return history_words.history_page(jobs, is_first=True, free=free)


def test_an_entry_tells_what_was_asked_what_came_and_what_it_cost() -> None:
    text = page(job(quality="medium", pictures=2))
    assert f"**1. a fox**\n-# done · gpt-image-2 · medium · 2 pictures · $0.040 · <t:{int(NOW.timestamp())}:R>" in text


def test_a_free_entry_says_so() -> None:
    assert " · free · " in page(job(cost=Cost(0)), free=True)


def test_an_open_entry_shows_where_it_stands_and_the_estimate() -> None:
    text = page(job(pictures=0, state=JobState.WAITING, cost=None, reserved_microusd=50_000))
    assert "waiting · gpt-image-2 · high · 1 picture · about $0.050" in text


def test_every_state_has_its_words() -> None:
    assert "None" not in page(*(job(state=state) for state in JobState))


def test_an_entry_that_failed_says_why_and_whether_it_cost() -> None:
    text = page(job(pictures=0, state=JobState.FAILED, cost=None, failure=ProviderDown(may_have_cost=True)))
    assert "failed · " in text
    assert "didn't answer" in text
    assert "may have charged" in text
    assert "$" not in text


def test_a_cancelled_entry_is_not_called_a_failure() -> None:
    text = page(job(pictures=0, state=JobState.FAILED, cost=None, failure=Cancelled(by_user_id=7)))
    assert "cancelled · " in text
    assert "failed" not in text


def test_a_hostile_prompt_is_shown_as_it_is() -> None:
    assert "\\@everyone \\*\\*x\\*\\*" in page(job(prompt="@everyone **x**"))


@pytest.mark.parametrize("is_first", [True, False])
def test_an_empty_page_says_so(*, is_first: bool) -> None:
    text = history_words.history_page([], is_first=is_first, free=False)
    assert ("You haven't made" in text) is is_first


LONG = OptionNotOffered(option="model", value="*" * 200, offered=("_" * 80,) * 20, model="*" * 200)


@given(st.lists(st.text(max_size=400), min_size=5, max_size=5), st.sampled_from([None, LONG]))
def test_any_page_fits_a_message(prompts: list[str], failure: EaselError | None) -> None:
    state = JobState.FAILED if failure else JobState.UNDELIVERABLE
    options = Options(model="*" * 200)
    jobs = [
        job(
            2**63 - 1, prompt=prompt, state=state, failure=failure, options=options, quality="_" * 99, cost=Cost(10**12)
        )
        for prompt in prompts
    ]
    text = page(*jobs)
    assert len(text) <= 2000
    assert all(f"{place}. " in text for place in range(1, 6))
