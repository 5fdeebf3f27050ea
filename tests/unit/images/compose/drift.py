"""Models as they are: they shift, scale, tint and repaint what nobody marked, and seldom give the size that came."""

from typing import Any

import numpy as np
from PIL import Image

from tests.unit.images.pictures import decode, encode

Samples = np.ndarray[Any, np.dtype[np.float32]]


def draw(
    picture: bytes,
    change: Image.Image | None = None,
    *,
    shift: tuple[float, float] = (0, 0),
    scale: float = 1,
    tint: tuple[float, float] = (1, 0),
    noise: float = 0,
    noisy: Image.Image | None = None,
    size: tuple[int, int] | None = None,
) -> bytes:
    """Answer an upload as a model does.

    Args:
        picture: what went up, a file.
        change: what it is asked to paint, RGBA, laid over the picture before all else.
        shift: of everything, as parts of the sides.
        scale: of everything, around the middle.
        tint: what each sample is multiplied by, and what is added.
        noise: as standard deviation in levels.
        noisy: where there is noise, mode L, 255; everywhere if it is left out.
        size: that the answer has; stretched.
    """
    image = decode(picture).convert("RGBA")
    if change is not None:
        image.alpha_composite(change.resize(image.size))
    opaque = image.convert("RGB")
    size = size or opaque.size
    opaque = _move(opaque, shift, scale).resize(size, Image.Resampling.BICUBIC)
    samples = np.asarray(opaque).astype(np.float32) * tint[0] + tint[1]
    if noise:
        grain = np.random.default_rng(1).normal(0, noise, samples.shape)
        place = 255 if noisy is None else np.asarray(_move(noisy, shift, scale).resize(size))[..., None]
        samples = samples + grain * (place / np.float32(255))
    return encode(Image.fromarray(np.clip(np.rint(samples), 0, 255).astype(np.uint8)), "PNG")


def textured(width: int, height: int, *, seed: int = 1) -> Image.Image:
    """Make what a camera makes: smooth colours, edges of all sizes and some noise."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width, 3), dtype=np.float32)
    for cells, strength in ((4, 0.5), (24, 0.3), (90, 0.2)):
        coarse = random.integers(0, 256, (cells * height // width + 2, cells, 3), dtype=np.uint8)
        total += strength * np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))
    total += random.normal(0, 3, (height, width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(total, 0, 255).astype(np.uint8))


def gradient(width: int, height: int) -> Image.Image:
    """Make a sky: a tone that changes evenly from corner to corner."""
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    light = 60 + 80 * across / width + 60 * down / height
    return Image.fromarray(np.stack((light, light + 20, light + 50), axis=-1).astype(np.uint8))


def flat(width: int, height: int) -> Image.Image:
    """Make a wall."""
    return Image.new("RGB", (width, height), (180, 150, 120))


def _move(image: Image.Image, shift: tuple[float, float], scale: float) -> Image.Image:
    # What was at the middle plus d comes to the middle plus the shift plus d times the scale.
    width, height = image.size
    left = width / 2 - (width / 2 + shift[0] * width) / scale
    top = height / 2 - (height / 2 + shift[1] * height) / scale
    border = max(image.size) // 8
    sides = [(border, border), (border, border), (0, 0)]
    samples = np.pad(np.asarray(image), sides[: np.asarray(image).ndim], mode="reflect")
    matrix = (1 / scale, 0, left + border, 0, 1 / scale, top + border)
    return Image.fromarray(samples).transform(
        image.size, Image.Transform.AFFINE, matrix, resample=Image.Resampling.BICUBIC
    )
