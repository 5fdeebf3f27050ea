"""The same request once more, larger or with another seed."""

from dataclasses import replace
from itertools import product

import pytest

from bot.domain.larger import larger, with_new_seed
from bot.domain.models import Model, load_catalogue
from bot.domain.options import Options, OutputFormat, Quality, Size, check_options

NEWEST, NEW, OLD = (load_catalogue().find(name) for name in ("gpt-image-2.6-sunburst", "gpt-image-2", "gpt-image-1"))


def asked(model: str = "gpt-image-2", quality: str = "low", size: str = "auto") -> Options:
    return Options(model=model, quality=Quality(quality), size=size)


def pixels(options: Options) -> int:
    size = Size.from_text(options.size)
    return size.pixels if size else 0


def test_the_next_size_of_the_same_shape_comes_first() -> None:
    assert larger(asked(), NEW, quality="low", size="1024x1024") == asked(size="2048x2048")


@pytest.mark.parametrize(
    ("size", "frames", "larger_size"),
    [("512x512", 9, "640x640"), ("512x288", 9, "1024x576"), ("768x768", 12, None), ("768x768", 16, None)],
)
def test_an_animation_grows_as_far_as_all_its_frames_fit(size: str, frames: int, larger_size: str | None) -> None:
    options = Options(model=NEWEST.name, size=size, quality=Quality.LOW, output_format=OutputFormat.GIF, frames=frames)
    asked_for = larger(options, NEWEST, quality="low", size=size)
    if larger_size is None:
        assert asked_for == replace(options, quality=Quality.MEDIUM)
    else:
        assert asked_for == replace(options, size=larger_size)
        check_options(asked_for, NEWEST)


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


@pytest.mark.parametrize("used", ["1024x1024", "1536x1024", "3840x2160"])
def test_a_size_that_was_asked_for_counts_even_where_the_provider_drew_another(used: str) -> None:
    assert larger(asked(size="1440x2560"), NEW, quality="low", size=used) == asked(size="2160x3840")


@pytest.mark.parametrize("used", ["low", "auto", "hd"])
def test_a_quality_that_was_asked_for_counts_even_where_the_provider_names_another(used: str) -> None:
    request = asked("gpt-image-1", "medium", "1024x1024")
    assert larger(request, OLD, quality=used, size="1024x1024") == asked("gpt-image-1", "high", "1024x1024")


@pytest.mark.parametrize("model", [NEWEST, NEW, OLD], ids=lambda model: model.name)
def test_no_press_asks_for_the_same_or_less_and_presses_end(model: Model) -> None:
    for size, quality in product(model.sizes, model.qualities):
        request = asked(model.name, quality, size)
        for used_size, used_quality in product((None, *model.sizes), (None, *model.qualities)):
            seen = [request]
            while (more := larger(seen[-1], model, quality=used_quality, size=used_size)) is not None:
                assert more not in seen
                assert pixels(more) >= pixels(seen[-1])
                seen.append(more)


def test_where_nothing_is_known_the_quality_rises() -> None:
    assert larger(asked(), NEW, quality=None, size=None) == asked(quality="medium")


def test_a_quality_of_the_providers_own_leads_nowhere() -> None:
    assert larger(asked("gpt-image-1", "auto"), OLD, quality="hd", size="1024x1024") is None


def test_a_seed_is_replaced_and_none_stays_none() -> None:
    assert with_new_seed(Options(model="m", seed=3), seed=8).seed == 8
    assert with_new_seed(Options(model="m"), seed=8).seed is None
