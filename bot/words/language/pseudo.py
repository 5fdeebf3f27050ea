"""A language made from English by code: accents, brackets and a third more letters; what a machine reads stays.

It shows what stands outside of the catalogues (it has no brackets) and what is cut off where a translation is longer.
"""

import re

NAMES = "names"
"""The topic of names that people type: small letters alone, without brackets."""
_MORE = 0.3
_ACCENTED = str.maketrans("aceinouyzACEINOUYZ", "àçéîñöûýžÀÇÉÎÑÖÛÝŽ")
_KEPT = re.compile(r"`[^`]*`|https?://\S+|(?<![\w/])/[a-z]+(?: me)?|--\w+|[\w*-]+\.json|\b[a-z]+/(?=\s)")
"""What people type, addresses, commands, names of files and folders; mentions come as facts, which are not touched."""
_VOWELS = "aeiou"
_DOUBLED = re.compile("([àéîöûÀÉÎÖÛ])[àéîöû]")


def pseudo_change(topic: str, text: str) -> str:
    """Put accents on a text, and double some of its vowels where it may grow."""
    parts, begin = [], 0
    for match in _KEPT.finditer(text):
        parts += [_accent(text[begin : match.start()], grows=topic != NAMES), match[0]]
        begin = match.end()
    return "".join([*parts, _accent(text[begin:], grows=topic != NAMES)])


def pseudo_frame(topic: str, text: str, *, limit: int | None) -> str:
    """Put a whole message into brackets, each line that Discord reads as small print, quote or item behind its sign.

    What is over the limit does not grow, and is cut where that is not enough.
    """
    if topic == NAMES:
        return text
    framed = "\n".join(_framed(line) for line in text.split("\n"))
    if limit is None or len(framed) <= limit:
        return framed
    small = _DOUBLED.sub(r"\1", framed)
    return small if len(small) <= limit else f"{small[: limit - 2]}…⟧"


def _framed(line: str) -> str:
    sign = re.match(r"(?:-# |- |> |\d+\. )*", line)
    head = sign[0] if sign else ""
    rest = line[len(head) :]
    return f"{head}⟦{rest}⟧" if rest else line


def _accent(text: str, *, grows: bool) -> str:
    if grows:
        room = round(len(text) * _MORE)
        longer = []
        for char in text:
            longer.append(char)
            if room > 0 and char.lower() in _VOWELS:
                longer.append(char.lower())
                room -= 1
        text = "".join(longer)
    return text.translate(_ACCENTED)
