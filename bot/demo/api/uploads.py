"""Uploaded files to pictures: what an edit may be given, judged by content; blocking, for a worker thread."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from bot.demo.api.drawing.retouch import Sources
from bot.demo.api.errors import ApiError, bad_markup, bad_mask, bad_request

IMAGE_LIMIT_BYTES = 50 * 1024 * 1024
MASK_LIMIT_BYTES = 4 * 1024 * 1024
MOST_IMAGES = 16
_MOST_PIXELS = 64 * 1024 * 1024
_TYPES = ("image/jpeg", "image/png", "image/webp")
_FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was sent, to `image`, `image[]`, `mask` or `markup`; `content_type` is what it was declared as."""

    field: str
    content_type: str
    data: bytes

    @property
    def is_picture(self) -> bool:
        """Whether it is what the edit begins with."""
        return self.field in {"image", "image[]"}

    @property
    def is_mask(self) -> bool:
        """Whether it says where to edit."""
        return self.field == "mask"


def check_declared(upload: Upload) -> None:
    """Refuse what the declared type or the length rules out, before a byte is decoded.

    Raises:
        ApiError: 400.
    """
    name = upload.field.removesuffix("[]")
    if upload.content_type not in _TYPES:
        message = (
            f"Invalid file '{name}': unsupported mimetype ('{upload.content_type}'). "
            "Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'."
        )
        raise bad_request(message, param=name, code="unsupported_file_mimetype")
    limit = MASK_LIMIT_BYTES if upload.is_mask else IMAGE_LIMIT_BYTES
    if len(upload.data) >= limit:
        raise file_too_large(name, limit)


def file_too_large(name: str, limit: int) -> ApiError:
    """A file at or over its limit in bytes."""
    message = f"Invalid file '{name}': file too large. The file must be less than {limit // 1024 // 1024} MB."
    return bad_request(message, param=name, code="file_too_large")


def open_sources(uploads: tuple[Upload, ...]) -> Sources:
    """Decode the pictures of an edit, upright, and its mask.

    Raises:
        ApiError: 400 for a file that is none of PNG, JPEG and WebP, or broken; for a mask that is no PNG, has no
            alpha channel or another size than the first picture.
    """
    images = [upload for upload in uploads if upload.is_picture]
    pictures = tuple(_open_picture(upload, number) for number, upload in enumerate(images))
    keep = next((_open_mask(upload) for upload in uploads if upload.is_mask), None)
    if keep is not None and keep.size != pictures[0].size:
        raise bad_mask("mask size does not match image size")
    strokes = next((_open_markup(upload) for upload in uploads if upload.field == "markup"), None)
    if strokes is not None and strokes.size != pictures[0].size:
        raise bad_markup("markup size does not match image size")
    base = pictures[0] if strokes is None else _marked(pictures[0], strokes)
    return Sources(base=base, others=pictures[1:], keep=keep)


def _open_picture(upload: Upload, number: int) -> Image.Image:
    refusal = bad_request(
        f"Invalid image file or mode for image {number}, please check your image file.",
        param="image",
        code="invalid_image_file",
    )
    picture = _decode(upload.data, _FORMATS, refusal)
    upright = ImageOps.exif_transpose(picture)
    return upright.convert("RGBA" if upright.has_transparency_data else "RGB")


def _open_mask(upload: Upload) -> Image.Image:
    mask = _decode(upload.data, ("PNG",), bad_mask("mask must be a PNG file"))
    if not mask.has_transparency_data:
        raise bad_mask("mask image missing alpha channel")
    return mask.convert("RGBA").getchannel("A")


def _open_markup(upload: Upload) -> Image.Image:
    markup = _decode(upload.data, ("PNG",), bad_markup("markup must be a PNG file"))
    if not markup.has_transparency_data or markup.convert("RGBA").getchannel("A").getextrema()[0] != 0:
        raise bad_markup("markup has no transparent pixels")
    return markup.convert("RGBA")


def _marked(picture: Image.Image, strokes: Image.Image) -> Image.Image:
    """Lay the strokes over the picture, so that what comes of them can be seen."""
    return Image.alpha_composite(picture.convert("RGBA"), strokes).convert(picture.mode)


def _decode(data: bytes, formats: tuple[str, ...], refusal: ApiError) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=formats)
        if picture.width * picture.height > _MOST_PIXELS:
            raise refusal
        picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refusal from error
    return picture
