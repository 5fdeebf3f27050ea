"""AVIF, HEIC, BMP and TIFF: taken as phones and browsers make them, held to the caps, and never trusted."""

import random
import struct
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.domain.errors import BadImage, BrokenImage, InvalidRequest, SideTooLong, TooManyPixels, UnsupportedImage
from bot.images.codecs.probing import find_essential, probe, sniff_format, verify_result
from bot.images.icc import rewrite_profile
from bot.images.masks.mask import build_mask
from bot.images.prepare import prepare_image
from bot.images.view import open_view
from tests.unit.images.pictures import PRIVATE, decode, encode, exif, photo, samples, srgb_profile

pillow_heif.register_heif_opener()

FIELD = Path(__file__).parents[3] / "field"
PLENTY = 1 << 20
NAMES = {"AVIF": "avif", "HEIF": "heic", "BMP": "bmp", "TIFF": "tiff"}
FINE: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 95},
    "HEIF": {"quality": 95, "chroma": 444},
}
COMPRESSIONS = ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg")


@cache
def whole(format_: str, mode: str = "RGB") -> bytes:
    return encode(photo(48, 32, mode), format_, **FINE.get(format_, {}))


@pytest.mark.parametrize("format_", NAMES)
def test_a_picture_is_known_by_its_content_and_goes_up_as_one_that_the_api_takes(format_: str) -> None:
    data = whole(format_)
    info = probe(data)
    prepared = prepare_image(data, pixel_budget=PLENTY)

    assert sniff_format(data) == info.format == NAMES[format_]
    assert (info.width, info.height, info.animated, info.has_alpha) == (48, 32, False, False)
    assert prepared.format == "jpeg"
    assert np.abs(samples(decode(prepared.data)) - samples(photo(48, 32))).mean() < 3


