"""A picture as it was given, kept until it is known what of it goes up."""

from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_png
from bot.images.codecs.probing import find_essential, probe
from bot.images.colour import to_srgb
from bot.images.compose.upload import _without_private_data
from bot.images.geometry import turn_upright


def keep_original(picture: bytes) -> bytes:
    """Cut what is private out of a picture, whose size and pixels stay: it is a PNG where its own kind cannot be kept.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    info = probe(picture)
    excerpt = find_essential(picture, info)
    kept = _without_private_data(excerpt, info)
    if kept is not None:
        return kept
    image = decode(excerpt, info)
    return encode_png(turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation))
