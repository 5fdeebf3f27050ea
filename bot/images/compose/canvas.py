"""A picture laid on a larger canvas, of which the new part is to be painted."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.domain.extension import Aspect, Extension, Layout, check_ratio, lay_out
from bot.images.alpha import OPAQUE, has_transparency, without_alpha
from bot.images.codecs.decode import decode
from bot.images.codecs.encode import encode_png_rows
from bot.images.codecs.probing import LIMIT_BYTES, LIMIT_SIDE, find_essential, most_pixels, probe
from bot.images.colour import profile_of, to_srgb
from bot.images.geometry import resize, turn_upright

_FILL_SIDE = 512
"""The longest side, in pixels, at which the border is drawn before it is scaled up: it is blurred in any case."""
_BLUR = 0.02
"""Of that side: the standard deviation of the Gaussian."""
_STRIP_ROWS = 256
_REDUCING_GAP = 2.0
_SMALLER = 0.95


@dataclass(frozen=True, slots=True)
class Extended:
    """A picture on its canvas, as PNG files: the canvas, and its marks in mode L, 255 where it is new and 0 elsewhere.

    `layout` says where the picture lies, and how large it is there; `scaled_from` is the size that it had before,
    `WxH`, where that is another.
    """

    canvas: bytes
    marks: bytes
    layout: Layout
    scaled_from: str | None


def extend_picture(
    picture: bytes, extension: Extension | Aspect, *, longest_ratio: int | None = None, byte_limit: int = LIMIT_BYTES
) -> Extended:
    """Lay a picture on the canvas of an extension: its own pixels stay, at their own size wherever that goes.

    It is scaled down first where the canvas would have over 64 megapixels (PNG with alpha 51), 32,767 pixels a side or
    `byte_limit` bytes.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels, SideTooLong: as `probe` and `decode` do.
        AlreadyThatShape: there is nothing to add.
        ExtendedTooFar: the canvas would be longer than `longest_ratio`, and than the picture is.
    """
    image = _open(picture)
    if longest_ratio is not None:
        check_ratio(image.size, extension, longest_ratio=longest_ratio)
    size, pixels_at_most = image.size, most_pixels("png", has_alpha=image.mode in {"LA", "RGBA"})
    while True:
        layout = lay_out(size, extension, most_pixels=pixels_at_most, longest_side=LIMIT_SIDE)
        image = resize(image, layout.picture_size, reducing_gap=_REDUCING_GAP)
        canvas = _encode_canvas(image, layout)
        if len(canvas) <= byte_limit:
            scaled_from = None if layout.picture_size == size else f"{size[0]}x{size[1]}"
            return Extended(canvas, _encode_marks(layout), layout, scaled_from)
        width, height = layout.size
        pixels_at_most = int(width * height * byte_limit / len(canvas) * _SMALLER)


def extend(picture: bytes, *, left: int, top: int, right: int, bottom: int) -> tuple[bytes, bytes]:
    """Lay a picture on a canvas with that many more pixels on each side; gives the canvas and its marks, PNG files.

    The canvas has the picture's own pixels (upright, in 8 bits, CMYK as sRGB) and its colour profile, in mode L, LA,
    RGB or RGBA. Beside them lie the colours of its edge, blurred and opaque, so that a model sees what goes on there.

    Raises:
        UnsupportedImage, BrokenImage, FileTooLarge, TooManyPixels, SideTooLong: as `probe` and `decode` do.
    """
    image = _open(picture)
    layout = Layout(image.size, left, top, right, bottom)
    return _encode_canvas(image, layout), _encode_marks(layout)


def _open(picture: bytes) -> Image.Image:
    info = probe(picture)
    image = decode(find_essential(picture, info), info)
    image = turn_upright(to_srgb(image) if image.mode == "CMYK" else image, info.orientation)
    return image if has_transparency(image) else without_alpha(image)


def _encode_canvas(image: Image.Image, layout: Layout) -> bytes:
    return encode_png_rows(_strips(image, layout), layout.size, mode=image.mode, icc=profile_of(image))


def _strips(image: Image.Image, layout: Layout) -> Iterator[NDArray[np.uint8]]:
    """Yield the rows of the canvas, some at a time: all at once they took three times the memory of the picture."""
    border = _draw_border(image, layout)
    (width, height), (left, top, _, bottom) = layout.size, layout.box
    scale = border.height / height
    for first in range(0, height, _STRIP_ROWS):
        last = min(height, first + _STRIP_ROWS)
        box = (0, first * scale, border.width, min(float(border.height), last * scale))
        strip = border.resize((width, last - first), Image.Resampling.BILINEAR, box=box)
        upper, lower = max(first, top), min(last, bottom)
        if upper < lower:
            part = image.crop((0, upper - top, image.width, lower - top))
            strip.paste(part, (left, upper - first))
        yield np.asarray(strip).reshape(last - first, -1)


def _draw_border(image: Image.Image, layout: Layout) -> Image.Image:
    """Draw the colours of a picture's edge outward, blurred, over all of a small canvas."""
    width, height = layout.size
    scale = min(1.0, _FILL_SIDE / max(width, height))
    small_width, small_height = (max(1, round(side * scale)) for side in image.size)
    left, top = round(layout.left * scale), round(layout.top * scale)
    right = max(1, round(width * scale)) - left - small_width
    bottom = max(1, round(height * scale)) - top - small_height
    small = _on_its_mean(resize(image, (small_width, small_height), reducing_gap=_REDUCING_GAP))
    pixels = np.asarray(small).reshape(small_height, small_width, -1)
    padded = np.pad(pixels, ((top, max(0, bottom)), (left, max(0, right)), (0, 0)), mode="edge")
    drawn = Image.fromarray(padded.squeeze(2) if padded.shape[2] == 1 else padded)
    blurred = drawn.filter(ImageFilter.GaussianBlur(_BLUR * max(drawn.size)))
    return blurred if blurred.mode == image.mode else blurred.convert(image.mode)


def _on_its_mean(image: Image.Image) -> Image.Image:
    """Lay a picture with alpha on the mean of what can be seen of it: transparent pixels may have any colour."""
    if image.mode not in {"LA", "RGBA"}:
        return image
    pixels = np.asarray(image).astype(np.float32)
    colours, alpha = pixels[..., :-1], pixels[..., -1:] / OPAQUE
    seen = float(alpha.sum())
    mean = (colours * alpha).sum(axis=(0, 1)) / seen if seen else np.full(colours.shape[2], OPAQUE / 2)
    opaque = np.rint(colours * alpha + mean * (1 - alpha)).astype(np.uint8)
    return Image.fromarray(opaque.squeeze(2) if opaque.shape[2] == 1 else opaque)


def _encode_marks(layout: Layout) -> bytes:
    return encode_png_rows(_mark_strips(layout), layout.size, mode="L")


def _mark_strips(layout: Layout) -> Iterator[NDArray[np.uint8]]:
    (width, height), (left, top, right, bottom) = layout.size, layout.box
    for first in range(0, height, _STRIP_ROWS):
        strip = np.full((min(height, first + _STRIP_ROWS) - first, width), OPAQUE, dtype=np.uint8)
        strip[max(0, top - first) : max(0, bottom - first), left:right] = 0
        yield strip
