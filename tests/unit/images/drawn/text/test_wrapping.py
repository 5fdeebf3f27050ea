"""Where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.images.drawn.text.graphemes import readable
from bot.images.drawn.text.wrapping import wrap


def broken(text: str, width: int, lines: int = 3) -> list[str]:
    return wrap(text, lambda line: len(line) <= width, lines=lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("a fox in the snow", 8, ["a fox in", "the snow"]),
        ("夜の狐が月を見ている", 4, ["夜の狐が", "月を見て", "いる"]),
        ("夜の狐が。月", 4, ["夜の狐", "が。月"]),
        ("夜の「狐」が", 3, ["夜の", "「狐」", "が"]),
        ("한국어 여우", 4, ["한국어", "여우"]),
        ("one two three four five six", 9, ["one two", "three", "four five…"]),
        ("extraordinary fox", 5, ["extraordinary", "fox"]),
    ],
)
def test_lines_break_where_the_script_allows_it(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


@given(st.text(alphabet="ab 夜。「ส", max_size=40))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    text = readable(text)
    assert "".join(broken(text, 6, 99)).replace(" ", "") == text.replace(" ", "")
