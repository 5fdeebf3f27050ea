"""What a file is: judged by its content, within the caps, whole or not."""

import contextlib
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import (
    BadImage,
    BadMask,
    BrokenImage,
    FileTooLarge,
    ImageTooComplex,
    NotDelivered,
    SideTooLong,
    TooManyPixels,
    UnsupportedImage,
)
from bot.images.codecs.probing import LIMIT_BYTES, LIMIT_PIXELS, probe, sniff_format, verify_result
from bot.images.file_limit import fit_to_limit
from bot.images.masks.mask import build_mask
from bot.images.prepare import prepare_image
from tests.unit.images.pictures import (
    chunk,
    decode,
    encode,
    exif,
    oriented,
    photo,
    png_bomb,
    samples,
    segment,
    webp_bomb,
)

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
WHOLE = {format_: encode(photo(40, 30), format_) for format_ in FORMATS}


@pytest.mark.parametrize("format_", FORMATS)
def test_a_picture_is_known_by_its_content(format_: str) -> None:
    info = probe(WHOLE[format_])

    assert (info.format, info.width, info.height) == (format_.lower(), 40, 30)
    assert sniff_format(WHOLE[format_]) == format_.lower()
    assert not info.animated
    assert not info.has_alpha


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_the_upright_one(format_: str, orientation: int) -> None:
    info = probe(oriented(photo(40, 30), format_, orientation))

    assert info.orientation == orientation
    assert (info.width, info.height) == ((30, 40) if orientation >= 5 else (40, 30))


@pytest.mark.parametrize("block", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", exif(1)[:-9], exif(9)])
def test_an_unreadable_orientation_means_upright(block: bytes) -> None:
    data = WHOLE["JPEG"]

    assert probe(data[:2] + segment(0xE1, block) + data[2:]).orientation == 1


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "GIF"])
def test_an_animation_is_seen(format_: str) -> None:
    frames = [photo(8, 8), photo(8, 8).rotate(90)]

    assert probe(encode(frames[0], format_, save_all=True, append_images=frames[1:])).animated


@pytest.mark.parametrize(
    ("format_", "mode"),
    [("PNG", "RGBA"), ("PNG", "LA"), ("WEBP", "RGBA"), ("GIF", "RGBA")],
)
def test_a_picture_that_may_be_transparent_is_seen(format_: str, mode: str) -> None:
    assert probe(encode(photo(8, 8, mode), format_)).has_alpha


def test_a_lossy_webp_with_alpha_is_seen() -> None:
    assert probe(encode(photo(8, 8, "RGBA"), "WEBP", lossless=False)).has_alpha


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x20ftypisom\0\0\2\0", "MP4"),
        (b"\0\0\0\x14ftypqt  \0\0\2\0", "MOV"),
        (b"BM is how this text begins", None),
        (b"II+\0\x08\0\0\0", "TIFF"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\xef\xbb\xbf  <svg/>", "SVG"),
        (b"<!DOCTYPE html><html></html>", "HTML or XML"),
        (b"%PDF-1.7\n", "PDF"),
        (b"hello", None),
        (b"", None),
    ],
)
def test_other_content_is_refused_by_its_name(data: bytes, found: str | None) -> None:
    with pytest.raises(UnsupportedImage) as refusal:
        probe(data)

    assert refusal.value.found == found


@pytest.mark.parametrize(
    ("bomb", "size"),
    [
        (png_bomb(13_000, 13_000), (13_000, 13_000)),
        (webp_bomb(), (16_383, 16_383)),
        # Under the cap of all formats, and over that of its own: decoding it takes 1.1 GiB.
        (webp_bomb(side=8_191), (8_191, 8_191)),
    ],
)
def test_a_decompression_bomb_is_refused_by_its_header(bomb: bytes, size: tuple[int, int]) -> None:
    assert len(bomb) < 25_000
    for work in (probe, verify_result, _prepare, _fit, _mask):
        with pytest.raises(TooManyPixels) as refusal:
            work(bomb)
        assert (refusal.value.width, refusal.value.height) == size
        assert refusal.value.limit_pixels <= LIMIT_PIXELS


def test_a_side_over_the_cap_is_refused_by_its_header() -> None:
    with pytest.raises(SideTooLong) as refusal:
        probe(png_bomb(40_000, 1))
    assert (refusal.value.width, refusal.value.limit_side) == (40_000, 32_767)


def test_a_file_over_the_cap_is_refused() -> None:
    with pytest.raises(FileTooLarge) as refusal:
        probe(WHOLE["PNG"] + bytes(LIMIT_BYTES))

    assert refusal.value.limit_bytes == LIMIT_BYTES
    assert refusal.value.size_bytes == LIMIT_BYTES + len(WHOLE["PNG"])


SPARE = {"PNG": 12 + 4, "JPEG": 2, "WEBP": 1}
"""Bytes at the end that no pixel needs: IEND and a checksum; the end mark; padding. A PNG has a further sum of 4."""


def test_a_picture_cut_off_anywhere_is_no_result_but_where_all_pixels_are_there() -> None:
    for format_, spare in SPARE.items():
        data = WHOLE[format_]
        assert verify_result(data).format == format_.lower()
        for end in range(len(data)):
            if _is_whole(data[:end]):
                assert end >= len(data) - spare - 4 * (format_ == "PNG")
                assert np.array_equal(_pixels(data[:end]), _pixels(data))


