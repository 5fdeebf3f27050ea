"""What somebody probably meant who wrote an option that there is not, or a value that it does not take."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.domain.options import SEED_LIMIT

_NAMES = {
    "size": "ar aspectratio ratio sz dimensions dim resolution res orientation",
    "quality": "q qual detail",
    "background": "bg",
    "n": "num number count images image pictures pics amount batch variations",
    "format": "fmt type ext extension filetype output outputformat",
    "model": "m engine",
    "complexity": "planning thinking",
    "frames": "framecount",
    "frame_ms": "duration frameduration framedurationms delay",
    "fidelity": "inputfidelity",
    "spoiler": "spoilers nsfw",
    "transparent": "alpha nobg nobackground transparentbackground",
    "private": "ephemeral hidden secret",
}
ALIASES: Mapping[str, str] = MappingProxyType(
    {alias: name for name, aliases in _NAMES.items() for alias in aliases.split()}
)
"""What options are called elsewhere: by other bots, by the images API, in haste."""
_VALUES = {
    ("size", "landscape"): "landscape wide widescreen horizontal",
    ("size", "portrait"): "portrait tall vertical",
    ("size", "square"): "square",
    ("quality", "low"): "low lo draft fast quick",
    ("quality", "medium"): "medium mid med normal standard",
    ("quality", "high"): "high hi hd hq best ultra",
    ("quality", "max"): "max maximum highest",
    ("quality", "xhigh"): "xhigh",
    ("format", "png"): "png",
    ("format", "webp"): "webp",
    ("format", "jpeg"): "jpeg jpg jpe",
    ("format", "gif"): "gif animated animation",
    ("format", "svg"): "svg vector",
    ("background", "opaque"): "opaque solid white black",
    ("background", "transparent"): "none clear alpha empty",
}
_VALUE_ALIASES = {(option, alias): value for (option, value), aliases in _VALUES.items() for alias in aliases.split()}
# Words of which an option can be made alone; one that has two meanings, or is a colour, cannot.
_SPOKEN_FOR = frozenset({"none", "clear", "alpha", "empty", "solid", "white", "black"})
WORD_ALIASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {alias: (option, value) for (option, alias), value in _VALUE_ALIASES.items() if alias not in _SPOKEN_FOR}
)
"""Values that were given as if they were options (`--portrait`)."""

_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_RATIO = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)[:/xX*\u00d7-]([0-9]{1,5}(?:\.[0-9]{1,3})?)")
_PIXELS_FROM = 64
"""A smaller number is one of a ratio."""


def nearest(word: str, candidates: Iterable[str], *, at_most: int | None = None) -> str | None:
    """Find the candidate that a word most probably is a slip of; None where it is like none of them.

    A slip is a letter too many, too few, another, or two in the wrong order; one in three letters may be one.
    """
    candidates = tuple(candidates)
    if len(word) > 2 * max(len(one) for one in candidates):
        return None
    limit = max(1, len(word) // 3) if at_most is None else at_most
    distance, best = min((_distance(word, one), place) for place, one in enumerate(candidates))
    return candidates[best] if distance <= limit and distance < min(len(candidates[best]), len(word)) else None


def find_alias(option: str, value: str) -> str | None:
    """Find the value of an option that another program calls so."""
    return _VALUE_ALIASES.get((option, value))


def guess_value(option: str, value: str, *, offered: Sequence[str], n_limit: int) -> str | None:
    """Guess which value of an option was meant, in small letters; None where nobody can tell."""
    if option == "n":
        return _guess_count(value, n_limit)
    if option == "seed":
        return _guess_seed(value)
    guessed = find_alias(option, value)
    if option == "size":
        guessed = guessed or _guess_size(value)
    elif guessed not in offered:
        guessed = None
    if guessed is None and offered and value:
        guessed = nearest(value, offered)
    return guessed


def _guess_count(value: str, n_limit: int) -> str | None:
    if value in _NUMBERS:
        return str(min(_NUMBERS.index(value) + 1, n_limit))
    digits = re.search(r"[0-9]{1,6}", value) if value.isascii() else None
    return str(max(1, min(int(digits[0]), n_limit))) if digits else None


def _guess_seed(value: str) -> str | None:
    digits = re.sub(r"[^0-9]", "", value) if value.isascii() and not value.startswith("-") else ""
    fits = digits and len(digits) <= len(str(SEED_LIMIT)) and int(digits) <= SEED_LIMIT
    return str(int(digits)) if fits else None


def _guess_size(value: str) -> str | None:
    match = _RATIO.fullmatch(value)
    if match is None:
        return "square" if re.fullmatch(r"[0-9]{3,4}(?:px)?", value) else None
    width, height = float(match[1]), float(match[2])
    if min(width, height) >= _PIXELS_FROM and width.is_integer() and height.is_integer():
        return f"{int(width)}x{int(height)}"
    if width == height:
        return "square"
    return "landscape" if width > height else "portrait"


def _distance(one: str, other: str) -> int:
    """Count the slips between two words: the optimal string alignment distance."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
