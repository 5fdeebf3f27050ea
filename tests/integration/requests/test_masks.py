"""/edit with the masks and pictures that phones, editors and other programs make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageOps

from tests.integration.pictures import encode, mask, photo, photo_png
from tests.integration.requests.test_form_and_preview import asked, buttons, go, paid, press, sent_mask, share, tinted

if TYPE_CHECKING:
    from tests.integration.conftest import Start, World

FIELD = Path(__file__).parents[2] / "field"
BOX = (120, 80, 360, 300)
MARKED = np.zeros((480, 640), np.bool_)
MARKED[80:301, 120:361] = True


def strokes(colour: tuple[int, int, int]) -> Image.Image:
    layer = Image.new("RGBA", (640, 480))
    layer.paste((*colour, 255), (0, 0), mask(box=BOX))
    return layer


DOUBTFUL = {
    "black on white": ImageOps.invert(mask(box=BOX)),
    "white on nothing": strokes((255, 255, 255)),
    "black on nothing": strokes((0, 0, 0)),
    "grey on black": mask(box=BOX).point(lambda level: level // 2),
}
CERTAIN = {
    "labels": mask(box=BOX).point(lambda level: level // 255),
    "red on black": ImageOps.colorize(mask(box=BOX), "black", "red"),
    "red on nothing": strokes((255, 0, 0)),
    "16 bits": Image.fromarray(np.asarray(mask(box=BOX)).astype(np.uint16)),
}


@pytest.mark.parametrize("kind", DOUBTFUL)
async def test_a_mask_that_could_mean_two_things_is_shown_before_it_is_paid(world: World, kind: str) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=("mask.png", encode(DOUBTFUL[kind])))

    assert result.response is None
    [shown] = result.followups
    assert shown.ephemeral
    assert buttons(shown) == ["Go", "Invert", "Cancel"]
    assert share(await tinted(shown), BOX) > 0.8
    assert await asked(world) == []
    assert await paid(world) == 0
    answer = await go(world, shown)
    assert len(answer.attachments) == 1
    assert np.array_equal(await sent_mask(world) == 0, MARKED)


@pytest.mark.parametrize("kind", DOUBTFUL)
async def test_a_mask_that_meant_the_other_thing_is_turned_over(world: World, kind: str) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=("mask.png", encode(DOUBTFUL[kind])))
    [shown] = result.followups
    await press(world, shown, "Invert")
    await go(world, shown)

    assert np.array_equal(await sent_mask(world) == 255, MARKED)


@pytest.mark.parametrize("kind", CERTAIN)
async def test_a_mask_that_can_mean_one_thing_goes_at_once(world: World, kind: str) -> None:
    result = await world.edit(image=("photo.png", photo_png()), mask=("mask.png", encode(CERTAIN[kind])))

    assert result.response is not None
    assert len(result.response.attachments) == 1
    alpha = await sent_mask(world)
    assert np.array_equal(alpha == 0, MARKED)
    assert np.array_equal(alpha == 255, ~MARKED)


async def test_the_border_of_a_cut_out_picture_is_not_repainted(world: World) -> None:
    picture, border = ((FIELD / f"border-{one}.png").read_bytes() for one in ("picture", "mask-bw"))
    result = await world.edit(image=("photo.png", picture), mask=("mask.png", border))

    assert result.response is not None
    alpha = await sent_mask(world)
    assert (alpha[80:145, 105:295] == 0).all()
    assert (alpha == 0).sum() == 200 * 75


@pytest.mark.parametrize("kind", ["AVIF", "HEIF", "BMP", "TIFF", "JPEG without its end"])
async def test_what_phones_and_browsers_make_is_taken(world: World, kind: str) -> None:
    pillow_heif.register_heif_opener()
    data = encode(photo(), "JPEG")[:-2] if kind.startswith("JPEG") else encode(photo(), kind)

    result = await world.edit(image=("photo", data))

    assert result.response is not None
    assert len(result.response.attachments) == 1, result.response.content


async def test_a_model_that_strays_from_masks_can_be_chosen_with_the_demo(start: Start) -> None:
    world = await start(images_model="demo:drift", images_models=("demo:drift", "demo:drift-other"))
    for chosen in ({}, {"model": "demo:drift-other"}):
        result = await world.edit(image=("photo.png", photo_png()), mask=("mask.png", encode(mask(box=BOX))), **chosen)
        assert result.response is not None
        assert len(result.response.attachments) == 1, result.response.content
    assert [job.options.model for job in await asked(world)] == ["demo:drift-other", "demo:drift"]
