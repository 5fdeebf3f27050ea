"""Sizes within a pixel budget."""

from math import isqrt


def fit_within(size: tuple[int, int], pixel_budget: int) -> tuple[int, int]:
    """Scale a size down, ratio kept, to at most `pixel_budget` pixels (at least 1) and at least 1 pixel a side.

    Both sides are rounded down, in integers: rounded to the nearest, half of all large sizes go over the budget.
    """
    width, height = size
    if width * height <= pixel_budget:
        return size
    shrunk_width = isqrt(pixel_budget * width // height)
    shrunk_height = isqrt(pixel_budget * height // width)
    if not shrunk_height:
        return min(width, pixel_budget), 1
    if not shrunk_width:
        return 1, min(height, pixel_budget)
    return shrunk_width, shrunk_height
