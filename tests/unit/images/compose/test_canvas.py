"""A picture on a larger canvas: extending it and cutting it out again gives the very picture."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.domain.crop_choice import CropChoice
from bot.domain.errors import AlreadyThatShape, BrokenImage
from bot.domain.extension import Aspect, Extension
from bot.domain.models import load_catalogue
from bot.images.codecs.probing import probe
from bot.images.compose.canvas import extend, extend_picture
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import prepare_masked
from tests.unit.images.compose.drift import draw
from tests.unit.images.pictures import (
    MODES,
    PRIVATE,
    cmyk_profile,
    decode,
    encode,
    exif,
    noise,
    oriented,
    photo,
    samples,
    srgb_profile,
)

MODEL = load_catalogue().find("gpt-image-2.5-flare")
margins = st.integers(0, 40)


@given(
    mode=st.sampled_from(MODES),
    width=st.integers(1, 50),
    height=st.integers(1, 50),
    sides=st.tuples(margins, margins, margins, margins),
)
@settings(max_examples=60)
def test_extending_and_cutting_back_gives_the_original(
    mode: str, width: int, height: int, sides: tuple[int, int, int, int]
) -> None:
    left, top, right, bottom = sides
    original = photo(width, height, mode)
    canvas, marks = map(decode, extend(encode(original, "PNG"), left=left, top=top, right=right, bottom=bottom))
    assert canvas.size == marks.size == (left + width + right, top + height + bottom)
    box = (left, top, left + width, top + height)
    back = canvas.crop(box)
    if mode == "I;16":
        assert np.abs(samples(back) - np.asarray(original) / 257).max() <= 1, "16 bits become 8"
    else:
        # An alpha channel that says nothing is left out.
        assert np.array_equal(np.asarray(back.convert("RGBA")), np.asarray(original.convert("RGBA")))
    expected = np.full((marks.height, marks.width), 255)
    expected[top : top + height, left : left + width] = 0
    assert np.array_equal(np.asarray(marks), expected)


@given(
    mode=st.sampled_from(("L", "RGB", "RGBA")),
    width=st.integers(1, 60),
    height=st.integers(1, 60),
    extension=st.sampled_from((*Extension, Aspect(21, 9), Aspect(2, 3))),
    strays=st.sampled_from(({}, {"tint": (1, 17)}, {"shift": (0.01, -0.01)}, {"noise": 38}, {"size": (96, 64)})),
)
@settings(max_examples=40)
def test_cutting_back_gives_the_original_whatever_a_model_makes_of_the_canvas(
    mode: str, width: int, height: int, extension: Extension | Aspect, strays: dict[str, Any]
) -> None:
    original = photo(width, height, mode)
    try:
        extended = extend_picture(encode(original, "PNG"), extension)
    except AlreadyThatShape:
        return
    upload = prepare_masked(
        extended.canvas,
        extended.marks,
        is_region=True,
        model=MODEL,
        size="auto",
        choice=CropChoice.WHOLE,
        byte_limit=50_000_000,
    )

    laid = lay_in(
        draw(upload.picture, **strays),
        original=upload.original,
        marks=upload.marks,
        crop=upload.crop,
        output_format="png",
    )

    if laid is not None:
        back = decode(laid.data).crop(extended.layout.box)
        assert np.array_equal(np.asarray(back.convert("RGBA")), np.asarray(original.convert("RGBA")))
    assert laid is not None or strays


@pytest.mark.parametrize(("orientation", "extension"), list(product((3, 6, 8), (Extension.PAN_LEFT, Aspect(21, 9)))))
def test_a_photo_that_lies_on_its_side_is_extended_upright(orientation: int, extension: Extension | Aspect) -> None:
    data = oriented(photo(40, 24), "PNG", orientation)
    upright = ImageOps.exif_transpose(decode(data))
    extended = extend_picture(data, extension)
    assert np.array_equal(np.asarray(decode(extended.canvas).crop(extended.layout.box)), np.asarray(upright))


def test_the_colour_profile_stays_and_private_data_do_not() -> None:
    data = encode(photo(30, 20), "JPEG", icc_profile=srgb_profile(), exif=exif(private=True))
    canvas = extend_picture(data, Extension.ZOOM_OUT).canvas
    assert decode(canvas).info["icc_profile"]
    assert PRIVATE not in canvas
    assert np.array_equal(np.asarray(decode(canvas).crop((15, 10, 45, 30))), np.asarray(decode(data)))


def test_inks_become_light() -> None:
    data = encode(photo(30, 20, "CMYK"), "TIFF", icc_profile=cmyk_profile())
    assert decode(extend_picture(data, Extension.PAN_UP).canvas).mode == "RGB"


def test_the_border_goes_on_with_the_colours_of_the_edge() -> None:
    image = Image.new("RGB", (200, 200), (200, 40, 40))
    image.paste((20, 60, 220), (100, 0, 200, 200))
    canvas = samples(decode(extend_picture(encode(image, "PNG"), Extension.ZOOM_OUT).canvas))
    assert np.abs(canvas[:, :100] - (200, 40, 40)).max() < 3
    assert np.abs(canvas[:, 300:] - (20, 60, 220)).max() < 3
    across = canvas[50].astype(int)
    assert np.abs(np.diff(across, axis=0)).max() < 30, "the border is not blurred"


def test_the_border_of_a_transparent_picture_is_opaque_in_the_colour_that_can_be_seen() -> None:
    image = Image.new("RGBA", (60, 60), (0, 255, 0, 0))
    image.paste((200, 40, 40, 255), (20, 20, 40, 40))
    canvas = decode(extend_picture(encode(image, "PNG"), Extension.ZOOM_OUT).canvas)
    assert canvas.getpixel((2, 2)) == pytest.approx((200, 40, 40, 255), abs=3)
    assert np.array_equal(np.asarray(canvas.crop((30, 30, 90, 90))), np.asarray(image))


def test_a_picture_that_nothing_can_be_seen_of_is_extended_too() -> None:
    canvas = decode(extend_picture(encode(Image.new("RGBA", (8, 8)), "PNG"), Extension.PAN_LEFT).canvas)
    assert canvas.getpixel((0, 0))[3] == 255  # type: ignore[index]


def test_a_strip_border_leaves_no_line() -> None:
    canvas = samples(decode(extend_picture(encode(photo(64, 700), "PNG"), Extension.PAN_LEFT).canvas))
    steps = np.abs(np.diff(canvas[:, :16].astype(int), axis=0)).max()
    assert steps <= 4


def test_what_compresses_too_badly_is_scaled_down_until_it_can_be_read_again() -> None:
    data = encode(noise(300, 200), "PNG")
    extended = extend_picture(data, Extension.ZOOM_OUT, byte_limit=100_000)
    assert extended.scaled_from == "300x200"
    assert len(extended.canvas) <= 100_000
    info = probe(extended.canvas)
    assert (info.width, info.height) == extended.layout.size == decode(extended.marks).size
    assert extend_picture(data, Extension.ZOOM_OUT).scaled_from is None


def test_a_picture_of_one_pixel_can_be_extended() -> None:
    for extension in (*Extension, Aspect(3, 1)):
        extended = extend_picture(encode(photo(1, 1), "PNG"), extension)
        assert decode(extended.canvas).size == extended.layout.size != (1, 1)


def test_what_has_that_shape_or_is_broken_is_refused() -> None:
    data = encode(photo(32, 18), "PNG")
    with pytest.raises(AlreadyThatShape):
        extend_picture(data, Aspect(16, 9))
    with pytest.raises(BrokenImage):
        extend_picture(data[: len(data) // 2], Extension.ZOOM_OUT)


def test_a_photo_of_a_phone_keeps_its_upright_size() -> None:
    upright = ImageOps.exif_transpose(decode(oriented(photo(48, 64), "JPEG", 6)))
    extended = extend_picture(oriented(photo(48, 64), "JPEG", 6), Aspect(1, 1))
    assert extended.layout.size == (64, 64)
    assert np.array_equal(np.asarray(decode(extended.canvas).crop(extended.layout.box)), np.asarray(upright))
