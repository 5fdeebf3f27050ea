"""A sample photo and its mask, so that `/edit` can be tried with nothing at hand."""

import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

_WIDTH, _HEIGHT = 1600, 1200
_HORIZON = 760
_BALLOON = (1080, 330)
_BALLOON_RADIUS = 150
_MASK_RADIUS = 250
_ORIENTATION_TAG = 0x0112
_LEFT_SIDE_DOWN = 8
"""The picture is stored a quarter turn clockwise, as a camera held on its side stores it; Exif 2.32, table 6."""


@dataclass(frozen=True, slots=True)
class Samples:
    """The files to try `/edit` with: a JPEG of 1600x1200 upright pixels, and a mask, white on black, for it."""

    photo: Path
    mask: Path


def write_samples(folder: Path) -> Samples:
    """Write the sample files, always the same bytes for the same Pillow.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    samples = Samples(photo=(folder / "balloon.jpg").resolve(), mask=(folder / "balloon-mask.png").resolve())
    samples.photo.write_bytes(draw_photo())
    samples.mask.write_bytes(draw_mask())
    return samples


def draw_photo() -> bytes:
    """Draw a balloon over a lake: a JPEG that lies on its side and says so in its Exif orientation."""
    picture = _sky()
    _ridges(picture)
    _balloon(picture)
    _lake(picture)
    grain = np.random.default_rng(7).normal(0.0, 2.5, (_HEIGHT, _WIDTH, 1))
    grainy = Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8))
    exif = Image.Exif()
    exif[_ORIENTATION_TAG] = _LEFT_SIDE_DOWN
    out = io.BytesIO()
    grainy.transpose(Image.Transpose.ROTATE_270).save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def draw_mask() -> bytes:
    """Draw the mask that marks the balloon and the sky around it: a greyscale PNG, white where to repaint."""
    mask = Image.new("L", (_WIDTH, _HEIGHT), 0)
    x, y = _BALLOON[0], _BALLOON[1] + 50
    ImageDraw.Draw(mask).ellipse((x - _MASK_RADIUS, y - _MASK_RADIUS, x + _MASK_RADIUS, y + _MASK_RADIUS), fill=255)
    out = io.BytesIO()
    mask.save(out, "PNG", optimize=True)
    return out.getvalue()


def _sky() -> Image.Image:
    rows, columns = np.mgrid[0:_HEIGHT, 0:_WIDTH]
    height = np.clip(rows / _HORIZON, 0, 1)[..., None]
    top, bottom = np.array([52.0, 104, 168]), np.array([250.0, 214, 170])
    colours = top + (bottom - top) * height**1.4
    glow = np.exp(-((columns - 420) ** 2 + (rows - 640) ** 2) / (2 * 260.0**2))[..., None]
    colours += (np.array([255.0, 240, 200]) - colours) * glow * 0.85
    return Image.fromarray(np.clip(colours, 0, 255).astype(np.uint8))


def _ridges(picture: Image.Image) -> None:
    layers = ((600, 90, 260.0, (148, 158, 188)), (665, 70, 190.0, (104, 122, 150)), (720, 40, 120.0, (58, 84, 92)))
    draw = ImageDraw.Draw(picture)
    for base, swing, length, colour in layers:
        line = [
            (x, base - swing * (math.sin(x / length) * 0.6 + math.sin(x / length * 2.3 + base) * 0.4))
            for x in range(0, _WIDTH + 8, 8)
        ]
        draw.polygon([(0, _HORIZON), *line, (_WIDTH, _HORIZON)], fill=colour)


def _balloon(picture: Image.Image) -> None:
    scale = 3
    x, y, radius = (value * scale for value in (_BALLOON_RADIUS, _BALLOON_RADIUS, _BALLOON_RADIUS))
    layer = Image.new("RGBA", (2 * x, 3 * x), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for side in (-0.55, -0.2, 0.2, 0.55):
        draw.line(
            (x + side * radius, y + radius * 0.8, x + side * radius * 0.35, y + radius * 1.45), (60, 45, 40), scale
        )
    draw.polygon(
        [
            (x - radius * 0.83, y + radius * 0.55),
            (x + radius * 0.83, y + radius * 0.55),
            (x + radius * 0.3, y + radius * 1.15),
            (x - radius * 0.3, y + radius * 1.15),
        ],
        fill=(176, 40, 44),
    )
    for part, colour in ((1.0, (206, 52, 50)), (0.72, (244, 232, 212)), (0.4, (206, 52, 50)), (0.12, (244, 232, 212))):
        draw.ellipse((x - radius * part, y - radius, x + radius * part, y + radius), fill=colour)
    draw.rectangle((x - radius * 0.22, y + radius * 1.45, x + radius * 0.22, y + radius * 1.7), fill=(122, 82, 48))
    layer = layer.resize((2 * _BALLOON_RADIUS, 3 * _BALLOON_RADIUS), Image.Resampling.LANCZOS)
    picture.paste(layer, (_BALLOON[0] - _BALLOON_RADIUS, _BALLOON[1] - _BALLOON_RADIUS), layer)


def _lake(picture: Image.Image) -> None:
    depth = _HEIGHT - _HORIZON
    mirrored = picture.crop((0, _HORIZON - depth, _WIDTH, _HORIZON)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = np.asarray(mirrored.filter(ImageFilter.GaussianBlur(3))).astype(np.float64)
    rows = np.arange(depth)
    shifts = (np.sin(rows / 9.0) * rows / 110).astype(int)
    waved = np.stack([np.roll(row, shift, axis=0) for row, shift in zip(water, shifts, strict=True)])
    dark = np.linspace(0.86, 0.55, depth)[:, None, None]
    picture.paste(Image.fromarray((waved * dark).astype(np.uint8)), (0, _HORIZON))
