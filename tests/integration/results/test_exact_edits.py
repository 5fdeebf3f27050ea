"""Edits with a mask: what was not marked stays, and what the model drew is one press away."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageOps

from bot.domain.masked_edits import MaskedEdits
from bot.store.server.settings import Servers
from tests.integration.gallery.galleries import newest_copy, share, with_gallery
from tests.integration.people.test_export import files_of
from tests.integration.pictures import encode, mask, opened, photo, photo_png
from tests.integration.results.results import Message, labels, newest, posted_again, press, requests, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from simcord.results import ResponseMessage

    from tests.integration.conftest import Start, World

BOX = (120, 80, 360, 300)
KEPT = np.ones((480, 640), np.bool_)
KEPT[80:301, 120:361] = False
ORIGINAL = np.asarray(photo())
TEXTURED = Image.fromarray(np.random.default_rng(5).integers(0, 256, (30, 40, 3), np.uint8)).resize((640, 480))


@pytest.fixture
async def world(start: Start) -> World:
    return await start(images_model="demo:drift", images_models=("demo:drift", "demo:drift-other"))


async def edited(world: World, **options: Any) -> ResponseMessage:
    """Have ada edit a box of a photo."""
    chosen: dict[str, Any] = {
        "image": ("photo.png", photo_png()),
        "mask": ("mask.png", encode(mask(box=BOX))),
        **options,
    }
    answer = (await world.edit(**chosen)).response
    assert answer is not None
    return answer


async def pixels(message: Message, number: int = 0) -> NDArray[np.uint8]:
    return np.asarray(opened(await message.attachments[number].read()).convert("RGB"))


async def drawn_bytes(world: World, place: int = 1) -> bytes:
    """Load what the model drew for ada's newest request."""
    job = (await newest(world, world.ada)).showing(MaskedEdits.AS_DRAWN)
    return await world.app.core.blobs.get(job.pictures[place - 1].blob)


def is_exact(shown: NDArray[np.uint8]) -> bool:
    return shown.shape == ORIGINAL.shape and np.array_equal(shown[KEPT], ORIGINAL[KEPT])


async def test_what_is_not_marked_stays_to_the_pixel_and_the_size_too(world: World) -> None:
    answer = await edited(world)
    shown = await pixels(answer)
    assert is_exact(shown)
    assert (shown[~KEPT] != ORIGINAL[~KEPT]).any()
    assert "merged into the original" in answer.content
    assert "As drawn" in labels(answer)
    assert "Exact" not in labels(answer)


async def test_what_goes_up_is_png_and_what_lies_beside_it_is_not_sent_or_counted(world: World) -> None:
    await edited(world)
    job = await newest(world, world.ada)
    files = dict(await world.files_of(job.id))
    assert list(files) == ["image", "mask", "original", "marks"]
    assert {opened(data).format for data in files.values()} == {"PNG"}
    assert opened(files["image"]).size == opened(files["mask"]).size
    assert np.array_equal(np.asarray(opened(files["original"])), ORIGINAL)
    call = await world.app.foundation.jobs.inputs.load(job)
    assert call.images == (files["image"],)
    assert call.mask == files["mask"]
    assert job.crop is not None
    assert call.options.size == job.crop.size


async def test_as_drawn_shows_the_very_bytes_of_the_model_and_exact_brings_the_others_back(world: World) -> None:
    answer = await edited(world)
    exact = await answer.attachments[0].read()
    drawn = await press(world, answer, "As drawn", by=world.ada)
    assert await drawn.attachments[0].read() == await drawn_bytes(world) != exact
    assert "as drawn" in drawn.content
    assert "Exact" in labels(drawn)
    back = await press(world, drawn, "Exact", by=world.ada)
    assert await back.attachments[0].read() == exact
    assert back.content == answer.content
    assert await requests(world, world.ada) == 1


