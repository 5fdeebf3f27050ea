"""A subject on nothing: a scene inside a shape with a lit rim and soft edges, the rest transparent."""

import numpy as np

from bot.demo.api.drawing.canvas import Canvas, Floats, mix, smoothstep
from bot.demo.api.drawing.palette import colour_at, rgb, words_of
from bot.demo.api.drawing.scene import Idea, paint_scene

_WORDS = {
    "heart": "heart love valentine",
    "star": "star stars wizard magic",
    "leaf": "leaf forest plant tree garden nature",
    "gem": "gem crystal diamond jewel ring ruby emerald treasure",
    "orb": "planet moon ball bubble world globe orb sun earth",
}
_SHAPES = ("orb", "gem", "leaf", "heart", "star")
_SIZE = 0.4


def paint_subject(canvas: Canvas, idea: Idea, prompt: str) -> tuple[Floats, Floats]:
    """Paint a scene in a shape: colours of shape (3, height, width) and their alpha (height, width), 0 to 1."""
    size = _SIZE * min(1.0, canvas.aspect)
    x = (canvas.x - np.float32(canvas.aspect / 2)) / np.float32(size)
    y = (canvas.y - np.float32(0.465)) / np.float32(size)
    shape = _choose(prompt, canvas.seed)
    inside = _distance(shape, x, y)
    picture = paint_scene(canvas, idea)
    _shine(canvas, picture, idea, inside, ball=np.sqrt(x * x + y * y) if shape == "orb" else None, size=size)
    alpha = smoothstep(1.5, -1.5, inside * np.float32(size * canvas.height))
    shadow = np.exp(-((x / np.float32(0.72)) ** 2) - ((y - np.float32(1.09)) / np.float32(0.055)) ** 2) * np.float32(
        0.36
    )
    ground = colour_at(idea.palette.land, 0.99) * np.float32(0.6)
    picture = ground + (picture - ground) * (alpha / np.maximum(alpha + shadow * (1 - alpha), 1e-4))
    total = alpha + shadow * (1 - alpha)
    return picture, np.where(total < np.float32(0.004), np.float32(0), total)


def _choose(prompt: str, seed: int) -> str:
    words = words_of(prompt)
    for shape, named in _WORDS.items():
        if words & set(named.split()):
            return shape
    return _SHAPES[seed // 7 % len(_SHAPES)]


def _distance(shape: str, x: Floats, y: Floats) -> Floats:
    """How far outside the shape's edge a point is, in shape sizes; negative inside."""
    match shape:
        case "gem":
            gem: Floats = np.maximum(
                np.abs(x) * np.float32(0.866) + np.abs(y) * np.float32(0.5), np.abs(y)
            ) - np.float32(0.86)
            return gem
        case "leaf":
            turned, tall = x * np.float32(0.82) + y * np.float32(0.57), y * np.float32(0.82) - x * np.float32(0.57)
            return np.hypot(np.abs(turned) + np.float32(0.55), tall) - np.float32(1.14)
        case "heart":
            # The heart of https://iquilezles.org/articles/distfunctions2d/, its tip at the origin.
            wide, up = np.abs(x) * np.float32(0.62), np.float32(0.6) - y * np.float32(0.62)
            lobe = np.hypot(wide - np.float32(0.25), up - np.float32(0.75)) - np.float32(2**0.5 / 4)
            along = np.maximum(wide + up, 0) / 2
            below = np.minimum(np.hypot(wide, up - 1), np.hypot(wide - along, up - along)) * np.sign(wide - up)
            heart: Floats = np.where(wide + up > 1, lobe, below)
            return heart
        case "star":
            angle = np.arctan2(x, -y) * np.float32(5 / (2 * np.pi))
            aside = np.abs(angle - np.round(angle)) * np.float32(2 * np.pi / 5)
            radius = np.hypot(x, y)
            across, along = radius * np.sin(aside), radius * np.cos(aside)
            return (along - np.float32(1.02)) * np.float32(0.59) + across * np.float32(0.81)
        case _:
            return np.hypot(x, y) - np.float32(1)


def _shine(canvas: Canvas, picture: Floats, idea: Idea, inside: Floats, *, ball: Floats | None, size: float) -> None:
    """Give the shape body: a bright rim towards the upper left, a dark one behind, a gloss on a ball."""
    down, across = np.gradient(inside)
    scale = np.float32(size * canvas.height)
    facing = -(across * np.float32(0.62) + down * np.float32(0.78)) * scale
    rim = np.exp(np.clip(inside, -1, 0) * np.float32(15)) * np.float32(0.75)
    mix(picture, rgb(idea.palette.light), np.clip(facing, 0, 1) * rim)
    picture *= 1 - np.clip(-facing, 0, 1) * rim * np.float32(0.85)
    if ball is not None:
        picture *= 1 - smoothstep(0.55, 1.05, ball) * np.float32(0.42)
        x = (canvas.x - np.float32(canvas.aspect / 2)) / np.float32(size)
        y = (canvas.y - np.float32(0.465)) / np.float32(size)
        gloss = np.exp(
            -(((x + np.float32(0.36)) / np.float32(0.36)) ** 2) - ((y + np.float32(0.56)) / np.float32(0.2)) ** 2
        )
        mix(picture, rgb("#ffffff"), gloss * np.float32(0.4))
