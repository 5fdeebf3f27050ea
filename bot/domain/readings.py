"""What a character of a text can be read as: its letters without case and accents, and what looks like them."""

# ruff: noqa: RUF001, RUF003 - look-alikes are what this is about

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

SIGNS = "@$!|+€¢"
"""What is a letter inside a word, or none: then it stands between words."""
SIGNS_AT_NO_END = "!|"
"""Those of them that nobody begins or ends a word with."""

# What can be read as a letter: the digits and signs that people put in its place, and of the look-alikes in Unicode's
# confusables.txt (UTS #39) those of living alphabets. Letters that are another sight when they are small have both.
_LOOK_ALIKES: Mapping[str, str] = {
    "a": "4@ɑαаᴀ",
    "b": "8ɓʙβвь",
    "c": "¢ɔϲсᴄ",
    "d": "đɗԁᴅ",
    "e": "3əɛεезєᴇ€",
    "f": "ƒꜰ",
    "g": "9ɠɡɢԍց",
    "h": "ħʜηнһհ",
    "i": "!1|ıǀɩɪιіӏ",
    "j": "ȷϳјյᴊ",
    "k": "κкᴋ",
    "l": "1|łǀʟӏ",
    "m": "μмᴍ",
    "n": "ɴηνпո",
    "o": "0øθοσофօᴏ",
    "p": "ρрքᴘ",
    "q": "ԛզ",
    "r": "ʀг",
    "s": "$5ѕꜱ",
    "t": "+7ŧτтᴛ",
    "u": "μυцսᴜ",
    "v": "ʋνѵᴠ",
    "w": "ωшԝᴡ",
    "x": "χх",
    "y": "ʏγυуү",
    "z": "ζᴢ",
}
# Letters in boxes and flags: negative circled, negative squared, regional indicators.
_BOXED = {chr(first + n): chr(ord("a") + n) for first in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)}


# After a small letter it is likely to be meant for a small l.
_CAPITAL_I = re.compile("(?<=[a-z])I")
_I_OR_L = "ǀ"

# Scripts that put no spaces between words: Thai to Myanmar, Khmer, kana, Han.
# https://www.unicode.org/Public/UNIDATA/Blocks.txt
_WITHOUT_SPACES = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF)),
    *((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF)),
)
# Letters and marks that are nothing to see: the fillers of Hangul, the joiner of graphemes, selectors of variants.
_INVISIBLE = frozenset({0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F})
_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
# A syllable of Hangul stays one letter: its parts are put together, not the other way round.
# https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G56669 (conjoining jamo)
_SYLLABLES = (0xAC00, 0xD7A3)
_JAMO = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]")
_REMEMBERED = 1 << 16
"""Of 290,000 characters; whoever sends all of them makes nothing grow."""
_GROWTH = 3
"""What a text grows by at most in any script: a letter of one without spaces gets two."""
_GROWTH_OF_A_FEW = 4000
"""What single characters may add to that: ﷺ alone is 18 letters."""


def fold(text: str, *, is_list: bool = False) -> str:
    """Give the letters of a text without case, accents and what nobody sees, and spaces for all that is no letter.

    A character of a script without spaces stands alone. The time grows in step with the length of the text: characters
    are taken one by one, since the normal form of a text is sorted by a sort that is quadratic for a run of marks. In
    a prompt that is a flood of characters which are whole words each (㌀, ﷺ) they are nothing: it would be five times
    as long.
    """
    as_meant = text if is_list else _CAPITAL_I.sub(_I_OR_L, text)
    folded = as_meant.translate(_FOLDED)
    if not is_list and len(folded) > _GROWTH * len(text) + _GROWTH_OF_A_FEW:
        folded = "".join(one if len(one := _FOLDED[ord(character)]) <= _GROWTH else " " for character in as_meant)
    return _JAMO.sub(_compose, folded)


@lru_cache(maxsize=4096)
def look_alikes(letter: str) -> tuple[str, ...]:
    """List the characters that can be read as a letter, itself among them."""
    readings = (letter, *_READINGS.get(letter, ""))
    candidates = {*readings, *(one for reading in readings for one in _LOOK_ALIKES_OF.get(reading, ""))}
    return tuple(one for one in candidates if one == letter or _alphabet(one) != _alphabet(letter))


def _alphabet(character: str) -> object:
    # Letters of one alphabet are told apart by who reads it: η and ν are both an n in Latin words alone.
    return ord(character) >> 8 or character


def _look_alikes_of() -> dict[str, str]:
    found = dict(_LOOK_ALIKES)
    for boxed, letter in _BOXED.items():
        found[letter] = found.get(letter, "") + boxed
    return found


def _readings() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, characters in _LOOK_ALIKES_OF.items():
        for one in characters:
            found[one] = found.get(one, "") + letter
    return found


_LOOK_ALIKES_OF = _look_alikes_of()
_READINGS = _readings()
"""The table turned over: what a character can be read as, beside itself."""


class _Folded(dict[int, str]):
    """What characters come to, as `str.translate` asks for it; remembered up to a number."""

    def __missing__(self, code: int) -> str:
        folded = _fold_one(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


_FOLDED = _Folded()


def _fold_one(character: str) -> str:
    if unicodedata.category(character) in ("Cn", "Co"):
        return " "
    if _is_within(ord(character), (_SYLLABLES,)):
        return character
    if not unicodedata.decomposition(character) and character.casefold() == character:
        return _fold_part(character)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_fold_part, decomposed))


def _fold_part(part: str) -> str:
    code = ord(part)
    is_letter = part.isalnum()
    if code in _INVISIBLE or (not is_letter and _is_nothing(part)):
        return ""
    if _is_within(code, _WITHOUT_SPACES):
        return f" {part} "
    is_part_of_a_word = is_letter or unicodedata.category(part) in ("Mn", "Mc") or part in _READINGS
    return part if is_part_of_a_word else " "


def _is_nothing(part: str) -> bool:
    """Say whether it is a mark or a sign that a word can be read without.

    Marks by their combining class: strokes through letters, the points of Hebrew and Arabic, what stands around the
    letters of Latin, Greek and Cyrillic. Those of other scripts are vowels, or make another letter.
    https://www.unicode.org/reports/tr44/#Canonical_Combining_Class_Values
    """
    combining = unicodedata.combining(part)
    is_accent = combining == 1 or 10 <= combining <= 36 or combining >= 200  # noqa: PLR2004
    return is_accent or unicodedata.category(part) in ("Cf", "Me") or _is_within(ord(part), _SELECTORS)


def _compose(jamo: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", jamo[0])


def _is_within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= code <= last for first, last in ranges)
