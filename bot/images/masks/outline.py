"""Marks that may be an outline: whoever draws one may mean the line, or what it goes around."""

import numpy as np

from bot.images.masks.pixel_colours import Marks, share_of


def is_outline(marked: Marks) -> bool:
    """Tell whether marks go around more than they are, and keep away from the edges, which a frame does not.

    What they go around has some of them to the left, to the right, above and below it.
    """
    if any(edge.any() for edge in (marked[0], marked[-1], marked[:, 0], marked[:, -1])):
        return False
    sides = (np.maximum.accumulate(marked[way], axis=axis)[way] for axis, way in _WAYS)
    inside = np.logical_and.reduce((*sides, ~marked))
    return share_of(inside) > share_of(marked)


_FORWARD, _BACKWARD = slice(None), slice(None, None, -1)
_WAYS = (
    (0, (_FORWARD, _FORWARD)),
    (0, (_BACKWARD, _FORWARD)),
    (1, (_FORWARD, _FORWARD)),
    (1, (_FORWARD, _BACKWARD)),
)
