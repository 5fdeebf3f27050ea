"""The same request once more, larger or with another seed."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.larger import SAME_SHAPE, enlarged_size, larger_requests, with_new_seed
from bot.domain.models import Model, load_catalogue
from bot.domain.options import Options, OutputFormat, Quality, Size, check_options, takes_size

NEWEST, NEW, OLD = (load_catalogue().find(name) for name in ("gpt-image-2.6-sunburst", "gpt-image-2", "gpt-image-1"))


def asked(model: str = "gpt-image-2", quality: str = "low", size: str = "auto") -> Options:
    return Options(model=model, quality=Quality(quality), size=size)


def larger(options: Options, model: Model, *, quality: str | None, size: str | None) -> Options | None:
    return next(iter(larger_requests(options, model, quality=quality, size=size)), None)


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


def test_all_larger_sizes_are_there_to_choose_and_the_next_quality() -> None:
    found = larger_requests(asked(), NEW, quality="low", size="1024x1536")
    assert found == (asked(quality="medium"),)
    found = larger_requests(asked(), NEW, quality="low", size="1152x2048")
    assert found == (asked(size="1440x2560"), asked(size="2160x3840"), asked(quality="medium"))


@pytest.mark.parametrize(
    ("size", "twice"),
    [
        ((1024, 1024), "2048x2048"),
        ((1536, 1024), "3072x2048"),
        ((2048, 1152), "3840x2160"),
        ((2048, 2048), "2880x2880"),
        ((1000, 667), "2000x1328"),
        ((999, 333), "2000x672"),
        ((64, 48), "944x704"),
        ((1, 1), "816x816"),
        ((2880, 2880), None),
        ((3840, 2160), None),
        ((4000, 3000), None),
        ((1000, 250), None),
    ],
)
def test_a_picture_is_enlarged_to_twice_its_sides_or_as_near_as_the_model_goes(
    size: tuple[int, int], twice: str | None
) -> None:
    assert enlarged_size(size, NEW) == twice


@given(width=st.integers(1, 5000), height=st.integers(1, 5000), model=st.sampled_from((NEWEST, OLD)))
def test_what_is_enlarged_is_larger_has_its_shape_and_is_made_by_the_model(
    width: int, height: int, model: Model
) -> None:
    text = enlarged_size((width, height), model)
    if text is not None:
        found = Size.from_text(text)
        assert found is not None
        assert found.pixels > width * height
        assert 1 / SAME_SHAPE < (found.width * height) / (found.height * width) < SAME_SHAPE
        assert takes_size(model, text)


def test_where_a_server_has_a_list_no_other_size_is_asked_for() -> None:
    sizes = ("1024x1024", "1536x1024", "2048x2048", "3840x2160")
    assert enlarged_size((768, 768), NEW, among=sizes) == "1024x1024"
    assert enlarged_size((1024, 1024), NEW, among=sizes) == "2048x2048"
    assert enlarged_size((1024, 1024), NEW, among=("1024x1024",)) is None
    assert enlarged_size((512, 512), OLD) == "1024x1024"
    assert enlarged_size((1024, 1024), OLD) is None


def test_a_seed_is_replaced_and_none_stays_none() -> None:
    assert with_new_seed(Options(model="m", seed=3), seed=8).seed == 8
    assert with_new_seed(Options(model="m"), seed=8).seed is None
