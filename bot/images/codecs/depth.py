"""Samples of more than 8 bits, brought to 8."""

import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

DEEP_MODES = frozenset(("I;16", "I;16B", "I;16L", "I", "F"))

_WHITE = 0xFFFF
_USUAL_WHITES = (0xFF, 0x3FF, 0xFFF, _WHITE)
"""The white of 8, 10, 12 and 16 bits: what a program that works with so many writes into a file of more."""
_LARGEST = 2**31 - 1
_HALVES = {"L": "B", "B": "L", "N": "B" if sys.byteorder == "little" else "L"}
"""In Pillow's names for 16 bits: the order of bytes in which it takes the lower half for the upper one."""
_DARK = 0x0F
"""The upper half of the least usual white that has one."""


def to_8_bits(image: Image.Image, *, as_mask: bool) -> Image.Image:
    """Scale one deep channel to mode L, or LA where it has a key value.

    White in a picture of 16 bits is 65535, or the `white` of its `info`. White is the least usual one that no sample
    exceeds in a mask, and in a picture whose format sets none: 32 bits or floating point, for which 1.0 is one too.
    """
    samples = np.asarray(image)
    is_short = image.mode.startswith("I;16")
    given = image.info.get("white", _WHITE)
    white = given if is_short and not as_mask else _white_of(samples, is_real=image.mode == "F")
    if is_short and white == _WHITE:
        # round(sample / 257) without leaving 16 bits
        samples = samples.astype(np.uint16)
        scaled = (samples - (samples >> 8) + 128) >> 8
    else:
        real = np.clip(np.nan_to_num(samples.astype(np.float32)), 0, white)
        scaled = np.rint(real * (255 / white))
    if image.info.get("inverted"):
        scaled = 255 - scaled
    grey = Image.fromarray(scaled.astype(np.uint8))
    key = image.info.get("transparency")
    if isinstance(key, int):
        opaque = Image.fromarray(np.where(samples == key, np.uint8(0), np.uint8(255)))
        grey = Image.merge("LA", (grey, opaque))
    if icc_profile := image.info.get("icc_profile"):
        grey.info["icc_profile"] = icc_profile
    return grey


def _white_of(samples: NDArray[np.number[Any]], *, is_real: bool) -> float:
    finite = samples[np.isfinite(samples)] if is_real else samples
    highest = float(finite.max(initial=0))
    whites = ((1,) if is_real else ()) + _USUAL_WHITES + (_LARGEST,)
    return float(next((white for white in whites if highest <= white), highest))


def lower_half(rawmode: object) -> str | None:
    """Name the raw mode that reads the lower bytes of colours of 16 bits, of which `rawmode` reads the upper ones."""
    if not isinstance(rawmode, str) or not rawmode.startswith(("RGB;16", "RGBA;16")):
        return None
    return rawmode[:-1] + _HALVES[rawmode[-1]]


def is_dark(upper: Image.Image) -> bool:
    """Tell whether the upper bytes of colours of 16 bits are so low that their white may be another one."""
    return max(int(high) for _, high in upper.convert("RGB").getextrema()) <= _DARK  # type: ignore[misc] # of 3 bands


def join_halves(upper: Image.Image, lower: Image.Image) -> Image.Image:
    """Make 8 bits of both bytes of a mask's colours; white as in `to_8_bits`, and that of alpha by itself."""
    samples = np.asarray(upper).astype(np.uint16) << 8 | np.asarray(lower)
    colours, alpha = samples[..., :3], samples[..., 3:]
    scaled = [np.rint(one * (255 / _white_of(one, is_real=False))) for one in (colours, alpha) if one.size]
    return Image.fromarray(np.concatenate(scaled, axis=-1).astype(np.uint8))
