"""Sizes as people write them."""

import pytest

from bot.domain.models import load_catalogue
from bot.domain.sizes import clean_size, size_for

MODEL = load_catalogue().find("gpt-image-2")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("portrait", "1024x1536"),
        ("Landscape", "1536x1024"),
        ("square", "1024x1024"),
        ("auto", "auto"),
        ("800x600", "800x600"),
        (" 1536 \u00d7 864 ", "1536x864"),
        ("1536*864", "1536x864"),
    ],
)
def test_a_size_is_read_as_it_was_meant(text: str, size: str) -> None:
    assert size_for(text, MODEL.sizes) == size


def test_what_is_no_size_stays_for_its_refusal() -> None:
    assert clean_size("Very Large") == "verylarge"
