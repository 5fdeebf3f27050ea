"""A subject cut out: the alpha of what a model drew, and the very pixels of the original where that is opaque."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.domain.crop import Crop
from bot.domain.errors import BrokenImage
from bot.domain.models import load_catalogue
from bot.images.compose.cut_out import cut_out
from bot.images.compose.lay_in import LaidIn
from bot.images.compose.upload import prepare_whole
from tests.unit.images.pictures import PRIVATE, decode, encode, exif, noise, oriented, samples, srgb_profile

FLARE = load_catalogue().find("gpt-image-2.5-flare")
SIZE = (240, 180)


def textured(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Make a picture that looks alike nowhere."""
    small = noise(30, 24).resize(size, Image.Resampling.BICUBIC)
    return small.convert(mode)


def shape(size: tuple[int, int] = SIZE, *, soft: float = 2) -> Image.Image:
    """Make the alpha of a subject that fills the middle."""
    alpha = Image.new("L", size)
    ImageDraw.Draw(alpha).ellipse((size[0] // 5, size[1] // 6, 4 * size[0] // 5, 5 * size[1] // 6), fill=255)
    return alpha.filter(ImageFilter.GaussianBlur(soft))


def drawn(picture: Image.Image, alpha: Image.Image, *, tint: int = 0, shift: int = 0) -> bytes:
    """Make what a model answers with: in another tone, and shifted."""
    answer = picture.convert("RGB").point([min(255, level + tint) for level in range(256)] * 3)
    answer.putalpha(alpha)
    return encode(ImageChops.offset(answer, shift, 0), "PNG")


def whole(size: tuple[int, int] = SIZE) -> Crop:
    return Crop(0, 0, *size, *size, "auto")


def cut(answer: bytes, original: bytes, *, crop: Crop | None = None, output_format: str = "png") -> LaidIn:
    laid = cut_out(answer, original=original, crop=crop or whole(), output_format=output_format)
    assert laid is not None
    assert decode(laid.data).size == (laid.width, laid.height)
    return laid


@given(mode=st.sampled_from(("L", "LA", "RGB", "RGBA", "P")), tint=st.integers(0, 30), shift=st.integers(-4, 4))
@settings(max_examples=12)
def test_where_the_answer_is_opaque_the_pixels_are_the_originals(mode: str, tint: int, shift: int) -> None:
    picture = textured(mode=mode)
    if mode in {"LA", "RGBA"}:
        picture.putalpha(Image.linear_gradient("L").resize(SIZE).point([128 + level // 2 for level in range(256)]))
    alpha = shape()
    result = decode(cut(drawn(picture, alpha, tint=tint, shift=shift), encode(picture, "PNG")).data)
    assert result.size == SIZE
    # What is opaque wherever the answer may lie, give or take what it is shifted by.
    inside = np.asarray(alpha.filter(ImageFilter.MinFilter(13))) == 255
    kept, original = np.asarray(result.convert("RGBA")), np.asarray(picture.convert("RGBA"))
    assert np.array_equal(kept[inside], original[inside])
    outside = np.asarray(alpha.filter(ImageFilter.MaxFilter(13))) == 0
    assert not kept[outside].any(), "nothing of the background is left in it"


def test_a_shifted_answer_is_brought_back_to_its_place() -> None:
    picture = textured()
    result = decode(cut(drawn(picture, shape(), shift=6), encode(picture, "PNG")).data)
    assert np.abs(samples(result.getchannel("A")) - samples(shape())).mean() < 2


def test_soft_edges_have_the_colours_that_the_model_saw_through_to() -> None:
    background = Image.new("RGB", SIZE, (0, 255, 0))
    subject, alpha = textured(), shape(soft=6)
    original = Image.composite(subject, background, alpha)
    result = decode(cut(drawn(subject, alpha), encode(original, "PNG")).data)
    soft = (np.asarray(alpha) > 60) & (np.asarray(alpha) < 200)
    off = np.abs(samples(result)[..., :3] - samples(subject))[soft].mean()
    assert off < 12 < np.abs(samples(original) - samples(subject))[soft].mean()


def test_a_small_answer_cuts_a_large_photo_out_at_its_own_size() -> None:
    picture = textured((1200, 900))
    answer = drawn(picture.resize((400, 300)), shape((400, 300)))
    laid = cut(answer, encode(picture, "PNG"), crop=Crop(0, 0, 1200, 900, 400, 300, "auto"))
    assert (laid.width, laid.height) == (1200, 900)
    middle = (500, 350, 700, 550)
    kept = decode(laid.data).crop(middle).convert("RGB")
    assert np.array_equal(np.asarray(kept), np.asarray(picture.crop(middle)))


def test_nearly_opaque_is_opaque_and_nearly_nothing_is_nothing() -> None:
    alpha = Image.new("L", SIZE, 4)
    alpha.paste(251, (60, 45, 180, 135))
    found = np.asarray(decode(cut(drawn(textured(), alpha), encode(textured(), "PNG")).data).getchannel("A"))
    assert found[90, 120] == 255
    assert found[10, 10] == 0


def test_what_came_opaque_or_is_another_picture_is_not_cut_out() -> None:
    picture = textured()
    original = encode(picture, "PNG")
    assert cut_out(encode(picture, "PNG"), original=original, crop=whole(), output_format="png") is None
    other = Image.fromarray(np.flip(np.asarray(ImageChops.invert(picture)), axis=1))
    assert cut_out(drawn(other, shape()), original=original, crop=whole(), output_format="png") is None
    with pytest.raises(BrokenImage):
        cut_out(drawn(picture, shape())[:200], original=original, crop=whole(), output_format="png")


def test_a_webp_is_made_without_loss() -> None:
    picture = textured()
    laid = cut(drawn(picture, shape()), encode(picture, "PNG"), output_format="webp")
    assert laid.output_format == "webp"
    box = (100, 70, 140, 110)
    assert np.array_equal(np.asarray(decode(laid.data).convert("RGB").crop(box)), np.asarray(picture.crop(box)))
    assert cut(drawn(picture, shape()), encode(picture, "PNG"), output_format="jpeg").output_format == "png"


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_photo_is_kept_as_it_was_given_but_for_its_private_data(orientation: int) -> None:
    data = oriented(textured(), "PNG", orientation)
    data = data if orientation != 1 else encode(textured(), "JPEG", exif=exif(private=True), icc_profile=srgb_profile())
    upload = prepare_whole(data, model=FLARE, size="auto", byte_limit=10_000_000)
    assert PRIVATE not in upload.original
    upright = SIZE if orientation == 1 else SIZE[::-1]
    assert (upload.crop.width, upload.crop.height) == upright
    assert decode(upload.picture).size == upload.crop.upload_size
