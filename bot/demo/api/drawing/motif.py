"""Small silhouettes of things that a prompt may name, standing on a knoll or sailing on the water."""

import numpy as np
from PIL import Image, ImageDraw

from bot.demo.api.drawing.canvas import Floats, mix
from bot.demo.api.drawing.palette import colour_at, rgb
from bot.demo.api.drawing.silhouettes import ELLIPSES, POLYGONS, WINDOWS
from bot.demo.api.drawing.sky import View

_SCALE = 4
_WORDS = {
    "cat": "cat cats kitten kitty",
    "boat": "boat boats ship sail sailboat sailing yacht pirate",
    "lighthouse": "lighthouse tower beacon",
    "house": "house cabin cottage home hut village farm barn",
    "castle": "castle fortress palace kingdom knight princess",
    "balloon": "balloon balloons airship zeppelin",
    "tree": "tree oak willow treehouse",
    "person": "person man woman girl boy hiker traveler traveller astronaut wizard hero samurai warrior explorer",
    "birds": "bird birds eagle seagull gulls raven crow",
}
_MOTIF_OF_WORD = {word: name for name, words in _WORDS.items() for word in words.split()}


_FLYING = frozenset({"balloon", "birds"})
_SIZES = {"boat": 0.17, "lighthouse": 0.36, "castle": 0.3, "balloon": 0.22, "cat": 0.24, "tree": 0.32}


def find_motif(words: frozenset[str]) -> str | None:
    """The thing that the words name and that we can draw, or None."""
    return next((_MOTIF_OF_WORD[word] for word in sorted(words) if word in _MOTIF_OF_WORD), None)


def paint_motif(view: View, picture: Floats, name: str, *, on_water: bool) -> None:
    """Paint one silhouette in place, away from the light; on land it stands on a knoll of its own."""
    canvas = view.canvas
    rng = canvas.rng(90)
    left = view.light.x > canvas.aspect / 2
    x = canvas.aspect * float(rng.uniform(0.26, 0.36) if left else rng.uniform(0.64, 0.74))
    dark = colour_at(view.palette.land, 0.98)
    if name == "birds":
        _paint_birds(view, picture, x)
        return
    size = _SIZES.get(name, 0.2) * min(1.0, canvas.aspect * 1.1)
    foot = 0.87
    if name in _FLYING:
        foot = view.horizon * 0.75
    elif name == "boat" and on_water:
        foot = view.horizon + 0.075
    else:
        foot = _knoll(view, picture, x, dark)
    _paint_silhouette(view, picture, name, at=(x, foot), size=size)


def _knoll(view: View, picture: Floats, x: float, colour: Floats) -> float:
    canvas = view.canvas
    rough = canvas.line(91, 3, octaves=3 + canvas.detail) * np.float32(0.012)
    top = (
        np.float32(0.975) - np.exp(-(((canvas.x[0] - np.float32(x)) / np.float32(0.4)) ** 4)) * np.float32(0.15) + rough
    )
    cover = np.clip((canvas.y - top[None, :]) * canvas.height + np.float32(0.5), 0, 1)
    mix(picture, colour, cover)
    return float(top[min(max(int(x * canvas.height), 0), canvas.width - 1)]) + 0.012


def _paint_silhouette(view: View, picture: Floats, name: str, *, at: tuple[float, float], size: float) -> None:
    canvas = view.canvas
    side = max(4, round(size * canvas.height))
    stencil = Image.new("L", (side * _SCALE, side * _SCALE))
    draw = ImageDraw.Draw(stencil)
    full = side * _SCALE
    for points in POLYGONS[name]:
        draw.polygon([((0.5 + x) * full, (1 - y) * full) for x, y in points], fill=255)
    for x, y, wide, high in ELLIPSES.get(name, ()):
        draw.ellipse(
            ((0.5 + x - wide) * full, (1 - y - high) * full, (0.5 + x + wide) * full, (1 - y + high) * full), fill=255
        )
    if name == "cat":
        draw.arc((0.58 * full, 0.62 * full, 0.98 * full, 0.99 * full), 200, 90, fill=255, width=full // 18)
    lit = Image.new("L", stencil.size)
    for x, y in WINDOWS.get(name, ()):
        cursor = ((0.5 + x - 0.045) * full, (1 - y - 0.05) * full, (0.5 + x + 0.045) * full, (1 - y + 0.05) * full)
        ImageDraw.Draw(lit).rectangle(cursor, fill=255)
    corner = (round(at[0] * canvas.height - side / 2), round(at[1] * canvas.height - side))
    _stamp(picture, stencil, corner, colour_at(view.palette.land, 0.99))
    _stamp(picture, lit, corner, rgb("#ffd98a"))


def _stamp(picture: Floats, stencil: Image.Image, corner: tuple[int, int], colour: Floats) -> None:
    cover = np.asarray(stencil.reduce(_SCALE), dtype=np.float32) / 255
    column, row = corner
    rows = slice(max(0, row), max(0, min(picture.shape[1], row + cover.shape[0])))
    columns = slice(max(0, column), max(0, min(picture.shape[2], column + cover.shape[1])))
    part = cover[rows.start - row : rows.stop - row, columns.start - column : columns.stop - column]
    mix(picture[:, rows, columns], colour, part)


def _paint_birds(view: View, picture: Floats, x: float) -> None:
    canvas = view.canvas
    rng = canvas.rng(92)
    stencil = Image.new("L", (canvas.width * 2, canvas.height * 2))
    draw = ImageDraw.Draw(stencil)
    unit = canvas.height * 2
    for _ in range(9):
        span = float(rng.uniform(0.015, 0.036)) * unit
        left, top = (x + float(rng.normal(0, 0.12))) * unit, (view.horizon * 0.5 + float(rng.normal(0, 0.07))) * unit
        width = max(1, round(span * 0.13))
        draw.arc((left - span, top, left, top + span * 0.8), 200, 330, fill=255, width=width)
        draw.arc((left - span * 0.1, top, left + span * 0.9, top + span * 0.8), 210, 340, fill=255, width=width)
    mix(picture, colour_at(view.palette.land, 0.98), np.asarray(stencil.reduce(2), dtype=np.float32) / 255)
