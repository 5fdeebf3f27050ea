"""The routes of the lines in a drawn family."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.images.drawn.tree_lines import Grid, route_lines

GRID = Grid(margin=24, card=(184, 262), gap=(20, 46))
Places = dict[int, tuple[float, int]]
Parents = dict[int, list[int]]
Stretch = tuple[tuple[float, float], tuple[float, float]]


@st.composite
def families(draw: st.DrawFn) -> tuple[Places, Parents]:
    """Rows of up to eight cards, centred as a family is, each card with up to three parents in earlier rows."""
    sizes = draw(st.lists(st.integers(1, 8), min_size=1, max_size=5))
    places: Places = {}
    parents: Parents = {}
    for row, size in enumerate(sizes):
        above = list(places)
        for cursor in range(size):
            key = len(places) + 1
            parents[key] = draw(st.lists(st.sampled_from(above), max_size=3, unique=True)) if above else []
            places[key] = (cursor + (max(sizes) - size) / 2, row)
    return places, parents


def stretches_of(family: tuple[Places, Parents]) -> list[tuple[int, Stretch]]:
    """List each straight stretch of each line, with the parent that it leaves from."""
    places, parents = family
    edges = [(parent, child) for child in places for parent in parents[child]]
    routes = route_lines(places, parents, GRID)
    return [(edge[0], pair) for edge, route in zip(edges, routes, strict=True) for pair in pairwise(route)]


def overlap(one: Stretch, other: Stretch) -> bool:
    """Tell whether two stretches run along each other; that they cross does not count."""
    for axis in (0, 1):
        lines = [{round(point[axis], 6) for point in stretch} for stretch in (one, other)]
        if lines[0] == lines[1] and len(lines[0]) == 1:
            (a, b), (c, d) = (sorted(point[1 - axis] for point in stretch) for stretch in (one, other))
            return min(b, d) - max(a, c) > 1e-6
    return False


@settings(max_examples=60, deadline=None)
@given(families())
def test_a_line_starts_below_its_parent_and_ends_above_its_child(family: tuple[Places, Parents]) -> None:
    places, parents = family
    edges = [(parent, child) for child in places for parent in parents[child]]
    for (parent, child), route in zip(edges, route_lines(places, parents, GRID), strict=True):
        left, top = GRID.corner(*places[parent])
        assert route[0] == (left + 92, top + 262)
        left, top = GRID.corner(*places[child])
        assert left < route[-1][0] < left + 184
        assert route[-1][1] == top


@settings(max_examples=60, deadline=None)
@given(families())
def test_no_line_is_hidden_by_a_card(family: tuple[Places, Parents]) -> None:
    corners = [GRID.corner(*place) for place in family[0].values()]
    for _, ((x0, y0), (x1, y1)) in stretches_of(family):
        assert min(x0, x1) > 0
        for left, top in corners:
            beside = max(x0, x1) <= left or min(x0, x1) >= left + 184
            assert beside or max(y0, y1) <= top or min(y0, y1) >= top + 262


@settings(max_examples=60, deadline=None)
@given(families())
def test_lines_of_two_parents_never_run_along_each_other(family: tuple[Places, Parents]) -> None:
    stretches = stretches_of(family)
    for place, (parent, one) in enumerate(stretches):
        assert not any(overlap(one, other) for owner, other in stretches[:place] if owner != parent)


def test_an_only_parent_stands_straight_above_its_only_child() -> None:
    (route,) = route_lines({1: (0, 0), 2: (0, 1)}, {1: [], 2: [1]}, GRID)
    assert {x for x, _ in route} == {24 + 92}


def test_a_parent_that_is_not_there_has_no_line() -> None:
    assert route_lines({2: (0, 0)}, {2: [1, 2]}, GRID) == []
