"""What a chunk of a PNG may hold that goes along: so many bytes as its kind has, and nothing behind them."""

import zlib

from bot.images.icc import canonical_profile, inflate_profile

_GREY, _RGB, _PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
_SIZES = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"cICP": 4, b"mDCV": 24, b"cLLI": 8, b"pHYs": 9}
_SIZES_BY_COLOUR = {
    b"tRNS": {_GREY: 2, _RGB: 6},
    b"sBIT": {_GREY: 1, _RGB: 3, _PALETTE: 3, _GREY_ALPHA: 2, _RGB_ALPHA: 4},
    b"bKGD": {_GREY: 2, _RGB: 6, _PALETTE: 1, _GREY_ALPHA: 2, _RGB_ALPHA: 6},
}
"""W3C PNG, third edition, chapter 11."""
_NAMES = frozenset((b"icc", b"ICC Profile", b"ICC profile"))
"""What encoders call every profile; another name is somebody's text."""


def fits(kind: bytes, size: int, *, colour: int, palette: int) -> bool:
    """Tell whether a chunk has a size that its kind may have, beside a colour type and so many `palette` colours."""
    if kind == b"tRNS" and colour == _PALETTE:
        return 1 <= size <= palette
    if kind in _SIZES_BY_COLOUR:
        return size == _SIZES_BY_COLOUR[kind].get(colour)
    return size == _SIZES.get(kind, size)


def rewrite_profile(body: bytes) -> bytes | None:
    """Write the body of an iCCP chunk anew; None where it holds no profile, and the same bytes where they are plain."""
    name, _, rest = body.partition(b"\0")
    profile, behind = inflate_profile(rest[1:])
    canonical = canonical_profile(profile)
    if canonical is None or rest[:1] != b"\0":
        return None
    if canonical == profile and not behind and name in _NAMES:
        return body
    return b"icc\0\0" + zlib.compress(canonical)
