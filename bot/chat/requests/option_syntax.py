"""How an option looks in a text: its dashes, its name and what is behind, in all the ways that keyboards make them."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Hyphens and spaces without width, which come along when something is copied."""
BETWEEN = "=:\uff1d\uff1a"
"""What may stand between a name and its value; of the keyboards of East Asia too."""
WORD = re.compile(r"\S+")

_DASHES = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d"
_NAME = r"(?P<name>[^\W\d_](?:[^\W\d_]|[-_](?=[^\W\d_]))*)"
_BEFORE = rf"[{UNSEEN}(\[{{<*_~|]*"
"""Brackets, and what Discord makes bold, crossed out or hidden with."""
_DASHED = re.compile(rf"{_BEFORE}(?P<dashes>[{_DASHES}]+)[{UNSEEN}]*{_NAME}(?P<rest>\S*)")
_UNDASHED = re.compile(rf"{_BEFORE}{_NAME}(?P<rest>[{BETWEEN}]\S*)")
_SLASHED = re.compile(rf"{_BEFORE}/{_NAME}(?P<rest>(?:[{BETWEEN}]\S*)?)")
_JOINED = re.compile(rf"\S*[\w;,.:!?)](?P<dashes>--){_NAME}(?P<rest>\S*)")
_SIZED = re.compile(rf"{_BEFORE}[{_DASHES}]{{2,}}(?P<rest>[0-9]{{1,5}}[xX*\u00d7:][0-9]{{1,5}})")
_QUOTED = re.compile(
    r"(?<!\S)[(\[]?(?:\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u201e[^\u201c\u201d]*[\u201c\u201d]|\u00ab[^\u00bb]*\u00bb|`[^`]*`)"
    r"(?=[\s.,;:!?)\]]|$)"
)


class Mark(Enum):
    """What tells an option from a word: the fewer dashes, the more has to be right for the rest of it."""

    DASHES = auto()
    LONG_DASH = auto()
    DASH = auto()
    NONE = auto()
    JOINED = auto()
    """Two dashes with no space before them."""
    SIZE = auto()
    """Two dashes and a size, without a name."""


_PATTERNS = (
    (_DASHED, Mark.DASHES),
    (_SIZED, Mark.SIZE),
    (_UNDASHED, Mark.NONE),
    (_SLASHED, Mark.NONE),
    (_JOINED, Mark.JOINED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A word of a text that may be an option: from where on, its name as it was written, and what is behind it."""

    start: int
    mark: Mark
    name: str
    rest: str


def find_quoted(text: str) -> list[tuple[int, int]]:
    """Find what stands in double quotes or backticks."""
    return [match.span() for match in _QUOTED.finditer(text)]


def shape_of(word: re.Match[str]) -> Shape | None:
    """Take a word apart that may be an option; None where it cannot be one."""
    matches = ((pattern.fullmatch(word[0]), mark) for pattern, mark in _PATTERNS)
    match, mark = next(((one, mark) for one, mark in matches if one is not None), (None, Mark.NONE))
    if match is None:
        return None
    name = unicodedata.normalize("NFKC", match["name"]) if mark is not Mark.SIZE else "size"
    start = word.start()
    if mark is Mark.JOINED:
        start += match.start("dashes")
    if mark is Mark.DASHES and len(match["dashes"]) == 1:
        mark = Mark.DASH if match["dashes"] == "-" else Mark.LONG_DASH
    return Shape(start=start, mark=mark, name=name, rest=match["rest"])


def looks_like_option(word: str) -> bool:
    """Tell whether a word has dashes as an option has them."""
    match = _DASHED.fullmatch(word)
    return match is not None and match["dashes"] != "-"
