"""What a file is, judged by its content: probed, capped and checked without decoding a pixel."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.errors import BadImage, BrokenImage, FileTooLarge, SideTooLong, TooManyPixels, UnsupportedImage
from bot.images.codecs import bmp, gif, heif, jpeg, png, png_chunks, tiff, webp
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.decoding_memory import LIMIT_DECODING_BYTES, decoding_bytes_per_pixel, usual_bytes_per_pixel
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.header import Box, Header
from bot.images.codecs.unsupported import name_unsupported
from bot.images.colour import DeclaredColour

LIMIT_PIXELS = 64 * 1024 * 1024
"""The largest picture of any format: 64 megapixel phones (9248x6944). `decoding_memory` has lower ones by format."""
LIMIT_SIDE = 32_767
"""The longest side; panoramas are shorter, and a picture of one row and 64 million columns is no picture."""
LIMIT_BYTES = 50 * 1024 * 1024
"""The largest picture file; OpenAI's API reference, createImageEdit, `image`."""

_TURNED = 5
"""EXIF orientations from here on swap width and height."""

_SIGNATURES: dict[str, bytes | tuple[bytes, ...]] = {
    "png": png_chunks.SIGNATURE,
    "jpeg": jpeg.SIGNATURE,
    "gif": gif.SIGNATURES,
    "tiff": tiff.SIGNATURES,
}
_HEADER_READERS: dict[str, Callable[[bytes], Header]] = {
    "png": png.read_header,
    "jpeg": jpeg.read_header,
    "webp": webp.read_header,
    "gif": gif.read_header,
    "avif": heif.read_avif_header,
    "heic": heif.read_heic_header,
    "bmp": bmp.read_header,
    "tiff": tiff.read_header,
}
_ESSENTIAL_FINDERS: dict[str, Callable[[bytes], Excerpt]] = {
    "png": png.find_essential,
    "jpeg": jpeg.find_essential,
    "webp": webp.find_essential,
    "avif": heif.find_essential,
    "heic": heif.find_essential,
    "bmp": bmp.find_essential,
    "tiff": tiff.find_essential,
}
_RESULT_FORMATS = frozenset(("png", "jpeg", "webp", "gif"))


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What a picture's header says.

    `format` is png, jpeg, webp, gif, avif, heic, bmp or tiff. `width` and `height` are upright, that is, after
    `orientation` (EXIF, 1 to 8) was applied. `has_alpha` says that pixels may be transparent, not that some are.
    `is_plain` is False for an encoding that not every reader takes (a CMYK or 12-bit JPEG). `frame` is where the first
    frame lies, as stored, in a picture that it does not fill. `colour` takes precedence over an ICC profile.
    """

    format: str
    width: int
    height: int
    orientation: int
    animated: bool
    has_alpha: bool
    is_plain: bool
    progressive: bool = False
    frame: Box | None = None
    colour: DeclaredColour | None = None

    @property
    def stored_size(self) -> tuple[int, int]:
        """Width and height as stored, before the orientation turns them."""
        return self.oriented(self.width, self.height)

    def oriented(self, width: int, height: int) -> tuple[int, int]:
        """Turn an upright size into a stored one, or back."""
        return (height, width) if self.orientation >= _TURNED else (width, height)


def sniff_format(data: bytes) -> str | None:
    """Tell png, jpeg, webp, gif, tiff, bmp, avif or heic from the first bytes; None is anything else."""
    for format_, signatures in _SIGNATURES.items():
        if data.startswith(signatures):
            return format_
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return "bmp" if bmp.is_bitmap(data) else heif.sniff(data)


def probe(data: bytes) -> ImageInfo:
    """Read a picture's header and hold it against the caps; names and declared types have no say.

    Raises:
        UnsupportedImage: none of the formats of `sniff_format`; `found` names other known content.
        FileTooLarge: over 50 MB.
        BrokenImage: a header that is damaged or cut off.
        TooManyPixels: over 64 megapixels, or over what its format may have.
        SideTooLong: over 32,767 pixels on one side.
    """
    format_ = sniff_format(data)
    if format_ is None:
        raise UnsupportedImage(found=name_unsupported(data))
    if len(data) > LIMIT_BYTES:
        raise FileTooLarge(limit_bytes=LIMIT_BYTES, size_bytes=len(data))
    with reading_hostile_bytes():
        header = _HEADER_READERS[format_](data)
    stored = header.width, header.height
    width, height = reversed(stored) if header.orientation >= _TURNED else stored
    if not width or not height:
        raise BrokenImage(detail="empty")
    limit_pixels = min(LIMIT_PIXELS, LIMIT_DECODING_BYTES // decoding_bytes_per_pixel(format_, header))
    if width * height > limit_pixels:
        raise TooManyPixels(width=width, height=height, limit_pixels=limit_pixels)
    if max(width, height) > LIMIT_SIDE:
        raise SideTooLong(width=width, height=height, limit_side=LIMIT_SIDE)
    return ImageInfo(
        format=format_,
        width=width,
        height=height,
        orientation=header.orientation,
        animated=header.animated,
        has_alpha=header.has_alpha,
        is_plain=header.is_plain,
        progressive=header.progressive,
        frame=header.frame,
        colour=header.colour,
    )


def most_pixels(format_: str, *, has_alpha: bool) -> int:
    """Say how many pixels a picture of a format may have."""
    return min(LIMIT_PIXELS, LIMIT_DECODING_BYTES // usual_bytes_per_pixel(format_, has_alpha=has_alpha))


def decoding_bytes(data: bytes) -> int:
    """Say what decoding a picture takes in memory by its header; 0 for what is refused, or is no picture."""
    try:
        info = probe(data)
    except BadImage:
        return 0
    return info.width * info.height * decoding_bytes_per_pixel(info.format, info)


def find_essential(data: bytes, info: ImageInfo) -> Excerpt:
    """Check that a picture is whole, and cut out all that it does not need to be shown.

    EXIF, XMP, IPTC, comments, texts, thumbnails and whatever follows the end are cut out: they can hold the place
    where a photo was taken. Colour profiles stay. Nothing is decoded: a PNG is checked by its checksums, a JPEG
    and a WebP by their structure (but see `jpeg_scans` for one without its end). What viewers make good is made good.
    The other formats are decoded in any case: a GIF is taken as it is, of the rest the first picture.

    Raises:
        BrokenImage: cut off or damaged.
    """
    if info.format not in _ESSENTIAL_FINDERS:
        excerpt = Excerpt(data)
        excerpt.keep(0, len(data))
        return excerpt
    with reading_hostile_bytes():
        return _ESSENTIAL_FINDERS[info.format](data)


def verify_result(data: bytes) -> ImageInfo:
    """Check that a provider's result is a whole picture, as cheaply as `find_essential` does.

    Raises:
        BadImage: whatever `probe` and `find_essential` raise.
        UnsupportedImage: not PNG, JPEG, WebP or GIF, which is what Discord shows.
    """
    info = probe(data)
    if info.format not in _RESULT_FORMATS:
        raise UnsupportedImage(found=info.format.upper())
    find_essential(data, info)
    return info
