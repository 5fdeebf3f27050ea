"""Pictures of one colour, and where a colour is found in what was drawn."""

import io
from typing import Any

import numpy as np
from PIL import Image

RED, GREEN, BLUE = (220, 20, 20), (20, 180, 20), (20, 20, 220)


def to_png(colour: Any, size: tuple[int, int] = (256, 256), mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, colour).save(stream, "PNG")
    return stream.getvalue()


def centre_of(image: Image.Image, colour: tuple[int, int, int]) -> tuple[float, float]:
    ys, xs = np.nonzero(np.abs(np.asarray(image).astype(int) - colour).max(axis=2) < 12)
    return float(xs.mean()), float(ys.mean())
