"""An ICC profile as a file carries it: cut to what it says of itself, so that nothing goes along behind it."""

from struct import pack

_SIGNATURE, _SIGNATURE_AT = b"acsp", 36
_HEADER_BYTES, _TAG_BYTES = 128, 12
_RESERVED_AT = 100
_LIMIT_BYTES = 4 * 1024 * 1024
"""Profiles of printers have up to 2 MB."""


def canonical_profile(profile: bytes) -> bytes | None:
    """Write a profile anew of the parts that its table of tags names, in order; None where it is none.

    ICC.1:2022, 7.2 and 7.3: its size stands at byte 0, the number of tags at 128, and each has 12 bytes there.
    """
    size = int.from_bytes(profile[:4])
    if not _HEADER_BYTES + 4 <= size <= min(len(profile), _LIMIT_BYTES):
        return None
    if profile[_SIGNATURE_AT : _SIGNATURE_AT + 4] != _SIGNATURE:
        return None
    count = int.from_bytes(profile[_HEADER_BYTES : _HEADER_BYTES + 4])
    table = _HEADER_BYTES + 4 + _TAG_BYTES * count
    if table > size:
        return None
    places: dict[tuple[int, int], int] = {}
    tags, bodies, end = bytearray(), bytearray(), table
    for at in range(_HEADER_BYTES + 4, table, _TAG_BYTES):
        start, length = int.from_bytes(profile[at + 4 : at + 8]), int.from_bytes(profile[at + 8 : at + 12])
        if not table <= start <= start + length <= size:
            return None
        if (start, length) not in places:
            places[start, length] = end
            # Each begins at a multiple of four.
            bodies += profile[start : start + length] + bytes(-length % 4)
            end = table + len(bodies)
        tags += profile[at : at + 4] + pack(">II", places[start, length], length)
    # What follows the profile's own number is reserved, and zero.
    head = profile[4:_RESERVED_AT] + bytes(_HEADER_BYTES - _RESERVED_AT) + profile[_HEADER_BYTES : _HEADER_BYTES + 4]
    written = head + bytes(tags) + bytes(bodies)
    return pack(">I", 4 + len(written)) + written if 4 + len(written) <= _LIMIT_BYTES else None
