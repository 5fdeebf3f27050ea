"""Two pictures side by side."""

from PIL import Image, ImageDraw

from bot.images.codecs.encode import encode_jpeg
from bot.images.drawn.text.fonts import load_font
from bot.images.drawn.text.line import length_of, write_line
from bot.images.view import flatten, open_view

_QUALITY = 90
_GAP = 16
_PAPER, _LIGHT, _DARK = "#ffffff", "#f2f3f5", "#d8dee4"
_SQUARE = 16
"""Pixels of a square of the checkerboard that shows through what is transparent."""
_LABEL_SHARE, _SMALLEST_LABEL, _LABEL_PADDING = 24, 18, 8
"""A label is so small a part of the shorter side: Discord shows the drawing at about half its size."""
_WIDE = 1.6
"""A picture that is wider than this many times its height stands above the other and not beside it."""


def draw_comparison(before: bytes, after: bytes, *, labels: tuple[str, str]) -> bytes:
    """Draw two pictures beside each other, or one above the other where both are wide, as a JPEG.

    Each has at most `VIEW_SIDE` pixels a side and a label in its corner. Beside each other they are of one height,
    above each other of one width, which is the smaller of the two.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    pictures = [_on_board(open_view(one)) for one in (before, after)]
    stacked = all(one.width > _WIDE * one.height for one in pictures)
    side = min(one.width if stacked else one.height for one in pictures)
    scaled = [_scale(one, side, by_width=stacked) for one in pictures]
    for picture, label in zip(scaled, labels, strict=True):
        _write(picture, label)
    first, second = scaled
    if stacked:
        page = Image.new("RGB", (side, first.height + _GAP + second.height), _PAPER)
        page.paste(second, (0, first.height + _GAP))
    else:
        page = Image.new("RGB", (first.width + _GAP + second.width, side), _PAPER)
        page.paste(second, (first.width + _GAP, 0))
    page.paste(first, (0, 0))
    return encode_jpeg(page, quality=_QUALITY)


def _on_board(picture: Image.Image) -> Image.Image:
    if picture.mode not in {"LA", "RGBA"}:
        return picture.convert("RGB")
    board = Image.new("RGB", picture.size, _LIGHT)
    draw = ImageDraw.Draw(board)
    for y in range(0, picture.height, _SQUARE):
        for x in range(y // _SQUARE % 2 * _SQUARE, picture.width, 2 * _SQUARE):
            draw.rectangle((x, y, x + _SQUARE - 1, y + _SQUARE - 1), fill=_DARK)
    return flatten(picture, board)


def _scale(picture: Image.Image, side: int, *, by_width: bool) -> Image.Image:
    factor = side / (picture.width if by_width else picture.height)
    size = max(1, round(picture.width * factor)), max(1, round(picture.height * factor))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)


def _write(picture: Image.Image, label: str) -> None:
    if not label:
        return
    size = max(_SMALLEST_LABEL, min(picture.size) // _LABEL_SHARE)
    draw = ImageDraw.Draw(picture, "RGBA")
    width, height = length_of(label, size), sum(load_font(size).getmetrics())
    box = (_LABEL_PADDING, _LABEL_PADDING, width + 3 * _LABEL_PADDING, height + 2 * _LABEL_PADDING)
    draw.rounded_rectangle(box, radius=_LABEL_PADDING, fill=(0, 0, 0, 170))
    write_line(draw, (2 * _LABEL_PADDING, 1.5 * _LABEL_PADDING), label, size=size, colour="white")
