"""A line of text in any scripts: which font draws which part, and in what order they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PIL import ImageDraw

from bot.images.drawn.text.bidi import ISOLATES, order_runs, resolve_levels
from bot.images.drawn.text.fonts import HAN, SHAPES, choose_fonts, load_font
from bot.images.drawn.text.graphemes import split_graphemes
from bot.images.drawn.text.unshaped import to_visual_order

ELLIPSIS = "…"
_KANA = ("\u3041", "\u30ff")
_CAPITALS = 0.714
"""How high capitals of Noto Sans are, in parts of its size."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line that one font draws in one direction; `language` chooses among forms of Han."""

    text: str
    file: str
    leftwards: bool
    language: str | None


def length_of(text: str, size: int, *, shaped: bool = SHAPES) -> float:
    """Measure a line in pixels."""
    return sum(_length(run, size, shaped=shaped) for run in split_runs(text))


def write_line(
    draw: ImageDraw.ImageDraw,
    corner: tuple[float, float],
    text: str,
    *,
    size: int,
    colour: str,
    anchor: str = "la",
    shaped: bool = SHAPES,
) -> None:
    """Write a line at a size in pixels; what no font has is drawn as a box that says so.

    `anchor` says which point of the line the corner is: its left side, middle or right side (l, m, r), and the height
    that letters have room for, that of capitals, the middle, or the baseline (a, t, m, s).
    """
    x, y = corner
    ascent, descent = load_font(size).getmetrics()
    runs = split_runs(text)
    lengths = [_length(run, size, shaped=shaped) for run in runs]
    x -= {"l": 0.0, "m": sum(lengths) / 2, "r": sum(lengths)}[anchor[0]]
    y += {"a": ascent, "t": round(_CAPITALS * size), "m": (ascent - descent) / 2, "s": 0}[anchor[1]]
    for run, length in zip(runs, lengths, strict=True):
        font = load_font(size, run.file, shaped=shaped)
        if shaped:
            direction = "rtl" if run.leftwards else "ltr"
            draw.text((x, y), run.text, colour, font, "ls", direction=direction, language=run.language)
        else:
            draw.text((x, y), to_visual_order(run.text) if run.leftwards else run.text, colour, font, "ls")
        x += length


def shorten(text: str, width: float, size: int) -> str:
    """Cut a line to a width in pixels between two graphemes, with an ellipsis where something is missing."""
    if length_of(text, size) <= width:
        return text
    parts = split_graphemes(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        fits = length_of(_cut(parts, middle), size) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return _cut(parts, low)


@lru_cache(maxsize=512)
def split_runs(text: str) -> tuple[Run, ...]:
    """Split a line into its runs, from left to right."""
    # Which form of a Han character is meant is not in the text; kana are Japanese, all else is drawn as in China.
    language = "ja" if any(_KANA[0] <= one <= _KANA[1] for one in text) else "zh"
    runs = [
        (level, Run("".join(part for _, _, part in parts), file, level % 2 == 1, language if file == HAN else None))
        for (level, file), parts in groupby(_parts(text), key=lambda part: part[:2])
    ]
    return tuple(runs[place][1] for place in order_runs([level for level, _ in runs]))


def _parts(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each grapheme, or part of one, with its level and font, in reading order."""
    levels = resolve_levels(text)
    place = 0
    for grapheme in split_graphemes(text):
        if grapheme not in ISOLATES:
            for file, part in choose_fonts(grapheme):
                yield levels[place], file, part
        place += len(grapheme)


def _length(run: Run, size: int, *, shaped: bool) -> float:
    font = load_font(size, run.file, shaped=shaped)
    if shaped:
        return font.getlength(run.text, direction="rtl" if run.leftwards else "ltr", language=run.language)
    return font.getlength(to_visual_order(run.text) if run.leftwards else run.text)


def _cut(parts: list[str], count: int) -> str:
    return f"{''.join(parts[:count]).rstrip()}{ELLIPSIS}"
