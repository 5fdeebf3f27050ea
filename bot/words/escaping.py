"""Text of unknown origin, made fit to be shown: no mention, markdown, link or invitation in it works."""

import re
import unicodedata

ALT_TEXT_LIMIT = 1024
"""Characters; Discord's API reference, "Attachment Object", `description`."""
MESSAGE_LIMIT = 2000
"""Characters; Discord's API reference, "Create Message", `content`."""
LAYOUT_LIMIT = 4000
"""Characters of all texts in a message of the newer layout; Discord's component reference, "Text Display"."""

_CONTROLS = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_SHAPING = frozenset(
    "\u200c\u200d\u180e\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that a word or an emoji is another without: joiners, and the signs of numbers and verses. Unicode
17, PropList.txt, Join_Control and Prepended_Concatenation_Mark, and the Mongolian vowel separator."""
_MARKS = frozenset("\u200e\u200f\u061c")
"""What keeps the letters beside it in their order (UAX #9, 2.6); it reaches no further."""
_FLAG = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?[\U000e0020-\U000e007e]{1,16}\U000e007f")
"""An emoji with tags, such as the flag of Wales; UTS #51, ED-14a. Elsewhere tags hide what nobody sees."""
_KEPT = _SHAPING | _MARKS
_ESCAPES = str.maketrans({char: f"\\{char}" for char in r"\`*_~|<>#[]:/@"})


def plain(text: str) -> str:
    """Make one line of a text: white space folded, control characters out, and those that turn what follows around."""
    if not text.isprintable():
        flags = {place for match in _FLAG.finditer(text) for place in range(*match.span())}
        text = "".join(
            char
            for place, char in enumerate(text)
            if char.isprintable()
            or char.isspace()
            or char in _KEPT
            or place in flags
            or unicodedata.category(char) not in _CONTROLS
        )
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most `limit` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def harmless(text: str, limit: int) -> str:
    """Show a text of unknown origin as it is: no mention, markdown, link or invitation in it works.

    `limit` is in characters before escaping, which at most doubles them.
    """
    return shorten(plain(text), limit).translate(_ESCAPES)
