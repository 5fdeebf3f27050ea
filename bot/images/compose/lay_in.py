"""An answer laid into the picture that it was made for, in that picture's size."""

from dataclasses import dataclass, field
from math import ceil, floor

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from bot.domain.crop import Crop
from bot.images.alpha import OPAQUE, has_transparency, without_alpha
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_jpeg, encode_png, encode_webp
from bot.images.codecs.probing import find_essential, most_pixels, probe
from bot.images.colour import profile_of, rgb_profile_of_grey, to_srgb
from bot.images.compose.blend import Patch, blend
from bot.images.compose.marks import open_marks
from bot.images.compose.placement import Placement, covered_box, possible_placements, show
from bot.images.compose.registration import register
from bot.images.compose.tone import find_tone
from bot.images.geometry import Box, scale_part, turn_upright
from bot.images.view import open_unmanaged, open_view, view_size

COMPARED_SIDE = 512
"""Pixels of the longest side in which the crop and the answer are compared."""
_NEAR = 1 / 24
"""Of that side: so far around the marks the surroundings count most, as the seam is there."""
_FAR_WEIGHT = 16
"""Of 255, what the rest counts: many pixels that say little about the seam."""
_JPEG_QUALITY = 95
_SKETCH_QUALITY = 85
_COMPARED_GAP = 1.0
"""A box filter does nearly all of it, as it does to the answer that is compared; 5 times as fast as 2.0."""
_WEBP_SIDE = 16_383
"""The longest side of a WebP; RFC 9649, 2.5."""
_WEBP_PIXELS = 12_000_000
"""Made without loss one takes 25 bytes of memory a pixel: 1.2 GB for 48 megapixels."""
_COLOUR_LEVELS = 4.0
"""Of 255, how far apart the channels of what is laid into a grey picture are on average, where it has colours."""
_UNCOVERED = 0.03
"""Of the crop's sides: a shift leaves so much without an answer, whose border goes on there."""


@dataclass(frozen=True, slots=True)
class LaidIn:
    """A finished picture: its bytes, its format (png, jpeg or webp) and its size in pixels."""

    data: bytes = field(repr=False)
    output_format: str
    width: int
    height: int


def lay_in(
    answer: bytes, *, original: bytes, marks: bytes, crop: Crop, output_format: str, transparent: bool = False
) -> LaidIn | None:
    """Lay an answer into the original, which keeps its size, its colours and every pixel that is not marked.

    None where the answer has nothing in common with what surrounds the marks, or does not reach all of them.

    A PNG is the original's to the bit where `marks` are 0, and so is a WebP, which is made without loss. A JPEG is
    encoded once, at quality 95 without chroma subsampling. Real transparency stays: in place of a JPEG it is a PNG
    then, and so is a WebP that would have more than 16,383 pixels a side or 12
    megapixels. Who asks for a `transparent` background with a
    mask wants it within the mask: where the answer is transparent inside of the marks, so is the result. Elsewhere, and
    where nobody asked, an opaque original shows through instead. The original's profile stays; CMYK, which no
    such file of ours has, becomes sRGB. A grey original stays grey unless what is laid in has colours.

    Args:
        answer: what the model drew for the crop, of any size, shape and still format.
        original: as `prepare_masked` has it.
        marks: likewise.
        crop: likewise.
        output_format: png, jpeg or webp.
        transparent: a transparent background was asked for.

    Raises:
        BadImage: one of the three files is broken, or over a cap.
    """
    weights = open_marks(marks)
    marked = weights.getbbox()
    if marked is None:
        return _encode(open_original(original), output_format)
    surroundings = _weigh(weights)
    weights = weights.crop(marked)
    drawn = open_answer(answer)
    base = open_original(original)
    compared = _compare(base, crop.box, surroundings)
    if transparent:
        compared = _where_opaque(compared, drawn, crop)
        base = _with_alpha(base)
    where = register(drawn, compared.picture, compared.counted, upload_size=crop.upload_size)
    if where is None or not _reaches(where, drawn.size, marked, crop):
        return None
    base = _paint(base, drawn, where, compared, weights=weights, box=_moved(marked, crop.box), crop=crop.box)
    # What is encoded comes beside it in memory.
    del drawn, weights, compared, surroundings
    return _encode(base, output_format)


def lay_in_sketch(sketch: bytes, *, original: bytes, marks: bytes, crop: Crop, longest: int) -> bytes:
    """Lay a sketch into the original, at most `longest` pixels a side, as JPEG, or PNG where some of it is transparent.

    It is laid where it most likely belongs, in the original's tone; nothing is searched.

    Raises:
        BadImage: as `lay_in` does.
    """
    info = probe(original)
    size = view_size((info.width, info.height), longest=longest)
    base = open_unmanaged(original, size)
    base = to_srgb(base) if base.mode == "CMYK" else base
    across, down = size[0] / info.width, size[1] / info.height
    left, top, right, bottom = crop.box
    part = floor(left * across), floor(top * down), ceil(right * across), ceil(bottom * down)
    weights = open_view(marks, (part[2] - part[0], part[3] - part[1])).convert("L")
    if (marked := weights.getbbox()) is not None:
        drawn = open_answer(sketch)
        where = possible_placements(drawn.size, crop.upload_size)[0]
        compared = _compare(base, part, _weigh(weights))
        base = _paint(base, drawn, where, compared, weights=weights.crop(marked), box=_moved(marked, part), crop=part)
    return encode_png(base) if has_transparency(base) else encode_jpeg(without_alpha(base), quality=_SKETCH_QUALITY)


