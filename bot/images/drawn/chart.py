"""A chart of what was spent: a bar for each day, and below it those who spent most."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from bot.domain.budget import Unit
from bot.images.drawn.canvas import Canvas
from bot.images.drawn.text.fonts import has_glyphs
from bot.images.drawn.text.graphemes import readable

SCALE = 2
"""Pixels of the picture to one of the layout, so that it is sharp on any screen."""

_WIDTH, _MARGIN = 760, 24
_PLOT_TOP, _PLOT_HEIGHT = 84, 200
_ROW_HEIGHT, _ROWS_TOP = 30, 366
_NAME_WIDTH, _VALUE_WIDTH = 170, 200
_PAPER, _INK, _GREY, _GRID = "#ffffff", "#1f2328", "#57606a", "#d8dee4"
BAR_COLOUR = "#2f5fd0"
"""Against the white paper it has a contrast of 5.8 to 1; WCAG 2.2 asks for 3 of what a chart is read by."""
_TITLE_SIZE, _HEAD_SIZE, _TEXT_SIZE = 20, 16, 13
_DATES_AT_MOST = 8
_STEPS_AT_MOST = 5
_MICRO = 1_000_000
_SMALLEST_STEP = {Unit.MICROUSD: 100, Unit.PICTURES: 1}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and what stands beside it."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class NamedBar:
    """A person's bar; `text` is its value in words."""

    name: str
    value: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows; all values count `unit`, and there is at least one day."""

    title: str
    subtitle: str
    unit: Unit
    days: tuple[Bar, ...]
    people_title: str
    people: tuple[NamedBar, ...]


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A PNG file, and the people's names as they stand in it."""

    data: bytes
    names: tuple[str, ...]


def draw_chart(chart: Chart) -> DrawnChart:
    """Draw a chart, 1520 pixels wide, dark on white; a name that the fonts have nothing of becomes its place."""
    names = tuple(
        name if has_glyphs(name := readable(one.name)) else f"#{place}"
        for place, one in enumerate(chart.people, start=1)
    )
    height = _ROWS_TOP + len(names) * _ROW_HEIGHT + _MARGIN if names else _ROWS_TOP - 2 * _MARGIN
    page = _Page(height)
    page.write(_MARGIN, _MARGIN, chart.title, colour=_INK, size=_TITLE_SIZE, anchor="lt")
    page.write(_MARGIN, 52, chart.subtitle, colour=_GREY, anchor="lt")
    _draw_days(page, chart.days, chart.unit)
    if names:
        page.write(_MARGIN, _ROWS_TOP - 34, chart.people_title, colour=_INK, size=_HEAD_SIZE, anchor="lt")
        _draw_people(page, names, chart.people)
    return DrawnChart(page.to_png(), names)


def ticks(highest: int, unit: Unit) -> list[Bar]:
    """Choose what an axis from 0 to at least `highest` is marked with: round values, at most six."""
    step = _SMALLEST_STEP[unit]
    while step * _STEPS_AT_MOST < highest:
        # 1, 2, 5, 10, 20, 50, …
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    count = max(1, -(-highest // step))
    return [Bar(_tick_label(number * step, step, unit), number * step) for number in range(count + 1)]


def _tick_label(value: int, step: int, unit: Unit) -> str:
    if unit is Unit.PICTURES:
        return str(value)
    digits = next(digits for digits in range(2, 7) if step % 10 ** (6 - digits) == 0)
    return f"${value / _MICRO:,.{digits}f}"


def _draw_days(page: "_Page", days: Sequence[Bar], unit: Unit) -> None:
    marks = ticks(max(day.value for day in days), unit)
    left = _MARGIN + max(page.length(mark.label) for mark in marks) + 10
    right, bottom = _WIDTH - _MARGIN, _PLOT_TOP + _PLOT_HEIGHT
    for mark in marks:
        y = bottom - _PLOT_HEIGHT * mark.value / marks[-1].value
        page.rule(left, y, right, colour=_GRID if mark.value else _GREY)
        page.write(left - 10, y, mark.label, colour=_GREY, anchor="rm")
    slot = (right - left) / len(days)
    every = -(-len(days) // _DATES_AT_MOST)
    for place, day in enumerate(days):
        x = left + slot * place
        height = _visible(_PLOT_HEIGHT * day.value / marks[-1].value)
        page.fill(x + slot * 0.15, bottom - height, x + slot * 0.85, bottom)
        if (len(days) - 1 - place) % every == 0:
            page.write(x + slot / 2, bottom + 8, day.label, colour=_GREY, anchor="mt")


def _draw_people(page: "_Page", names: Sequence[str], people: Sequence[NamedBar]) -> None:
    left = _MARGIN + _NAME_WIDTH
    width = _WIDTH - _MARGIN - _VALUE_WIDTH - left
    highest = max(1, *(one.value for one in people))
    for place, (name, one) in enumerate(zip(names, people, strict=True)):
        y = _ROWS_TOP + _ROW_HEIGHT * place
        end = left + _visible(width * one.value / highest)
        page.write(_MARGIN, y + 9, page.shorten(name, _NAME_WIDTH - 12), colour=_INK, anchor="lm")
        page.fill(left, y, end, y + 18)
        page.write(end + 10, y + 9, one.text, colour=_GREY, anchor="lm")


def _visible(length: float) -> float:
    """Let even the smallest amount be seen, and nothing where there was none."""
    return max(2, length) if length else 0


class _Page(Canvas):
    """The page of a chart."""

    def __init__(self, height: int) -> None:
        super().__init__(_WIDTH, height, scale=SCALE, paper=_PAPER, text_size=_TEXT_SIZE)

    def rule(self, left: float, y: float, right: float, *, colour: str) -> None:
        self._draw.line(
            (left * SCALE, round(y * SCALE), right * SCALE, round(y * SCALE)), fill=colour, width=SCALE // 2
        )

    def fill(self, left: float, top: float, right: float, bottom: float) -> None:
        x0, y0, x1, y1 = (round(one * SCALE) for one in (left, top, right, bottom))
        self._image.paste(BAR_COLOUR, (x0, y0, x1, y1))

    def to_png(self) -> bytes:
        stream = io.BytesIO()
        # Few colours: a palette takes a third of the bytes and of the time.
        self._image.quantize(64, dither=Image.Dither.NONE).save(stream, "PNG", optimize=False)
        return stream.getvalue()