async def test_a_stranger_may_not_swap_and_a_moderator_may(world: World) -> None:
    answer = await edited(world)
    told = sentence(await world.bruno.click(answer, label="As drawn"))
    assert "can do that" in told
    assert (await newest(world, world.ada)).shown is MaskedEdits.EXACT
    moderator = world.guild.add_member(
        world.env.create_user("mo"), roles=[world.guild.create_role("mods", permissions=world.moderator_permissions)]
    )
    await press(world, answer, "As drawn", by=moderator)
    assert (await newest(world, world.ada)).shown is MaskedEdits.AS_DRAWN


async def test_it_swaps_after_a_restart_in_every_message_that_shows_it(world: World) -> None:
    answer = await edited(world)
    again = await posted_again(world)
    world = await world.restarted()
    drawn = await press(world, answer, "As drawn", by=world.ada)
    wanted = await drawn_bytes(world)
    other = next(one for one in world.channel.history() if one.id == again.id)
    assert [await one.attachments[0].read() for one in (drawn, other)] == [wanted, wanted]
    assert other.content == drawn.content
    await world.ada.click(other, label="Exact")
    shown = {one.id: one for one in world.channel.history()}
    assert is_exact(await pixels(shown[again.id]))
    assert is_exact(await pixels(shown[answer.id]))


async def test_a_private_answer_swaps_too(world: World) -> None:
    answer = await edited(world, private=True)
    assert is_exact(await pixels(answer))
    drawn = await press(world, answer, "As drawn", by=world.ada)
    assert drawn.ephemeral
    assert await drawn.attachments[0].read() == await drawn_bytes(world)


async def test_of_several_pictures_each_is_laid_in_and_all_swap(world: World) -> None:
    answer = await edited(world, n=2)
    assert [is_exact(await pixels(answer, number)) for number in (0, 1)] == [True, True]
    drawn = await press(world, answer, "As drawn", by=world.ada)
    assert [await one.read() for one in drawn.attachments] == [await drawn_bytes(world, place) for place in (1, 2)]


async def test_an_answer_with_nothing_in_common_is_shown_as_it_is_and_that_is_said(world: World) -> None:
    answer = await edited(world, model="demo:drift-other", image=("photo.png", encode(TEXTURED)))
    [picture] = (await newest(world, world.ada)).pictures
    assert await answer.attachments[0].read() == await world.app.core.blobs.get(picture.blob)
    assert "couldn't be merged into the original" in answer.content
    assert not {"As drawn", "Exact"} & set(labels(answer))


async def test_again_sends_the_very_files_and_lays_the_answer_in(world: World) -> None:
    answer = await edited(world)
    again = await press(world, answer, "Again", by=world.ada)
    first, second = (await world.jobs.history(world.ada.id, limit=2))[::-1]
    assert await world.files_of(first.id) == await world.files_of(second.id)
    assert first.crop == second.crop
    assert is_exact(await pixels(again))


async def test_again_in_another_quality_is_of_the_same_marks(world: World) -> None:
    answer = await edited(world)
    menu = (await world.ada.click(answer, label="Again")).response
    assert menu is not None
    # It has the size of its original, whatever is drawn for the part that is marked.
    assert labels(menu) == ["Same size", "Quality medium"]
    better = await press(world, menu, "Quality medium", by=world.ada)
    assert is_exact(await pixels(better))
    files = dict(await world.files_of((await newest(world, world.ada)).id))
    assert np.array_equal(np.asarray(opened(files["marks"])) == 0, KEPT)


async def test_larger_of_an_exact_edit_is_of_the_picture_that_is_shown(world: World) -> None:
    larger = await press(world, await edited(world), "Larger", by=world.ada)
    height, width = ORIGINAL.shape[:2]
    assert opened(await larger.attachments[0].read()).size == (2 * width, 2 * height)


