"""The catalogues: a file of messages for each topic and language, read when it is first wanted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, partial
from importlib import resources
from typing import TypeVar

from bot.words.language.fluent import Fact, Write, compile_message
from bot.words.language.pseudo import pseudo_change, pseudo_frame
from bot.words.language.spoken import ENGLISH, PSEUDO, spoken
from bot.words.mentions import command

Key = str | bool | Enum
K = TypeVar("K", bound=Key)

_ENTRY = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
"""The begin of a message or term: all else in Fluent is indented, a comment, or closes a brace."""
_DASHES = str.maketrans("_/.", "---")
_COMMENT = re.compile(r"^#.*$\n?", re.MULTILINE)
_SLASH = "-slash-"
"""What the term of a command begins with, in any catalogue: `{ -slash-gallery-mine }` mentions /gallery mine."""
_AT_MOST = re.compile(r"at most (\d+)\b")


class Topic:
    """The messages of one topic, said in the language that is spoken: `say("deleted", messages=2)`."""

    def __init__(self, name: str) -> None:
        """Name the files, without `.ftl`."""
        self.name = name

    def __call__(self, key: str, /, **facts: Fact) -> str:
        """Say a message, in English where the language has none.

        Raises:
            KeyError: there is no such message, or it names a fact that is not given.
        """
        language = spoken()
        text = _write(self.name, language, key)(facts)
        return pseudo_frame(self.name, text, limit=load_limits(self.name).get(key)) if language == PSEUDO else text

    def of(self, prefix: str, key: Key, /, **facts: Fact) -> str:
        """Say one of the messages that belong together: for a key, the message `prefix-key`."""
        return self(message_id(prefix, key), **facts)

    def has(self, key: str, language: str = ENGLISH) -> bool:
        """Tell whether a language has a message of its own for this."""
        return key in load_sources(self.name, language)

    def each(self, prefix: str, keys: Iterable[K]) -> "Family[K]":
        """Give messages that belong together: for a key, the message `prefix-key`."""
        return Family(self, {key: message_id(prefix, key) for key in keys})


class Family(Mapping[K, str]):
    """Messages by what they are for; each is said anew whenever it is looked up, in the language of that moment."""

    def __init__(self, topic: Topic, ids: Mapping[K, str]) -> None:
        """Take the names of the messages."""
        self.topic = topic
        self.ids = ids

    def __getitem__(self, key: K) -> str:
        return self.topic(self.ids[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def message_id(prefix: str, key: Key) -> str:
    """Name the message of a key: with dashes, in small letters."""
    plain = key.value if isinstance(key, Enum) else key
    return f"{prefix}-{str(plain).lower()}".translate(_DASHES)


def load_sources(topic: str, language: str) -> Mapping[str, str]:
    """Give the messages of a catalogue as they are written, by their names; none where there is no such file."""
    return _sources(topic, ENGLISH if language == PSEUDO else language)


@cache
def load_limits(topic: str) -> Mapping[str, int]:
    """Give how many characters Discord takes, as the English catalogue says: "at most 80 characters" in a comment.

    A comment with one mark is about the next message, with two about those up to the next such one, with three about
    the file.
    """
    limits: dict[str, int] = {}
    by_marks: dict[int, int | None] = {}
    for line in _read(topic, ENGLISH).splitlines():
        if line.startswith("#"):
            marks = len(line) - len(line.lstrip("#"))
            found = _AT_MOST.search(line)
            by_marks[marks] = int(found[1]) if found else by_marks.get(marks) if marks == 1 else None
        elif entry := _ENTRY.match(line):
            own = next((by_marks[marks] for marks in (1, 2, 3) if by_marks.get(marks)), None)
            by_marks.pop(1, None)
            if own is not None:
                limits[entry[1]] = own
    return limits


def _read(topic: str, language: str) -> str:
    file = resources.files("bot.words") / "catalogues" / language / f"{topic}.ftl"
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


@cache
def _sources(topic: str, language: str) -> Mapping[str, str]:
    text = _COMMENT.sub("", _read(topic, language))
    found = list(_ENTRY.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    return {one[1]: text[one.start() : end].rstrip() + "\n" for one, end in zip(found, ends, strict=False)}


@cache
def _write(topic: str, language: str, key: str) -> Write:
    if key.startswith(_SLASH):
        name = key.removeprefix(_SLASH).replace("-", " ")
        return lambda _: command(name)
    source = load_sources(topic, language).get(key)
    if source is None and language == ENGLISH:
        raise KeyError(f"{topic}/{key}")
    if source is None:
        return _write(topic, ENGLISH, key)
    change = partial(pseudo_change, topic) if language == PSEUDO else None
    return compile_message(source, language, find=partial(_write, topic, language), change=change)
