"""The models of the embedded images API that stray from a mask as real ones do."""

from collections.abc import AsyncIterator

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from bot.demo.api.models import MODELS
from tests.contract.demo_server import Demo, mask, opened, photo, pixels, png, running_demo

PNG = "image/png"
SIZE = 512, 384
HOLE = 150, 100, 350, 280
DRIFTS = [name for name in MODELS if name.startswith("demo:drift")]

Levels = npt.NDArray[np.int16]


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with running_demo() as demo:
        yield demo


def scenery() -> Image.Image:
    """A picture of smooth tones that are far from black and white, with one square in the middle of its left half."""
    picture = Image.blend(photo(*SIZE), Image.new("RGB", SIZE, (128, 128, 128)), 0.7)
    picture.paste((200, 200, 200), (40, 160, 100, 220))
    return picture


async def edited(demo: Demo, model: str, picture: Image.Image | None = None, **fields: object) -> Levels:
    files = ("image", png(picture or scenery()), PNG), ("mask", png(mask(*SIZE, hole=HOLE)), PNG)
    reply = await demo.edit(*files, model=model, prompt="fire", seed=5, **fields)
    return pixels(opened(reply.files[0]).convert("RGB"))


def kept() -> npt.NDArray[np.bool_]:
    stays: npt.NDArray[np.bool_] = np.asarray(mask(*SIZE, hole=HOLE).getchannel("A")) == 255
    return stays


def change(after: Levels) -> Levels:
    """By how much each kept pixel was changed, in the primary colour that was changed most."""
    changes: Levels = np.abs(after - pixels(scenery())).max(axis=2)[kept()]
    return changes


def corner_of_square(after: Levels) -> tuple[int, int]:
    """Where the bright square begins: its left and top edge."""
    bright = after[140:250, :140].min(axis=2) > 170
    return int(np.flatnonzero(bright.any(axis=0))[0]), int(np.flatnonzero(bright.any(axis=1))[0]) + 140


async def test_the_list_of_models_has_those_that_stray(demo: Demo) -> None:
    listed = [one["id"] for one in (await demo.send("GET", "/models")).json["data"]]

    assert {"demo:drift", "demo:drift-repaint", "demo:drift-ignore", "demo:drift-other"} <= set(listed)


async def test_a_drifting_model_changes_half_of_what_should_stay_by_38_levels(demo: Demo) -> None:
    changes = change(await edited(demo, "demo:drift"))
    per_channel = np.abs(await edited(demo, "demo:drift") - pixels(scenery())).mean(axis=2)[kept()]

    assert (changes > 0).mean() > 0.99
    assert 33 < np.sort(per_channel)[len(per_channel) // 2 :].mean() < 43


@pytest.mark.parametrize("model", DRIFTS)
async def test_what_is_masked_is_painted_anew_whatever_else_is_done(demo: Demo, model: str) -> None:
    after = await edited(demo, model)

    inside = ~kept()
    assert np.abs(after - pixels(scenery())).max(axis=2)[inside].mean() > 20


async def test_a_tint_puts_each_pixel_seventeen_levels_off(demo: Demo) -> None:
    off = (await edited(demo, "demo:drift-tint") - pixels(scenery()))[kept()]

    assert (off == (17, 17, -17)).all()


async def test_a_shift_moves_the_very_pixels(demo: Demo) -> None:
    after = await edited(demo, "demo:drift-shift")

    assert corner_of_square(after) == (43, 158)
    assert (after[158:218, 43:103] == 200).all()


async def test_a_scale_enlarges_about_the_middle(demo: Demo) -> None:
    left, top = corner_of_square(await edited(demo, "demo:drift-scale"))

    assert left < 40
    assert top in {159, 160}


async def test_what_is_repainted_looks_alike_and_no_pixel_is_the_same(demo: Demo) -> None:
    after = await edited(demo, "demo:drift-repaint")

    assert (change(after) > 0).mean() > 0.99
    assert abs(float((after - pixels(scenery()))[kept()].mean())) < 3
    assert corner_of_square(after)[0] in range(37, 44)


async def test_a_mask_can_be_ignored(demo: Demo) -> None:
    assert change(await edited(demo, "demo:drift-ignore")).mean() > 15


async def test_an_answer_can_have_nothing_in_common_with_the_picture(demo: Demo) -> None:
    one = await edited(demo, "demo:drift-other")
    other = await edited(demo, "demo:drift-other", Image.new("RGB", SIZE, "white"))

    assert (one == other).all()


@pytest.mark.parametrize("model", DRIFTS)
@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3)])
async def test_pictures_of_any_size_and_kind_can_stray(demo: Demo, model: str, size: tuple[int, int]) -> None:
    marks = Image.new("RGBA", size, (0, 0, 0, 255))
    marks.paste((0, 0, 0, 0), (0, 0, 1, 1))
    picture = Image.new("RGBA", size, (10, 200, 90, 128))
    reply = await demo.edit(("image", png(picture), PNG), ("mask", png(marks), PNG), model=model)

    assert opened(reply.files[0]).size == size


async def test_sketches_stray_as_the_picture_does(demo: Demo) -> None:
    files = ("image", png(scenery()), PNG), ("mask", png(mask(*SIZE, hole=HOLE)), PNG)
    reply = await demo.edit(*files, model="demo:drift-tint", stream="true", partial_images=1)

    assert [event["type"] for event in reply.events] == ["image_edit.partial_image", "image_edit.completed"]
