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
from bot.service.history import PAGE
from bot.words import history as history_words
from bot.words.escaping import ALT_TEXT_LIMIT, LAYOUT_LIMIT
from bot.words.language.spoken import LANGUAGES, speaking
from tests.unit.store.samples import NOW
from tests.unit.words.samples import job


def page(*jobs: Job, free: bool = False) -> str:
    numbers = {one.id: (place, place) for place, one in enumerate(jobs, start=1)}
    return "\n".join(history_words.history_entries(jobs, numbers, free=free))


def test_an_entry_tells_what_was_asked_what_came_and_what_it_cost() -> None:
    text = "\n".join(history_words.history_entries([job(quality="medium", pictures=2)], {1: (4, 5)}, free=False))
    assert (
        f"**4-5. a fox**\n-# done · gpt-image-2 · medium · 2 pictures · $0.040 · <t:{int(NOW.timestamp())}:R>" in text
    )


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


def test_an_entry_without_pictures_to_choose_has_no_number() -> None:
    assert history_words.history_entries([job(pictures=0)], {}, free=False)[0].startswith("**a fox**\n")


def test_the_alt_text_names_each_picture_of_the_sheet() -> None:
    jobs = [job(1, prompt="a fox"), job(2, prompt="a hare", pictures=3), job(3, prompt="a bear", pictures=0)]
    text = history_words.sheet_alt_text(jobs, {1: (1, 1), 2: (2, 4)})
    assert text == "A contact sheet of your latest pictures. 1: a fox, 2-4: a hare."


# As long as a prompt is here, and as varied as what is repeated in it: drawing each character took most of the time.
PROMPTS = st.text(max_size=20).map(lambda text: (text * 400)[:400])
LONG = OptionNotOffered(option="model", value="*" * 200, offered=("_" * 80,) * 20, model="*" * 200)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.lists(PROMPTS, min_size=PAGE, max_size=PAGE), st.sampled_from([None, LONG]))
def test_any_page_fits_a_message(language: str, prompts: list[str], failure: EaselError | None) -> None:
    state = JobState.FAILED if failure else JobState.UNDELIVERABLE
    options = Options(model="*" * 200)
    jobs = [
        job(
            2**63 - number,
            prompt=prompt,
            state=state,
            failure=failure,
            options=options,
            quality="_" * 99,
            cost=Cost(10**12),
        )
        for number, prompt in enumerate(prompts, start=1)
    ]
    numbers = {one.id: (20, 25) for one in jobs}
    with speaking(language):
        texts = [history_words.history_head(is_first=False), *history_words.history_entries(jobs, numbers, free=False)]
        assert len("\n".join(texts)) <= LAYOUT_LIMIT
        assert len(history_words.sheet_alt_text(jobs, numbers)) <= ALT_TEXT_LIMIT
    assert len(texts) == PAGE + 1
