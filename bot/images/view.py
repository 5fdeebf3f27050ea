"""A picture as it is looked at: upright, and no larger than a screen needs."""

from PIL import Image

from bot.images.codecs.decode import decode
from bot.images.codecs.probing import find_essential, probe
from bot.images.colour import to_srgb
from bot.images.geometry import resize, turn_upright

VIEW_SIDE = 1024
"""The longest side, in pixels. Discord shows a picture in a chat at about half of that."""
_REDUCING_GAP = 2.0


def view_size(size: tuple[int, int], *, longest: int = VIEW_SIDE) -> tuple[int, int]:
    """Scale a size down, ratio kept, to at most `longest` pixels on its longest side and at least 1 on the other."""
    side = max(size)
    if side <= longest:
        return size
    width, height = (max(1, (2 * one * longest + side) // (2 * side)) for one in size)
    return width, height


def open_view(data: bytes, size: tuple[int, int] | None = None) -> Image.Image:
    """Open a picture upright and in sRGB, in mode L, LA, RGB or RGBA, scaled to `size`, or else to its `view_size`.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    return to_srgb(open_unmanaged(data, size))


def open_unmanaged(data: bytes, size: tuple[int, int] | None = None) -> Image.Image:
    """Open a picture as `open_view` does, but with its samples and its profile as they are stored; CMYK too.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels: as `probe` and `decode` do.
    """
    info = probe(data)
    stored_size = info.oriented(*(size or view_size((info.width, info.height))))
    image = decode(find_essential(data, info), info, at_least=stored_size)
    return turn_upright(resize(image, stored_size, reducing_gap=_REDUCING_GAP), info.orientation)


def flatten(image: Image.Image, paper: Image.Image) -> Image.Image:
    """Lay a plain picture on `paper`, an RGB picture of its size; one without alpha covers it."""
    if image.mode not in {"LA", "RGBA"}:
        return image.convert("RGB")
    return Image.alpha_composite(paper.convert("RGBA"), image.convert("RGBA")).convert("RGB")
