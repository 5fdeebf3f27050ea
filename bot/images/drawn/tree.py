"""The family of a picture: a card for each request, each below those that it was made from."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.images.drawn.canvas import Canvas
from bot.images.drawn.text.graphemes import isolate, readable
from bot.images.drawn.text.wrapping import wrap
from bot.images.drawn.thumbnail import open_thumbnail
from bot.images.drawn.tree_lines import Grid, route_lines

LIMIT_SIDE = 4096
"""The longest side of the drawing, in pixels; a larger family is drawn smaller."""

_SCALE = 2.0
"""Pixels to one unit of the layout, so that it is sharp on any screen."""
_MARGIN, _GAP, _ROW_GAP = 24, 20, 46
_WIDTH, _THUMBNAIL, _PADDING = 184, 168, 8
_LINE, _LINES = 17, 3
_HEIGHT = _THUMBNAIL + 2 * _PADDING + (1 + _LINES) * _LINE + 6
_LONG = 1.5
"""A family with so many times more generations than cards in one lies on its side: a chat is wider than high."""
_A_ROW = 8
"""Cards beside each other; further ones of a generation begin another row."""
_TEXT_SIZE, _BADGE_SIZE = 12, 13
_TEXT_AT_MOST = 400
"""Characters of a prompt: three lines hold no more in any case."""
_PAPER, _INK, _GREY, _LINE_COLOUR, _CARD, _EMPTY = "#ffffff", "#1f2328", "#57606a", "#8c959f", "#f6f8fa", "#d8dee4"
_ACCENT = "#2f5fd0"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """One request; `parents` are the keys of those that it was made from, as far as they are known.

    `thumbnail` is a picture file, None for what may not be shown or is gone. The `name` of whoever asked stands behind
    the title. The `current` one is framed.
    """

    key: int
    parents: tuple[int, ...]
    thumbnail: bytes | None = field(repr=False)
    number: int
    title: str
    name: str = ""
    text: str = field(repr=False)
    current: bool


def draw_tree(nodes: Sequence[TreeNode]) -> bytes:
    """Draw a family as a PNG: a row, or several, for each generation, and a line from each parent to each child.

    The generations follow each other downwards, or to the right where there are many and they are small.

    What no font has of a text is drawn as a box that says so. A thumbnail that cannot be read is an empty card.

    Raises:
        ValueError: no nodes.
    """
    if not nodes:
        raise ValueError("a tree without nodes")
    places = _arrange(nodes)
    columns = max(column for column, _ in places.values()) + 1.0
    rows = max(row for _, row in places.values()) + 1.0
    sideways = rows > _LONG * columns
    if sideways:
        columns, rows = rows, columns
    width = 2 * _MARGIN + columns * _WIDTH + (columns - 1) * (_ROW_GAP if sideways else _GAP)
    height = 2 * _MARGIN + rows * _HEIGHT + (rows - 1) * (_GAP if sideways else _ROW_GAP)
    page = _Page(width, height, min(_SCALE, LIMIT_SIDE / max(width, height)))
    card = (_HEIGHT, _WIDTH) if sideways else (_WIDTH, _HEIGHT)
    grid = Grid(margin=_MARGIN, card=card, gap=(_GAP, _ROW_GAP))
    turn = -1 if sideways else 1
    for route in route_lines(places, {node.key: node.parents for node in nodes}, grid):
        page.draw_line([point[::turn] for point in route])
    for node in nodes:
        page.draw(node, grid.corner(*places[node.key])[::turn])
    return page.to_png()


def _arrange(nodes: Sequence[TreeNode]) -> Mapping[int, tuple[float, int]]:
    """Give each node a column and a row: generations below each other, children near their parents."""
    depths = _depths(nodes)
    places: dict[int, tuple[float, int]] = {}
    row = 0
    for depth in range(max(depths.values()) + 1):
        generation = [node for node in nodes if depths[node.key] == depth]
        generation.sort(key=lambda node: (_middle(places[one][0] for one in node.parents if one in places), node.key))
        for start in range(0, len(generation), _A_ROW):
            for cursor, node in enumerate(generation[start : start + _A_ROW]):
                places[node.key] = (float(cursor), row)
            row += 1
    widest = max(column for column, _ in places.values())
    in_row: dict[int, float] = {}
    for column, line in places.values():
        in_row[line] = max(in_row.get(line, 0.0), column)
    return {key: (column + (widest - in_row[line]) / 2, line) for key, (column, line) in places.items()}


def _depths(nodes: Sequence[TreeNode]) -> Mapping[int, int]:
    """Count the longest way from a root to each node; a circle, which no family has, ends where it closes."""
    by_key = {node.key: node for node in nodes}
    depths: dict[int, int] = {}

    def depth(key: int, above: frozenset[int]) -> int:
        if key not in depths:
            parents = [one for one in by_key[key].parents if one in by_key and one not in above]
            depths[key] = max((depth(one, above | {key}) + 1 for one in parents if one != key), default=0)
        return depths[key]

    for node in nodes:
        depth(node.key, frozenset({node.key}))
    return depths


def _middle(columns: Iterable[float]) -> float:
    found = list(columns)
    return sum(found) / len(found) if found else 0.0


class _Page(Canvas):
    """The page of a tree."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        super().__init__(width, height, scale=scale, paper=_PAPER, text_size=_TEXT_SIZE)

    def draw_line(self, route: Sequence[tuple[float, ...]]) -> None:
        self._draw.line([self._point(*one) for one in route], fill=_LINE_COLOUR, width=self.to_pixels(1.5))

    def draw(self, node: TreeNode, corner: tuple[float, ...]) -> None:
        x, y = corner
        border, thick = (_ACCENT, 4.0) if node.current else (_EMPTY, 1.0)
        self._box(x, y, x + _WIDTH, y + _HEIGHT, fill=_CARD, outline=border, thick=thick)
        left, top = x + _PADDING, y + _PADDING
        self._draw_thumbnail(node.thumbnail, left, top)
        self._draw_badge(f"#{node.number}", left, top)
        base = top + _THUMBNAIL + 6
        head = " · ".join(one for one in (readable(node.title), isolate(node.name)) if one)
        self.write(left, base, self.shorten(head, _THUMBNAIL), colour=_GREY)
        for line, words in enumerate(self._wrap(readable(node.text[:_TEXT_AT_MOST])), start=1):
            self.write(left, base + line * _LINE, words, colour=_INK)

    def to_png(self) -> bytes:
        stream = io.BytesIO()
        self._image.save(stream, "PNG", compress_level=1)
        return stream.getvalue()

    def _draw_thumbnail(self, data: bytes | None, left: float, top: float) -> None:
        side = self.to_pixels(_THUMBNAIL)
        picture = open_thumbnail(data, side=side, paper=_PAPER) if data is not None else None
        if picture is None:
            self._box(left, top, left + _THUMBNAIL, top + _THUMBNAIL, fill=_EMPTY)
            return
        x, y = self._point(left + _THUMBNAIL / 2, top + _THUMBNAIL / 2)
        self._image.paste(picture, (x - picture.width // 2, y - picture.height // 2))

    def _draw_badge(self, text: str, left: float, top: float) -> None:
        width = self.length(text, _BADGE_SIZE) + 12
        self._box(left, top, left + width, top + 22, fill=_INK)
        self.write(left + 6, top + 3, text, colour=_PAPER, size=_BADGE_SIZE)

    def _wrap(self, text: str) -> list[str]:
        """Break a text into at most three lines, with an ellipsis where something is missing."""
        lines = wrap(text, lambda line: self.length(line) <= _THUMBNAIL, lines=_LINES)
        return [self.shorten(line, _THUMBNAIL) for line in lines]

    def _box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        *,
        fill: str,
        outline: str | None = None,
        thick: float = 0,
    ) -> None:
        box = (*self._point(left, top), *self._point(right, bottom))
        self._draw.rectangle(box, fill=fill, outline=outline, width=self.to_pixels(thick) if outline else 0)

    def _point(self, x: float, y: float) -> tuple[int, int]:
        return round(x * self._scale), round(y * self._scale)
