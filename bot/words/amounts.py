"""Prices, times and lists, written for people."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.money import Cost
from bot.words.escaping import harmless
from bot.words.language.catalogue import Topic
from bot.words.language.numbers import decimal_number, dollars_and_cents

_say = Topic("amounts")

SOON_SECONDS = 10
"""Less than that is "in a moment"; docs/style.md."""
SHOWN = 12
"""How many names of a list are shown, so that no sentence outgrows a message."""
_MICRO = 1_000_000
_CENT = 10_000


def price(cost: Cost) -> str:
    """Write a cost in dollars: two digits that matter, at least cents."""
    if cost.microusd is None:
        return _say("cost-unknown")
    dollars = Decimal(cost.microusd) / _MICRO
    digits = 2 if dollars >= 1 or cost.microusd == 0 else 3 if dollars >= Decimal("0.01") else 4
    written = dollars_and_cents(dollars, digits=digits)
    return _say("cost-estimated", price=written) if cost.estimated else written


def dollars(microusd: int) -> str:
    """Write whole cents with two digits, and less than that as a price."""
    if microusd % _CENT:
        return price(Cost(microusd))
    return dollars_and_cents(Decimal(microusd) / _MICRO, digits=2)


def either(names: tuple[str, ...]) -> str:
    """Join names with commas and "or", the first of them where there are many."""
    shown = [harmless(name, 60) for name in names[:SHOWN]]
    if len(names) > SHOWN:
        return _say("either-of-many", names=listed(shown), more=len(names) - SHOWN)
    return any_of(shown)


def any_of(names: Sequence[str]) -> str:
    """Join texts with commas, the last of them with "or"."""
    return _say("either", names=listed(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def all_of(names: Sequence[str]) -> str:
    """Join texts with commas, the last of them with "and"."""
    return _say("both", first=listed(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def listed(names: Sequence[str]) -> str:
    """Join texts with commas alone."""
    return _say("comma").join(names)


def few(names: Sequence[str], *, shown: int) -> str:
    """Join texts with commas, and of more than are `shown` count the rest."""
    more = len(names) - shown
    first = listed(names[:shown])
    return _say("few-of-many", names=first, more=more) if more > 0 else first


def duration(seconds: float) -> str:
    """Write a time in seconds, or in minutes from two on."""
    if seconds < 10:  # noqa: PLR2004
        return _say("seconds", seconds=decimal_number(seconds, digits=1))
    whole = round(seconds)
    if whole < 120:  # noqa: PLR2004
        return in_seconds(whole)
    return _say("minutes-and-seconds", minutes=whole // 60, seconds=str(whole % 60))


def in_seconds(seconds: int) -> str:
    """Write whole seconds."""
    return _say("seconds", seconds=str(seconds))


def in_minutes(minutes: int) -> str:
    """Write whole minutes."""
    return _say("minutes", minutes=minutes)
