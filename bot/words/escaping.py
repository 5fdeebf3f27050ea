"""Text of unknown origin, made fit to be shown: no mention, markdown, link or invitation in it works."""

import re
import unicodedata

ALT_TEXT_LIMIT = 1024
"""Characters; Discord's API reference, "Attachment Object", `description`."""

_CONTROLS = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_JOINER = "\u200d"
_SPECIAL = re.compile(r"([\\`*_~|<>#\[\]:/@])")


def plain(text: str) -> str:
    """Make one line of a text: white space folded, control and direction characters out."""
    kept = (
        " " if char.isspace() else char
        for char in text
        if char.isspace() or char == _JOINER or unicodedata.category(char) not in _CONTROLS
    )
    return " ".join("".join(kept).split())


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most `limit` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def harmless(text: str, limit: int) -> str:
    """Show a text of unknown origin as it is: no mention, markdown, link or invitation in it works.

    `limit` is in characters before escaping, which at most doubles them.
    """
    return _SPECIAL.sub(r"\\\1", shorten(plain(text), limit))


def alt_text(prompt: str, place: int, places: int) -> str:
    """Describe a picture by its prompt, for people who cannot see it; at most Discord's limit."""
    head = f"Picture {place} of {places}: " if places > 1 else ""
    return head + shorten(plain(prompt), ALT_TEXT_LIMIT - len(head))
