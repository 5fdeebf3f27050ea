"""Which part of a picture goes up for an edit of what is marked in it, and in which size."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import ceil, sqrt

from bot.domain.crop_choice import CropChoice
from bot.domain.fitting import fit_within
from bot.domain.larger import SAME_SHAPE
from bot.domain.models import Model
from bot.domain.options import Size, takes_size

_AUTO = "auto"
_ROOM = 0.25
"""Of the longer side of what is marked, on each side of it: the least that shows the model what it is in."""
_MARKED_AT_MOST = 0.25
"""Of the part: what is marked is measured against three times as much that stays, in light, tone and place."""
_WORTH_IT = 0.5
"""A part that covers more of the picture than this gains less than 1.4 times in detail, and hides the rest."""
_USUAL = Size(1024, 1024)
"""What every model of images draws, and most by themselves; OpenAI's guide to image generation, `size`."""
_LARGER = 1.25
"""A usual size is taken in place of another of so many times fewer pixels."""
_MOST_ENLARGED = 2
"""Times a side. What is blown up further is a blur that the model takes for the style."""
_NEARLY = 0.95
"""A scale so near to 1 does nothing but blur: a little more of the picture goes up instead, pixel for pixel."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of an upright picture that goes up: its corner and size there, in pixels, and the size it is sent in.

    `size` is what the API is asked for: `auto` or `WxH`. `scaled_from` is the size, `WxH`, that a picture had before it
    was laid on a canvas as which it would have been too large.
    """

    left: int
    top: int
    width: int
    height: int
    upload_width: int
    upload_height: int
    size: str
    scaled_from: str | None = None

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in the picture."""
        return self.left, self.top, self.left + self.width, self.top + self.height

    @property
    def upload_size(self) -> tuple[int, int]:
        """Width and height in which it is sent."""
        return self.upload_width, self.upload_height


def choose_crop(
    marked: tuple[int, int, int, int],
    *,
    picture_size: tuple[int, int],
    marked_share: float,
    model: Model,
    size: str,
    choice: CropChoice,
) -> Crop:
    """Choose what of a picture goes up, so that the answer fits into its place by one scale.

    **The part** is what is marked with room around it: a quarter of its longer side on each side, and more until at
    most a quarter of the part is marked, since a model that sees little else changes light and place. It has a shape
    that the model draws exactly: the size that was asked for, one of the model's sizes, or one on its grid. It goes up
    pixel for pixel where that is between the usual megapixel and `model.input_pixels`: larger it is scaled down,
    smaller it takes in more of the picture, or is scaled up to twice its size.

    **The whole** goes up in its own size, down to `model.input_pixels` and never up. Where the model draws its shape,
    that size is asked for; else `auto`, and whoever lays the answer in has to find out how it was made to fit.

    `auto` is the part where it covers at most half of the picture and the whole would lose by going up: by having more
    than `model.input_pixels`, or a shape that the model does not draw. A small picture goes up whole, as the model
    then sees all of it at full detail. Where no part has room for what is marked, it is the whole in any case.

    Of a model that is not in the catalogue nobody knows what it draws: it is asked for `auto` as before, and its part
    is a square, which is what such servers draw unasked. A `size` that somebody chose is kept.

    Args:
        marked: left, top, right and bottom of all that is marked, in pixels of the upright picture; not empty.
        picture_size: of the upright picture.
        marked_share: of the picture's pixels, 0 to 1.
        model: that draws.
        size: `auto` or `WxH`, as it was chosen.
        choice: what the person wants.
    """
    whole = _whole(picture_size, model, size)
    if choice is CropChoice.WHOLE:
        return whole
    part = _find_part(marked, picture_size, marked_share, model=model, size=size)
    if part is None or (choice is CropChoice.AUTO and not _is_worth_it(part, whole, model)):
        return whole
    return part


def _is_worth_it(part: Crop, whole: Crop, model: Model) -> bool:
    if part.width * part.height > _WORTH_IT * whole.width * whole.height:
        return False
    asked = Size.from_text(whole.size)
    fits = asked is None or _is_same_shape((asked.width, asked.height), (whole.width, whole.height))
    # Of `auto` nobody knows the shape; a model of the catalogue has one for every picture that it can draw.
    is_drawn = fits if asked is not None else not model.is_known
    return whole.width * whole.height > model.input_pixels or not is_drawn


def _whole(picture_size: tuple[int, int], model: Model, size: str) -> Crop:
    width, height = picture_size
    upload = fit_within(picture_size, model.input_pixels)
    if size == _AUTO and model.is_known:
        drawn = _sizes_of_shape(picture_size, _clamp(width * height, _fewest(model), model.input_pixels), model)
        alike = [one for one in drawn if _is_same_shape((one.width, one.height), picture_size)]
        if alike:
            best = min(alike, key=lambda one: (_stretch(one, picture_size), abs(one.pixels - upload[0] * upload[1])))
            size = str(best)
            if best.width <= width and best.height <= height and width * height > model.input_pixels:
                # What is scaled down in any case is scaled to just what comes back.
                upload = best.width, best.height
    return Crop(0, 0, width, height, *upload, size)


def _find_part(
    marked: tuple[int, int, int, int],
    picture_size: tuple[int, int],
    marked_share: float,
    *,
    model: Model,
    size: str,
) -> Crop | None:
    """Find the smallest part of a shape that the model draws, with room around what is marked; or None."""
    left, top, right, bottom = marked
    wanted = _with_room((right - left, bottom - top), picture_size, marked_share)
    chosen = Size.from_text(size)
    if chosen is not None:
        drawn = [chosen]
    elif not model.is_known:
        drawn = [_USUAL]
    else:
        drawn = _sizes_of_shape(wanted, _clamp(wanted[0] * wanted[1], _USUAL.pixels, model.input_pixels), model)
    parts = [
        part
        for one in drawn
        if (part := _place(one, wanted, marked, picture_size=picture_size, model=model, size=size)) is not None
    ]
    return min(parts, key=lambda part: (_missing(part, wanted), _effort(part, model)), default=None)


def _with_room(size: tuple[int, int], picture_size: tuple[int, int], marked_share: float) -> tuple[int, int]:
    """Say how large a part is that shows what is marked and where it is; at most the picture."""
    width, height = size
    pixels = marked_share * picture_size[0] * picture_size[1] / _MARKED_AT_MOST
    # The border that makes width x height so many pixels: (width + 2b)(height + 2b) = pixels.
    border = (sqrt((width - height) ** 2 + 4 * pixels) - width - height) / 4
    border = max(border, _ROOM * max(size))
    return min(picture_size[0], ceil(width + 2 * border)), min(picture_size[1], ceil(height + 2 * border))


def _sizes_of_shape(shape: tuple[int, int], pixels: int, model: Model) -> list[Size]:
    """List the sizes that a model draws: all of a few, or those on its grid around `pixels` of a shape."""
    rules = model.free_sizes
    usual = [one for one in map(Size.from_text, model.sizes) if one is not None]
    if rules is None:
        return usual
    width, height = shape
    # The longest shape that there is, where this one is longer.
    width, height = max(width, -(-height // rules.longest_ratio)), max(height, -(-width // rules.longest_ratio))
    scale = sqrt(pixels / (width * height))
    sides = [_on_grid(side * scale, rules.divisor) for side in (width, height)]
    sizes = [Size(*pair) for pair in product(*sides)] + [
        one for one in usual if pixels / _LARGER <= one.pixels <= _LARGER * pixels
    ]
    return [one for one in sizes if one.pixels <= model.input_pixels and takes_size(model, str(one))]


def _on_grid(side: float, divisor: int) -> Iterable[int]:
    """Return the multiples on both sides of a length, and one more below: the others may have too many pixels."""
    steps = ceil(side / divisor)
    return [divisor * step for step in (steps, steps - 1, steps - 2) if step > 0]


def _place(
    drawn: Size,
    wanted: tuple[int, int],
    marked: tuple[int, int, int, int],
    *,
    picture_size: tuple[int, int],
    model: Model,
    size: str,
) -> Crop | None:
    """Lay a part of a size's shape around what is marked; None if the picture has no room for one that holds it."""
    upload = fit_within((drawn.width, drawn.height), model.input_pixels)
    # Pixels of the picture to one of the upload.
    step = max(1 / _MOST_ENLARGED, wanted[0] / upload[0], wanted[1] / upload[1])
    if _NEARLY < step < 1:
        step = 1.0
    step = min(step, picture_size[0] / upload[0], picture_size[1] / upload[1])
    width, height = (min(whole, max(1, round(side * step))) for side, whole in zip(upload, picture_size, strict=True))
    left, top, right, bottom = marked
    if width < right - left or height < bottom - top:
        return None
    left = _clamp((left + right - width) // 2, 0, picture_size[0] - width)
    top = _clamp((top + bottom - height) // 2, 0, picture_size[1] - height)
    enlarged = min(upload[0], _MOST_ENLARGED * width), min(upload[1], _MOST_ENLARGED * height)
    return Crop(left, top, width, height, *enlarged, size if size != _AUTO or not model.is_known else str(drawn))


def _missing(part: Crop, wanted: tuple[int, int]) -> int:
    return max(0, wanted[0] - part.width) + max(0, wanted[1] - part.height)


def _effort(part: Crop, model: Model) -> float:
    """Compare parts by how much they show; a usual size, which has a price of its own, may show a little more."""
    return part.width * part.height / (_LARGER if part.size in model.sizes else 1)


def _fewest(model: Model) -> int:
    return model.free_sizes.fewest_pixels if model.free_sizes else 1


def _clamp(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def _is_same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return _stretch(Size(*one), other) < SAME_SHAPE


def _stretch(one: Size, other: tuple[int, int]) -> float:
    """Return the factor by which two ratios differ, 1 or more."""
    ratio = (one.width * other[1]) / (one.height * other[0])
    return max(ratio, 1 / ratio)
