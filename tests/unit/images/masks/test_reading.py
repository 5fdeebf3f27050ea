"""What masks mark that are not what they seem: each was paid for once, and repainted nothing or the wrong part."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.images.masks.mask import build_mask, is_certain_mask
from bot.images.masks.painted_copy import MaskKind, recognise_mask
from bot.images.masks.region import invert_region, marked_share, open_region, read_region
from tests.unit.images.pictures import decode, encode, photo

FIELD = Path(__file__).parents[3] / "field"
SIZE = (200, 150)
BOX = (50, 38, 149, 74)
CERTAIN, DOUBTFUL = True, False
Samples = np.ndarray[Any, np.dtype[np.uint8]]

PICTURE = encode(photo(*SIZE), "PNG")


def part(box: tuple[int, int, int, int] = BOX, size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw what is marked, white on black."""
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).rectangle(box, fill=255)
    return image


def levels(low: int, high: int, dtype: type = np.uint8) -> Image.Image:
    return Image.fromarray(np.where(np.asarray(part()) > 0, dtype(high), dtype(low)))


def on(ground: tuple[int, ...], ink: tuple[int, ...]) -> Image.Image:
    image = Image.new("RGBA" if len(ink) == 4 else "RGB", SIZE, ground)
    image.paste(ink, (0, 0), part())
    return image


def with_alpha(image: Image.Image, alpha: Image.Image) -> Image.Image:
    image = image.convert("RGBA")
    image.putalpha(alpha)
    return image


def trace(value: int) -> Image.Image:
    alpha = Image.new("L", SIZE, 255)
    alpha.paste(value, (0, 0, SIZE[0], 1))
    return alpha


def soft_corner() -> Image.Image:
    alpha = Image.new("L", SIZE, 255)
    ImageDraw.Draw(alpha).ellipse((-14, -14, 14, 14), fill=0)
    return alpha.filter(ImageFilter.GaussianBlur(3))


BLACK, WHITE, NOTHING = (0, 0, 0), (255, 255, 255), (0, 0, 0, 0)
THREE_HUES = on(BLACK, (255, 0, 0))
THREE_HUES.paste((0, 0, 255), (60, 40, 100, 60))

CASES: dict[str, tuple[Callable[[], Image.Image], bool]] = {
    "white on black": (part, CERTAIN),
    "one bit": (lambda: part().convert("1"), CERTAIN),
    "labels 0 and 1": (lambda: levels(0, 1), CERTAIN),
    "labels 0 and 7": (lambda: levels(0, 7), CERTAIN),
    "labels 1 and 2": (lambda: levels(1, 2), CERTAIN),
    "16 bits, 255 as white": (lambda: levels(0, 255, np.uint16), CERTAIN),
    "16 bits, 4095 as white": (lambda: levels(0, 4095, np.uint16), CERTAIN),
    "16 bits, labels": (lambda: levels(0, 1, np.uint16), CERTAIN),
    "16 bits": (lambda: levels(0, 65535, np.uint16), CERTAIN),
    "dark grey and light grey": (lambda: levels(40, 220), CERTAIN),
    "grey on black": (lambda: levels(0, 128), DOUBTFUL),
    "white on grey": (lambda: levels(100, 255), DOUBTFUL),
    "alpha 254 along an edge": (lambda: with_alpha(part(), trace(254)), CERTAIN),
    "alpha 0 along an edge": (lambda: with_alpha(part(), trace(0)), CERTAIN),
    "one soft corner": (lambda: with_alpha(part(), soft_corner()), CERTAIN),
    "alpha 254 everywhere": (lambda: with_alpha(part(), Image.new("L", SIZE, 254)), CERTAIN),
    "red on black": (lambda: on(BLACK, (255, 0, 0)), CERTAIN),
    "dark red on black": (lambda: on(BLACK, (139, 0, 0)), DOUBTFUL),
    "green on black": (lambda: on(BLACK, (0, 200, 0)), CERTAIN),
    "blue on black": (lambda: on(BLACK, (0, 0, 255)), CERTAIN),
    "magenta on black": (lambda: on(BLACK, (255, 0, 255)), CERTAIN),
    "red and blue on black": (lambda: THREE_HUES, DOUBTFUL),
    "red on nothing": (lambda: on(NOTHING, (255, 0, 0, 255)), CERTAIN),
    "blue on nothing": (lambda: on(NOTHING, (0, 0, 255, 255)), CERTAIN),
    "white on nothing": (lambda: on(NOTHING, (255, 255, 255, 255)), DOUBTFUL),
    "black on nothing": (lambda: on(NOTHING, (0, 0, 0, 255)), DOUBTFUL),
    "white on white nothing": (lambda: on((255, 255, 255, 0), (255, 255, 255, 255)), DOUBTFUL),
    "black on white": (lambda: ImageOps.invert(part()), DOUBTFUL),
    "red on white": (lambda: on(WHITE, (255, 0, 0)), DOUBTFUL),
    "blue on white": (lambda: on(WHITE, (0, 0, 255)), DOUBTFUL),
    "a hole in black": (lambda: with_alpha(Image.new("L", SIZE, 0), ImageOps.invert(part())), CERTAIN),
    "a hole in white": (lambda: with_alpha(Image.new("L", SIZE, 255), ImageOps.invert(part())), CERTAIN),
    "a hole in the picture": (lambda: with_alpha(photo(*SIZE), ImageOps.invert(part())), CERTAIN),
    "a mask of Easel": (lambda: with_alpha(part(), ImageOps.invert(part())), CERTAIN),
}


