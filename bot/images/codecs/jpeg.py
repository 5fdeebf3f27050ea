"""The JPEG container: its header, and what of it is needed to show the picture."""

import re
import struct
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.errors import BrokenImage
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import UPRIGHT, orientation_of
from bot.images.codecs.header import Header
from bot.images.codecs.jpeg_scans import END, ScanCoverage, are_whole
from bot.images.icc import rewrite_profile

SIGNATURE = b"\xff\xd8\xff"

# ITU-T T.81, table B.1.
_SOI, _EOI, _SOS, _DQT, _COM = 0xD8, 0xD9, 0xDA, 0xDB, 0xFE
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_TEM = 0x01
_MARK = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = 0xC2
_PROFILE_AT, _PROFILE_PIECE = 18, 65_519
_PLAIN_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_TABLES = frozenset((0xC4, 0xCC, _DQT, 0xDC, 0xDD))
_REMOVABLE = frozenset(range(_APP0, _APP15 + 1)) | frozenset(range(0xF0, 0xFE)) | {_COM}
_CODED = 0
_MOST_UNITS = 2
_LENGTHS = {_APP0: 16, _APP14: 14}
"""What the length of JFIF without a thumbnail says, and of Adobe's mark; ITU-T T.871, 10.1, and T.872, 6.5.3."""

# A zero after 0xFF is a stuffed byte, D0 to D7 are restart marks inside of a scan, 0xFF is padding.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_BLOCK = 1024 * 1024
"""Bytes searched in one go: the search holds the interpreter lock, at worst 5 ms for this many."""
_MOST_SEGMENTS = 16_384
"""50 MB of depth map in the longest segments are 760."""


def read_header(data: bytes) -> Header:
    """Read the declared properties; `data` starts with the signature.

    Raises:
        BrokenImage: no frame header before the first scan.
    """
    orientation = None
    frame = None
    for marker, start, end in _segments(data):
        if marker in _FRAMES:
            depth, height, width, components = struct.unpack_from(">BHHB", data, start + 4)
            if end - start != 10 + 3 * components:
                raise BrokenImage(detail="length of the frame header")
            frame = Header(
                width,
                height,
                is_plain=marker in _PLAIN_FRAMES and depth == 8 and components in {1, 3},  # noqa: PLR2004
                progressive=marker == _PROGRESSIVE,
            )
        elif marker == _APP1 and orientation is None and data.startswith(b"Exif\0\0", start + 4):
            orientation = orientation_of(data[start + 4 : end])
        elif marker in {_SOS, _EOI}:
            break
    if frame is None or not frame.width or not frame.height:
        raise BrokenImage(detail="no frame header")
    return replace(frame, orientation=orientation or UPRIGHT)


def find_essential(data: bytes) -> Excerpt:
    """Cut out everything that the picture does not need, a second photo after its end included.

    Kept are the tables, the frame, the scans, the ICC profile, Adobe's colour mark and JFIF without its thumbnail. A
    decoder does not notice damage inside of a scan either, so the walk from mark to mark is the whole check. An end
    mark that is missing is added where all scans are whole, as every viewer has it.

    Raises:
        BrokenImage: cut off inside of its scans, or damaged.
        ImageTooComplex: more than 20 scans.
    """
    excerpt = Excerpt(data)
    excerpt.keep(0, 2)
    coverage = ScanCoverage()
    frames = 0
    written: set[int] = set()
    for marker, start, end in _segments(data):
        if end > len(data):
            raise BrokenImage(detail=f"cut off in segment {marker:02x}")
        _keep_segment(excerpt, data, (marker, start, end), written=written)
        if marker in _FRAMES:
            frames += 1
            coverage.begin(data[start + 4 : end], progressive=marker == _PROGRESSIVE)
        elif marker == _SOS:
            coverage.add(data[start + 4 : end])
        if marker == _EOI:
            if frames != 1 or not coverage.scans:
                raise BrokenImage(detail=f"{frames} frames, {coverage.scans} scans")
            return excerpt
    if frames == 1 and coverage.is_complete and are_whole(data):
        excerpt.insert(END)
        return excerpt
    raise BrokenImage(detail="cut off before the end mark")


