"""A provider's picture to one that can be kept and posted, whatever format it came in."""

import io
from dataclasses import dataclass, field

from PIL import Image

from bot.domain.errors import BadImage, TooManyPixels
from bot.images.alpha import OPAQUE, lowest
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.encode import encode_png
from bot.images.codecs.probing import LIMIT_PIXELS, verify_result
from bot.images.codecs.svg import clean_svg

_REENCODED = {"avif": "AVIF", "bmp": "BMP"}
"""Formats that Discord shows not everywhere or not at all, by Pillow's names for them."""


@dataclass(frozen=True, slots=True)
class Result:
    """A picture that is whole; an SVG has no size in pixels.

    `is_opaque`: it was looked for transparent pixels, and has none.
    """

    data: bytes = field(repr=False)
    output_format: str
    width: int = 0
    height: int = 0
    is_opaque: bool = False


def settle_result(data: bytes, output_format: str, *, wants_alpha: bool = False) -> Result:
    """Check that a result is whole, and turn it into a PNG where Discord does not show its format.

    An SVG stays one, without what runs or reaches out of it. With `wants_alpha` look whether any pixel is transparent.

    Raises:
        BadImage: it is damaged, cut off or over a cap.
    """
    if output_format == "svg":
        return Result(clean_svg(data), "svg")
    if output_format in _REENCODED:
        data, output_format = _to_png(data, _REENCODED[output_format]), "png"
    info = verify_result(data)
    is_opaque = wants_alpha and not (info.has_alpha and _shows_through(data, info.format))
    return Result(data, output_format, info.width, info.height, is_opaque)


def _shows_through(data: bytes, output_format: str) -> bool:
    """Tell whether a pixel of the first frame is transparent: many a picture has an alpha channel and no use for it."""
    try:
        with reading_hostile_bytes(), Image.open(io.BytesIO(data), formats=[output_format.upper()]) as image:
            return lowest(image.convert("RGBA").getchannel("A")) < OPAQUE
    except BadImage:
        # It is kept in any case, and nobody can say of what cannot be read that it came opaque.
        return True


def _to_png(data: bytes, pillow_format: str) -> bytes:
    with reading_hostile_bytes(), Image.open(io.BytesIO(data), formats=[pillow_format]) as image:
        if image.width * image.height > LIMIT_PIXELS:
            raise TooManyPixels(width=image.width, height=image.height, limit_pixels=LIMIT_PIXELS)
        image.load()
        return encode_png(image.convert("RGBA" if image.has_transparency_data else "RGB"))
