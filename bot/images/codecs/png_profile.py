"""The profile of a PNG as it goes along: with nothing between, behind or before what it says of colours."""

import zlib

from bot.images.codecs.png_ancillary import LIMIT_PROFILE_BYTES
from bot.images.icc import canonical_profile

_NAMES = frozenset((b"icc", b"ICC Profile", b"ICC profile"))
"""What encoders call every profile; another name is somebody's text."""


def rewrite_profile(body: bytes) -> bytes | None:
    """Write the body of an iCCP chunk anew, or give the same one where it is plain; None where no profile is in it."""
    name, _, rest = body.partition(b"\0")
    inflater = zlib.decompressobj()
    try:
        profile = inflater.decompress(rest[1:], LIMIT_PROFILE_BYTES + 1)
    except zlib.error:
        return None
    canonical = canonical_profile(profile)
    if canonical is None:
        return None
    if canonical == profile and not inflater.unused_data and name in _NAMES:
        return body
    return b"icc\0\0" + zlib.compress(canonical)
