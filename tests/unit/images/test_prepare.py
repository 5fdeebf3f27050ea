"""An input picture for upload: as it is where that will do, else upright, small enough and without private data."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.domain.errors import BrokenImage, FileTooLarge, UnsupportedImage
from bot.domain.fitting import fit_within
from bot.images.icc import rewrite_profile
from bot.images.prepare import prepare_image
from tests.unit.images.pictures import (
    MODES,
    PRIVATE,
    chunk,
    cmyk_profile,
    decode,
    encode,
    exif,
    grey_profile,
    noise,
    oriented,
    photo,
    png_bomb,
    samples,
    segment,
    srgb_profile,
    with_private_data,
)

PLENTY = 1536 * 1024


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_fits_goes_up_as_it_is(format_: str) -> None:
    data = encode(photo(60, 40), format_)

    prepared = prepare_image(data, pixel_budget=60 * 40)

    assert prepared.data is data
    assert prepared.format == format_.lower()
    assert (prepared.width, prepared.height) == (prepared.source_width, prepared.source_height) == (60, 40)


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("pixel_budget", [PLENTY, 600])
def test_place_and_camera_data_never_leave(format_: str, orientation: int, pixel_budget: int) -> None:
    data = with_private_data(photo(60, 40), format_, orientation)
    assert PRIVATE in data

    prepared = prepare_image(data, pixel_budget=pixel_budget)

    assert PRIVATE not in prepared.data
    picture = decode(prepared.data)
    assert not set(picture.info) & {"exif", "xmp", "comment", "Comment", "XML:com.adobe.xmp"}
    assert not picture.getexif()


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_cutting_the_metadata_changes_no_pixel_and_keeps_the_profile(format_: str) -> None:
    lossless = {"lossless": True} if format_ == "WEBP" else {}
    without = decode(encode(photo(60, 40), format_, **lossless))

    picture = decode(prepare_image(with_private_data(photo(60, 40), format_), pixel_budget=PLENTY).data)

    assert np.array_equal(samples(picture), samples(without))
    assert picture.info["icc_profile"] == rewrite_profile(srgb_profile())


def test_a_webp_no_longer_promises_the_metadata_that_were_cut_out() -> None:
    data = with_private_data(photo(60, 40), "WEBP")
    exif_and_xmp = 0x08 | 0x04
    assert data[20] & exif_and_xmp

    prepared = prepare_image(data, pixel_budget=PLENTY)

    assert not prepared.data[20] & exif_and_xmp
    assert int.from_bytes(prepared.data[4:8], "little") == len(prepared.data) - 8


def test_the_second_photo_behind_a_jpeg_is_cut_off() -> None:
    first = encode(photo(60, 40), "JPEG")

    assert prepare_image(first + encode(noise(60, 40), "JPEG"), pixel_budget=PLENTY).data == first


def test_the_thumbnail_inside_of_a_jfif_mark_is_cut_out() -> None:
    data = encode(photo(60, 40), "JPEG")
    plain = segment(0xE0, data[6:20])
    thumbnail = segment(0xE0, data[6:18] + b"\1\1" + b"\x80\x81\x82")
    assert data[2:20] == plain

    assert prepare_image(data[:2] + thumbnail + data[20:], pixel_budget=PLENTY).data == data


@pytest.mark.parametrize(
    ("mode", "profile"),
    [
        ("L", grey_profile()),
        ("I;16", grey_profile()),
        ("LA", grey_profile()),
        ("RGB", srgb_profile()),
        ("RGBA", srgb_profile()),
        ("P", srgb_profile()),
    ],
)
def test_the_profile_survives_a_new_encoding(mode: str, profile: bytes) -> None:
    data = encode(photo(60, 40, mode), "PNG", icc_profile=profile)

    assert decode(prepare_image(data, pixel_budget=600).data).info["icc_profile"] == rewrite_profile(profile)


def test_a_profile_of_another_colour_space_is_left_out() -> None:
    data = encode(photo(60, 40, "L"), "PNG", icc_profile=srgb_profile())

    assert "icc_profile" not in decode(prepare_image(data, pixel_budget=600).data).info


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("pixel_budget", [PLENTY, 1200])
def test_a_picture_goes_up_upright(format_: str, orientation: int, pixel_budget: int) -> None:
    data = oriented(photo(80, 60), format_, orientation)
    upright = ImageOps.exif_transpose(decode(data))

    prepared = prepare_image(data, pixel_budget=pixel_budget)

    assert (prepared.source_width, prepared.source_height) == upright.size
    assert (prepared.width, prepared.height) == fit_within(upright.size, pixel_budget)
    _assert_alike(decode(prepared.data), upright.resize((prepared.width, prepared.height)), at_most=2)


@given(st.integers(1, 40_000), st.integers(1, 40_000), st.integers(1, 3840 * 2160))
def test_a_size_never_goes_over_the_budget_and_keeps_its_ratio(width: int, height: int, budget: int) -> None:
    new_width, new_height = fit_within((width, height), budget)

    assert new_width * new_height <= budget or (new_width, new_height) == (width, height)
    assert width * height > budget or (new_width, new_height) == (width, height)
    assert 1 <= new_width <= width
    assert 1 <= new_height <= height
    if min(new_width, new_height) > 1:
        assert abs(new_width - width * new_height / height) <= max(1, width / height)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(MODES), st.integers(1, 50), st.integers(1, 50), st.integers(1, 3000))
def test_a_picture_of_any_mode_and_size_goes_up_within_the_budget(
    mode: str, width: int, height: int, budget: int
) -> None:
    prepared = prepare_image(encode(photo(width, height, mode), "PNG"), pixel_budget=budget)

    picture = decode(prepared.data)
    assert picture.format == prepared.format.upper()
    assert picture.size == (prepared.width, prepared.height)
    assert prepared.width * prepared.height <= budget
    assert (prepared.source_width, prepared.source_height) == (width, height)


def test_a_large_photo_goes_up_as_the_reference_makes_it() -> None:
    photograph = photo(1600, 1200)

    prepared = prepare_image(encode(photograph, "JPEG", quality=95), pixel_budget=200 * 150)

    assert (prepared.format, prepared.width, prepared.height) == ("jpeg", 200, 150)
    assert _subsampling(prepared.data) == "4:4:4"
    _assert_alike(decode(prepared.data), photograph.resize((200, 150), Image.Resampling.LANCZOS), at_most=1.5)


def test_transparency_goes_up_as_png() -> None:
    image = photo(80, 60, "RGBA")

    prepared = prepare_image(encode(image, "WEBP", lossless=True), pixel_budget=1200)

    assert prepared.format == "png"
    _assert_alike(decode(prepared.data), image.resize((40, 30), Image.Resampling.LANCZOS), at_most=1.5)


def test_an_alpha_channel_that_is_opaque_does_not_make_a_png() -> None:
    image = photo(80, 60)
    image.putalpha(255)

    assert prepare_image(encode(image, "PNG"), pixel_budget=1200).format == "jpeg"


def test_a_transparent_palette_entry_stays_transparent() -> None:
    image = Image.new("P", (40, 30), 1)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(0, (0, 0, 20, 30))

    prepared = prepare_image(encode(image, "PNG", transparency=0), pixel_budget=300)

    alpha = decode(prepared.data).getchannel("A")
    assert (alpha.getpixel((2, 5)), alpha.getpixel((17, 5))) == (0, 255)


@pytest.mark.parametrize("depth", [2, 4, 8, 16])
def test_a_key_colour_in_grey_of_any_depth_is_transparent(depth: int) -> None:
    prepared = prepare_image(_keyed_grey(depth, grey=1), pixel_budget=128)

    picture = decode(prepared.data)
    assert picture.mode == "LA"
    assert picture.getpixel((2, 2)) == (0, 0)
    assert picture.getpixel((12, 2)) == (255, 255)


def test_a_key_colour_of_16_bits_is_transparent() -> None:
    key = (0x1234, 0x5678, 0x9ABC)
    rows = b"".join(b"\0" + struct.pack(">3H", *key) * 16 + b"\xff" * 6 * 16 for _ in range(16))

    prepared = prepare_image(_png(32, 16, 16, 2, rows, struct.pack(">3H", *key)), pixel_budget=128)

    alpha = decode(prepared.data).getchannel("A")
    assert (alpha.getpixel((2, 2)), alpha.getpixel((12, 2))) == (0, 255)


def test_grey_of_16_bits_is_scaled_and_not_clipped() -> None:
    image = Image.fromarray(np.repeat(np.array([[0, 0x4040, 0x8080, 0xFFFF]], dtype=np.uint16), 20, 1).repeat(20, 0))

    picture = decode(prepare_image(encode(image, "PNG"), pixel_budget=400).data)

    assert picture.mode == "L"
    greys = [picture.getpixel((x, 5)) for x in (4, 13, 23, 35)]
    assert greys == pytest.approx([0, 0x40, 0x80, 0xFF], abs=3)


def test_inverted_cmyk_has_the_right_colours() -> None:
    image = Image.new("CMYK", (60, 40), (0, 255, 255, 0))

    prepared = prepare_image(encode(image, "JPEG", quality=95), pixel_budget=PLENTY)

    picture = decode(prepared.data)
    assert picture.mode == "RGB"
    assert picture.getpixel((30, 20)) == pytest.approx((255, 0, 0), abs=3)


def test_a_cmyk_picture_is_converted_by_its_profile() -> None:
    image = Image.new("CMYK", (60, 40), (0, 255, 255, 0))
    image.paste((0, 0, 0, 0), (0, 0, 30, 40))

    picture = decode(prepare_image(encode(image, "JPEG", icc_profile=cmyk_profile()), pixel_budget=PLENTY).data)

    assert picture.getpixel((10, 20)) == pytest.approx((255, 255, 255), abs=4)
    assert picture.getpixel((50, 20)) == pytest.approx((119, 119, 119), abs=8)
    assert "icc_profile" not in picture.info


def test_a_cmyk_picture_with_a_broken_profile_is_still_prepared() -> None:
    profile = srgb_profile()
    broken = profile[:16] + b"CMYK" + profile[20:]
    image = Image.new("CMYK", (60, 40), (0, 255, 255, 0))

    picture = decode(prepare_image(encode(image, "JPEG", icc_profile=broken), pixel_budget=PLENTY).data)

    assert "icc_profile" not in picture.info
    assert picture.getpixel((30, 20)) == pytest.approx((255, 0, 0), abs=3)


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "GIF"])
def test_the_first_frame_of_an_animation_goes_up(format_: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ((200, 30, 30), (30, 200, 30))]
    data = encode(frames[0], format_, save_all=True, append_images=frames[1:])

    picture = decode(prepare_image(data, pixel_budget=PLENTY).data)

    assert not getattr(picture, "is_animated", False)
    assert picture.convert("RGB").getpixel((20, 15)) == pytest.approx((200, 30, 30), abs=4)


@pytest.mark.parametrize("progressive", [True, False])
@pytest.mark.parametrize("pixel_budget", [PLENTY, 600])
def test_a_jpeg_without_its_end_mark_gets_one(progressive: bool, pixel_budget: int) -> None:  # noqa: FBT001
    data = encode(photo(60, 40), "JPEG", progressive=progressive)

    prepared = prepare_image(data[:-2], pixel_budget=pixel_budget)

    assert prepared == prepare_image(data, pixel_budget=pixel_budget)
    assert prepared.data.endswith(b"\xff\xd9")


@pytest.mark.parametrize("progressive", [True, False])
@pytest.mark.parametrize("pixel_budget", [PLENTY, 600])
def test_a_jpeg_without_the_end_of_its_scans_is_refused(progressive: bool, pixel_budget: int) -> None:  # noqa: FBT001
    data = encode(photo(60, 40), "JPEG", progressive=progressive)

    with pytest.raises(BrokenImage):
        prepare_image(data[:-12], pixel_budget=pixel_budget)


def test_a_jpeg_with_restart_marks_and_padding_is_whole() -> None:
    data = encode(photo(160, 120), "JPEG", restart_marker_blocks=1)
    padded = data[:2] + b"\xff\xff" + data[2:]

    assert prepare_image(data, pixel_budget=PLENTY).data is data
    assert np.array_equal(samples(decode(prepare_image(padded, pixel_budget=PLENTY).data)), samples(decode(data)))


def test_a_png_with_two_headers_is_broken() -> None:
    data = encode(photo(60, 40), "PNG")
    other = chunk(b"IHDR", struct.pack(">II", 40, 40) + data[24:29])

    for pixel_budget in (PLENTY, 600):
        with pytest.raises(BrokenImage):
            prepare_image(data[:33] + other + data[33:], pixel_budget=pixel_budget)


def test_a_gif_whose_first_frame_is_larger_than_its_screen_is_taken_whole() -> None:
    data = encode(photo(60, 40), "GIF")
    small_screen = data[:6] + struct.pack("<HH", 10, 10) + data[10:]

    prepared = prepare_image(small_screen, pixel_budget=PLENTY)

    assert (prepared.width, prepared.height) == (60, 40)


def test_a_result_over_the_byte_limit_is_refused_with_both_figures() -> None:
    with pytest.raises(FileTooLarge) as refusal:
        prepare_image(encode(noise(60, 40), "PNG"), pixel_budget=PLENTY, byte_limit=1000)

    assert refusal.value.limit_bytes == 1000
    assert refusal.value.size_bytes is not None
    assert refusal.value.size_bytes > 1000


def test_a_picture_that_fits_in_pixels_but_not_in_bytes_is_encoded_anew() -> None:
    data = encode(noise(60, 40), "PNG")

    prepared = prepare_image(data, pixel_budget=PLENTY, byte_limit=len(data) - 1)

    assert (prepared.format, prepared.width, prepared.height) == ("jpeg", 60, 40)


def test_a_picture_of_the_largest_size_is_taken() -> None:
    prepared = prepare_image(png_bomb(8192, 8192), pixel_budget=1000)

    assert (prepared.source_width, prepared.source_height, prepared.format) == (8192, 8192, "jpeg")


def test_a_heic_file_is_refused_by_its_name() -> None:
    with pytest.raises(UnsupportedImage) as refusal:
        prepare_image(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + exif(1, private=True), pixel_budget=PLENTY)

    assert refusal.value.found == "HEIC"


def _assert_alike(one: Image.Image, other: Image.Image, *, at_most: float) -> None:
    assert one.size == other.size
    assert one.mode == other.mode
    assert np.abs(samples(one) - samples(other)).mean() <= at_most


def _subsampling(data: bytes) -> str:
    picture = Image.open(BytesIO(data))
    return {(1, 1): "4:4:4"}.get(picture.layer[0][1:3], "less")  # type: ignore[attr-defined]


def _keyed_grey(depth: int, *, grey: int) -> bytes:
    """Make a grey PNG of 32x16 whose left half is the key colour and whose right half is white."""
    key = format(grey, f"0{depth}b") * 16
    row = b"\0" + int(key + "1" * depth * 16, 2).to_bytes(4 * depth, "big")
    return _png(32, 16, depth, 0, row * 16, struct.pack(">H", grey))


def _png(width: int, height: int, depth: int, colour: int, rows: bytes, key: bytes) -> bytes:
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)),
        chunk(b"tRNS", key),
        chunk(b"IDAT", zlib.compress(rows)),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
