"""The same request once more: larger, or with another seed."""

from dataclasses import replace

from bot.domain.errors import InvalidRequest
from bot.domain.models import Model
from bot.domain.options import Options, OutputFormat, Quality, Size, check_options

SAME_SHAPE = 1.02
"""Two pictures whose ratios differ by less than this factor have one shape: 1086x1448 stands for 3:4."""

_AUTO = "auto"
_QUALITIES = tuple(one for one in Quality if one is not Quality.AUTO)
"""From the least work to the most."""


def larger(options: Options, model: Model, *, quality: str | None, size: str | None) -> Options | None:
    """Ask for the next size of the same shape, or where there is none for the next quality; None at the top of both.

    `quality` and `size` are what the provider says it used. They count only where the request said `auto`: a provider
    that drew less than it was asked for would be asked for the very same again.
    """
    for next_size in _sizes_above(_settled(options.size, size), options, model):
        asked = replace(options, size=next_size)
        # Fewer frames may be larger ones: what fits depends on all of it.
        if options.output_format is not OutputFormat.GIF or _is_valid(asked, model):
            return asked
    next_quality = _next_quality(_settled(options.quality, quality), model)
    return None if next_quality is None else replace(options, quality=next_quality)


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
