"""Masks as other programs make and save them: palettes, few bits, loss, screenshots, soft brushes, outlines."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.images.masks.mask import build_mask, is_certain_mask
from tests.unit.images.pictures import bitmap, decode, deep_png, encode, photo, tiff

SIZE = (200, 150)
BOX = (50, 38, 149, 74)
CERTAIN, DOUBTFUL = True, False
BLACK, WHITE, RED, GREEN, BLUE = (0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)
PICTURE = encode(photo(*SIZE), "PNG")
EDGE = 5


def part(box: tuple[int, int, int, int] = BOX, size: tuple[int, int] = SIZE) -> Image.Image:
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).rectangle(box, fill=255)
    return image


INSIDE = np.asarray(part((BOX[0] + EDGE, BOX[1] + EDGE, BOX[2] - EDGE, BOX[3] - EDGE))) > 0
OUTSIDE = np.asarray(part((BOX[0] - EDGE, BOX[1] - EDGE, BOX[2] + EDGE, BOX[3] + EDGE))) == 0


def on(ground: tuple[int, ...], *inks: tuple[int, ...]) -> Image.Image:
    """Draw the part in stripes of several inks."""
    image = Image.new("RGBA" if len(ground) == 4 else "RGB", SIZE, ground)
    width = (BOX[2] + 1 - BOX[0]) // len(inks)
    for place, ink in enumerate(inks):
        left = BOX[0] + place * width
        right = BOX[2] if place == len(inks) - 1 else left + width - 1
        image.paste(ink, (left, BOX[1], right + 1, BOX[3] + 1))
    return image


def palette(*colours: tuple[int, int, int], inverted: bool = False, **options: Any) -> bytes:
    indices = (np.asarray(part()) > 0) ^ inverted
    image = Image.fromarray(indices.astype(np.uint8))
    image.putpalette([one for colour in colours for one in colour])
    return encode(image, "PNG", **options)


def with_alpha(image: Image.Image, alpha: Image.Image) -> bytes:
    image = image.copy()
    image.putalpha(alpha)
    return encode(image, "PNG")


def deep(white: int, channels: int = 3, alpha: int | None = None) -> bytes:
    marks = (np.asarray(part()) > 0).astype(np.uint16)[..., None].repeat(channels, 2) * np.uint16(white)
    if alpha is not None:
        marks = np.concatenate((marks, np.full((*marks.shape[:2], 1), alpha, np.uint16)), axis=2)
    return deep_png(marks)


def deep_tiff(white: int, order: str) -> bytes:
    marks = (np.asarray(part()) > 0).astype(np.uint16)[..., None].repeat(3, 2) * np.uint16(white)
    sides = {256: (SIZE[0],), 257: (SIZE[1],), 258: (16,) * 3, 259: (1,), 262: (2,), 277: (3,), 278: (SIZE[1],)}
    return tiff(sides, [marks.astype(f"{order}u2").tobytes()], order=order)


def screenshot(quality: int | None = None) -> bytes:
    scaled = part().resize((311, 233), Image.Resampling.BICUBIC)
    return encode(scaled, "PNG") if quality is None else encode(scaled, "JPEG", quality=quality)


NOTHING = (0, 0, 0, 0)

CASES: dict[str, tuple[Callable[[], bytes], bool]] = {
    "palette of black and white": (lambda: palette(BLACK, WHITE), CERTAIN),
    "palette of white and black": (lambda: palette(WHITE, BLACK, inverted=True), CERTAIN),
    "palette of black and red": (lambda: palette(BLACK, RED), CERTAIN),
    "palette with a transparent black": (lambda: palette(BLACK, WHITE, transparency=0), DOUBTFUL),
    "labels of a segmenter": (lambda: encode(on(BLACK, (128, 0, 0), (0, 128, 0), (128, 128, 0)), "PNG"), DOUBTFUL),
    "4 bits of grey": (lambda: encode(part().point(lambda level: level // 17), "PNG", bits=4), CERTAIN),
    "1 bit, fax": (lambda: encode(part().convert("1"), "TIFF", compression="group4"), CERTAIN),
    "GIF": (lambda: encode(part(), "GIF"), CERTAIN),
    "BMP, top down": (
        lambda: bitmap(np.asarray(part())[..., None].repeat(3, 2).copy(), top=-1),
        CERTAIN,
    ),
    "grey with alpha, opaque": (lambda: encode(part().convert("LA"), "PNG"), CERTAIN),
    "grey with alpha, a hole": (lambda: with_alpha(Image.new("L", SIZE), ImageOps.invert(part())), CERTAIN),
    "grey with alpha, the rest gone": (lambda: with_alpha(Image.new("L", SIZE, 255), part()), DOUBTFUL),
    "colours of 16 bits, 255 as white": (lambda: deep(255), CERTAIN),
    "colours of 16 bits, 1023 as white": (lambda: deep(1023), CERTAIN),
    "colours of 16 bits, labels 0 and 1": (lambda: deep(1), CERTAIN),
    "colours of 16 bits": (lambda: deep(65535), CERTAIN),
    "colours of 16 bits, 255 as white, alpha of 16": (lambda: deep(255, alpha=65535), CERTAIN),
    "colours of 16 bits, 255 as white, also of alpha": (lambda: deep(255, alpha=255), CERTAIN),
    "TIFF, colours of 16 bits, 255 as white": (lambda: deep_tiff(255, "<"), CERTAIN),
    "TIFF, Motorola, colours of 16 bits, 255 as white": (lambda: deep_tiff(255, ">"), CERTAIN),
    "JPEG of quality 10": (lambda: encode(part(), "JPEG", quality=10), CERTAIN),
    "JPEG of red, quality 30": (lambda: encode(on(BLACK, RED), "JPEG", quality=30), CERTAIN),
    "JPEG of inks": (lambda: encode(part().convert("RGB").convert("CMYK"), "JPEG", quality=80), CERTAIN),
    "screenshot": (screenshot, CERTAIN),
    "screenshot as JPEG": (lambda: screenshot(60), CERTAIN),
    "noisy": (
        lambda: encode(
            Image.fromarray(
                np.clip(np.asarray(part()) + np.random.default_rng(1).integers(-12, 12, SIZE[::-1]), 0, 255).astype(
                    np.uint8
                )
            ),
            "PNG",
        ),
        CERTAIN,
    ),
    "three colours on black": (lambda: encode(on(BLACK, RED, GREEN, BLUE), "PNG"), DOUBTFUL),
    "three colours on white": (lambda: encode(on(WHITE, RED, GREEN, BLUE), "PNG"), DOUBTFUL),
    "three colours on nothing": (
        lambda: encode(on(NOTHING, *((*one, 255) for one in (RED, GREEN, BLUE))), "PNG"),
        DOUBTFUL,
    ),
    "a marker that lets the light through": (lambda: encode(on(NOTHING, (255, 255, 0, 100)), "PNG"), DOUBTFUL),
    "a faint brush": (lambda: encode(on(NOTHING, (255, 255, 255, 128)), "PNG"), DOUBTFUL),
    "white on green": (lambda: encode(on(GREEN, WHITE), "PNG"), DOUBTFUL),
    "red on green": (lambda: encode(on(GREEN, RED), "PNG"), DOUBTFUL),
    "yellow on violet, as plots are": (lambda: encode(on((68, 1, 84), (253, 231, 37)), "PNG"), DOUBTFUL),
    "grey on white": (lambda: encode(on(WHITE, (128, 128, 128)), "PNG"), DOUBTFUL),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_person_marked_is_repainted_or_shown_first(case: str) -> None:
    make, certain = CASES[case]
    mask = make()

    alpha = alpha_of(mask)

    assert (alpha[INSIDE] <= 2).all()
    assert (alpha[OUTSIDE] >= 253).all()
    assert is_certain_mask(PICTURE, mask) is certain


def alpha_of(mask: bytes) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    built = build_mask(mask, image_size=SIZE, upload_size=SIZE, picture=PICTURE)
    return np.asarray(decode(built).getchannel("A"))


SOFT: dict[str, Callable[[Image.Image], bytes]] = {
    "white on black": lambda brush: encode(brush, "PNG"),
    "red on black": lambda brush: encode(Image.merge("RGB", (brush, *[Image.new("L", SIZE)] * 2)), "PNG"),
    "a hole in the picture": lambda brush: with_alpha(photo(*SIZE), ImageOps.invert(brush)),
}


@pytest.mark.parametrize("kind", SOFT)
def test_a_large_soft_brush_stays_as_soft_as_it_is(kind: str) -> None:
    brush = part().filter(ImageFilter.GaussianBlur(12))

    mask = SOFT[kind](brush)

    assert np.abs(alpha_of(mask).astype(int) - (255 - np.asarray(brush))).max() <= 2
    assert is_certain_mask(PICTURE, mask)


@pytest.mark.parametrize(
    ("mask", "certain"),
    [
        (ImageOps.invert(part((20, 20, 180, 130))), CERTAIN),
        (ImageOps.invert(part((100, 70, 102, 71))), DOUBTFUL),
        (part((100, 70, 102, 71)), CERTAIN),
        (part((0, 0, 99, 149)), CERTAIN),
    ],
    ids=["a frame", "white with a speck of black", "a speck of white", "one half"],
)
def test_what_goes_around_nothing_is_marked_as_it_is(mask: Image.Image, certain: bool) -> None:  # noqa: FBT001
    assert np.array_equal(alpha_of(encode(mask, "PNG")), 255 - np.asarray(mask))
    assert is_certain_mask(PICTURE, encode(mask, "PNG")) is certain
