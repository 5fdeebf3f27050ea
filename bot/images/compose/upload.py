"""What goes up for an edit with a mask, and what is kept to lay its answer in."""

from dataclasses import dataclass, field
from math import ceil

import numpy as np
from PIL import Image, ImageChops

from bot.domain.crop import Crop, choose_crop
from bot.domain.crop_choice import CropChoice
from bot.domain.errors import FileTooLarge, MaskMarksNothing, TooManyPixels
from bot.domain.models import Model
from bot.images.alpha import OPAQUE, has_transparency, without_alpha
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_png
from bot.images.codecs.excerpt import Excerpt
from bot.images.codecs.probing import ImageInfo, find_essential, most_pixels, probe
from bot.images.colour import to_srgb
from bot.images.compose.marks import encode_marks
from bot.images.compose.original import encode_original, without_private_data
from bot.images.compose.soft_edge import soften
from bot.images.geometry import Box, scale_part, turn_box, turn_upright
from bot.images.masks.mask import encode_mask, read_alpha
from bot.images.masks.reading import NOISE

_REDUCING_GAP = 2.0


@dataclass(frozen=True, slots=True)
class MaskedUpload:
    """A picture and its mask to upload, and what the answer is laid into.

    Attributes:
        picture: PNG in sRGB, of exactly the crop's upload size.
        mask: RGBA PNG of exactly that size, alpha 0 where to repaint.
        original: the picture as it was given, without private metadata.
        marks: PNG of mode L, of the crop's size in the upright original: 255 changes, 0 is kept, between is the soft
            edge. What lies outside of the crop is kept.
        crop: what of the original went up.
        share: of the original that is marked, 0 to 1.
    """

    picture: bytes = field(repr=False)
    mask: bytes = field(repr=False)
    original: bytes = field(repr=False)
    marks: bytes = field(repr=False)
    crop: Crop
    share: float


def prepare_masked(
    picture: bytes, mask: bytes, *, is_region: bool, model: Model, size: str, choice: CropChoice, byte_limit: int
) -> MaskedUpload:
    """Cut what a model is to see out of a picture and its mask, at their full size, and keep what it is laid into.

    A mask may be smaller than the picture; two levels are scaled up to smooth edges. `byte_limit` is that of the
    picture that goes up; the mask has its own.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `prepare_image` does, for either.
        MaskOfAnotherShape, MaskMarksNothing, MaskTooDetailed: as `build_mask` does.
    """
    info = probe(picture)
    full_size = info.width, info.height
    excerpt = find_essential(picture, info)
    marks = ImageChops.invert(
        read_alpha(mask, image_size=full_size, size=full_size, picture=picture, is_region=is_region)
    )
    mask_info = probe(mask)
    if (mask_info.width, mask_info.height) != full_size:
        # What scaling makes beside an edge of a smaller mask is not meant.
        marks = marks.point([level if level > NOISE else 0 for level in range(OPAQUE + 1)])
    box = marks.getbbox()
    if box is None:
        raise MaskMarksNothing(had_alpha=False)
    share = _share(marks.crop(box)) * ((box[2] - box[0]) * (box[3] - box[1])) / (full_size[0] * full_size[1])
    crop = choose_crop(box, picture_size=full_size, marked_share=share, model=model, size=size, choice=choice)
    uploaded = marks.resize(crop.upload_size, Image.Resampling.LANCZOS, box=crop.box, reducing_gap=1.0)
    if uploaded.getbbox() is None:
        raise MaskMarksNothing(had_alpha=False)
    upload_mask = encode_mask(ImageChops.invert(uploaded))
    del uploaded
    times = crop.width / crop.upload_width
    edged = _with_border(box, pixels=2 * ceil(times), size=full_size)
    marks.paste(soften(marks.crop(edged), times=times), edged[:2])
    kept_marks = encode_marks(marks, crop)
    del marks
    upload, original = _cut_out(excerpt, info, crop)
    if len(upload) > byte_limit:
        raise FileTooLarge(limit_bytes=byte_limit, size_bytes=len(upload))
    return MaskedUpload(upload, upload_mask, original, kept_marks, crop, share)


@dataclass(frozen=True, slots=True)
class WholeUpload:
    """A picture to upload whole, and what is cut out of it: PNG in sRGB, the picture as it was given, and its crop."""

    picture: bytes = field(repr=False)
    original: bytes = field(repr=False)
    crop: Crop


def prepare_whole(picture: bytes, *, model: Model, size: str, byte_limit: int) -> WholeUpload:
    """Make a picture ready to be cut out, and keep it as it was given, without private metadata.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `prepare_image` does.
    """
    info = probe(picture)
    full_size = info.width, info.height
    limit = most_pixels("png", has_alpha=True)
    if info.width * info.height > limit:
        # A subject that is cut out has alpha, and what comes of it has to be read again.
        raise TooManyPixels(width=info.width, height=info.height, limit_pixels=limit)
    crop = choose_crop(
        (0, 0, *full_size), picture_size=full_size, marked_share=1, model=model, size=size, choice=CropChoice.WHOLE
    )
    upload, original = _cut_out(find_essential(picture, info), info, crop)
    if len(upload) > byte_limit:
        raise FileTooLarge(limit_bytes=byte_limit, size_bytes=len(upload))
    return WholeUpload(upload, original, crop)


def _with_border(box: Box, *, pixels: int, size: tuple[int, int]) -> Box:
    """Enlarge a box within a picture; of what has nothing around it, `soften` takes the end for that of the picture."""
    left, top, right, bottom = box
    return max(0, left - pixels), max(0, top - pixels), min(size[0], right + pixels), min(size[1], bottom + pixels)


def _share(marks: Image.Image) -> float:
    histogram = np.array(marks.histogram(), dtype=np.float64)
    return float(histogram @ np.arange(OPAQUE + 1) / histogram.sum()) / OPAQUE


def _cut_out(excerpt: Excerpt, info: ImageInfo, crop: Crop) -> tuple[bytes, bytes]:
    """Return what goes up of a picture, as PNG, and the picture itself without private data."""
    original = without_private_data(excerpt, info)
    needed = crop.upload_width / crop.width, crop.upload_height / crop.height
    at_least = round(info.width * min(1, needed[0])), round(info.height * min(1, needed[1]))
    image = decode(excerpt, info, at_least=info.oriented(*at_least))
    if original is None:
        original = encode_original(image, info)
    part = scale_part(
        image,
        _in_decoded(crop, info, image.size),
        info.oriented(*crop.upload_size),
        reducing_gap=_REDUCING_GAP,
    )
    del image
    part = to_srgb(turn_upright(part, info.orientation))
    return encode_png(part if has_transparency(part) else without_alpha(part)), original


def _in_decoded(crop: Crop, info: ImageInfo, size: tuple[int, int]) -> tuple[float, float, float, float]:
    left, top, right, bottom = turn_box(crop.box, (info.width, info.height), info.orientation)
    across, down = size[0] / info.stored_size[0], size[1] / info.stored_size[1]
    return left * across, top * down, right * across, bottom * down
