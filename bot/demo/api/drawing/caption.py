"""The words in every picture: that it is a demonstration, and what was asked for."""

from functools import cache
from typing import cast

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from bot.demo.api.drawing.canvas import Pixels

NOTICE = "Easel demo - not an AI model"
_INK = (255, 255, 255, 238)
_SHADE = (8, 10, 18)
_SMALLEST = 9
_RGB = 3
_NARROW_LINES = 3


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))


@cache
def _has_glyph(character: str) -> bool:
    font = _font(16)
    return character == " " or bytes(font.getmask(character)) != bytes(font.getmask("\U0010ffff"))


def legible(prompt: str) -> str:
    """The prompt on one line, without control characters and what the font cannot show."""
    shown = (c if c.isprintable() and _has_glyph(c) else " " for c in prompt[:400])
    return " ".join("".join(shown).split())


def font_size_of(width: int, height: int) -> int:
    """The size in pixels at which the words can be read in a small preview of a picture."""
    return max(_SMALLEST, round(0.0245 * min(max(width, height), 1.35 * min(width, height))))


def write_band(pixels: Pixels, prompt: str) -> None:
    """Write the words over the bottom of a picture of shape (height, width, 3 or 4) in place.

    Where the picture has alpha, the band gets a plate of its own, so that it can be read on any ground.
    """
    height, width = pixels.shape[:2]
    size = font_size_of(width, height)
    label = _label(prompt, size, width=width - 2 * size, lines=2)
    plate = _plate(label, size, width=width, full=pixels.shape[2] == _RGB)
    _lay(pixels, plate, (height - plate.height, (width - plate.width) // 2))


def write_inside(pixels: Pixels, prompt: str, region: npt.NDArray[np.bool_], *, size: int) -> None:
    """Write the words where `region`, shape (height, width), is True, as low as they fit, in place.

    `size` is the font's, in pixels, where there is room for it. Where nothing fits they stand in its middle at the
    smallest size; what is outside is for the caller to cut.
    """
    height, width = pixels.shape[:2]
    totals = np.zeros((height + 1, width + 1), dtype=np.int64)
    totals[1:, 1:] = region.cumsum(axis=0, dtype=np.int64).cumsum(axis=1)
    plate = None
    for font_size in range(size, _SMALLEST - 1, -2):
        for columns in (0.94, 0.6, 0.4):
            label = _label(prompt, font_size, width=int(width * columns) - 2 * font_size, lines=_NARROW_LINES)
            plate = _plate(label, font_size, width=0, full=False)
            place = _lowest_place(totals, plate.height, plate.width)
            if place is not None:
                _lay(pixels, plate, place)
                return
    rows, columns_marked = np.nonzero(region)
    if plate is not None and rows.size:
        _lay(pixels, plate, (int(rows.mean()) - plate.height // 2, int(columns_marked.mean()) - plate.width // 2))


def _lowest_place(totals: npt.NDArray[np.int64], high: int, wide: int) -> tuple[int, int] | None:
    if high >= totals.shape[0] or wide >= totals.shape[1]:
        return None
    inside = totals[high:, wide:] - totals[:-high, wide:] - totals[high:, :-wide] + totals[:-high, :-wide]
    rows, columns = np.nonzero(inside >= high * wide)
    if not rows.size:
        return None
    lowest = columns[rows == rows[-1]]
    return int(rows[-1]), int(lowest[len(lowest) // 2])


def _label(prompt: str, size: int, *, width: int, lines: int) -> list[str]:
    """The notice and the prompt on as few lines as the width allows, the prompt cut to what fits."""
    font = _font(size)
    words = legible(prompt)
    one = f"{NOTICE}  ·  {words}" if words else NOTICE
    if font.getlength(one) <= width:
        return [one]
    if font.getlength(NOTICE) <= width:
        room = width - font.getlength(f"{NOTICE}  ·  ")
        if room > size * 9 and lines < _NARROW_LINES:
            return [f"{NOTICE}  ·  {_cut(words, font, room)}"]
        return [NOTICE, _cut(words, font, width)] if words else [NOTICE]
    first, last = NOTICE.split(" - ")
    return [first, last, _cut(words, font, width)]


def _cut(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    if font.getlength(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(text[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


def _plate(lines: list[str], size: int, *, width: int, full: bool) -> Image.Image:
    """A strip that darkens towards its foot (`full`), or a plate with round corners; RGBA."""
    font = _font(size)
    line_height, pad = round(size * 1.25), round(size * 0.55)
    across = width or round(max(font.getlength(line) for line in lines)) + 2 * pad
    if not full:
        across = min(across, round(max(font.getlength(line) for line in lines)) + 2 * pad)
    high = line_height * len(lines) + pad + (pad if full else pad // 2)
    plate = Image.new("RGBA", (across, high))
    if full:
        fall = np.linspace(0, 1, high, dtype=np.float32) ** 0.6 * 150
        shade = np.empty((high, across, 4), dtype=np.uint8)
        shade[..., :3] = _SHADE
        shade[..., 3] = fall[:, None]
        plate = Image.fromarray(shade)
    else:
        ImageDraw.Draw(plate).rounded_rectangle((0, 0, across - 1, high - 1), radius=pad, fill=(*_SHADE, 168))
    ink = ImageDraw.Draw(plate)
    for number, line in enumerate(lines):
        at = (pad if full else across / 2, high - pad * 0.6 - line_height * (len(lines) - number - 0.5))
        ink.text(at, line, font=font, fill=_INK, anchor="lm" if full else "mm")
    return plate


def _lay(pixels: Pixels, plate: Image.Image, corner: tuple[int, int]) -> None:
    """Lay an RGBA plate over a picture in place; what hangs over its edge is cut."""
    row, column = corner
    rows = slice(max(0, row), max(0, min(pixels.shape[0], row + plate.height)))
    columns = slice(max(0, column), max(0, min(pixels.shape[1], column + plate.width)))
    part = np.asarray(plate)[rows.start - row : rows.stop - row, columns.start - column : columns.stop - column]
    under = pixels[rows, columns]
    mode = "RGBA" if under.shape[2] != _RGB else "RGB"
    below = Image.fromarray(np.ascontiguousarray(under)).convert("RGBA")
    pixels[rows, columns] = np.asarray(
        Image.alpha_composite(below, Image.fromarray(np.ascontiguousarray(part))).convert(mode)
    )
