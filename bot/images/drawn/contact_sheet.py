"""A contact sheet: numbered thumbnails of several pictures, each with a line below it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.images.drawn.canvas import Canvas
from bot.images.drawn.text.graphemes import isolate
from bot.images.drawn.thumbnail import open_thumbnail

TILES_AT_MOST = 9

_COLUMNS = 3
_SIDE, _GAP, _MARGIN, _CAPTION = 320, 16, 20, 34
_SCALE = 1.0
_TEXT_SIZE = 18
_PAPER, _INK, _EMPTY = "#ffffff", "#1f2328", "#d8dee4"


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture as a file, or none where it cannot be shown; whose it is, and what stands behind that name."""

    data: bytes | None = field(repr=False)
    name: str
    text: str


def draw_contact_sheet(tiles: Sequence[Tile]) -> bytes:
    """Draw 1 to 9 pictures, three a row, as a JPEG, each name in its own direction."""
    if not 1 <= len(tiles) <= TILES_AT_MOST:
        raise ValueError("a sheet has 1 to 9 pictures")
    columns = min(_COLUMNS, len(tiles))
    rows = -(-len(tiles) // _COLUMNS)
    page = _Page(columns, rows)
    for place, tile in enumerate(tiles):
        page.draw(tile, place)
    return page.to_jpeg()


class _Page(Canvas):
    """The page of a sheet."""

    def __init__(self, columns: int, rows: int) -> None:
        width = 2 * _MARGIN + columns * _SIDE + (columns - 1) * _GAP
        height = 2 * _MARGIN + rows * (_SIDE + _CAPTION) + (rows - 1) * _GAP
        super().__init__(width, height, scale=_SCALE, paper=_PAPER, text_size=_TEXT_SIZE)

    def draw(self, tile: Tile, place: int) -> None:
        left = _MARGIN + place % _COLUMNS * (_SIDE + _GAP)
        top = _MARGIN + place // _COLUMNS * (_SIDE + _CAPTION + _GAP)
        picture = open_thumbnail(tile.data, side=_SIDE, paper=_PAPER) if tile.data is not None else None
        if picture is None:
            self._draw.rectangle((left, top, left + _SIDE, top + _SIDE), fill=_EMPTY)
        else:
            corner = left + (_SIDE - picture.width) // 2, top + (_SIDE - picture.height) // 2
            self._image.paste(picture, corner)
        words = " · ".join(one for one in (isolate(tile.name), tile.text) if one)
        self.write(left, top + _SIDE + 8, self.shorten(f"{place + 1}. {words}", _SIDE), colour=_INK)

    def to_jpeg(self) -> bytes:
        stream = io.BytesIO()
        self._image.save(stream, "JPEG", quality=88)
        return stream.getvalue()
