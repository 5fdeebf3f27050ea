"""In which direction the parts of a line run: Unicode's bidirectional algorithm (annex 9), for one line.

Of what steers it, texts have isolates alone (U+2068 and U+2069): `readable` takes all else out.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
ISOLATES = frozenset({FIRST_STRONG_ISOLATE, POP_ISOLATE})

_BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "〈": "〉",
    "《": "》",
    "「": "」",
    "『": "』",
    "【": "】",
    "\uff08": "\uff09",
}
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""Which way a class runs where a neutral character beside it asks; numbers belong to what runs to the left (N1)."""
_STEERING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})


def resolve_levels(text: str) -> list[int]:
    """Give the level of each character: even ones run to the right, odd ones to the left.

    The line as a whole runs as its first letter outside of isolates does.
    """
    levels = [0] * len(text)
    _resolve(text, range(len(text)), _first_strong(text), levels)
    return levels


def order_runs(levels: Sequence[int]) -> list[int]:
    """Give the places of runs with these levels, from left to right (rule L2)."""
    places = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        places = _reverse(places, {place for place in places if levels[place] >= level})
    return places


def _reverse(places: list[int], which: set[int]) -> list[int]:
    """Reverse each stretch of these places."""
    turned: list[int] = []
    for is_turned, stretch in groupby(places, which.__contains__):
        turned += list(stretch)[:: -1 if is_turned else 1]
    return turned


def _first_strong(text: Iterable[str]) -> int:
    """Tell the level of a text: 1 where its first letter runs to the left (rules P2 and P3)."""
    depth = 0
    for char in text:
        depth = max(0, depth + (char == FIRST_STRONG_ISOLATE) - (char == POP_ISOLATE))
        kind = unicodedata.bidirectional(char)
        if not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _resolve(text: str, places: Sequence[int], base: int, levels: list[int]) -> None:
    outside: list[int] = []
    inside: list[int] = []
    depth = 0
    for place in places:
        closes = text[place] == POP_ISOLATE
        depth -= closes and depth > 0
        (inside if depth else outside).append(place)
        depth += text[place] == FIRST_STRONG_ISOLATE
        if inside and not depth:
            _resolve_isolate(text, inside, base, levels)
            inside = []
    _resolve_isolate(text, inside, base, levels)
    sides = "LR"[base % 2]
    kinds = _weak([_kind(text[place]) for place in outside], sides)
    _pair_brackets([text[place] for place in outside], kinds, sides)
    _neutral(kinds, sides)
    for place, kind in zip(outside, kinds, strict=True):
        # Rules I1 and I2.
        levels[place] = base + ({"L": 0, "R": 1}.get(kind, 2) if base % 2 == 0 else int(kind != "R"))


def _resolve_isolate(text: str, places: Sequence[int], around: int, levels: list[int]) -> None:
    if places:
        level = _first_strong(text[place] for place in places)
        _resolve(text, places, around + (2 if level == around % 2 else 1), levels)


def _kind(char: str) -> str:
    if char in ISOLATES:
        return "ON"
    # An unassigned character has none, and stands as what most are.
    kind = unicodedata.bidirectional(char) or "L"
    return "BN" if kind in _STEERING else kind


def _weak(kinds: list[str], sides: str) -> list[str]:
    """Decide about marks and numbers (rules W1 to W7)."""
    _settle_marks(kinds, sides)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _settle_separators(kinds)
    strong = sides
    for place, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS"}:
            kinds[place] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _settle_marks(kinds: list[str], sides: str) -> None:
    """Let marks be as what they stand on, and digits after Arabic letters be Arabic (rules W1 and W2)."""
    before = strong = sides
    for place, kind in enumerate(kinds):
        if kind in {"NSM", "BN"}:
            kinds[place] = before
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        elif kind in {"L", "R", "AL"}:
            strong = kind
        before = kinds[place]


def _settle_separators(kinds: list[str]) -> None:
    """Let what stands in or at a number belong to it (rules W4 and W5)."""
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and ((kind == "CS" and left in {"EN", "AN"}) or (kind == "ES" and left == "EN")):
            kinds[place] = left
    for run in _runs(kinds, frozenset({"ET"})):
        if "EN" in {*kinds[run.start - 1 : run.start], *kinds[run.stop : run.stop + 1]}:
            kinds[run] = ["EN"] * (run.stop - run.start)


def _pair_brackets(chars: Sequence[str], kinds: list[str], sides: str) -> None:
    """Let both brackets of a pair run as what they hold, or as what stands before them (rule N0)."""
    open_ones: list[tuple[str, int]] = []
    pairs = []
    for place, char in enumerate(chars):
        if kinds[place] == "ON" and char in _BRACKETS:
            open_ones.append((_BRACKETS[char], place))
        elif kinds[place] == "ON" and char in {closing for closing, _ in open_ones}:
            while open_ones[-1][0] != char:
                open_ones.pop()
            pairs.append((open_ones.pop()[1], place))
    for start, end in sorted(pairs):
        held = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if sides in held:
            kinds[start] = kinds[end] = sides
        elif held:
            before = next((_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG), sides)
            kinds[start] = kinds[end] = before


def _neutral(kinds: list[str], sides: str) -> None:
    """Let what has no direction run as what is on both its sides, or else as the line does (rules N1 and N2)."""
    for run in _runs(kinds, _NEUTRAL):
        left = _STRONG[kinds[run.start - 1]] if run.start else sides
        right = _STRONG[kinds[run.stop]] if run.stop < len(kinds) else sides
        kinds[run] = [left if left == right else sides] * (run.stop - run.start)


def _runs(kinds: Sequence[str], wanted: frozenset[str]) -> list[slice]:
    """List the stretches of these classes."""
    found: list[slice] = []
    for place, kind in enumerate(kinds):
        if kind not in wanted:
            continue
        if found and found[-1].stop == place:
            found[-1] = slice(found[-1].start, place + 1)
        else:
            found.append(slice(place, place + 1))
    return found