def alpha_of(mask: bytes, picture: bytes = PICTURE, *, upload: tuple[int, int] = SIZE) -> Samples:
    built = build_mask(mask, image_size=SIZE, upload_size=upload, picture=picture)
    return np.asarray(decode(built).getchannel("A"))


def inside(box: tuple[int, int, int, int] = BOX) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return np.asarray(part(box)) > 0


@pytest.mark.parametrize("case", CASES)
def test_the_marked_part_is_repainted_and_doubt_is_told(case: str) -> None:
    make, certain = CASES[case]
    mask = encode(make(), "PNG")

    alpha = alpha_of(mask)

    assert (alpha[inside()] == 0).all()
    assert (alpha[~inside()] == 255).all()
    assert is_certain_mask(PICTURE, mask) is certain
    assert recognise_mask(PICTURE, mask) is not MaskKind.PAINTED
    assert np.array_equal(np.asarray(open_region(read_region(mask, SIZE, picture=PICTURE))), 255 - alpha)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(sorted(case for case in CASES if case != "a hole in the picture")),
    st.integers(4, 90),
    st.integers(4, 70),
    st.integers(8, 100),
    st.integers(8, 75),
)
def test_wherever_the_part_lies_it_is_the_same(case: str, left: int, top: int, width: int, height: int) -> None:
    box = (left, top, left + width, top + height)
    data = np.asarray(CASES[case][0]())
    away, mark = data[0 if "edge" not in case and "corner" not in case else 20, 190], data[45, 110]
    moved = np.where(inside(box).reshape(*inside(box).shape, *(1,) * (data.ndim - 2)), mark, away).astype(data.dtype)

    alpha = alpha_of(encode(Image.fromarray(moved), "PNG"))

    assert (alpha[inside(box)] == 0).all()
    assert (alpha[~inside(box)] == 255).all()


@pytest.mark.parametrize(
    "case",
    ["white on black", "red on black", "blue on black", "grey on black", "dark grey and light grey", "black on white"],
)
@pytest.mark.parametrize("format_", ["JPEG", "WEBP", "AVIF"])
def test_two_levels_in_a_lossy_file_are_two_but_for_a_narrow_edge(case: str, format_: str) -> None:
    alpha = alpha_of(encode(CASES[case][0]().convert("RGB"), format_, quality=80))

    deep = (BOX[0] + 4, BOX[1] + 4, BOX[2] - 4, BOX[3] - 4)
    wide = (BOX[0] - 4, BOX[1] - 4, BOX[2] + 4, BOX[3] + 4)
    assert (alpha[inside(deep)] <= 2).all()
    assert (alpha[~inside(wide)] >= 253).all()


@pytest.mark.parametrize("times", [2, 5])
def test_a_smaller_mask_has_narrow_edges_in_a_larger_picture(times: int) -> None:
    upload = (SIZE[0] * times, SIZE[1] * times)

    alpha = alpha_of(encode(part(), "PNG"), upload=upload)

    assert np.count_nonzero((alpha > 0) & (alpha < 255)) < 3 * 2 * times * (100 + 37)
    assert alpha[56 * times, 100 * times] == 0
    assert alpha[10 * times, 10 * times] == 255


