"""Marks made wider and narrower, and what can be reached in them: height x width of booleans."""

import numpy as np
from PIL import Image, ImageFilter

from bot.images.alpha import OPAQUE
from bot.images.masks.pixel_colours import Marks


def grown(marks: Marks, pixels: int) -> Marks:
    """Widen marks by so many pixels to every side, as a square."""
    if not pixels:
        return marks
    # One direction after the other: the mean of a whole square would round a single mark in it down to nothing.
    for box in ((pixels, 0), (0, pixels)):
        marks = np.asarray(to_image(marks).filter(ImageFilter.BoxBlur(box))) > 0
    return marks


def opened(marks: Marks, pixels: int) -> Marks:
    """Take away what is thinner than twice as many pixels."""
    return grown(~grown(~marks, pixels), pixels)


def closed(marks: Marks, pixels: int) -> Marks:
    """Fill what is narrower than twice as many pixels."""
    return ~opened(~marks, pixels)


def reached(marks: Marks, seeds: Marks) -> Marks:
    """Find what of some marks can be reached from seeds, from pixel to pixel of a row or a column.

    Whole runs of rows, then of columns are reached at once, so that it takes as many passes as the way has turns: a
    thousandth of the time of walking from pixel to pixel.
    """
    across, down = _number_runs(marks), _number_runs(marks.T).T
    found: Marks = marks & seeds
    count = -1
    while (now := int(np.count_nonzero(found))) != count:
        count = now
        for runs in (across, down):
            hit = np.zeros(marks.size + 1, np.bool_)
            hit[runs[found]] = True
            found = hit[runs] & marks
    return found


def to_image(marks: Marks) -> Image.Image:
    """Make mode L: 255 where it is marked."""
    return Image.fromarray(marks.astype(np.uint8) * np.uint8(OPAQUE))


def _number_runs(marks: Marks) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """Give every run of marks in a row a number of its own."""
    breaks = ~marks
    breaks[:, 0] = True
    return np.cumsum(breaks, dtype=np.int32).reshape(marks.shape)
