"""Whole PNG files, made quickly and each a different one."""

from __future__ import annotations

import functools
import random
import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def numbered_png(number: int, *, side: int = 64, size_bytes: int = 0) -> bytes:
    """Make a square PNG that no other number has, of at least about `size_bytes`."""
    text = _chunk(b"tEXt", b"Comment\x00picture %d" % number)
    return _SIGNATURE + text.join(_parts(side, size_bytes)) + _END


def sketch_png(index: int) -> bytes:
    """Make a PNG that differs from every numbered one."""
    return numbered_png(-1 - index, side=16)


@functools.lru_cache(maxsize=8)
def _parts(side: int, size_bytes: int) -> tuple[bytes, bytes]:
    """Give a file's header and its pixels: a plain area, or as much noise as makes it so large."""
    source = random.Random(side)  # noqa: S311 - the same picture each time
    rows = bytearray()
    row_bytes = side * 3
    # Noise of so many bits a byte comes out of the compression as large as it went in.
    bits = min(8, round(8 * size_bytes / (side * row_bytes))) if size_bytes else 0
    mask = bytes(value & ((1 << bits) - 1) for value in range(256))
    for _ in range(side):
        rows += b"\x00" + (source.randbytes(row_bytes).translate(mask) if bits else b"\x50\x80\xb0" * side)
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return header, _chunk(b"IDAT", zlib.compress(bytes(rows), 1))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
