"""What colours some pixels of a mask have."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
Marks = NDArray[np.bool_]

_SATURATED, _SATURATED_SHARE = 40, 0.25
"""How far the primary colours of a pixel lie apart, in all and of the highest; a JPEG's greys stay below."""
_ALIKE = 32
_FLAT_BIN, _FLAT_COLOURS = 32, 6
_ONE_HUE = 0.9
DARK, BRIGHT = 48, 207
SOMETHING = 0.0005
"""Of all pixels: less was hardly meant."""
NEAR_ALL = 0.98
"""So many of the pixels are as good as all."""


def share_of(marks: Marks) -> float:
    """Tell which part of some marks is set; 0 where there are none."""
    return float(np.mean(marks)) if marks.size else 0.0


@dataclass(frozen=True, slots=True)
class PixelColours:
    """What colours some pixels have: shares of dark, bright and saturated ones, and whether they are few and flat."""

    dark: float
    bright: float
    saturated: float
    are_flat: bool
    are_many: bool
    have_one_hue: bool

    @classmethod
    def of(cls, pixels: Samples) -> "PixelColours":
        """Look at pixels, one a row."""
        if not len(pixels):
            return cls(dark=0, bright=0, saturated=0, are_flat=True, are_many=False, have_one_hue=True)
        high, low = pixels.max(axis=1), pixels.min(axis=1)
        spread = high - low
        saturated = (spread >= _SATURATED) & (spread >= _SATURATED_SHARE * high)
        return cls(
            dark=share_of(high <= DARK),
            bright=share_of(low >= BRIGHT),
            saturated=share_of(saturated),
            are_flat=share_of(np.abs(pixels - np.median(pixels, axis=0)).max(axis=1) <= _ALIKE) >= NEAR_ALL,
            are_many=_are_many(pixels),
            have_one_hue=_have_one_hue(pixels[saturated].astype(np.float32)),
        )

    @property
    def are_black_and_white(self) -> bool:
        """Whether nearly all are dark or bright, and some are each."""
        return self.dark + self.bright >= NEAR_ALL and min(self.dark, self.bright) >= SOMETHING

    @property
    def say_nothing(self) -> bool:
        """Whether they are all of one colour, which marks nothing."""
        marks = SOMETHING <= self.saturated < NEAR_ALL
        return self.are_flat and not self.are_black_and_white and not marks


def _are_many(pixels: Samples) -> bool:
    """Tell whether there are more colours than somebody paints with: the commonest few are not nearly all."""
    red, green, blue = ((pixels + _FLAT_BIN // 2) // _FLAT_BIN).astype(np.intp).T
    counts = np.sort(np.bincount((red * 16 + green) * 16 + blue))[::-1]
    return bool(counts[:_FLAT_COLOURS].sum() < 0.9 * counts.sum())


def _have_one_hue(pixels: NDArray[np.float32]) -> bool:
    if not len(pixels):
        return True
    red, green, blue = pixels.T
    directions = (2 * red - green - blue) + 1j * np.sqrt(3) * (green - blue)
    return bool(np.abs((directions / np.maximum(np.abs(directions), 1)).mean()) >= _ONE_HUE)
