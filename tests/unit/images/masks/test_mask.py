"""Any mask to the one that the API wants: alpha 0 where white was, and white there for those who read it as grey."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.domain.errors import BadImage, MaskMarksNothing, MaskOfAnotherShape, MaskTooDetailed
from bot.images.masks.mask import build_mask, is_same_shape
from tests.unit.images.pictures import decode, encode, noise, oriented, samples

SIZE = (64, 48)
GREYS = Image.fromarray(np.arange(256, dtype=np.uint8).repeat(2).reshape(16, 32))


def half_white(mode: str, size: tuple[int, int] = SIZE) -> Image.Image:
    """Make a mask whose right half is white and whose left half is black, opaque in modes with alpha."""
    image = Image.new("L", size, 0)
    image.paste(255, (size[0] // 2, 0, *size))
    if mode == "I;16":
        return Image.fromarray(np.asarray(image).astype(np.uint16) * 257)
    return image.convert("RGB").convert(mode) if mode == "CMYK" else image.convert(mode)


def build(data: bytes, *, image_size: tuple[int, int] = SIZE, upload_size: tuple[int, int] = SIZE) -> Image.Image:
    """Build a mask and hold it against all that every mask must be."""
    mask = build_mask(data, image_size=image_size, upload_size=upload_size)
    picture = decode(mask)
    assert picture.format == "PNG"
    assert picture.mode == "RGBA"
    assert picture.size == upload_size
    pixels = np.asarray(picture)
    white = np.where(pixels[..., 3] == 0, 255, 0)
    assert all(np.array_equal(pixels[..., channel], white) for channel in range(3))
    assert set(picture.info) == set()
    return picture.getchannel("A")


@pytest.mark.parametrize("mode", ["L", "RGB", "P", "LA", "RGBA", "I;16"])
def test_alpha_is_255_minus_grey_for_every_grey(mode: str) -> None:
    greys = Image.fromarray(np.asarray(GREYS).astype(np.uint16) * 257) if mode == "I;16" else GREYS.convert(mode)

    alpha = build(encode(greys, "PNG"), image_size=GREYS.size, upload_size=GREYS.size)

    assert np.array_equal(np.asarray(alpha), 255 - np.asarray(GREYS))


@pytest.mark.parametrize(
    ("mode", "format_"),
    [(mode, "PNG") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")]
    + [(mode, "JPEG") for mode in ("L", "RGB", "CMYK")]
    + [("RGB", "WEBP"), ("P", "GIF")],
)
def test_white_is_repainted_and_black_is_kept_in_any_mode(mode: str, format_: str) -> None:
    alpha = build(encode(half_white(mode), format_))

    assert alpha.getpixel((2, 20)) == pytest.approx(255, abs=4)
    assert alpha.getpixel((62, 20)) == pytest.approx(0, abs=4)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]),
    st.tuples(st.integers(24, 60), st.integers(8, 60)),
    st.integers(1, 4),
    st.integers(1, 3),
)
def test_a_mask_follows_the_picture_to_the_pixel(mode: str, size: tuple[int, int], times: int, part: int) -> None:
    image_size = (size[0] * times, size[1] * times)
    upload_size = (max(1, size[0] * times // part), max(1, size[1] * times // part))

    alpha = build(encode(half_white(mode, size), "PNG"), image_size=image_size, upload_size=upload_size)

    assert alpha.getpixel((0, 0)) == pytest.approx(255, abs=4)
    assert alpha.getpixel((upload_size[0] - 1, upload_size[1] - 1)) == pytest.approx(0, abs=4)


def test_a_mask_with_transparency_keeps_its_alpha() -> None:
    image = Image.new("RGBA", GREYS.size, (255, 255, 255, 255))
    image.putalpha(GREYS)

    alpha = build(encode(image, "PNG"), image_size=GREYS.size, upload_size=GREYS.size)

    assert np.array_equal(np.asarray(alpha), np.asarray(GREYS))


def test_one_transparent_pixel_makes_black_and_white_no_alpha_mask() -> None:
    image = half_white("RGBA")
    image.putpixel((1, 1), (0, 0, 0, 0))

    alpha = build(encode(image, "PNG"))

    assert alpha.getpixel((1, 1)) == 255
    assert alpha.getpixel((62, 20)) == 0


def test_a_transparent_palette_entry_is_repainted() -> None:
    image = Image.new("P", SIZE, 0)
    image.putpalette([0, 0, 0, 255, 255, 255])
    image.paste(1, (32, 0, 64, 48))

    alpha = build(encode(image, "PNG", transparency=0))

    assert (alpha.getpixel((2, 20)), alpha.getpixel((62, 20))) == (0, 255)


def test_a_key_colour_is_repainted() -> None:
    alpha = build(encode(half_white("RGB"), "PNG", transparency=(0, 0, 0)))

    assert (alpha.getpixel((2, 20)), alpha.getpixel((62, 20))) == (0, 255)


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("part", [1, 2])
def test_the_orientation_of_a_mask_is_applied(format_: str, orientation: int, part: int) -> None:
    image = Image.new("L", SIZE, 0)
    image.paste(255, (40, 8, 60, 16))
    data = oriented(image, format_, orientation)
    upright = ImageOps.exif_transpose(decode(data)).convert("L")
    upload_size = (upright.width // part, upright.height // part)

    alpha = build(data, image_size=upright.size, upload_size=upload_size)

    assert np.abs(samples(alpha) - (255 - samples(upright.resize(upload_size)))).mean() < 3


@pytest.mark.parametrize(
    ("mask", "image"),
    [
        ((1000, 667), (3000, 2000)),
        ((999, 667), (3000, 2000)),
        ((1000, 666), (3000, 2000)),
        ((3000, 2000), (1000, 667)),
        ((6000, 4000), (3000, 2000)),
        ((64, 48), (64, 48)),
        ((1254, 1254), (2048, 2048)),
    ],
)
def test_a_scaled_copy_has_the_same_shape(mask: tuple[int, int], image: tuple[int, int]) -> None:
    assert is_same_shape(mask, image)


@given(st.integers(200, 8000), st.integers(200, 8000), st.floats(0.05, 1))
def test_any_scaled_copy_has_the_same_shape(width: int, height: int, scale: float) -> None:
    for rounded in (int, round):
        assert is_same_shape((rounded(width * scale), rounded(height * scale)), (width, height))


@pytest.mark.parametrize(
    ("mask", "image"),
    [((48, 64), (64, 48)), ((1000, 1000), (1024, 1000)), ((998, 667), (3000, 2000)), ((640, 480), (1920, 1080))],
)
def test_a_mask_of_another_shape_is_refused_with_both_sizes(mask: tuple[int, int], image: tuple[int, int]) -> None:
    with pytest.raises(MaskOfAnotherShape) as refusal:
        build_mask(encode(half_white("L", mask), "PNG"), image_size=image, upload_size=image)

    assert (refusal.value.mask_width, refusal.value.mask_height) == mask
    assert (refusal.value.image_width, refusal.value.image_height) == image


def test_the_size_in_the_refusal_is_upright() -> None:
    with pytest.raises(MaskOfAnotherShape) as refusal:
        build_mask(oriented(half_white("L"), "JPEG", 6), image_size=SIZE, upload_size=SIZE)

    assert (refusal.value.mask_width, refusal.value.mask_height) == (48, 64)


@pytest.mark.parametrize(
    "image",
    [
        Image.new("L", SIZE, 0),
        Image.new("1", SIZE, 0),
        Image.new("RGBA", SIZE, (0, 0, 0, 255)),
    ],
    ids=["black", "black-1-bit", "black-opaque"],
)
def test_a_black_mask_marks_nothing(image: Image.Image) -> None:
    with pytest.raises(MaskMarksNothing) as refusal:
        build_mask(encode(image, "PNG"), image_size=SIZE, upload_size=SIZE)

    assert not refusal.value.had_alpha


def test_a_nearly_black_photo_of_a_mask_marks_nothing() -> None:
    black = np.random.default_rng(0).integers(0, 4, (48, 64), dtype=np.uint8)

    with pytest.raises(MaskMarksNothing):
        build_mask(encode(Image.fromarray(black), "JPEG", quality=60), image_size=SIZE, upload_size=SIZE)


def test_a_speck_that_vanishes_when_the_mask_is_scaled_down_marks_nothing() -> None:
    image = Image.new("RGBA", (640, 480), (255, 255, 255, 255))
    image.putpixel((1, 1), (255, 255, 255, 254))

    with pytest.raises(MaskMarksNothing) as refusal:
        build_mask(encode(image, "PNG"), image_size=SIZE, upload_size=SIZE)

    assert refusal.value.had_alpha


@pytest.mark.parametrize("grey", [1, 8, 9])
def test_a_faint_mark_in_a_lossless_file_is_meant_and_stays_partial(grey: int) -> None:
    alpha = build(encode(Image.new("L", SIZE, grey), "PNG"))

    assert alpha.getextrema() == (255 - grey, 255 - grey)


def test_a_faint_mark_above_the_noise_of_a_jpeg_stays_partial() -> None:
    alpha = np.asarray(build(encode(Image.new("L", SIZE, 16), "JPEG", quality=95)))

    assert alpha.min() >= 235
    assert alpha.max() <= 243


def test_a_mask_that_stays_too_large_is_refused_with_both_figures() -> None:
    with pytest.raises(MaskTooDetailed) as refusal:
        build_mask(encode(noise(*SIZE, "L"), "PNG"), image_size=SIZE, upload_size=SIZE, byte_limit=1000)

    assert refusal.value.limit_bytes == 1000
    assert refusal.value.size_bytes >= 1000


def test_a_mask_over_the_limit_is_compressed_better_and_stays_strictly_under() -> None:
    data = encode(noise(*SIZE, "L"), "PNG")
    usual = build_mask(data, image_size=SIZE, upload_size=SIZE)

    smaller = build_mask(data, image_size=SIZE, upload_size=SIZE, byte_limit=len(usual))

    assert len(smaller) < len(usual)
    assert np.array_equal(samples(decode(smaller)), samples(decode(usual)))


def test_a_file_that_is_no_picture_is_no_mask() -> None:
    with pytest.raises(BadImage):
        build_mask(b"white where it changes", image_size=SIZE, upload_size=SIZE)
