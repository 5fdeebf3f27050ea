"""Where the crop lies in an answer: found by what surrounds the marks, which should be the same in both."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.images.alpha import OPAQUE
from bot.images.compose.placement import Placement, possible_placements, show

Samples = NDArray[np.float32]

SIDES = (64, 128, 256, 512)
"""The longest side of the views that are compared, one after the other: an error of a tenth of a pixel of the last one
is a fifth of one of 1024."""
_SCALES = (0.94, 0.96, 0.98, 1.0, 1.02, 1.04, 1.06)
_FARTHEST = 4
"""Pixels of 64: models were seen to shift by 3 % of a side, and to scale by 5 %; this is twice what that comes to."""
_UNUSUAL = 0.02
"""What a correlation has to be better by for the farthest shift or scale: a ramp looks alike wherever it is."""
_STEPS = 4
_FEWEST_PIXELS = 64
"""Of the smallest view: fewer say nothing."""
FLAT_LEVELS = 4.0
"""Of 255, as standard deviation: what surrounds the marks is as good as one tone, and correlates with nothing."""
LEAST_CORRELATION = 0.35
"""Of the surroundings, at 128 pixels a side."""
_OUTLIER = 2.5
"""Times the usual difference; what is farther off was painted over and has no say. Tukey's biweight has 4.7 of the
standard deviation, which is 3.2 times the median."""
_LEAST_DIFFERENCE = 1.0
_HELD = 0.05
"""What a step of one pixel has to gain, in squared levels a pixel: along a ramp, where a shift and another tone are
the same, nothing moves."""


@dataclass(frozen=True, slots=True)
class Views:
    """The crop as it was, in grey, and how much each pixel counts: 0 where it is marked."""

    picture: Samples
    weights: Samples

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.picture.shape[1], self.picture.shape[0]


def register(
    answer: Image.Image, crop: Image.Image, kept: Image.Image, *, upload_size: tuple[int, int]
) -> Placement | None:
    """Find where the crop lies in an answer; None if what surrounds the marks has nothing in common with it.

    Args:
        answer: of any size, in sRGB.
        crop: what went up, in sRGB, in any size of its shape; 512 pixels a side are enough.
        kept: mode L of the same size: how much each pixel counts, 0 where it is marked.
        upload_size: what the answer was made of.
    """
    placements = possible_placements(answer.size, upload_size)
    grey, greys = crop.convert("L"), answer.convert("L")
    views = [_view(grey, kept, side) for side in SIDES if side <= max(SIDES[0], *crop.size)]
    if np.count_nonzero(views[0].weights) < _FEWEST_PIXELS:
        return placements[0]
    if _is_flat(views[0]):
        return placements[0]
    found = max((_search(greys, views[0], one) for one in placements), key=lambda pair: pair[0])[1]
    for view in views:
        found = _refine(greys, view, found)
    judge = views[min(1, len(views) - 1)]
    return found if correlation(_look(greys, found, judge.size), judge) >= LEAST_CORRELATION else None


def correlation(shown: Samples, view: Views) -> float:
    """Correlate what an answer shows with the picture, where it counts."""
    weights = view.weights / view.weights.sum()
    one, other = shown - (weights * shown).sum(), view.picture - (weights * view.picture).sum()
    spread = float((weights * one * one).sum() * (weights * other * other).sum())
    return float((weights * one * other).sum()) / sqrt(max(spread, 1e-6))


def _view(grey: Image.Image, kept: Image.Image, side: int) -> Views:
    longest = max(grey.size)
    size = max(1, round(grey.width * side / longest)), max(1, round(grey.height * side / longest))
    shrunk, counted = (one.resize(size, Image.Resampling.BOX) for one in (grey, kept))
    return Views(_samples(shrunk), _samples(counted) / np.float32(OPAQUE))


def _is_flat(view: Views) -> bool:
    weights = view.weights / view.weights.sum()
    centred = view.picture - (weights * view.picture).sum()
    return float((weights * centred * centred).sum()) < FLAT_LEVELS**2


def _look(grey: Image.Image, where: Placement, size: tuple[int, int]) -> Samples:
    return _samples(show(grey, where, size, filter_=Image.Resampling.BILINEAR))


def _samples(image: Image.Image) -> Samples:
    return np.asarray(image).astype(np.float32)


def _search(grey: Image.Image, view: Views, start: Placement) -> tuple[float, Placement]:
    """Try shifts and scales on the smallest view; return the best correlation, less what is unusual, and its place."""
    width, height = view.size
    across, down = min(_FARTHEST, width // 4), min(_FARTHEST, height // 4)
    shifts = [(x, y) for y in range(-down, down + 1) for x in range(-across, across + 1)]
    far = np.array([abs(x) / _FARTHEST + abs(y) / _FARTHEST for x, y in shifts], dtype=np.float32)
    weights = (view.weights / view.weights.sum()).ravel()
    picture = view.picture.ravel() - float(weights @ view.picture.ravel())
    spread = float(weights @ (picture * picture))
    best = (-2.0, start)
    for scale in _SCALES:
        scaled = start.moved(0, 0, scale)
        around = scaled.part((-across, -down, width + across, height + down), view.size)
        shown = _look(grey, around, (width + 2 * across, height + 2 * down))
        windows = np.lib.stride_tricks.sliding_window_view(shown, (height, width)).reshape(len(shifts), -1)
        means, squares = windows @ weights, (windows * windows) @ weights
        common = windows @ (weights * picture)
        scores = common / np.sqrt(np.maximum(squares - means * means, 1) * spread)
        scores -= _UNUSUAL * (far + abs(scale - 1) / (_SCALES[-1] - 1))
        one = int(scores.argmax())
        if scores[one] > best[0]:
            x, y = shifts[one]
            best = float(scores[one]), scaled.moved(x / width, y / height, 1)
    return best


def _refine(grey: Image.Image, view: Views, start: Placement) -> Placement:
    """Bring a place to a part of a pixel: least squares over shift, scale, gain and offset, without outliers."""
    width, height = view.size
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = (across + 0.5) / width - 0.5, (down + 0.5) / height - 0.5
    found, best = start, -2.0
    where = start
    for _ in range(_STEPS + 1):
        shown = _look(grey, where, view.size)
        score = correlation(shown, view)
        if score < best:
            break
        found, best = where, score
        rows, columns = np.gradient(shown) if min(shown.shape) > 1 else (np.zeros_like(shown),) * 2
        # By how much a sample changes for a shift by the crop's side, and for a scale.
        rows, columns = rows * height, columns * width
        terms = np.stack((columns, rows, columns * across + rows * down, shown, np.ones_like(shown)))
        where = _step(terms.reshape(5, -1), view, where)
    return found


def _step(terms: Samples, view: Views, where: Placement) -> Placement:
    picture, weights = view.picture.ravel(), view.weights.ravel()
    for _ in range(2):
        solved = _solve(terms, picture, weights, view.size)
        difference = np.abs(picture - solved @ terms)
        counted = weights > 0
        usual = max(float(np.median(difference[counted])), _LEAST_DIFFERENCE)
        weights = view.weights.ravel() * np.maximum(1 - (difference / (_OUTLIER * 2 * usual)) ** 2, 0) ** 2
    gain = solved[3] if abs(solved[3]) > 0.2 else 1.0  # noqa: PLR2004
    across, down, scale = (float(np.clip(one / gain, -0.05, 0.05)) for one in solved[:3])
    return where.moved(across, down, 1 + scale)


def _solve(terms: Samples, picture: Samples, weights: Samples, size: tuple[int, int]) -> Samples:
    weighted = terms * weights
    matrix = (weighted @ terms.T).astype(np.float64)
    side = weighted @ picture
    held = _HELD * float(weights.sum())
    most = max(size)
    matrix += np.diag((held * size[0] ** 2, held * size[1] ** 2, held * most**2 / 4, 1e-3, 1e-3))
    solved: Samples = np.linalg.solve(matrix, side.astype(np.float64)).astype(np.float32)
    return solved
