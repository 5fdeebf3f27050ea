"""What fuzzers call: each parser of ours with any bytes, which may refuse them in its own words and do nothing else."""

from collections.abc import Callable
from contextlib import suppress

from bot.chat.requests.mentions import parse_mention
from bot.domain.errors import EaselError
from bot.domain.word_filter import WordFilter, fit
from bot.images.codecs.probing import find_essential, probe
from bot.images.codecs.svg import clean_svg
from bot.images.icc import rewrite_profile
from bot.proxy.answers import body_from
from bot.proxy.events import EventReader
from bot.proxy.scan import Scanner, Unreadable


def cut_picture(data: bytes) -> None:
    """Read a picture's header and cut it out; what is left is a picture still, and is cut no further."""
    with suppress(EaselError):
        kept = find_essential(data, probe(data)).to_bytes()
        assert find_essential(kept, probe(kept)).to_bytes() == kept


def read_profile(data: bytes) -> None:
    """Write a colour profile anew, which is then as it should be."""
    profile = rewrite_profile(data)
    assert profile is None or rewrite_profile(profile) == profile


def read_svg(data: bytes) -> None:
    """Clean an SVG, which is then clean."""
    with suppress(EaselError):
        cleaned = clean_svg(data)
        assert clean_svg(cleaned) == cleaned


def read_answer(data: bytes) -> None:
    """Read a provider's JSON in two pieces."""
    scanner = Scanner()
    with suppress(Unreadable, EaselError):
        scanner.feed(data[: len(data) // 2])
        scanner.feed(data[len(data) // 2 :])
        body_from(scanner.finish(), scanner)


def read_events(data: bytes) -> None:
    """Read a provider's events in two pieces."""
    reader = EventReader()
    with suppress(Unreadable, EaselError):
        list(reader.feed(data[: len(data) // 2]))
        list(reader.feed(data[len(data) // 2 :]))
        reader.finish()


def read_mention(data: bytes) -> None:
    """Take a message apart."""
    parse_mention(data.decode(errors="replace"), mentions=("<@1>",))


def filter_words(data: bytes) -> None:
    """Hold a prompt against a list of words, both of a member's making."""
    phrases, _, prompt = data.decode(errors="replace").partition("\0")
    WordFilter(fit(phrases.splitlines())).refuses(prompt)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "picture": cut_picture,
    "profile": read_profile,
    "svg": read_svg,
    "answer": read_answer,
    "events": read_events,
    "mention": read_mention,
    "words": filter_words,
}
