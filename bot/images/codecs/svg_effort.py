"""What an SVG takes to be drawn, judged before it is: its parts may call each other up without end."""

import base64
import re
from xml.parsers import expat

from bot.domain.errors import BrokenImage, TooManyPixels
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.probing import probe

MOST_EFFORT = 200_000
"""In small shapes, with every repetition: so many take 9 s on one core, and longer where each covers the picture."""
DEEPEST_LAYERS = 16
"""Pictures of their own within each other (groups seen through, masks, filters), each of up to 37 MB."""
MOST_EMBEDDED_PIXELS = 16 * 1024 * 1024
"""Of all pictures within it together."""

_FILTER_STEP, _LAYER, _PIXELS_A_SHAPE = 1500, 200, 5000
"""In shapes: a quarter of the 0.3 s of a step over the whole picture, and of a layer's 60 ms; few are so large."""
_LIMITS = {
    "feMorphology": ("radius", 4.0),
    "feConvolveMatrix": ("order", 5.0),
    "feTurbulence": ("numOctaves", 6.0),
    "feGaussianBlur": ("stdDeviation", 1000.0),
    "feDropShadow": ("stdDeviation", 1000.0),
}
"""What makes a step of a filter slower with its size. A picture by hand stays below."""
_OPENS_LAYER = ("opacity", "filter", "mask", "clip-path", "mix-blend-mode", "isolation")
_LAYERS = frozenset(("clipPath", "filter", "image", "marker", "mask", "pattern", "svg", "symbol"))
_REFERENCE = re.compile(r"url\s*\(\s*[\"']?\s*#([^\"')]*)")
_NUMBER = re.compile(r"[0-9.]+(?:[eE][+-]?[0-9]+)?")


class _Part:
    """An element: what it takes itself, and which others are drawn with it, how many times."""

    __slots__ = ("calls", "effort", "layers")

    def __init__(self, effort: int, layers: int) -> None:
        self.effort, self.layers = effort, layers
        self.calls: list[tuple[_Part | str, int]] = []


class _Reader:
    def __init__(self) -> None:
        self.root: _Part | None = None
        self.attributes: dict[str, str] = {}
        self.named: dict[str, _Part] = {}
        self._open: list[_Part] = []
        self._embedded_pixels = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        opens_layer = name in _LAYERS or any(
            key in attributes or key in attributes.get("style", "") for key in _OPENS_LAYER
        )
        is_step = name.startswith("fe")
        part = _Part(1 + opens_layer * _LAYER + is_step * _FILTER_STEP, int(opens_layer and self.root is not None))
        _check_step(name, attributes)
        # A path draws its markers at each of its points.
        points = 1 + sum(len(_NUMBER.findall(attributes.get(key, ""))) for key in ("d", "points")) // 2
        for key, value in attributes.items():
            if key in {"href", "xlink:href"}:
                part.effort += self._read_link(part, value)
            else:
                times = points if key.startswith("marker") or "marker" in value else 1
                part.calls += [(target.strip(), times) for target in _REFERENCE.findall(value)]
        if self._open:
            self._open[-1].calls.append((part, 1))
        else:
            self.root, self.attributes = part, attributes
        self._open.append(part)
        self.named.setdefault(attributes.get("id", ""), part)

    def end(self, _: str) -> None:
        self._open.pop()

    def _read_link(self, part: _Part, value: str) -> int:
        target = value.strip()
        if target.startswith("#"):
            part.calls.append((target[1:], 1))
            return 0
        info = probe(base64.b64decode(target.partition(",")[2]))
        pixels = info.width * info.height
        self._embedded_pixels += pixels
        if self._embedded_pixels > MOST_EMBEDDED_PIXELS:
            raise TooManyPixels(width=info.width, height=info.height, limit_pixels=MOST_EMBEDDED_PIXELS)
        return pixels // _PIXELS_A_SHAPE


def check_effort(cleaned: bytes) -> dict[str, str]:
    """Refuse what takes too long or too much to draw; give the attributes of the outermost element.

    `cleaned` is what `clean_svg` gave. What a style sheet calls up, and how large a transformation makes a filter, is
    not counted: the last bound is that of the process which draws.

    Raises:
        BadImage: it takes too much, or a picture within it is none.
    """
    reader = _Reader()
    with reading_hostile_bytes():
        parser = expat.ParserCreate()
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.Parse(cleaned, True)  # noqa: FBT003 - by position alone
    effort, layers = _add_up(reader)
    if effort > MOST_EFFORT or layers > DEEPEST_LAYERS:
        raise BrokenImage(detail="an SVG that takes too much to draw")
    return reader.attributes


def _check_step(name: str, attributes: dict[str, str]) -> None:
    attribute, most = _LIMITS.get(name, ("", 0.0))
    if any(float(one) > most for one in _NUMBER.findall(attributes.get(attribute, ""))):
        raise BrokenImage(detail=f"an SVG with {name} of too large a {attribute}")


def _add_up(reader: _Reader) -> tuple[int, int]:
    """Add up the effort of the whole, and how deep its layers lie; what calls itself up is drawn once."""
    sums: dict[_Part, tuple[int, int]] = {}
    begun: set[_Part] = set()
    assert reader.root is not None  # noqa: S101 - whatever was parsed has an element
    waiting = [reader.root]
    while waiting:
        part = waiting[-1]
        calls = [(reader.named.get(one) if isinstance(one, str) else one, times) for one, times in part.calls]
        if part not in begun:
            begun.add(part)
            waiting += [one for one, _ in calls if one is not None and one not in begun]
            continue
        waiting.pop()
        known = [(sums[one], times) for one, times in calls if one in sums]
        effort = part.effort + sum(one * times for (one, _), times in known)
        layers = part.layers + max((one for (_, one), _ in known), default=0)
        # Kept short: numbers of a thousand digits take time of their own.
        sums[part] = (min(effort, MOST_EFFORT + 1), layers)
    return sums[reader.root]
