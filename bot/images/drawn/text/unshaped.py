"""Text that runs to the left, for a Pillow that neither orders nor joins letters: it lacks FriBiDi."""

import unicodedata
from functools import cache

from bot.images.drawn.text.graphemes import split_graphemes

_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_PRESENTATION_FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFBEA), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD))
_INITIAL, _MEDIAL, _FINAL = "<initial>", "<medial>", "<final>"
_LAM_ALEFS = range(0xFEF5, 0xFEFD)


def to_visual_order(text: str) -> str:
    """Turn a run that is read from right to left into what is drawn from left to right, Arabic joined."""
    parts = [_MIRRORED.get(one, one) for one in split_graphemes(text)]
    return "".join(reversed(_join(parts)))


def _join(parts: list[str]) -> list[str]:
    """Give each letter of Arabic the form that its neighbours ask for; marks stay on their letter."""
    forms, pairs = _forms()
    letters: list[str] = []
    for part in parts:
        # Lam and alef are one letter when they meet.
        pair = pairs.get(letters[-1][0] + part[0]) if letters else None
        if pair:
            letters[-1] = pair + letters[-1][1:] + part[1:]
        else:
            letters.append(part)
    joined = []
    for place, letter in enumerate(letters):
        own = forms.get(letter[0], {})
        after = letters[place + 1][0] if place + 1 < len(letters) else ""
        from_before = place > 0 and _INITIAL in forms.get(letters[place - 1][0], {}) and _FINAL in own
        to_next = _INITIAL in own and _FINAL in forms.get(after, {})
        form = {(True, True): _MEDIAL, (True, False): _FINAL, (False, True): _INITIAL}.get((from_before, to_next))
        joined.append((own[form] if form else letter[0]) + letter[1:])
    return joined


@cache
def _forms() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Read from Unicode's data which letters have which forms, and which two are one."""
    forms: dict[str, dict[str, str]] = {}
    pairs: dict[str, str] = {}
    for code in _PRESENTATION_FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split()
        base = "".join(chr(int(one, 16)) for one in letters)
        if code not in _LAM_ALEFS:
            forms.setdefault(base, {})[kind] = chr(code)
        elif kind == "<isolated>":
            pairs[base] = chr(code)
            forms.setdefault(chr(code), {})
        else:
            forms[pairs[base]] = {kind: chr(code)}
    return forms, pairs
