"""`make pictures`: what the browser's tests have photographed becomes the pictures of the README.

Their own screenshots are as wide as the window. Here the empty part beside a message is cut off, and the colours are
few, so that a picture has some ten kilobytes.
"""

from pathlib import Path

from PIL import Image, ImageChops

from tests.browser.conftest import ROOT, SCREENSHOTS

DOCS = ROOT / "docs"
PAGES = ("playground", "edit")
"""Whole windows; all others are parts of one."""
_MARGIN = 16
_COLOURS = 256


def main() -> None:
    """Bring each picture of the documents up to date that there is a screenshot of."""
    for shot in sorted(SCREENSHOTS.glob("*.png")):
        target = DOCS / shot.name
        if target.exists():
            write_picture(shot, target)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")  # noqa: T201 - the command's output


def write_picture(shot: Path, target: Path) -> None:
    """Write a screenshot as a document shows it."""
    with Image.open(shot) as opened:
        picture = opened.convert("RGB")
    if shot.stem not in PAGES:
        picture = _without_empty_side(picture)
    colours = picture.quantize(_COLOURS)
    picture.quantize(palette=colours, dither=Image.Dither.FLOYDSTEINBERG).save(target, optimize=True)


def _without_empty_side(picture: Image.Image) -> Image.Image:
    empty = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    # The last rows may show the edge of what is below the message.
    found = ImageChops.difference(picture, empty).crop((0, 0, picture.width, picture.height - 4)).getbbox()
    width = picture.width if found is None else min(picture.width, found[2] + _MARGIN)
    return picture.crop((0, 0, width, picture.height))


if __name__ == "__main__":
    main()
