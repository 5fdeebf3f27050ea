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
from bot.images.codecs.probing import ImageInfo, find_essential, probe
from bot.images.colour import to_srgb
from bot.images.geometry import resize, turn_upright
from bot.images.masks.reading import NOISE, MaskReading, Source, harden, read_marks
from bot.images.view import open_view, view_size

LIMIT_BYTES = 4_000_000
"""A finished mask is smaller; OpenAI's API reference, createImageEdit, `mask`: "less than 4MB"."""

_LOSSY = frozenset({"jpeg", "webp", "avif", "heic"})
_HOPELESS = 2.0
"""Times the limit. What the fast way leaves larger than that, no other way brings under it: they save a third."""
_THOROUGH = 6
_EXAMINED_SIDE = 2048
_REDUCING_GAP = 1.0
"""Twice as fast as without; alpha differs by 0.03 of 255 on average."""


def build_mask(
    mask: bytes,
    *,
    image_size: tuple[int, int],
    upload_size: tuple[int, int],
    byte_limit: int = LIMIT_BYTES,
    picture: bytes | None = None,
    is_region: bool = False,
) -> bytes:
    """Turn a mask into an RGBA PNG of exactly `upload_size`: alpha 0 where to repaint, 255 where to keep.

    Its colour is white where alpha is 0 and black elsewhere: some servers read a mask as grey, and see the same part.


    What a file marks, `reading` says with all its cases. Real greys stay partial: alpha = 255 - grey, in integers. Two
    levels become 0 and 255 but for a narrow soft edge, also where the mask is smaller than the picture. The mask's EXIF
    orientation is applied.

    Args:
        mask: a picture file of any format and mode.
        image_size: the upright size of the picture as it was given; the mask must have its shape.
        upload_size: the size of the picture as it is uploaded.
        byte_limit: the result is smaller than that.
        picture: the picture that it belongs to, whose own transparency is no mask.
        is_region: it was made by `region`, which leaves nothing to be read into it: white is marked, grey in part.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
        MaskOfAnotherShape: its sides have another ratio than the picture's; see `is_same_shape`.
        MaskMarksNothing: nothing is marked at the uploaded size, or by no more than `NOISE` in a lossy file.
        MaskTooDetailed: not under `byte_limit` in any way of compressing it that takes no longer than seconds.
    """
    alpha = read_alpha(mask, image_size=image_size, size=upload_size, picture=picture, is_region=is_region)
    return encode_mask(alpha, byte_limit=byte_limit)


def encode_mask(alpha: Image.Image, *, byte_limit: int = LIMIT_BYTES) -> bytes:
    """Encode the alpha of a mask, in mode L, as `build_mask` does.

    Raises:
        MaskTooDetailed: as there.
    """
    return _encode(np.asarray(alpha), byte_limit)


def read_alpha(
    mask: bytes,
    *,
    image_size: tuple[int, int],
    size: tuple[int, int],
    picture: bytes | None = None,
    is_region: bool = False,
) -> Image.Image:
    """Read a mask as `build_mask` does, as mode L of exactly `size`, upright: 0 where to repaint, 255 where to keep.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels, MaskOfAnotherShape, MaskMarksNothing: as there.
    """
    info = probe(mask)
    check_shape(info, image_size)
    image = _open(mask, info, size)
    if is_region:
        marks, reading = image.convert("L"), MaskReading(Source.GREY, is_certain=True)
    else:
        marks, reading = read_marks(image, own=_own_alpha(picture, image), lossy=info.format in _LOSSY)
    del image
    times = max(size) / max(marks.size)
    marks = resize(marks, size, reducing_gap=_REDUCING_GAP)
    if times > 1 and reading.is_two_level:
        marks = harden(marks, times)
    alpha = ImageChops.invert(marks)
    if OPAQUE - lowest(alpha) <= (NOISE if info.format in _LOSSY else 0):
        raise MaskMarksNothing(had_alpha=reading.source is Source.HOLE)
    return alpha


def is_certain_mask(picture: bytes, mask: bytes) -> bool:
    """Tell whether a person can hardly have meant anything else with a mask than what is read in it.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    info = probe(mask)
    image = _open(mask, info, view_size((info.width, info.height), longest=_EXAMINED_SIDE))
    _, reading = read_marks(image, own=_own_alpha(picture, image), lossy=info.format in _LOSSY)
    return reading.is_certain


def _open(mask: bytes, info: ImageInfo, size: tuple[int, int]) -> Image.Image:
    image = decode(find_essential(mask, info), info, at_least=info.oriented(*size), as_mask=True)
    return turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation)


def _own_alpha(picture: bytes | None, mask: Image.Image) -> Image.Image | None:
    """Return the alpha of a mask's picture in the size of the mask, None where there is none to be taken for a mask."""
    if picture is None or not has_transparency(mask) or not probe(picture).has_alpha:
        return None
    view = open_view(picture, mask.size)
    return view.getchannel("A") if has_transparency(view) else None


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


def is_same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether the smaller of two sizes is the larger one scaled, give or take 1 pixel on one of its sides.

    A scaled copy has whole sides, however they were rounded: 1000x667 and 999x667 are both 3000x2000.
    """
    (width, height), (large_width, large_height) = sorted((one, other), key=lambda size: size[0] * size[1])
    # The cross product is what the width is off for the given height, times the large height; and the other way round.
    return abs(large_width * height - large_height * width) <= max(large_width, large_height)


def _encode(alpha: NDArray[np.uint8], byte_limit: int) -> bytes:
    height, width = alpha.shape
    smallest: int | None = None
    for deflated in _deflations(alpha):
        png = wrap_png((deflated,), size=(width, height), mode="RGBA")
        if len(png) < byte_limit:
            return png
        smallest = min(len(png), smallest or len(png))
        if smallest > byte_limit * _HOPELESS:
            break
    raise MaskTooDetailed(size_bytes=smallest or 0, limit_bytes=byte_limit)


def _deflations(alpha: NDArray[np.uint8]) -> Iterator[bytes]:
    """Yield the filtered rows deflated, the fast way first, then two that take about a second at 2048x2048."""
    height, width = alpha.shape
    rows = np.empty((height, 1 + 4 * width), dtype=np.uint8)
    pixels = rows[:, 1:].reshape(height, width, 4)
    _paint(pixels, alpha)
    rows[1:, 1:] -= rows[:-1, 1:].copy()
    rows[:, 0] = UP
    yield isal_zlib.compress(rows, 1)
    yield zlib.compress(rows.data, _THOROUGH)
    rows[:, 0] = NO_FILTER
    _paint(pixels, alpha)
    yield zlib.compress(rows.data, _THOROUGH)


def _paint(pixels: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> None:
    pixels[..., :3] = np.where(alpha == 0, np.uint8(OPAQUE), np.uint8(0))[..., None]
    pixels[..., 3] = alpha
