"""Whether a picture is really transparent anywhere."""

from typing import cast

from PIL import Image

OPAQUE = 255


def has_transparency(image: Image.Image) -> bool:
    """Tell whether some pixel of a plain picture (L, LA, RGB, RGBA) has alpha below 255."""
    return image.mode in {"LA", "RGBA"} and lowest(image.getchannel("A")) < OPAQUE


def lowest(channel: Image.Image) -> int:
    """Return the lowest sample of a picture of mode L."""
    low, _high = cast("tuple[int, int]", channel.getextrema())
    return low


def without_alpha(image: Image.Image) -> Image.Image:
    """Drop the alpha channel of a plain picture that is opaque."""
    without = {"LA": "L", "RGBA": "RGB"}.get(image.mode)
    return image.convert(without) if without else image
