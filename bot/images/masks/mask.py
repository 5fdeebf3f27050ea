"""Any mask to the one that the API wants: alpha 0 where it repaints."""

import zlib
from collections.abc import Iterator

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray
from PIL import Image, ImageChops

from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape, MaskTooDetailed
from bot.images.alpha import OPAQUE, has_transparency, lowest
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import NO_FILTER, UP, wrap_png
from bot.images.codecs.probing import ImageInfo, find_essential, probe, sniff_format
from bot.images.geometry import resize, turn_upright

LIMIT_BYTES = 4_000_000
"""A finished mask is smaller; OpenAI's API reference, createImageEdit, `mask`: "less than 4MB"."""
NOISE = 8
"""Of 255. A JPEG or WebP mask whose strongest mark is no stronger marks nothing: lossy files turn black into greys up
to about 3. In a lossless file every mark is meant."""

_LOSSY = frozenset({"jpeg", "webp"})
_HOPELESS = 2.0
"""Times the limit. What the fast way leaves larger than that, no other way brings under it: they save a third."""
_THOROUGH = 6
_REDUCING_GAP = 1.0
"""Twice as fast as without; alpha differs by 0.03 of 255 on average."""


def build_mask(
    mask: bytes,
    *,
    image_size: tuple[int, int],
    upload_size: tuple[int, int],
    byte_limit: int = LIMIT_BYTES,
) -> bytes:
    """Turn a mask into an RGBA PNG of exactly `upload_size`: colour 0, alpha 0 where to repaint, 255 where to keep.

    A mask with some alpha below 255 (a transparent palette entry or key colour counts) is taken as already in that
    form and its alpha is kept. Any other mask is read as grey, white = repaint: alpha = 255 - grey, in integers, so
    that grey stays partial. Its EXIF orientation is applied.

    Args:
        mask: a file of any mode, PNG, JPEG, WebP or GIF.
        image_size: the upright size of the picture as it was given; the mask must have its shape.
        upload_size: the size of the picture as it is uploaded.
        byte_limit: the result is smaller than that.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
        MaskOfAnotherShape: its sides have another ratio than the picture's; see `is_same_shape`.
        MaskMarksNothing: nothing is marked at the uploaded size, or by no more than `NOISE` in a lossy file.
        MaskTooDetailed: not under `byte_limit` in any way of compressing it that takes no longer than seconds.
    """
    return _encode(np.asarray(read_alpha(mask, image_size=image_size, size=upload_size)), byte_limit)


def read_alpha(mask: bytes, *, image_size: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """Read a mask as `build_mask` does, as mode L of exactly `size`, upright: 0 where to repaint, 255 where to keep.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels, MaskOfAnotherShape, MaskMarksNothing: as there.
    """
    info = probe(mask)
    check_shape(info, image_size)
    stored_size = info.oriented(*size)
    image = decode(find_essential(mask, info), info, at_least=stored_size, as_mask=True, grey=True)
    had_alpha = has_transparency(image)
    channel = image.getchannel("A") if had_alpha else _to_grey(image)
    del image
    channel = turn_upright(resize(channel, stored_size, reducing_gap=_REDUCING_GAP), info.orientation)
    alpha = channel if had_alpha else ImageChops.invert(channel)
    if OPAQUE - lowest(alpha) <= (NOISE if info.format in _LOSSY else 0):
        raise MaskMarksNothing(had_alpha=had_alpha)
    return alpha


def check_shape(mask: ImageInfo, image_size: tuple[int, int]) -> None:
    """Refuse a mask that is no scaled copy of a picture's upright size.

    Raises:
        MaskOfAnotherShape: see `is_same_shape`.
    """
    if not is_same_shape((mask.width, mask.height), image_size):
        raise MaskOfAnotherShape(
            mask_width=mask.width,
            mask_height=mask.height,
            image_width=image_size[0],
            image_height=image_size[1],
        )


def is_lossy(mask: bytes) -> bool:
    """Tell whether a mask's file may hold other greys than were meant."""
    return sniff_format(mask) in _LOSSY


def is_same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether the smaller of two sizes is the larger one scaled, give or take 1 pixel on one of its sides.

    A scaled copy has whole sides, however they were rounded: 1000x667 and 999x667 are both 3000x2000.
    """
    (width, height), (large_width, large_height) = sorted((one, other), key=lambda size: size[0] * size[1])
    # The cross product is what the width is off for the given height, times the large height; and the other way round.
    return abs(large_width * height - large_height * width) <= max(large_width, large_height)


def _to_grey(image: Image.Image) -> Image.Image:
    if image.mode == "CMYK":
        image = image.convert("RGB")
    return image if image.mode == "L" else image.convert("L")


def _encode(alpha: NDArray[np.uint8], byte_limit: int) -> bytes:
    height, width = alpha.shape
    smallest: int | None = None
    for deflated in _deflations(alpha):
        png = wrap_png(deflated, (width, height), mode="RGBA")
        if len(png) < byte_limit:
            return png
        smallest = min(len(png), smallest or len(png))
        if smallest > byte_limit * _HOPELESS:
            break
    raise MaskTooDetailed(size_bytes=smallest or 0, limit_bytes=byte_limit)


def _deflations(alpha: NDArray[np.uint8]) -> Iterator[bytes]:
    """Yield the filtered rows deflated, the fast way first, then two that take about a second at 2048x2048."""
    height, width = alpha.shape
    rows = np.zeros((height, 1 + 4 * width), dtype=np.uint8)
    rows[:, 0] = UP
    rows[:, 4::4] = alpha
    np.subtract(alpha[1:], alpha[:-1], out=rows[1:, 4::4])
    yield isal_zlib.compress(rows, 1)
    yield zlib.compress(rows.data, _THOROUGH)
    rows[:, 0] = NO_FILTER
    rows[:, 4::4] = alpha
    yield zlib.compress(rows.data, _THOROUGH)
