"""What goes up of a picture that is extended or cut out, and what is kept beside it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.crop import Crop
from bot.domain.crop_choice import CropChoice
from bot.domain.errors import AlreadyThatShape, ExtendedTooFar
from bot.domain.extension import Extension
from bot.domain.job import Job, JobState, StoredFile
from bot.domain.models import load_catalogue
from bot.domain.options import Background, Options
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.request import MARKS, MASK, ORIGINAL, ImageRequest, InputFile
from bot.domain.task import Rework
from bot.images.offload import Offload
from bot.jobs.inputs import Inputs, ReadyFiles
from bot.store.blobs.blob_store import Blobs
from bot.store.blobs.folder import FolderBlobs
from tests.unit.images.pictures import decode, encode, photo
from tests.unit.store.samples import NOW, origin

MODEL = "gpt-image-2.5-flare"


@pytest.fixture
async def inputs(tmp_path: Path) -> AsyncIterator[Inputs]:
    offload, folder = Offload(), FolderBlobs.open(tmp_path / "blobs")
    yield Inputs(Blobs(folder), catalogue=load_catalogue(), offload=offload, names=Pseudonyms(b"token"))
    offload.close()
    await folder.close()


async def prepare(inputs: Inputs, options: Options, *, size: tuple[int, int] = (120, 80)) -> ReadyFiles:
    return await inputs.prepare(ImageRequest("x", options, (InputFile("image", encode(photo(*size), "PNG")),)))


def made(options: Options, files: tuple[StoredFile, ...], crop: Crop | None) -> Job:
    return Job(
        id=1,
        state=JobState.CALLING,
        origin=origin(),
        prompt="a castle",
        options=options,
        files=files,
        crop=crop,
        created_at=NOW,
    )


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


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(model=MODEL, task=Extension.PAN_UP), ("larger canvas", "above it")),
        (Options(model=MODEL, aspect="21:9"), ("larger canvas", "beside it")),
        (Options(model=MODEL, task=Rework.CUT_OUT, background=Background.TRANSPARENT), ("Cut out the subject",)),
        (Options(model=MODEL, task=Rework.ENLARGE, size="2048x2048"), ("this very picture", "Keep everything")),
    ],
)
async def test_the_model_is_told_what_to_do_and_sent_nothing_that_is_kept_beside(
    inputs: Inputs, options: Options, words: tuple[str, ...]
) -> None:
    ready = await prepare(inputs, options)
    files = await inputs.keep(1, ready.files)
    job = made(options, files, ready.crop)
    call = await inputs.load(job)
    assert all(one in call.prompt for one in (*words, "a castle"))
    assert len(call.images) == 1
    assert (call.mask is not None) == (options.extension is not None)
    assert (await inputs.load(replace(job, options=Options(model=MODEL)))).prompt == "a castle"


async def test_what_is_asked_for_again_of_another_model_is_not_extended_twice(inputs: Inputs) -> None:
    options = Options(model=MODEL, task=Extension.ZOOM_OUT)
    ready = await prepare(inputs, options, size=(20_000, 8))
    files = await inputs.keep(1, ready.files)
    job = made(options, files, ready.crop)
    again = await inputs.prepare_again(job, replace(options, model="gpt-image-1"))
    assert again.crop is not None
    assert ready.crop is not None
    assert (again.crop.box, again.crop.scaled_from) == (ready.crop.box, "20000x8")


async def test_what_is_asked_for_again_of_another_model_has_the_same_part_marked(inputs: Inputs) -> None:
    mask = Image.new("L", (400, 300))
    mask.paste(255, (300, 200, 330, 230))
    options = Options(model=MODEL, area=CropChoice.PART)
    first = InputFile("image", encode(photo(400, 300), "PNG"))
    request = ImageRequest("x", options, (first,), InputFile(MASK, encode(mask, "PNG")), mask_is_region=True)
    ready = await inputs.prepare(request)
    job = made(options, await inputs.keep(1, ready.files), ready.crop)

    again = await inputs.prepare_again(job, replace(options, model="gpt-image-1"))

    assert again.crop is not None
    [marks] = [decode(one.data) for one in again.files if one.label == MARKS]
    left, top, right, bottom = marks.getbbox() or (0, 0, 0, 0)
    corner = again.crop.left, again.crop.top
    assert (left + corner[0], top + corner[1], right + corner[0], bottom + corner[1]) == (300, 200, 330, 230)
