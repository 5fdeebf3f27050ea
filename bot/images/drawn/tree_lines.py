"""The routes of the lines in a drawn family: around the cards, and no two parents on one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_APART, _SPREAD = 6.0, 120.0
"""Units between the ends of two parents' lines at one child, and between the outermost."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cards stand: `card` and `gap` are (across a generation, from one to the next), in units of the layout."""

    margin: float
    card: tuple[float, float]
    gap: tuple[float, float]

    def corner(self, column: float, row: int) -> tuple[float, float]:
        """Return the corner of a card, (across, along)."""
        return self.margin + column * (self.card[0] + self.gap[0]), self.margin + row * (self.card[1] + self.gap[1])


def route_lines(
    places: Mapping[int, tuple[float, int]], parents: Mapping[int, Sequence[int]], grid: Grid
) -> list[list[tuple[float, float]]]:
    """Route a line from each parent to each child, as points (across, along).

    `places` are columns and rows by key, parents in earlier rows; `parents` of others count for nothing. The lines of
    each parent have a lane of their own between two rows and an end of their own at a child, so that two families are
    never drawn alike; one that passes a row by runs in the margin, where no card hides it.
    """
    edges = [(parent, child) for child in places for parent in parents[child] if parent in places]
    edges = [(parent, child) for parent, child in edges if places[parent][1] < places[child][1]]
    far = _Lanes(parent for parent, child in edges if places[child][1] - places[parent][1] > 1)
    gaps: dict[int, set[int]] = {}
    for parent, child in edges:
        for row in (places[parent][1] + 1, places[child][1]) if parent in far.order else (places[child][1],):
            gaps.setdefault(row, set()).add(parent)
    lanes = {row: _Lanes(sorted(users, key=lambda one: places[one][::-1])) for row, users in gaps.items()}

    def lane(row: int, parent: int) -> float:
        return grid.corner(0, row)[1] - grid.gap[1] * (1 - lanes[row].share(parent))

    routes = []
    for parent, child in edges:
        (left, top), (end, foot) = grid.corner(*places[parent]), grid.corner(*places[child])
        start, row = left + grid.card[0] / 2, places[child][1]
        end += grid.card[0] / 2 + lanes[row].aside(parent)
        points = [(start, top + grid.card[1])]
        if row - places[parent][1] > 1:
            below, aside = lane(places[parent][1] + 1, parent), grid.margin * far.share(parent)
            points += [(start, below), (aside, below), (aside, lane(row, parent))]
        else:
            points.append((start, lane(row, parent)))
        routes.append([*points, (end, lane(row, parent)), (end, foot)])
    return routes


class _Lanes:
    """Places beside each other for some parents."""

    def __init__(self, users: Iterable[int]) -> None:
        self.order = {user: cursor for cursor, user in enumerate(dict.fromkeys(users))}

    def share(self, user: int) -> float:
        return (self.order[user] + 1) / (len(self.order) + 1)

    def aside(self, user: int) -> float:
        count = len(self.order)
        # Never 0 beside others: a parent's own line comes down in the middle of a card.
        return 0.0 if count == 1 else (self.order[user] - count // 2 + 0.5) * min(_APART, _SPREAD / count)
