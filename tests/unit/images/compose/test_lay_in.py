"""Kept pixels are kept: whatever the picture, the mask and the answer are."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.domain.crop import Crop
from bot.domain.crop_choice import CropChoice
from bot.domain.errors import BadImage
from bot.domain.models import load_catalogue
from bot.images.colour import DeclaredColour, declared_profile, to_srgb
from bot.images.compose.lay_in import LaidIn, lay_in, lay_in_sketch
from bot.images.compose.upload import MaskedUpload, prepare_masked
from tests.unit.images.compose.drift import draw, textured
from tests.unit.images.pictures import (
    decode,
    encode,
    grey_profile,
    noise,
    oriented,
    photo,
    png_bomb,
    samples,
    srgb_profile,
)

MODEL = load_catalogue().find("gpt-image-2.5-flare")
SIZE = 400, 300
BOX = 150, 100, 250, 180
MODES = ("L", "LA", "P", "RGB", "RGBA")


def region(size: tuple[int, int], box: tuple[int, int, int, int], level: int = 255) -> bytes:
    mask = Image.new("L", size)
    mask.paste(level, box)
    return encode(mask, "PNG")


def prepared(picture: bytes, mask: bytes, choice: CropChoice = CropChoice.WHOLE) -> MaskedUpload:
    return prepare_masked(picture, mask, is_region=True, model=MODEL, size="auto", choice=choice, byte_limit=50_000_000)


def laid_in(upload: MaskedUpload, answer: bytes, output_format: str = "png") -> LaidIn:
    result = lay_in(answer, original=upload.original, marks=upload.marks, crop=upload.crop, output_format=output_format)
    assert result is not None
    return result


def painted(upload: MaskedUpload, colour: str = "#c81e1e") -> bytes:
    """Answer with what went up, painted over where the mask says."""
    picture = decode(upload.picture).convert("RGB")
    picture.paste(colour, mask=ImageOps.invert(decode(upload.mask).getchannel("A")))
    return encode(picture, "PNG")


def kept(upload: MaskedUpload) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    original = decode(upload.original)
    marks = Image.new("L", ImageOps.exif_transpose(original).size)
    marks.paste(decode(upload.marks), upload.crop.box)
    there: np.ndarray[Any, np.dtype[np.bool_]] = np.asarray(marks) == 0
    return there


@st.composite
def edits(draw_: st.DrawFn) -> tuple[bytes, bytes, CropChoice, bytes]:
    """Draw a picture, a mask for it, what goes up and any answer."""
    width, height = draw_(st.integers(1, 90)), draw_(st.integers(1, 90))
    mode, orientation = draw_(st.sampled_from(MODES)), draw_(st.integers(1, 8))
    options: dict[str, Any] = {}
    if draw_(st.booleans()):
        options["icc_profile"] = grey_profile() if mode in {"L", "LA"} else srgb_profile()
    make = draw_(st.sampled_from([photo, textured_in]))
    image = Image.Exif()
    image[0x0112] = orientation
    picture = encode(make(width, height, mode), "PNG", exif=image.tobytes(), **options)
    upright = (height, width) if orientation >= 5 else (width, height)
    levels = draw_(st.sampled_from([(0, 255), (0, 90, 255)]))
    random = np.random.default_rng(draw_(st.integers(0, 99)))
    cells = random.choice(np.array(levels, dtype=np.uint8), (draw_(st.integers(1, 6)), draw_(st.integers(1, 6))))
    pattern = Image.fromarray(cells).resize(upright, Image.Resampling.NEAREST)
    pattern.paste(255, (0, 0, 2, 2))
    mask = encode(pattern, "PNG")
    answer_mode = draw_(st.sampled_from(["RGB", "RGBA", "L"]))
    answer = photo(draw_(st.integers(1, 120)), draw_(st.integers(1, 120)), answer_mode)
    return picture, mask, draw_(st.sampled_from(CropChoice)), encode(answer, "PNG")


def textured_in(width: int, height: int, mode: str) -> Image.Image:
    image = textured(width, height).convert(mode)
    if mode in {"LA", "RGBA"}:
        image.putalpha(noise(width, height, "L"))
    return image


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_marked_fades_in_on_every_side_but_at_the_border_of_the_picture(times: int) -> None:
    size = (400 * times, 300 * times)
    left, top, right, bottom = (150 * times, 0, 250 * times, 80 * times)
    upload = prepared(encode(photo(*size), "PNG"), region(size, (left, top, right, bottom)))

    marks = np.asarray(decode(upload.marks))

    x, y = (left + right) // 2, (top + bottom) // 2
    assert marks[y, x] == marks[0, x] == 255
    sides = marks[y, left], marks[y, right - 1], marks[bottom - 1, x]
    assert max(sides) < 90, "there is a hard edge"
    assert marks[y, left - 1] == marks[y, right] == marks[bottom, x] == 0


@settings(max_examples=80)
@given(edits())
def test_pixels_that_are_not_marked_are_the_originals(edit: tuple[bytes, bytes, CropChoice, bytes]) -> None:
    picture, mask, choice, answer = edit
    upload = prepared(picture, mask, choice)
    original = ImageOps.exif_transpose(decode(picture))
    if original.mode == "P":
        original = original.convert("RGB")

    result = lay_in(answer, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png")
    own = laid_in(upload, upload.picture)

    for one in (result, own):
        if one is not None:
            image = decode(one.data)
            assert (one.width, one.height) == image.size == original.size
            there = kept(upload)
            coloured = original.convert(image.mode)
            assert np.array_equal(samples(image)[there], samples(coloured)[there])
            assert image.mode == original.mode or original.mode in {"L", "LA"}


def test_what_is_marked_is_the_answers() -> None:
    upload = prepared(encode(textured(*SIZE), "PNG"), region(SIZE, BOX))

    result = decode(laid_in(upload, painted(upload)).data)

    assert result.getpixel((200, 140)) == pytest.approx((200, 30, 30), abs=3)


@pytest.mark.parametrize("choice", [CropChoice.PART, CropChoice.WHOLE])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_comes_back_upright_and_changed_in_its_place(orientation: int, choice: CropChoice) -> None:
    picture = oriented(textured(300, 250), "JPEG", orientation)
    upright = ImageOps.exif_transpose(decode(picture))
    box = (50, 75, 90, 130)
    upload = prepared(picture, region(upright.size, box), choice)

    result = decode(laid_in(upload, painted(upload)).data)

    expected = upright.copy()
    expected.paste((200, 30, 30), box)
    there = kept(upload)
    assert np.array_equal(samples(result)[there], samples(upright)[there])
    # The soft edge lies inside of the box.
    assert np.abs(samples(result) - samples(expected)).mean() < 1.5


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (30, 300), (300, 30), (17, 900)])
@pytest.mark.parametrize("choice", CropChoice)
def test_small_and_narrow_pictures_work(size: tuple[int, int], choice: CropChoice) -> None:
    middle = size[0] // 2, size[1] // 2
    upload = prepared(encode(photo(*size), "PNG"), region(size, (*middle, middle[0] + 1, middle[1] + 1)), choice)

    result = decode(laid_in(upload, painted(upload)).data)

    assert result.size == size
    assert samples(result)[kept(upload)].tolist() == samples(photo(*size))[kept(upload)].tolist()


@pytest.mark.parametrize("answer_size", [(1024, 1024), (1536, 1024), (400, 300), (1023, 770), (200, 150)])
def test_an_answer_of_any_size_fits(answer_size: tuple[int, int]) -> None:
    picture = textured(*SIZE)
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX))

    result = decode(laid_in(upload, draw(painted(upload), size=answer_size)).data)

    assert result.size == SIZE
    assert result.getpixel((200, 140)) == pytest.approx((200, 30, 30), abs=3)


@pytest.mark.parametrize("pad", [True, False])
def test_an_answer_that_was_padded_or_cut_is_put_into_its_place(pad: bool) -> None:  # noqa: FBT001
    upload = prepared(encode(textured(*SIZE), "PNG"), region(SIZE, BOX))
    answer = decode(painted(upload))
    fit = ImageOps.pad if pad else ImageOps.fit

    result = decode(laid_in(upload, encode(fit(answer, (1024, 1024)), "PNG")).data)

    expected = textured(*SIZE)
    expected.paste((200, 30, 30), BOX)
    assert np.abs(samples(result) - samples(expected)).mean() < 2


@pytest.mark.parametrize("seed", range(5))
def test_an_answer_that_has_nothing_in_common_does_not_fit(seed: int) -> None:
    upload = prepared(encode(textured(*SIZE), "PNG"), region(SIZE, BOX))
    other = encode(textured(1024, 768, seed=100 + seed), "PNG")

    result = lay_in(other, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png")

    assert result is None


def test_a_cut_answer_without_all_of_what_is_marked_does_not_fit() -> None:
    upload = prepared(encode(textured(*SIZE), "PNG"), region(SIZE, (2, 100, 60, 180)))
    cut = encode(ImageOps.fit(decode(painted(upload)), (1024, 1024)), "PNG")

    assert lay_in(cut, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png") is None


def test_a_picture_that_is_marked_all_over_is_the_answer() -> None:
    upload = prepared(encode(textured(*SIZE), "PNG"), region(SIZE, (0, 0, *SIZE)))
    other = textured(*SIZE, seed=5)

    result = decode(laid_in(upload, encode(other, "PNG")).data)

    assert np.abs(samples(result) - samples(other)).max() <= 1


def test_greys_of_a_mask_weigh_picture_and_answer() -> None:
    picture = Image.new("RGB", SIZE, (100, 100, 100))
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX, 128))
    answer = picture.copy()
    answer.paste((200, 200, 200), BOX)

    result = decode(laid_in(upload, encode(answer, "PNG")).data)

    assert result.getpixel((200, 140)) == pytest.approx((150, 150, 150), abs=2)


def test_the_profile_stays_and_the_answer_is_converted_to_it() -> None:
    wide_profile = declared_profile(DeclaredColour(code_points=(12, 13)), grey=False)
    picture = Image.new("RGB", SIZE, (120, 120, 120))
    upload = prepared(encode(picture, "PNG", icc_profile=wide_profile), region(SIZE, BOX))

    result = decode(laid_in(upload, painted(upload, "#00ff00")).data)

    assert result.getpixel((5, 5)) == (120, 120, 120)
    assert result.info["icc_profile"]
    # sRGB's green in Display P3: https://www.color.org/chardata/rgb/DisplayP3.xalter
    assert result.getpixel((200, 140)) == pytest.approx((117, 251, 76), abs=4)


def test_a_grey_photo_stays_grey_unless_colour_is_laid_in() -> None:
    upload = prepared(encode(textured(*SIZE).convert("L"), "PNG"), region(SIZE, BOX))

    assert decode(laid_in(upload, painted(upload, "#808080")).data).mode == "L"
    coloured = decode(laid_in(upload, painted(upload)).data)
    assert coloured.mode == "RGB"
    assert coloured.getpixel((200, 140)) == pytest.approx((200, 30, 30), abs=3)


@pytest.mark.parametrize(("mode", "kind"), [("1", "PNG"), ("I;16", "PNG"), ("CMYK", "TIFF")])
def test_what_no_result_of_ours_has_is_kept_as_it_is_shown(mode: str, kind: str) -> None:
    picture = textured(*SIZE).convert("CMYK") if mode == "CMYK" else photo(*SIZE, mode)
    upload = prepared(encode(picture, kind), region(SIZE, BOX))

    result = decode(laid_in(upload, painted(upload)).data)

    if mode == "I;16":
        shown = np.asarray(picture) / 257
    else:
        shown = np.asarray(to_srgb(picture) if mode == "CMYK" else picture.convert("L")).astype(np.float64)
    # A colour was laid into the grey ones.
    off = np.abs(samples(result).astype(np.float64) - (shown if shown.ndim == 3 else shown[..., None]))
    assert off[kept(upload)].max() <= (1 if mode == "I;16" else 0)


def test_transparency_stays_where_it_was() -> None:
    picture = textured(*SIZE).convert("RGBA")
    picture.putalpha(Image.new("L", SIZE, 255))
    picture.paste((10, 20, 30, 0), (150, 100, 180, 180))
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX))

    result = decode(laid_in(upload, painted(upload)).data)

    assert np.array_equal(np.asarray(result.getchannel("A")), np.asarray(picture.getchannel("A")))
    assert result.getpixel((215, 140)) == pytest.approx((200, 30, 30, 255), abs=3)


def test_the_transparency_of_an_answer_counts_where_the_picture_has_some() -> None:
    picture = textured(*SIZE).convert("RGBA")
    picture.putpixel((0, 0), (0, 0, 0, 0))
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX))
    answer = decode(painted(upload)).convert("RGBA")
    answer.paste((0, 0, 0, 0), BOX)

    result = decode(laid_in(upload, encode(answer, "PNG")).data)

    assert result.getpixel((200, 140))[3] == 0  # type: ignore[index] # of RGBA
    assert result.getpixel((20, 20))[3] == 255  # type: ignore[index] # of RGBA


def test_a_jpeg_is_encoded_once_and_keeps_its_profile() -> None:
    picture = encode(textured(*SIZE), "JPEG", quality=95, icc_profile=srgb_profile())
    upload = prepared(picture, region(SIZE, BOX))

    result = laid_in(upload, painted(upload), "jpeg")

    image = decode(result.data)
    assert (result.output_format, image.format) == ("jpeg", "JPEG")
    assert image.info["icc_profile"]
    there = kept(upload)
    assert np.abs(samples(image)[there] - samples(decode(picture))[there]).mean() < 2


def test_a_webp_keeps_every_pixel() -> None:
    picture = textured(*SIZE)
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX))

    result = laid_in(upload, painted(upload), "webp")

    there = kept(upload)
    assert result.output_format == "webp"
    assert np.array_equal(samples(decode(result.data).convert("RGB"))[there], samples(picture)[there])


def test_what_is_transparent_becomes_no_jpeg() -> None:
    upload = prepared(encode(photo(*SIZE, "RGBA"), "PNG"), region(SIZE, BOX))

    result = laid_in(upload, painted(upload), "jpeg")

    assert result.output_format == "png"
    assert decode(result.data).mode == "RGBA"


def test_a_broken_answer_is_a_bad_image() -> None:
    upload = prepared(encode(photo(*SIZE), "PNG"), region(SIZE, BOX))

    with pytest.raises(BadImage):
        laid_in(upload, painted(upload)[:-40])


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_a_sketch_is_laid_in_small(mode: str) -> None:
    picture = textured(*SIZE).convert(mode)
    if mode == "RGBA":
        picture.putpixel((0, 0), (0, 0, 0, 0))
        picture.paste((0, 0, 0, 0), (0, 0, 40, 40))
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX), CropChoice.PART)

    sketch = decode(
        lay_in_sketch(painted(upload), original=upload.original, marks=upload.marks, crop=upload.crop, longest=200)
    )

    assert sketch.size == (200, 150)
    assert (sketch.format, sketch.mode) == (("PNG", "RGBA") if mode == "RGBA" else ("JPEG", "RGB"))
    assert sketch.convert("RGB").getpixel((100, 70)) == pytest.approx((200, 30, 30), abs=12)
    far = sketch.convert("RGB").getpixel((150, 100))
    assert far == pytest.approx(picture.convert("RGB").resize((200, 150)).getpixel((150, 100)), abs=25)


def test_a_picture_of_64_megapixels_is_changed_in_place() -> None:
    size = 8192, 8192
    upload = prepared(png_bomb(*size), region((1024, 1024), (500, 500, 520, 520)), CropChoice.AUTO)
    assert upload.crop.width * upload.crop.height < 2_000_000

    result = laid_in(upload, painted(upload))

    image = decode(result.data)
    assert image.size == size
    assert decode(upload.marks).size == (upload.crop.width, upload.crop.height)
    # The original is black all over.
    changed = image.convert("L")
    assert changed.getbbox() == pytest.approx((4000, 4000, 4160, 4160), abs=16)
    assert not np.asarray(changed)[kept(upload)].any()


def test_marks_of_nothing_leave_the_original() -> None:
    picture = textured(*SIZE)
    nothing = encode(Image.new("L", SIZE), "PNG")

    result = lay_in(
        encode(picture, "PNG"),
        original=encode(picture, "PNG"),
        marks=nothing,
        crop=Crop(0, 0, *SIZE, *SIZE, "auto"),
        output_format="png",
    )

    assert result is not None
    assert np.array_equal(samples(decode(result.data)), samples(picture))


def test_who_asks_for_a_transparent_background_gets_one_within_the_mask() -> None:
    picture = textured(*SIZE)
    upload = prepared(encode(picture, "PNG"), region(SIZE, BOX))
    answer = decode(painted(upload)).convert("RGBA")
    answer.paste((0, 0, 0, 0), (0, 0, 200, 300))

    results = [
        lay_in(
            encode(answer, "PNG"),
            original=upload.original,
            marks=upload.marks,
            crop=upload.crop,
            output_format="png",
            transparent=transparent,
        )
        for transparent in (True, False)
    ]

    asked, unasked = results
    assert asked is not None
    image = decode(asked.data)
    assert image.getpixel((175, 140))[3] == 0  # type: ignore[index] # of RGBA
    assert image.getpixel((225, 140)) == pytest.approx((200, 30, 30, 255), abs=3)
    there = kept(upload)
    assert np.array_equal(samples(image)[there], samples(picture.convert("RGBA"))[there])
    assert unasked is None or decode(unasked.data).mode == "RGB"


def test_a_webp_that_would_take_too_much_memory_is_a_png() -> None:
    picture = encode(Image.new("RGB", (4000, 3001)), "PNG")
    upload = prepared(picture, region((400, 300), (100, 100, 120, 120)), CropChoice.PART)

    assert laid_in(upload, painted(upload), "webp").output_format == "png"
