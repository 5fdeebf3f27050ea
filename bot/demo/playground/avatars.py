"""Avatars for the people of the playground and for the bot: small PNGs, always the same."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

_SIDE = 128
_OVER = 4
"""Drawn four times as large and scaled down, so that the edges are smooth."""


class _Canvas:
    def __init__(self, colour: str) -> None:
        self._image = Image.new("RGB", (_SIDE * _OVER, _SIDE * _OVER), colour)
        self._draw = ImageDraw.Draw(self._image)

    def ellipse(self, box: Sequence[int], colour: str) -> None:
        self._draw.ellipse(_scaled(box), fill=colour)

    def rectangle(self, box: Sequence[int], colour: str) -> None:
        self._draw.rectangle(_scaled(box), fill=colour)

    def polygon(self, points: Sequence[int], colour: str) -> None:
        self._draw.polygon(_scaled(points), fill=colour)

    def line(self, points: Sequence[int], colour: str, *, width: int) -> None:
        self._draw.line(_scaled(points), fill=colour, width=width * _OVER)

    def to_png(self) -> bytes:
        out = io.BytesIO()
        self._image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).save(out, "PNG")
        return out.getvalue()


def _scaled(points: Sequence[int]) -> list[float]:
    return [point * _OVER for point in points]


def draw_person(colour: str, *, hair: str) -> bytes:
    """Draw a person in front of a colour: a PNG of 128x128."""
    canvas = _Canvas(colour)
    canvas.ellipse((38, 24, 90, 88), hair)
    canvas.ellipse((24, 84, 104, 180), "#f4f1ea")
    canvas.ellipse((44, 34, 84, 88), "#e9b894")
    canvas.ellipse((40, 22, 88, 52), hair)
    return canvas.to_png()


def draw_easel() -> bytes:
    """Draw an easel with a picture on it: a PNG of 128x128."""
    canvas = _Canvas("#e0573a")
    for end in (28, 64, 100):
        canvas.line((64, 20, end, 116), "#7a4b2c", width=6)
    canvas.rectangle((26, 30, 102, 86), "#fffaf0")
    canvas.rectangle((31, 35, 97, 81), "#9fd3ec")
    canvas.ellipse((72, 39, 88, 55), "#ffd257")
    canvas.polygon((31, 81, 55, 50, 72, 70, 82, 60, 97, 81), "#3f8f6b")
    canvas.rectangle((20, 86, 108, 93), "#7a4b2c")
    return canvas.to_png()
