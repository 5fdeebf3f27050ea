"""The SVG container: drawn again element by element, without anything that runs or reaches out of the file."""

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from bot.domain.errors import BrokenImage, FileTooLarge
from bot.images.codecs.damage import reading_hostile_bytes

LIMIT_BYTES = 16 * 1024 * 1024
"""The longest that is read; a picture of 2048x2048 that lies in one as PNG stays below."""
_MOST_ELEMENTS = 200_000
_DEEPEST = 256

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_ELEMENTS = frozenset(
    {
        *("a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse"),
        *("feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG"),
        *("feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset"),
        *("fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "g", "image"),
        *("line", "linearGradient", "marker", "mask", "metadata", "mpath", "path", "pattern", "polygon", "polyline"),
        *("radialGradient", "rect", "set", "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title"),
        *("tspan", "use", "view"),
    }
)
"""Those of SVG 2 (appendix "Element Index") that draw; scripts and what holds pages, sound or film is not there."""
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_REACHES_OUT = re.compile(
    r"\\|@import|@font-face|(?:image-set|image|src|cross-fade|element|expression)\s*\(", re.IGNORECASE
)
_URL = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)[^\s\"']", re.IGNORECASE)
"""A reference to something else than a part of this very file."""


class _Writer:
    """Writes down what may stay, as the parser meets it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.ended = False
        self._open: list[str] = []
        self._left_out = 0
        self._elements = 0
        self._style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) + self._left_out >= _DEEPEST:
            raise BrokenImage(detail="an SVG of too many elements")
        space, local = _split(name)
        if self._elements == 1 and (local != "svg" or space not in {"", _SVG}):
            raise BrokenImage(detail="no SVG")
        is_known = space in {"", _SVG} and local in _ELEMENTS and not _animates_link(local, attributes)
        if self._left_out or not is_known:
            self._left_out += 1
            return
        roots = "" if self._open else f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
        kept = "".join(f" {key}={quoteattr(value)}" for key, value in _safe_attributes(attributes))
        self.pieces.append(f"<{local}{roots}{kept}>")
        self._open.append(local)
        self._style = [] if local == "style" else None

    def end(self, _: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if self._style is not None:
            css = "".join(self._style)
            self.pieces.append(escape(css) if _stays_inside(css) else "")
            self._style = None
        self.pieces.append(f"</{self._open.pop()}>")
        self.ended = not self._open

    def text(self, text: str) -> None:
        if self._left_out:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self.pieces.append(escape(text))

    def refuse_entity(self, *_: object) -> None:
        raise BrokenImage(detail="an SVG that declares entities")


def clean_svg(data: bytes) -> bytes:
    """Write an SVG anew, as UTF-8: its drawing, and nothing that runs or that lies outside of the file.

    Scripts, event handlers, foreign elements, style sheets that load something, links, and references to anything but
    a part of the file or a picture within it are left out.

    Raises:
        BrokenImage: no SVG, cut off, nested too deeply, or with entities of its own, which can grow without end.
        FileTooLarge: longer than `LIMIT_BYTES`.
    """
    if len(data) > LIMIT_BYTES:
        raise FileTooLarge(limit_bytes=LIMIT_BYTES, size_bytes=len(data))
    writer = _Writer()
    with reading_hostile_bytes():
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = writer.start
        parser.EndElementHandler = writer.end
        parser.CharacterDataHandler = writer.text
        parser.EntityDeclHandler = writer.refuse_entity
        parser.Parse(data, True)  # noqa: FBT003 - it takes no names
    if not writer.ended:
        raise BrokenImage(detail="an SVG without its end")
    return "".join(writer.pieces).encode()


def _split(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(" ")
    return space, local


def _animates_link(element: str, attributes: dict[str, str]) -> bool:
    """Say whether an element changes over time what another one refers to."""
    if element not in {"animate", "set"}:
        return False
    target = attributes.get("attributeName", "").rpartition(":")[2].strip().lower()
    return target in {"href", "style", "base"} or target.startswith("on")


def _safe_attributes(attributes: dict[str, str]) -> list[tuple[str, str]]:
    kept = []
    for name, value in attributes.items():
        space, local = _split(name)
        if local == "href" and space in {"", _XLINK}:
            if value.strip().startswith("#") or _EMBEDDED.fullmatch(value):
                kept.append((f"xlink:{local}" if space else local, value))
        elif space == _XML:
            kept += [(f"xml:{local}", value)] if local in {"space", "lang"} else []
        elif not space and not local.lower().startswith("on") and _stays_inside(value):
            kept.append((local, value))
    return kept


def _stays_inside(css: str) -> bool:
    return not _REACHES_OUT.search(css) and not _URL.search(css)
