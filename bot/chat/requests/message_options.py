"""The options in the words of a message: what looks like one, what it chooses, and what was probably meant.

The rule:

- A word looks like an option that begins with two dashes or more and has a letter right behind them (`--quality`).
  Phones make one long dash of two short ones: it counts like two where the name of an option follows, or nearly one.
  With one short dash, or with none and a colon (`-n 2`, `n:2`), both name and value have to be those of an option.
  So they have to behind two dashes with no space before them (`a fox--n 2`), and behind a slash.
- Other dashes inside a word (`well--known`), alone (`cat -- dog`) or before a number that is no size are part of the
  words; so is all that stands in double quotes or backticks.
- Options count at the end, one after the other. A value stands behind its name, after a space, `=` or a colon. Two
  values for one option are a mistake.
- All else that looks like an option is a mistake. Nothing is guessed and paid for: what was probably meant is told.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.chat.requests.option_guesses import ALIASES, WORD_ALIASES, find_alias, guess_value, nearest
from bot.chat.requests.option_syntax import BETWEEN, WORD, Mark, Shape, find_quoted, looks_like_option, shape_of
from bot.chat.requests.option_values import FLAGS, OPTIONS, clean_value, list_values, read_value, spell_name
from bot.domain.option_mistakes import OptionMistake
from bot.domain.options import N_LIMIT

PRIVATE = "private"
"""An option of the commands that no message can have: its answer is there for everybody."""

_SHORT_ALIAS, _SHORT_NAME = 3, 4
"""Letters: aliases up to so many are no words, and names up to so many are too like words."""
_PIXELS = re.compile(r"[0-9]{2,5}\s*[xX*\u00d7]\s*[0-9]{2,5}(?!\S)")
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """Words that look like an option and do not count: which, why, and what could stand there.

    `meant` is the whole row of options as it was probably meant; None where nobody can tell.
    """

    written: str
    mistake: OptionMistake
    option: str = ""
    offered: tuple[str, ...] = ()
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A text without its options, what these choose, and the first of the mistakes."""

    text: str
    values: Mapping[str, Any]
    misread: Misread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An option in a text, from `start` to `end`; `values` where it is understood, else what is wrong with it."""

    start: int
    end: int
    written: str
    values: Mapping[str, Any] | None = None
    mistake: OptionMistake | None = None
    option: str = ""
    offered: tuple[str, ...] = ()
    meant: str | None = None


def read_options(text: str, *, n_limit: int = N_LIMIT, offered: Mapping[str, tuple[str, ...]] | None = None) -> Read:
    """Take the options at the end of a text off it, and find what else looks like one.

    Where there is a mistake, the text is without all that looks like an option. `n_limit` is the bot's own. `offered`
    are the values that can be chosen of some options, by their fields: none of an option that no model has.
    """
    found = list(_find(text, list_values(offered or {}, n_limit=n_limit)))
    if not found:
        return Read(text, {}, None)
    if any(one.option == "help" and one.values for one in found):
        return Read(_without(text, found), FLAGS["help"], None)
    first = _first_at_the_end(text, found)
    wrong = next((one for one in found if one.mistake is not None), None)
    mistake = OptionMistake.MISPLACED
    if wrong is None and first > 0:
        wrong = found[0]
    if wrong is None:
        values: dict[str, Any] = {}
        for one in found:
            chosen = one.values or {}
            if wrong is None and any(values.get(field, value) != value for field, value in chosen.items()):
                wrong, mistake = one, OptionMistake.TWICE
            values |= chosen
        if wrong is None:
            return Read(text[: found[0].start].rstrip(), values, None)
    misread = Misread(
        written=wrong.written,
        mistake=wrong.mistake or mistake,
        option=wrong.option,
        offered=wrong.offered,
        meant=_row(found),
    )
    return Read(_without(text, found), {}, misread)


def _row(found: Sequence["_Found"]) -> str | None:
    """Write the options as they were probably meant, the last of each; None where one of them is anybody's guess."""
    if any(one.meant is None for one in found):
        return None
    last = {"background" if one.option == "transparent" else one.option: one.meant for one in found if one.meant}
    return " ".join(meant for meant in last.values() if meant)


