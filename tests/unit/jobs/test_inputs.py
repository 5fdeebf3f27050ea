"""What goes up of a picture that is extended or cut out, and what is kept beside it."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.errors import AlreadyThatShape, ExtendedTooFar
from bot.domain.extension import Extension
from bot.domain.models import load_catalogue
from bot.domain.options import Background, Options
from bot.domain.request import MARKS, MASK, ORIGINAL, ImageRequest, InputFile
from bot.domain.task import Rework
from bot.images.offload import Offload
from bot.jobs.inputs import Inputs, ReadyFiles
from tests.unit.images.pictures import decode, encode, photo

NOTHING: Any = None
MODEL = "gpt-image-2.5-flare"


@pytest.fixture
def inputs() -> Iterator[Inputs]:
    offload = Offload()
    yield Inputs(NOTHING, catalogue=load_catalogue(), offload=offload, names=NOTHING)
    offload.close()


async def prepare(inputs: Inputs, options: Options, *, size: tuple[int, int] = (120, 80)) -> ReadyFiles:
    return await inputs.prepare(ImageRequest("x", options, (InputFile("image", encode(photo(*size), "PNG")),)))


async def test_the_canvas_goes_up_whole_and_the_picture_on_it_is_kept(inputs: Inputs) -> None:
    ready = await prepare(inputs, Options(model=MODEL, task=Extension.PAN_LEFT))
    files = {one.label: decode(one.data) for one in ready.files}
    assert list(files) == ["image", MASK, ORIGINAL, MARKS]
    assert ready.crop is not None
    assert (ready.crop.box, ready.crop.scaled_from) == ((0, 0, 180, 80), None)
    assert files[ORIGINAL].size == files[MARKS].size == (180, 80)
    assert files["image"].size == files[MASK].size
    assert ready.inputs == 1


async def test_a_canvas_that_would_be_too_long_has_the_picture_smaller_and_says_so(inputs: Inputs) -> None:
    ready = await prepare(inputs, Options(model=MODEL, task=Extension.ZOOM_OUT), size=(20_000, 8))
    assert ready.crop is not None
    assert ready.crop.scaled_from == "20000x8"
    assert 32_000 < ready.crop.width <= 32_767


async def test_what_is_cut_out_goes_up_without_a_mask(inputs: Inputs) -> None:
    options = Options(model=MODEL, task=Rework.CUT_OUT, background=Background.TRANSPARENT)
    ready = await prepare(inputs, options)
    assert [one.label for one in ready.files] == ["image", ORIGINAL]
    assert ready.crop is not None
    assert ready.crop.box == (0, 0, 120, 80)


async def test_what_cannot_be_extended_is_told_with_the_model(inputs: Inputs) -> None:
    with pytest.raises(ExtendedTooFar) as refused:
        await prepare(inputs, Options(model=MODEL, task=Extension.PAN_LEFT), size=(300, 100))
    assert (refused.value.model, refused.value.limit) == (MODEL, 3)
    with pytest.raises(AlreadyThatShape):
        await prepare(inputs, Options(model=MODEL, aspect="3:2"))
