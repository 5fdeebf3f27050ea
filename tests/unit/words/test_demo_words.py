"""The words that try the demo: the README and every welcome name the same ones."""

import re
from pathlib import Path

import pytest

from bot.demo.api.phrases import Phrases, find_phrases
from bot.words.language.spoken import LANGUAGES, speaking
from bot.words.playground import welcome_fields

README = Path(__file__).parents[3] / "README.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_names_the_demo_words_of_the_readme(language: str) -> None:
    with speaking(language):
        _, welcome = welcome_fields(photo="", mask="", spends_money=False)[-1]

    words = re.findall(r"demo:[a-z]+=?\d*", welcome)

    start, end = (README.read_text("utf-8").index(mark) for mark in ("Words in a prompt", "Ctrl-C ends"))
    assert words == re.findall(r"demo:[a-z]+=?\d*", README.read_text("utf-8")[start:end])
    assert all(find_phrases(word) != Phrases() for word in words)
