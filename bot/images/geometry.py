"""Sizes within a pixel budget, and pictures brought to them and turned upright."""

from math import isqrt

from PIL import Image

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


def fit_within(size: tuple[int, int], pixel_budget: int) -> tuple[int, int]:
    """Scale a size down, ratio kept, to at most `pixel_budget` pixels (at least 1) and at least 1 pixel a side.

    Both sides are rounded down, in integers: rounded to the nearest, half of all large sizes go over the budget.
    """
    width, height = size
    if width * height <= pixel_budget:
        return size
    shrunk_width = isqrt(pixel_budget * width // height)
    shrunk_height = isqrt(pixel_budget * height // width)
    if not shrunk_height:
        return min(width, pixel_budget), 1
    if not shrunk_width:
        return 1, min(height, pixel_budget)
    return shrunk_width, shrunk_height


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
