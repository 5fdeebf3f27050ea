"""A picture and a copy of it, laid upon each other, and the colour that the copy was painted over with."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from bot.images.alpha import has_transparency
from bot.images.colour import to_srgb
from bot.images.view import flatten, open_unmanaged

Samples = NDArray[np.float32]
"""Height x width x 3 of colours, or height x width of one figure a pixel."""

_DIFFERENT = 40
"""Of 255, in one of the primary colours: what is farther off and flat is paint, or was done by a JPEG and is tiny."""
_FLAT = 24
"""What the pixels around one differ by at most, in paint that went through a JPEG of quality 60."""
_SOFTNESS_PIXELS = 0.7
"""What a JPEG, or another way of scaling down, does to single pixels is not to count."""
_BIN = 8
_BINS = 256 // _BIN
_SPOT_PIXELS = 30
"""The smallest spot of paint that is looked for: 5 pixels across of 1024."""
_PAPERS = ("white", "black")
"""What a transparent picture may have been laid on when a copy of it was saved without transparency."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The samples of a picture and of its copy, upright, of one size, and a little softened."""

    picture: Samples
    copy: Samples

    def distance(self) -> Samples:
        """Return how far the copy is off, pixel by pixel, in the primary colour where it is farthest."""
        return highest(np.abs(self.picture - self.copy))


def open_pair(picture: bytes, copy: bytes, size: tuple[int, int]) -> Pair:
    """Open a picture and its copy as `open_images` does, a little softened.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    return soften(*open_images(picture, copy, size))


def open_images(picture: bytes, copy: bytes, size: tuple[int, int]) -> tuple[Image.Image, Image.Image]:
    """Open a picture and its copy at one size in mode RGB: by their profiles, or by samples where those are nearer.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    stored = open_unmanaged(picture, size), open_unmanaged(copy, size)
    views = [(to_srgb(stored[0]), to_srgb(stored[1]))]
    if views[0][0] is not stored[0]:
        # A program that knows no profiles paints on the samples and drops what they mean.
        views.append(stored)
    papers = [Image.new("RGB", size, one) for one in (_PAPERS if has_transparency(stored[0]) else _PAPERS[:1])]
    images = [(flatten(original, paper), flatten(copied, paper)) for original, copied in views for paper in papers]
    return images[0] if len(images) == 1 else min(images, key=_median_distance)


def soften(picture: Image.Image, copy: Image.Image) -> Pair:
    """Make a pair of two pictures of mode RGB and of one size."""
    blur = ImageFilter.GaussianBlur(_SOFTNESS_PIXELS)
    return Pair(to_samples(picture.filter(blur)), to_samples(copy.filter(blur)))


def to_samples(image: Image.Image) -> Samples:
    """Take the samples of mode RGB."""
    return np.asarray(image).astype(np.float32)


def find_paint(pair: Pair) -> Samples | None:
    """Find the one colour that most of what differs has, red, green and blue; None where nothing flat differs."""
    differing = pair.copy[(_contrast(pair.copy) <= _FLAT) & (pair.distance() > _DIFFERENT)]
    if len(differing) < _SPOT_PIXELS:
        return None
    # Samples are whole numbers, and divided as such in half the time.
    red, green, blue = (differing.astype(np.uint8) // _BIN).T.astype(np.int32)
    counts = np.bincount((red * _BINS + green) * _BINS + blue, minlength=_BINS**3).reshape(_BINS, _BINS, _BINS)
    for axis in range(3):
        counts = _sum_of_three(counts, axis)
    fullest = np.array(np.unravel_index(counts.argmax(), counts.shape), np.float32)
    near = differing[highest(np.abs(differing - (fullest + 0.5) * _BIN)) <= 1.5 * _BIN]
    return near.mean(axis=0) if len(near) >= _SPOT_PIXELS else None


def highest(samples: Samples) -> Samples:
    """Return the highest of the three samples of each pixel; three times as fast as `max` along the axis."""
    return np.maximum(np.maximum(samples[..., 0], samples[..., 1]), samples[..., 2])


def lowest(samples: Samples) -> Samples:
    """Return the lowest of the three samples of each pixel."""
    return np.minimum(np.minimum(samples[..., 0], samples[..., 1]), samples[..., 2])


def square(samples: Samples) -> Samples:
    """Return the squared length of each pixel's three samples."""
    squared: Samples = np.einsum("ijk,ijk->ij", samples, samples)
    return squared


def _median_distance(images: tuple[Image.Image, Image.Image]) -> float:
    return float(np.median(np.asarray(ImageChops.difference(*images)).max(axis=2)))


def _contrast(samples: Samples) -> Samples:
    """Return by how much the 3 x 3 pixels around each differ."""
    high = low = np.pad(samples, ((1, 1), (1, 1), (0, 0)), mode="edge")
    high = np.maximum(np.maximum(high[:-2], high[1:-1]), high[2:])
    high = np.maximum(np.maximum(high[:, :-2], high[:, 1:-1]), high[:, 2:])
    low = np.minimum(np.minimum(low[:-2], low[1:-1]), low[2:])
    low = np.minimum(np.minimum(low[:, :-2], low[:, 1:-1]), low[:, 2:])
    return highest(high - low)


def _sum_of_three(counts: NDArray[np.intp], axis: int) -> NDArray[np.intp]:
    """Add to each count its neighbours on an axis: the colours of one paint lie on both sides of a bin's border."""
    padded = np.pad(counts, [(1, 1) if one == axis else (0, 0) for one in range(counts.ndim)])
    return np.asarray(sum(padded.take(range(start, start + _BINS), axis=axis) for start in range(3)))
