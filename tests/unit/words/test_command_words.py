"""The words of commands and their options."""

from bot.domain.models import load_catalogue
from bot.words import commands as commands_words


def test_a_model_that_ends_says_when() -> None:
    catalogue = load_catalogue()
    assert commands_words.model_choice(catalogue.find("gpt-image-1")) == "gpt-image-1 (from OpenAI until 2026-10-23)"
    assert commands_words.model_choice(catalogue.find("gpt-image-2")) == "gpt-image-2"
