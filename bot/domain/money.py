"""Estimates and costs: integers of micro-USD, rounded up."""

from dataclasses import dataclass

from bot.domain.models import Model, Prices
from bot.domain.options import InputFidelity, Options
from bot.domain.request import Usage

_MILLION = 1_000_000
_BYTES_PER_TOKEN = 3
"""Of a prompt in UTF-8. English has about four, so that what is reserved is more than what is counted then."""


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


def estimate(options: Options, model: Model, *, inputs: int = 0, prompt: str = "") -> int | None:
    """Estimate a request in micro-USD before it is sent; None without a known price.

    The price of a picture is in the table of its model by quality and size, and the highest of any size where the size
    is not in it or not set. Quality `auto` counts as high at any size. `inputs` are the pictures of an edit, each at
    the most that it may add, and the prompt counts by its length.
    """
    prices = model.prices
    price = prices.of_picture(options.quality.value, options.size) if prices else None
    if prices is None or price is None:
        return None
    each_input = prices.input_picture
    if options.input_fidelity is InputFidelity.HIGH:
        each_input += prices.input_fidelity
    text_tokens = _ceil_div(len(prompt.encode("utf-8", "replace")), _BYTES_PER_TOKEN)
    return options.n * price + inputs * each_input + _ceil_div(text_tokens * prices.text_in, _MILLION)


def reservation(
    options: Options, model: Model, *, dearest_microusd: int | None, inputs: int = 0, prompt: str = ""
) -> int:
    """Say what to reserve for a request in micro-USD: its estimate, and where there is none, the dearest there is.

    `dearest_microusd` is the price of the dearest picture that is known, of any size, or None where nobody counts
    dollars.
    """
    guess = estimate(options, model, inputs=inputs, prompt=prompt)
    if guess is not None or dearest_microusd is None:
        return guess or 0
    return options.n * dearest_microusd


def actual_cost(
    usage: Usage | None, options: Options, model: Model, *, charged_microusd: int | None = None, inputs: int = 0
) -> Cost:
    """Price a finished request: by what the provider says that it charged, from its usage, else from the estimate.

    The tokens of a model that writes an SVG have a price that is not known, so that such a cost is an estimate.
    """
    if charged_microusd is not None:
        return Cost(charged_microusd)
    if usage is not None and model.prices is not None:
        return Cost(cost_of_usage(usage, model.prices), estimated=usage.svg_tokens > 0)
    return Cost(estimate(options, model, inputs=inputs), estimated=True)


def _ceil_div(value: int, divisor: int) -> int:
    return -(-value // divisor)
