"""The words of a message that mentions the bot: which picture, what to do, and the options at the end."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.chat.requests.user_request import Choices
from bot.domain.options import SEED_LIMIT, Background, OutputFormat, Quality, Size

PLACES_AT_MOST = 10
"""Attachments a message; Discord's API reference, "Create Message"."""

_PLACE = re.compile(r"(?:#([0-9]{1,2})(?=\s|$)|([0-9]{1,2}):(?=\s|$|[^\W\d_]))\s*")
"""`#2` and `2:` at the start; `2:30` and `16:9` are words like others."""
_DASHES = ("--", "\u2014", "\u2013")
"""A phone makes a long dash of two short ones."""
_NAME = re.compile(r"[a-z]{1,20}")
_SIZE_WORDS = frozenset({"portrait", "landscape", "square", "auto"})
_TRANSPARENT = "transparent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a message says: whether it mentions the bot, for which picture, what to do, and how.

    The size in `choices` may be a word (`portrait`), which a model is needed to make a size of.
    """

    mentioned: bool
    prompt: str = field(repr=False)
    place: int | None = None
    choices: Choices = field(default_factory=Choices)


def parse_mention(content: str, *, mentions: Sequence[str], picks: bool = True) -> Mention:
    """Take a message apart; `mentions` are the texts that stand for the bot.

    Without `picks` there is nothing to pick from, and a number at the start is part of the prompt. Options count at the
    very end alone, and where name and value are unmistakable (`--quality high`, `--n 2`, `--transparent`); everything
    else stays part of the prompt, as it was written.
    """
    text = content
    for one in mentions:
        text = text.replace(one, " ")
    mentioned = text != content
    text = text.strip() if mentioned else content.strip()
    place = None
    match = _PLACE.match(text) if picks else None
    if match is not None and 1 <= int(match[1] or match[2]) <= PLACES_AT_MOST:
        place = int(match[1] or match[2])
        text = text[match.end() :]
    choices = Choices()
    while (option := _last_option(text)) is not None:
        start, values = option
        # The last one of a name wins, and it is met first.
        choices = choices.over(Choices(**values))
        text = text[:start].rstrip()
    return Mention(mentioned=mentioned, prompt=text, place=place, choices=choices)


def _last_option(text: str) -> tuple[int, Mapping[str, Any]] | None:
    """Find an option that ends a text: where it begins, and what it chooses."""
    words = text.split()[-2:]
    for count in (1, 2):
        if count > len(words):
            break
        said = words[-count:]
        name, _, value = _without_dashes(said[0]).partition("=")
        if count == 2:  # noqa: PLR2004 - a name and its value
            if value:
                break
            value = said[1]
        values = _read(name.lower(), value) if _NAME.fullmatch(name.lower()) else None
        if values is not None:
            return text.rindex(said[0]) if count == 1 else _start_of_pair(text, said), values
    return None


def _start_of_pair(text: str, said: Sequence[str]) -> int:
    return text.rindex(said[0], 0, text.rindex(said[1]))


def _without_dashes(word: str) -> str:
    return next((word[len(dash) :] for dash in _DASHES if word.startswith(dash)), "")


def _read(name: str, value: str) -> Mapping[str, Any] | None:
    if name == _TRANSPARENT:
        return {"background": _TRANSPARENT} if not value else None
    reader = _READERS.get(name)
    read = reader(value if name == "model" else value.lower()) if reader and value else None
    return None if read is None else {_FIELDS.get(name, name): read}


def _member(kind: Any) -> Callable[[str], str | None]:
    members = {one.value for one in kind}
    return lambda value: value if value in members else None


def _size(value: str) -> str | None:
    return value if value in _SIZE_WORDS or Size.from_text(value) is not None else None


def _whole(low: int, high: int) -> Callable[[str], int | None]:
    def read(value: str) -> int | None:
        fits = value.isascii() and value.isdigit() and len(value) <= len(str(high)) and low <= int(value) <= high
        return int(value) if fits else None

    return read


def _model(value: str) -> str | None:
    return value if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}", value) else None


_READERS: dict[str, Callable[[str], Any]] = {
    "quality": _member(Quality),
    "size": _size,
    "background": _member(Background),
    "n": _whole(1, 10),
    "format": _member(OutputFormat),
    "seed": _whole(0, SEED_LIMIT),
    "model": _model,
}
_FIELDS = {"format": "output_format"}
