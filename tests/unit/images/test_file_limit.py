"""A result that fits a file limit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.errors import BrokenImage, TooLargeToPost
from bot.images.file_limit import fit_to_limit
from bot.images.icc import rewrite_profile
from tests.unit.images.pictures import decode, encode, noise, oriented, photo, samples, srgb_profile


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_result_within_the_limit_keeps_its_bytes(format_: str) -> None:
    data = encode(photo(60, 40), format_)

    fitted = fit_to_limit(data, limit_bytes=len(data))

    assert fitted.data is data
    assert (fitted.format, fitted.width, fitted.height, fitted.resized) == (format_.lower(), 60, 40, False)


def test_an_opaque_result_becomes_a_jpeg_of_the_same_size() -> None:
    image = noise(200, 100)
    data = encode(image, "PNG", icc_profile=srgb_profile())

    fitted = fit_to_limit(data, limit_bytes=len(data) - 1)

    picture = decode(fitted.data)
    assert (fitted.format, fitted.width, fitted.height, fitted.resized) == ("jpeg", 200, 100, False)
    assert (picture.format, picture.size) == ("JPEG", (200, 100))
    assert picture.info["icc_profile"] == rewrite_profile(srgb_profile())
    assert np.abs(samples(picture) - samples(image)).mean() < 5


def test_a_lower_quality_comes_before_fewer_pixels() -> None:
    data = encode(noise(200, 100), "PNG")
    best = fit_to_limit(data, limit_bytes=len(data) - 1)

    fitted = fit_to_limit(data, limit_bytes=len(best.data) - 1)

    assert len(fitted.data) < len(best.data)
    assert not fitted.resized


def test_a_transparent_result_becomes_a_webp_without_loss() -> None:
    image = noise(100, 60)
    image.putalpha(photo(100, 60, "L"))
    data = encode(image, "PNG", compress_level=0)

    fitted = fit_to_limit(data, limit_bytes=len(data) - 1)

    picture = decode(fitted.data)
    assert (fitted.format, picture.format, fitted.resized) == ("webp", "WEBP", False)
    visible = np.asarray(image)[..., 3] > 0
    assert np.array_equal(np.asarray(picture)[visible], np.asarray(image)[visible])


def test_a_transparent_result_loses_quality_before_pixels_and_keeps_its_alpha() -> None:
    image = noise(100, 60)
    image.putalpha(photo(100, 60, "L"))
    lossless = fit_to_limit(encode(image, "PNG", compress_level=0), limit_bytes=24_000)

    fitted = fit_to_limit(encode(image, "PNG"), limit_bytes=len(lossless.data) - 1)

    picture = decode(fitted.data)
    assert (fitted.format, fitted.resized) == ("webp", False)
    assert np.array_equal(np.asarray(picture)[..., 3], np.asarray(image)[..., 3])


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["RGB", "RGBA"]), st.integers(2_000, 60_000))
def test_a_result_is_never_over_the_limit(mode: str, limit_bytes: int) -> None:
    fitted = fit_to_limit(encode(noise(160, 120, mode), "PNG"), limit_bytes=limit_bytes)

    picture = decode(fitted.data)
    assert len(fitted.data) <= limit_bytes
    assert picture.size == (fitted.width, fitted.height)
    assert fitted.resized == (picture.size != (160, 120))
    assert abs(fitted.width - fitted.height * 4 / 3) <= 2


def test_a_result_that_is_too_wide_for_webp_is_scaled_to_fit_it() -> None:
    data = encode(noise(17_000, 4, "RGBA"), "PNG")

    fitted = fit_to_limit(data, limit_bytes=len(data) - 1)

    assert (fitted.format, fitted.resized) == ("webp", True)
    assert decode(fitted.data).size == (fitted.width, fitted.height)


def test_an_orientation_is_applied_when_a_result_is_encoded_anew() -> None:
    data = oriented(noise(60, 40), "PNG", 6)

    fitted = fit_to_limit(data, limit_bytes=len(data) - 1)

    assert (fitted.width, fitted.height) == (40, 60)


def test_a_limit_that_nothing_meets_is_said_with_both_figures() -> None:
    with pytest.raises(TooLargeToPost) as failure:
        fit_to_limit(encode(noise(100, 100), "PNG"), limit_bytes=100)

    assert failure.value.limit_bytes == 100
    assert failure.value.size_bytes > 100


@pytest.mark.parametrize("limit_bytes", [100, 10**6])
def test_a_result_that_is_cut_off_is_broken(limit_bytes: int) -> None:
    with pytest.raises(BrokenImage):
        fit_to_limit(encode(noise(100, 100), "PNG")[:-500], limit_bytes=limit_bytes)


@pytest.mark.parametrize("format_", ["GIF", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_an_animation_over_the_limit_still_moves(format_: str, mode: str) -> None:
    frames = [noise(60 + place, 48, mode).crop((0, 0, 60, 48)) for place in range(5)]
    data = encode(frames[0], format_, save_all=True, append_images=frames[1:], duration=120, loop=0)

    fitted = fit_to_limit(data, limit_bytes=len(data) // 4)

    assert len(fitted.data) <= len(data) // 4
    picture = decode(fitted.data)
    assert (fitted.format, picture.format, picture.n_frames) == ("gif", "GIF", 5)  # type: ignore[attr-defined]
    assert (picture.info["duration"], picture.info["loop"], picture.size) == (120, 0, (fitted.width, fitted.height))
    assert fitted.resized


def test_an_animation_of_many_frames_loses_some_and_lasts_as_long() -> None:
    frames = [photo(8 + place, 8).crop((0, 0, 8, 8)) for place in range(150)]
    data = encode(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=40)

    picture = decode(fit_to_limit(data, limit_bytes=len(data) - 1).data)

    assert picture.n_frames <= 64  # type: ignore[attr-defined]
    assert sum(_durations(picture)) == sum(_durations(decode(data)))


def test_an_animation_that_fits_in_no_way_is_told() -> None:
    frames = [noise(20 + place, 20).crop((0, 0, 20, 20)) for place in range(5)]
    with pytest.raises(TooLargeToPost):
        fit_to_limit(encode(frames[0], "GIF", save_all=True, append_images=frames[1:]), limit_bytes=100)


def _durations(picture: Image.Image) -> list[int]:
    durations = []
    for place in range(picture.n_frames):  # type: ignore[attr-defined]
        picture.seek(place)
        durations.append(picture.info["duration"])
    return durations
