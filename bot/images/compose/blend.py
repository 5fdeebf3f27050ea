"""An answer's pixels blended over the picture's, strip by strip."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from bot.images.alpha import OPAQUE
from bot.images.colour import from_srgb
from bot.images.compose.placement import Placement, show
from bot.images.compose.tone import Tone
from bot.images.geometry import Box

Samples = NDArray[np.float32]

_STRIP_PIXELS = 512 * 1024
"""That many pixels are floats at a time, 20 MB of them."""


@dataclass(frozen=True, slots=True)
class Patch:
    """An answer, in sRGB (RGB or RGBA), where the crop lies in it, and what brings its tone to the picture's."""

    answer: Image.Image
    where: Placement
    tone: Tone


def blend(base: Image.Image, patch: Patch, *, weights: Image.Image, box: Box, crop: Box, profile: bytes | None) -> None:
    """Blend a patch into a picture, in place.

    Each pixel becomes the answer's by its weight; where that is 0 it is not written. Where both have alpha, so do the
    colours count; where the picture alone has, it keeps it, and where the answer alone has, that weakens it.

    Args:
        base: the picture, L, LA, RGB or RGBA.
        patch: what is laid in.
        weights: mode L, of the size of `box`.
        box: what of the picture is written.
        crop: what of the picture the patch's place is that of.
        profile: the picture's, for its mode.
    """
    width, rows = box[2] - box[0], max(1, _STRIP_PIXELS // (box[2] - box[0]))
    crop_size = crop[2] - crop[0], crop[3] - crop[1]
    for top in range(box[1], box[3], rows):
        strip = box[0], top, box[2], min(box[3], top + rows)
        weight = weights.crop((0, top - box[1], width, strip[3] - box[1]))
        if not weight.getbbox():
            continue
        within = strip[0] - crop[0], strip[1] - crop[1], strip[2] - crop[0], strip[3] - crop[1]
        place = patch.where.part(within, crop_size)
        shown = show(patch.answer, place, (width, strip[3] - top), filter_=Image.Resampling.LANCZOS)
        colours = recolour(shown, patch.tone, mode=base.mode, profile=profile)
        if base.mode in {"LA", "RGBA"}:
            kept = base.crop(strip)
            if shown.mode == "RGBA":
                painted = _blend(kept, colours, weight, new_alpha=_alpha(shown))
                base.paste(painted, strip[:2], mask=weight.point([0] + [OPAQUE] * OPAQUE))
                continue
            colours.putalpha(kept.getchannel("A"))
        elif shown.mode == "RGBA":
            weight = ImageChops.multiply(weight, shown.getchannel("A"))
        base.paste(colours, strip[:2], mask=weight)


def _blend(kept: Image.Image, colours: Image.Image, weight: Image.Image, *, new_alpha: Samples) -> Image.Image:
    """Blend what has alpha over what has alpha."""
    part = np.asarray(weight).astype(np.float32)[..., None] / np.float32(OPAQUE)
    old, new, old_alpha = _channels(kept), _channels(colours), _alpha(kept)
    alpha = old_alpha + (new_alpha - old_alpha) * part
    seen = np.divide(new_alpha * part, alpha, out=np.zeros_like(alpha), where=alpha > 0)
    return Image.fromarray(np.rint(np.concatenate((old + (new - old) * seen, alpha), axis=2)).astype(np.uint8))


def recolour(shown: Image.Image, tone: Tone, *, mode: str, profile: bytes | None) -> Image.Image:
    """Bring what an answer shows to a picture's tone, mode (L, LA, RGB or RGBA; without alpha) and profile."""
    colours = shown.convert("RGB")
    levels = np.arange(OPAQUE + 1)
    table = np.concatenate([levels * gain + offset for gain, offset in zip(tone.gain, tone.offset, strict=True)])
    toned = colours.point(np.rint(np.clip(table, 0, OPAQUE)).astype(np.uint8).tolist())
    return from_srgb(toned.convert("L") if mode in {"L", "LA"} else toned, profile)


def _channels(image: Image.Image) -> Samples:
    samples = np.asarray(image).astype(np.float32)
    return samples[..., None] if samples.ndim == 2 else samples[..., :1] if image.mode == "LA" else samples[..., :3]  # noqa: PLR2004


def _alpha(image: Image.Image) -> Samples:
    return np.asarray(image.getchannel("A")).astype(np.float32)[..., None]
