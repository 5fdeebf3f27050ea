"""Text of unknown origin, made fit to be shown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.escaping import harmless, plain, shorten
from bot.words.results import alt_text

HOSTILE = (
    "@everyone @here <@123> <@&123> <#5> </edit:1>",
    "**bold** _it_ ~~gone~~ ||hidden|| `code` ```block```",
    "[click](https://evil.example) https://evil.example discord.gg/invite",
    "# heading\n> quote\n- list\n-# small",
    "\u202etxet desrever \u2066\u0007\x00",
)


@pytest.mark.parametrize("prompt", HOSTILE)
def test_a_hostile_prompt_is_shown_as_it_is(prompt: str) -> None:
    shown = harmless(prompt, 300)
    live = re.sub(r"\\.", "", shown)
    assert not re.search(r"[@<>*_~|`\[\]#:/]", live)
    assert "\n" not in shown
    assert "\u202e" not in shown
    unescaped = re.sub(r"\\(.)", r"\1", shown)
    assert unescaped == plain(prompt)


@given(st.text(max_size=2000), st.lists(st.text(max_size=2000), max_size=3))
def test_any_prompt_fits_the_alt_text(prompt: str, before: list[str]) -> None:
    assert len(alt_text(prompt, 1, 4, is_edit=bool(before), before=before)) <= 1024


def test_the_change_is_what_is_left_of_a_long_alt_text() -> None:
    assert alt_text("make it night", 1, 4, is_edit=True, before=["a fox " * 300]).endswith("…, edited: make it night")


def test_alt_text_is_the_prompt_and_the_place() -> None:
    assert alt_text("a fox\nin snow", 2, 4) == "Picture 2 of 4: a fox in snow"
    assert alt_text("a fox", 1, 1) == "a fox"


def test_alt_text_of_an_edit_tells_what_was_there_and_what_was_changed() -> None:
    line = ["a fox", "make it night", "make it night"]
    assert alt_text("add a hat", 2, 2, is_edit=True, before=line) == (
        "Picture 2 of 2: a fox, edited: make it night; add a hat"
    )
    assert alt_text("a fox", 1, 1, is_edit=True, before=["a fox"]) == "a fox"
    assert alt_text("make it night", 1, 1, is_edit=True) == "Made from another picture: make it night"


def test_an_emoji_of_several_parts_stays_whole() -> None:
    assert plain("👩\u200d🚀") == "👩\u200d🚀"


def test_long_texts_are_cut_with_an_ellipsis() -> None:
    assert shorten("abcdef", 4) == "abc…"
    assert shorten("abcd", 4) == "abcd"


@pytest.mark.parametrize(
    "text",
    [
        "\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645",
        "क्\u200dष और क्\u200cष",
        "\u182d\u180e\u1820",
        "\u06dd\u0661",
        "👩\u200d🚀 and 🏳\ufe0f\u200d🌈",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f over a castle",
        "1\ufe0f\u20e3",
    ],
)
def test_what_a_word_or_an_emoji_is_another_without_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u00ad fox", "a fox"),
        ("fox\u200b\ufeff\u2060", "fox"),
        ("fox\U000e0068\U000e0069", "fox"),
        ("fox\U000e0068\U000e007f", "fox"),
        ("🦊\U000e0068\U000e0069", "🦊"),
        ("🦊" + "\U000e0068" * 17 + "\U000e007f", "🦊"),
        ("\u200efox\u061c\u2067", "\u200efox\u061c"),
    ],
)
def test_what_nobody_sees_goes(text: str, shown: str) -> None:
    assert plain(text) == shown
