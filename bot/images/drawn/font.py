"""The one font that we draw with, and what it can draw."""

import unicodedata
from functools import cache, lru_cache

from PIL import ImageFont

_DECORATION = {"Mn", "Me", "So", "Sk", "Cf"}
"""Unicode categories of what a name can do without in a picture: accents, emoji, joiners."""
_UNKNOWN = "\U0010ffff"
_GLYPH_SIZE = 26


@cache
def load_font(size: int) -> ImageFont.FreeTypeFont:
    """Load the font at a size in pixels."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # noqa: S101 - Pillow's wheels all have FreeType
    return font


def drawable(name: str) -> str:
    """Reduce a name to what the font can draw, without accents and emoji; empty where that takes a letter away."""
    kept = (one for one in unicodedata.normalize("NFKD", name) if unicodedata.category(one) not in _DECORATION)
    plain = " ".join("".join(kept).split())
    return plain if all(has_glyph(one) for one in plain) else ""


@lru_cache(maxsize=4096)
def has_glyph(char: str) -> bool:
    """Tell whether the font has a character."""
    font = load_font(_GLYPH_SIZE)
    return bytes(font.getmask(char)) != bytes(font.getmask(_UNKNOWN))
