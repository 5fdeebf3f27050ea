"""What a reader takes for one character, and what is left of a text before it is drawn."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.images.drawn.text.graphemes import readable, split_graphemes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("abc", ["a", "b", "c"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👩‍🚀👍🏽", ["👩‍🚀", "👍🏽"]),
        ("🇩🇪🇫🇷🇩", ["🇩🇪", "🇫🇷", "🇩"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        ("น้ำ", ["น้", "ำ"]),
    ],
)
def test_what_belongs_together_stays_together(text: str, parts: list[str]) -> None:
    assert split_graphemes(text) == parts


@given(st.text())
def test_nothing_is_lost_when_a_text_is_split(text: str) -> None:
    assert "".join(split_graphemes(text)) == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Jürgen 🦊", "Jürgen 🦊"),
        ("u\u0308", "ü"),
        ("\u202ebruno\u202c", "bruno"),
        ("\u2067ada\u2069\x00\x1b[31m", "ada[31m"),
        ("a\n\t b\u2028c", "a b c"),
        ("\u3164\u200e", ""),
        ("夜\u200b狐", "夜狐"),
        ("می‌خواهم", "می‌خواهم"),
        ("x" + "\u0353" * 50, "x" + "\u0353" * 4),
    ],
)
def test_a_text_keeps_its_letters_and_loses_what_steers(name: str, shown: str) -> None:
    assert readable(name) == shown


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = readable(text)
    assert all(unicodedata.category(one) not in {"Cc", "Cf"} or one in "\u200c\u200d" for one in shown)
    assert shown == shown.strip()
