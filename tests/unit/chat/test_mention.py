"""The words of a message that mentions the bot."""

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.mention import Spoken, parse_mention

ME = "<@7>"
MENTIONS = (ME, "<@!7>", "<@&8>")


def said(text: str) -> Spoken:
    return parse_mention(f"{ME} {text}", mentions=MENTIONS)


def chosen(spoken: Spoken) -> dict[str, Any]:
    return {name: value for name, value in asdict(spoken.choices).items() if value is not None}


@pytest.mark.parametrize("text", [f"{ME} a fox", f"a fox {ME}", "<@!7> a fox", "<@&8> a fox", f"{ME}a fox{ME}"])
def test_the_name_is_taken_out(text: str) -> None:
    spoken = parse_mention(text, mentions=MENTIONS)
    assert spoken.mentioned
    assert spoken.prompt == "a fox"


def test_without_the_name_nobody_is_meant() -> None:
    spoken = parse_mention("a fox <@9>", mentions=MENTIONS)
    assert not spoken.mentioned
    assert spoken.prompt == "a fox <@9>"


@pytest.mark.parametrize(
    ("text", "place", "prompt"),
    [
        ("2: make it night", 2, "make it night"),
        ("2:make it night", 2, "make it night"),
        ("#2 make it night", 2, "make it night"),
        ("10: x", 10, "x"),
        ("2:30 pm at the station", None, "2:30 pm at the station"),
        ("16:9 poster", None, "16:9 poster"),
        ("#2nd place", None, "#2nd place"),
        ("11: x", None, "11: x"),
        ("0: x", None, "0: x"),
        ("make 2: night", None, "make 2: night"),
    ],
)
def test_a_number_at_the_start_picks_a_picture(text: str, place: int | None, prompt: str) -> None:
    spoken = said(text)
    assert (spoken.place, spoken.prompt) == (place, prompt)


@pytest.mark.parametrize(
    ("text", "prompt", "choices"),
    [
        ("a fox --quality high", "a fox", {"quality": "high"}),
        ("a fox --quality=high", "a fox", {"quality": "high"}),
        ("a fox --QUALITY High", "a fox", {"quality": "high"}),
        ("a fox \u2014quality high", "a fox", {"quality": "high"}),
        ("a fox \u2013n 2", "a fox", {"n": 2}),
        ("a fox --transparent", "a fox", {"background": "transparent"}),
        ("a fox --size portrait --n 2", "a fox", {"size": "portrait", "n": 2}),
        ("a fox --size 1024x1536", "a fox", {"size": "1024x1536"}),
        ("a fox --format webp --seed 5", "a fox", {"output_format": "webp", "seed": 5}),
        ("a fox --model openai/GPT-image.2", "a fox", {"model": "openai/GPT-image.2"}),
        ("a fox --quality low --quality high", "a fox", {"quality": "high"}),
        ("--quality high", "", {"quality": "high"}),
        ("a fox --quality", "a fox --quality", {}),
        ("a fox --quality best", "a fox --quality best", {}),
        ("a fox --n 0", "a fox --n 0", {}),
        ("a fox --n 11", "a fox --n 11", {}),
        ("a fox --n \u0662", "a fox --n \u0662", {}),
        ("a fox --size big", "a fox --size big", {}),
        ("a fox --seed 99999999999", "a fox --seed 99999999999", {}),
        ("a fox --transparent yes", "a fox --transparent yes", {}),
        ("a fox --quality high please", "a fox --quality high please", {}),
        ("a --quality high fox --n 2", "a --quality high fox", {"n": 2}),
        ("a fox -- quality high", "a fox -- quality high", {}),
        ("a fox --colour red --n 2", "a fox --colour red", {"n": 2}),
        ("a fox quality high", "a fox quality high", {}),
    ],
)
def test_options_at_the_end_are_understood_where_they_are_unmistakable(
    text: str, prompt: str, choices: dict[str, Any]
) -> None:
    spoken = said(text)
    assert spoken.prompt == prompt
    assert chosen(spoken) == choices


@given(st.text(alphabet=st.characters(exclude_characters="-\u2013\u2014<#0123456789:"), max_size=200))
def test_no_word_of_a_prompt_is_lost(text: str) -> None:
    spoken = said(text)
    assert spoken.prompt.split() == text.split()
    assert not chosen(spoken)


@given(st.text(alphabet="-\u2014 nqualityhighsize=2x#:", max_size=4000))
def test_whatever_is_written_is_read(text: str) -> None:
    assert said(text).mentioned


def test_four_thousand_characters_of_options_are_read() -> None:
    assert said("--n 2 " * 660).prompt == ""
