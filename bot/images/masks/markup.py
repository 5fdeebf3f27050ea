"""What somebody drew over a copy of a picture, as a layer of its own: strokes, circles, arrows and words."""

import numpy as np
from PIL import Image

from bot.domain.errors import MaskMarksNothing
from bot.images.alpha import OPAQUE
from bot.images.codecs.encode import encode_png
from bot.images.codecs.probing import probe
from bot.images.masks.mask import check_shape, is_same_shape
from bot.images.masks.morphology import grown, to_image
from bot.images.masks.pair import Pair, Samples, highest, open_images, soften, to_samples
from bot.images.masks.pixel_colours import Marks
from bot.images.masks.strokes import find_strokes_of_all_colours
from bot.images.view import open_view, view_size

_EDGE_PIXELS = 2
"""Of the view: as far from a stroke's own pixels its soft edge may lie."""
_PAINT_REACH = 3
_LEAST_ALPHA, _FULL_ALPHA = 0.15, 0.9
"""A JPEG is off by a little beside a stroke, and inside of one: less is nothing, and more is all."""
_NEAR_PAINT = 24.0
"""Of 255: what lies under a stroke and is as near to its colour says nothing of how much of it shows."""
_ROWS = 256
"""So many are worked on at once, which keeps 4 megapixels in 60 MB."""


def find_markup(picture: bytes, copy: bytes) -> bytes:
    """Take what was drawn over a copy of a picture from it, as an RGBA PNG of exactly the picture's upright size.

    The strokes have the colours that they were painted in, and soft edges; all else is transparent. Some pixel always
    is, as the images API wants it. The copy may be smaller, turned by its EXIF orientation and saved with loss.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
        MaskOfAnotherShape: the copy is no scaled copy of the picture; see `is_same_shape`.
        MaskMarksNothing: nothing was drawn on it, or it is covered all over.
    """
    original, given = probe(picture), probe(copy)
    size = original.width, original.height
    check_shape(given, size)
    small = view_size(min(size, (given.width, given.height)))
    near = open_images(picture, copy, small)
    marks = find_strokes_of_all_colours(soften(*near))
    if not marks.any():
        raise MaskMarksNothing(had_alpha=False)
    paint = _spread_paint(Pair(*map(to_samples, near)), grown(marks, _EDGE_PIXELS)).resize(size)
    reach = to_image(grown(marks, _EDGE_PIXELS)).resize(size)
    inside = to_image(~grown(~marks, _EDGE_PIXELS)).resize(size)
    under, over = open_images(picture, copy, size)
    layer = np.zeros((size[1], size[0], 4), np.uint8)
    for top in range(0, size[1], _ROWS):
        box = 0, top, size[0], min(top + _ROWS, size[1])
        if reach.crop(box).getbbox() is not None:
            rows = (one.crop(box) for one in (under, over, paint, reach, inside))
            layer[top : box[3]] = _lift(*rows)
    if not layer[..., 3].any() or layer[..., 3].all():
        raise MaskMarksNothing(had_alpha=False)
    return encode_png(Image.fromarray(layer))


def fit_markup(markup: bytes, picture: bytes) -> bytes | None:
    """Bring a layer to a picture's upright size; None where the picture has another shape.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    layer, below = probe(markup), probe(picture)
    size = below.width, below.height
    if (layer.width, layer.height) == size:
        return markup
    if not is_same_shape((layer.width, layer.height), size):
        return None
    return encode_png(open_view(markup, size).convert("RGBA"))


def _spread_paint(pair: Pair, reach: Marks) -> Image.Image:
    """Say which paint is on each pixel of strokes and their edges: that of those around it which are farthest off."""
    distance = pair.distance() / OPAQUE
    weights = np.where(reach, distance**4, np.float32(0))[..., None]
    total = _blurred(weights)
    paint = _blurred(pair.copy * weights) / np.maximum(total, np.float32(1e-6))
    return Image.fromarray(np.where(total > 1e-6, paint, pair.copy).astype(np.uint8))  # noqa: PLR2004 - next to nothing


def _blurred(samples: Samples) -> Samples:
    """Sum up the square of pixels around each."""
    width = 2 * _PAINT_REACH + 1
    for axis in (0, 1):
        padding = [(_PAINT_REACH + 1, _PAINT_REACH) if one == axis else (0, 0) for one in range(3)]
        sums = np.cumsum(np.pad(samples, padding), axis=axis, dtype=np.float64)
        length = samples.shape[axis]
        samples = (sums.take(range(width, width + length), axis) - sums.take(range(length), axis)).astype(np.float32)
    return samples


def _lift(
    under: Image.Image, over: Image.Image, paint: Image.Image, reach: Image.Image, inside: Image.Image
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Separate rows of a copy from the picture under them: over = alpha * paint + (1 - alpha) * under."""
    below, seen, colour = to_samples(under), to_samples(over), to_samples(paint)
    span = colour - below
    share = np.einsum("ijk,ijk->ij", seen - below, span) / np.maximum(np.einsum("ijk,ijk->ij", span, span), 1)
    share = np.clip((share - _LEAST_ALPHA) / (_FULL_ALPHA - _LEAST_ALPHA), 0, 1)
    share[highest(np.abs(span)) < _NEAR_PAINT] = 0
    alpha = np.maximum(share, np.asarray(inside) / np.float32(OPAQUE)) * (np.asarray(reach) / np.float32(OPAQUE))
    full = alpha[..., None] >= 1
    pixels = np.where(full, seen, colour) * (alpha[..., None] > 0)
    return np.dstack((pixels, alpha * OPAQUE)).round().astype(np.uint8)
