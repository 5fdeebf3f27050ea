"""The land: ridges behind ridges with haze between them, lit faces, snow and pines."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from bot.demo.api.drawing.canvas import Canvas, Floats, mix, smoothstep
from bot.demo.api.drawing.palette import Palette, colour_at, pick, rgb
from bot.demo.api.drawing.sky import View

_FIRST_PINES = 0.45
_CLEARING = -0.22


@dataclass(frozen=True, slots=True)
class Terrain:
    """How a landscape is shaped: `peaks` or dunes; every figure goes from 0 to 1.

    `rise` is how high peaks reach over the horizon, `snow` how far down it lies, `pines` how many stand.
    """

    peaks: bool
    rise: float = 0.0
    snow: float = 0.0
    pines: float = 0.0


@dataclass(frozen=True, slots=True)
class _Ridge:
    """One ridge: its top edge in heights, how near it is (0 to 1), and the noise of the rows it is painted in."""

    crest: Floats
    near: float
    rocks: Floats
    rows: slice


def paint_land(view: View, picture: Floats, terrain: Terrain) -> None:
    """Paint ridges over a sky in place, the far ones first."""
    canvas = view.canvas
    count = 4 + min(canvas.detail, 2)
    rocks = canvas.noise(20, 7, octaves=2 + canvas.detail, stretch=0.8, ridged=terrain.peaks)
    nears = [layer / (count - 1) for layer in range(count)]
    crests = [_crest(canvas, near, view.horizon, terrain) for near in nears]
    for layer, (near, crest) in enumerate(zip(nears, crests, strict=True)):
        # What the next ridge hides need not be painted.
        lowest = crests[layer + 1].max() if layer + 1 < count else 1.0
        rows = slice(_row(canvas, crest.min(), -2), _row(canvas, lowest, 3))
        ridge = _Ridge(crest, near, _turned(rocks, layer)[rows], rows)
        if rows.start < rows.stop:
            _paint_ridge(view, picture, ridge, terrain)
        if terrain.pines and near > _FIRST_PINES:
            _plant(view, picture, ridge, pines=terrain.pines)


def _row(canvas: Canvas, y: float, more: int) -> int:
    return min(max(int(y * canvas.height) + more, 0), canvas.height)


def _turned(rocks: Floats, layer: int) -> Floats:
    """Another view of the same noise for each of four layers; a shift would show a seam."""
    across = rocks[:, ::-1] if layer & 1 else rocks
    return across[::-1] if layer & 2 else across


def _crest(canvas: Canvas, near: float, horizon: float, terrain: Terrain) -> Floats:
    """The top edge of a ridge in heights, shape (width,)."""
    tag = 200 + round(near * 1000)
    base = horizon + (1.02 - horizon) * near**1.5 * 0.9
    amplitude = (0.05 + 0.3 * terrain.rise * (1 - near) ** 0.8) if terrain.peaks else 0.05 + 0.11 * near
    cells = 2.1 - 0.9 * near if terrain.peaks else 1.1 + 0.7 * (1 - near)
    octaves = 3 + canvas.detail if terrain.peaks else 2
    line = canvas.line(tag, cells, octaves=octaves, ridged=terrain.peaks, roughness=0.49 if terrain.peaks else 0.42)
    crest: Floats = base - np.float32(amplitude) * (line + np.float32(0.25))
    return crest


def _paint_ridge(view: View, picture: Floats, ridge: _Ridge, terrain: Terrain) -> None:
    canvas, palette, light, near = view.canvas, view.palette, view.light, ridge.near
    depth = canvas.y[ridge.rows] - ridge.crest[None, :]
    slope = np.gradient(ridge.crest) * canvas.height
    cover = np.clip(depth * (canvas.height / np.sqrt(1 + slope**2)) + np.float32(0.5), 0, 1)
    face = _faces(view, ridge, depth, peaks=terrain.peaks)
    tone = np.float32(0.12 + 0.8 * near) - face * np.float32(0.2 + 0.1 * near) + depth * np.float32(0.35)
    colour = pick(palette.land, tone)
    warmth = np.float32((0.26 if palette.dark else 0.42) * (1 - 0.6 * near))
    mix(colour, rgb(palette.light), np.clip(face, 0, 1) * warmth)
    if terrain.snow:
        _snow(palette, colour, ridge, depth, face, amount=terrain.snow)
    haze = smoothstep(-0.02, 0.3, depth) * np.float32(0.86 * (1 - near) ** 0.8)
    mix(colour, colour_at(palette.sky, 0.91), haze)
    towards = np.exp(np.abs(canvas.x - light.x) * np.float32(-2.2)) * np.float32(0.3 * (1 - near))
    mix(colour, rgb(palette.light), towards)
    mix(picture[:, ridge.rows], colour, cover)


def _snow(palette: Palette, colour: Floats, ridge: _Ridge, depth: Floats, face: Floats, *, amount: float) -> None:
    """Lay snow on a ridge from its crest down, white in the light and blue in the shade."""
    line = np.float32(0.22 * amount * (1.15 - ridge.near))
    fallen = smoothstep(0.06, -0.06, depth - line - ridge.rocks * np.float32(0.09))
    shadow = colour_at(palette.sky, 0.29) * np.float32(0.55) + np.float32(0.4)
    white = rgb(palette.light) * np.float32(0.3) + np.float32(0.69)
    if palette.dark:
        white = white * np.float32(0.35) + colour_at(palette.sky, 0.88) * np.float32(0.5)
        shadow = shadow * np.float32(0.22) + colour_at(palette.sky, 0.49) * np.float32(0.5)
    lit = np.clip(np.float32(0.62) + face * np.float32(0.5), 0, 1)
    mix(colour, shadow + (white - shadow) * lit, fallen * np.float32(0.94))


def _faces(view: View, ridge: _Ridge, depth: Floats, *, peaks: bool) -> Floats:
    """Which faces look to the light, about -1 to 1: the slopes of the crest run down aslant and break on rocks."""
    canvas = view.canvas
    wide = max(3, canvas.height // (40 if peaks else 14)) | 1
    kernel = np.hanning(wide + 2)[1:-1]
    padded = np.pad(ridge.crest, wide // 2, mode="edge")
    slope = np.gradient(np.convolve(padded, kernel / kernel.sum(), mode="valid")).astype(np.float32) * canvas.height
    side = 1.0 if view.light.x > canvas.aspect / 2 else -1.0
    broken = 0.042 if peaks else 0
    shift = (depth * np.float32(0.55 * side) + ridge.rocks * np.float32(broken)) * np.float32(canvas.height)
    column = np.clip(np.arange(canvas.width, dtype=np.float32)[None, :] + shift, 0, canvas.width - 1).astype(np.int32)
    lit = np.tanh(np.take(slope, column) * np.float32(2.6 * side if peaks else 4.0 * side))
    fades = np.exp(np.clip(depth, 0, 1) * np.float32(-(4 + 9 * ridge.near)))
    faces: Floats = lit * fades + np.clip(ridge.rocks, -1, 1) * np.float32(0.36 if peaks else 0.08)
    return faces


def _plant(view: View, picture: Floats, ridge: _Ridge, *, pines: float) -> None:
    """Set pines along a crest: silhouettes, drawn three times as large and shrunk for smooth edges."""
    canvas, crest, near = view.canvas, ridge.crest, ridge.near
    rng = canvas.rng(300 + round(near * 1000))
    scale = 3 if canvas.detail > 1 else 2
    tallest = 0.05 + 0.15 * near**2
    top = max(0, int((crest.min() - tallest * 1.3) * canvas.height))
    rows = canvas.height - top
    if rows <= 0:
        return
    stencil = Image.new("L", (canvas.width * scale, rows * scale))
    draw = ImageDraw.Draw(stencil)
    count = int(pines * 46 * canvas.aspect / (0.35 + near))
    clump = canvas.line(301, 2.4, octaves=2)
    for at, size, jitter in zip(
        rng.uniform(-0.02, 1.02, count), rng.uniform(0.45, 1, count), rng.integers(0, 1 << 30, count), strict=True
    ):
        column = min(max(int(at * canvas.width), 0), canvas.width - 1)
        if clump[column] < _CLEARING:
            continue
        height = tallest * float(size) * canvas.height * scale
        foot = (float(crest[column]) * canvas.height - top + 0.02 * canvas.height) * scale
        _pine(draw, float(at) * canvas.width * scale, foot, height, tiers=5 + 2 * canvas.detail, seed=int(jitter))
    cover = np.asarray(stencil.reduce(scale), dtype=np.float32) / 255
    colour = colour_at(view.palette.land, min(0.3 + 0.72 * near, 1))
    mix(picture[:, top:], colour, cover)


def _pine(draw: ImageDraw.ImageDraw, x: float, foot: float, height: float, *, tiers: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for tier in range(tiers):
        down = (tier + 1) / tiers
        reach = height * 0.24 * down**0.9
        y = foot - height * (1 - down * 0.92)
        for side, points in ((-1, left), (1, right)):
            out = reach * float(rng.uniform(0.8, 1.15))
            points += [(x + side * out, y), (x + side * out * 0.45, y - height * 0.015)]
    draw.polygon([(x, foot - height), *right, (x, foot), *reversed(left)], fill=255)
    draw.rectangle((x - height * 0.018, foot - height * 0.1, x + height * 0.018, foot), fill=255)
