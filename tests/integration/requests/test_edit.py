"""/edit, as people use it: pictures in any form, masks in any form."""

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps

from bot.domain.masked_edits import MaskedEdits
from tests.integration.conftest import Start, World, told
from tests.integration.pictures import encode, mask, mask_png, opened, photo, photo_png


async def result_of(world: World, **options: Any) -> Image.Image:
    result = await world.edit(**options)
    assert result.response is not None
    assert result.response.attachments, result.response.content
    return opened(await result.response.attachments[0].read()).convert("RGB")


def difference(before: Image.Image, after: Image.Image) -> np.ndarray[tuple[int, int], np.dtype[np.int16]]:
    """Largest difference of a channel, a pixel."""
    pair = [np.asarray(image.convert("RGB"), dtype=np.int16) for image in (before, after)]
    deltas: np.ndarray[tuple[int, int], np.dtype[np.int16]] = np.abs(pair[0] - pair[1]).max(axis=2)
    return deltas


async def test_a_mask_repaints_the_masked_part_alone(world: World) -> None:
    after = await result_of(world, image=("photo.png", photo_png()), mask=("mask.png", mask_png()))
    changed = difference(photo(), after)
    assert changed[:, :319].max() == 0
    assert changed[:, 322:].mean() > 5


async def test_a_mask_of_another_resolution_marks_the_same_part(world: World) -> None:
    after = await result_of(world, image=("photo.png", photo_png()), mask=("mask.png", mask_png(1280, 960)))
    changed = difference(photo(), after)
    assert changed[:, :310].max() == 0
    assert changed[:, 330:].mean() > 5


async def test_a_transparent_mask_marks_what_is_transparent(world: World) -> None:
    holed = photo().convert("RGBA")
    holed.putalpha(ImageOps.invert(mask()))
    after = await result_of(world, image=("photo.png", photo_png()), mask=("mask.png", encode(holed)))
    changed = difference(photo(), after)
    assert changed[:, :319].max() == 0
    assert changed[:, 322:].mean() > 5


async def test_a_photo_that_lies_on_its_side_is_edited_upright(world: World) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # "rotate 90 degrees clockwise to see it upright"
    lying = encode(photo().rotate(90, expand=True), "JPEG", quality=95, exif=exif)
    upper = mask(box=(0, 0, 640, 240))
    after = await result_of(world, image=("photo.jpg", lying), mask=("mask.png", encode(upper)))
    assert after.size == (640, 480)
    changed = difference(photo(), after)
    assert changed[250:].mean() < 4
    assert changed[:230].mean() > 5


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.webp", "WEBP"), ("a.gif", "GIF"), ("photo.pretending.to.be.gif", "PNG")]
)
async def test_a_picture_of_any_kind_is_taken_by_its_content(world: World, name: str, kind: str) -> None:
    after = await result_of(world, image=(name, encode(photo(), kind)))
    assert after.size == (640, 480)


async def test_ten_pictures_may_be_given(world: World) -> None:
    further: dict[str, Any] = {f"image{place}": (f"{place}.png", photo_png(320, 240)) for place in range(2, 11)}
    after = await result_of(world, image=("1.png", photo_png()), **further)
    assert after.size == (640, 480)


async def test_a_large_photo_is_scaled_down_and_its_mask_with_it(start: Start) -> None:
    after = await result_of(
        await start(masked_edits=MaskedEdits.AS_DRAWN),
        model="gpt-image-1",
        image=("photo.jpg", encode(photo(3000, 2000), "JPEG", quality=90)),
        mask=("mask.png", mask_png(3000, 2000)),
    )
    assert after.width * after.height <= 1536 * 1024
    small = photo(3000, 2000).resize(after.size, Image.Resampling.LANCZOS)
    changed = difference(small, after)
    middle = after.width // 2
    assert changed[:, : middle - 8].mean() < 4
    assert changed[:, middle + 8 :].mean() > 5


async def test_a_large_photo_comes_back_in_its_size_with_what_was_not_marked(world: World) -> None:
    before = photo(3000, 2000)
    files = {"image": ("photo.png", encode(before)), "mask": ("mask.png", mask_png(3000, 2000))}
    changed = difference(before, await result_of(world, model="gpt-image-1", **files))
    assert not changed[:, :1500].any()
    assert changed[:, 1500:].mean() > 5


BAD_FILES = {
    "text": (b"hello, I am a text file", "isn't a PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF"),
    "cut off": (photo_png()[:-400], "incomplete or damaged"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + bytes(64), "HEIC"),
    "empty": (b"", "isn't a PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF"),
    "bomb": (encode(Image.new("1", (13_000, 13_000))), "13000x13000"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
async def test_a_bad_picture_gets_its_sentence_and_costs_nothing(world: World, kind: str) -> None:
    data, words = BAD_FILES[kind]
    result = await world.edit(image=("a.png", photo_png()), image2=("b.png", data))
    assert words in told(result).content
    assert "`image2`" in told(result).content
    assert "Nothing was spent" in told(result).content
    assert told(result).attachments == []


async def test_a_mask_of_another_shape_is_refused_with_both_sizes(world: World) -> None:
    result = await world.edit(image=("a.png", photo_png(640, 480)), mask=("m.png", mask_png(480, 480)))
    assert "480x480" in told(result).content
    assert "640x480" in told(result).content


@pytest.mark.parametrize("mode", ["L", "1", "RGBA"])
async def test_a_mask_that_marks_nothing_is_refused_for_that(world: World, mode: str) -> None:
    black = Image.new("L", (640, 480), 0).convert(mode)
    result = await world.edit(image=("a.png", photo_png()), mask=("m.png", encode(black)))
    assert "completely black" in told(result).content
    assert "Nothing was spent" in told(result).content


async def test_a_mask_goes_with_several_pictures_where_the_provider_says_which(world: World) -> None:
    files: dict[str, Any] = {
        "image": ("a.png", photo_png()),
        "image2": ("b.png", photo_png()),
        "mask": ("m.png", mask_png()),
    }
    after = await result_of(world, **files)
    assert after.size == (640, 480)


async def test_a_mask_with_several_pictures_is_refused_elsewhere(start: Start) -> None:
    world = await start(images_provider="compatible", images_base_url="http://127.0.0.1:9/v1")
    files: dict[str, Any] = {
        "image": ("a.png", photo_png()),
        "image2": ("b.png", photo_png()),
        "mask": ("m.png", mask_png()),
    }
    result = await world.edit(**files)
    assert "A mask works with only one picture here, and you sent 2" in told(result).content


async def test_a_file_over_the_cap_is_refused(world: World) -> None:
    result = await world.edit(image=("a.png", bytes(50 * 1024 * 1024 + 1)))
    assert "larger than 50 MiB" in told(result).content