@pytest.mark.parametrize("label", ["As drawn", None])
async def test_vary_compare_and_info_work_with_the_picture_that_is_shown(world: World, label: str | None) -> None:
    answer = await edited(world)
    if label:
        answer = await press(world, answer, label, by=world.ada)
    info = await press(world, answer, "Info", by=world.ada)
    told = {field.name: field.value for field in info.embeds[0].fields}["Shown"]
    assert told == ("as the model drew it" if label else "exact (merged into the original)")
    compared = await press(world, answer, "Compare", by=world.ada)
    assert len(compared.attachments) == 1
    shown = await pixels(answer)
    await press(world, answer, "Vary", by=world.ada)
    [(name, sent)] = await world.files_of((await newest(world, world.ada)).id)
    assert name == "image"
    assert np.array_equal(np.asarray(opened(sent).convert("RGB")), shown)


async def test_what_is_deleted_meanwhile_says_so(world: World) -> None:
    answer = await edited(world)
    again = await posted_again(world)
    job = await newest(world, world.ada)
    await world.app.foundation.rules.album.delete(job.id)
    for message in (answer, again):
        assert "no longer stored" in sentence(await world.ada.click(message, label="As drawn"))


async def test_a_bot_that_shows_edits_as_drawn_has_no_exact_ones(start: Start) -> None:
    world = await start(images_model="demo:drift", masked_edits=MaskedEdits.AS_DRAWN)
    answer = await edited(world, image=("photo.jpg", encode(photo(), "JPEG")))
    job = await newest(world, world.ada)
    assert (job.crop, job.pictures[0].other) == (None, None)
    files = dict(await world.files_of(job.id))
    assert list(files) == ["image", "mask"]
    assert opened(files["image"]).format == "PNG"
    assert opened(files["image"]).size == opened(files["mask"]).size
    assert await answer.attachments[0].read() == await drawn_bytes(world)
    assert not {"As drawn", "Exact"} & set(labels(answer))


@pytest.mark.parametrize(("area", "whole"), [("part", False), ("whole", True)])
async def test_how_much_goes_up_can_be_chosen(world: World, area: str, whole: bool) -> None:  # noqa: FBT001
    big = encode(photo(1600, 1200), "JPEG")
    marks = encode(mask(1600, 1200, box=(700, 500, 800, 600)))
    await edited(world, area=area, image=("photo.jpg", big), mask=("mask.png", marks))
    crop = (await newest(world, world.ada)).crop
    assert crop is not None
    assert ((crop.width, crop.height) == (1600, 1200)) is whole


async def test_an_area_without_a_mask_is_told(world: World) -> None:
    told = (await world.edit(image=("photo.png", photo_png()), area="part")).response
    assert told is not None
    assert "needs a mask" in told.content
    assert "Nothing was spent" in told.content


async def test_an_area_in_a_message_is_read_and_told_there_too(world: World) -> None:
    answer = await edited(world)
    shown = next(one for one in world.channel.history() if one.id == answer.id)
    message = await world.ada.send(world.channel, f"{world.bot_user.mention} make it day --area part", reply_to=shown)
    await world.all_ended()
    told = world.channel.last_message
    assert told is not None
    assert told.id != message.id
    assert "needs a mask" in told.content


async def test_a_photo_of_a_phone_keeps_its_pixels_through_a_preview_too(world: World) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # "rotate 90 degrees clockwise to see it upright"
    exif[0x010F] = "A camera that nobody may know of"
    lying = encode(photo(1600, 1200).rotate(90, expand=True), "JPEG", quality=90, exif=exif)
    result = await world.edit(image=("photo.jpg", lying), preview=True)
    shown = result.response
    assert shown is not None
    await world.ada.select(shown, ["B2"])
    answer = (await world.ada.click(shown, label="Go")).response
    await world.all_ended()
    assert answer is not None
    got, upright = await pixels(answer), np.asarray(ImageOps.exif_transpose(opened(lying)))
    assert got.shape == (1200, 1600, 3)
    marks = np.asarray(opened(dict(await world.files_of((await newest(world, world.ada)).id))["marks"]))
    assert np.array_equal(got[marks == 0], upright[marks == 0])
    assert (marks[650:] == 0).all()
    assert (marks[350:550, 450:750] > 0).all()
    kept = dict(await world.files_of((await newest(world, world.ada)).id))
    assert not [label for label, data in kept.items() if b"A camera" in data]


