"""What somebody hides in a file in places that viewers pass over does not go along."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from bot.images.prepare import prepare_image
from bot.images.view import open_view
from tests.unit.images.pictures import chunk, encode, photo, samples, srgb_profile

PLENTY = 1 << 20
PLANTED = b"planted here for somebody else"
WHOLE_PNG = encode(photo(40, 30), "PNG")
WHOLE_JPEG = encode(photo(40, 30), "JPEG", quality=95, subsampling=0)
HEAD = 33


def png(kind: bytes, body: bytes) -> bytes:
    return WHOLE_PNG[:HEAD] + chunk(kind, body) + WHOLE_PNG[HEAD:]


def iccp(name: bytes, profile: bytes, behind: bytes = b"") -> bytes:
    return png(b"iCCP", name + b"\0\0" + zlib.compress(profile) + behind)


def jpeg(marker: int, body: bytes) -> bytes:
    segment = bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
    return WHOLE_JPEG[:2] + segment + WHOLE_JPEG[2:]


def in_a_gap(profile: bytes) -> bytes:
    """Put bytes between a profile's table and its first tag, within its size."""
    count = int.from_bytes(profile[128:132])
    end = 132 + 12 * count
    moved = bytearray(profile[:end])
    for at in range(132, end, 12):
        start = int.from_bytes(profile[at + 4 : at + 8]) + len(PLANTED) + 2
        moved[at + 4 : at + 8] = struct.pack(">I", start)
    whole = bytes(moved) + PLANTED + b"\0\0" + profile[end:]
    return struct.pack(">I", len(whole)) + whole[4:]


def webp_with(kind: bytes, body: bytes, *, profile: bytes = b"") -> bytes:
    whole = encode(photo(40, 30), "WEBP", **({"icc_profile": profile} if profile else {}))
    data = whole[12:] + kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(data)) + b"WEBP" + data


PLACES = {
    "tRNS of too many bytes": png(b"tRNS", bytes(6) + PLANTED),
    **{f"{kind!r} of too many bytes": png(kind, bytes(40) + PLANTED) for kind in (b"gAMA", b"cHRM", b"cICP")},
    **{f"{kind!r} of another size": png(kind, PLANTED) for kind in (b"bKGD", b"sBIT", b"pHYs", b"mDCV", b"sRGB")},
    "gAMA a second time": png(b"gAMA", struct.pack(">I", 45_455))[:-12] + chunk(b"gAMA", PLANTED) + WHOLE_PNG[-12:],
    "name of a profile": iccp(PLANTED, srgb_profile()),
    "behind a deflated profile": iccp(b"icc", srgb_profile(), PLANTED),
    "behind a profile": iccp(b"icc", srgb_profile() + PLANTED),
    "between the parts of a profile": iccp(b"icc", in_a_gap(srgb_profile())),
    "no profile at all": iccp(b"icc", PLANTED),
    "IEND of a PNG": WHOLE_PNG[:-12] + chunk(b"IEND", PLANTED),
    "APP14": jpeg(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 1) + PLANTED),
    "words of APP14": jpeg(0xEE, b"AdobePlanted here"),
    "JFIF": jpeg(0xE0, b"JFIF\0" + PLANTED),
    "APP2 behind a profile": jpeg(0xE2, b"ICC_PROFILE\0\1\1" + srgb_profile() + PLANTED),
    "APP2 that is no profile": jpeg(0xE2, b"ICC_PROFILE\0\1\1" + PLANTED),
    "APP2 after the last": jpeg(0xE2, b"ICC_PROFILE\0\7\3" + PLANTED),
    "profile of a WebP": webp_with(b"XXXX", b"", profile=srgb_profile() + PLANTED),
    "a second picture in a WebP": webp_with(b"VP8 ", encode(photo(40, 30), "WEBP")[20:] + PLANTED),
}


@pytest.mark.parametrize("place", PLACES)
def test_bytes_that_were_planted_do_not_go_up(place: str) -> None:
    ready = prepare_image(PLACES[place], pixel_budget=PLENTY)

    assert PLANTED not in ready.data
    assert b"lanted" not in ready.data
    assert PLANTED not in inflated(ready.data)
    Image.open(BytesIO(ready.data)).load()
    assert np.array_equal(samples(open_view(ready.data)), samples(open_view(PLACES[place])))


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_a_plain_file_with_a_profile_goes_up_as_it_is(format_: str) -> None:
    data = encode(photo(40, 30), format_, icc_profile=srgb_profile())

    assert prepare_image(data, pixel_budget=PLENTY).data == data


@pytest.mark.parametrize("place", ["behind a profile", "APP2 behind a profile", "profile of a WebP"])
def test_a_profile_stays_without_what_was_planted(place: str) -> None:
    ready = prepare_image(PLACES[place], pixel_budget=PLENTY)

    assert Image.open(BytesIO(ready.data)).info["icc_profile"] == srgb_profile()


def inflated(data: bytes) -> bytes:
    """Inflate the profile of a PNG."""
    return Image.open(BytesIO(data)).info.get("icc_profile") or b""
