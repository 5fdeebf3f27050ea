"""Marks that go around something: whoever draws a closed line means what it goes around."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops

from bot.images.alpha import OPAQUE
from bot.images.masks.morphology import grown, reached, to_image
from bot.images.masks.pixel_colours import Marks, share_of
from bot.images.view import view_size

_LOOK_SIDE = 512
_TOUCHED = 40
"""Of 255: a pixel of the reduced marks that holds so much of a line is part of the line."""
_GAPS = (0, 2, 4, 8, 14, 20)
"""Half of the gap in a line that is closed, in pixels where `_LOOK_SIDE` are a side; the small ones first."""
_ROOM = 3
"""What a gap leads into is at least so many times as wide."""
_ROUND_FRAME = 0.85
"""Of the picture: a line around more than that is the picture's own frame."""
_ALONG_EDGES = 0.9
_SMALLEST_SHARE = 0.0005
_MOST_INSIDES = 32
"""A mesh has more, and is no outline."""
_THIN = 3.0
"""So many times what a clear outline is, is inside of it."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Marks with the insides of their outlines, in mode L; `is_clear`: there is nothing else that could be meant."""

    marks: Image.Image
    is_clear: bool


def fill_outlines(marks: Image.Image) -> Filling:
    """Fill what is inside of closed lines in marks of mode L, 255 where marked.

    A line is one where it goes around more than it is. A gap that is small beside what it leads into counts as closed.
    So does a line that begins and ends at the same edge of the picture. What runs along all edges is its frame. Clear
    are thin lines without a gap, each around one thing, and nothing besides; and marks that go around nothing.
    """
    size = view_size(marks.size, longest=_LOOK_SIDE)
    small = marks if size == marks.size else marks.resize(size, Image.Resampling.BOX)
    lines: Marks = np.asarray(small) >= _TOUCHED
    edges = np.concatenate((lines[0], lines[-1], lines[:, 0], lines[:, -1]))
    if not lines.any() or share_of(edges) > _ALONG_EDGES:
        return Filling(marks, is_clear=True)
    outlined = _find_outlined(lines)
    if outlined is None:
        return Filling(marks, is_clear=not _goes_around(lines))
    filled, is_clear = outlined
    # The inside reaches into the line, so that nothing is left between them.
    reaching = to_image(grown(filled, 2) & (filled | lines))
    if size != marks.size:
        reaching = reaching.resize(marks.size, Image.Resampling.BILINEAR).point(_to_two_levels)
    return Filling(ImageChops.lighter(marks, reaching), is_clear)


def _to_two_levels(sample: int) -> int:
    return OPAQUE if sample > OPAQUE // 2 else 0


def _find_outlined(lines: Marks) -> tuple[Marks, bool] | None:
    insides, had_gap = _find_insides(lines)
    outlined = _choose(lines, insides)
    if outlined is not None:
        return outlined[0], outlined[1] and not had_gap
    edges = lines[0], lines[-1], lines[:, 0], lines[:, -1]
    touched = [edge.any() for edge in edges]
    if sum(touched) != 1:
        return None
    # Behind that edge is a wall: what the line and the wall go around is its inside.
    top, bottom, left, right = (int(one) * (_gaps_of(lines)[-1] + 1) for one in touched)
    insides, _ = _find_insides(np.pad(lines, ((top, bottom), (left, right)), constant_values=True))
    outlined = _choose(lines, insides[top : top + lines.shape[0], left : left + lines.shape[1]])
    return None if outlined is None else (outlined[0], False)


def _find_insides(lines: Marks) -> tuple[Marks, bool]:
    """Find what is inside of lines, and tell whether a gap had to be closed for it."""
    found = np.zeros_like(lines)
    had_gap = False
    gaps = _gaps_of(lines)
    widest = _find_enclosed(grown(lines, gaps[-1])) | _find_enclosed(lines)
    for gap in gaps:
        if not (widest & ~found).any():
            break
        # Wide lines meet in a gap, whichever way it looks; what they go around is made wide again afterwards.
        core = _find_enclosed(grown(lines, gap))
        inside = grown(reached(core, ~grown(~core, (_ROOM - 1) * gap)), gap) & ~lines
        had_gap |= bool(gap) and int((inside & ~found).sum()) > int(found.sum()) // 4
        found |= inside
    return found, had_gap


def _gaps_of(lines: Marks) -> tuple[int, ...]:
    return tuple(dict.fromkeys(gap * max(lines.shape) // _LOOK_SIDE for gap in _GAPS))


def _find_enclosed(walls: Marks) -> Marks:
    around = np.zeros_like(walls)
    around[0], around[-1], around[:, 0], around[:, -1] = True, True, True, True
    enclosed: Marks = ~(reached(~walls, around) | walls)
    return enclosed


def _choose(lines: Marks, insides: Marks) -> tuple[Marks, bool] | None:
    """Keep the insides whose lines go around more than they are; None where there are none."""
    separate: list[Marks] = []
    rest = insides.copy()
    while rest.any():
        if len(separate) == _MOST_INSIDES:
            return None
        seed = np.zeros_like(rest)
        seed.flat[int(rest.argmax())] = True
        one = reached(rest, seed)
        rest &= ~one
        if _SMALLEST_SHARE < share_of(one) <= _ROUND_FRAME:
            separate.append(one)
    chosen = np.zeros_like(lines)
    is_clear, used = True, np.zeros_like(lines)
    thick = grown(lines, 1)
    for one in separate:
        line = reached(thick, grown(one, 2)) & lines
        together = [int(other.sum()) for other in separate if (grown(other, 2) & line).any()]
        if sum(together) > line.sum():
            chosen |= one
            used |= line
        is_clear &= len(together) == 1 and together[0] > _THIN * int(line.sum())
    return (chosen, is_clear and bool((used == lines).all())) if chosen.any() else None


def _goes_around(lines: Marks) -> bool:
    """Tell whether lines have more between them than they are, as one with a wide gap has.

    What is between them has some of them to the left, to the right, above and below it.
    """
    if any(edge.any() for edge in (lines[0], lines[-1], lines[:, 0], lines[:, -1])):
        return False
    sides = (np.maximum.accumulate(lines[way], axis=axis)[way] for axis, way in _WAYS)
    between = np.logical_and.reduce((*sides, ~lines))
    return share_of(between) > share_of(lines)


_FORWARD, _BACKWARD = slice(None), slice(None, None, -1)
_WAYS = (
    (0, (_FORWARD, _FORWARD)),
    (0, (_BACKWARD, _FORWARD)),
    (1, (_FORWARD, _FORWARD)),
    (1, (_FORWARD, _BACKWARD)),
)
