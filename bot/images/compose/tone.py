"""By how much an answer's colours are off: gain and offset of each channel, found where nothing should have changed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

_ROUNDS = 4
_OUTLIER = 3.0
"""Times the median difference; what is farther off was repainted and has no say."""
_LEAST_DIFFERENCE = 1.0
_SURE_LEVELS = 6.0
"""Of 255, as standard deviation: what surrounds the marks says something about a gain when it varies by more."""
_GAINS = (0.7, 1.4)
"""What models do to contrast is far less; a gain beyond that is a misreading."""
_FEWEST_PIXELS = 16
_ENOUGH_PIXELS = 5_000
"""Six figures are sought: more pixels only take longer."""


@dataclass(frozen=True, slots=True)
class Tone:
    """What brings an answer's samples to the picture's: times `gain`, plus `offset`, a channel each."""

    gain: tuple[float, ...]
    offset: tuple[float, ...]


UNCHANGED = Tone((1.0, 1.0, 1.0), (0.0, 0.0, 0.0))


def find_tone(shown: Samples, picture: Samples, weights: Samples) -> Tone:
    """Fit an answer's colours to the picture's.

    Args:
        shown: what the answer shows of the crop, height x width x 3.
        picture: the crop as it was, likewise.
        weights: height x width: how much each pixel counts, 0 where it is marked.
    """
    counted = np.flatnonzero(weights)
    if counted.size < _FEWEST_PIXELS:
        return UNCHANGED
    counted = counted[:: max(1, counted.size // _ENOUGH_PIXELS)]
    answer, target = (one.reshape(-1, 3)[counted] for one in (shown, picture))
    usual = weights.ravel()[counted]
    # One set of outliers for all channels: what was repainted was repainted in each of them.
    weight = usual
    gain, offset = np.ones(3, np.float32), np.median(target - answer, axis=0)
    for _ in range(_ROUNDS):
        difference = np.abs(target - (answer * gain + offset)).max(axis=1)
        limit = _OUTLIER * max(float(np.median(difference)), _LEAST_DIFFERENCE)
        weight = usual * np.maximum(1 - (difference / limit) ** 2, 0) ** 2
        if weight.sum() <= 0:
            break
        weight /= weight.sum()
        means, wanted = weight @ answer, weight @ target
        spread = weight @ (answer - means) ** 2
        common = weight @ ((answer - means) * (target - wanted))
        gain = np.clip((common + _SURE_LEVELS**2) / (spread + _SURE_LEVELS**2), *_GAINS)
        offset = wanted - gain * means
    return Tone(tuple(map(float, gain)), tuple(map(float, offset)))
