"""An SVG as a PNG."""

import re
import tempfile
from pathlib import Path

from PIL import ImageFont

from bot.domain.errors import BrokenImage
from bot.images.codecs.damage import reading_hostile_bytes

SHORTEST_SIDE, LONGEST_SIDE = 1024, 2048
"""Between which the longer side of the PNG lies, in pixels."""
_SVG_TAG = re.compile(rb"<svg\b[^>]*>")
_ATTRIBUTE = rb'\s%s="\s*([^"]*?)\s*"'
_LENGTH = re.compile(rb"([0-9]*\.?[0-9]+)(?:px)?")


def render_svg(cleaned: bytes) -> bytes:
    """Draw what `clean_svg` gave as a PNG with alpha, as large as it says within our limits.

    Text is drawn in the fonts of the system that it names, else in Pillow's own. Time and memory are those of
    the hop that this runs behind: nothing bounds what a filter or a repeated part takes.

    Raises:
        BrokenImage: it cannot be drawn.
    """
    # The bot draws an SVG once in a while, and its library takes 20 ms and some MB.
    import resvg_py  # noqa: PLC0415

    width, height = _find_size(cleaned)
    longest = round(min(max(width, height, SHORTEST_SIDE), LONGEST_SIDE))
    font = ImageFont.load_default(16)
    with reading_hostile_bytes(), tempfile.TemporaryDirectory(prefix="easel-svg-") as folder:
        fonts, family = [], None
        if isinstance(font, ImageFont.FreeTypeFont):
            path = Path(folder, "font.ttf")
            path.write_bytes(font.font_bytes)
            fonts, family = [str(path)], font.getname()[0]
        # References to files are gone by now; this is where they would be looked for.
        return resvg_py.svg_to_bytes(
            svg_string=cleaned.decode(),
            width=longest if width >= height else None,
            height=longest if width < height else None,
            resources_dir=folder,
            font_files=fonts,
            font_family=family,
            # Each of these is otherwise a font of Windows, and text in one that is not there is not drawn at all.
            serif_family=family,
            sans_serif_family=family,
            cursive_family=family,
            fantasy_family=family,
            monospace_family=family,
        )


def _find_size(cleaned: bytes) -> tuple[float, float]:
    """Read how large it says it is, by its sides in pixels or else by its view box.

    Raises:
        BrokenImage: it says nothing.
    """
    tag = _SVG_TAG.search(cleaned)
    sides = [_find(name, tag[0]) for name in (b"width", b"height")] if tag else []
    lengths = [_LENGTH.fullmatch(side) for side in sides]
    box = _find(b"viewBox", tag[0]).replace(b",", b" ").split() if tag else []
    if lengths and all(lengths):
        width, height = (float(one[1]) for one in lengths if one)
    elif len(box) == 4:  # noqa: PLR2004 - left, top, width, height
        with reading_hostile_bytes():
            width, height = float(box[2]), float(box[3])
    else:
        width = height = float(SHORTEST_SIDE)
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise BrokenImage(detail="an SVG without a size")
    return width, height


def _find(name: bytes, tag: bytes) -> bytes:
    found = re.search(_ATTRIBUTE % name, tag)
    return found[1] if found else b""
