"""A flower, petal by petal."""

from dataclasses import dataclass
from math import pi

import numpy as np

from bot.demo.api.drawing.canvas import Canvas, Floats, mix, smoothstep
from bot.demo.api.drawing.palette import Palette, colour_at, pick, rgb


@dataclass(frozen=True, slots=True)
class _Polar:
    """Every pixel seen from the flower's heart: angle in radians, distance in heights; and the veins."""

    angle: Floats
    radius: Floats
    vein: Floats
    row: int
    column: int


def paint_flower(canvas: Canvas, palette: Palette) -> Floats:
    """Paint an open flower from its outer petals to its heart, shape (3, height, width), 0 to 1."""
    rng = canvas.rng(80)
    picture = _backdrop(canvas, palette, rng)
    size = 0.41 * min(1.0, canvas.aspect)
    x, y = canvas.aspect / 2 + float(rng.uniform(-0.05, 0.05)) * size, 0.47 + float(rng.uniform(-0.03, 0.03)) * size
    across, down = canvas.x - np.float32(x), canvas.y - np.float32(y)
    polar = _Polar(
        angle=np.arctan2(down, across),
        radius=np.sqrt(across * across + down * down),
        vein=canvas.noise(82, 22, octaves=canvas.detail),
        row=int(y * canvas.height),
        column=int(x * canvas.height),
    )
    rings = 7 + min(canvas.detail, 2)
    petals = int(rng.integers(9, 14))
    for ring in range(rings):
        inner = ring / (rings - 1)
        reach = size * ((1 - inner) ** 1.15 + 0.085)
        _petals(canvas, picture, palette, polar, reach=reach, count=max(5, int(petals * (1 - 0.4 * inner))), ring=ring)
    return picture


def _backdrop(canvas: Canvas, palette: Palette, rng: np.random.Generator) -> Floats:
    blur = canvas.noise(81, 1.5, octaves=2)
    picture = pick(palette.land[::-1], np.float32(0.24) + blur * np.float32(0.3) + (1 - canvas.y) * np.float32(0.25))
    for _ in range(7):
        x, y, size = (float(value) for value in rng.uniform((0, 0, 0.05), (canvas.aspect, 1, 0.14)))
        distance = np.sqrt((canvas.x - np.float32(x)) ** 2 + (canvas.y - np.float32(y)) ** 2)
        mix(picture, colour_at(palette.field, 0.68), smoothstep(size, size * 0.85, distance) * np.float32(0.13))
    return picture


def _petals(
    canvas: Canvas, picture: Floats, palette: Palette, polar: _Polar, *, reach: float, count: int, ring: int
) -> None:
    """Paint one ring of petals, and its shadow on the ring below."""
    half = int(reach * 1.25 * canvas.height) + 4
    rows = slice(max(0, polar.row - half), polar.row + half)
    columns = slice(max(0, polar.column - half), polar.column + half)
    radius, patch = polar.radius[rows, columns], picture[:, rows, columns]
    turned = polar.angle[rows, columns] * np.float32(count / (2 * pi)) + np.float32(ring * 0.38 * count)
    aside = np.abs(turned - np.floor(turned) - np.float32(0.5)) * 2
    edge = np.float32(reach) * (1 - aside**3 * np.float32(0.34))
    cover = np.clip((edge - radius) * canvas.height + np.float32(0.5), 0, 1)
    shade = np.exp(np.clip(radius - edge, 0, 1) * np.float32(-28 / (0.3 + reach))) * np.float32(0.5)
    patch *= 1 - shade * (1 - cover)
    along = radius * np.float32(1 / reach)
    tone = np.float32(0.18 + 0.018 * ring) + along * np.float32(0.5) - aside**2 * np.float32(0.16)
    colour = pick(palette.field, tone + polar.vein[rows, columns] * np.float32(0.09))
    mix(colour, rgb(palette.light), smoothstep(0.72, 1.0, along) * np.float32(0.3))
    mix(patch, colour, cover)