@pytest.mark.parametrize("format_", ["AVIF", "HEIF", "TIFF"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_picture_of_any_mode_keeps_its_pixels_and_its_transparency(format_: str, mode: str) -> None:
    view = open_view(whole(format_, mode))

    assert view.mode == mode
    assert np.abs(samples(view) - samples(photo(48, 32, mode))).mean() < 3


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_bitmap_of_any_mode_keeps_its_pixels(mode: str) -> None:
    assert np.array_equal(
        samples(open_view(whole("BMP", mode)).convert("RGB")), samples(photo(48, 32, mode).convert("RGB"))
    )


@pytest.mark.parametrize("alpha", [0, 128])
def test_an_alpha_channel_of_a_bitmap_that_would_hide_all_of_it_is_none(alpha: int) -> None:
    pixels = np.dstack((np.asarray(photo(8, 4))[..., ::-1], np.full((4, 8), alpha, np.uint8)))[::-1]
    masks = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    header = struct.pack("<IiiHHIIiiII", 124, 8, 4, 1, 32, 3, 128, 0, 0, 0, 0) + masks + bytes(124 - 40 - 16)
    data = b"BM" + struct.pack("<IHHI", 14 + 124 + 128, 0, 0, 14 + 124) + header + pixels.tobytes()

    view = open_view(data)

    assert probe(data).has_alpha
    assert view.mode == ("RGBA" if alpha else "RGB")
    assert np.array_equal(samples(view.convert("RGB")), samples(photo(8, 4)))


def test_the_profile_of_a_bitmap_counts() -> None:
    body = np.asarray(Image.new("RGB", (4, 4), (30, 40, 201))).tobytes()
    profile = decode((FIELD / "swapped-profile.jpg").read_bytes()).info["icc_profile"]
    header = struct.pack("<IiiHHIIiiII", 124, 4, 4, 1, 24, 0, 48, 0, 0, 0, 0) + bytes(16) + b"DEBM" + bytes(48)
    header += struct.pack("<IIII", 4, 124 + len(body), len(profile), 0)
    data = b"BM" + struct.pack("<IHHI", 0, 0, 0, 14 + 124) + header + body + profile

    assert open_view(data).getpixel((1, 1)) == pytest.approx((24, 35, 201), abs=2)
    assert decode(prepare_image(data, pixel_budget=PLENTY).data).info["icc_profile"] == rewrite_profile(profile)


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_a_tiff_of_any_kind_keeps_its_pixels(mode: str, compression: str) -> None:
    if compression == "jpeg" and mode not in {"L", "RGB", "CMYK"}:
        return
    picture = photo(48, 32, "L").convert(mode) if mode in {"I", "F"} else photo(48, 32, mode)
    view = open_view(encode(picture, "TIFF", compression=compression))

    plain = {"I;16": "L", "I": "L", "F": "L", "1": "L", "P": "RGB", "CMYK": "RGB"}.get(mode, mode)
    expected = (
        samples(picture) / 257
        if mode == "I;16"
        else samples(photo(48, 32, "L" if mode in "IF" else mode).convert(plain))
    )
    if mode == "I;16":
        expected = np.asarray(picture) / 257
    assert view.mode == plain
    assert np.abs(samples(view) - expected).mean() < 2


def test_grey_of_16_bits_in_either_order_is_scaled() -> None:
    ramp = np.linspace(0, 65535, 48 * 32).reshape(32, 48).astype(np.uint16)
    for image in (Image.fromarray(ramp), Image.frombytes("I;16B", (48, 32), ramp.astype(">u2").tobytes())):
        assert np.abs(samples(open_view(encode(image, "TIFF"))) - ramp / 257).max() <= 1


@pytest.mark.parametrize("format_", ["AVIF", "HEIF", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_goes_up_upright(format_: str, orientation: int) -> None:
    data = encode(photo(96, 64), format_, exif=exif(orientation), **FINE.get(format_, {}))
    upright = ImageOps.exif_transpose(decode(encode(photo(96, 64), "PNG", exif=exif(orientation))))

    info = probe(data)

    assert (info.width, info.height) == upright.size
    assert np.abs(samples(open_view(data)) - samples(upright)).mean() < 3


@pytest.mark.parametrize("format_", ["AVIF", "HEIF", "TIFF"])
def test_place_and_camera_data_never_leave(format_: str) -> None:
    data = encode(photo(48, 32), format_, exif=exif(1, private=True), **FINE.get(format_, {}))

    assert PRIVATE in data
    assert PRIVATE not in prepare_image(data, pixel_budget=PLENTY).data


@pytest.mark.parametrize("format_", ["AVIF", "HEIF", "TIFF"])
def test_the_profile_survives(format_: str) -> None:
    data = encode(photo(48, 32), format_, icc_profile=srgb_profile(), **FINE.get(format_, {}))

    assert decode(prepare_image(data, pixel_budget=PLENTY).data).info["icc_profile"] == rewrite_profile(srgb_profile())


def test_the_first_brand_that_says_something_says_what_it_is() -> None:
    data = (FIELD / "avif-brand-mif1.avif").read_bytes()
    assert probe(data).format == "avif"
    assert open_view(data).size == (64, 64)

    for format_ in ("AVIF", "HEIF"):
        renamed = whole(format_)
        end = int.from_bytes(renamed[:4])
        only = renamed[:8] + (end - 8) // 4 * b"mif1" + renamed[end:]
        assert probe(only).format == NAMES[format_]


def test_of_an_animation_the_still_picture_counts() -> None:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ((200, 30, 30), (30, 200, 30))]
    data = encode(frames[0], "AVIF", save_all=True, append_images=frames[1:], duration=100)

    assert probe(data).animated
    assert open_view(data).getpixel((20, 20)) == pytest.approx((200, 30, 30), abs=4)


def test_a_mask_may_come_in_any_container() -> None:
    mask = Image.new("L", (48, 32), 0)
    mask.paste(255, (24, 0, 48, 32))
    for format_ in NAMES:
        data = encode(mask, format_, **FINE.get(format_, {}))
        alpha = decode(build_mask(data, image_size=(48, 32), upload_size=(48, 32))).getchannel("A")
        assert (alpha.getpixel((4, 10)), alpha.getpixel((44, 10))) == (255, 0)


@pytest.mark.parametrize("format_", NAMES)
def test_a_provider_answers_in_none_of_them(format_: str) -> None:
    with pytest.raises(UnsupportedImage) as refusal:
        verify_result(whole(format_))

    assert refusal.value.found == NAMES[format_].upper()


def claiming(data: bytes, width: int, height: int) -> bytes:
    """Write another size into every `ispe` box."""
    place = -1
    while (place := data.find(b"ispe", place + 1)) >= 0:
        data = data[: place + 8] + struct.pack(">II", width, height) + data[place + 16 :]
    return data


def tiff_of(**tags: int) -> bytes:
    """Make a TIFF that says so much, and has no more than 100 bytes of pixels."""
    names = {"width": 256, "height": 257, "tile_width": 322, "tile_height": 323, "samples": 277, "compression": 259}
    entries = {names[name]: value for name, value in tags.items()} | {258: 8, 262: 1, 273: 8, 278: 1 << 20, 279: 100}
    body = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(entries.items()))
    return b"II*\0" + struct.pack("<I", 108) + bytes(100) + struct.pack("<H", len(entries)) + body + bytes(4)


BOMBS = {
    "avif": lambda side: claiming(whole("AVIF"), side, side),
    "heic": lambda side: claiming(whole("HEIF"), side, side),
    "bmp": lambda side: whole("BMP")[:18] + struct.pack("<ii", side, side) + whole("BMP")[26:],
    "bmp upside down": lambda side: whole("BMP")[:18] + struct.pack("<ii", side, -side) + whole("BMP")[26:],
    "tiff": lambda side: tiff_of(width=side, height=side),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_decompression_bomb_is_refused_by_its_header(kind: str) -> None:
    for work in (probe, _prepare, _mask):
        # What is small after a crop is refused for what it is before.
        with pytest.raises(BrokenImage if kind == "heic" else TooManyPixels):
            work(BOMBS[kind](16_000))
    with pytest.raises((SideTooLong, TooManyPixels, BrokenImage)):
        probe(BOMBS[kind](40_000))


def test_a_picture_that_is_coded_larger_than_it_says_is_broken() -> None:
    large = encode(Image.new("L", (4000, 3000)), "AVIF", speed=10, quality=10)
    assert len(large) < 4000
    with pytest.raises(BrokenImage):
        probe(claiming(large, 64, 64))

    large = encode(Image.new("RGB", (1600, 1200)), "HEIF", quality=10)
    with pytest.raises(BrokenImage):
        open_view(claiming(large, 64, 64))


@pytest.mark.parametrize(
    "tags",
    [
        {"width": 0, "height": 10},
        {"width": 64, "height": 64, "tile_width": 1 << 16, "tile_height": 1 << 16},
        {"width": 64, "height": 64, "samples": 60_000},
        {"width": 64, "height": 64, "compression": 60_000},
    ],
)
def test_a_tiff_of_impossible_parts_is_refused(tags: dict[str, int]) -> None:
    with pytest.raises((BrokenImage, UnsupportedImage)):
        probe(tiff_of(**tags))


def test_runs_without_end_are_no_bitmap() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 8000, 8000, 1, 8, 1, 0, 0, 0, 0, 0)
    with pytest.raises(BrokenImage):
        probe(b"BM" + bytes(12) + header + bytes(1024) + b"\1\0" * (2 << 20))


def test_further_pages_and_tags_of_a_tiff_stay_behind() -> None:
    pages = [Image.new("RGB", (20, 10), colour) for colour in ((200, 30, 30), (30, 200, 30))]
    data = encode(pages[0], "TIFF", save_all=True, append_images=pages[1:])

    excerpt = decode(find_essential(data, probe(data)).to_bytes())

    assert getattr(excerpt, "n_frames", 1) == 1
    assert open_view(data).getpixel((3, 3)) == (200, 30, 30)


SEEDS = ["AVIF RGBA", "HEIF RGBA", "BMP P", "BMP RGB", *(f"TIFF {one}" for one in COMPRESSIONS)]


@cache
def seed_file(name: str) -> bytes:
    format_, kind = name.split()
    return encode(photo(48, 32), format_, compression=kind) if format_ == "TIFF" else whole(format_, kind)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(SEEDS), st.sampled_from(["flip", "cut", "insert", "number"]), st.integers(0, 1 << 30))
def test_damage_never_raises_anything_but_our_own_errors(name: str, how: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's own
    data = bytearray(seed_file(name))
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(chance.choice((len(data), min(len(data), 600))))
        match how:
            case "flip":
                data[place] ^= 1 << chance.randrange(8)
            case "cut":
                del data[max(8, place) :]
            case "insert":
                data[place:place] = chance.randbytes(chance.randint(1, 9))
            case _:
                data[place : place + 4] = chance.choice((bytes(4), b"\xff" * 4, b"\x7f\xff\xff\xff", b"\0\0\x40\0"))
    for work in (_prepare, _mask):
        try:
            work(bytes(data))
        except InvalidRequest:
            continue


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.97])
def test_a_picture_cut_off_is_broken(name: str, part: float) -> None:
    data = seed_file(name)

    with pytest.raises(BrokenImage):
        _prepare(data[: int(part * len(data))])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([b"\0\0\0\x18ftypavif", b"\0\0\0\x18ftypheic", b"BM" + bytes(12) + b"\x28", b"II*\0"]),
    st.binary(max_size=200),
)
def test_nonsense_behind_a_signature_is_a_bad_image(signature: bytes, body: bytes) -> None:
    for work in (_prepare, _mask):
        with pytest.raises(BadImage):
            work(signature + body)


def _prepare(data: bytes) -> object:
    return prepare_image(data, pixel_budget=500)


def _mask(data: bytes) -> object:
    return build_mask(data, image_size=(48, 32), upload_size=(24, 16))
