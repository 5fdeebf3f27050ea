"""Estimates and costs in micro-USD."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.models import Prices, load_catalogue
from bot.domain.money import Cost, actual_cost, cost_of_usage, estimate, reservation
from bot.domain.options import InputFidelity, Options, Quality
from bot.domain.request import Usage

CATALOGUE = load_catalogue()
GPT_IMAGE_1 = CATALOGUE.find("gpt-image-1")
SQUARE = Options(model="gpt-image-1", size="1024x1024")


def test_usage_is_priced_by_the_kind_of_token() -> None:
    prices = Prices(text_in=5_000_000, image_in=10_000_000, image_out=40_000_000)
    # 100 * 5 + 200 * 10 + 4160 * 40 micro-USD
    assert cost_of_usage(Usage(100, 200, 4160), prices) == 500 + 2000 + 166_400


def test_a_part_of_a_micro_dollar_counts_as_one() -> None:
    assert cost_of_usage(Usage(1, 0, 0), Prices(text_in=2_500_000, image_in=0, image_out=0)) == 3


@pytest.mark.parametrize(("quality", "microusd"), [("low", 11_000), ("medium", 42_000), ("high", 167_000)])
def test_the_estimate_is_the_price_of_the_table(quality: str, microusd: int) -> None:
    assert estimate(replace(SQUARE, quality=Quality(quality)), GPT_IMAGE_1) == microusd


def test_the_estimate_grows_with_pictures_and_not_with_pixels() -> None:
    one = estimate(SQUARE, GPT_IMAGE_1)
    assert one is not None
    assert estimate(replace(SQUARE, n=4), GPT_IMAGE_1) == 4 * one
    flare = CATALOGUE.find("gpt-image-2.5-flare")
    small, large = (estimate(replace(SQUARE, size=size), flare) for size in ("2048x2048", "3840x2160"))
    assert small is not None
    assert large is not None
    assert large < small


def test_a_size_that_the_table_lacks_counts_as_the_dearest_of_all() -> None:
    flare = CATALOGUE.find("gpt-image-2.5-flare")
    for size in ("1536x864", "auto"):
        assert estimate(replace(SQUARE, size=size), flare) == 28_300


def test_input_pictures_and_the_prompt_count_once_each() -> None:
    flare = CATALOGUE.find("gpt-image-2.5-flare")
    two = replace(SQUARE, n=2)
    assert estimate(two, flare, inputs=3) == 2 * 8_400 + 3 * 17_600
    assert estimate(two, flare, prompt="a" * 3000) == 2 * 8_400 + 5_000
    assert estimate(replace(SQUARE, input_fidelity=InputFidelity.HIGH), GPT_IMAGE_1, inputs=1) == 11_000 + 64_300


def test_the_newest_takes_four_times_as_much_at_low_and_medium() -> None:
    older, newer = CATALOGUE.find("gpt-image-2.5-flare"), CATALOGUE.find("gpt-image-2.6-flare")
    for quality in Quality:
        factor = 4 if quality in {Quality.LOW, Quality.MEDIUM} else 1
        for size in ("1024x1024", "1536x1024", "3840x2160", "1536x864"):
            options = replace(SQUARE, quality=quality, size=size)
            before, after = estimate(options, older), estimate(options, newer)
            assert before is not None
            # The upper end of medium is capped by what high comes to.
            assert after == before * factor or (quality, size) == (Quality.MEDIUM, "1536x864")


RECORDED = [
    # model, quality, size, usage: OpenAI's table of output tokens by size and quality, with prompts of a sentence.
    ("gpt-image-2", "low", "1024x1024", Usage(14, 0, 196)),
    ("gpt-image-2", "medium", "1024x1024", Usage(14, 0, 1756)),
    ("gpt-image-2", "high", "1024x1024", Usage(14, 0, 7024)),
    ("gpt-image-2", "low", "1024x1536", Usage(30, 0, 158)),
    ("gpt-image-2", "high", "3840x2160", Usage(30, 0, 13342)),
    ("gpt-image-1", "low", "1024x1024", Usage(14, 0, 272)),
    ("gpt-image-1", "high", "1024x1536", Usage(14, 0, 6240)),
]


@pytest.mark.parametrize(("model", "quality", "size", "usage"), RECORDED)
def test_an_estimate_is_never_under_what_is_charged_and_at_most_half_over(
    model: str, quality: str, size: str, usage: Usage
) -> None:
    found = CATALOGUE.find(model)
    options = Options(model=model, quality=Quality(quality), size=size)
    guess = estimate(options, found, prompt="a" * usage.input_text_tokens * 4)
    assert guess is not None
    assert found.prices is not None
    charged = cost_of_usage(usage, found.prices)
    assert charged <= guess <= charged * 1.5


def test_ten_requests_of_two_low_pictures_fit_half_a_dollar() -> None:
    flare = CATALOGUE.find("gpt-image-2.5-flare")
    options = Options(model=flare.name, n=2)
    left = 500_000
    for _ in range(10):
        reserved = reservation(options, flare, dearest_microusd=CATALOGUE.dearest("low"), prompt="a fox in snow")
        assert reserved <= left
        left -= actual_cost(Usage(14, 0, 2 * 280), replace(options, size="1024x1024"), flare).microusd or 0


def test_what_the_provider_says_that_it_charged_is_the_cost() -> None:
    assert actual_cost(Usage(1, 1, 1), SQUARE, GPT_IMAGE_1, charged_microusd=12_345) == Cost(12_345)


def test_the_price_of_the_one_who_writes_an_svg_is_not_known() -> None:
    usage = Usage(0, 0, 272, svg_tokens=900)
    assert actual_cost(usage, SQUARE, GPT_IMAGE_1) == Cost(10_880, estimated=True)


def test_a_model_without_a_price_counts_as_the_dearest_of_its_quality() -> None:
    unknown = CATALOGUE.find("somebody-elses-model")
    options = replace(SQUARE, n=2)
    assert reservation(options, unknown, dearest_microusd=CATALOGUE.dearest("low")) == 2 * 113_200
    assert reservation(options, unknown, dearest_microusd=None) == 0


def test_what_the_model_decides_is_estimated_at_its_dearest() -> None:
    automatic = replace(SQUARE, quality=Quality.AUTO, size="auto")
    assert estimate(automatic, GPT_IMAGE_1) == estimate(
        replace(SQUARE, quality=Quality.HIGH, size="1024x1536"), GPT_IMAGE_1
    )


def test_without_a_price_nothing_is_estimated() -> None:
    assert estimate(SQUARE, CATALOGUE.find("unknown")) is None
    assert actual_cost(None, SQUARE, CATALOGUE.find("unknown")) == Cost(None, estimated=True)


def test_the_actual_cost_is_from_usage_and_else_an_estimate() -> None:
    assert actual_cost(Usage(0, 0, 272), SQUARE, GPT_IMAGE_1) == Cost(10_880)
    assert actual_cost(None, SQUARE, GPT_IMAGE_1) == Cost(11_000, estimated=True)


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_costs_are_whole_and_never_too_low(text: int, image: int, out: int) -> None:
    prices = GPT_IMAGE_1.prices
    assert prices is not None
    cost = cost_of_usage(Usage(text, image, out), prices)
    exact = text * prices.text_in + image * prices.image_in + out * prices.image_out
    assert cost * 1_000_000 - exact in range(1_000_000)
