"""Pictures brought to a size and turned upright."""

from math import ceil, floor

import numpy as np
from PIL import Image

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""

_Transpose = Image.Transpose
_TURNS = {
    2: _Transpose.FLIP_LEFT_RIGHT,
    3: _Transpose.ROTATE_180,
    4: _Transpose.FLIP_TOP_BOTTOM,
    5: _Transpose.TRANSPOSE,
    6: _Transpose.ROTATE_270,
    7: _Transpose.TRANSVERSE,
    8: _Transpose.ROTATE_90,
}
_FROM_RIGHT, _FROM_BOTTOM, _ON_ITS_SIDE = {2, 3, 6, 7}, {3, 4, 7, 8}, {5, 6, 7, 8}
"""Orientations in which a picture is stored from its right, from its bottom, and with its rows as columns."""


def resize(image: Image.Image, size: tuple[int, int], *, reducing_gap: float) -> Image.Image:
    """Resize with Lanczos, colours weighted by alpha where there is some; the picture itself if it has that size.

    `reducing_gap`: a box filter shrinks to that many times `size` first, the faster the smaller it is (1.0 or more).
    """
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=reducing_gap)


def turn_upright(image: Image.Image, orientation: int) -> Image.Image:
    """Apply an EXIF orientation, 1 to 8. Do it after a shrink: 1.4 ms in place of 40 ms for 12 megapixels."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def turn_box(box: Box, size: tuple[int, int], orientation: int) -> Box:
    """Return where a box of an upright picture of `size` lies in the picture as it is stored."""
    left, top, right, bottom = box
    from_right, from_bottom = (size[0] - right, size[0] - left), (size[1] - bottom, size[1] - top)
    across = from_right if orientation in _FROM_RIGHT else (left, right)
    down = from_bottom if orientation in _FROM_BOTTOM else (top, bottom)
    (left, right), (top, bottom) = (down, across) if orientation in _ON_ITS_SIDE else (across, down)
    return left, top, right, bottom


def scale_part(
    image: Image.Image, box: tuple[float, float, float, float], size: tuple[int, int], *, reducing_gap: float
) -> Image.Image:
    """Scale a box of a picture to `size` as `resize` does, without a copy of all the picture."""
    if image.mode in {"LA", "RGBA"}:
        # To weigh colours by alpha, Pillow would copy all of it.
        whole = floor(box[0]), floor(box[1]), ceil(box[2]), ceil(box[3])
        image = image if whole == (0, 0, *image.size) else image.crop(whole)
        box = box[0] - whole[0], box[1] - whole[1], box[2] - whole[0], box[3] - whole[1]
    left, top, right, bottom = map(round, box)
    if np.array_equal(box, (left, top, right, bottom)) and size == (right - left, bottom - top):
        return image.crop((left, top, right, bottom))
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=reducing_gap)
