"""The WebP container: its header, and what of it is needed to show the picture."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.errors import BrokenImage
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import UPRIGHT, orientation_of
from bot.images.codecs.header import Header
from bot.images.icc import rewrite_profile

# RFC 9649.
_RIFF_HEADER = 12
_ALPHA_FLAG, _ANIMATION_FLAG = 0x10, 0x02
_METADATA_FLAGS = 0x08 | 0x04  # EXIF, XMP
_PROFILE_FLAG = 0x20
_CANVAS_BYTES = 10
_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
_MOST_CHUNKS = 65_536


def read_header(data: bytes) -> Header:
    """Read the declared properties, the canvas before the frame; `data` starts with `RIFF????WEBP`.

    Raises:
        BrokenImage: no readable canvas or frame header.
    """
    header: Header | None = None
    orientation = UPRIGHT
    for kind, start, end in _chunks(data):
        if kind == b"VP8X" and header is None:
            header = _read_canvas(data, start)
        elif kind in _STILLS and header is None:
            header = _STILLS[kind](data, start)
        elif kind == b"EXIF":
            orientation = orientation_of(data[start + 8 : end])
    if header is None:
        raise BrokenImage(detail="no frame")
    return replace(header, orientation=orientation)


def find_essential(data: bytes) -> Excerpt:
    """Cut out everything that the picture does not need: EXIF, XMP, unknown chunks, what follows the end.

    A picture that does not move may lack what comes after it, and the byte that pads it, whatever the file says.

    Raises:
        BrokenImage: cut off, without a frame, or with one that does not fill the canvas.
    """
    chunks = list(_chunks(data))
    _check_frames(data, chunks)
    (riff_size,) = struct.unpack_from("<I", data, 4)
    needed = [(start, end) for kind, start, end in chunks if kind in _KEPT]
    moves = any(kind == b"ANMF" for kind, _start, _end in chunks)
    start, end = needed[-1]
    padding = bytes(not moves and end == len(data) + 1 and data[start + 4] & 1)
    if max(riff_size + 8 if moves else 0, *(end for _start, end in needed)) > len(data) + len(padding):
        raise BrokenImage(detail="cut off")
    kept = list(_select(chunks))
    profile = _write_profile(data, kept)
    kept = [one for one in kept if one[0] != b"ICCP" or (profile and one == _profile_of(kept))]
    size = 4 + sum(len(profile) if kind == b"ICCP" else end - start for kind, start, end in kept)
    excerpt = Excerpt(data)
    if size == riff_size:
        excerpt.keep(0, _RIFF_HEADER)
    else:
        excerpt.insert(b"RIFF" + struct.pack("<I", size) + b"WEBP")
    for kind, start, end in kept:
        flags_at = start + 8
        if kind == b"VP8X":
            unset = _METADATA_FLAGS | (0 if profile else _PROFILE_FLAG)
            flags = bytes([data[flags_at] & ~unset])
            excerpt.write(start, end, data[start:flags_at] + flags + data[flags_at + 1 : end])
        elif kind == b"ICCP":
            excerpt.write(start, end, profile)
        else:
            excerpt.keep(start, min(end, len(data)))
    excerpt.insert(padding)
    return excerpt


def _select(chunks: list[tuple[bytes, int, int]]) -> Iterator[tuple[bytes, int, int]]:
    """Leave out what no picture needs, and all of a kind but the first: only frames come several times."""
    seen: set[bytes] = set()
    for kind, start, end in chunks:
        if kind in _KEPT and (kind == b"ANMF" or kind not in seen):
            yield kind, start, end
        seen.add(kind)


def _profile_of(chunks: list[tuple[bytes, int, int]]) -> tuple[bytes, int, int] | None:
    return next((one for one in chunks if one[0] == b"ICCP"), None)


def _write_profile(data: bytes, chunks: list[tuple[bytes, int, int]]) -> bytes:
    """Write the first profile anew, as a chunk; empty where there is none that can be used."""
    found = _profile_of(chunks)
    if found is None:
        return b""
    _kind, start, end = found
    (length,) = struct.unpack_from("<I", data, start + 4)
    profile = rewrite_profile(data[start + 8 : min(start + 8 + length, end)])
    if profile is None:
        return b""
    return struct.pack("<4sI", b"ICCP", len(profile)) + profile + bytes(len(profile) % 2)


def _check_frames(data: bytes, chunks: list[tuple[bytes, int, int]]) -> None:
    canvas = next((_read_canvas(data, start) for kind, start, _end in chunks if kind == b"VP8X"), None)
    stills = [_STILLS[kind](data, start) for kind, start, _end in chunks if kind in _STILLS]
    if canvas and any((canvas.width, canvas.height) != (still.width, still.height) for still in stills):
        raise BrokenImage(detail="canvas and frame differ")
    if not stills and all(kind != b"ANMF" for kind, _start, _end in chunks):
        raise BrokenImage(detail="no frame")


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield type, start and padded end of each chunk inside of the RIFF size; the end may lie beyond the data."""
    (riff_size,) = struct.unpack_from("<I", data, 4)
    position = _RIFF_HEADER
    for _ in range(_MOST_CHUNKS):
        if position + 8 > min(len(data), riff_size + 8):
            return
        kind, length = struct.unpack_from("<4sI", data, position)
        end = position + 8 + length + length % 2
        yield kind, position, end
        position = end
    raise BrokenImage(detail="too many chunks")


def _read_canvas(data: bytes, start: int) -> Header:
    """Read a VP8X chunk: RFC 9649, 2.7.1."""
    if int.from_bytes(data[start + 4 : start + 8], "little") != _CANVAS_BYTES:
        raise BrokenImage(detail="length of VP8X")
    flags, width, height = data[start + 8], _int24(data, start + 12), _int24(data, start + 15)
    return Header(
        width + 1,
        height + 1,
        animated=bool(flags & _ANIMATION_FLAG),
        has_alpha=bool(flags & _ALPHA_FLAG),
    )


def _read_lossy(data: bytes, start: int) -> Header:
    """Read a VP8 chunk's key frame header: RFC 6386, 9.1."""
    length, tag, mark, width, height = struct.unpack_from("<I3s3sHH", data, start + 4)
    first_part = int.from_bytes(tag, "little") >> 5
    if tag[0] & 1 or mark != b"\x9d\x01\x2a" or first_part > length - 10:
        raise BrokenImage(detail="no VP8 key frame")
    return Header(width & 0x3FFF, height & 0x3FFF)


def _read_lossless(data: bytes, start: int) -> Header:
    """Read a VP8L chunk's header: RFC 9649, 3.4."""
    signature, bits = struct.unpack_from("<BI", data, start + 8)
    if signature != 0x2F:  # noqa: PLR2004
        raise BrokenImage(detail="no VP8L signature")
    return Header((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, has_alpha=bool(bits >> 28 & 1))


def _int24(data: bytes, start: int) -> int:
    low, high = struct.unpack_from("<HB", data, start)
    return int(low | high << 16)


_STILLS = {b"VP8 ": _read_lossy, b"VP8L": _read_lossless}
