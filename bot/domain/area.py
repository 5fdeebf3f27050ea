"""The parts of a picture that can be named without drawing."""

from enum import StrEnum

COLUMNS = "ABCD"
ROWS = "1234"
"""The grid that is laid over a picture: columns from the left, rows from the top."""


class Area(StrEnum):
    """A part of a picture: all of it, one of five larger parts, or a cell of the 4 x 4 grid."""

    EVERYTHING = "everything"
    CENTRE = "centre"
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"
    A1 = "A1"
    B1 = "B1"
    C1 = "C1"
    D1 = "D1"
    A2 = "A2"
    B2 = "B2"
    C2 = "C2"
    D2 = "D2"
    A3 = "A3"
    B3 = "B3"
    C3 = "C3"
    D3 = "D3"
    A4 = "A4"
    B4 = "B4"
    C4 = "C4"
    D4 = "D4"

    @property
    def cell(self) -> tuple[int, int] | None:
        """Its column and row in the grid, counted from 0; None for a larger part."""
        column, row = COLUMNS.find(self.value[0]), ROWS.find(self.value[1:])
        return (column, row) if len(self.value) == 2 and column >= 0 and row >= 0 else None  # noqa: PLR2004
