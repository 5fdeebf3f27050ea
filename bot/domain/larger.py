"""The same once more: a picture at twice its size, a request in other sizes or with another seed."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from bot.domain.errors import InvalidRequest
from bot.domain.models import Model
from bot.domain.options import Options, OutputFormat, Quality, Size, check_options, takes_size

SAME_SHAPE = 1.02
"""Two pictures whose ratios differ by less than this factor have one shape: 1086x1448 stands for 3:4."""

_TWICE = 2.0
_AUTO = "auto"
_QUALITIES = tuple(one for one in Quality if one is not Quality.AUTO)
"""From the least work to the most."""


def larger_requests(options: Options, model: Model, *, quality: str | None, size: str | None) -> tuple[Options, ...]:
    """List what the same can be asked for with more: in the larger sizes of its shape, then in the next quality.

    `quality` and `size` are what the provider says it used. They count only where the request said `auto`: a provider
    that drew less than it was asked for would be asked for the very same again.
    """
    found = [replace(options, size=one) for one in _sizes_above(_settled(options.size, size), options, model)]
    if options.output_format is OutputFormat.GIF:
        # Fewer frames may be larger ones: what fits depends on all of it.
        found = [one for one in found if _is_valid(one, model)]
    next_quality = _next_quality(_settled(options.quality, quality), model)
    if next_quality is not None:
        found.append(replace(options, quality=next_quality))
    return tuple(found)


def enlarged_size(size: tuple[int, int], model: Model, *, among: Sequence[str] = ()) -> str | None:
    """Find the size in which a model makes a picture of `size` pixels again, at twice its sides or as near as it goes.

    It has the same shape, give or take `SAME_SHAPE`; None where nothing larger has. With `among` no other sizes go.
    """
    now = Size(*size)
    rules = model.free_sizes
    if among or rules is None:
        above = [one for one in map(Size.from_text, among or model.sizes) if one is not None]
        above = [one for one in above if one.pixels > now.pixels and _is_same_shape(one, now)]
        return None if not above else str(min(above, key=lambda one: abs(one.pixels - _TWICE**2 * now.pixels)))
    most = min(_TWICE, rules.longest_side / max(size), math.sqrt(rules.most_pixels / now.pixels))
    least = math.sqrt(rules.fewest_pixels / now.pixels)
    for times in (most, least):
        wanted = [side * times / rules.divisor for side in size]
        near = product(*(range(round(one) - 1, round(one) + 2) for one in wanted))
        for across, down in sorted(near, key=lambda steps: abs(steps[0] - wanted[0]) + abs(steps[1] - wanted[1])):
            found = Size(across * rules.divisor, down * rules.divisor)
            if found.pixels > now.pixels and _is_same_shape(found, now) and takes_size(model, str(found)):
                return str(found)
    return None


def with_new_seed(options: Options, *, seed: int) -> Options:
    """Replace the seed that was asked for; where nobody asked for one, each picture has its own."""
    return options if options.seed is None else replace(options, seed=seed)


def _settled(asked: str, used: str | None) -> str:
    return (used or asked) if asked == _AUTO else asked


def _sizes_above(text: str, options: Options, model: Model) -> list[str]:
    """List the larger sizes of the same shape, the next one first."""
    now = Size.from_text(text)
    if now is None:
        return []
    sizes = model.frame_sizes if options.output_format is OutputFormat.GIF else model.sizes
    offered = [size for size in map(Size.from_text, sizes) if size is not None]
    above = [size for size in offered if size.pixels > now.pixels and _is_same_shape(size, now)]
    return [str(size) for size in sorted(above, key=lambda size: size.pixels)]


def _is_valid(options: Options, model: Model) -> bool:
    try:
        check_options(options, model)
    except InvalidRequest:
        return False
    return True


def _next_quality(text: str, model: Model) -> Quality | None:
    if text not in _QUALITIES:
        return None
    above = _QUALITIES[_QUALITIES.index(Quality(text)) + 1 :]
    return next((one for one in above if one in model.qualities), None)


def _is_same_shape(one: Size, other: Size) -> bool:
    ratio = (one.width * other.height) / (one.height * other.width)
    return 1 / SAME_SHAPE < ratio < SAME_SHAPE
