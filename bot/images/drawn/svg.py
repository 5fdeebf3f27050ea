"""An SVG as a PNG."""

import re
import tempfile
from xml.sax.saxutils import quoteattr

from bot.domain.errors import BrokenImage
from bot.images.codecs.damage import reading_hostile_bytes
from bot.images.codecs.svg_effort import check_effort
from bot.images.drawn.text.fonts import files_of

LONGEST_SIDE = 1024
"""Of the PNG, in pixels."""
_FONTS_AT_MOST = 12
"""Each text may be shaped with each of them: a thousand texts of all scripts at once took 22 s with all 73."""
_FAMILY = "Noto Sans"
"""For Latin, Greek and Cyrillic; resvg takes what it lacks from the other files."""
_ROOT = re.compile(rb"<svg\b[^>]*>")
_LENGTH = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)(px|pt|pc|mm|cm|in|)\s*")
_UNITS_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS Values and Units 4, section "Absolute Lengths"."""


def draw_svg(cleaned: bytes) -> bytes:
    """Draw what `clean_svg` gave as a PNG with alpha, in the fonts that we have.

    Raises:
        BadImage: it cannot be drawn, or takes too much.
    """
    # The bot draws an SVG once in a while, and its library takes 20 ms and some MB.
    import resvg_py  # noqa: PLC0415

    attributes = check_effort(cleaned)
    width, height, box = _find_size(attributes)
    longest = max(width, height)
    # Always told by us: resvg takes a side of the file's own as it is, and ends the process where memory is short.
    width_px, height_px = (max(1, round(LONGEST_SIDE * side / longest)) for side in (width, height))
    root = {**attributes, "width": str(width_px), "height": str(height_px), "viewBox": box}
    head = "".join(f" {name}={quoteattr(value)}" for name, value in root.items())
    drawing = f"<svg{head}>{_ROOT.sub(b'', cleaned, count=1).decode()}"
    with reading_hostile_bytes(), tempfile.TemporaryDirectory(prefix="easel-svg-") as folder:
        try:
            return resvg_py.svg_to_bytes(
                svg_string=drawing,
                width=width_px,
                height=height_px,
                # References to files are gone by now; this is where they would be looked for.
                resources_dir=folder,
                skip_system_fonts=True,
                font_files=[str(path) for path in files_of(cleaned.decode(), most=_FONTS_AT_MOST)],
                # Each of these is otherwise a font of Windows, and text in one that is not there is not drawn at all.
                font_family=_FAMILY,
                serif_family=_FAMILY,
                sans_serif_family=_FAMILY,
                cursive_family=_FAMILY,
                fantasy_family=_FAMILY,
                monospace_family=_FAMILY,
            )
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            # How pyo3 hands on a panic of Rust: beside Exception, and by no name that can be imported.
            raise BrokenImage(detail=str(error)) from error


def _find_size(attributes: dict[str, str]) -> tuple[float, float, str]:
    """Read how large it says it is, by its sides or else by its view box; give it with the view box.

    Raises:
        BrokenImage: it has no size.
    """
    box = attributes.get("viewBox", "")
    lengths = [_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    sides = [float(one[1]) * _UNITS_PX[one[2]] for one in lengths if one]
    with reading_hostile_bytes():
        numbers = [float(one) for one in box.replace(",", " ").split()]
    if len(sides) < 2:  # noqa: PLR2004 - width and height
        sides = numbers[2:] or [float(LONGEST_SIDE)] * 2
    if len(numbers) not in {0, 4} or not all(0 < side < float("inf") for side in sides):
        raise BrokenImage(detail="an SVG without a size")
    width, height = sides
    return width, height, box or f"0 0 {width} {height}"
