"""A contact sheet: numbered thumbnails of several pictures, each with a line below it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.images.drawn.canvas import Canvas
from bot.images.drawn.text.graphemes import isolate
from bot.images.drawn.thumbnail import open_thumbnail

TILES_AT_MOST = 25
"""As many as a select lets choose among; Discord's component reference, "String Select"."""

LARGEST_SIDE = 320
"""The longest side of a picture on a sheet, in pixels."""

_SIZES = {3: (LARGEST_SIDE, 18), 4: (256, 22), 5: (208, 24)}
"""That side and the height of a text, by the columns that there are at most: Discord shows all sheets equally wide."""
_GAP, _MARGIN, _CAPTION, _FRAME = 16, 20, 34, 6
_SCALE = 1.0
_PAPER, _INK, _EMPTY, _CHOSEN = "#ffffff", "#1f2328", "#d8dee4", "#0969da"


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture as a file, or none where it cannot be shown; whose it is, and what stands behind that name."""

    data: bytes | None = field(repr=False)
    name: str
    text: str


def draw_contact_sheet(tiles: Sequence[Tile], *, chosen: int | None = None) -> bytes:
    """Draw 1 to 25 pictures, three to five a row, as a JPEG, each name in its own direction.

    The picture with the index `chosen` has a frame.
    """
    if not 1 <= len(tiles) <= TILES_AT_MOST:
        raise ValueError("a sheet has 1 to 25 pictures")
    page = _Page(len(tiles))
    for place, tile in enumerate(tiles):
        page.draw(tile, place, framed=place == chosen)
    return page.to_jpeg()


def _columns(tiles: int) -> int:
    return next(columns for columns in _SIZES if tiles <= columns**2)


class _Page(Canvas):
    """The page of a sheet."""

    def __init__(self, tiles: int) -> None:
        self._columns = _columns(tiles)
        self._side, text_size = _SIZES[self._columns]
        side = self._side
        columns, rows = min(self._columns, tiles), -(-tiles // self._columns)
        width = 2 * _MARGIN + columns * side + (columns - 1) * _GAP
        height = 2 * _MARGIN + rows * (side + _CAPTION) + (rows - 1) * _GAP
        super().__init__(width, height, scale=_SCALE, paper=_PAPER, text_size=text_size)

    def draw(self, tile: Tile, place: int, *, framed: bool) -> None:
        side = self._side
        left = _MARGIN + place % self._columns * (side + _GAP)
        top = _MARGIN + place // self._columns * (side + _CAPTION + _GAP)
        picture = open_thumbnail(tile.data, side=side, paper=_PAPER) if tile.data is not None else None
        if picture is None:
            self._draw.rectangle((left, top, left + side, top + side), fill=_EMPTY)
        else:
            corner = left + (side - picture.width) // 2, top + (side - picture.height) // 2
            self._image.paste(picture, corner)
        if framed:
            edges = (left - _FRAME, top - _FRAME, left + side + _FRAME - 1, top + side + _FRAME - 1)
            self._draw.rectangle(edges, outline=_CHOSEN, width=_FRAME)
        words = " · ".join(one for one in (isolate(tile.name), tile.text) if one)
        self.write(left, top + side + 8, self.shorten(f"{place + 1}. {words}", side), colour=_INK)

    def to_jpeg(self) -> bytes:
        stream = io.BytesIO()
        self._image.save(stream, "JPEG", quality=88)
        return stream.getvalue()