GREYS: dict[str, Callable[[], Image.Image]] = {
    "gradient": lambda: Image.linear_gradient("L").resize(SIZE),
    "vignette": lambda: Image.radial_gradient("L").resize(SIZE),
    "vignette, light inside": lambda: ImageOps.invert(Image.radial_gradient("L").resize(SIZE)),
    "feather": lambda: part().filter(ImageFilter.GaussianBlur(9)),
    "wide feather": lambda: part((20, 20, 180, 130)).filter(ImageFilter.GaussianBlur(16)),
    "steps": lambda: Image.fromarray((np.arange(200) // 40 * 63).astype(np.uint8)[None].repeat(150, 0)),
}


@pytest.mark.parametrize("kind", GREYS)
def test_real_greys_stay_as_they_are(kind: str) -> None:
    image = GREYS[kind]()

    alpha = alpha_of(encode(image, "PNG"))

    assert np.array_equal(alpha, 255 - np.asarray(image))
    assert is_certain_mask(PICTURE, encode(image, "PNG"))


def test_real_greys_that_use_a_part_of_the_range_are_stretched_and_shown() -> None:
    image = Image.linear_gradient("L").resize(SIZE).point(lambda level: level // 3)
    mask = encode(image, "PNG")

    alpha = alpha_of(mask)

    assert (alpha.min(), alpha.max()) == (0, 255)
    assert not is_certain_mask(PICTURE, mask)


def test_real_greys_of_16_bits_that_use_8_keep_all_of_them() -> None:
    ramp = np.asarray(Image.linear_gradient("L").resize(SIZE)).astype(np.uint16)

    assert np.array_equal(alpha_of(encode(Image.fromarray(ramp), "PNG")), 255 - ramp)


def test_a_gradient_in_the_alpha_stays_as_it_is() -> None:
    gradient = Image.linear_gradient("L").resize(SIZE)

    assert np.array_equal(alpha_of(encode(with_alpha(photo(*SIZE), gradient), "PNG")), np.asarray(gradient))


@pytest.mark.parametrize(
    ("mask", "certain"),
    [(Image.new("L", SIZE, 255), True), (Image.new("L", SIZE, 128), False), (Image.new("L", SIZE, 1), False)],
)
def test_a_single_level_is_not_stretched_and_is_shown_unless_it_is_white(mask: Image.Image, certain: bool) -> None:  # noqa: FBT001
    assert (alpha_of(encode(mask, "PNG")) == 255 - np.asarray(mask)).all()
    assert is_certain_mask(PICTURE, encode(mask, "PNG")) is certain


def bordered() -> tuple[bytes, Image.Image]:
    """Make a picture with a transparent border, and its alpha."""
    alpha = part((30, 20, 170, 130))
    return encode(with_alpha(photo(*SIZE), alpha), "PNG"), alpha


@pytest.mark.parametrize("hidden", [0, 255])
def test_the_transparency_of_the_picture_itself_is_no_mask(hidden: int) -> None:
    picture, border = bordered()
    grey = Image.composite(part(), Image.new("L", SIZE, hidden), border)
    mask = encode(with_alpha(grey, border), "PNG")

    alpha = alpha_of(mask, picture)

    assert (alpha[inside()] == 0).all()
    assert (alpha[~inside()] == 255).all()
    assert is_certain_mask(picture, mask)
    assert recognise_mask(picture, mask) is MaskKind.PLAIN


def test_a_hole_counts_beside_the_transparency_of_the_picture_itself() -> None:
    picture, border = bordered()
    holed = np.where(inside(), 0, np.asarray(border)).astype(np.uint8)
    mask = encode(with_alpha(photo(*SIZE), Image.fromarray(holed)), "PNG")

    alpha = alpha_of(mask, picture)

    assert (alpha[inside()] == 0).all()
    assert (alpha[~inside()] == 255).all()


def test_a_cut_out_that_leaves_little_is_shown_first() -> None:
    mask = encode(with_alpha(photo(*SIZE), part()), "PNG")

    assert not is_certain_mask(PICTURE, mask)


def test_a_painted_copy_with_a_trace_of_alpha_is_one() -> None:
    copy = photo(*SIZE)
    copy.paste((255, 0, 255), (0, 0), part())
    assert recognise_mask(PICTURE, encode(with_alpha(copy, trace(254)), "PNG")) is MaskKind.PAINTED


def test_a_photo_is_read_by_its_light_and_shown_first() -> None:
    mask = encode(photo(*SIZE).rotate(180), "PNG")

    assert not is_certain_mask(PICTURE, mask)


def test_a_region_is_taken_as_it_is() -> None:
    region = invert_region(read_region(encode(part(), "PNG"), SIZE))
    faint = encode(levels(0, 1), "PNG")

    for made in (region, faint):
        built = build_mask(made, image_size=SIZE, upload_size=SIZE, is_region=True)
        assert np.array_equal(np.asarray(decode(built).getchannel("A")), 255 - np.asarray(decode(made)))
    assert marked_share(region) > 0.8


MARKED = np.zeros((300, 400), np.bool_)
MARKED[75:150, 100:300] = True


@pytest.mark.parametrize("name", sorted(one.name for one in FIELD.glob("*mask*")))
def test_a_mask_of_the_field_marks_what_was_meant(name: str) -> None:
    picture = (FIELD / ("border-picture.png" if "border" in name else "picture-400x300.png")).read_bytes()
    mask = (FIELD / name).read_bytes()

    built = build_mask(mask, image_size=(400, 300), upload_size=(400, 300), picture=picture)

    assert np.array_equal(np.asarray(decode(built).getchannel("A")) == 0, MARKED)
    assert np.array_equal(np.asarray(decode(built).getchannel("A")) == 255, ~MARKED)
    assert is_certain_mask(picture, mask) is ("transparent" not in name)
