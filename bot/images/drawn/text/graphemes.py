"""What a reader takes for one character, and the text of people made fit to be drawn."""

import re
import unicodedata

from bot.images.drawn.text.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE

_JOINER = "\u200d"
_NON_JOINER = "\u200c"
EMOJI_SELECTOR = "\ufe0f"
_LINKS = 9
"""The combining class of viramas, which join the letter before to the next in Indic scripts."""
_MARKS_AT_MOST = 4
"""A letter of Hebrew has up to four marks; more of them would stand in the lines above and below."""
# Marks and letters that are nothing to see: joiners of graphemes, fillers of Hangul, selectors of variants.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0e\U000e0100-\U000e01ef]")
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


def readable(text: str) -> str:
    """Give a text on one line, without what steers how text is shown: control characters, overrides of direction.

    Letters, marks and symbols stay, whatever the fonts have; the fifth mark on a letter and those after it go.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split())
    shown = "".join(one for one in _INVISIBLE.sub("", line) if _is_shown(one)).strip()
    return "".join(_thin_out(one) for one in split_graphemes(shown))


def isolate(text: str) -> str:
    """Make a text of people readable, and keep its direction from the words around it."""
    return f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}" if (shown := readable(text)) else ""


def split_graphemes(text: str) -> list[str]:
    """Split a text into what is never cut apart: letters with their marks, emoji of several, syllables.

    By Unicode's annex 29, extended grapheme clusters, without prepended marks; jamo that make no syllable stay single.
    """
    found: list[str] = []
    flags = 0
    for char in text:
        is_flag = _FLAG_LETTERS[0] <= char <= _FLAG_LETTERS[1]
        flags = flags + 1 if is_flag else 0
        if found and (_extends(char) or _is_joined(found[-1], char) or (is_flag and flags % 2 == 0)):
            found[-1] += char
        else:
            found.append(char)
    return found


def _is_shown(char: str) -> bool:
    return char in {_JOINER, _NON_JOINER} or unicodedata.category(char) not in {"Cc", "Cf"}


def _extends(char: str) -> bool:
    return (
        char in {_JOINER, _NON_JOINER}
        or unicodedata.category(char) in {"Mn", "Me", "Mc"}
        or _SKIN_TONES[0] <= char <= _SKIN_TONES[1]
    )


def _is_joined(before: str, char: str) -> bool:
    last = before[-1]
    if last == _JOINER:
        return unicodedata.category(char) in {"So", "Sm", "Lo", "Cn"}
    if unicodedata.combining(last) == _LINKS:
        return unicodedata.category(char) == "Lo"
    return "\u1100" <= last <= "\u11ff" and "\u1160" <= char <= "\u11ff"


def _thin_out(grapheme: str) -> str:
    kept, marks = [], 0
    for char in grapheme:
        # Those that join two letters are no marks to look at, and a row of emoji has one selector each.
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} and char != EMOJI_SELECTOR else 0
        if marks <= _MARKS_AT_MOST:
            kept.append(char)
    return "".join(kept)
