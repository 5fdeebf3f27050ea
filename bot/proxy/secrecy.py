"""What must not reach a log: the key and the prompt of a call, however a provider spells them."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from urllib.parse import unquote

from bot.domain.plain_text import to_plain_text

DETAIL_LIMIT = 500
"""Characters of a provider's message that are kept for the log."""

_READ_CHARS = 4096
_RUN = 16  # letters in a row; 24 characters of any ordinary text have as many
_BEGINNING = 8
_CUT_BEGINNING = 4
_LEFT_OUT = frozenset("\\\"'`")
_SPELLING = (
    r"\\+u(?P<high>d[89ab][0-9a-f]{2})\\+u(?P<low>d[c-f][0-9a-f]{2})"
    r"|\\+(?:(?-i:U)(?P<eight>00(?:0[0-9a-f]|10)[0-9a-f]{4})|u(?P<four>[0-9a-f]{4})|x(?P<two>[0-9a-f]{2}))"
    r"|\\+[bfnrt]?|(?:%[0-9a-f]{2})+|&(?:#[0-9]{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,6});|[\s\"'`]+"
)
_SPELLED = re.compile(_SPELLING, re.IGNORECASE)
_LETTER = re.compile(f"{_SPELLING}|.", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[A-Za-z0-9_]")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secrets:
    """The key and the prompt of one call, and `more` that are as good as keys; none is in its repr."""

    key: str | None = None
    prompt: str | None = None
    more: tuple[str, ...] = ()

    def mask(self, text: str) -> str:
        """Take the secrets out of a text as `clean` does, and leave its length and its lines."""
        return "".join(self._echo(text).pieces())

    def clean(self, text: str) -> str:
        """Make a provider's words fit for the log: on one line, not too long, without key and prompt.

        Both are found in any case and white space, and with the escapes of JSON, Python, HTML and URLs. A part is
        taken out as well: 16 letters in a row, white space and quotes not counted, the first 8, or, where the text
        was cut, the first 4. A prompt under 16 letters counts only where it stands as words of its own, so that
        `image` leaves `invalid_image` alone.
        """
        return to_plain_text(" ".join(self.mask(text).split()), limit=DETAIL_LIMIT)

    def _echo(self, text: str) -> "_Echo":
        echo = _Echo(text[:_READ_CHARS])
        if self.prompt:
            echo.mark("[prompt]", _letters(self.prompt), words_below=_RUN)
        for key in (self.key, *self.more):
            if key:
                echo.mark("[key]", _letters(key), words_below=_CUT_BEGINNING)
        return echo


class _Echo:
    """A text, its letters, and what each of them is part of."""

    def __init__(self, text: str) -> None:
        found = [(letter, match.span()) for match in _LETTER.finditer(text) for letter in _read(match).casefold()]
        self._text = text
        self._letters = "".join(letter for letter, _ in found)
        self._spans = [span for _, span in found]
        self._labels = [""] * len(found)

    def mark(self, label: str, secret: str, *, words_below: int) -> None:
        for start, end in self._find(secret):
            if len(secret) >= words_below or self._is_word(start, end):
                self._labels[start:end] = [label] * (end - start)

    def pieces(self) -> Iterator[str]:
        position = index = 0
        for label, group in groupby(self._labels):
            first, index = index, index + len(list(group))
            if label:
                yield self._text[position : self._spans[first][0]]
                yield label
                position = self._spans[index - 1][1]
        yield self._text[position:]

    def _find(self, secret: str) -> Iterator[tuple[int, int]]:
        run = min(_RUN, len(secret))
        if not run:
            return
        parts = {secret[index : index + run] for index in range(len(secret) - run + 1)}
        beginning = secret[:_BEGINNING] if len(secret) > _BEGINNING else None
        for index in range(len(self._letters)):
            if self._letters[index : index + run] in parts:
                yield index, index + run
            elif beginning is not None and self._letters.startswith(beginning, index):
                yield index, index + self._common(secret, index)
        for length in range(min(_RUN, len(secret)) - 1, _CUT_BEGINNING - 1, -1):
            if self._letters.endswith(secret[:length]):
                yield len(self._letters) - length, len(self._letters)
                return

    def _common(self, secret: str, index: int) -> int:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(secret, self._letters[index:], strict=False))
        return sum(1 for _ in same)

    def _is_word(self, start: int, end: int) -> bool:
        first, last = self._spans[start], self._spans[end - 1]
        joined_before = start > 0 and self._spans[start - 1][1] == first[0]
        joined_after = end < len(self._spans) and self._spans[end][0] == last[1]
        return not (
            (joined_before and _WORD.match(self._text, first[0] - 1))
            or (joined_after and _WORD.match(self._text, last[1]))
        )


def _letters(text: str) -> str:
    return _SPELLED.sub(_read, text).casefold()


def _read(match: re.Match[str]) -> str:
    """Give the characters that a spelling stands for, without white space and quotes."""
    token = match[0]
    if token[0] == "\\":
        token = _from_escape(match)
    elif token[0] == "%" and len(token) > 1:
        token = unquote(token)
    elif token[0] == "&" and len(token) > 1:
        token = html.unescape(token)
    return "".join(letter for letter in token if not letter.isspace() and letter not in _LEFT_OUT)


def _from_escape(match: re.Match[str]) -> str:
    if match["high"]:
        pair = bytes.fromhex(match["high"] + match["low"])
        return pair.decode("utf-16-be")
    code = match["eight"] or match["four"] or match["two"]
    return chr(int(code, 16)) if code else ""
