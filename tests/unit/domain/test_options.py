"""What may be asked for, and what may go together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import OptionNotOffered, OptionsConflict, PromptBlank, PromptTooLong, SizeNotAllowed
from bot.domain.models import load_catalogue
from bot.domain.options import (
    Background,
    Complexity,
    InputFidelity,
    Options,
    OutputFormat,
    Quality,
    Size,
    SizeRule,
    check_options,
)
from bot.domain.prompts import check_prompt

CATALOGUE = load_catalogue()
OLD = CATALOGUE.find("gpt-image-1")
NEW = CATALOGUE.find("gpt-image-2.5-flare")
PLAIN = Options(model="gpt-image-1")


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        " ",
        "\n\t  \u2003",
        "\u200b\u200d\ufeff",
        "\x00\u202e",
        "\u3164",
        "\u115f\u1160 \uffa0",
        "\u2800\u2800",
        "\u0301\u0302",
        " \ufe0f\u20e3",
        "\u034f\u17b4",
        "\U000e0068\U000e0069",
        "\ufffc",
        "** **",
        "_ _",
        "||\u200b||",
        "~~ ~~",
    ],
)
def test_a_blank_prompt_is_refused(prompt: str) -> None:
    with pytest.raises(PromptBlank):
        check_prompt(prompt)


@pytest.mark.parametrize(
    "prompt", ["e\u0301", "ไม่", "\u3164fox", "⠋⠕⠭", "🦊", "?", "1\ufe0f\u20e3", "한국어", "\u094d\u0915"]
)
def test_a_prompt_with_anything_to_see_is_none(prompt: str) -> None:
    check_prompt(prompt)


def test_a_prompt_may_have_32000_characters_and_no_more() -> None:
    check_prompt("x")
    check_prompt("x" * 32_000)
    with pytest.raises(PromptTooLong) as caught:
        check_prompt("x" * 32_001)
    assert (caught.value.length, caught.value.limit) == (32_001, 32_000)


def test_a_quality_that_the_model_lacks_is_refused_with_those_it_has() -> None:
    check_options(replace(PLAIN, quality=Quality.MAX), NEW)
    with pytest.raises(OptionNotOffered) as caught:
        check_options(replace(PLAIN, quality=Quality.MAX), OLD)
    assert caught.value.option == "quality"
    assert caught.value.offered == ("auto", "low", "medium", "high")


@pytest.mark.parametrize("n", [0, 9, -1])
def test_n_stays_within_the_ceiling(n: int) -> None:
    check_options(replace(PLAIN, n=8), OLD, n_limit=8)
    with pytest.raises(OptionNotOffered) as caught:
        check_options(replace(PLAIN, n=n), OLD, n_limit=8)
    assert caught.value.offered == ("1", "8")


@pytest.mark.parametrize(("seed", "right"), [(0, True), (2**31 - 1, True), (2**31, False), (-1, False)])
def test_a_seed_is_a_number_of_31_bits(seed: int, *, right: bool) -> None:
    if right:
        check_options(replace(PLAIN, seed=seed), OLD)
    else:
        with pytest.raises(OptionNotOffered):
            check_options(replace(PLAIN, seed=seed), OLD)


def test_transparent_needs_a_format_with_transparency() -> None:
    transparent = replace(PLAIN, background=Background.TRANSPARENT)
    check_options(transparent, OLD)
    check_options(replace(transparent, output_format=OutputFormat.WEBP), OLD)
    with pytest.raises(OptionsConflict) as caught:
        check_options(replace(transparent, output_format=OutputFormat.JPEG), OLD)
    assert caught.value.offered == ("png", "webp")


def test_fidelity_is_refused_where_the_model_has_none() -> None:
    check_options(replace(PLAIN, input_fidelity=InputFidelity.HIGH), OLD)
    with pytest.raises(OptionNotOffered) as caught:
        check_options(replace(PLAIN, input_fidelity=InputFidelity.HIGH), NEW)
    assert caught.value.offered == ()


def test_a_model_with_fixed_sizes_takes_those_alone() -> None:
    check_options(replace(PLAIN, size="1024x1536"), OLD)
    with pytest.raises(OptionNotOffered):
        check_options(replace(PLAIN, size="2048x2048"), OLD)


@pytest.mark.parametrize(
    ("size", "rule"),
    [
        ("big", SizeRule.SHAPE),
        ("0x1024", SizeRule.SHAPE),
        ("1000x1024", SizeRule.DIVISOR),
        ("3200x1024", SizeRule.RATIO),
        ("4096x2048", SizeRule.SIDE),
        ("512x512", SizeRule.FEWEST_PIXELS),
        ("3840x2176", SizeRule.MOST_PIXELS),
    ],
)
def test_a_free_size_that_breaks_a_rule_is_refused_for_that_rule(size: str, rule: SizeRule) -> None:
    with pytest.raises(SizeNotAllowed) as caught:
        check_options(replace(PLAIN, size=size), NEW)
    assert caught.value.rule == rule


def test_every_size_that_is_offered_is_allowed() -> None:
    for model in CATALOGUE.models:
        for size in model.sizes:
            check_options(replace(PLAIN, size=size), model)


@given(st.integers(1, 99999), st.integers(1, 99999))
def test_a_size_reads_as_it_is_written(width: int, height: int) -> None:
    size = Size.from_text(f"{width}x{height}")
    if width < 10 or height < 10:
        assert size is None
    else:
        assert size is not None
        assert str(size) == f"{width}x{height}"
        assert size.pixels == width * height


NEWEST = CATALOGUE.find("gpt-image-2.6-flare")
ANIMATED = Options(model=NEWEST.name, output_format=OutputFormat.GIF)


@pytest.mark.parametrize(
    ("size", "frames", "fits"),
    [
        ("auto", None, True),
        ("960x960", None, True),
        ("960x960", 2, True),
        ("976x976", 9, False),
        ("960x960", 10, False),
        ("816x816", 12, True),
        ("832x832", 12, False),
        ("720x720", 16, True),
        ("736x736", 16, False),
        ("384x384", 9, True),
        ("512x288", 9, True),
        ("1280x720", 9, True),
        ("1280x720", 10, False),
        ("1000x1000", 9, False),
    ],
)
def test_all_frames_of_an_animation_lie_on_one_sheet(*, size: str, frames: int | None, fits: bool) -> None:
    options = replace(ANIMATED, size=size, frames=frames)
    if fits:
        check_options(options, NEWEST)
        return
    with pytest.raises(SizeNotAllowed) as caught:
        check_options(options, NEWEST)
    assert caught.value.size == size


@pytest.mark.parametrize(
    "options",
    [
        replace(ANIMATED, frames=1),
        replace(ANIMATED, frames=17),
        replace(ANIMATED, frame_ms=5),
        replace(ANIMATED, frame_ms=125),
        replace(ANIMATED, model="gpt-image-2.5-flare"),
        replace(ANIMATED, output_format=OutputFormat.PNG, frames=3),
        replace(ANIMATED, output_format=OutputFormat.PNG, frame_ms=100),
        replace(ANIMATED, output_format=OutputFormat.SVG, n=2),
        Options(model="gpt-image-2.5-flare", complexity=Complexity.HIGH),
    ],
)
def test_what_only_animations_or_the_newest_have_is_refused_elsewhere(options: Options) -> None:
    with pytest.raises((OptionNotOffered, OptionsConflict)):
        check_options(options, CATALOGUE.find(options.model))


def test_an_animation_takes_no_mask() -> None:
    with pytest.raises(OptionsConflict) as caught:
        check_options(ANIMATED, NEWEST, masked=True)
    assert caught.value.offered == ("png", "webp", "jpeg")
