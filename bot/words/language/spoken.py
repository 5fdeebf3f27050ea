"""The languages that there are, and the one that is spoken now."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH = "en"
PSEUDO = "pseudo"
"""Made from English by code, to see what is not in a catalogue, or has no room to grow."""
LANGUAGES = (ENGLISH, "de", "es", "fr", "pt-BR", "ja", "ko", "zh-CN")
"""By the names of the folders of catalogues. What a language lacks is said in English."""

_BY_DISCORD = {"es-ES": "es", "es-419": "es"}
"""Discord's locales that are called otherwise here; its reference, "Locales"."""

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)
_publicly: ContextVar[str | None] = ContextVar("publicly", default=None)


_everywhere: list[str] = []
"""What the whole process speaks, whatever Discord says; the last one counts."""


def language_of(discord_locale: object) -> str:
    """Name the language for one of Discord's locales: English where it is not among ours, or is none."""
    if _everywhere:
        return _everywhere[-1]
    if not isinstance(discord_locale, str):
        return ENGLISH
    language = _BY_DISCORD.get(discord_locale, discord_locale)
    return language if language in LANGUAGES else ENGLISH


def spoken() -> str:
    """Name the language that is spoken now."""
    return _everywhere[-1] if _everywhere else _spoken.get()


def spoken_publicly() -> str:
    """Name the language of all who read along where somebody is answered now."""
    return _everywhere[-1] if _everywhere else _publicly.get() or spoken()


@contextmanager
def speaking(language: str, *, publicly: str | None = None) -> Iterator[None]:
    """Speak one language for a while: in this task, and in those that it begins meanwhile.

    With `publicly`, that is the language of those who read along.
    """
    outer = _spoken.set(language)
    outer_publicly = _publicly.set(publicly or _publicly.get())
    try:
        yield
    finally:
        _spoken.reset(outer)
        _publicly.reset(outer_publicly)


@contextmanager
def speaking_everywhere(language: str) -> Iterator[None]:
    """Speak one language in the whole process for a while, whatever Discord says, to see what it looks like."""
    _everywhere.append(language)
    try:
        yield
    finally:
        _everywhere.remove(language)
