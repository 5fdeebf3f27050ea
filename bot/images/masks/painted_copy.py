"""A copy of a picture that was painted over in one colour: told from other masks, and what was painted on it."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.domain.errors import MaskMarksNothing
from bot.images.alpha import OPAQUE, has_transparency
from bot.images.codecs.probing import probe
from bot.images.masks.mask import check_shape, is_certain_mask, is_same_shape
from bot.images.masks.pair import Pair, Samples, find_paint, highest, lowest, open_pair, square
from bot.images.masks.region import to_region
from bot.images.view import open_view, view_size

_Marks = NDArray[np.bool_]

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
_PAINT = 32
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
_SMALLEST_SHARE = 0.0005
"""Of all pixels, 20 x 20 of 1024 x 768: what is smaller was hardly painted by hand, and is no part to paint anew."""
_LEFT_OVER = 0.02
"""Of what was found: if so much differs besides, it was not one opaque colour."""


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
    pair = open_pair(picture, copy, size)
    paint = find_paint(pair)
    marks = np.zeros(pair.copy.shape[:2], np.bool_) if paint is None else _find_marks(pair, paint)
    strong = _find_strong_marks(pair)
    if _is_left_over(strong, marks):
        marks |= _find_marks(pair, _fit(pair, strong))
        if _is_left_over(strong, marks):
            marks |= strong
    if _share(marks) < _SMALLEST_SHARE:
        raise MaskMarksNothing(had_alpha=False, painted=True)
    return to_region(_to_image(marks))


def _has_holes(mask: Image.Image, picture: Image.Image | None) -> bool:
    """Tell whether a mask is more transparent somewhere than its picture: paint covers, only an eraser uncovers.

    A trace of transparency, as editors leave along an edge, uncovers nothing.
    """
    if not has_transparency(mask):
        return False
    own = has_transparency(picture) if picture is not None else False
    before = np.asarray(picture.getchannel("A")).astype(np.int16) if picture is not None and own else OPAQUE
    holes = before - np.asarray(mask.getchannel("A")).astype(np.int16) > _ERASED
    return _share(holes) >= (_ENOUGH_COLOUR if own else _TRACE)


def _is_copy(pair: Pair) -> bool:
    agrees = pair.distance() <= _AGREEING
    if _share(agrees & _find_coloured(pair.copy)) >= _ENOUGH_COLOUR:
        return True
    paint = find_paint(pair)
    kept = np.ones_like(agrees) if paint is None else highest(np.abs(pair.copy - paint)) > _PAINT
    telling = agrees & kept
    is_grey = _is_grey(pair.copy)
    if is_grey:
        telling &= (highest(pair.picture) >= _DARK) & (lowest(pair.picture) <= _BRIGHT)
    if _share(telling) < max(_ENOUGH_AGREEMENT, _OF_THE_REST * _share(kept & ~agrees)):
        return False
    return not is_grey or _correlate(pair.picture[telling], pair.copy[telling]) >= _ALIKE


def _find_coloured(samples: Samples) -> _Marks:
    coloured: _Marks = highest(samples) - lowest(samples) >= _COLOURED
    return coloured


def _is_grey(samples: Samples) -> bool:
    return _share(_find_coloured(samples)) < _ENOUGH_COLOUR


def _is_black_and_white(mask: bytes) -> bool:
    """Tell whether a mask has next to no greys in its own size: made smaller, a drawing in two colours has many."""
    info = probe(mask)
    counts = np.array(open_view(mask, (info.width, info.height)).convert("L").histogram())
    extremes = counts[: _FAINT + 1].sum() + counts[OPAQUE - _FAINT :].sum()
    return bool(extremes >= _NEARLY_ALL * counts.sum())


def _share(marks: _Marks) -> float:
    return float(np.mean(marks))


def _correlate(one: Samples, other: Samples) -> float:
    """Return how much two series of pixels rise and fall together, 1 at most; 0 where one of them is flat."""
    first, second = one.mean(axis=1), other.mean(axis=1)
    together = ((first - first.mean()) * (second - second.mean())).mean()
    return float(together / (first.std() * second.std() + 1))


def _find_marks(pair: Pair, painted: Samples) -> _Marks:
    """Find where the copy is nearer to the picture `painted` than to the picture, decided by the pixels around each.

    Where it is near to both it is taken for painted between painted parts.
    """
    evidence = square(pair.picture - pair.copy) - square(pair.copy - painted)
    votes = Image.fromarray(np.clip(evidence * (_CENTRE / _CERTAIN) + _CENTRE, 0, OPAQUE).astype(np.uint8))
    smooth = np.asarray(votes.filter(ImageFilter.GaussianBlur(_EVIDENCE_PIXELS)))
    marks = _opened(smooth > _CENTRE + _DOUBT, _SPECK_PIXELS)
    like_paint = highest(np.abs(pair.copy - painted)) <= _PAINT
    return marks | (_closed(marks, round(max(marks.shape) * _GAP_SHARE)) & like_paint)


def _find_strong_marks(pair: Pair) -> _Marks:
    distance = Image.fromarray(np.minimum(pair.distance(), OPAQUE).astype(np.uint8))
    smooth = np.asarray(distance.filter(ImageFilter.GaussianBlur(_STRONG_PIXELS)))
    noise = float(np.quantile(smooth, 0.25))
    return _opened(smooth > max(_STRONG, _NOISE_FACTOR * noise), _STRONG_SPECK)


def _fit(pair: Pair, marks: _Marks) -> Samples:
    """Paint all of the picture as the copy is painted where it is marked: with one factor and one summand a colour."""
    painted = np.empty_like(pair.picture)
    for colour in range(3):
        under, over = pair.picture[..., colour][marks], pair.copy[..., colour][marks]
        mean_under, mean_over = under.mean(), over.mean()
        factor = float(((under - mean_under) * (over - mean_over)).mean() / (under.var() + 1))
        painted[..., colour] = (pair.picture[..., colour] - mean_under) * factor + mean_over
    return painted


def _is_left_over(strong: _Marks, marks: _Marks) -> bool:
    left_over = _share(_opened(strong & ~_grown(marks, _BORDER), _STRONG_SPECK))
    return left_over > max(_SMALLEST_SHARE, _LEFT_OVER * _share(marks))


def _grown(marks: _Marks, pixels: int) -> _Marks:
    # One direction after the other: the mean of a whole square would round a single mark in it down to nothing.
    for box in ((pixels, 0), (0, pixels)):
        marks = np.asarray(_to_image(marks).filter(ImageFilter.BoxBlur(box))) > 0
    return marks


def _opened(marks: _Marks, pixels: int) -> _Marks:
    """Take away what is thinner than twice as many pixels."""
    return _grown(~_grown(~marks, pixels), pixels)


def _closed(marks: _Marks, pixels: int) -> _Marks:
    """Fill what is narrower than twice as many pixels."""
    return ~_opened(~marks, pixels)


def _to_image(marks: _Marks) -> Image.Image:
    return Image.fromarray(marks.astype(np.uint8) * np.uint8(OPAQUE))
