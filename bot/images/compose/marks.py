"""What is marked of a picture, kept for the part of it that goes up."""

from PIL import Image

from bot.domain.crop import Crop
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_png
from bot.images.codecs.probing import find_essential, probe


def encode_marks(marks: Image.Image, crop: Crop) -> bytes:
    """Encode the crop of marks (mode L, of the upright picture's size) as PNG: nothing is marked outside of it.

    Those of 48 megapixels take longer to decode than most of what is done with them.
    """
    return encode_png(marks.crop(crop.box))


def open_marks(marks: bytes) -> Image.Image:
    """Open marks as mode L, of the crop's size.

    Raises:
        BadImage: they are broken.
    """
    info = probe(marks)
    return decode(find_essential(marks, info), info)


def spread_marks(marks: bytes, *, original: bytes, crop: Crop) -> bytes:
    """Lay the marks of a crop out over the whole of its original: a PNG of mode L, in the upright original's size.

    Raises:
        BadImage: one of the files is broken.
    """
    info = probe(original)
    whole = Image.new("L", (info.width, info.height))
    whole.paste(open_marks(marks), (crop.left, crop.top))
    return encode_png(whole)
