"""Extending a picture: how large the canvas is that it is laid on, and where on it the picture lies."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from typing import Self

from bot.domain.errors import AlreadyThatShape, ExtendedTooFar, OptionNotOffered, OptionsConflict
from bot.domain.models import Model

ASPECTS = ("16:9", "9:16", "4:3", "3:4", "1:1", "21:9")
"""The shapes that are suggested; any other `w:h` goes that the model can do."""

_LONGEST_RATIO = 3
"""Where a model has no rule of its own; what the rule of those is that have one."""
_DRAWN_ANEW = frozenset({"gif", "svg"})
_ASPECT = re.compile(r"([1-9][0-9]{0,3})[:/x]([1-9][0-9]{0,3})")
_A_LITTLE_LESS = 0.999


class Extension(StrEnum):
    """A way to extend a picture that has a button."""

    ZOOM_OUT_LITTLE = "zoom-1.5"
    """The canvas has 1.5 times its sides, and it lies in the middle."""
    ZOOM_OUT = "zoom-2"
    PAN_LEFT = "pan-left"
    """Half a width more, on the left."""
    PAN_RIGHT = "pan-right"
    PAN_UP = "pan-up"
    PAN_DOWN = "pan-down"


_ZOOMS = {Extension.ZOOM_OUT_LITTLE: (3, 2), Extension.ZOOM_OUT: (2, 1)}
"""By which the sides are multiplied, and divided."""
_PANS = {
    Extension.PAN_LEFT: (1, 0, 0, 0),
    Extension.PAN_UP: (0, 1, 0, 0),
    Extension.PAN_RIGHT: (0, 0, 1, 0),
    Extension.PAN_DOWN: (0, 0, 0, 1),
}
"""How many halves of a side are added: left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """The shape of a picture: its width to its height, written `16:9`."""

    width: int
    height: int

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """Parse `w:h`, also with spaces, or with `/` or `x` in place of the colon; None for anything else."""
        match = _ASPECT.fullmatch("".join(text.lower().split()).replace("\u00d7", "x"))
        return cls(int(match[1]), int(match[2])) if match else None

    @property
    def longest_ratio(self) -> Fraction:
        """The longer side divided by the shorter one."""
        return max(Fraction(self.width, self.height), Fraction(self.height, self.width))

    def __str__(self) -> str:
        return f"{self.width}:{self.height}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a picture lies on its canvas: the pixels beside it, and its own size there.

    `picture_size` is smaller than the picture only where the canvas would be larger than it may be.
    """

    picture_size: tuple[int, int]
    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the canvas."""
        width, height = self.picture_size
        return self.left + width + self.right, self.top + height + self.bottom

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Where the picture lies: left, top, right and bottom."""
        width, height = self.picture_size
        return self.left, self.top, self.left + width, self.top + height


def lay_out(size: tuple[int, int], extension: Extension | Aspect, *, most_pixels: int, longest_side: int) -> Layout:
    """Lay a picture of `size` on its canvas, whole, and at its own size wherever the canvas may be as large as that.

    The canvas of an aspect is the smallest one of that shape that holds the picture, which lies in its middle.

    Raises:
        AlreadyThatShape: the picture has the shape already, to the pixel.
    """
    layout = _arrange(*size, extension)
    if layout.size == size:
        raise AlreadyThatShape(aspect=str(extension))
    scale = 1.0
    while layout.size[0] * layout.size[1] > most_pixels or max(layout.size) > longest_side:
        width, height = layout.size
        scale *= min(1.0, sqrt(most_pixels / (width * height)), longest_side / max(width, height)) * _A_LITTLE_LESS
        layout = _arrange(max(1, int(size[0] * scale)), max(1, int(size[1] * scale)), extension)
    return layout


def check_aspect(text: str, model: Model, *, output_format: str) -> None:
    """Refuse an aspect that is none, that a model does not do, or in a format that no picture can be laid into.

    Raises:
        OptionNotOffered: it is not written `w:h`, or longer than the model makes pictures.
        OptionsConflict: an animation or an SVG is asked for.
    """
    aspect = Aspect.from_text(text)
    if aspect is None or aspect.longest_ratio > longest_ratio(model):
        raise OptionNotOffered(option="aspect", value=text, offered=ASPECTS, model=model.name)
    if output_format in _DRAWN_ANEW:
        still = tuple(one for one in model.formats if one not in _DRAWN_ANEW)
        raise OptionsConflict(
            option="aspect", value=str(aspect), other="format", other_value=output_format, offered=still
        )


def longest_ratio(model: Model) -> int:
    """Say how many times its shorter side a picture may be long that a model extends."""
    return _LONGEST_RATIO if model.free_sizes is None else model.free_sizes.longest_ratio


def check_ratio(size: tuple[int, int], extension: Extension | Aspect, *, longest_ratio: int) -> None:
    """Refuse a canvas that is longer than a model makes pictures, and longer than the picture of `size` already is.

    Raises:
        ExtendedTooFar: it is.
    """
    before, after = (Fraction(max(one), min(one)) for one in (size, _arrange(*size, extension).size))
    # An aspect is what was asked for, give or take the pixel that its other side is rounded to.
    if after > max(before, Fraction(longest_ratio)) and not isinstance(extension, Aspect):
        raise ExtendedTooFar(limit=longest_ratio)


def _arrange(width: int, height: int, extension: Extension | Aspect) -> Layout:
    if isinstance(extension, Aspect):
        return _to_aspect(width, height, extension)
    if extension in _ZOOMS:
        times, over = _ZOOMS[extension]
        return _in_the_middle(width, height, -(-width * times // over), -(-height * times // over))
    left, top, right, bottom = _PANS[extension]
    across, down = (width + 1) // 2, (height + 1) // 2
    return Layout((width, height), left * across, top * down, right * across, bottom * down)


def _to_aspect(width: int, height: int, aspect: Aspect) -> Layout:
    return _in_the_middle(
        width,
        height,
        max(width, _divide(height * aspect.width, aspect.height)),
        max(height, _divide(width * aspect.height, aspect.width)),
    )


def _in_the_middle(width: int, height: int, canvas_width: int, canvas_height: int) -> Layout:
    across, down = canvas_width - width, canvas_height - height
    return Layout((width, height), across // 2, down // 2, across - across // 2, down - down // 2)


def _divide(dividend: int, divisor: int) -> int:
    """Divide, rounded to the nearest."""
    return (2 * dividend + divisor) // (2 * divisor)
