"""What it takes to decode a picture, by its header: what is lent for it, and the cap that follows."""

from typing import Protocol

LIMIT_DECODING_BYTES = 512 * 1024 * 1024
"""The most that decoding one picture may take, preparing it included: 48 megapixel phones, in JPEG and HEIC."""

_OPAQUE, _WITH_ALPHA = 0, 1
_BYTES_PER_PIXEL = {
    "jpeg": (4, 4),
    "png": (8, 10),
    "webp": (18, 18),
    "gif": (6, 10),
    "bmp": (10, 10),
    "tiff": (10, 10),
    "avif": (10, 14),
    "heic": (8, 11),
}
"""Of memory at the peak of preparing an opaque picture, and one with alpha, of 12 megapixels, rounded up.

Measured with Pillow 12 and pillow-heif 1.8 in a process of its own, November 2026. A decoder holds more than the
pixels: WebP's three canvases, AVIF's planes, PNG's 16 bits. A JPEG is decoded smaller, but see `_PROGRESSIVE`.
"""
_PROGRESSIVE = 10
"""Of a progressive JPEG, whose coefficients are all there before the first pixel is: 2 bytes a sample, 4:4:4."""


class _Declared(Protocol):
    @property
    def has_alpha(self) -> bool: ...
    @property
    def progressive(self) -> bool: ...


def decoding_bytes_per_pixel(format_: str, header: _Declared) -> int:
    """Say what decoding takes a pixel."""
    if header.progressive:
        return _PROGRESSIVE
    return usual_bytes_per_pixel(format_, has_alpha=header.has_alpha)


def usual_bytes_per_pixel(format_: str, *, has_alpha: bool) -> int:
    """Say what decoding takes a pixel of a format that is not progressive."""
    return _BYTES_PER_PIXEL[format_][_WITH_ALPHA if has_alpha else _OPAQUE]
