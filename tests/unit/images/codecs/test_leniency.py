"""Files that every viewer shows although something about them is wrong."""

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.errors import BrokenImage
from bot.images.codecs.probing import find_essential, probe, verify_result
from bot.images.icc import rewrite_profile
from bot.images.prepare import prepare_image
from bot.images.view import open_view
from tests.unit.images.pictures import chunk, decode, encode, exif, noise, photo, samples, srgb_profile

FIELD = Path(__file__).parents[3] / "field"
PLENTY = 1 << 20
HEAD = 33
"""Bytes of a PNG's signature and IHDR."""


def damaged(kind: bytes, body: bytes) -> bytes:
    whole = chunk(kind, body)
    return whole[:-1] + bytes([whole[-1] ^ 1])


ANCILLARY = {
    b"pHYs": struct.pack(">IIB", 3780, 3780, 1),
    b"tEXt": b"Comment\0hello",
    b"gAMA": struct.pack(">I", 100_000),
    b"iCCP": b"icc\0\0" + bytes(20),
    b"eXIf": exif(6)[6:],
    b"tRNS": bytes(6),
    b"acTL": struct.pack(">II", 2, 0),
    b"cICP": bytes((9, 16, 0, 1)),
    b"prVt": b"anything",
}


@pytest.mark.parametrize("kind", ANCILLARY)
def test_an_ancillary_chunk_with_a_wrong_checksum_is_dropped(kind: bytes) -> None:
    whole = encode(photo(40, 30), "PNG")
    data = whole[:HEAD] + damaged(kind, ANCILLARY[kind]) + whole[HEAD:]

    assert verify_result(data) == probe(whole)
    assert prepare_image(data, pixel_budget=PLENTY).data == whole
    assert np.array_equal(samples(open_view(data)), samples(open_view(whole)))


@pytest.mark.parametrize("kind", [b"IDAT", b"IHDR"])
def test_a_critical_chunk_with_a_wrong_checksum_is_damage(kind: bytes) -> None:
    data = bytearray(encode(photo(40, 30), "PNG"))
    place = data.index(kind)
    (length,) = struct.unpack_from(">I", data, place - 4)
    data[place + 4 + length] ^= 1

    with pytest.raises(BrokenImage):
        verify_result(bytes(data))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["L", "RGB"]),
    st.booleans(),
    st.sampled_from([photo, noise]),
    st.integers(30, 95),
    st.integers(0, 4),
    st.integers(0, 80),
)
def test_a_jpeg_needs_its_scans_and_not_its_end_mark(
    mode: str,
    progressive: bool,  # noqa: FBT001
    draw: "type[object]",
    quality: int,
    restarts: int,
    cut: int,
) -> None:
    image = draw(61, 43, mode)  # type: ignore[call-arg]
    options = {"restart_marker_blocks": restarts} if restarts else {}
    whole = encode(image, "JPEG", progressive=progressive, quality=quality, **options)  # type: ignore[arg-type]
    for end in (-1, -2):
        assert verify_result(whole[:end]) == probe(whole)
        shown = decode(prepare_image(whole[:end], pixel_budget=PLENTY).data)
        assert np.array_equal(samples(shown), samples(decode(whole)))
    try:
        verify_result(whole[: -2 - cut])
    except BrokenImage:
        return
    # What was cut off makes no difference to anybody.
    shown = decode(prepare_image(whole[: -2 - cut], pixel_budget=PLENTY).data)
    assert np.array_equal(samples(shown), samples(decode(whole)))


