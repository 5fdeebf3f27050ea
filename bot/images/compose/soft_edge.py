"""The soft edge of what is marked, inside of it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from bot.images.alpha import OPAQUE

_Distances = NDArray[np.float32]

EDGE_PIXELS = 12
"""How wide the edge is at most, in pixels of what goes up: 1/85 of the usual 1024, as wide as an iris is blurred."""
_NARROWER = 0.6
"""From one width that is tried to the next: thin strokes have a width of their own, within that."""


def soften(marks: Image.Image, *, times: float) -> Image.Image:
    """Give marks (mode L, 255 changes) a soft edge that lies inside of them; nothing is marked that was not.

    From the edge inwards they rise over `EDGE_PIXELS` times `times`, the picture's pixels to one of the upload, and
    over half of the width where a stroke is thinner than that, so that its middle is repainted fully. The picture's own
    border is no edge. Greys stay, as weights, where they are weaker.
    """
    step = max(1, int(times))
    small = marks.reduce(step) if step > 1 else marks
    rise = _rise(np.asarray(small) > 0, max(1, round(EDGE_PIXELS * times / step)))
    soft = Image.fromarray(rise)
    if step > 1:
        soft = soft.resize(marks.size, Image.Resampling.BILINEAR, box=(0, 0, marks.width / step, marks.height / step))
    return ImageChops.darker(marks, soft)


def _rise(marked: NDArray[np.bool_], width: int) -> NDArray[np.uint8]:
    """Return 0 outside of marks, and 1 to 255 inside by how deep a pixel lies."""
    depth = _depth(marked, width)
    reach = np.ones(marked.shape, dtype=np.float32)
    for radius in _radii(width):
        reach[_spread(depth >= radius, radius)] = radius
    part = np.minimum(depth / reach, 1)
    # A rise without corners: 3x^2 - 2x^3.
    smooth = part * part * (3 - 2 * part)
    rise: NDArray[np.uint8] = np.where(marked, np.maximum(np.rint(smooth * OPAQUE), 1), 0).astype(np.uint8)
    return rise


def _radii(width: int) -> list[int]:
    """List the widths that are tried, the narrowest first, the whole last."""
    radii = [width]
    while radii[-1] > 1:
        radii.append(min(radii[-1] - 1, max(1, round(radii[-1] * _NARROWER))))
    return radii[::-1]


def _depth(marked: NDArray[np.bool_], most: int) -> _Distances:
    """Return how far each pixel is from the nearest one that is not marked, in pixels, at most `most`."""
    across = _across(marked, most).astype(np.float32) ** 2
    nearest = np.minimum(across, np.float32(most * most))
    for shift in range(1, most):
        square = np.float32(shift * shift)
        np.minimum(nearest[shift:], across[:-shift] + square, out=nearest[shift:])
        np.minimum(nearest[:-shift], across[shift:] + square, out=nearest[:-shift])
    return np.sqrt(nearest)


def _across(marked: NDArray[np.bool_], most: int) -> NDArray[np.int32]:
    """Return how far the nearest pixel of the same row is that is not marked."""
    columns = np.arange(marked.shape[1], dtype=np.int32)
    before = np.maximum.accumulate(np.where(marked, -most, columns), axis=1)
    after = np.minimum.accumulate(np.where(marked, marked.shape[1] + most, columns)[:, ::-1], axis=1)[:, ::-1]
    return np.minimum(np.minimum(columns - before, after - columns), most)


def _spread(core: NDArray[np.bool_], radius: int) -> NDArray[np.bool_]:
    """Return what lies within a square around any pixel of a core."""
    # One side after the other: a pixel's part of the square of both would round to nothing.
    spread = Image.fromarray(core.astype(np.uint8) * np.uint8(OPAQUE))
    for sides in ((radius, 0), (0, radius)):
        spread = spread.filter(ImageFilter.BoxBlur(sides)).point([0] + [OPAQUE] * OPAQUE)
    return np.asarray(spread) > 0