@dataclass(frozen=True, slots=True)
class _Compared:
    """The crop at a small size, in sRGB (RGB), and how much each pixel counts (L): 0 where any of it is marked."""

    picture: Image.Image
    counted: Image.Image


def _paint(
    base: Image.Image,
    drawn: Image.Image,
    where: Placement,
    compared: _Compared,
    *,
    weights: Image.Image,
    box: Box,
    crop: Box,
) -> Image.Image:
    shown = show(drawn, where, compared.picture.size, filter_=Image.Resampling.BILINEAR).convert("RGB")
    tone = find_tone(*(np.asarray(one).astype(np.float32) for one in (shown, compared.picture, compared.counted)))
    base = _with_room_for_colours(base, shown, compared.counted)
    blend(base, Patch(drawn, where, tone), weights=weights, box=box, crop=crop, profile=profile_of(base))
    return base


def open_original(original: bytes) -> Image.Image:
    """Open what an answer is laid into upright, with its own samples and profile; CMYK becomes sRGB.

    Raises:
        BadImage: it is broken.
    """
    info = probe(original)
    image = decode(find_essential(original, info), info)
    return turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation)


def open_answer(answer: bytes) -> Image.Image:
    """Open an answer in sRGB, as RGB, or RGBA where it is really transparent."""
    info = probe(answer)
    image = to_srgb(turn_upright(decode(find_essential(answer, info), info), info.orientation))
    return image.convert("RGBA" if has_transparency(image) else "RGB")


def _moved(box: Box, crop: Box) -> Box:
    """Return where a box of the crop lies in the picture."""
    return box[0] + crop[0], box[1] + crop[1], box[2] + crop[0], box[3] + crop[1]


def _weigh(marks: Image.Image) -> Image.Image:
    """Say how much each pixel of the crop counts for comparing it, at a small size: 0 where any of it is marked."""
    size = view_size(marks.size, longest=COMPARED_SIDE)
    marked = marks.resize(size, Image.Resampling.BOX).point([0] + [OPAQUE] * OPAQUE)
    near = marked.filter(ImageFilter.GaussianBlur(_NEAR * COMPARED_SIDE))
    weight = near.point([min(OPAQUE, _FAR_WEIGHT + 2 * level) for level in range(OPAQUE + 1)])
    return ImageChops.subtract(weight, marked)


def _compare(base: Image.Image, crop: Box, weight: Image.Image) -> _Compared:
    part = to_srgb(scale_part(base, crop, weight.size, reducing_gap=_COMPARED_GAP))
    if part.mode in {"LA", "RGBA"}:
        weight = ImageChops.multiply(weight, part.getchannel("A"))
    return _Compared(part.convert("RGB"), weight)


def _where_opaque(compared: _Compared, drawn: Image.Image, crop: Crop) -> _Compared:
    """Leave out what the answer has no colours for, which nobody can compare."""
    if drawn.mode != "RGBA":
        return compared
    where = possible_placements(drawn.size, crop.upload_size)[0]
    alpha = show(drawn.getchannel("A"), where, compared.counted.size, filter_=Image.Resampling.BILINEAR)
    opaque = alpha.point([0] * OPAQUE + [OPAQUE])
    return _Compared(compared.picture, ImageChops.multiply(compared.counted, opaque))


def _with_alpha(base: Image.Image) -> Image.Image:
    """Give a picture an alpha channel, in place, where a PNG with one may have so many pixels here."""
    if base.mode in {"L", "RGB"} and base.width * base.height <= most_pixels("png", has_alpha=True):
        base.putalpha(OPAQUE)
    return base


def _reaches(where: Placement, answer_size: tuple[int, int], marked: Box, crop: Crop) -> bool:
    covered = covered_box(where, answer_size, (crop.width, crop.height), slack=_UNCOVERED)
    return all(np.less_equal(covered[:2], marked[:2])) and all(np.greater_equal(covered[2:], marked[2:]))


def _with_room_for_colours(base: Image.Image, shown: Image.Image, kept: Image.Image) -> Image.Image:
    """Give a grey picture three equal channels where what is laid in has colours; they look as it did."""
    if base.mode not in {"L", "LA"}:
        return base
    samples = np.asarray(shown).astype(np.int16)[np.asarray(kept) == 0]
    if not samples.size or np.ptp(samples, axis=-1).mean() < _COLOUR_LEVELS:
        return base
    return _in_colours(base)


def _in_colours(image: Image.Image) -> Image.Image:
    if image.mode not in {"L", "LA"}:
        return image
    profile = profile_of(image)
    coloured = image.convert("RGB" if image.mode == "L" else "RGBA")
    coloured.info["icc_profile"] = profile and rgb_profile_of_grey(profile)
    return coloured


def fits_webp(size: tuple[int, int]) -> bool:
    """Tell whether a picture of a size can be a WebP, and without loss in the memory that there is."""
    return max(size) <= _WEBP_SIDE and size[0] * size[1] <= _WEBP_PIXELS


def _encode(image: Image.Image, output_format: str) -> LaidIn:
    transparent = has_transparency(image)
    if (output_format == "jpeg" and transparent) or (output_format == "webp" and not fits_webp(image.size)):
        output_format = "png"
    if output_format == "jpeg":
        data = encode_jpeg(without_alpha(image), quality=_JPEG_QUALITY)
    elif output_format == "webp":
        data = encode_webp(_in_colours(image), quality=None)
    else:
        data, output_format = encode_png(image), "png"
    return LaidIn(data, output_format, *image.size)
