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
    WebPImagePlugin,
)

from bot.domain.errors import BrokenImage, UnsupportedImage
from bot.images.codecs import bmp
from bot.images.codecs.bmp_fields import decode_fields, has_fields
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.depth import DEEP_MODES, is_dark, join_halves, lower_half, to_8_bits
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.libtiff import open_tiff
from bot.images.codecs.png_ancillary import LIMIT_PROFILE_BYTES
from bot.images.codecs.probing import ImageInfo
from bot.images.colour import declared_profile

# Our own cap lies below the size that Pillow warns of; a file that gets there got past it.
warnings.simplefilter("error", Image.DecompressionBombWarning)
# Texts are cut out before; what is left that it counts for is the colour profile.
PngImagePlugin.MAX_TEXT_CHUNK = LIMIT_PROFILE_BYTES


def _open_bmp(file: Any) -> Image.Image:
    data = file.read()
    if not has_fields(data):
        file.seek(0)
        try:
            return BmpImagePlugin.BmpImageFile(file)
        except OSError as error:
            # Printers' (a JPEG in it), or of 2 bits.
            raise UnsupportedImage(found="BMP") from error
    image = decode_fields(data)
    image.format = "BMP"
    return image


def _open_heic(file: Any) -> ImageFile.ImageFile:
    # With libheif and its encoder it takes 40 ms and 4 MB, and few people ever send one.
    from pillow_heif import HeifImageFile  # noqa: PLC0415

    return HeifImageFile(file)  # type: ignore[no-untyped-call] # its stubs leave the constructor out


_READERS: dict[str, Callable[[Any], Image.Image]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "avif": AvifImagePlugin.AvifImageFile,
    "heic": _open_heic,
    "bmp": _open_bmp,
    "tiff": open_tiff,
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
        UnsupportedImage: a BMP or a TIFF of a kind that is not read.
    """
    with reading_hostile_bytes(), excerpt.open() as file:
        image = _READERS[info.format](file)
        if image.size not in {info.stored_size, _size_of_frame(info)}:
            raise BrokenImage(detail=f"{image.size} in place of {info.stored_size}")
        if info.format == "jpeg" and at_least is not None:
            image.draft(None, at_least)
        if info.format == "png":
            _scale_key_colour(image)
        rawmode = _rawmode(image)
        image.load()
        plain = _to_plain(image, as_mask=as_mask)
        if as_mask and (lower := lower_half(rawmode)) and is_dark(plain):
            plain = join_halves(plain, _read_as(lower, excerpt, info))
        plain = _place(plain, info)
        _settle_profile(plain, excerpt, info)
    return plain


def _rawmode(image: Image.Image) -> object:
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else ()
    arguments = tiles[0].args if tiles else None
    return arguments[0] if isinstance(arguments, tuple) and arguments else arguments


def _read_as(rawmode: str, excerpt: Excerpt, info: ImageInfo) -> Image.Image:
    with excerpt.open() as file:
        image = _READERS[info.format](file)
        assert isinstance(image, ImageFile.ImageFile)  # noqa: S101 - one that has a raw mode is
        image.tile = [
            one._replace(args=(rawmode, *one.args[1:]) if isinstance(one.args, tuple) else rawmode)
            for one in image.tile
        ]
        image.load()
        return image


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


def _scale_key_colour(image: Image.Image) -> None:
    key = image.info.get("transparency")
    rawmode = _rawmode(image)
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
