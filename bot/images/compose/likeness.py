"""Whether an answer has anything in common with what surrounds the marks."""

from dataclasses import dataclass
from math import sqrt
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.images.alpha import OPAQUE
from bot.images.compose.placement import Placement, show
from bot.images.compose.tone import find_tone
from bot.images.view import view_size

Samples = NDArray[np.float32]

FLAT_LEVELS = 4.0
"""Of 255, as standard deviation: what surrounds the marks is as good as one tone, and correlates with nothing."""
LEAST_CORRELATION = 0.5
"""Of the surroundings, at 128 pixels a side. Pictures that have nothing in common come to 0.47 at the best of all
shifts and scales that are tried; repainted with noise of 38 levels, a wall with 5 levels of texture comes to 0.92."""
SURE_CORRELATION = 0.9
"""Of a gradient: others that were tried come to 0.8, the same one with noise of 38 levels to 0.94."""
FEWEST_PIXELS = 64
"""Of a view of 64 pixels a side, or of a smaller picture: fewer say nothing."""
_TONE_SIDE = 64
"""Pixels, in which noise of 38 levels a pixel is one of 2 to 5."""
_OFF_LEVELS = 10.0
"""Of 255, in the channel that is farthest off, for half of what counts: the same wall or sky comes to 8 with noise of
38 levels in an answer of 256 pixels, to 3 with a vignette, other pictures to 11 to 50."""
_FARTHEST_TONE = 64.0
"""Of 255: a model that tints was seen to do so by 17 levels. What is farther off is another wall."""


@dataclass(frozen=True, slots=True)
class View:
    """The crop as it was, in grey, and how much each pixel counts: 0 where it is marked."""

    picture: Samples
    weights: Samples

    @classmethod
    def of(cls, grey: Image.Image, kept: Image.Image, side: int) -> Self:
        """Shrink both to that many pixels on the longest side."""
        longest = max(grey.size)
        size = max(1, round(grey.width * side / longest)), max(1, round(grey.height * side / longest))
        shrunk, counted = (one.resize(size, Image.Resampling.BOX) for one in (grey, kept))
        return cls(to_samples(shrunk), to_samples(counted) / np.float32(OPAQUE))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.picture.shape[1], self.picture.shape[0]


def to_samples(image: Image.Image) -> Samples:
    """Take the samples of a picture as floats."""
    return np.asarray(image).astype(np.float32)


def correlation(shown: Samples, view: View) -> float:
    """Correlate what an answer shows with the picture, where it counts."""
    weights = view.weights / view.weights.sum()
    one, other = shown - (weights * shown).sum(), view.picture - (weights * view.picture).sum()
    spread = float((weights * one * one).sum() * (weights * other * other).sum())
    return float((weights * one * other).sum()) / sqrt(max(spread, 1e-6))


def is_flat(view: View) -> bool:
    """Tell whether what counts is as good as one tone, which correlates with nothing."""
    return _rest(view, degree=0) < FLAT_LEVELS


def is_smooth(view: View) -> bool:
    """Tell whether what counts is as good as a gradient: a tone that changes evenly, or bends once."""
    return _rest(view, degree=2) < FLAT_LEVELS


def has_tone_in_common(answer: Image.Image, crop: Image.Image, kept: Image.Image, where: Placement) -> bool:
    """Tell whether an answer shows nearly the crop's colours, once its tone is brought to the crop's.

    For what is flat or a gradient, where no correlation says so. Noise, a tint and a part that was painted over still
    leave it alike; the texture of another picture does not.

    Args:
        answer: of any size, in sRGB.
        crop: what went up, in sRGB.
        kept: mode L of the same size: how much each pixel counts.
        where: the crop lies in the answer.
    """
    size = view_size(crop.size, longest=_TONE_SIDE)
    shown = to_samples(show(answer, where, size, filter_=Image.Resampling.BILINEAR).convert("RGB"))
    picture, weights = (to_samples(one.resize(size, Image.Resampling.BOX)) for one in (crop, kept))
    if np.count_nonzero(weights) < FEWEST_PIXELS:
        return True
    tone = find_tone(shown, picture, weights)
    gain, offset = (np.array(one, dtype=np.float32) for one in (tone.gain, tone.offset))
    off = np.abs(picture - shown * gain - offset).max(axis=2)
    far = [_median(shown[..., channel] - picture[..., channel], weights) for channel in range(3)]
    return _median(off, weights) <= _OFF_LEVELS and max(map(abs, far)) <= _FARTHEST_TONE


def _median(samples: Samples, weights: Samples) -> float:
    order = np.argsort(samples, axis=None)
    sums = np.cumsum(weights.ravel()[order])
    return float(samples.ravel()[order][np.searchsorted(sums, sums[-1] / 2)])


def _rest(view: View, *, degree: int) -> float:
    """Return the standard deviation that is left of the picture when a polynomial of a degree is taken off."""
    down, across = np.mgrid[0 : view.size[1], 0 : view.size[0]].astype(np.float32) / max(view.size)
    terms = [across**i * down**j for i in range(degree + 1) for j in range(degree + 1 - i)]
    weights = np.sqrt(view.weights / view.weights.sum()).ravel()
    weighted = np.stack(terms, axis=-1).reshape(-1, len(terms)) * weights[:, None]
    target = view.picture.ravel() * weights
    solved = np.linalg.lstsq(weighted, target, rcond=None)[0]
    return float(np.linalg.norm(target - weighted @ solved))
