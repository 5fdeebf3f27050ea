"""Which chunks of a PNG a reader goes by: of those that may be skipped, what is whole, well formed and in place."""

import struct
import zlib
from collections.abc import Iterator

from bot.images.codecs.png_chunks import is_ancillary, is_sound, make_chunk, read_chunks
from bot.images.icc import rewrite_profile

PALETTE = 3
"""The colour type whose pixels are places in PLTE; W3C PNG, third edition, 11.2.1."""
LIMIT_PROFILE_BYTES = 4 * 1024 * 1024
"""The largest colour profile that is read; those of printers have up to 2 MB."""

# W3C PNG, third edition, chapter 11.3; bytes.
_LENGTHS = {
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"mDCV": (24,),
    b"cLLI": (8,),
    b"pHYs": (9,),
    b"acTL": (8,),
    b"bKGD": (1, 2, 6),
    b"sBIT": (1, 2, 3, 4),
}
_BEFORE_PALETTE = frozenset((b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT"))
_BEFORE_PIXELS = frozenset((*_LENGTHS, b"iCCP", b"tRNS"))
_KEY_BYTES = {0: 2, 2: 6}
_COLOUR_BIT = 2
_LONGEST_NAME = 79
_GAMMAS = (1_000, 1_000_000)
_FARTHEST = 100_000
"""In parts of 100,000: what a gamma can be, and the x or y of a colour that is one."""
_PROFILE_HEADER = 128


def used_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield type, start and end of each critical chunk, whatever its state, and of the others that count.

    Those count that have a right checksum and the length that they must have, stand where they must, and are the first
    of their type: libpng, with which browsers read, passes over the others. A palette that is only suggested is
    one of them. IHDR comes first; its fields are read before it is checked.
    """
    colour = data[25]
    seen: set[bytes] = set()
    entries = 0
    for kind, start, end in read_chunks(data):
        skippable = is_ancillary(kind) or (kind == b"PLTE" and colour != PALETTE)
        if skippable and not (_is_in_place(kind, seen) and is_sound(data, start, end)):
            continue
        if is_ancillary(kind) and not _is_well_formed(kind, data[start + 8 : end - 4], colour, entries):
            continue
        if kind == b"PLTE":
            entries = (end - start - 12) // 3
        seen.add(kind)
        yield kind, start, end


def write_colour(kind: bytes, body: bytes, data: bytes) -> bytes:
    """Write a chunk about colour anew, so that it says nothing else; nothing where it says nothing that counts."""
    if kind == b"iCCP":
        profile = rewrite_profile(zlib.decompressobj().decompress(body[body.index(b"\0") + 2 :], LIMIT_PROFILE_BYTES))
        return b"" if profile is None else make_chunk(kind, b"icc\0\0" + zlib.compress(profile))
    if kind == b"tRNS" and data[25] != PALETTE:
        # Of each sample of the key as many bits count as the picture has.
        most = (1 << data[24]) - 1
        keys = struct.unpack(f">{len(body) // 2}H", body)
        return make_chunk(kind, struct.pack(f">{len(keys)}H", *(key & most for key in keys)))
    if kind == b"gAMA":
        low, high = _GAMMAS
        return make_chunk(kind, body) if low <= int.from_bytes(body) <= high else b""
    if kind == b"cHRM":
        return make_chunk(kind, body) if all(one <= _FARTHEST for one in struct.unpack(">8I", body)) else b""
    return make_chunk(kind, body)


def _is_in_place(kind: bytes, seen: set[bytes]) -> bool:
    if kind not in _BEFORE_PIXELS:
        return True
    late = b"IDAT" in seen or (kind in _BEFORE_PALETTE and b"PLTE" in seen)
    return kind not in seen and not late


def _is_well_formed(kind: bytes, body: bytes, colour: int, entries: int) -> bool:
    if kind == b"tRNS":
        return 0 < len(body) <= entries if colour == PALETTE else len(body) == _KEY_BYTES.get(colour)
    if kind == b"iCCP":
        return _is_profile(body, b"RGB " if colour & _COLOUR_BIT else b"GRAY")
    return kind not in _LENGTHS or len(body) in _LENGTHS[kind]


def _is_profile(body: bytes, space: bytes) -> bool:
    """Tell whether an ICC profile is there to its end and describes such colours; ICC.1:2022, 7.2."""
    name = body.find(b"\0", 0, _LONGEST_NAME + 1)
    if name < 1 or body[name + 1 : name + 2] != b"\0":
        return False
    try:
        profile = zlib.decompressobj().decompress(body[name + 2 :], LIMIT_PROFILE_BYTES + 1)
    except zlib.error:
        return False
    is_whole = _PROFILE_HEADER < int.from_bytes(profile[:4]) <= len(profile) <= LIMIT_PROFILE_BYTES
    return is_whole and (profile[16:20], profile[36:40]) == (space, b"acsp")
