"""A picture as it was given, kept without what is private: what goes up is cut out of it, and answers are laid in."""

import struct

from PIL import Image

from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_png
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.exif import UPRIGHT, orientation_block
from bot.images.codecs.probing import ImageInfo, find_essential, probe
from bot.images.colour import to_srgb
from bot.images.geometry import turn_upright


def keep_original(picture: bytes) -> bytes:
    """Cut what is private out of a picture, whose size and pixels stay: it is a PNG where its own kind cannot be kept.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    info = probe(picture)
    excerpt = find_essential(picture, info)
    kept = without_private_data(excerpt, info)
    return encode_original(decode(excerpt, info), info) if kept is None else kept


def encode_original(image: Image.Image, info: ImageInfo) -> bytes:
    """Encode a decoded picture upright, as PNG with its profile; CMYK, which no PNG has, as sRGB."""
    return encode_png(turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation))


def without_private_data(excerpt: Excerpt, info: ImageInfo) -> bytes | None:
    """Return the file without private data; None where that loses what it takes to open it, so that it needs another.

    What is cut out of a PNG, a JPEG and a WebP has their orientation in it; of a GIF nothing is cut out.
    """
    if info.format == "gif":
        return None
    data = excerpt.to_bytes()
    if info.orientation == UPRIGHT or probe(data).orientation == info.orientation:
        return data
    if info.format != "jpeg":
        return None
    block = b"Exif\0\0" + orientation_block(info.orientation)
    return data[:2] + struct.pack(">HH", 0xFFE1, len(block) + 2) + block + data[2:]
