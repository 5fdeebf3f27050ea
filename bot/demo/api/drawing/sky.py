"""The sky: its gradient, the sun or the moon, clouds and stars."""

from dataclasses import dataclass

import numpy as np

from bot.demo.api.drawing.canvas import Canvas, Floats, mix, smoothstep
from bot.demo.api.drawing.palette import Palette, colour_at, pick, rgb


@dataclass(frozen=True, slots=True)
class Light:
    """Where the sun or the moon stands, and its radius; all in heights."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class View:
    """What every part of a landscape needs to know; `horizon` is in heights from the top."""

    canvas: Canvas
    palette: Palette
    light: Light
    horizon: float


def place_light(canvas: Canvas, horizon: float, *, low: bool) -> Light:
    """Set the sun somewhere pleasant: near a third of the width, and low over the horizon if asked."""
    rng = canvas.rng(1)
    third = rng.choice([0.3, 0.36, 0.64, 0.7]) + rng.uniform(-0.04, 0.04)
    height = horizon * (rng.uniform(0.68, 0.86) if low else rng.uniform(0.34, 0.6))
    return Light(float(third) * canvas.aspect, float(height), float(rng.uniform(0.05, 0.085)))


def paint_sky(view: View) -> Floats:
    """Paint a whole frame of sky whose gradient ends at the horizon, shape (3, height, width), 0 to 1."""
    canvas, palette, light, horizon = view.canvas, view.palette, view.light, view.horizon
    drift = canvas.noise(2, 1.2, octaves=2, stretch=3)
    picture = pick(palette.sky, np.clip(canvas.y / np.float32(horizon), 0, 1) + drift * np.float32(0.06))
    distance = np.sqrt((canvas.x - light.x) ** 2 + (canvas.y - light.y) ** 2)
    if palette.dark:
        _stars(canvas, picture, horizon)
    _glow(picture, palette, light, distance)
    _disc(view, picture, distance)
    _clouds(view, picture, distance)
    return picture


def _glow(picture: Floats, palette: Palette, light: Light, distance: Floats) -> None:
    colour = rgb(palette.light)
    wide = np.exp(distance * np.float32(-3.2)) * np.float32(0.34 if palette.dark else 0.52)
    near = np.exp((distance - light.radius) * np.float32(-16)) * np.float32(0.42)
    mix(picture, colour, np.clip(wide + near, 0, 0.86))


def _disc(view: View, picture: Floats, distance: Floats) -> None:
    canvas, palette, light = view.canvas, view.palette, view.light
    edge = np.clip((light.radius - distance) * canvas.height + np.float32(0.5), 0, 1)
    colour = rgb(palette.light)
    if palette.dark:
        seas = smoothstep(0.0, 0.7, canvas.noise(3, 14, octaves=min(canvas.detail, 4)))
        colour = colour * (1 - seas * np.float32(0.16))
    mix(picture, colour, edge)


def _clouds(view: View, picture: Floats, distance: Floats) -> None:
    canvas, palette = view.canvas, view.palette
    puffs = canvas.noise(4, 2.6, octaves=2 + canvas.detail, stretch=3.2)
    amount = float(canvas.rng(4, 99).uniform(0.0, 0.55))
    cover = smoothstep(0.15 - amount, 1.15 - amount, puffs)
    # Where the cloud thins out towards the light it is bright, and grey behind.
    towards = max(1, round(0.018 * canvas.height))
    above = np.concatenate((np.repeat(puffs[:1], towards, axis=0), puffs[:-towards]))
    thinner = puffs - above
    lit = np.clip(
        np.float32(0.55) + thinner * np.float32(0.9) + np.exp(distance * np.float32(-2.4)) * np.float32(0.5), 0, 1
    )
    shadow = colour_at(palette.sky, 0.37) * np.float32(0.86)
    bright = colour_at(palette.sky, 0.88) * np.float32(0.45) + rgb(palette.light) * np.float32(0.55)
    colour = shadow + (bright - shadow) * lit
    mix(picture, colour, cover * np.float32(0.5 if palette.dark else 0.72))


def _stars(canvas: Canvas, picture: Floats, horizon: float) -> None:
    rng = canvas.rng(5)
    count = 90 * 2 ** min(canvas.detail, 4)
    across, down = rng.uniform(0, canvas.aspect, 1440), rng.uniform(0, horizon, 1440)
    shine = rng.uniform(0.2, 1, 1440) ** 2.2
    rows = (down[:count] * canvas.height).astype(np.int32)
    columns = np.minimum((across[:count] * canvas.height).astype(np.int32), canvas.width - 1)
    brightness = (shine[:count] * (1 - down[:count] / horizon) ** 0.5).astype(np.float32)
    for row, column, value in ((0, 0, 1.0), (0, 1, 0.35), (1, 0, 0.35), (0, -1, 0.35), (-1, 0, 0.35)):
        at = (slice(None), np.clip(rows + row, 0, canvas.height - 1), np.clip(columns + column, 0, canvas.width - 1))
        spark = brightness * np.float32(value) * np.float32(1 if value == 1 else 0.8)
        picture[at] = np.maximum(picture[at], picture[at] * (1 - spark) + spark)
