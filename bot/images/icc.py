"""ICC profiles written anew: what turns samples into colours, and nothing else that somebody may have put in."""

import struct

_HEADER_BYTES = 128
_MOST_TAGS = 100
_LENGTHS = {b"XYZ ": 20, b"sf32": 44}
_PARAMETERS = (1, 3, 4, 5, 7)
_NAMES = frozenset(
    (
        *(b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"wtpt", b"bkpt", b"chad", b"lumi"),
        *(b"A2B0", b"A2B1", b"A2B2", b"D2B0", b"D2B1", b"D2B2", b"D2B3", b"cicp"),
    )
)
"""The tags that colours are read by; names, descriptions and rights are not among them. ICC.1:2022, 9.2."""
_D50 = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)


def rewrite_profile(profile: bytes) -> bytes | None:
    """Write a profile anew with what colours are read by; None where it is no profile.

    Of the header stay version, class, colour spaces and intent: ICC.1:2022, 7.2.
    """
    if len(profile) < _HEADER_BYTES + 4 or profile[36:40] != b"acsp":
        return None
    tags = _colour_tags(profile)
    if not tags:
        return None
    place = _HEADER_BYTES + 4 + 12 * len(tags)
    index, body, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    for name, value in tags.items():
        if value not in places:
            places[value] = place + len(body)
            body += value + bytes(-len(value) % 4)
        index += struct.pack(">4sII", name, places[value], len(value))
    intent = min(int.from_bytes(profile[64:68]), 3)
    header = struct.pack(
        ">I4x4s12s12x4s24xI", place + len(body), profile[8:10] + b"\0\0", profile[12:24], b"acsp", intent
    )
    return (header + _D50).ljust(_HEADER_BYTES, b"\0") + index + body


def _colour_tags(profile: bytes) -> dict[bytes, bytes]:
    tags: dict[bytes, bytes] = {}
    (count,) = struct.unpack_from(">I", profile, _HEADER_BYTES)
    for entry in range(_HEADER_BYTES + 4, _HEADER_BYTES + 4 + 12 * min(count, _MOST_TAGS), 12):
        name, start, size = struct.unpack(">4sII", profile[entry : entry + 12].ljust(12, b"\0"))
        value = profile[start : start + size]
        if name in _NAMES and name not in tags and len(value) >= 12:  # noqa: PLR2004 - a type, zeros and a field
            tags[name] = value[:4] + bytes(4) + value[8 : _used_bytes(value)]
    return tags


def _used_bytes(value: bytes) -> int:
    """Tell how far a tag is read, by its type: tables of colours are as long as they say they are."""
    kind = value[:4]
    if kind == b"curv":
        return 12 + 2 * int.from_bytes(value[8:12])
    if kind == b"para":
        function = int.from_bytes(value[8:10])
        return 12 + 4 * _PARAMETERS[function] if function < len(_PARAMETERS) else 12
    return _LENGTHS.get(kind, len(value))