def test_a_progressive_jpeg_that_ends_between_two_scans_is_cut_off() -> None:
    whole = encode(photo(61, 43), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    tables = whole.rindex(b"\xff\xc4", 0, last)

    with pytest.raises(BrokenImage):
        verify_result(whole[:tables])


def animated(
    default: Image.Image, frame: Image.Image, *, at: tuple[int, int] = (0, 0), hidden: bool = True, sound: bool = True
) -> bytes:
    """Make an animated PNG of a default image and one frame, and a second frame that is the default image again."""
    whole, other = encode(default, "PNG"), encode(frame, "PNG")
    place = struct.pack(">IIHHBB", *at, 1, 10, 0, 0)
    first = struct.pack(">I", 0) + struct.pack(">II", *frame.size) + place
    second = struct.pack(">I", 2) + struct.pack(">II", *default.size) + struct.pack(">IIHHBB", 0, 0, 1, 10, 0, 0)
    data, again = _idat(other), _idat(whole)
    half = len(data) // 2
    parts = [chunk(b"acTL", struct.pack(">II", 2, 0))]
    if not hidden:
        parts.append(chunk(b"fcTL", first))
    parts.append(chunk(b"IDAT", again))
    if hidden:
        make = chunk if sound else damaged
        parts += [chunk(b"fcTL", first), make(b"fdAT", struct.pack(">I", 1) + data[:half])]
        parts.append(chunk(b"fdAT", struct.pack(">I", 2) + data[half:]))
    parts += [chunk(b"fcTL", second), chunk(b"fdAT", struct.pack(">I", 3) + again)]
    return whole[:HEAD] + b"".join(parts) + chunk(b"IEND", b"")


def _idat(png: bytes) -> bytes:
    place, data = HEAD, b""
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += 12 + length
    return data


RED, GREEN = Image.new("RGB", (40, 30), (255, 0, 0)), Image.new("RGB", (40, 30), (0, 255, 0))


@pytest.mark.parametrize("pixel_budget", [PLENTY, 600])
def test_the_first_frame_of_an_animation_goes_up_and_not_a_default_image_that_is_none(pixel_budget: int) -> None:
    for data in (animated(RED, GREEN), (FIELD / "apng-hidden-default.png").read_bytes()):
        prepared = decode(prepare_image(data, pixel_budget=pixel_budget).data)
        assert prepared.convert("RGB").getpixel((5, 5)) == pytest.approx((0, 255, 0), abs=2)
        assert open_view(data).getpixel((5, 5)) == (0, 255, 0)
        assert not getattr(prepared, "is_animated", False)


def test_a_default_image_that_is_a_frame_is_the_first() -> None:
    assert open_view(animated(RED, GREEN, hidden=False)).getpixel((5, 5)) == (255, 0, 0)


def test_a_damaged_first_frame_leaves_the_default_image() -> None:
    assert open_view(animated(RED, GREEN, sound=False)).getpixel((5, 5)) == (255, 0, 0)


def test_around_a_first_frame_that_is_smaller_is_nothing() -> None:
    data = animated(RED, GREEN.resize((10, 8)), at=(20, 12))

    assert probe(data).has_alpha
    prepared = decode(prepare_image(data, pixel_budget=PLENTY).data)
    assert prepared.size == (40, 30)
    assert prepared.getpixel((25, 16)) == (0, 255, 0, 255)
    assert prepared.getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("box", [(35, 0), (0, 28), (1 << 31, 0)])
def test_a_first_frame_that_leaves_the_picture_is_none(box: tuple[int, int]) -> None:
    assert open_view(animated(RED, GREEN.resize((10, 8)), at=box)).getpixel((5, 5)) == (255, 0, 0)


def test_around_the_first_frame_of_a_gif_is_nothing() -> None:
    data = (FIELD / "gif-first-frame-small.gif").read_bytes()
    view = open_view(data)

    assert probe(data).has_alpha
    assert view.getpixel((3, 3))[3] == 0  # type: ignore[index]
    assert view.getpixel((100, 100)) == (255, 0, 0, 255)
    assert prepare_image(data, pixel_budget=PLENTY).format == "png"


@pytest.mark.parametrize("transparent", [False, True])
def test_a_gif_of_any_frame_keeps_its_pixels(transparent: bool) -> None:  # noqa: FBT001
    frame = photo(20, 16).convert("P")
    data = bytearray(encode(frame, "GIF", **({"transparency": 0} if transparent else {})))
    struct.pack_into("<HH", data, 6, 40, 30)
    place = data.index(b"\x2c", 13)
    struct.pack_into("<HH", data, place + 1, 10, 8)

    view = open_view(bytes(data))

    reference = Image.open(BytesIO(encode(frame, "GIF", **({"transparency": 0} if transparent else {})))).convert(
        "RGBA"
    )
    assert view.size == (40, 30)
    inside = np.asarray(view.crop((10, 8, 30, 24)))
    seen = inside[..., 3] > 0
    assert np.array_equal(inside[seen], np.asarray(reference)[seen])
    assert np.count_nonzero(np.asarray(view)[..., 3]) <= 20 * 16


def test_the_files_of_the_field_are_taken_with_the_leniency_of_viewers() -> None:
    for name in ("png-bad-crc-phys.png", "jpeg-without-eoi.jpg"):
        data = (FIELD / name).read_bytes()
        info = verify_result(data)
        kept = find_essential(data, info).to_bytes()
        decode(kept)
        assert b"pHYs" not in kept


def test_an_icc_profile_stays_beside_a_chunk_that_is_dropped() -> None:
    whole = encode(photo(40, 30), "PNG", icc_profile=srgb_profile())
    data = whole[:HEAD] + damaged(b"pHYs", bytes(9)) + whole[HEAD:]

    assert decode(prepare_image(data, pixel_budget=PLENTY).data).info["icc_profile"] == rewrite_profile(srgb_profile())
