"""The chunks of a PNG file: found, checked and made."""

import struct
from collections.abc import Iterator

from isal import isal_zlib

from bot.domain.errors import BrokenImage

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_MOST_CHUNKS = 65_536
"""50 MB in chunks of the usual 8 kB are 6,400."""


def is_ancillary(kind: bytes) -> bool:
    """Tell whether a reader may skip a chunk: its first letter is a small one."""
    return bool(kind[0] & 0x20)


def make_chunk(kind: bytes, body: bytes) -> bytes:
    """Encode a chunk."""
    crc = isal_zlib.crc32(body, isal_zlib.crc32(kind))
    return b"".join((struct.pack(">I", len(body)), kind, body, struct.pack(">I", crc)))


def read_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield type, start and end of each chunk, IEND the last; the end may lie beyond the data."""
    position = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if position + 8 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        yield kind, position, end
        if kind == b"IEND":
            return
        position = end
    raise BrokenImage(detail="too many chunks")


def check_crc(data: bytes, start: int, end: int) -> None:
    """Refuse a chunk whose checksum is wrong.

    Raises:
        BrokenImage: it is.
    """
    if not is_sound(data, start, end):
        raise BrokenImage(detail="checksum")


def is_sound(data: bytes, start: int, end: int) -> bool:
    """Tell whether a chunk is there to its end and its checksum is right."""
    if end > len(data):
        return False
    (expected,) = struct.unpack_from(">I", data, end - 4)
    # ISA-L's CRC takes 0.03 ms for 2 MB where zlib's takes 0.4 ms.
    return bool(isal_zlib.crc32(memoryview(data)[start + 4 : end - 4]) == expected)
