"""The HEIF container, which AVIF and HEIC pictures come in: what it is, its header, and a file of its picture alone."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.domain.errors import BrokenImage, UnsupportedImage
from bot.images.codecs import av1
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import UPRIGHT
from bot.images.codecs.header import Header
from bot.images.colour import DeclaredColour

# ISO/IEC 14496-12 (boxes) and 23008-12 (HEIF); brands as registered at mp4ra.org.
_AVIF = frozenset((b"avif", b"avis"))
_HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))
_EITHER = frozenset((b"mif1", b"msf1", b"mif2", b"miaf"))
_STILL = {b"avis": b"avif", b"hevc": b"heic", b"hevx": b"heix"}
_SNIFFED = 64 * 1024
_CODED = {"avif": b"av01", "heic": b"hvc1"}
_GRID = b"grid"
_ALPHA = (b"auxiliary:alpha", b"hevc:2015:auxid:1")
_SRGB_CODES = (1, 13)
_UNSPECIFIED = 2

_MOST_BOXES = 10_000
_MOST_PIXELS_TIMES = 3
"""What is coded, the picture, its alpha and its gain map together, may be so many times the picture's size."""
_SMALL_PIXELS = 1024 * 1024
"""Coded pictures of this size in all are let be: a tile may be larger than the picture."""

_TURNS = {
    (0, None): UPRIGHT,
    (1, None): 8,
    (2, None): 3,
    (3, None): 6,
    (0, 0): 4,
    (0, 1): 2,
    (1, 0): 5,
    (1, 1): 7,
    (2, 0): 2,
    (2, 1): 4,
    (3, 0): 7,
    (3, 1): 5,
}
"""From quarters turned to the left, then mirrored (0: top and bottom change places, 1: left and right), to EXIF."""


def sniff(data: bytes) -> str | None:
    """Tell avif or heic from the brands, the first of them first, and else from what the picture is coded with."""
    if data[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(data[:4]), 4096)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]
    for brand in brands:
        if brand in _AVIF:
            return "avif"
        if brand in _HEIC:
            return "heic"
    if not _EITHER.intersection(brands):
        return None
    start = data[:_SNIFFED]
    return "avif" if b"av1C" in start else "heic" if b"hvcC" in start else None


def read_avif_header(data: bytes) -> Header:
    """Read the declared properties of the picture; its orientation is that of its boxes, EXIF has no say.

    Raises:
        UnsupportedImage: no still picture in it, or one that is coded in another way than its brand says.
        BrokenImage: it is coded larger than it says.
        struct.error, IndexError, KeyError: damaged or cut off.
    """
    meta = _read_meta(data)
    width, height, orientation = _read_geometry(meta, coded=_CODED["avif"])
    _check_coded_sizes(data, meta, width * height)
    return Header(
        width,
        height,
        orientation=orientation,
        animated=any(kind == b"moov" for kind, _start in _outer_boxes(data)),
        has_alpha=meta.has_alpha,
        is_plain=False,
        colour=_read_colour(meta),
    )


def read_heic_header(data: bytes) -> Header:
    """Read the declared properties of the picture, upright: its decoder turns it.

    Raises:
        UnsupportedImage: no still picture in it, or one that is coded in another way than its brand says.
        struct.error, IndexError, KeyError: damaged or cut off.
    """
    meta = _read_meta(data)
    width, height, orientation = _read_geometry(meta, coded=_CODED["heic"])
    if orientation > 4:  # noqa: PLR2004 - EXIF orientations from 5 on swap width and height
        width, height = height, width
    return Header(width, height, has_alpha=meta.has_alpha, is_plain=False, colour=_read_colour(meta))


def find_essential(data: bytes) -> Excerpt:
    """Say that it is a still picture: with the brand of an animation first, a decoder goes to the tracks."""
    excerpt = Excerpt(data)
    excerpt.keep(0, 8)
    excerpt.insert(_STILL.get(data[8:12], data[8:12]))
    excerpt.keep(12, len(data))
    return excerpt


@dataclass(slots=True)
class _Meta:
    """What the `meta` box says: the items by id, their properties, and where their data lie."""

    primary: int = 0
    kinds: dict[int, bytes] = field(default_factory=dict)
    properties: list[tuple[bytes, bytes]] = field(default_factory=list)
    associations: dict[int, list[int]] = field(default_factory=dict)
    extents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def of(self, item: int) -> dict[bytes, bytes]:
        """Return the properties of an item by their type."""
        places = self.associations.get(item, [])
        return {self.properties[one - 1][0]: self.properties[one - 1][1] for one in places if one}

    @property
    def has_alpha(self) -> bool:
        return any(kind == b"auxC" and any(one in body for one in _ALPHA) for kind, body in self.properties)