def _first_at_the_end(text: str, found: Sequence[_Found]) -> int:
    """Tell with which of the options the row begins that ends a text; their number where none does."""
    end = len(text)
    for place in range(len(found) - 1, -1, -1):
        if text[found[place].end : end].strip():
            return place + 1
        end = found[place].start
    return 0


def _without(text: str, found: Sequence[_Found]) -> str:
    parts, end = [], 0
    for one in found:
        parts.append(text[end : one.start].strip())
        end = one.end
    return " ".join(part for part in (*parts, text[end:].strip()) if part)


def _find(text: str, values: Mapping[str, tuple[str, ...]]) -> Sequence[_Found]:
    quoted = find_quoted(text)
    found: list[_Found] = []
    for word in WORD.finditer(text):
        if found and word.start() < found[-1].end:
            continue
        if any(start <= word.start() < end for start, end in quoted):
            continue
        shape = shape_of(word)
        one = _Reading(text, word, shape, values).read() if shape else None
        if one is not None:
            found.append(one)
    return found


class _Reading:
    """One word of a text that may be an option, and the words behind it."""

    def __init__(self, text: str, word: re.Match[str], shape: Shape, values: Mapping[str, tuple[str, ...]]) -> None:
        self._text = text
        self._word = word
        self._shape = shape
        self._values = values
        self._end = word.end()

    def read(self) -> _Found | None:
        """Read it; None where it is a word like others."""
        name, rest = spell_name(self._shape.name), self._shape.rest
        match self._shape.mark:
            case Mark.DASHES:
                exact = self._shape.name.lower().replace("-", "_") == name
                return self._read_named(name, rest, exact=exact) or self._unknown(self._shape.name)
            case Mark.LONG_DASH:
                return self._read_named(name, rest, exact=True, is_long=True)
            case Mark.SIZE:
                return self._mistaken(OptionMistake.MISSPELT, name, meant=self._guess(name, rest))
        if name in FLAGS and self._shape.mark is Mark.JOINED and not rest and not self._text[self._end :].strip():
            return self._mistaken(OptionMistake.UNMARKED, name, meant=f"--{name}")
        return self._read_unmarked(name, rest)

    def _read_unmarked(self, name: str, rest: str) -> _Found | None:
        if self._shape.mark is Mark.DASH:
            name = ALIASES.get(name, name)
        # A model's name can be any word, so that it says nothing about what was meant.
        if name not in OPTIONS or name == "model":
            return None
        value = self._value(name, rest)
        meant = value.lower() if read_value(name, value) else None
        if meant is None and self._shape.mark is Mark.NONE and rest.strip(BETWEEN):
            meant = find_alias(name, value.lower())
        return self._mistaken(OptionMistake.UNMARKED, name, meant=f"--{name} {meant}") if meant else None

    def _read_named(self, name: str, rest: str, *, exact: bool, is_long: bool = False) -> _Found | None:
        if name in WORD_ALIASES and not (is_long and self._text[self._end :].strip()):
            option, value = WORD_ALIASES[name]
            offered = self._values.get(option, ())
            meant = f"--{option} {value}" if option == "size" or value in offered else None
            return self._mistaken(OptionMistake.MISSPELT, option, offered=offered, meant=meant)
        known = name if name in OPTIONS or name in FLAGS else _guess_name(name, is_long=is_long)
        if known is None:
            return None
        if known == PRIVATE:
            self._take_answer()
            return self._mistaken(OptionMistake.PRIVATE, PRIVATE, meant="")
        exact = exact and known == name
        return (
            self._read_flag(known, rest, exact=exact) if known in FLAGS else self._read_valued(known, rest, exact=exact)
        )

    def _read_flag(self, name: str, rest: str, *, exact: bool) -> _Found:
        value = clean_value(rest.lstrip(BETWEEN)).lower() or self._take_answer()
        if value in _NO:
            return self._mistaken(OptionMistake.NO_VALUE_TAKEN, name, meant="")
        if value and value not in _YES:
            return self._mistaken(OptionMistake.NO_VALUE_TAKEN, name, meant=f"--{name}")
        if not exact:
            return self._mistaken(OptionMistake.MISSPELT, name, meant=f"--{name}")
        return self._understood(FLAGS[name], meant=f"--{name}", option=name)

    def _read_valued(self, name: str, rest: str, *, exact: bool) -> _Found:
        value = self._value(name, rest)
        values = read_value(name, value)
        meant = f"--{name} {value if name == 'model' else value.lower()}" if values else self._guess(name, value)
        offered = self._values.get(name, ())
        if not exact:
            return self._mistaken(OptionMistake.MISSPELT, name, offered=offered, meant=meant)
        if not value:
            return self._mistaken(OptionMistake.VALUE_MISSING, name, offered=offered)
        if values is None:
            return self._mistaken(OptionMistake.VALUE_UNKNOWN, name, offered=offered, meant=meant)
        return self._understood(values, meant=meant or "", option=name)

    def _unknown(self, name: str) -> _Found:
        flags = [one for one in ("transparent", "spoiler") if one != "transparent" or one in self._values["background"]]
        return self._mistaken(OptionMistake.UNKNOWN, name, offered=(*self._values, *flags))

    def _value(self, name: str, rest: str) -> str:
        """Find the value of an option, and take it along."""
        behind = rest.lstrip(BETWEEN)
        start = self._word.end() - len(behind)
        if not clean_value(behind):
            following = WORD.search(self._text, self._word.end())
            if following is not None and following[0] in BETWEEN:
                following = WORD.search(self._text, following.end())
            if following is None or looks_like_option(following[0]):
                return ""
            start, behind = following.start(), following[0]
        pixels = _PIXELS.match(self._text, start) if name == "size" else None
        if pixels is not None:
            self._end = pixels.end()
            return re.sub(r"\s+", "", pixels[0])
        self._end = start + len(behind)
        return clean_value(behind)

    def _take_answer(self) -> str:
        """Take a yes or a no along that stands behind an option without a value."""
        following = WORD.search(self._text, self._word.end())
        said = clean_value(following[0]).lower() if following else ""
        if following is None or said not in _YES | _NO:
            return ""
        self._end = following.end()
        return said

    def _guess(self, name: str, value: str) -> str | None:
        guessed = guess_value(
            name, value.lower(), offered=self._values.get(name, ()), n_limit=int(self._values["n"][-1])
        )
        return None if guessed is None else f"--{name} {guessed}"

    def _understood(self, values: Mapping[str, Any], *, meant: str, option: str) -> _Found:
        return _Found(
            start=self._shape.start,
            end=self._end,
            written=self._written(),
            values=values,
            meant=meant,
            option=option,
        )

    def _mistaken(
        self, mistake: OptionMistake, option: str, *, offered: tuple[str, ...] = (), meant: str | None = None
    ) -> _Found:
        return _Found(
            start=self._shape.start,
            end=self._end,
            written=self._written(),
            mistake=mistake,
            option=option,
            offered=offered,
            meant=meant,
        )

    def _written(self) -> str:
        return " ".join(self._text[self._shape.start : self._end].split())


def _guess_name(name: str, *, is_long: bool) -> str | None:
    # A long dash stands in front of words too: there a word that is one like others is none of the names.
    if name in ALIASES and not (is_long and len(name) > _SHORT_ALIAS):
        return ALIASES[name]
    if is_long and len(name) <= _SHORT_NAME:
        return None
    return nearest(name, (*OPTIONS, *FLAGS, PRIVATE), at_most=1 if is_long else None)
