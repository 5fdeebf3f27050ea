"""A provider's picture to one that can be kept and posted, whatever format it came in."""

import io
from dataclasses import dataclass, field

from PIL import Image

from bot.domain.errors import TooManyPixels
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.encode import encode_png
from bot.images.codecs.probing import LIMIT_PIXELS, verify_result
from bot.images.codecs.svg import clean_svg

_REENCODED = {"avif": "AVIF", "bmp": "BMP"}
"""Formats that Discord shows not everywhere or not at all, by Pillow's names for them."""


@dataclass(frozen=True, slots=True)
class Result:
    """A picture that is whole; an SVG has no size in pixels."""

    data: bytes = field(repr=False)
    output_format: str
    width: int = 0
    height: int = 0
    has_alpha: bool = False


def settle_result(data: bytes, output_format: str) -> Result:
    """Check that a result is whole, and turn it into a PNG where Discord does not show its format.

    An SVG stays one, without what runs or reaches out of it.

    Raises:
        BadImage: it is damaged, cut off or over a cap.
    """
    if output_format == "svg":
        return Result(clean_svg(data), "svg", has_alpha=True)
    if output_format in _REENCODED:
        data, output_format = _to_png(data, _REENCODED[output_format]), "png"
    info = verify_result(data)
    return Result(data, output_format, info.width, info.height, info.has_alpha)


def _to_png(data: bytes, pillow_format: str) -> bytes:
    with reading_hostile_bytes(), Image.open(io.BytesIO(data), formats=[pillow_format]) as image:
        if image.width * image.height > LIMIT_PIXELS:
            raise TooManyPixels(width=image.width, height=image.height, limit_pixels=LIMIT_PIXELS)
        image.load()
        return encode_png(image.convert("RGBA" if image.has_transparency_data else "RGB"))
