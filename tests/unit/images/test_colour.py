"""Colours as they are seen: one way from the samples of a file to sRGB, whatever the file says them in."""

import struct
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from bot.images.colour import DeclaredColour, declared_profile, profile_of, to_srgb
from bot.images.drawn.comparison import draw_comparison
from bot.images.drawn.contact_sheet import Tile, draw_contact_sheet
from bot.images.drawn.overlay import draw_overlay
from bot.images.drawn.tree import TreeNode, draw_tree
from bot.images.file_limit import fit_to_limit
from bot.images.icc import rewrite_profile
from bot.images.masks.painted_copy import MaskKind, find_painted, recognise_mask
from bot.images.masks.region import marked_share
from bot.images.prepare import prepare_image
from bot.images.view import open_view
from tests.unit.images.pictures import chunk, decode, encode, noise, photo, samples, srgb_profile

FIELD = Path(__file__).parents[2] / "field"
PLENTY = 1 << 22
HEAD = 33

SRGB = struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
P3 = struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
ROTATED = struct.pack(">8I", 31270, 32900, 15000, 6000, 30000, 60000, 64000, 33000)
"""Red and blue change places."""


@cache
def profile_in(name: str) -> bytes:
    return bytes(decode((FIELD / name).read_bytes()).info["icc_profile"])


def png(image: Image.Image, *chunks: bytes) -> bytes:
    whole = encode(image, "PNG")
    return whole[:HEAD] + b"".join(chunks) + whole[HEAD:]


def gama(gamma: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000)))


