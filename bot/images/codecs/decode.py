"""The first frame of any picture, decoded to one of five plain modes."""

import warnings
from collections.abc import Callable
from typing import Any

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from bot.domain.errors import BrokenImage
from bot.images.codecs import bmp
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.depth import DEEP_MODES, to_8_bits
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.probing import ImageInfo
from bot.images.colour import declared_profile

# Our own cap lies below the size that Pillow warns of; a file that gets there got past it.
warnings.simplefilter("error", Image.DecompressionBombWarning)


def _open_heic(file: Any) -> ImageFile.ImageFile:
    # With libheif and its encoder it takes 40 ms and 4 MB, and few people ever send one.
    from pillow_heif import HeifImageFile  # noqa: PLC0415

    return HeifImageFile(file)  # type: ignore[no-untyped-call] # its stubs leave the constructor out


_PLUGINS: dict[str, Callable[[Any], ImageFile.ImageFile]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "avif": AvifImagePlugin.AvifImageFile,
    "heic": _open_heic,
    "bmp": BmpImagePlugin.BmpImageFile,
    "tiff": TiffImagePlugin.TiffImageFile,
}
_PLAIN_MODES = frozenset(("L", "LA", "RGB", "RGBA", "CMYK"))
_WITH_ALPHA = {"La": "LA", "RGBa": "RGBA", "PA": "RGBA"}
_KEY_SCALES = {"L;2": 85, "L;4": 17}
"""From a sample of 2 or 4 bits to the 8 that Pillow decodes it to; its tRNS value stays in the former."""


def decode(
    excerpt: Excerpt,
    info: ImageInfo,
    *,
    at_least: tuple[int, int] | None = None,
    as_mask: bool = False,
) -> Image.Image:
    """Decode the first frame to mode L, LA, RGB, RGBA or CMYK of 8 bits, not yet turned upright.

    Palettes and key colours become alpha where they hold transparency, and so does what a first frame leaves open;
    deeper samples are scaled, those of a mask from the range that it uses. A JPEG is decoded at 1/2, 1/4 or 1/8 of its
    size where that is still `at_least` (width, height, as stored). The size is `info.stored_size` otherwise. The
    profile that the pixels have, also where the container says so in other words, is `icc_profile` of `info`.

    Raises:
        BrokenImage: cut off, damaged, or of another size than its header says.
    """
    with reading_hostile_bytes(), excerpt.open() as file:
        image = _PLUGINS[info.format](file)
        if image.size not in {info.stored_size, _size_of_frame(info)}:
            raise BrokenImage(detail=f"{image.size} in place of {info.stored_size}")
        if info.format == "jpeg" and at_least is not None:
            image.draft(None, at_least)
        if info.format == "png":
            _scale_key_colour(image)
        image.load()
        plain = _place(_to_plain(image, as_mask=as_mask), info)
        _settle_profile(plain, excerpt, info)
    return plain


def _size_of_frame(info: ImageInfo) -> tuple[int, int]:
    left, top, right, bottom = info.frame or (0, 0, *info.stored_size)
    return right - left, bottom - top


def _place(image: Image.Image, info: ImageInfo) -> Image.Image:
    """Lay a frame that does not fill its picture on nothing."""
    if info.frame is None:
        return image
    frame = image if image.size == _size_of_frame(info) else image.crop(info.frame)
    placed = Image.new("RGBA", info.stored_size)
    placed.paste(frame.convert("RGBA"), info.frame[:2])
    placed.info = image.info
    return placed


def _settle_profile(image: Image.Image, excerpt: Excerpt, info: ImageInfo) -> None:
    if info.format == "bmp":
        image.info["icc_profile"] = bmp.find_profile(excerpt.to_bytes())
    if info.colour is not None:
        image.info["icc_profile"] = declared_profile(info.colour, grey=image.mode in {"L", "LA"})


def _scale_key_colour(image: ImageFile.ImageFile) -> None:
    key = image.info.get("transparency")
    rawmode = image.tile[0].args if image.tile else None
    if rawmode == "RGB;16B" and isinstance(key, tuple):
        image.info["transparency"] = tuple(sample >> 8 for sample in key)
    elif isinstance(rawmode, str) and isinstance(key, int):
        image.info["transparency"] = key * _KEY_SCALES.get(rawmode, 1)


def _to_plain(image: Image.Image, *, as_mask: bool) -> Image.Image:
    if image.mode in DEEP_MODES:
        return to_8_bits(image, as_mask=as_mask)
    if "transparency" in image.info:
        return image.convert("LA" if image.mode in {"1", "L"} else "RGBA")
    if image.mode in _PLAIN_MODES:
        return _without_empty_alpha(image) if image.format == "BMP" else image
    return image.convert(_WITH_ALPHA.get(image.mode) or ("L" if image.mode == "1" else "RGB"))


def _without_empty_alpha(image: Image.Image) -> Image.Image:
    """Drop an alpha channel of which nothing would be seen: many programs leave it at 0 in a BMP."""
    return image.convert("RGB") if image.mode == "RGBA" and not image.getchannel("A").getbbox() else image
