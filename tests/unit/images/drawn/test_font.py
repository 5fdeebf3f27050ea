"""The font, and what it can draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.images.drawn.font import drawable, has_glyph


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Jürgen", "Jurgen"),
        ("ada 🦊", "ada"),
        ("\U0001d4d0\U0001d4ed\U0001d4ea", "Ada"),
        ("\u202ebruno", "bruno"),
        ("Søren", ""),
        ("🦊", ""),
    ],
)
def test_a_name_loses_accents_and_emoji_but_no_letter(name: str, shown: str) -> None:
    assert drawable(name) == shown


@given(st.text())
def test_any_name_is_drawable_or_has_a_stand_in(name: str) -> None:
    shown = drawable(name)
    assert shown == drawable(shown)


@pytest.mark.parametrize(("char", "there"), [("A", True), ("ß", False), ("…", True), ("東", False), ("\ue000", False)])
def test_a_character_is_in_the_font_or_not(char: str, *, there: bool) -> None:
    assert has_glyph(char) is there