async def test_what_is_shared_stays_as_it_was_shared(world: World) -> None:
    gallery = await with_gallery(world)
    answer = await edited(world)
    await share(world, answer)
    await press(world, answer, "As drawn", by=world.ada)
    looked = (await world.bruno.slash(world.channel, "gallery new")).response
    assert looked is not None
    assert is_exact(await pixels(looked))
    assert is_exact(await pixels(newest_copy(gallery)))
    form = await world.bruno.click(newest_copy(gallery), label="Remix")
    await world.bruno.submit_modal(form, {"prompt": "make it day"})
    await world.all_ended()
    [(_, sent)] = await world.files_of((await newest(world, world.bruno)).id)
    assert is_exact(np.asarray(opened(sent).convert("RGB")))


async def test_an_export_has_both_pictures_and_what_was_kept_for_them(world: World) -> None:
    await edited(world)
    job = await newest(world, world.ada)
    await world.ada.slash(world.channel, "export me")
    await world.env.settle()
    [files] = await files_of(world.ada)
    [request] = json.loads(files["requests-1.json"])
    assert request["pictures"] == [f"pictures/{job.id}-1.png"]
    assert request["not_shown"] == [f"pictures/{job.id}-1-as-drawn.png"]
    assert files[request["not_shown"][0]] == await drawn_bytes(world)
    assert [one["label"] for one in request["inputs"]] == ["image", "mask", "original", "marks"]
    assert all(one["file"] in files for one in request["inputs"])


@pytest.mark.parametrize("how", ["deleted", "forgotten"])
async def test_nothing_of_it_is_left(world: World, tmp_path: Path, how: str) -> None:
    answer = await edited(world)
    folder = tmp_path / "blobs" / str((await newest(world, world.ada)).id)
    assert len(list(folder.iterdir())) == 7
    match how:
        case "deleted":
            await world.ada.submit_modal(await world.ada.click(answer, label="Delete"), {})
        case "forgotten":
            question = (await world.ada.slash(world.channel, "forget me")).response
            assert question is not None
            await world.ada.click(question, label="Delete everything permanently")
    await world.env.settle()
    assert not folder.exists() or not list(folder.iterdir())


async def test_what_somebody_made_of_a_picture_loses_the_original_when_its_asker_is_forgotten(
    world: World, tmp_path: Path
) -> None:
    made = (await world.imagine("a fox")).response
    assert made is not None
    form = await world.bruno.click(made, label="Edit")
    shown = (await world.bruno.submit_modal(form, {"prompt": "make it night", "where": ["B2"]})).response
    assert shown is not None
    answer = (await world.bruno.click(shown, label="Go")).response
    await world.all_ended()
    assert answer is not None
    job = await newest(world, world.bruno)
    before = {file.label: tmp_path / "blobs" / file.blob for file in job.files}
    assert all(path.exists() for path in before.values())
    question = (await world.ada.slash(world.channel, "forget me")).response
    assert question is not None
    await world.ada.click(question, label="Delete everything permanently")
    await world.env.settle()
    assert {label for label, path in before.items() if path.exists()} == {"mask", "marks"}
    drawn = await press(world, answer, "As drawn")
    assert "Exact" in labels(drawn)


async def test_again_of_an_exact_edit_is_exact_where_the_server_wants_them_as_drawn_by_now(world: World) -> None:
    answer = await edited(world, area="part")
    await Servers(world.database).change(
        world.guild.id, lambda settings: replace(settings, masked_edits=MaskedEdits.AS_DRAWN), now=datetime.now(UTC)
    )
    assert is_exact(await pixels(await press(world, answer, "Again", by=world.ada)))
    told = (await world.edit(image=("a.png", photo_png()), mask=("m.png", encode(mask(box=BOX))), area="part")).response
    assert told is not None
    assert "switched off here" in told.content
