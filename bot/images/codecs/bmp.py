"""The BMP container: its header, and the ICC profile that it may hold."""

import struct

from bot.domain.errors import BrokenImage
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.header import Header

SIGNATURE = b"BM"

# Microsoft, "Bitmap Header Types": BITMAPCOREHEADER, BITMAPINFOHEADER and those that go on from it.
_FILE_HEADER = 14
_CORE, _V5 = 12, 124
_SIZES = frozenset((40, 52, 56, 64, 108, 124))
_RLE = frozenset((1, 2))
_PLAIN, _FIELDS, _ALPHA_FIELDS = 0, 3, 6
_ALPHA_MASK = 66
_EMBEDDED_PROFILE = b"DEBM"
_LIMIT_RLE_BYTES = 2 * 1024 * 1024
"""Runs are decoded in Python: a second for as many bytes, which are 1,000 times what a drawing takes."""


def is_bitmap(data: bytes) -> bool:
    """Tell whether data that start with `BM`, as a text may, go on as a bitmap does."""
    return data.startswith(SIGNATURE) and int.from_bytes(data[14:18], "little") in _SIZES | {_CORE}


def read_header(data: bytes) -> Header:
    """Read the declared properties; `data` starts as `is_bitmap` says.

    Raises:
        BrokenImage: impossible sides, or more runs than are decoded.
        struct.error: cut off.
    """
    (header_size,) = struct.unpack_from("<I", data, _FILE_HEADER)
    if header_size == _CORE:
        width, height = struct.unpack_from("<HH", data, 18)
        return Header(width, height, is_plain=False)
    width, height, _planes, _bits, compression = struct.unpack_from("<iiHHI", data, 18)
    if width <= 0 or not height:
        raise BrokenImage(detail="sides")
    if compression in _RLE and len(data) > _LIMIT_RLE_BYTES:
        raise BrokenImage(detail="too many runs")
    masked = compression == _FIELDS and header_size >= _ALPHA_MASK - _FILE_HEADER
    has_alpha = (masked or compression == _ALPHA_FIELDS) and data[_ALPHA_MASK : _ALPHA_MASK + 4] != bytes(4)
    return Header(width, abs(height), has_alpha=has_alpha, is_plain=False)


def find_essential(data: bytes) -> Excerpt:
    """Keep all of it, and pad the last row where a program has left that out.

    Raises:
        struct.error: cut off.
    """
    excerpt = Excerpt(data)
    excerpt.keep(0, len(data))
    start, header_size = struct.unpack_from("<II", data, 10)
    if header_size != _CORE:
        width, height, _planes, bits, compression = struct.unpack_from("<iiHHI", data, 18)
        stride = (width * bits + 31) // 32 * 4
        missing = start + stride * abs(height) - len(data)
        if compression in {_PLAIN, _FIELDS, _ALPHA_FIELDS} and 0 < missing <= stride - (width * bits + 7) // 8:
            excerpt.insert(bytes(missing))
    return excerpt


def find_profile(data: bytes) -> bytes | None:
    """Find the ICC profile of a BITMAPV5HEADER, None where it has none."""
    if int.from_bytes(data[14:18], "little") != _V5 or data[70:74] != _EMBEDDED_PROFILE:
        return None
    start, size = struct.unpack_from("<II", data, _FILE_HEADER + 112)
    profile = data[_FILE_HEADER + start : _FILE_HEADER + start + size]
    return profile if size and len(profile) == size else None
