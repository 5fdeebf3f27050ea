"""Text of unknown origin, made fit to be shown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.escaping import alt_text, harmless, plain, shorten

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


@given(st.text(max_size=2000))
def test_any_prompt_fits_the_alt_text(prompt: str) -> None:
    assert len(alt_text(prompt, 1, 4)) <= 1024


def test_alt_text_is_the_prompt_and_the_place() -> None:
    assert alt_text("a fox\nin snow", 2, 4) == "Picture 2 of 4: a fox in snow"
    assert alt_text("a fox", 1, 1) == "a fox"


def test_an_emoji_of_several_parts_stays_whole() -> None:
    assert plain("👩\u200d🚀") == "👩\u200d🚀"


def test_long_texts_are_cut_with_an_ellipsis() -> None:
    assert shorten("abcdef", 4) == "abc…"
    assert shorten("abcd", 4) == "abcd"
