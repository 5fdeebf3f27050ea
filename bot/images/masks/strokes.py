"""What was painted on a copy of a picture: its strokes, found by their colours and by how far they are off."""

import numpy as np
from PIL import Image, ImageFilter

from bot.images.alpha import OPAQUE
from bot.images.masks.morphology import closed, grown, opened, reached
from bot.images.masks.pair import Pair, Samples, find_paint, highest, square
from bot.images.masks.pixel_colours import Marks, share_of

PAINT = 32
"""As near as that to the paint, in each primary colour, a pixel may be paint."""
_CERTAIN = 40.0**2
"""The difference of two squared distances from which on a pixel has a whole vote."""
_EVIDENCE_PIXELS = 1.5
_SPECK_PIXELS = 1
_CENTRE, _DOUBT = 127, 4
"""Votes are 0 to 254 with nothing known in the middle, and that far from it they count."""
_GAP_SHARE = 0.012
"""Of the longest side: the widest gap in the paint that is filled where the copy has the paint's colour."""
_STRONG = 32.0
_STRONG_PIXELS = 2.0
_STRONG_SPECK, _BORDER = 4, 4
"""Pixels. Where colours meet, a JPEG of quality 60 is off that strongly on spots of up to 5 pixels."""
_NOISE_FACTOR = 5
"""What differs by so many times more than a quarter of all pixels do is no noise."""
SMALLEST_SHARE = 0.0005
"""Of all pixels, 20 x 20 of 1024 x 768: what is smaller was hardly painted by hand, and is no part to paint anew."""
_LEFT_OVER = 0.02
"""Of what was found: if so much differs besides, it was not one opaque colour."""
_COLOURS_AT_MOST = 8
_FRINGE, _FRINGE_NOISE = 24.0, 3
"""Of 255: what differs by that and touches a stroke is its edge, or its thin end; if it is no noise of a JPEG."""


def find_strokes(pair: Pair) -> Marks:
    """Find what was painted in one colour, or where a good part of what differs is of others, all that differs."""
    paint = find_paint(pair)
    marks = np.zeros(pair.copy.shape[:2], np.bool_) if paint is None else _find_marks(pair, paint)
    strong = _find_strong_marks(pair)
    if _is_left_over(strong, marks):
        marks |= _find_marks(pair, _fit(pair, strong))
        if _is_left_over(strong, marks):
            marks |= strong
    return marks


def find_strokes_of_all_colours(pair: Pair) -> Marks:
    """Find what was painted in up to eight colours, thin ends and soft edges included."""
    marks = np.zeros(pair.copy.shape[:2], np.bool_)
    picture = pair.picture
    for _ in range(_COLOURS_AT_MOST):
        # What is found already differs no longer, so that the next colour is the commonest of the rest.
        rest = Pair(np.where(grown(marks, _BORDER)[..., None], pair.copy, picture), pair.copy)
        paint = find_paint(rest)
        found = None if paint is None else _find_marks(pair, paint) & ~marks
        if found is None or share_of(found) < SMALLEST_SHARE:
            break
        marks |= found
    strong = _find_strong_marks(pair)
    if _is_left_over(strong, marks):
        marks |= strong
    distance = pair.distance()
    fringe = distance > max(_FRINGE, _FRINGE_NOISE * float(np.quantile(distance, 0.75)))
    return reached(fringe | marks, marks)


def _find_marks(pair: Pair, painted: Samples) -> Marks:
    """Find where the copy is nearer to the picture `painted` than to the picture, decided by the pixels around each.

    Where it is near to both it is taken for painted between painted parts.
    """
    evidence = square(pair.picture - pair.copy) - square(pair.copy - painted)
    votes = Image.fromarray(np.clip(evidence * (_CENTRE / _CERTAIN) + _CENTRE, 0, OPAQUE).astype(np.uint8))
    smooth = np.asarray(votes.filter(ImageFilter.GaussianBlur(_EVIDENCE_PIXELS)))
    marks = opened(smooth > _CENTRE + _DOUBT, _SPECK_PIXELS)
    like_paint = highest(np.abs(pair.copy - painted)) <= PAINT
    return marks | (closed(marks, round(max(marks.shape) * _GAP_SHARE)) & like_paint)


def _find_strong_marks(pair: Pair) -> Marks:
    distance = Image.fromarray(np.minimum(pair.distance(), OPAQUE).astype(np.uint8))
    smooth = np.asarray(distance.filter(ImageFilter.GaussianBlur(_STRONG_PIXELS)))
    noise = float(np.quantile(smooth, 0.25))
    return opened(smooth > max(_STRONG, _NOISE_FACTOR * noise), _STRONG_SPECK)


def _fit(pair: Pair, marks: Marks) -> Samples:
    """Paint all of the picture as the copy is painted where it is marked: with one factor and one summand a colour."""
    painted = np.empty_like(pair.picture)
    for colour in range(3):
        under, over = pair.picture[..., colour][marks], pair.copy[..., colour][marks]
        mean_under, mean_over = under.mean(), over.mean()
        factor = float(((under - mean_under) * (over - mean_over)).mean() / (under.var() + 1))
        painted[..., colour] = (pair.picture[..., colour] - mean_under) * factor + mean_over
    return painted


def _is_left_over(strong: Marks, marks: Marks) -> bool:
    left_over = share_of(opened(strong & ~grown(marks, _BORDER), _STRONG_SPECK))
    return left_over > max(SMALLEST_SHARE, _LEFT_OVER * share_of(marks))
