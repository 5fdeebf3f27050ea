"""A copy of a picture that was painted over in one colour: told from other masks, and what was painted on it."""

from enum import StrEnum

import numpy as np
from PIL import Image

from bot.domain.errors import MaskMarksNothing
from bot.images.alpha import OPAQUE, has_transparency
from bot.images.codecs.probing import probe
from bot.images.masks.mask import check_shape, is_certain_mask, is_same_shape
from bot.images.masks.morphology import to_image
from bot.images.masks.outline import fill_outlines
from bot.images.masks.pair import Pair, Samples, find_paint, highest, lowest, open_pair
from bot.images.masks.pixel_colours import Marks, share_of
from bot.images.masks.region import to_region
from bot.images.masks.strokes import PAINT, SMALLEST_SHARE, find_strokes
from bot.images.view import open_view, view_size

_RECOGNISED_SIDE = 512
_AGREEING = 20
"""Of 255. A copy that was saved as JPEG and scaled is nearer to the picture than that on 99 of 100 pixels."""
_DARK, _BRIGHT = 48, 207
"""A pixel beyond these is as good as black or white: that a mask agrees there says nothing."""
_COLOURED = 24
"""A pixel whose primary colours differ by that is no grey; what a JPEG does to grey stays below."""
_ENOUGH_COLOUR = 0.002
_ENOUGH_AGREEMENT = 0.01
"""Shares of all pixels. Chance, and the edges of a mask, stay below them."""
_OF_THE_REST = 2
"""How often as much must agree as does not, where there is no paint."""
_ALIKE = 0.5
"""The correlation where a grey copy agrees. Of a mask's single grey, near that of the picture, it is 0.24 or less."""
_FAINT, _NEARLY_ALL = 16, 0.98
"""Of 255, and of all pixels: so much of a mask in black and white is that near to one of the two."""
_ERASED = 64
"""Of 255: alpha that sinks by more than that was taken away by somebody."""
_TRACE = 0.0005
"""Of all pixels: a hole that is smaller was rubbed in by nobody."""


class MaskKind(StrEnum):
    """What a mask is: white on black, transparent where to repaint, or a copy of the picture painted over."""

    PLAIN = "plain"
    ALPHA = "alpha"
    PAINTED = "painted"


def recognise_mask(picture: bytes, mask: bytes) -> MaskKind:
    """Tell what a mask is for a picture.

    A mask with more than a trace of transparency that the picture has not is ALPHA. Else it is PAINTED where it agrees
    with the picture in a way that no mask does: in colours, or in greys between black and white while what differs has
    one colour. A mask of another shape is never PAINTED.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    original, given = probe(picture), probe(mask)
    size = view_size(min((original.width, original.height), (given.width, given.height)), longest=_RECOGNISED_SIDE)
    same_shape = is_same_shape((given.width, given.height), (original.width, original.height))
    if given.has_alpha and _has_holes(open_view(mask, size), open_view(picture, size) if same_shape else None):
        return MaskKind.ALPHA
    if not same_shape:
        return MaskKind.PLAIN
    pair = open_pair(picture, mask, size)
    is_painted = _is_copy(pair) and not (_is_grey(pair.copy) and _is_black_and_white(mask))
    return MaskKind.PAINTED if is_painted else MaskKind.PLAIN


def needs_look(picture: bytes, mask: bytes) -> bool:
    """Tell whether a person has to look at what a mask marks: it is PAINTED, or could have been meant in two ways.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    return recognise_mask(picture, mask) is MaskKind.PAINTED or not is_certain_mask(picture, mask)


def find_painted(picture: bytes, copy: bytes) -> bytes:
    """Find what was painted on a copy of a picture, as a region.

    The copy may be smaller, turned by its EXIF orientation and saved with loss. One opaque colour is found to the
    pixel; where a good part of what differs is of other colours, as under a marker that lets the picture through, all
    that differs strongly is taken.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
        MaskOfAnotherShape: the copy is no scaled copy of the picture; see `is_same_shape`.
        MaskMarksNothing: nothing was painted on it, or next to nothing.
    """
    original, given = probe(picture), probe(copy)
    check_shape(given, (original.width, original.height))
    size = view_size(min((original.width, original.height), (given.width, given.height)))
    marks = find_strokes(open_pair(picture, copy, size))
    if share_of(marks) < SMALLEST_SHARE:
        raise MaskMarksNothing(had_alpha=False, painted=True)
    return to_region(fill_outlines(to_image(marks)).marks)


def _has_holes(mask: Image.Image, picture: Image.Image | None) -> bool:
    """Tell whether a mask is more transparent somewhere than its picture: paint covers, only an eraser uncovers.

    A trace of transparency, as editors leave along an edge, uncovers nothing.
    """
    if not has_transparency(mask):
        return False
    own = has_transparency(picture) if picture is not None else False
    before = np.asarray(picture.getchannel("A")).astype(np.int16) if picture is not None and own else OPAQUE
    holes = before - np.asarray(mask.getchannel("A")).astype(np.int16) > _ERASED
    return share_of(holes) >= (_ENOUGH_COLOUR if own else _TRACE)


def _is_copy(pair: Pair) -> bool:
    agrees = pair.distance() <= _AGREEING
    if share_of(agrees & _find_coloured(pair.copy)) >= _ENOUGH_COLOUR:
        return True
    paint = find_paint(pair)
    kept = np.ones_like(agrees) if paint is None else highest(np.abs(pair.copy - paint)) > PAINT
    telling = agrees & kept
    is_grey = _is_grey(pair.copy)
    if is_grey:
        telling &= (highest(pair.picture) >= _DARK) & (lowest(pair.picture) <= _BRIGHT)
    if share_of(telling) < max(_ENOUGH_AGREEMENT, _OF_THE_REST * share_of(kept & ~agrees)):
        return False
    return not is_grey or _correlate(pair.picture[telling], pair.copy[telling]) >= _ALIKE


def _find_coloured(samples: Samples) -> Marks:
    coloured: Marks = highest(samples) - lowest(samples) >= _COLOURED
    return coloured


def _is_grey(samples: Samples) -> bool:
    return share_of(_find_coloured(samples)) < _ENOUGH_COLOUR


def _is_black_and_white(mask: bytes) -> bool:
    """Tell whether a mask has next to no greys in its own size: made smaller, a drawing in two colours has many."""
    info = probe(mask)
    counts = np.array(open_view(mask, (info.width, info.height)).convert("L").histogram())
    extremes = counts[: _FAINT + 1].sum() + counts[OPAQUE - _FAINT :].sum()
    return bool(extremes >= _NEARLY_ALL * counts.sum())


def _correlate(one: Samples, other: Samples) -> float:
    """Return how much two series of pixels rise and fall together, 1 at most; 0 where one of them is flat."""
    first, second = one.mean(axis=1), other.mean(axis=1)
    together = ((first - first.mean()) * (second - second.mean())).mean()
    return float(together / (first.std() * second.std() + 1))
