"""The words that a server refuses: found whole in a prompt, however they are written."""

# ruff: noqa: RUF001, RUF003 - look-alikes are what this is about

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


def is_refused(prompt: str, words: Iterable[str]) -> bool:
    """Say whether one of these words and phrases stands in a prompt, and not inside another word.

    Case, accents, invisible characters and what stands between the words of a phrase make no difference, and a letter
    is also whatever looks like it (`h3ll0`). A number of digits alone is a number. Where a script has no spaces, a word
    is found anywhere. The time grows in step with the length of the prompt.
    """
    root = _build(tuple(words))
    if not root.after:
        return False
    folded = _fold(_CAPITAL_I.sub(_I_OR_L, prompt))
    if _is_in(folded, root):
        return True
    plain = folded.translate(_APART)
    return plain != folded and _is_in(plain, root)


@dataclass(slots=True)
class _Node:
    """What a phrase has come to: the words that may follow by their skeletons, and whether it is one by now."""

    is_end: bool = False
    after: dict[str, dict[str, "_Node"]] = field(default_factory=dict)


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


def _looks_like() -> dict[str, str]:
    """Turn the table over: what a character can be read as, beside itself."""
    found = dict(_BOXED)
    for letter, look_alikes in _LOOK_ALIKES.items():
        for one in look_alikes:
            found[one] = found.get(one, "") + letter
    return found


_LOOKS_LIKE = _looks_like()
_SIGNS = "@$!|+€¢"
"""Among them: what is a letter inside a word, and may be none at its ends."""
_APART = str.maketrans(_SIGNS, " " * len(_SIGNS))
_MARKS_AT_THE_END = "!|"
"""The signs that nobody begins or ends a word with."""

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


def _skeletons() -> dict[int, str]:
    """Give all that can be read as each other one letter to stand for them, also over several steps."""
    stands_for: dict[str, str] = {}

    def find(one: str) -> str:
        while one in stands_for:
            one = stands_for[one]
        return one

    for one, readings in _LOOKS_LIKE.items():
        for reading in readings:
            if (mine := find(one)) != (its := find(reading)):
                stands_for[mine] = its
    return {ord(one): find(one) for one in stands_for}


_SKELETON = _skeletons()


@lru_cache(maxsize=64)
def _build(words: tuple[str, ...]) -> _Node:
    root = _Node()
    for phrase in words:
        node = root
        for word in (chunk.strip(_MARKS_AT_THE_END) for chunk in _fold(phrase).split()):
            if word:
                node = node.after.setdefault(_skeleton(word), {}).setdefault(word, _Node())
        node.is_end = node is not root
    return root


def _is_in(folded: str, root: _Node) -> bool:
    begun: list[_Node] = []
    for chunk in folded.split():
        readings = [(one, _skeleton(one)) for one in _readings(chunk)]
        # By identity: two readings may come to the same.
        next_ones = {id(node): node for before in (root, *begun) for node in _follow(before, readings)}
        begun = list(next_ones.values())
        if any(node.is_end for node in begun):
            return True
    return False


def _follow(node: _Node, readings: list[tuple[str, str]]) -> Iterator[_Node]:
    for written, skeleton in readings:
        for word, following in node.after.get(skeleton, {}).items():
            if written == word or all(map(_is_alike, written, word)):
                yield following


def _readings(chunk: str) -> set[str]:
    """Give what a chunk may be, as signs at its ends may be letters or none."""
    ends = {chunk, chunk.lstrip(_SIGNS), chunk.rstrip(_SIGNS), chunk.strip(_SIGNS)}
    marks = {one.strip(_MARKS_AT_THE_END) for one in ends}
    return (ends | marks) - {""}


def _skeleton(word: str) -> str:
    return word if word.isdigit() else word.translate(_SKELETON)


@lru_cache(maxsize=4096)
def _is_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    # Letters of one alphabet are told apart by who reads it: η and ν are both an n in Latin words alone.
    alphabet = ord(one) >> 8
    if alphabet and alphabet == ord(other) >> 8:
        return False
    return not {one, *_LOOKS_LIKE.get(one, "")}.isdisjoint({other, *_LOOKS_LIKE.get(other, "")})


def _fold(text: str) -> str:
    return "".join(map(_fold_one, text))


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_fold_part, decomposed))


def _fold_part(part: str) -> str:
    code, category = ord(part), unicodedata.category(part)
    if category in ("Cf", "Me") or code in _INVISIBLE or _is_within(code, _SELECTORS) or _is_accent(part):
        return ""
    if _is_within(code, _WITHOUT_SPACES):
        return f" {part} "
    is_part_of_a_word = part.isalnum() or category in ("Mn", "Mc") or part in _LOOKS_LIKE
    return part if is_part_of_a_word else " "


def _is_accent(part: str) -> bool:
    """Say whether it is a mark that a word can be read without.

    By its combining class: strokes through letters, the points of Hebrew and Arabic, what stands around the letters of
    Latin, Greek and Cyrillic. Those of other scripts are vowels, or make another letter.
    https://www.unicode.org/reports/tr44/#Canonical_Combining_Class_Values
    """
    combining = unicodedata.combining(part)
    return combining == 1 or 10 <= combining <= 36 or combining >= 200  # noqa: PLR2004


def _is_within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= code <= last for first, last in ranges)
