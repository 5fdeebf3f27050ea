"""The same request once more, larger or with another seed."""

import pytest

from bot.domain.larger import larger, size_for, with_new_seed
from bot.domain.models import Model, load_catalogue
from bot.domain.options import Options, Quality

NEW, OLD = (load_catalogue().find(name) for name in ("gpt-image-2", "gpt-image-1"))


def asked(model: str = "gpt-image-2", quality: str = "low", size: str = "auto") -> Options:
    return Options(model=model, quality=Quality(quality), size=size)


def test_the_next_size_of_the_same_shape_comes_first() -> None:
    assert larger(asked(), NEW, quality="low", size="1024x1024") == asked(size="2048x2048")


def test_what_the_provider_used_counts_and_not_what_was_asked() -> None:
    assert larger(asked(size="auto"), NEW, quality=None, size="1440x2560") == asked(size="2160x3840")


def test_then_the_next_quality_comes() -> None:
    assert larger(asked("gpt-image-1"), OLD, quality="low", size="1024x1024") == asked("gpt-image-1", "medium")
    assert larger(asked("gpt-image-1", "auto"), OLD, quality="medium", size="1024x1024") == asked("gpt-image-1", "high")


def test_the_top_of_both_is_the_end() -> None:
    best = OLD.qualities[-1]
    assert larger(asked("gpt-image-1", best), OLD, quality=best, size="1024x1024") is None


def test_a_size_that_nobody_offers_compares_by_its_shape() -> None:
    assert larger(asked(), NEW, quality="low", size="768x768") == asked(size="1024x1024")


def test_where_nothing_is_known_the_quality_rises() -> None:
    assert larger(asked(), NEW, quality=None, size=None) == asked(quality="medium")


def test_a_quality_of_the_providers_own_leads_nowhere() -> None:
    assert larger(asked("gpt-image-1", "auto"), OLD, quality="hd", size="1024x1024") is None


def test_a_seed_is_replaced_and_none_stays_none() -> None:
    assert with_new_seed(Options(model="m", seed=3), seed=8).seed == 8
    assert with_new_seed(Options(model="m"), seed=8).seed is None


@pytest.mark.parametrize("model", [NEW, OLD])
def test_a_word_finds_a_size_of_its_shape(model: Model) -> None:
    assert size_for("portrait", model) == "1024x1536"
    assert size_for("landscape", model) == "1536x1024"
    assert size_for("square", model) == "1024x1024"
    assert size_for("auto", model) == "auto"
    assert size_for("800x600", model) == "800x600"
