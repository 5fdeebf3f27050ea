"""Bitmaps whose samples lie anywhere in a pixel's 16 or 32 bits, as masks say: Pillow reads a few layouts of them."""

import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.domain.errors import BrokenImage

# Microsoft, "BITMAPINFOHEADER" and "BITMAPV4HEADER".
_COMPRESSIONS = (3, 6)
_ALPHA_FIELDS = 6
_INFO_HEADER = 40
_MASKS_AT = 54
_ALPHA_FROM = 56
_TYPES = {16: "<u2", 32: "<u4"}
_ROWS = 256
"""Worked on at once, so that no copy of a large picture is needed."""


def has_fields(data: bytes) -> bool:
    """Tell whether masks say where the samples of a bitmap lie; `data` starts as `bmp.is_bitmap` says."""
    (header_size,) = struct.unpack_from("<I", data, 14)
    if header_size < _INFO_HEADER:
        return False
    bits, compression = struct.unpack_from("<HI", data, 28)
    return compression in _COMPRESSIONS and bits in _TYPES


def decode_fields(data: bytes) -> Image.Image:
    """Decode such a bitmap to mode RGB, or RGBA where it has alpha.

    Raises:
        BrokenImage: masks that overlap or have gaps.
        struct.error, ValueError: cut off.
    """
    start, header_size, width, height = struct.unpack_from("<IIii", data, 10)
    bits, compression = struct.unpack_from("<HI", data, 28)
    has_alpha = header_size >= _ALPHA_FROM or compression == _ALPHA_FIELDS
    masks = struct.unpack_from("<4I" if has_alpha else "<3I", data, _MASKS_AT)
    fields = [_field(one) for one in (masks if any(masks[3:]) else masks[:3])]
    stride = (width * bits + 31) // 32 * 4
    rows = np.frombuffer(data, np.uint8, count=stride * abs(height), offset=start).reshape(abs(height), stride)
    image = Image.new("RGBA" if len(fields) > 3 else "RGB", (width, abs(height)))  # noqa: PLR2004 - a fourth is alpha
    for top in range(0, abs(height), _ROWS):
        block = np.ascontiguousarray(rows[top : top + _ROWS, : width * bits // 8]).view(_TYPES[bits])
        samples = np.stack([_to_8_bits(block, *one) for one in fields], axis=-1)
        place = top if height < 0 else height - top - len(block)
        image.paste(Image.fromarray(samples if height < 0 else samples[::-1]), (0, place))
    return image


def _field(mask: int) -> tuple[int, int]:
    """Give the lowest bit and the highest value of a sample."""
    shift = (mask & -mask).bit_length() - 1 if mask else 0
    highest = mask >> shift
    if highest & highest + 1:
        raise BrokenImage(detail="mask of a sample")
    return shift, highest


def _to_8_bits(pixels: NDArray[np.unsignedinteger], shift: int, highest: int) -> NDArray[np.uint8]:
    if not highest:
        return np.zeros(pixels.shape, np.uint8)
    samples = pixels >> pixels.dtype.type(shift) & pixels.dtype.type(highest)
    scaled: NDArray[np.uint8] = np.rint(samples * (255 / highest)).astype(np.uint8)
    return scaled