def _read_geometry(meta: _Meta, *, coded: bytes) -> tuple[int, int, int]:
    """Return width and height as stored, and the EXIF orientation."""
    if meta.kinds.get(meta.primary) not in {coded, _GRID}:
        raise UnsupportedImage(found="AVIF" if coded == _CODED["avif"] else "HEIC")
    properties = meta.of(meta.primary)
    width, height = struct.unpack_from(">II", properties[b"ispe"], 4)
    if b"clap" in properties and coded != _CODED["avif"]:
        across, part, down, other = struct.unpack_from(">4I", properties[b"clap"])
        coded_pixels = width * height
        width, height = min(width, across // part), min(height, down // other)
        _check_coded_size(coded_pixels, width * height)
    turned = properties[b"irot"][0] & 3 if b"irot" in properties else 0
    mirrored = properties[b"imir"][0] & 1 if b"imir" in properties else None
    return width, height, _TURNS[turned, mirrored]


def _read_colour(meta: _Meta) -> DeclaredColour | None:
    """Read an `nclx` box; a profile in a box of the same type comes before it."""
    places = meta.associations.get(meta.primary, [])
    bodies = [meta.properties[one - 1][1] for one in places if one and meta.properties[one - 1][0] == b"colr"]
    if not bodies or any(one[:4] in {b"prof", b"rICC"} for one in bodies):
        return None
    primaries, transfer = struct.unpack_from(">HH", bodies[0], 4)
    return DeclaredColour(code_points=(primaries, transfer))


def _check_coded_sizes(data: bytes, meta: _Meta, pixels: int) -> None:
    total = 0
    for item, kind in meta.kinds.items():
        if kind != _CODED["avif"]:
            continue
        stretch = b"".join(data[start : start + min(size, _SNIFFED)] for start, size in meta.extents.get(item, [])[:8])
        width, height = av1.read_size(stretch)
        total += width * height
    _check_coded_size(total, pixels)


def _check_coded_size(coded: int, pixels: int) -> None:
    if coded > max(_MOST_PIXELS_TIMES * pixels, _SMALL_PIXELS):
        raise BrokenImage(detail=f"{coded} coded pixels for {pixels}")


def _read_meta(data: bytes) -> _Meta:
    meta = _Meta()
    start, end = _find_meta(data)
    idat = 0
    locations = b""
    for kind, first, last in _boxes(data, start + 4, end):
        body = data[first:last]
        if kind == b"pitm":
            meta.primary = int.from_bytes(body[4:8] if body[0] else body[4:6])
        elif kind == b"iinf":
            _read_kinds(meta, body)
        elif kind == b"iprp":
            _read_properties(meta, body)
        elif kind == b"iloc":
            locations = body
        elif kind == b"idat":
            idat = first
    meta.extents = dict(_read_locations(locations, idat=idat)) if locations else {}
    return meta


def _find_meta(data: bytes) -> tuple[int, int]:
    for kind, position in _outer_boxes(data):
        if kind == b"meta":
            return next((first, last) for _, first, last in _boxes(data, position, len(data)))
    # A film, or what was never one of these files.
    raise UnsupportedImage(found=(sniff(data) or "heic").upper())


def _outer_boxes(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield type and start of the boxes that a file is made of; what follows the last of them is none."""
    position = 0
    for _ in range(_MOST_BOXES):
        if position + 8 > len(data):
            return
        size, kind = struct.unpack_from(">I4s", data, position)
        yield kind, position
        position += int.from_bytes(data[position + 8 : position + 16]) if size == 1 else size or len(data)


def _read_kinds(meta: _Meta, body: bytes) -> None:
    for kind, first, _last in _boxes(body, 8 if body[0] else 6, len(body)):
        version = body[first]
        if kind != b"infe" or version < 2:  # noqa: PLR2004 - older entries name no type
            continue
        width = 4 if version > 2 else 2  # noqa: PLR2004 - version 3 has longer ids
        item = int.from_bytes(body[first + 4 : first + 4 + width])
        meta.kinds[item] = body[first + 6 + width : first + 10 + width]


def _read_properties(meta: _Meta, body: bytes) -> None:
    for kind, first, last in _boxes(body, 0, len(body)):
        if kind == b"ipco":
            meta.properties = [(one, body[begin:stop]) for one, begin, stop in _boxes(body, first, last)]
        elif kind == b"ipma":
            _read_associations(meta, body[first:last])


def _read_associations(meta: _Meta, body: bytes) -> None:
    version, wide = body[0], body[3] & 1
    (entries,) = struct.unpack_from(">I", body, 4)
    at = 8
    for _ in range(min(entries, _MOST_BOXES)):
        item = int.from_bytes(body[at : at + (4 if version else 2)])
        at += 4 if version else 2
        count = body[at]
        at += 1
        step = 2 if wide else 1
        places = [int.from_bytes(body[one : one + step]) for one in range(at, at + count * step, step)]
        meta.associations.setdefault(item, []).extend(one & (0x7FFF if wide else 0x7F) for one in places)
        at += count * step


def _read_locations(body: bytes, *, idat: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield each item and the stretches of its data; ISO/IEC 14496-12, 8.11.3."""
    version = body[0]
    offset_size, length_size, base_size, index_size = body[4] >> 4, body[4] & 15, body[5] >> 4, body[5] & 15
    reader = _Reader(body, 6)
    item_size = 4 if version == 2 else 2  # noqa: PLR2004 - version 2 has longer ids
    for _ in range(min(reader.read(item_size), _MOST_BOXES)):
        item = reader.read(item_size)
        in_idat = bool(version and reader.read(2) & 15)
        reader.read(2)
        base = reader.read(base_size) + (idat if in_idat else 0)
        extents = []
        for _ in range(min(reader.read(2), _MOST_BOXES)):
            if version:
                reader.read(index_size)
            offset = reader.read(offset_size)
            extents.append((base + offset, reader.read(length_size)))
        yield item, extents


class _Reader:
    """Reads whole numbers one after the other."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def read(self, size: int) -> int:
        """Read a number of `size` bytes; one of none is 0."""
        end = self._position + size
        if end > len(self._data):
            raise BrokenImage(detail="cut off in a table of items")
        number = int.from_bytes(self._data[self._position : end])
        self._position = end
        return number


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield type, start and end of the body of each box between two places."""
    for _ in range(_MOST_BOXES):
        if start + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, body)
            body += 8
        stop = start + size if size else end
        if stop < body or stop > end:
            raise BrokenImage(detail=f"size of {kind!r}")
        yield kind, body, stop
        start = stop
    raise BrokenImage(detail="too many boxes")
