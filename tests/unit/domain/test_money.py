"""Estimates and costs in micro-USD."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.models import Prices, load_catalogue
from bot.domain.money import Cost, actual_cost, cost_of_usage, estimate
from bot.domain.options import Options, Quality
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


def test_the_estimate_grows_with_pictures_and_pixels() -> None:
    one = estimate(SQUARE, GPT_IMAGE_1)
    assert one is not None
    assert estimate(replace(SQUARE, n=4), GPT_IMAGE_1) == 4 * one
    assert estimate(replace(SQUARE, size="1024x1536"), GPT_IMAGE_1) == one * 3 // 2


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
