"""What goes up for an edit with a mask, and what is kept beside it, of every kind of picture."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageOps

from bot.domain.crop_choice import CropChoice
from bot.domain.errors import FileTooLarge, MaskMarksNothing
from bot.domain.models import load_catalogue
from bot.images.compose.lay_in import lay_in
from bot.images.compose.marks import spread_marks
from bot.images.compose.original import keep_original
from bot.images.compose.upload import MaskedUpload, prepare_masked
from tests.unit.images.pictures import (
    PRIVATE,
    cmyk_profile,
    decode,
    deep_png,
    encode,
    oriented,
    photo,
    samples,
    with_private_data,
)

MODEL = load_catalogue().find("gpt-image-2")
SIZE = 240, 160
BOX = 100, 60, 140, 100


def region(size: tuple[int, int] = SIZE, box: tuple[int, int, int, int] = BOX) -> bytes:
    mask = Image.new("L", size)
    mask.paste(255, box)
    return encode(mask, "PNG")


def prepare(
    picture: bytes, mask: bytes | None = None, *, choice: CropChoice = CropChoice.PART, byte_limit: int = 50_000_000
) -> MaskedUpload:
    return prepare_masked(
        picture, mask or region(), is_region=True, model=MODEL, size="auto", choice=choice, byte_limit=byte_limit
    )


@pytest.mark.parametrize("choice", CropChoice)
def test_the_picture_and_its_mask_are_pngs_of_exactly_one_size(choice: CropChoice) -> None:
    upload = prepare(encode(photo(*SIZE), "JPEG"), choice=choice)

    picture, mask, marks = map(decode, (upload.picture, upload.mask, upload.marks))
    assert (picture.format, mask.format, mask.mode, marks.mode) == ("PNG", "PNG", "RGBA", "L")
    assert picture.size == mask.size == upload.crop.upload_size
    assert marks.size == (upload.crop.width, upload.crop.height)
    assert upload.share == pytest.approx(40 * 40 / (240 * 160))


def test_marks_are_spread_over_the_whole_original_again() -> None:
    upload = prepare(encode(photo(*SIZE), "PNG"))

    whole = decode(spread_marks(upload.marks, original=upload.original, crop=upload.crop))

    assert whole.size == SIZE
    assert whole.getbbox() == BOX


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF"])
def test_private_data_are_gone_from_all_of_it(format_: str) -> None:
    picture = with_private_data(photo(*SIZE), format_, 1)
    assert PRIVATE in picture

    upload = prepare(picture)

    assert not any(PRIVATE in one for one in (upload.picture, upload.mask, upload.original, upload.marks))
    assert PRIVATE not in keep_original(picture)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_whatever_way_a_photo_lies_it_goes_up_upright(orientation: int, format_: str) -> None:
    picture = oriented(photo(*SIZE), format_, orientation)
    upright = ImageOps.exif_transpose(decode(picture)).convert("RGB")

    upload = prepare(picture, region(upright.size, (60, 60, 90, 90)))

    part = upright.crop(upload.crop.box).resize(upload.crop.upload_size)
    assert np.abs(samples(decode(upload.picture)) - samples(part)).mean() < 2
    kept = ImageOps.exif_transpose(decode(upload.original)).convert("RGB")
    assert np.array_equal(samples(kept), samples(upright))


def test_what_marks_nothing_or_is_too_large_is_refused() -> None:
    with pytest.raises(MaskMarksNothing):
        prepare(encode(photo(*SIZE), "PNG"), region(box=(0, 0, 0, 0)))
    with pytest.raises(FileTooLarge):
        prepare(encode(photo(*SIZE), "PNG"), byte_limit=200)


def _heic() -> bytes:
    from pillow_heif import from_pillow  # noqa: PLC0415 - slow, and for one test

    file = BytesIO()
    from_pillow(photo(*SIZE)).save(file, quality=90)
    return file.getvalue()


def _deep() -> bytes:
    return deep_png(np.asarray(photo(*SIZE)).astype(np.uint16) * 257)


KINDS: dict[str, Callable[[], bytes]] = {
    "HEIC": _heic,
    "TIFF": lambda: encode(photo(*SIZE), "TIFF"),
    "CMYK JPEG": lambda: encode(photo(*SIZE, "CMYK"), "JPEG", icc_profile=cmyk_profile()),
    "palette": lambda: encode(photo(*SIZE, "P"), "PNG"),
    "16 bits": _deep,
}


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_every_kind_of_picture_is_prepared_and_laid_into(make: Callable[[], bytes]) -> None:
    upload = prepare(make())
    original = decode(keep_original(upload.original)) if upload.original[4:8] != b"ftyp" else None
    painted = decode(upload.picture).convert("RGB")
    painted.paste("#c81e1e", mask=ImageOps.invert(decode(upload.mask).getchannel("A")))

    laid = lay_in(
        encode(painted, "PNG"), original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png"
    )

    assert laid is not None
    result = decode(laid.data)
    assert (result.size, result.mode) == (SIZE, "RGB")
    assert result.getpixel((120, 80)) == pytest.approx((200, 30, 30), abs=10)
    if original is not None and original.mode in {"RGB", "P"}:
        outside = np.ones(SIZE[::-1], np.bool_)
        outside[60:100, 100:140] = False
        assert np.array_equal(samples(result)[outside], samples(original.convert("RGB"))[outside])
