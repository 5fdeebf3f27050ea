"""Numbers, money and dates as a language writes them, and its plural forms, by Babel (CLDR)."""

import copy
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from bot.words.language.spoken import ENGLISH, LANGUAGES, PSEUDO, spoken

_LOCALES = {PSEUDO: "en", "pt-BR": "pt_BR", "zh-CN": "zh_Hans_CN"}
"""Babel's names where they are not ours."""
_GROUPED = 1000
"""Below this, all of our languages write a whole number as Python does."""


@cache
def locale_of(language: str) -> Locale:
    """Give Babel's locale; the first time it reads a file, which takes 10 to 160 ms."""
    return Locale.parse(_LOCALES.get(language, language))


def load_locales() -> None:
    """Read what CLDR says of the languages that are complete, before anybody waits for it; blocking."""
    for language in LANGUAGES:
        locale = locale_of(language)
        locale.plural_form(1)
        format_decimal(_GROUPED, locale=locale)


def own_name(language: str) -> str:
    """Name a language as those who speak it do."""
    name = locale_of(language).get_display_name() or language
    return name[:1].upper() + name[1:]


def whole_number(number: int, language: str) -> str:
    """Write a whole number, with marks between its groups of digits."""
    if -_GROUPED < number < _GROUPED:
        return str(number)
    return format_decimal(number, locale=locale_of(language))


def plural_form(number: int, language: str) -> str:
    """Name the form of a number of things: CLDR's "one", "few", "other"."""
    if language in {ENGLISH, PSEUDO}:
        return "one" if number == 1 else "other"
    return locale_of(language).plural_form(number)


def decimal_number(number: float, *, digits: int) -> str:
    """Write a number with so many digits behind the point, in the language that is spoken."""
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(number, format=pattern, locale=locale_of(spoken()))


def dollars_and_cents(dollars: Decimal, *, digits: int) -> str:
    """Write an amount of US dollars with so many digits behind the point, in the language that is spoken."""
    locale = locale_of(spoken())
    pattern = copy.copy(locale.currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return str(pattern.apply(dollars, locale, currency="USD", currency_digits=False))


def day_and_month(day: date) -> str:
    """Write a day without its year, in the language that is spoken."""
    return format_skeleton("MMMd", day, locale=locale_of(spoken()))
