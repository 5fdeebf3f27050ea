"""Pictures that are no landscape: folds of silk, a planet among stars."""

from math import pi

import numpy as np

from bot.demo.api.drawing.canvas import Canvas, Floats, mix, smoothstep
from bot.demo.api.drawing.palette import Palette, colour_at, pick, rgb

_NIGHT = ("#03040c", "#0a0d22", "#171a3c")


def paint_silk(canvas: Canvas, palette: Palette) -> Floats:
    """Paint folds of coloured cloth lit from the upper left, shape (3, height, width), 0 to 1."""
    rng = canvas.rng(60)
    turn = float(rng.uniform(0, 2 * pi))
    along = (canvas.x - canvas.aspect / 2) * np.float32(np.cos(turn)) + (canvas.y - 0.5) * np.float32(np.sin(turn))
    bend = canvas.noise(61, 1.1, octaves=2)
    fold = canvas.noise(62, 2.3, octaves=1 + min(canvas.detail, 2))
    wave = np.sin(along * np.float32(rng.uniform(8, 13)) + bend * np.float32(5.0) + fold * np.float32(0.8))
    fine = np.sin(wave * np.float32(2.6) + bend * np.float32(5.5) + along * np.float32(3))
    height = wave * np.float32(0.6) + fine * np.float32(0.25) + bend * np.float32(0.35)
    weave = canvas.noise(63, 40, octaves=canvas.detail, stretch=0.5) * np.float32(0.0005 * canvas.detail)
    down, across = np.gradient(height + weave)
    light = -(across * np.float32(0.6) + down * np.float32(0.8)) * np.float32(0.16 * canvas.height)
    tone = np.clip(np.float32(0.5) + height * np.float32(0.34) + light * np.float32(0.22), 0, 1)
    picture = pick(palette.field, tone)
    gloss = smoothstep(0.35, 1.5, light) * np.float32(0.6)
    mix(picture, rgb(palette.light), gloss)
    picture *= np.clip(1 + np.minimum(light, 0) * np.float32(0.42), 0.3, 1)
    return picture


def paint_space(canvas: Canvas, palette: Palette) -> Floats:
    """Paint a nebula, stars and a planet with its night side, shape (3, height, width), 0 to 1."""
    rng = canvas.rng(70)
    mist = canvas.noise(71, 1.7, octaves=4 + canvas.detail)
    veil = canvas.noise(72, 2.4, octaves=3 + canvas.detail, ridged=True)
    picture = pick(_NIGHT, np.float32(0.4) + mist * np.float32(0.5))
    thick = smoothstep(-0.25, 1.0, mist + veil * np.float32(0.45))
    mix(
        picture,
        pick(palette.field, np.clip(thick * np.float32(0.95) + veil * np.float32(0.1), 0, 1)),
        thick * np.float32(0.85),
    )
    _scatter(canvas, picture)
    radius = float(rng.uniform(0.2, 0.29))
    centre = (float(rng.choice([0.34, 0.66])) * canvas.aspect, float(rng.uniform(0.42, 0.56)))
    _planet(canvas, picture, palette, centre=centre, radius=radius)
    return picture


def _planet(canvas: Canvas, picture: Floats, palette: Palette, *, centre: tuple[float, float], radius: float) -> None:
    across, down = (
        (canvas.x - np.float32(centre[0])) / np.float32(radius),
        (canvas.y - np.float32(centre[1])) / np.float32(radius),
    )
    square = across * across + down * down
    towards = np.sqrt(np.clip(1 - square, 0, 1))
    cover = np.clip((1 - np.sqrt(square)) * np.float32(radius * canvas.height) + np.float32(0.5), 0, 1)
    storms = canvas.noise(73, 5, octaves=2 + canvas.detail, stretch=3)
    bands = np.sin((down + across * np.float32(0.25)) * np.float32(8) + storms * np.float32(1.5)) * np.float32(
        0.3
    ) + storms * np.float32(0.16)
    colour = pick(palette.field, np.clip(np.float32(0.58) + bands, 0, 1))
    side = 1 if centre[0] > canvas.aspect / 2 else -1
    lit = np.clip(across * np.float32(-0.62 * side) - down * np.float32(0.42) + towards * np.float32(0.62), 0, 1)
    colour *= np.float32(0.03) + lit * np.float32(1.05)
    mix(colour, rgb(palette.light), (1 - towards) ** 3 * lit * np.float32(0.75))
    halo = np.exp(np.clip(np.sqrt(square) - 1, 0, 4) * np.float32(-7)) * np.float32(0.38)
    halo *= np.clip(across * np.float32(-0.62 * side) - down * np.float32(0.42) + np.float32(0.45), 0, 1)
    mix(picture, colour_at(palette.field, 0.8), halo)
    mix(picture, colour, cover)


def _scatter(canvas: Canvas, picture: Floats) -> None:
    rng = canvas.rng(74)
    count = 120 * 2 ** min(canvas.detail, 3)
    for across, down, shine in zip(
        rng.uniform(0, canvas.aspect, 960)[:count],
        rng.uniform(0, 1, 960)[:count],
        (rng.uniform(0, 1, 960) ** 5)[:count],
        strict=True,
    ):
        reach = 0.0011 + 0.0032 * float(shine)
        _dot(canvas, picture, (float(across), float(down)), reach, 0.35 + 0.65 * float(shine))


def _dot(canvas: Canvas, picture: Floats, at: tuple[float, float], radius: float, strength: float) -> None:
    size = int(radius * 4 * canvas.height) + 2
    column, row = int(at[0] * canvas.height), int(at[1] * canvas.height)
    columns = slice(max(0, column - size), min(canvas.width, column + size + 1))
    rows = slice(max(0, row - size), min(canvas.height, row + size + 1))
    square = (canvas.x[:, columns] - np.float32(at[0])) ** 2 + (canvas.y[rows] - np.float32(at[1])) ** 2
    shine = np.exp(square * np.float32(-1 / max(radius, 0.6 * canvas.pixel) ** 2)) * np.float32(strength)
    patch = picture[:, rows, columns]
    patch += (1 - patch) * shine