def _keep_segment(excerpt: Excerpt, data: bytes, segment: tuple[int, int, int], *, written: set[int]) -> None:
    """Keep what a segment has for the picture; of the marks of colour, each once and written anew."""
    marker, start, end = segment
    if marker in _LENGTHS and marker not in written and _is_about_colour(data, marker, start):
        written.add(marker)
        _write_fields(excerpt, data, marker, start, end)
    elif marker == _APP2 and _is_about_colour(data, marker, start):
        if marker not in written:
            _write_profile(excerpt, data)
        written.add(marker)
    elif marker not in _REMOVABLE:
        excerpt.keep(start, end)


def _write_fields(excerpt: Excerpt, data: bytes, marker: int, start: int, end: int) -> None:
    """Keep the fields that a segment has by its standard, and nothing that stands behind them or in unused ones."""
    length = _LENGTHS[marker]
    if end - start < length + 2:
        return
    version, units = data[start + 9], data[start + 11]
    density = data[start + 9 : start + 16] if version == 1 and units <= _MOST_UNITS else b"\1\1\0\0\1\0\1"
    # Whatever Adobe's version and flags are, decoders go by the last byte: the colours.
    jfif, adobe = b"JFIF\0" + density + b"\0\0", b"Adobe\0\x64\0\0\0\0" + data[start + 15 : start + 16]
    fields = jfif if marker == _APP0 else adobe
    excerpt.write(start, end, struct.pack(">BBH", _MARK, marker, length) + fields)


def _write_profile(excerpt: Excerpt, data: bytes) -> None:
    """Write the ICC profile anew, if all its parts are there; ICC.1:2022, annex B.4."""
    parts: dict[int, bytes] = {}
    count = 0
    for marker, start, end in _segments(data):
        if marker == _SOS:
            break
        if marker == _APP2 and end - start > _PROFILE_AT and _is_about_colour(data, marker, start):
            parts.setdefault(data[start + 16], data[start + _PROFILE_AT : end])
            count = data[start + 17]
    profile = rewrite_profile(b"".join(parts[number] for number in sorted(parts)))
    if profile is None or sorted(parts) != list(range(1, count + 1)):
        return
    pieces = [profile[at : at + _PROFILE_PIECE] for at in range(0, len(profile), _PROFILE_PIECE)]
    for number, piece in enumerate(pieces, start=1):
        head = struct.pack(">BBH12sBB", _MARK, _APP2, len(piece) + 16, b"ICC_PROFILE\0", number, len(pieces))
        excerpt.insert(head + piece)


def _is_about_colour(data: bytes, marker: int, start: int) -> bool:
    prefix = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}.get(marker)
    return prefix is not None and data.startswith(prefix, start + 4)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield marker, start and end of each segment, EOI the last; `_CODED` are the bytes of a scan after its header.

    The end may lie beyond the data. Bytes between segments, which decoders skip, belong to none.
    """
    position = 2
    for _ in range(_MOST_SEGMENTS):
        start = _find_marker(data, position)
        if start is None:
            return
        marker = data[start + 1]
        if marker == _EOI:
            yield marker, start, start + 2
            return
        if marker == _TEM:
            position = start + 2
            continue
        if marker not in _FRAMES | _TABLES | _REMOVABLE | {_SOS}:
            raise BrokenImage(detail=f"marker {marker:02x}")
        (length,) = struct.unpack_from(">H", data, start + 2)
        if length < 2:  # noqa: PLR2004
            raise BrokenImage(detail=f"length of segment {marker:02x}")
        position = start + 2 + length
        yield marker, start, position
        if marker == _SOS:
            coded, position = position, _find_marker(data, position) or len(data)
            if position == len(data) and data[-1] == _MARK:
                position -= 1
            yield _CODED, coded, position
    raise BrokenImage(detail="too many segments")


def _find_marker(data: bytes, position: int) -> int | None:
    while position < len(data):
        if found := _MARKER.search(data, position, position + _BLOCK + 1):
            return found.start()
        position += _BLOCK
    return None
