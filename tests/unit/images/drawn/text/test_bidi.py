"""Which part of a line runs in which direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.images.drawn.text.bidi import order_runs, resolve_levels


def shown(text: str) -> str:
    return "".join(text[place] for place in order_runs(resolve_levels(text)))


# What python-bidi 0.6 gives, a binding of Servo's unicode-bidi.
@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc 12", "abc 12 גבא"),
        ("אב 12,5% גד", "דג 12,5% בא"),
        ("عم 12-5 غ", "غ 5-12 مع"),
        ("a (אב) b", "a (בא) b"),
        ("אב (ab) גד", "דג )ab( בא"),
        ("1. \u2068אב\u2069 · 2 x", "1. \u2068בא\u2069 · 2 x"),
        ("אב!", "!בא"),
    ],
)
def test_a_line_is_ordered_as_unicode_orders_it(text: str, visual: str) -> None:
    assert shown(text) == visual


@given(st.text())
def test_any_line_keeps_all_of_its_characters(text: str) -> None:
    assert sorted(shown(text)) == sorted(text)
