"""The models that are served, and the sizes and qualities that each one takes."""

import re
from dataclasses import dataclass

from bot.demo.api.drawing.drift import Drift
from bot.demo.api.errors import ApiError, bad_request, model_not_found, wrong_value

DEFAULT_MODEL = "gpt-image-1.5"
"""The default of createImageEdit in OpenAI's API description of 2026-08-21."""

_FIXED_SIZES = ("1024x1024", "1024x1536", "1536x1024", "auto")
_SIZE = re.compile(r"([1-9][0-9]{0,4})x([1-9][0-9]{0,4})")
_DIVISOR = 16
_LONGEST_RATIO = 3
_LONGEST_SIDE = 3840
_FEWEST_PIXELS = 655_360
MOST_PIXELS = 8_294_400


@dataclass(frozen=True, slots=True)
class Model:
    """One model; `free_sizes` takes any `WxH` within the rules of gpt-image-2.

    `opaque_alone`: it has no transparent pictures. `markup`: an edit takes strokes over its picture. `newest`: it plans
    as much as it is told to, and makes animations and SVG. `drift` is how its edits stray from their masks.
    """

    name: str
    created: int
    free_sizes: bool = False
    extra_qualities: tuple[str, ...] = ()
    input_fidelity: bool = False
    opaque_alone: bool = False
    markup: bool = False
    newest: bool = False
    drift: Drift | None = None

    @property
    def formats(self) -> tuple[str, ...]:
        """Every format of its pictures."""
        return ("png", "jpeg", "webp", *(("gif", "svg") if self.newest else ()))

    @property
    def qualities(self) -> tuple[str, ...]:
        """Every quality, `auto` last."""
        return ("low", "medium", "high", *self.extra_qualities, "auto")


_MORE = ("xhigh", "max")
_DRIFTS = {
    "demo:drift": Drift(tint=True, shift=True, scale=True, grain=True),
    "demo:drift-tint": Drift(tint=True),
    "demo:drift-shift": Drift(shift=True),
    "demo:drift-scale": Drift(scale=True),
    "demo:drift-repaint": Drift(repaint=True),
    "demo:drift-ignore": Drift(ignores_mask=True),
    "demo:drift-other": Drift(unrelated=True),
}
"""Models that take whatever any model takes, and whose edits stray from their masks as those of real ones do."""


def _drifting(name: str, drift: Drift) -> Model:
    return Model(
        name,
        1795824000,
        free_sizes=True,
        extra_qualities=_MORE,
        input_fidelity=True,
        markup=True,
        newest=True,
        drift=drift,
    )


MODELS = {
    model.name: model
    for model in (
        Model("gpt-image-2.6-sunburst", 1792540800, free_sizes=True, extra_qualities=_MORE, markup=True, newest=True),
        Model("gpt-image-2.6-flare", 1792540800, free_sizes=True, extra_qualities=_MORE, markup=True, newest=True),
        Model("gpt-image-2.5-sunburst", 1788652800, free_sizes=True, extra_qualities=_MORE, markup=True),
        Model("gpt-image-2.5-flare", 1788652800, free_sizes=True, extra_qualities=_MORE, markup=True),
        Model("gpt-image-2", 1776729600, free_sizes=True, opaque_alone=True),
        Model("gpt-image-2-2026-04-21", 1776729600, free_sizes=True, opaque_alone=True),
        Model("gpt-image-1.5", 1765843200, input_fidelity=True),
        Model("gpt-image-1-mini", 1759708800),
        Model("gpt-image-1", 1745366400, input_fidelity=True),
        *(_drifting(name, drift) for name, drift in _DRIFTS.items()),
    )
}


def find_model(name: str) -> Model:
    """Look a model up.

    Raises:
        ApiError: 404 model_not_found.
    """
    if name not in MODELS:
        raise model_not_found(name)
    return MODELS[name]


def read_size(text: str) -> tuple[int, int] | None:
    """Read a size that was checked: None for `auto`."""
    match = _SIZE.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def parse_size(text: str, model: Model, *, columns: int = 1, rows: int = 1) -> tuple[int, int] | None:
    """Read a size by the model's rules: width and height in pixels, None for `auto`.

    What has to keep to the rules is a sheet of `columns` by `rows` of it.

    Raises:
        ApiError: 400 invalid_value that says which rule it breaks.
    """
    if not model.free_sizes and text not in _FIXED_SIZES:
        raise wrong_value("size", text, _FIXED_SIZES)
    if text == "auto":
        return None
    size = read_size(text)
    if size is None:
        raise _bad_size(text, "Sizes are written as WIDTHxHEIGHT, for example '1536x864', or 'auto'")
    if size[0] % _DIVISOR or size[1] % _DIVISOR:
        raise _bad_size(text, f"Width and height must both be divisible by {_DIVISOR}")
    width, height = size[0] * columns, size[1] * rows
    if max(width, height) > _LONGEST_RATIO * min(width, height):
        raise _bad_size(text, f"The aspect ratio must be between 1:{_LONGEST_RATIO} and {_LONGEST_RATIO}:1")
    if max(width, height) > _LONGEST_SIDE:
        raise _bad_size(text, f"The longest edge must be at most {_LONGEST_SIDE} pixels")
    if not _FEWEST_PIXELS <= width * height <= MOST_PIXELS:
        raise _bad_size(text, f"The number of pixels must be between {_FEWEST_PIXELS} and {MOST_PIXELS}")
    return size


def _bad_size(text: str, rule: str) -> ApiError:
    return bad_request(f"Invalid size '{text}'. {rule}.", param="size", code="invalid_value")
