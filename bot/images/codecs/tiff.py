"""The TIFF container: its header, and a directory that holds no more than the picture needs."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.errors import BrokenImage, UnsupportedImage
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import orientation_of
from bot.images.codecs.header import Header

SIGNATURES = (b"II*\0", b"MM\0*")

# TIFF 6.0, section 8 and appendix A; the profile's tag is of ICC.1:2022, annex B.4.
_SIDES = _WIDTH, _HEIGHT = 256, 257
_TILE = _TILE_WIDTH, _TILE_HEIGHT = 322, 323
_BITS, _COMPRESSION, _PHOTOMETRIC, _SAMPLES, _EXTRA = 258, 259, 262, 277, 338
_FILL_ORDER, _ROWS, _PLANES, _PREDICTOR = 266, 278, 284, 317
_SINGLE = frozenset(
    (*_SIDES, _COMPRESSION, _PHOTOMETRIC, _SAMPLES, *_TILE, _FILL_ORDER, _ROWS, _PLANES, _PREDICTOR, 292, 293, 531)
)
_SEVERAL = frozenset((_BITS, 273, 279, 320, 324, 325, _EXTRA, 339, 347, 530, 532, 34675))
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_SHORT, _LONG = 3, 4
_INLINE_BYTES = 4
_MOST_ENTRIES = 4096

_COMPRESSIONS = frozenset((1, 2, 3, 4, 5, 7, 8, 32773, 32946))
"""None, LZW, JPEG, Deflate and PackBits, which cameras and editors write, and those of fax machines and scanners."""
_MOST_SAMPLES = 6
_TILE_TIMES, _SMALLEST_LIMIT = 4, 1024 * 1024
"""A tile may have so many times the picture's pixels, or this many: decoders make room for a whole one."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the directory: its tag, its 12 bytes, and its value where it is a single whole number."""

    tag: int
    raw: bytes
    value: int | None


def read_header(data: bytes) -> Header:
    """Read the declared properties of the first picture; `data` starts with a signature.

    Raises:
        UnsupportedImage: a compression or a number of samples that is not read.
        BrokenImage: sides or tiles that no picture has.
        struct.error: cut off.
    """
    values = {one.tag: one.value for one in _entries(data) if one.value is not None}
    width, height = values.get(_WIDTH, 0), values.get(_HEIGHT, 0)
    if values.get(_COMPRESSION, 1) not in _COMPRESSIONS or values.get(_SAMPLES, 1) > _MOST_SAMPLES:
        raise UnsupportedImage(found="TIFF")
    tile = values.get(_TILE_WIDTH, 0) * values.get(_TILE_HEIGHT, 0)
    if tile > max(_TILE_TIMES * width * height, _SMALLEST_LIMIT):
        raise BrokenImage(detail="size of a tile")
    # Whether further samples are alpha, decoding tells.
    return Header(
        width,
        height,
        orientation=orientation_of(data),
        has_alpha=_EXTRA in values or values.get(_SAMPLES, 1) in {2, 4},
        is_plain=False,
    )


def find_essential(data: bytes) -> Excerpt:
    """Put a directory at the end that leads to the first picture alone: no place, no further pages, no other tags.

    Raises:
        BrokenImage: an entry that leads out of the file, or has other values than it must.
        struct.error: cut off.
    """
    order = _order(data)
    kept = [one for one in _entries(data) if one.tag in _SINGLE | _SEVERAL]
    padding = bytes(len(data) % 2)
    directory = struct.pack(f"{order}H", len(kept)) + b"".join(one.raw for one in kept) + bytes(4)
    excerpt = Excerpt(data)
    excerpt.keep(0, 4)
    excerpt.insert(struct.pack(f"{order}I", len(data) + len(padding)))
    excerpt.keep(8, len(data))
    excerpt.insert(padding + directory)
    return excerpt


def _order(data: bytes) -> str:
    return "<" if data.startswith(b"II") else ">"


def _entries(data: bytes) -> Iterator[_Entry]:
    """Yield the entries of the first directory that a picture needs, the first of each tag, and check them."""
    order = _order(data)
    (directory,) = struct.unpack_from(f"{order}I", data, 4)
    (entries,) = struct.unpack_from(f"{order}H", data, directory)
    if entries > _MOST_ENTRIES:
        raise BrokenImage(detail="too many entries")
    seen: set[int] = set()
    for start in range(directory + 2, directory + 2 + 12 * entries, 12):
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, start)
        if tag not in _SINGLE | _SEVERAL or tag in seen:
            continue
        seen.add(tag)
        size = count * _SIZES.get(kind, 0)
        (place,) = struct.unpack_from(f"{order}I", data, start + 8)
        if not size or (size > _INLINE_BYTES and place + size > len(data)):
            raise BrokenImage(detail=f"value of tag {tag}")
        value = None
        if tag in _SINGLE:
            if count != 1 or kind not in {_SHORT, _LONG}:
                raise BrokenImage(detail=f"type of tag {tag}")
            (value,) = struct.unpack_from(f"{order}{'H' if kind == _SHORT else 'I'}", data, start + 8)
        elif tag == _EXTRA:
            value = count
        yield _Entry(tag, data[start : start + 12], value)
