"""A result that fits a file limit."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PIL import Image

from bot.domain.errors import TooLargeToPost
from bot.domain.fitting import fit_within
from bot.images.alpha import has_transparency, without_alpha
from bot.images.animation import shrink_animation
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_jpeg, encode_webp
from bot.images.codecs.probing import find_essential, probe
from bot.images.colour import to_srgb
from bot.images.geometry import resize, turn_upright

_OPAQUE_WAYS = (
    partial(encode_jpeg, quality=95),
    partial(encode_jpeg, quality=90, subsampling="4:2:0"),
    partial(encode_jpeg, quality=80, subsampling="4:2:0"),
)
_TRANSPARENT_WAYS = (partial(encode_webp, quality=None), partial(encode_webp, quality=90))
_REDUCING_GAP = 2.0
_WEBP_SIDE = 16_383
"""The longest side of a WebP; RFC 9649, 2.5."""
_MARGIN = 0.95
"""Bytes fall a little slower than pixels do."""
_LARGEST_STEP = 0.8
_SMALLEST_SIDE = 16
"""Smaller than that is no picture any more."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture within the limit: bytes, format (png, jpeg, webp or gif) and size; `resized` if it lost pixels."""

    data: bytes
    format: str
    width: int
    height: int
    resized: bool


def fit_to_limit(data: bytes, *, limit_bytes: int) -> Fitted:
    """Bring a result to at most `limit_bytes`, its own bytes where they already are.

    Opaque, it becomes a JPEG of falling quality; with real transparency a WebP, without loss, then of quality 90;
    then it is scaled down. A PNG is never tried: level 9 takes 4 s and saves nothing. An animation becomes a GIF.

    Raises:
        TooLargeToPost: not even a thumbnail fits.
        UnsupportedImage, BrokenImage, TooManyPixels: as `probe` and `decode` do.
    """
    info = probe(data)
    excerpt = find_essential(data, info)
    if len(data) <= limit_bytes:
        return Fitted(data, info.format, info.width, info.height, resized=False)
    if info.animated:
        encoded, size = shrink_animation(data, info, limit_bytes=limit_bytes)
        return Fitted(encoded, "gif", *size, resized=size != (info.width, info.height))
    image = decode(excerpt, info)
    if info.colour is not None or image.mode == "CMYK":
        # No encoder of ours could say it.
        image = to_srgb(image)
    image = turn_upright(image, info.orientation)
    if has_transparency(image):
        format_ = "webp"
        encoded, size = _shrink_to_limit(_within_webp(image), _TRANSPARENT_WAYS, limit_bytes)
    else:
        format_ = "jpeg"
        encoded, size = _shrink_to_limit(without_alpha(image), _OPAQUE_WAYS, limit_bytes)
    return Fitted(encoded, format_, *size, resized=size != image.size)


def _within_webp(image: Image.Image) -> Image.Image:
    share = min(1, _WEBP_SIDE / max(image.size))
    width, height = (max(1, int(share * side)) for side in image.size)
    return resize(image, (width, height), reducing_gap=_REDUCING_GAP)


def _shrink_to_limit(
    image: Image.Image,
    ways: tuple[Callable[[Image.Image], bytes], ...],
    limit_bytes: int,
) -> tuple[bytes, tuple[int, int]]:
    """Try each way at full size, then the last one at ever smaller sizes; return the file and its size."""
    encoded = b""
    for encode in ways:
        encoded = encode(image)
        if len(encoded) <= limit_bytes:
            return encoded, image.size
    smaller = image
    while max(smaller.size) > _SMALLEST_SIDE:
        share = min(_LARGEST_STEP, _MARGIN * limit_bytes / len(encoded))
        size = fit_within(smaller.size, max(1, int(share * smaller.width * smaller.height)))
        smaller = resize(image, size, reducing_gap=_REDUCING_GAP)
        encoded = ways[-1](smaller)
        if len(encoded) <= limit_bytes:
            return encoded, smaller.size
    raise TooLargeToPost(size_bytes=len(encoded), limit_bytes=limit_bytes)
