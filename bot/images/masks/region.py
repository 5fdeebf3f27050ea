"""Regions: what is painted anew, as a PNG file of mode L, white there and black where the picture is kept.

A region has its picture's shape, is upright, and has at most `VIEW_SIDE` pixels on its longest side. It is a mask that
`build_mask` takes.
"""

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from bot.domain.area import Area
from bot.domain.errors import MaskMarksNothing
from bot.images.alpha import OPAQUE
from bot.images.codecs.encode import encode_png
from bot.images.masks.mask import read_alpha
from bot.images.view import open_view, view_size

_PARTS = 4
"""Larger parts are measured in quarters of a side, as left, top, right and bottom."""
_LARGER = {
    Area.EVERYTHING: (0, 0, 4, 4),
    Area.CENTRE: (1, 1, 3, 3),
    Area.TOP: (0, 0, 4, 2),
    Area.BOTTOM: (0, 2, 4, 4),
    Area.LEFT: (0, 0, 2, 4),
    Area.RIGHT: (2, 0, 4, 4),
}


def draw_region(size: tuple[int, int], areas: Iterable[Area]) -> bytes:
    """Draw the region of one or more areas of a picture of `size`, at most `VIEW_SIDE` pixels a side.

    Top, bottom, left and right are halves, the centre is the middle half of both sides, and the cells of the grid
    share the picture among them without gap or overlap.

    Raises:
        MaskMarksNothing: no area, or one that a picture of less than 4 pixels a side does not have.
    """
    region = Image.new("L", view_size(size), 0)
    for area in areas:
        region.paste(OPAQUE, _box(area, region.size))
    return to_region(region)


def read_region(mask: bytes, image_size: tuple[int, int], *, picture: bytes | None = None) -> bytes:
    """Read a mask that is no painted copy as a region of a picture of `image_size`, as `build_mask` reads it.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels, MaskOfAnotherShape, MaskMarksNothing: as
            `build_mask` does.
    """
    alpha = read_alpha(mask, image_size=image_size, size=view_size(image_size), picture=picture)
    return to_region(ImageChops.invert(alpha))


def invert_region(region: bytes) -> bytes:
    """Turn a region over.

    Raises:
        MaskMarksNothing: it was everything.
    """
    return to_region(ImageChops.invert(open_region(region)))


def feather_region(region: bytes, *, pixels: float) -> bytes:
    """Blur the edge of a region, with `pixels` of the region as the standard deviation of the Gaussian.

    Where all of it is thinner than that, it is made as strong again as it was, so that it still marks what it did.
    """
    sharp = open_region(region)
    soft = sharp.filter(ImageFilter.GaussianBlur(pixels))
    strength, rest = _highest(sharp), _highest(soft)
    if not rest:
        return region
    return to_region(soft if rest == strength else soft.point(lambda sample: sample * strength / rest))


def marked_share(region: bytes) -> float:
    """Return how much of the picture a region marks, from 0 to 1; grey counts in part."""
    return float(np.asarray(open_region(region)).mean()) / OPAQUE


def open_region(region: bytes) -> Image.Image:
    """Open a region as mode L."""
    return open_view(region).convert("L")


def to_region(image: Image.Image) -> bytes:
    """Encode mode L as a region.

    Raises:
        MaskMarksNothing: all of it is black.
    """
    if image.getbbox() is None:
        raise MaskMarksNothing(had_alpha=False, chosen=True)
    return encode_png(image)


def _box(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    column, row = area.cell or (0, 0)
    left, top, right, bottom = _LARGER.get(area, (column, row, column + 1, row + 1))
    return width * left // _PARTS, height * top // _PARTS, width * right // _PARTS, height * bottom // _PARTS


def _highest(image: Image.Image) -> int:
    return int(np.asarray(image).max())
