"""The fonts that we draw with, and which of them has a character; none is opened before it is used."""

import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont, features

from bot.images.drawn.text.graphemes import EMOJI_SELECTOR

FOLDER = Path(__file__).parents[1] / "fonts"
PRIMARY, HAN, EMOJI = "NotoSans.ttf", "NotoSansCJK.otf", "NotoEmoji.ttf"
REPLACEMENT = "\ufffd"
"""What is drawn for what no font has."""
SHAPES = bool(features.check("raqm"))
"""Whether Pillow shapes text: its wheels for Linux and Windows look for FriBiDi on the system when they are loaded."""
_UNSEEN = frozenset({"\u200c", "\u200d", EMOJI_SELECTOR})


@lru_cache(maxsize=64)
def load_font(size: int, file: str = PRIMARY, *, shaped: bool = SHAPES) -> ImageFont.FreeTypeFont:
    """Load a font at a size in pixels; FreeType maps its file into memory and reads what is drawn of it."""
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(FOLDER / file), size, layout_engine=engine)


@lru_cache(maxsize=4096)
def choose_fonts(grapheme: str) -> tuple[tuple[str, str], ...]:
    """Give a grapheme with the file of the font that has all of it, as one pair.

    Where none has, its plain form is taken (`A` for a letter of mathematics), else its parts are drawn one after the
    other, and what no font has as `REPLACEMENT`.
    """
    if (file := _find_font(grapheme)) is not None:
        return ((file, grapheme),)
    plain = unicodedata.normalize("NFKC", grapheme)
    if plain != grapheme and (file := _find_font(plain)) is not None:
        return ((file, plain),)
    parts = [one for one in grapheme if one not in _UNSEEN]
    return tuple((_find_font(one) or PRIMARY, one if _find_font(one) else REPLACEMENT) for one in parts)


def has_glyphs(text: str) -> bool:
    """Tell whether a text has anything to see that the fonts have."""
    return any(not one.isspace() and _find_font(one) for one in text if one not in _UNSEEN)


def files_of(text: str, *, most: int) -> list[Path]:
    """List the files that a text needs, `PRIMARY` first, and of the others those that most of its characters are in."""
    counts = Counter[str]()
    for char, count in Counter(text).items():
        if file := _find_font(char):
            counts[file] += count
    others = [file for file, _ in counts.most_common() if file != PRIMARY]
    return [FOLDER / file for file in (PRIMARY, *others[: most - 1])]


def _find_font(text: str) -> str | None:
    seen = [ord(one) for one in text if one not in _UNSEEN]
    if not seen:
        return PRIMARY
    files = list(_coverage())
    if EMOJI_SELECTOR in text:
        # The digit of a keycap is in any font, and its frame in this one.
        files.insert(0, EMOJI)
    return next((file for file in files if all(_covers(file, one) for one in seen)), None)


def _covers(file: str, code: int) -> bool:
    starts, ends = _coverage()[file]
    place = bisect_right(starts, code) - 1
    return place >= 0 and code <= ends[place]


@cache
def _coverage() -> dict[str, tuple["array[int]", "array[int]"]]:
    """Read which characters are taken from which file, first comes first."""
    found = {}
    for line in (FOLDER / "coverage.txt").read_text("ascii").splitlines():
        file, *ranges = line.split()
        pairs = [one.partition("-") for one in ranges]
        starts = array("L", (int(start, 16) for start, _, _ in pairs))
        found[file] = starts, array("L", (int(end or start, 16) for start, _, end in pairs))
    return found
