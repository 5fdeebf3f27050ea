"""What a change of a part would paint anew: the picture with a tint, a line around it, and a grid to choose from."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.domain.area import COLUMNS, ROWS
from bot.images.alpha import OPAQUE
from bot.images.codecs.encode import encode_jpeg
from bot.images.drawn.text.fonts import load_font
from bot.images.masks.region import open_region
from bot.images.view import flatten, open_view

_QUALITY = 85
_TINT = "#ff00aa"
_TINT_STRENGTH = 0.5
_STRIPE_PIXELS, _STRIPE_EVERY = 4, 18
"""Stripes across the tint: in a picture of strong colours a tint alone cannot be told from them."""
_EDGE_PIXELS = 3
"""On either side of the border of the tint: white inside black, so that it does not take colours to see it."""
_MARKED = 128
_LIGHT, _DARK = "#ffffff", "#000000"
_LABEL_OF_CELL, _LARGEST_LABEL = 3, 28
"""Of the shorter side of a cell; and in pixels."""
_SHORTEST_SIDE, _LONGEST_SIDE = 192, 2048
"""Pixels of a page with a grid: four cells with names that can be read, and what Discord still shows whole."""


def draw_overlay(picture: bytes, region: bytes | None, *, grid: bool = True) -> bytes:
    """Draw a picture with a region tinted, as a JPEG of at most `VIEW_SIDE` pixels a side, upright.

    None as region tints nothing. With `grid` the 4 x 4 grid and the names of its cells lie over it, for which a narrow
    or small picture is enlarged: to 192 pixels on its shorter side, as long as the other one is at most 2048 then. What
    is narrower still is stretched.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    view = open_view(picture)
    page = flatten(view, Image.new("RGB", view.size, _LIGHT))
    if grid:
        page = page.resize(_page_size(page.size), Image.Resampling.BICUBIC)
    if region is not None:
        _tint(page, open_region(region).resize(page.size, Image.Resampling.BILINEAR))
    if grid:
        _draw_grid(page)
    return encode_jpeg(page, quality=_QUALITY)


def _page_size(size: tuple[int, int]) -> tuple[int, int]:
    times = max(1.0, min(_SHORTEST_SIDE / min(size), _LONGEST_SIDE / max(size)))
    width, height = (max(_SHORTEST_SIDE, round(side * times)) for side in size)
    return width, height


def _tint(page: Image.Image, region: Image.Image) -> None:
    tinted = Image.blend(page, Image.new("RGB", page.size, _TINT), _TINT_STRENGTH)
    striped = Image.blend(tinted, Image.new("RGB", page.size, _LIGHT), _TINT_STRENGTH)
    y, x = np.ogrid[: page.height, : page.width]
    stripes = Image.fromarray(np.where((x + y) % _STRIPE_EVERY < _STRIPE_PIXELS, np.uint8(OPAQUE), np.uint8(0)))
    tinted.paste(striped, mask=stripes)
    page.paste(tinted, mask=region)
    marked = region.point(lambda sample: OPAQUE if sample >= _MARKED else 0)
    # Grey is what has both in reach. One box blur takes 4 ms where the highest and lowest of 7 x 7 pixels take 140.
    edge = marked.filter(ImageFilter.BoxBlur(_EDGE_PIXELS)).point(lambda sample: OPAQUE if 0 < sample < OPAQUE else 0)
    page.paste(_DARK, mask=ImageChops.subtract(edge, marked))
    page.paste(_LIGHT, mask=ImageChops.darker(edge, marked))


def _draw_grid(page: Image.Image) -> None:
    draw = ImageDraw.Draw(page)
    width, height = page.size
    columns, rows = len(COLUMNS), len(ROWS)
    lines = [((width * one // columns, 0), (width * one // columns, height)) for one in range(1, columns)]
    lines += [((0, height * one // rows), (width, height * one // rows)) for one in range(1, rows)]
    for colour, thick in ((_DARK, 3), (_LIGHT, 1)):
        for line in lines:
            draw.line(line, fill=colour, width=thick)
    size = min(width // columns // _LABEL_OF_CELL, height // rows // _LABEL_OF_CELL, _LARGEST_LABEL)
    font = load_font(size)
    for row, row_name in enumerate(ROWS):
        for column, column_name in enumerate(COLUMNS):
            corner = (width * column // columns + size // 2, height * row // rows + size // 3)
            draw.text(
                corner,
                f"{column_name}{row_name}",
                fill=_LIGHT,
                font=font,
                stroke_width=max(1, size // 8),
                stroke_fill=_DARK,
            )
