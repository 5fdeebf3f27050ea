"""Where the crop lies in an answer: found by what surrounds the marks, which should be the same in both."""

from math import ceil

import numpy as np
from PIL import Image

from bot.images.compose.likeness import (
    FEWEST_PIXELS,
    LEAST_CORRELATION,
    SURE_CORRELATION,
    Samples,
    View,
    correlation,
    has_tone_in_common,
    is_flat,
    is_smooth,
    to_samples,
)
from bot.images.compose.placement import Placement, possible_placements, show

SIDES = (64, 128, 256, 512)
"""The longest side of the views that are compared, one after the other: an error of a tenth of a pixel of the last one
is a fifth of one of 1024."""
_SCALES = (0.94, 0.96, 0.98, 1.0, 1.02, 1.04, 1.06)
_FARTHEST = 4
"""Pixels of 64: models were seen to shift by 3 % of a side, and to scale by 5 %; this is twice what that comes to."""
_UNUSUAL = 0.02
"""What a correlation has to be better by for the farthest shift or scale: a ramp looks alike wherever it is."""
_OVERSAMPLED = 1.5
"""The answer is read at so many times the largest view: as sharp as the view, whatever its pixels lie on."""
_COARSE = 4
"""Times smaller it is still sharper than the smallest view."""
_STEPS = 4
_OUTLIER = 7.0
"""Times the median difference: what is farther off was painted over and has no say. Tukey's biweight, whose 4.685 of
the standard deviation are 6.9 of that."""
_NEARBY = 0.1
"""Of the weight next to the marks: what is farther away was of use for finding the place, and not for the seam."""
_ENOUGH_PIXELS = 20_000
"""Five figures are sought: more pixels only take longer."""
_NARROWEST = 4
_STILL = 0.02
_FARTHEST_REFINED = 2.0
"""Pixels of a view: a step below that is not worth another, and a way beyond that is no refinement any more."""
_LEAST_GAIN = 0.2
_LARGEST_STEP = 0.05
_NONE = 1e-3
_LEAST_DIFFERENCE = 1.0
_HELD = 0.05
"""What a step of one pixel has to gain, in squared levels a pixel: along a ramp, where a shift and another tone are
the same, nothing moves."""


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
    grey = crop.convert("L")
    views = [View.of(grey, kept, side) for side in SIDES if side <= max(SIDES[0], *crop.size)]
    if min(np.count_nonzero(views[0].weights), np.count_nonzero(np.asarray(kept))) < FEWEST_PIXELS:
        return placements[0]
    if is_flat(views[0]):
        return placements[0] if has_tone_in_common(answer, crop, kept, placements[0]) else None
    # Scaling all of a large answer for every step would take most of the time.
    scale = min(1.0, _OVERSAMPLED * max(views[-1].size) / max(answer.size))
    size = ceil(answer.width * scale), ceil(answer.height * scale)
    # What is reduced first has less to be made grey.
    near = answer.reduce(max(1, int(1 / scale))).convert("L").resize(size, Image.Resampling.BOX)
    across, down = near.width / answer.width, near.height / answer.height
    small = near.reduce(_COARSE) if min(near.size) > _COARSE * SIDES[0] else near
    to_small = small.width / near.width, small.height / near.height
    starts = [one.times(across * to_small[0], down * to_small[1]) for one in placements]
    found = max((_search(small, views[0], one) for one in starts), key=lambda pair: pair[0])[1]
    found = found.times(1 / to_small[0], 1 / to_small[1])
    for view in views:
        found = _refine(near, view, found)
    judge = views[min(1, len(views) - 1)]
    likeness = correlation(_look(near, found, judge.size), judge)
    found = found.times(1 / across, 1 / down)
    if likeness < LEAST_CORRELATION:
        return None
    # Any two gradients correlate somehow.
    doubtful = likeness < SURE_CORRELATION and is_smooth(views[0])
    return found if not doubtful or has_tone_in_common(answer, crop, kept, found) else None


def _look(grey: Image.Image, where: Placement, size: tuple[int, int]) -> Samples:
    return to_samples(show(grey, where, size, filter_=Image.Resampling.BILINEAR))


def _search(grey: Image.Image, view: View, start: Placement) -> tuple[float, Placement]:
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


def _refine(grey: Image.Image, view: View, start: Placement) -> Placement:
    """Bring a place to a part of a pixel: least squares over shift, scale, gain and offset, without outliers."""
    width, height = view.size
    counted = np.flatnonzero(view.weights > _NEARBY)
    counted = counted[:: max(1, counted.size // _ENOUGH_PIXELS)]
    if counted.size < FEWEST_PIXELS or min(width, height) < _NARROWEST:
        return start
    picture, weights = view.picture.ravel()[counted], view.weights.ravel()[counted]
    x = ((counted % width + 0.5) / width - 0.5).astype(np.float32)
    y = ((counted // width + 0.5) / height - 0.5).astype(np.float32)
    where = start
    for _ in range(_STEPS):
        shown = _look(grey, where, view.size)
        # By how much a sample changes for a shift by the crop's side, and for a scale.
        across = np.gradient(shown, axis=1).ravel()[counted] * width
        down = np.gradient(shown, axis=0).ravel()[counted] * height
        terms = np.stack((across, down, across * x + down * y, shown.ravel()[counted], np.ones_like(x)))
        step = _solve(terms, picture, weights, view.size)
        where = where.moved(*step[:2], 1 + step[2])
        if max(abs(step[0]) * width, abs(step[1]) * height, abs(step[2]) * max(width, height) / 2) < _STILL:
            break
    if where.distance(start) > _FARTHEST_REFINED / max(width, height):
        return start
    before, after = (correlation(_look(grey, one, view.size), view) for one in (start, where))
    return where if after >= before else start


def _solve(terms: Samples, picture: Samples, weights: Samples, size: tuple[int, int]) -> tuple[float, float, float]:
    """Solve for shift and scale, twice: the second time without what is far off."""
    held = _HELD * float(weights.sum())
    prior = np.diag((held * size[0] ** 2, held * size[1] ** 2, held * max(size) ** 2 / 4, _NONE, _NONE))
    trusted = weights
    for _ in range(2):
        weighted = terms * trusted
        solved = np.linalg.solve(
            (weighted @ terms.T).astype(np.float64) + prior, (weighted @ picture).astype(np.float64)
        )
        difference = np.abs(picture - solved.astype(np.float32) @ terms)
        limit = _OUTLIER * max(float(np.median(difference)), _LEAST_DIFFERENCE)
        trusted = weights * np.maximum(1 - (difference / limit) ** 2, 0) ** 2
    # An answer that was turned into its negative is none.
    gain = max(float(solved[3]), _LEAST_GAIN)
    across, down, scale = (min(_LARGEST_STEP, max(-_LARGEST_STEP, float(one) / gain)) for one in solved[:3])
    return across, down, scale
