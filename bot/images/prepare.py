"""An input picture, ready for upload."""

from dataclasses import dataclass

from bot.domain.errors import FileTooLarge
from bot.domain.fitting import fit_within
from bot.images.alpha import has_transparency, without_alpha
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_jpeg, encode_png
from bot.images.codecs.exif import UPRIGHT
from bot.images.codecs.probing import LIMIT_BYTES, ImageInfo, find_essential, probe
from bot.images.colour import to_srgb
from bot.images.geometry import resize, turn_upright

_UPLOADED = frozenset(("png", "jpeg", "webp"))
_QUALITY = 95
_REDUCING_GAP = 2.0
"""Pillow's own documentation: "a safe choice" is 2.0, and 3.0 cannot be told from none."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture to upload: its bytes, its format (png, jpeg or webp) and its size.

    `source_width` and `source_height` are the upright size of what was given.
    """

    data: bytes
    format: str
    width: int
    height: int
    source_width: int
    source_height: int


def prepare_image(data: bytes, *, pixel_budget: int, byte_limit: int = LIMIT_BYTES) -> Prepared:
    """Make a picture ready for upload: upright, still, of at most `pixel_budget` pixels, without private data.

    A PNG, JPEG or WebP that already is all that goes up as it is, except that metadata are cut out. Any other picture
    is scaled down, never up, with Lanczos and encoded anew: as PNG where some pixel is transparent, else as JPEG of
    quality 95 without chroma subsampling. An ICC profile is kept; CMYK, and colours that a container declares in other
    words, become sRGB. Of an animation, the first frame counts.

    Raises:
        UnsupportedImage: none of the formats of `sniff_format`.
        BrokenImage: cut off or damaged.
        TooManyPixels: over 64 megapixels or 32,767 pixels a side.
        FileTooLarge: over 50 MB as given, or over `byte_limit` when finished.
    """
    info = probe(data)
    excerpt = find_essential(data, info)
    size = fit_within((info.width, info.height), pixel_budget)
    if size == (info.width, info.height) and _goes_up_as_it_is(info):
        kept = excerpt.to_bytes()
        if len(kept) <= byte_limit:
            return Prepared(kept, info.format, *size, *size)
    stored_size = info.oriented(*size)
    image = decode(excerpt, info, at_least=stored_size)
    if info.colour is not None:
        # No encoder of ours could say it, and light that is far from sRGB is not to be averaged.
        image = to_srgb(image)
    image = resize(image, stored_size, reducing_gap=_REDUCING_GAP)
    image = turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation)
    if has_transparency(image):
        encoded, format_ = encode_png(image), "png"
    else:
        encoded, format_ = encode_jpeg(without_alpha(image), quality=_QUALITY), "jpeg"
    if len(encoded) > byte_limit:
        raise FileTooLarge(limit_bytes=byte_limit, size_bytes=len(encoded))
    return Prepared(encoded, format_, *size, info.width, info.height)


def _goes_up_as_it_is(info: ImageInfo) -> bool:
    # What makes a PNG move is cut out with the metadata.
    still = info.format == "png" or not info.animated
    return info.format in _UPLOADED and still and info.is_plain and info.orientation == UPRIGHT