def shown(data: bytes) -> tuple[int, ...]:
    """Tell the colour in the middle of a picture as a viewer shows it: by the profile that it has."""
    image = to_srgb(decode(data)).convert("RGB")
    return image.getpixel((image.width // 2, image.height // 2))  # type: ignore[return-value]


SEEN = {
    "swapped-profile.jpg": (24, 35, 201),
    "adobergb-green.jpg": (0, 201, 53),
}


@pytest.mark.parametrize("name", SEEN)
def test_a_picture_is_looked_at_as_it_is_seen(name: str) -> None:
    data = (FIELD / name).read_bytes()
    view = open_view(data)

    assert view.getpixel((100, 100)) == pytest.approx(SEEN[name], abs=2)
    assert "icc_profile" not in view.info


@pytest.mark.parametrize("name", SEEN)
def test_everything_that_is_drawn_shows_it_so(name: str) -> None:
    data, colour = (FIELD / name).read_bytes(), pytest.approx(SEEN[name], abs=6)
    compared = decode(draw_comparison(data, data, labels=("", "")))
    sheet = decode(draw_contact_sheet([Tile(data, "", "")]))
    overlay = decode(draw_overlay(data, None, grid=False))
    node = TreeNode(key=1, parents=(), thumbnail=data, number=1, title="", text="", current=False)
    tree = decode(draw_tree([node])).convert("RGB")

    assert compared.getpixel((compared.width // 4, compared.height // 2)) == colour
    assert sheet.getpixel((180, 180)) == colour
    assert overlay.getpixel((overlay.width // 2, overlay.height // 2)) == colour
    assert tree.getpixel((200, 200)) == colour


@pytest.mark.parametrize("pixel_budget", [PLENTY, 40_000])
@pytest.mark.parametrize("name", SEEN)
def test_what_goes_up_is_shown_as_it_was(name: str, pixel_budget: int) -> None:
    data = (FIELD / name).read_bytes()

    assert shown(prepare_image(data, pixel_budget=pixel_budget).data) == pytest.approx(SEEN[name], abs=3)
    assert shown(fit_to_limit(data, limit_bytes=len(data) - 1).data) == pytest.approx(SEEN[name], abs=3)


def test_a_picture_of_linear_light_goes_up_as_bright_as_it_is_seen() -> None:
    data = (FIELD / "gamma-1.0-3000x2000.png").read_bytes()
    prepared = decode(prepare_image(data, pixel_budget=1536 * 1024).data)

    stored = samples(decode(data).resize(prepared.size, Image.Resampling.BOX)) / 255
    assert np.abs(samples(prepared) / 255 - stored ** (1 / 2.2)).mean() * 255 < 4
    assert np.abs(samples(prepared) / 255 - stored).mean() * 255 > 40


def test_an_adobergb_photo_that_was_painted_over_in_srgb_is_marked_where_it_was_painted() -> None:
    photograph = photo(400, 300)
    seen = photograph.copy()
    seen.info["icc_profile"] = profile_in("adobergb-green.jpg")
    painted = to_srgb(seen)
    assert np.abs(samples(painted) - samples(photograph)).max() > 30
    ImageDraw.Draw(painted).rectangle((40, 60, 139, 143), fill=(255, 0, 255))
    picture = encode(photograph, "JPEG", quality=95, icc_profile=profile_in("adobergb-green.jpg"))

    for copy in (encode(painted, "PNG"), encode(painted, "JPEG", quality=92)):
        assert recognise_mask(picture, copy) is MaskKind.PAINTED
        assert marked_share(find_painted(picture, copy)) == pytest.approx(0.07, abs=0.01)


def test_a_copy_whose_program_knows_no_profiles_is_compared_as_it_is() -> None:
    photograph = photo(400, 300)
    picture = encode(photograph, "PNG", icc_profile=profile_in("swapped-profile.jpg"))
    copy = photograph.copy()
    ImageDraw.Draw(copy).rectangle((40, 60, 139, 143), fill=(255, 0, 255))

    assert recognise_mask(picture, encode(copy, "PNG")) is MaskKind.PAINTED
    assert marked_share(find_painted(picture, encode(copy, "PNG"))) == pytest.approx(0.07, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.2, 2.5), st.sampled_from(["L", "RGB", "LA", "RGBA"]), st.integers(0, 255))
def test_gamma_alone_is_for_a_screen_of_2_2(gamma: float, mode: str, sample: int) -> None:
    data = png(Image.new("L", (4, 4), sample).convert(mode), gama(gamma))
    exponent = 1 if abs(2.2 * gamma - 1) <= 0.02 else 1 / (2.2 * round(gamma * 100_000) / 100_000)

    view = open_view(data)

    # LittleCMS takes a curve that is almost straight for straight.
    allowed = 2.6 if abs(exponent - 1) < 0.04 else 1.6
    assert view.mode == mode
    assert view.convert("L").getpixel((1, 1)) == pytest.approx(255 * (sample / 255) ** exponent, abs=allowed)


@pytest.mark.parametrize(
    ("chunks", "pixel", "seen"),
    [
        ((gama(0.45455),), (200, 100, 50), (200, 100, 50)),
        ((gama(0.45455), chunk(b"cHRM", SRGB)), (200, 100, 50), (200, 100, 50)),
        ((gama(1.0), chunk(b"cHRM", SRGB)), (55, 55, 55), (128, 128, 128)),
        ((gama(0.45455), chunk(b"cHRM", ROTATED)), (200, 40, 30), (30, 40, 200)),
        ((chunk(b"cHRM", ROTATED),), (200, 40, 30), (30, 40, 200)),
        ((gama(0.45455), chunk(b"cHRM", P3)), (200, 100, 50), (215, 93, 31)),
        # sRGB before gAMA and cHRM, cICP before all.
        ((chunk(b"sRGB", b"\0"), gama(1.0), chunk(b"cHRM", ROTATED)), (200, 40, 30), (200, 40, 30)),
        ((chunk(b"cICP", bytes((1, 13, 0, 1))), gama(1.0)), (200, 40, 30), (200, 40, 30)),
        ((chunk(b"cICP", bytes((12, 13, 0, 1))), chunk(b"sRGB", b"\0")), (200, 100, 50), (215, 93, 31)),
        ((chunk(b"cICP", bytes((1, 8, 0, 1))),), (55, 55, 55), (128, 128, 128)),
        ((chunk(b"cICP", bytes((9, 16, 0, 1))),), (148, 148, 148), (255, 255, 255)),
        ((chunk(b"cICP", bytes((9, 18, 0, 1))),), (191, 191, 191), (254, 254, 254)),
        # Not for RGB, or of nothing that is known: passed over.
        ((chunk(b"cICP", bytes((9, 16, 1, 1))),), (148, 148, 148), (148, 148, 148)),
        ((chunk(b"cICP", bytes((2, 2, 0, 1))),), (148, 148, 148), (148, 148, 148)),
        ((gama(0.0),), (200, 100, 50), (200, 100, 50)),
        ((chunk(b"gAMA", b"\xff\xff\xff\xff"),), (200, 100, 50), (200, 100, 50)),
        ((chunk(b"cHRM", bytes(32)),), (200, 100, 50), (200, 100, 50)),
        ((chunk(b"cHRM", b"\xff" * 32),), (200, 100, 50), (200, 100, 50)),
        ((chunk(b"cHRM", SRGB[:8] + 3 * SRGB[8:16]),), (200, 100, 50), (200, 100, 50)),
    ],
)
@pytest.mark.parametrize("alpha", [False, True])
def test_colours_that_a_png_declares_are_seen(
    chunks: tuple[bytes, ...],
    pixel: tuple[int, ...],
    seen: tuple[int, ...],
    alpha: bool,  # noqa: FBT001
) -> None:
    image = Image.new("RGBA", (30, 20), (*pixel, 128)) if alpha else Image.new("RGB", (30, 20), pixel)
    data = png(image, *chunks)

    view = open_view(data)
    assert view.getpixel((10, 10))[:3] == pytest.approx(seen, abs=2)  # type: ignore[index]
    for prepared in (prepare_image(data, pixel_budget=200), prepare_image(data, pixel_budget=PLENTY)):
        assert open_view(prepared.data).getpixel((5, 5))[:3] == pytest.approx(seen, abs=5)  # type: ignore[index]
    if alpha:
        assert view.getpixel((10, 10))[3] == 128  # type: ignore[index]


def test_a_result_that_is_encoded_again_is_as_bright_as_it_was() -> None:
    data = png(noise(200, 150), gama(1.0), chunk(b"cHRM", SRGB))
    fitted = decode(fit_to_limit(data, limit_bytes=len(data) - 1).data)

    assert np.abs(samples(fitted) - samples(open_view(data))).mean() < 5


def test_cicp_comes_before_a_profile() -> None:
    image = Image.new("RGB", (30, 20), (200, 40, 30))
    whole = encode(image, "PNG", icc_profile=profile_in("swapped-profile.jpg"))
    data = whole[:HEAD] + chunk(b"cICP", bytes((1, 13, 0, 1))) + whole[HEAD:]

    assert open_view(data).getpixel((3, 3)) == (200, 40, 30)
    assert open_view(whole).getpixel((3, 3)) == pytest.approx((24, 35, 201), abs=2)


@pytest.mark.parametrize("codes", [(12, 13), (9, 13), (1, 8)])
@pytest.mark.parametrize("grey", [False, True])
def test_a_profile_that_is_made_is_one(codes: tuple[int, int], grey: bool) -> None:  # noqa: FBT001
    profile = declared_profile(DeclaredColour(code_points=codes), grey=grey)
    image = Image.new("L" if grey else "RGB", (2, 2))
    image.info["icc_profile"] = profile

    assert profile is not None
    assert profile_of(image) == rewrite_profile(profile)
    assert len(profile) == int.from_bytes(profile[:4])
    # It goes out as every profile does, with curves that are alike in one place.
    assert profile_of(image) in {profile, rewrite_profile(profile)}


def test_a_profile_that_is_srgb_in_all_but_name_changes_no_pixel() -> None:
    image = noise(40, 30)

    view = open_view(encode(image, "PNG", icc_profile=srgb_profile()))

    assert np.array_equal(samples(view), samples(image))


def test_a_profile_that_cannot_be_used_is_passed_over() -> None:
    image = photo(40, 30)
    profile = profile_in("swapped-profile.jpg")
    for broken in (profile[:140], profile[:128] + bytes(len(profile) - 128), b"nonsense", profile[:300]):
        data = encode(image, "PNG", icc_profile=broken)
        assert np.array_equal(samples(open_view(data)), samples(image))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 483), st.integers(0, 255)), max_size=8),
    st.sampled_from(["L", "RGB", "LA", "RGBA"]),
)
def test_a_damaged_profile_never_fails(flips: list[tuple[int, int]], mode: str) -> None:
    profile = bytearray(profile_in("swapped-profile.jpg"))
    if mode in {"L", "LA"}:
        profile = bytearray(declared_profile(DeclaredColour(gamma=0.6), grey=True) or b"")
    for place, value in flips:
        profile[place] = value

    assert open_view(encode(photo(20, 10, mode), "PNG", icc_profile=bytes(profile))).size == (20, 10)


def test_code_points_of_an_avif_count() -> None:
    image = Image.new("RGB", (64, 64), (200, 100, 50))
    data = encode(image, "AVIF", quality=100, subsampling="4:4:4")
    p3 = data.replace(b"colrnclx\0\x01\0\x0d", b"colrnclx\0\x0c\0\x0d")
    assert p3 != data

    assert open_view(data).getpixel((30, 30)) == pytest.approx((200, 100, 50), abs=3)
    assert open_view(p3).getpixel((30, 30)) == pytest.approx((215, 93, 31), abs=5)
