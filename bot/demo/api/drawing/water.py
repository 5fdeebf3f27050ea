"""Water: the picture above it upside down, broken by ripples that grow towards the eye."""

import numpy as np
from PIL import Image

from bot.demo.api.drawing.canvas import Floats, mix, smoothstep
from bot.demo.api.drawing.palette import colour_at, rgb
from bot.demo.api.drawing.sky import View

_TILE = 1024


def paint_water(view: View, picture: Floats) -> None:
    """Fill everything below the horizon with water that mirrors what is above, in place."""
    canvas, palette, light = view.canvas, view.palette, view.light
    shore = min(max(round(view.horizon * canvas.height), 1), canvas.height - 1)
    depth = canvas.y[shore:] - np.float32(shore / canvas.height)
    ripples = _ripples(view, depth)
    reach = (np.float32(0.004) + depth * np.float32(0.34)) * ripples
    above = np.clip(
        (np.float32(shore / canvas.height) - depth * np.float32(1.05) - np.abs(reach)) * canvas.height, 0, shore - 1
    )
    aside = np.clip(
        np.arange(canvas.width, dtype=np.float32) + reach * np.float32(0.3 * canvas.height), 0, canvas.width - 1
    )
    water = picture[:, above.astype(np.int32), aside.astype(np.int32)]
    deep = colour_at(palette.land, 0.86) * np.float32(0.6) + colour_at(palette.sky, 0.12) * np.float32(0.4)
    mix(water, deep, np.clip(np.float32(0.12) + depth * np.float32(0.9) + ripples * np.float32(0.12), 0, 0.78))
    spread = np.float32(light.radius * 0.7) + depth * np.float32(0.34)
    path = np.exp(-(((canvas.x - light.x) / spread) ** 2))
    glints = smoothstep(0.05, 0.75, ripples + path * np.float32(0.42)) * path
    mix(water, rgb(palette.light), np.clip(glints, 0, 1) * np.float32(0.62 if palette.dark else 0.82))
    picture[:, shore:] = water


def _ripples(view: View, depth: Floats) -> Floats:
    """Waves in perspective, about -1 to 1: a square of noise looked up at 1/distance."""
    canvas = view.canvas
    tile = _tile(view)
    away = 1 / (depth + np.float32(0.045))
    total = np.zeros((depth.shape[0], canvas.width), dtype=np.float32)
    for octave in range(1 + min(canvas.detail, 3)):
        zoom = 1.9**octave
        rows = (away * np.float32(1.5 * zoom * 104)).astype(np.int32) + 131 * octave
        columns = ((canvas.x - np.float32(view.light.x)) * away * np.float32(zoom * 5.5) * 16).astype(
            np.int32
        ) + 57 * octave
        total += tile[rows % _TILE, columns % _TILE] * np.float32(0.7**octave)
    return total * np.float32(0.55)


def _tile(view: View) -> Floats:
    coarse = view.canvas.rng(40).standard_normal((_TILE // 4, _TILE // 8), dtype=np.float32)
    wrapped = np.pad(coarse, 2, mode="wrap")
    box = (2, 2, 2 + coarse.shape[1], 2 + coarse.shape[0])
    grown = Image.fromarray(wrapped).resize((_TILE, _TILE), Image.Resampling.BICUBIC, box=box)
    return np.array(grown) * np.float32(1.25)
