"""What somebody plants where nobody looks stays behind: what goes up and what is posted again is written anew."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import ImageCms

from bot.domain.errors import BrokenImage
from bot.images.codecs.png_chunks import make_chunk
from bot.images.codecs.probing import find_essential, probe
from bot.images.icc import rewrite_profile
from tests.unit.images.pictures import decode, encode, photo, samples, segment, srgb_profile, webp_bomb

SECRET = b"planted by somebody"
PNG, JPEG = encode(photo(24, 16), "PNG"), encode(photo(24, 16), "JPEG", quality=95)
PROFILE = srgb_profile() + SECRET


def after_header(data: bytes, planted: bytes) -> bytes:
    at = 33 if data.startswith(b"\x89") else 2
    return data[:at] + planted + data[at:]


def icc_segment(profile: bytes) -> bytes:
    return segment(0xE2, b"ICC_PROFILE\0\x01\x01" + profile)


PLANTED = {
    "tRNS longer than a key": (PNG, make_chunk(b"tRNS", bytes(6) + SECRET)),
    "bKGD": (PNG, make_chunk(b"bKGD", SECRET[:6])),
    "sBIT": (PNG, make_chunk(b"sBIT", SECRET[:3])),
    "pHYs": (PNG, make_chunk(b"pHYs", SECRET[:9])),
    "gAMA": (PNG, make_chunk(b"gAMA", SECRET[:4])),
    "cHRM": (PNG, make_chunk(b"cHRM", (SECRET * 2)[:32])),
    "mDCV": (PNG, make_chunk(b"mDCV", (SECRET * 2)[:24])),
    "name of a profile": (PNG, make_chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(srgb_profile()))),
    "behind a profile": (PNG, make_chunk(b"iCCP", b"a\0\0" + zlib.compress(srgb_profile()) + SECRET)),
    "Adobe's segment": (JPEG, segment(0xEE, b"Adobe\0\x64" + SECRET[:4] + b"\x01" + SECRET)),
    "Adobe's segment, twice": (JPEG, segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01") + segment(0xEE, b"Adobe" + SECRET)),
    "behind the profile of a JPEG": (JPEG, icc_segment(PROFILE)),
    "density": (JPEG, segment(0xE0, b"JFIF\0" + SECRET[:7] + b"\0\0")),
    "JFIF": (JPEG, segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + SECRET)),
}


@pytest.mark.parametrize("where", PLANTED)
def test_what_is_planted_stays_behind_and_the_picture_stays(where: str) -> None:
    data, planted = PLANTED[where]
    full = after_header(data, planted)
    kept = find_essential(full, probe(full)).to_bytes()
    assert SECRET[:3] not in kept
    assert np.array_equal(samples(decode(kept)), samples(decode(data)))


def test_a_second_picture_in_a_webp_stays_behind() -> None:
    data = encode(photo(24, 16), "WEBP")
    second = data[12:] + SECRET + bytes(len(SECRET) % 2)
    full = b"RIFF" + struct.pack("<I", len(data) - 8 + len(second)) + data[8:] + second
    assert find_essential(full, probe(full)).to_bytes() == data


@pytest.mark.parametrize(
    "data",
    [
        PNG[:8] + make_chunk(b"IHDR", PNG[16:29] + SECRET) + PNG[33:],
        webp_bomb(16).replace(b"VP8X\x0a", b"VP8X\x0b"),
    ],
)
def test_a_header_that_is_longer_than_one_is_damaged(data: bytes) -> None:
    with pytest.raises(BrokenImage):
        probe(data)


def test_the_profile_of_a_webp_says_no_words_either() -> None:
    data = encode(photo(24, 16), "WEBP", lossless=True, icc_profile=PROFILE)
    kept = find_essential(data, probe(data)).to_bytes()
    assert SECRET in data
    assert SECRET not in kept
    assert decode(kept).info["icc_profile"] == rewrite_profile(PROFILE)
    assert np.array_equal(samples(decode(kept)), samples(decode(data)))


def test_a_profile_says_the_same_colours_and_no_words() -> None:
    profile = rewrite_profile(PROFILE)
    assert profile is not None
    assert len(profile) == struct.unpack_from(">I", profile)[0] < len(PROFILE)
    assert b"sRGB" not in profile
    picture = photo(24, 16)
    srgb = ImageCms.createProfile("sRGB")
    whole, rewritten = (
        ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(one)), srgb)
        for one in (srgb_profile(), profile)
    )
    assert whole is not None
    assert rewritten is not None
    assert np.array_equal(samples(whole), samples(rewritten))
    assert rewrite_profile(b"no profile") is None
