"""The chart of what was spent."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.budget import Unit
from bot.images.drawn.chart import BAR_COLOUR, Bar, Chart, NamedBar, draw_chart, ticks

PERSON = NamedBar("ada", 100, "$0.01 for 1 picture")


def chart(*values: int, unit: Unit = Unit.MICROUSD, people: tuple[NamedBar, ...] = ()) -> Chart:
    return Chart(
        title="Cost per day",
        subtitle="The last days",
        unit=unit,
        days=tuple(Bar(f"Nov {day}", value) for day, value in enumerate(values, start=1)),
        people_title="Most active",
        people=people,
    )


def drawn(wanted: Chart) -> Image.Image:
    with Image.open(io.BytesIO(draw_chart(wanted).data)) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def bars(image: Image.Image) -> list[tuple[int, int, int, int]]:
    """Find the bars: left, top, right, bottom, in the order of their left edges."""
    colour = [int(BAR_COLOUR[place : place + 2], 16) for place in (1, 3, 5)]
    hits = np.pad((np.abs(np.asarray(image).astype(int) - colour) < 6).all(axis=2), 1)
    corners = np.argwhere(hits[1:, 1:] & ~hits[1:, :-1] & ~hits[:-1, 1:]) + 1
    found = []
    for x, y in sorted((int(x), int(y)) for y, x in corners):
        width, height = int(np.argmin(hits[y, x:])), int(np.argmin(hits[y:, x]))
        if width > 3 and height > 2:
            found.append((x - 1, y - 1, x + width - 2, y + height - 2))
    return found


def test_each_day_has_a_bar_as_high_as_its_cost() -> None:
    found = bars(drawn(chart(100_000, 0, 200_000, 400_000)))
    heights = [bottom - top + 1 for _, top, _, bottom in found]
    assert len({bottom for *_, bottom in found}) == 1
    assert len(heights) == 3
    assert heights[1] == pytest.approx(2 * heights[0], abs=2)
    assert heights[2] == pytest.approx(4 * heights[0], abs=2)


def test_the_smallest_cost_is_seen_beside_the_largest() -> None:
    assert len(bars(drawn(chart(1, 50_000_000)))) == 2


def test_a_month_without_any_cost_is_an_empty_chart() -> None:
    assert bars(drawn(chart(*[0] * 30))) == []


def test_people_have_bars_as_long_as_what_they_spent() -> None:
    people = (NamedBar("ada", 400, "a"), NamedBar("bea", 100, "b"), NamedBar("cy", 0, "c"))
    found = bars(drawn(chart(0, people=people)))
    assert len(found) == 2
    assert len({left for left, *_ in found}) == 1
    lengths = sorted(right - left + 1 for left, _, right, _ in found)
    assert lengths[1] == pytest.approx(4 * lengths[0], abs=2)


def test_a_day_is_as_wide_on_thirty_days_as_the_paper_allows() -> None:
    found = bars(drawn(chart(*range(1_000, 31_000, 1_000))))
    assert len(found) == 30
    assert all(right - left > 20 for left, _, right, _ in found)


@pytest.mark.parametrize("unit", list(Unit))
@settings(max_examples=10, deadline=None)
@given(
    values=st.lists(st.integers(0, 10**12), min_size=1, max_size=30),
    people=st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**12)), max_size=5),
)
def test_nothing_runs_off_the_paper(unit: Unit, values: list[int], people: list[tuple[str, int]]) -> None:
    named = tuple(NamedBar(name, value, f"${value / 1_000_000:.2f} for 99999 pictures") for name, value in people)
    image = drawn(chart(*values, unit=unit, people=named))
    assert image.width == 1520
    for edge in ((0, 0, 16, image.height), (image.width - 16, 0, image.width, image.height)):
        assert image.crop(edge).getextrema() == ((255, 255),) * 3


def test_the_words_are_as_dark_as_reading_needs() -> None:
    colours = drawn(chart(0, people=(PERSON,))).getcolors(100_000)
    assert colours is not None
    assert min(sum(colour) for _, colour in colours if isinstance(colour, tuple)) < 120


def test_a_name_of_any_script_is_shown_and_one_with_nothing_to_see_becomes_its_place() -> None:
    names = ("ada", "東京", "мария", "\u202eשלם", "", "\ue000", "\u200d")
    people = tuple(NamedBar(name, 100, "x") for name in names)
    assert draw_chart(chart(0, people=people)).names == ("ada", "東京", "мария", "שלם", "#5", "#6", "#7")


@pytest.mark.parametrize(
    ("highest", "unit", "labels"),
    [
        (0, Unit.PICTURES, ["0", "1"]),
        (3, Unit.PICTURES, ["0", "1", "2", "3"]),
        (11, Unit.PICTURES, ["0", "5", "10", "15"]),
        (120, Unit.PICTURES, ["0", "50", "100", "150"]),
        (4_000, Unit.MICROUSD, ["$0.000", "$0.001", "$0.002", "$0.003", "$0.004"]),
        (3_900_000, Unit.MICROUSD, ["$0.00", "$1.00", "$2.00", "$3.00", "$4.00"]),
        (9_000_000_000, Unit.MICROUSD, ["$0.00", "$2,000.00", "$4,000.00", "$6,000.00", "$8,000.00", "$10,000.00"]),
    ],
)
def test_an_axis_is_marked_with_round_values(highest: int, unit: Unit, labels: list[str]) -> None:
    assert [mark.label for mark in ticks(highest, unit)] == labels


@given(st.integers(0, 10**15), st.sampled_from(Unit))
def test_an_axis_reaches_the_highest_value_and_its_marks_differ(highest: int, unit: Unit) -> None:
    marks = ticks(highest, unit)
    assert marks[0].value == 0
    assert marks[-1].value >= highest
    assert 2 <= len(marks) <= 6
    assert len({mark.label for mark in marks}) == len(marks)
