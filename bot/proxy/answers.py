"""The body of an answer, read as it arrives, to pictures and usage."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.domain.plain_text import to_plain_text
from bot.domain.request import Usage
from bot.proxy.failure_body import Failure, failure_from
from bot.proxy.scan import Scanner, Unreadable

BODY_LIMIT_BYTES = 256 * 2**20
"""The longest body that is read: ten pictures of 3840x2160 as PNG with noise in them stay below."""

PICTURE_LIMIT_BYTES = 64 * 2**20
"""The longest picture that is taken; 3840x2160 pixels of noise in RGBA are 33 MB, and 44 MB in base64."""
_TOKENS_LIMIT = 10**9
"""What is taken for a count of tokens: a picture has some thousands, and databases hold 2**63 micro-USD."""
_TEXT_LIMIT = 32_000
"""Of a text in an answer, which may be a prompt; OpenAI's API reference, `prompt`."""
_EXCERPT_BYTES = 4096  # a secret that is cut in two is harder to find
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
}
_AVIF = (b"ftypavif", b"ftypavis")
_PATTERNS = {
    "bmp": re.compile(rb"BM.{4}\x00{4}", re.DOTALL),
    "svg": re.compile(
        # Nothing is tried twice: 40 comments in a row could be cut in more ways than there is time for.
        rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+(?:<!DOCTYPE svg[^>]*+>\s*+)?+<svg[\s>]",
        re.DOTALL,
    ),
}
_HEAD_BYTES = 2048
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,32}")
"""A size or a quality, as all known servers write them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an answer's `data`: the picture itself, or the address where it is."""

    data: bytes | None = field(default=None, repr=False)
    url: str | None = None
    revised_prompt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What an answer says; `failure` is set where it is an error in the place of an answer.

    `items` counts what stands where pictures should, usable or not.
    """

    entries: tuple[Entry, ...] = ()
    usage: Usage | None = None
    size: str | None = None
    quality: str | None = None
    items: int = 0
    failure: Failure | None = None


class BodyReader:
    """Take a JSON answer in pieces, with one copy of each picture in memory and none of its text."""

    def __init__(self, *, limit_bytes: int = BODY_LIMIT_BYTES) -> None:
        self._scanner = Scanner()
        self._limit_bytes = limit_bytes
        self._read_bytes = 0
        self._begun = False

    @property
    def is_whole(self) -> bool:
        """Whether what has arrived is an answer to its last brace."""
        try:
            self._scanner.finish()
        except Unreadable:
            return False
        return True

    def feed(self, chunk: bytes) -> None:
        """Read on.

        Raises:
            Unreadable: it is no JSON object, or over a limit.
        """
        self._read_bytes += len(chunk)
        check_length(self._read_bytes, self._limit_bytes)
        if not self._begun:
            text = chunk.lstrip(b"\xef\xbb\xbf \t\r\n")
            # A page of HTML is known by its first character, and need not be read to its end.
            if text and not text.startswith(b"{"):
                raise Unreadable("not a JSON object", excerpt=text[:_EXCERPT_BYTES].decode("utf-8", "replace"))
            self._begun = bool(text)
        self._scanner.feed(chunk)

    def finish(self) -> Body:
        """Make sense of the whole.

        Raises:
            Unreadable: it is cut off, or the pictures in it are not base64.
        """
        return body_from(self._scanner.finish(), self._scanner)

    def salvage(self) -> Body:
        """Give what can be used of an answer that will not come to its end."""
        try:
            return self.finish()
        except Unreadable:
            return Body(entries=tuple(Entry(picture) for picture in self._scanner.salvage()))


def check_length(read_bytes: int, limit_bytes: int = BODY_LIMIT_BYTES) -> None:
    """Refuse a body that is longer than any answer.

    Raises:
        Unreadable: it is.
    """
    if read_bytes > limit_bytes:
        raise Unreadable(f"over {limit_bytes} bytes")


def budget_bytes(n: int) -> int:
    """Say what an answer of `n` pictures may have altogether, in its body and at the addresses in it."""
    return min(n * PICTURE_LIMIT_BYTES, BODY_LIMIT_BYTES)


def body_from(document: dict[str, Any], scanner: Scanner) -> Body:
    """Make sense of a scanned answer; what is unknown, or of another type than it should be, counts as missing.

    Raises:
        Unreadable: a picture in it is not base64, and there is no other.
    """
    items = document.get("data")
    entries: list[Entry] = []
    damage: Unreadable | None = None
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        try:
            entry = _entry_from(item, scanner)
        except Unreadable as error:
            damage = error
            continue
        if entry.data or entry.url:
            entries.append(entry)
    if damage is not None and not entries:
        raise damage
    return Body(
        entries=tuple(entries),
        usage=usage_from(document.get("usage"), document.get("svg_usage")),
        size=_name_or_none(document.get("size")),
        quality=_name_or_none(document.get("quality")),
        items=len(items) if isinstance(items, list) else 0,
        failure=failure_from(document) if document.get("error") else None,
    )


def _entry_from(item: dict[str, Any], scanner: Scanner) -> Entry:
    data = scanner.picture(item.get("b64_json"))
    url = text_or_none(item.get("url"))
    if scanner.holds(url):
        data, url = data or scanner.picture(url), None
    return Entry(data, url, text_or_none(item.get("revised_prompt")))


def usage_from(usage: object, svg_usage: object = None) -> Usage | None:
    """Read the tokens of an answer; None where no output was counted, as with servers that send zeros.

    Input without details counts as text. `svg_usage` is what the model that writes an SVG used.
    """
    if not isinstance(usage, dict):
        return None
    total, given, made = (_tokens(usage.get(name)) for name in ("total_tokens", "input_tokens", "output_tokens"))
    made = made or max((total or 0) - (given or 0), 0)
    if not made:
        return None
    details = usage.get("input_tokens_details")
    details = details if isinstance(details, dict) else {}
    svg_tokens = (_tokens(svg_usage.get("total_tokens")) or 0) if isinstance(svg_usage, dict) else 0
    text, image = _tokens(details.get("text_tokens")), _tokens(details.get("image_tokens"))
    image = image or 0
    if text is None:
        text = max((given or 0) - image, 0)
    return Usage(input_text_tokens=text, input_image_tokens=image, output_tokens=made, svg_tokens=svg_tokens)


def find_format(data: bytes) -> str | None:
    """Tell the format of a picture by its first bytes; None for anything that is no picture.

    It is `png`, `jpeg`, `webp`, `gif`, `avif`, `bmp` or `svg`.
    """
    found = next((name for name, beginnings in _BEGINNINGS.items() if data.startswith(beginnings)), None)
    if found is not None:
        return found
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[4:12] in _AVIF:
        return "avif"
    return next((name for name, pattern in _PATTERNS.items() if pattern.match(data[:_HEAD_BYTES])), None)


def text_or_none(value: object) -> str | None:
    """Keep a text that is not empty and can be stored and sent, drop anything else."""
    return (to_plain_text(value, limit=_TEXT_LIMIT) or None) if isinstance(value, str) else None


def _name_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and _NAME.fullmatch(value) else None


def count_or_none(value: object, *, limit: int) -> int | None:
    """Keep a whole number from 0 to `limit`, drop anything else."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= limit else None


def _tokens(value: object) -> int | None:
    return count_or_none(value, limit=_TOKENS_LIMIT)