@given(st.integers(0, 8 * len(WHOLE["PNG"]) - 1))
def test_a_png_with_any_bit_flipped_is_no_result_or_the_same_picture(bit: int) -> None:
    flipped = _flip(WHOLE["PNG"], bit)

    if _is_whole(flipped):
        assert np.array_equal(_pixels(flipped), _pixels(WHOLE["PNG"]))


def _is_whole(data: bytes) -> bool:
    try:
        verify_result(data)
    except BadImage:
        return False
    return True


def _pixels(data: bytes) -> "np.ndarray[Any, np.dtype[np.int16]]":
    return samples(decode(prepare_image(data, pixel_budget=1 << 20).data))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FORMATS), st.floats(0.05, 0.9))
def test_a_picture_cut_off_is_broken_for_all_work(format_: str, part: float) -> None:
    data = encode(photo(120, 90), format_)
    cut = data[: int(len(data) * part)]

    for work in (_prepare, _fit, _mask):
        with pytest.raises(BrokenImage):
            work(cut)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMATS), st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=12))
def test_damage_never_raises_anything_but_our_own_errors(format_: str, places: list[float]) -> None:
    data = WHOLE[format_]
    for place in places:
        data = _flip(data, int(place * 8 * len(data)))

    for work in (_prepare, _fit, _mask):
        _refused_or_done(work, data)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\1\0\0WEBP", b"GIF89a"]), st.binary(max_size=300)
)
def test_nonsense_behind_a_signature_never_raises_anything_but_our_own_errors(signature: bytes, body: bytes) -> None:
    for work in (_prepare, _fit, _mask):
        _refused_or_done(work, signature + body)


def test_more_scans_than_any_camera_writes_are_refused() -> None:
    data = WHOLE["JPEG"]
    scan = data[data.index(b"\xff\xda") : -2]

    with pytest.raises(ImageTooComplex):
        verify_result(data[:-2] + 200 * scan + data[-2:])


@pytest.mark.parametrize(
    "inserted",
    [
        b"\xff\x02",
        b"\xff\xe1\x00\x01",
        b"\xff\xc0\x00\x0b\x08\x00\x1e\x00\x28\x03\x01\x11\x00",
        20_000 * b"\xff\xfe\x00\x02",
    ],
    ids=["unknown-mark", "segment-without-length", "frame-without-components", "thousands-of-comments"],
)
def test_a_jpeg_with_impossible_segments_is_broken(inserted: bytes) -> None:
    data = WHOLE["JPEG"]

    with pytest.raises(BrokenImage):
        verify_result(data[:2] + inserted + data[2:])


def test_bytes_between_the_segments_of_a_jpeg_are_skipped() -> None:
    data = WHOLE["JPEG"]

    assert prepare_image(data[:2] + b"\xff\x01junk" + data[2:], pixel_budget=1200).data == data


@pytest.mark.parametrize(
    "inserted",
    [chunk(b"ABCD", b""), chunk(b"IHDR", WHOLE["PNG"][16:29]), 70_000 * chunk(b"tEXt", b"")],
    ids=["unknown-critical-chunk", "second-header", "thousands-of-texts"],
)
def test_a_png_with_impossible_chunks_is_broken(inserted: bytes) -> None:
    data = WHOLE["PNG"]

    with pytest.raises(BrokenImage):
        verify_result(data[:33] + inserted + data[33:])


def test_a_png_without_its_header_or_palette_is_broken() -> None:
    palette = encode(photo(40, 30, "P"), "PNG")
    end = palette.index(b"IDAT") - 4

    with pytest.raises(BrokenImage):
        verify_result(palette[:33] + palette[end:])
    with pytest.raises(BrokenImage):
        verify_result(palette[:8] + palette[33:])


def test_a_webp_whose_frame_does_not_fill_the_canvas_is_broken() -> None:
    data = encode(photo(40, 30), "WEBP", exif=exif(1))
    wider = data[:24] + bytes([40]) + data[25:]
    assert probe(wider).width == 41

    with pytest.raises(BrokenImage):
        verify_result(wider)


def test_a_webp_that_moves_and_lost_its_last_frames_is_broken() -> None:
    data = encode(photo(30, 20), "WEBP", save_all=True, append_images=[photo(30, 20).rotate(180)])
    promised = struct.pack("<I", len(data))

    with pytest.raises(BrokenImage):
        verify_result(data[:4] + promised + data[8:])


def test_a_webp_whose_frame_is_cut_off_inside_of_its_chunk_is_broken() -> None:
    frame = WHOLE["WEBP"][20:50]
    data = b"RIFF" + struct.pack("<I", len(frame) + 12) + b"WEBPVP8 " + struct.pack("<I", len(frame)) + frame

    with pytest.raises(BrokenImage):
        verify_result(data)


def _flip(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _refused_or_done(work: Callable[[bytes], object], data: bytes) -> None:
    with contextlib.suppress(BadImage, BadMask, NotDelivered):
        work(data)


def _prepare(data: bytes) -> object:
    return prepare_image(data, pixel_budget=300)


def _fit(data: bytes) -> object:
    return fit_to_limit(data, limit_bytes=300)


def _mask(data: bytes) -> object:
    return build_mask(data, image_size=(4, 3), upload_size=(20, 15))
