"""A subject cut out of its picture: the alpha of what a model drew, and the picture's own pixels."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from bot.domain.crop import Crop
from bot.images.alpha import OPAQUE, has_transparency
from bot.images.codecs.encode import encode_png, encode_webp
from bot.images.colour import profile_of, to_srgb
from bot.images.compose.blend import recolour
from bot.images.compose.lay_in import COMPARED_SIDE, LaidIn, fits_webp, open_answer, open_original
from bot.images.compose.placement import Placement, show
from bot.images.compose.registration import register
from bot.images.compose.tone import Tone, find_tone
from bot.images.geometry import scale_part
from bot.images.view import view_size

_NEARLY = 6
"""Of 255: by so little a model's subject is transparent, or its background opaque, without that being meant."""
_ALPHA = [0 if level <= _NEARLY else OPAQUE if level >= OPAQUE - _NEARLY else level for level in range(OPAQUE + 1)]
_FOUND_TWICE = 2
"""The second time by the place that was found: where the subject lies says what is compared."""
_INSIDE = 5
"""Pixels of 512, an odd number: so far from its edge the subject is compared, whose edge may lie elsewhere."""
_REDUCING_GAP = 2.0
_STRIP_PIXELS = 512 * 1024


def cut_out(answer: bytes, *, original: bytes, crop: Crop, output_format: str) -> LaidIn | None:
    """Cut a subject out of the original, as a model drew it on a transparent background; in the original's size.

    Where the answer is opaque, give or take 6 of 255, the pixels are the original's, with their own alpha. Where it is
    partly transparent, along hair and other soft edges, the colours are the answer's in the original's tone: the
    original has the background in them. Where it is transparent nothing is left of the original, colours included.

    None where the answer is opaque all over, has nothing in common with the original, or where the picture would have
    more pixels than a PNG with alpha may have here.

    Args:
        answer: what the model drew of all of the original, of any size, shape and still format.
        original: as `prepare_whole` has it.
        crop: likewise.
        output_format: webp, or anything else for PNG. Of a WebP nothing is lost.

    Raises:
        BadImage: one of the two files is broken, or over a cap.
    """
    drawn = open_answer(answer)
    if drawn.mode != "RGBA":
        return None
    base = open_original(original)
    found = _find(drawn, base, crop)
    if found is None:
        return None
    where, tone = found
    alpha = show(drawn.getchannel("A"), where, base.size, filter_=Image.Resampling.LANCZOS).point(_ALPHA)
    picture = _cut(base, drawn, where, tone, alpha=alpha)
    if not has_transparency(picture):
        return None
    if output_format == "webp" and fits_webp(picture.size):
        return LaidIn(encode_webp(picture.convert("RGBA"), quality=None), "webp", *picture.size)
    return LaidIn(encode_png(picture), "png", *picture.size)


def _find(drawn: Image.Image, base: Image.Image, crop: Crop) -> tuple[Placement, Tone] | None:
    """Find where the original lies in the answer, and its tone, by the subject: the rest of it is not there."""
    size = view_size(base.size, longest=COMPARED_SIDE)
    small = to_srgb(scale_part(base, (0, 0, *base.size), size, reducing_gap=_REDUCING_GAP))
    own = small.getchannel("A") if small.mode in {"LA", "RGBA"} else None
    picture = small.convert("RGB")
    shadow = drawn.getchannel("A").point(_ALPHA)
    where, weights = Placement(0, 0, *drawn.size), Image.new("L", size)
    for _ in range(_FOUND_TWICE):
        weights = show(shadow, where, size, filter_=Image.Resampling.BILINEAR).filter(ImageFilter.MinFilter(_INSIDE))
        if own is not None:
            weights = ImageChops.multiply(weights, own)
        found = register(drawn.convert("RGB"), picture, weights, upload_size=crop.upload_size)
        if found is None:
            return None
        where = found
    shown = show(drawn.convert("RGB"), where, size, filter_=Image.Resampling.BILINEAR)
    return where, find_tone(*(np.asarray(one).astype(np.float32) for one in (shown, picture, weights)))


def _cut(base: Image.Image, drawn: Image.Image, where: Placement, tone: Tone, *, alpha: Image.Image) -> Image.Image:
    """Take away from a picture what is transparent, and give its soft edges the answer's colours; strip by strip."""
    profile = profile_of(base)
    colour_mode = "L" if base.mode in {"L", "LA"} else "RGB"
    cut = Image.new(f"{colour_mode}A", base.size)
    cut.info["icc_profile"] = profile
    rows = max(1, _STRIP_PIXELS // base.width)
    for top in range(0, base.height, rows):
        box = (0, top, base.width, min(base.height, top + rows))
        weight, kept = alpha.crop(box), base.crop(box)
        if not weight.getbbox():
            continue
        colours = kept.convert(colour_mode)
        soft = weight.point([OPAQUE if 0 < level < OPAQUE else 0 for level in range(OPAQUE + 1)])
        if soft.getbbox():
            shown = show(drawn, where.part(box, base.size), kept.size, filter_=Image.Resampling.LANCZOS)
            colours.paste(recolour(shown, tone, mode=colour_mode, profile=profile), mask=soft)
        seen = ImageChops.multiply(weight, kept.getchannel("A")) if kept.mode in {"LA", "RGBA"} else weight
        colours.paste(0, mask=weight.point([OPAQUE] + [0] * OPAQUE))
        colours.putalpha(seen)
        cut.paste(colours, box)
    return cut
