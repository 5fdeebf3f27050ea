"""The line under pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import Cost
from bot.words import amounts as amounts_words
from bot.words import results as results_words


def made(**changes: object) -> results_words.Made:
    values: dict[str, object] = {
        "asker_id": 7,
        "prompt": "a fox",
        "model": "gpt-image-2",
        "quality": "low",
        "size": "1024x1024",
        "cost": Cost(7000),
        "seconds": 12.3,
        "demo": False,
        "pictures": 1,
        "asked": 1,
    }
    return results_words.Made(**(values | changes))  # type: ignore[arg-type]


def test_the_line_tells_who_what_how_and_what_it_took() -> None:
    line = results_words.result_line(made(), ())
    for part in ("a fox", "<@7>", "gpt-image-2", "low", "1024x1024", "$0.0070", "12 s"):
        assert part in line
    assert "\n" not in line


def test_the_line_of_the_demo_says_that_no_model_drew() -> None:
    line = results_words.result_line(made(demo=True), ())
    assert "no AI" in line
    assert "$" not in line


def test_the_line_tells_when_fewer_pictures_came_than_were_asked_for() -> None:
    assert "3 of 4 pictures arrived" in results_words.result_line(made(pictures=3, asked=4), ())
    assert "came" not in results_words.result_line(made(pictures=4, asked=4), ())


def test_the_line_names_the_pictures_that_were_re_encoded() -> None:
    assert "picture 2 re-encoded as JPEG" in results_words.result_line(made(), ((2, "JPEG"),))


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        (Cost(None), "cost unknown"),
        (Cost(0), "$0.00"),
        (Cost(10_880), "$0.011"),
        (Cost(7_000, estimated=True), "about $0.0070"),
        (Cost(1_234_567), "$1.23"),
    ],
)
def test_a_cost_is_in_dollars(cost: Cost, text: str) -> None:
    assert amounts_words.price(cost) == text


@given(st.text(max_size=2000))
def test_any_prompt_fits_the_line(prompt: str) -> None:
    assert len(results_words.result_line(made(prompt=prompt), ((1, "JPEG"), (8, "WEBP")))) <= 2000


def test_options_without_effect_are_named() -> None:
    assert "`seed` had no effect" in results_words.no_effect(("seed",))
    assert "`seed` and `background` had no effect" in results_words.no_effect(("seed", "background"))
    assert "`format` and `fidelity` had no effect" in results_words.no_effect(("output_format", "input_fidelity"))
