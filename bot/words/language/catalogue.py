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

Key = str | bool | Enum
K = TypeVar("K", bound=Key)

_ENTRY = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
"""The begin of a message or term: all else in Fluent is indented, a comment, or closes a brace."""
_COMMENT = re.compile(r"^#.*$\n?", re.MULTILINE)


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
        return pseudo_frame(self.name, text) if language == PSEUDO else text

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
    return f"{prefix}-{str(plain).lower()}".replace("_", "-").replace("/", "-")


def load_sources(topic: str, language: str) -> Mapping[str, str]:
    """Give the messages of a catalogue as they are written, by their names; none where there is no such file."""
    return _sources(topic, ENGLISH if language == PSEUDO else language)


@cache
def _sources(topic: str, language: str) -> Mapping[str, str]:
    file = resources.files("bot.words") / "catalogues" / language / f"{topic}.ftl"
    try:
        text = _COMMENT.sub("", file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    starts = [(match[1], match.start()) for match in _ENTRY.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {name: text[start:end].rstrip() + "\n" for (name, start), end in zip(starts, ends, strict=True)}


@cache
def _write(topic: str, language: str, key: str) -> Write:
    source = load_sources(topic, language).get(key)
    if source is None and language == ENGLISH:
        raise KeyError(f"{topic}/{key}")
    if source is None:
        return _write(topic, ENGLISH, key)
    change = partial(pseudo_change, topic) if language == PSEUDO else None
    return compile_message(source, language, find=partial(_write, topic, language), change=change)
