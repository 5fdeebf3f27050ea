"""Estimates and costs: integers of micro-USD, rounded up."""

from dataclasses import dataclass

from bot.domain.models import Model, Prices
from bot.domain.options import Options, Size
from bot.domain.request import Usage

_PER_PRICED_PICTURE = 1024 * 1024
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs: `microusd` is None where nobody can know; `estimated` when it is not from usage."""

    microusd: int | None
    estimated: bool = False


def cost_of_usage(usage: Usage, prices: Prices) -> int:
    """Price the tokens that a provider counted, in micro-USD, each kind at its own price."""
    total = (
        usage.input_text_tokens * prices.text_in
        + usage.input_image_tokens * prices.image_in
        + usage.output_tokens * prices.image_out
    )
    return _ceil_div(total, _MILLION)


def estimate(options: Options, model: Model) -> int | None:
    """Estimate the pictures of a request in micro-USD before it is sent; None without a known price.

    The price of a 1024x1024 picture, in proportion to the pixels (`auto` counts as 1024x1536, its largest
    choice). Quality `auto` counts as high, its dearest choice.
    """
    quality = "high" if options.quality == "auto" else options.quality.value
    price = model.prices.image_microusd.get(quality) if model.prices else None
    if price is None:
        return None
    size = Size.from_text(options.size) or Size(1024, 1536)
    return options.n * _ceil_div(price * size.pixels, _PER_PRICED_PICTURE)


def reservation(options: Options, model: Model, *, dearest_microusd: int | None) -> int:
    """Say what to reserve for a request in micro-USD: its estimate, and where there is none, the dearest there is.

    `dearest_microusd` is the price of the dearest 1024x1024 picture that is known, or None where nobody counts dollars.
    """
    guess = estimate(options, model)
    if guess is not None or dearest_microusd is None:
        return guess or 0
    size = Size.from_text(options.size) or Size(1024, 1536)
    return options.n * _ceil_div(dearest_microusd * size.pixels, _PER_PRICED_PICTURE)


def actual_cost(usage: Usage | None, options: Options, model: Model) -> Cost:
    """Price a finished request: from its usage, else from the estimate, else unknown."""
    if usage is not None and model.prices is not None:
        return Cost(cost_of_usage(usage, model.prices))
    return Cost(estimate(options, model), estimated=True)


def _ceil_div(value: int, divisor: int) -> int:
    return -(-value // divisor)
