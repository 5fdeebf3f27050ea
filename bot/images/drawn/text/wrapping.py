"""A text on several lines: where they may break."""

import unicodedata
from collections.abc import Callable, Iterator

from bot.images.drawn.text.graphemes import split_graphemes
from bot.images.drawn.text.line import ELLIPSIS

# Thai to Lao, Myanmar, Khmer: where words end is in no character of theirs, so a line ends where it is full.
_WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_OPENING, _CLOSING = {"Ps", "Pi"}, {"Pe", "Pf", "Po"}
_NEVER_FIRST = frozenset("ーっゃゅょッャュョ々")


def wrap(text: str, fits: Callable[[str], bool], *, lines: int) -> list[str]:
    """Break a text into lines that fit, with an ellipsis at the end of the last one where there is more.

    A word that is longer than a line stays whole: what takes it has to shorten it.
    """
    found = [""]
    for piece in _pieces(text):
        longer = found[-1] + piece
        if not found[-1] or fits(longer.rstrip()):
            found[-1] = longer
        elif len(found) < lines:
            found.append(piece)
        else:
            found[-1] = f"{found[-1].rstrip()}{ELLIPSIS}"
            break
    return [line.rstrip() for line in found if line]


def _pieces(text: str) -> Iterator[str]:
    """Give what is not broken, each with the space after it."""
    piece = ""
    for grapheme in split_graphemes(text):
        if piece and _may_break(piece[-1], grapheme[0]):
            yield piece
            piece = ""
        piece += grapheme
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == " " or after in _NEVER_FIRST:
        return False
    if unicodedata.category(before) in _OPENING or unicodedata.category(after) in _CLOSING:
        return False
    return _is_unspaced(before) or _is_unspaced(after)


def _is_unspaced(char: str) -> bool:
    if "\uac00" <= char <= "\ud7a3":
        return False
    return unicodedata.east_asian_width(char) in {"W", "F"} or any(
        first <= ord(char) <= last for first, last in _WITHOUT_SPACES
    )
