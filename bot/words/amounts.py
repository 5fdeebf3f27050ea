"""Prices, times and lists, written for people."""

from bot.domain.money import Cost
from bot.words.escaping import harmless

SHOWN = 12
"""How many names of a list are shown, so that no sentence outgrows a message."""
_MICRO = 1_000_000


def price(cost: Cost) -> str:
    """Write a cost in dollars: two digits that matter, at least cents."""
    if cost.microusd is None:
        return "cost unknown"
    dollars = cost.microusd / _MICRO
    digits = 2 if dollars >= 1 or cost.microusd == 0 else 3 if dollars >= 0.01 else 4  # noqa: PLR2004
    return f"{'about ' if cost.estimated else ''}${dollars:.{digits}f}"


def either(names: tuple[str, ...]) -> str:
    """Join names with commas and "or", the first of them where there are many."""
    shown = [harmless(name, 60) for name in names[:SHOWN]]
    if len(names) > SHOWN:
        return f"{', '.join(shown)} or one of {len(names) - SHOWN} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def duration(seconds: float) -> str:
    """Write a time in seconds, or in minutes from two on."""
    if seconds < 10:  # noqa: PLR2004
        return f"{seconds:.1f} s"
    whole = round(seconds)
    return f"{whole} s" if whole < 120 else f"{whole // 60} min {whole % 60} s"  # noqa: PLR2004
