"""The first frame of any picture, decoded to one of five plain modes."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import GifImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from bot.domain.errors import BrokenImage
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.probing import ImageInfo

# Our own cap lies below the size that Pillow warns of; a file that gets there got past it.
warnings.simplefilter("error", Image.DecompressionBombWarning)

_PLUGINS: dict[str, Callable[[Any], ImageFile.ImageFile]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "gif": GifImagePlugin.GifImageFile,
}
_PLAIN_MODES = frozenset(("L", "LA", "RGB", "RGBA", "CMYK"))
_KEY_SCALES = {"L;2": 85, "L;4": 17}
"""From a sample of 2 or 4 bits to the 8 that Pillow decodes it to; its tRNS value stays in the former."""


def decode(
    excerpt: Excerpt,
    info: ImageInfo,
    *,
    at_least: tuple[int, int] | None = None,
    grey: bool = False,
) -> Image.Image:
    """Decode the first frame to mode L, LA, RGB, RGBA or CMYK of 8 bits, not yet turned upright.

    Palettes and key colours become alpha where they hold transparency; 16-bit grey is scaled. A JPEG is decoded at
    1/2, 1/4 or 1/8 of its size where that is still `at_least` (width, height, as stored), and to its luminance
    alone for `grey`. The size is `info.stored_size` otherwise. `icc_profile` stays in the picture's `info`.

    Raises:
        BrokenImage: cut off, damaged, or of another size than its header says.
    """
    with reading_hostile_bytes(), excerpt.open() as file:
        image = _PLUGINS[info.format](file)
        if image.size != info.stored_size:
            raise BrokenImage(detail=f"{image.size} in place of {info.stored_size}")
        if at_least is not None or grey:
            image.draft("L" if grey else None, at_least)
        _scale_key_colour(image)
        image.load()
    return _to_plain(image)


def _scale_key_colour(image: ImageFile.ImageFile) -> None:
    key = image.info.get("transparency")
    rawmode = image.tile[0].args if image.tile else None
    if rawmode == "RGB;16B" and isinstance(key, tuple):
        image.info["transparency"] = tuple(sample >> 8 for sample in key)
    elif isinstance(rawmode, str) and isinstance(key, int):
        image.info["transparency"] = key * _KEY_SCALES.get(rawmode, 1)


def _to_plain(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":
        return _to_8_bits(image)
    if "transparency" in image.info:
        return image.convert("LA" if image.mode in {"1", "L"} else "RGBA")
    if image.mode in _PLAIN_MODES:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _to_8_bits(image: Image.Image) -> Image.Image:
    samples = np.asarray(image)
    # round(sample / 257) without leaving 16 bits
    grey = Image.fromarray(((samples - (samples >> 8) + 128) >> 8).astype(np.uint8))
    key = image.info.get("transparency")
    if isinstance(key, int):
        opaque = Image.fromarray(np.where(samples == key, np.uint8(0), np.uint8(255)))
        grey = Image.merge("LA", (grey, opaque))
    if icc_profile := image.info.get("icc_profile"):
        grey.info["icc_profile"] = icc_profile
    return grey
