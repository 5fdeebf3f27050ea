"""Samples of more than 8 bits, brought to 8."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

DEEP_MODES = frozenset(("I;16", "I;16B", "I;16L", "I", "F"))

_WHITE = 0xFFFF
_USUAL_WHITES = (0xFF, 0x3FF, 0xFFF, _WHITE)
"""The white of 8, 10, 12 and 16 bits: what a program that works with so many writes into a file of more."""
_LARGEST = 2**31 - 1


def to_8_bits(image: Image.Image, *, as_mask: bool) -> Image.Image:
    """Scale one deep channel to mode L, or LA where it has a key value; white is 65535 in a picture of 16 bits.

    White is the least usual one that no sample exceeds in a mask, and in a picture whose format sets none: 32 bits or
    floating point, for which 1.0 is one too.
    """
    samples = np.asarray(image)
    is_short = image.mode.startswith("I;16")
    white = _WHITE if is_short and not as_mask else _white_of(samples, is_real=image.mode == "F")
    if is_short and white == _WHITE:
        # round(sample / 257) without leaving 16 bits
        samples = samples.astype(np.uint16)
        scaled = (samples - (samples >> 8) + 128) >> 8
    else:
        real = np.clip(np.nan_to_num(samples.astype(np.float32)), 0, white)
        scaled = np.rint(real * (255 / white))
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
