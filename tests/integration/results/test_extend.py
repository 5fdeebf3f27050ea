"""Extend: what lies beside a picture, of which every pixel stays; and its subject alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.domain.budget import Budget
from bot.domain.instructions import instruct
from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import MASK
from bot.domain.server import Doing, Opening
from bot.domain.task import Rework
from tests.integration.conftest import told
from tests.integration.pictures import opened, photo_png
from tests.integration.results.results import drawn, labels, newest, press, requests, sentence, set_rules

if TYPE_CHECKING:
    import simcord
    from simcord.results import ResponseMessage

    from tests.integration.conftest import Start, World

MENU = ["Zoom out 1.5x", "Zoom out 2x", "Pan left", "Pan right", "Pan up", "Pan down", "Cut out"]


async def extend(
    world: World, message: ResponseMessage, label: str, *, prompt: str = "", by: simcord.MemberActor | None = None
) -> ResponseMessage:
    """Extend a picture, as bruno where nobody is named."""
    person = by or world.bruno
    menu = await press(world, message, "Extend", by=person)
    assert menu.ephemeral
    shown = await person.click(menu, label=label)
    result = await person.submit_modal(shown, {"prompt": prompt})
    await world.all_ended()
    return told(result)


@pytest.mark.parametrize(
    ("label", "size", "box"),
    [
        ("Zoom out 1.5x", (1536, 1536), (256, 256, 1280, 1280)),
        ("Zoom out 2x", (2048, 2048), (512, 512, 1536, 1536)),
        ("Pan left", (1536, 1024), (512, 0, 1536, 1024)),
        ("Pan right", (1536, 1024), (0, 0, 1024, 1024)),
        ("Pan up", (1024, 1536), (0, 512, 1024, 1536)),
        ("Pan down", (1024, 1536), (0, 0, 1024, 1024)),
    ],
)
async def test_what_is_extended_and_cut_back_is_the_original(
    world: World, label: str, size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    answer = await drawn(world, size="1024x1024")
    extended = await extend(world, answer, label, prompt="a castle")
    before, after = [opened(await one.attachments[0].read()) for one in (answer, extended)]
    assert after.size == size
    assert np.array_equal(np.asarray(after.crop(box).convert("RGB")), np.asarray(before.convert("RGB")))
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert (job.prompt, job.origin.private) == ("a castle", False)
    assert [(one.job_id, one.place) for one in job.parents] == [(first.id, 1)]


async def test_without_words_the_scene_goes_on_and_the_model_is_told_what_to_do(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    extended = await extend(world, answer, "Pan left", prompt="  ")
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert job.prompt == "continue the scene"
    assert "**continue the scene**" in extended.content
    told = instruct(job.prompt, job.options)
    assert "on its left" in told
    assert told.endswith("continue the scene")
    assert job.options.quality == first.options.quality
    mask = dict(await world.files_of(job.id))[MASK]
    alpha = np.asarray(opened(mask).getchannel("A"))
    assert alpha[:, :500].max() == 0
    assert alpha[:, 530:].min() == 255


async def test_what_was_extended_is_extended_again_and_asked_for_again(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    once = await extend(world, answer, "Pan right")
    twice = await extend(world, once, "Pan down")
    assert opened(await twice.attachments[0].read()).size == (1536, 1536)
    again = await press(world, twice, "Again")
    after = opened(await again.attachments[0].read())
    assert after.size == (1536, 1536)
    before = opened(await once.attachments[0].read())
    assert np.array_equal(np.asarray(after.crop((0, 0, 1536, 1024))), np.asarray(before))


async def test_what_a_model_strays_from_stays_all_the_same(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    extended = await extend(world, answer, "Zoom out 1.5x", prompt="demo:drift a castle")
    before, after = opened(await answer.attachments[0].read()), opened(await extended.attachments[0].read())
    assert after.size == (1536, 1536)
    assert np.array_equal(np.asarray(after.crop((256, 256, 1280, 1280))), np.asarray(before))
    assert "couldn't be merged into the original" not in extended.content
    assert "added around the original" in extended.content


async def test_what_is_made_from_it_is_not_extended_or_cut_out_again(world: World) -> None:
    extended = await extend(world, await drawn(world, size="1024x1024"), "Pan left")
    await press(world, extended, "Vary")
    job = await newest(world, world.bruno)
    assert (job.options.task, job.prompt, len(job.files)) == (None, "continue the scene", 1)


async def test_of_an_animation_its_first_frame_is_extended(world: World) -> None:
    answer = await drawn(world, model="gpt-image-2.6-flare", format="gif", size="512x512", frames=2)
    extended = await extend(world, answer, "Pan left")
    after = opened(await extended.attachments[0].read())
    assert (after.format, after.size) == ("PNG", (768, 512))


async def test_as_drawn_shows_the_models_own_canvas_and_a_servers_wish_does_not_change_that(world: World) -> None:
    await set_rules(world, masked_edits=MaskedEdits.AS_DRAWN)
    answer = await drawn(world, size="1024x1024")
    extended = await extend(world, answer, "Pan left", by=world.ada)
    assert "As drawn" in labels(extended)
    before, after = opened(await answer.attachments[0].read()), opened(await extended.attachments[0].read())
    assert np.array_equal(np.asarray(after.crop((512, 0, 1536, 1024))), np.asarray(before))


async def test_of_several_pictures_one_is_extended(world: World) -> None:
    answer = await drawn(world, n=2, size="1024x1024")
    menu = await press(world, await press(world, answer, "Extend"), "2")
    assert labels(menu) == MENU
    shown = await world.bruno.click(menu, label="Zoom out 1.5x")
    await world.bruno.submit_modal(shown, {"prompt": ""})
    await world.all_ended()
    job = await newest(world, world.bruno)
    assert ([one.place for one in job.parents], job.options.n) == ([2], 1)


async def test_what_a_model_does_not_make_so_long_is_told_before_it_costs(world: World) -> None:
    answer = await drawn(world, size="3072x1024", model="gpt-image-2")
    told = await extend(world, answer, "Pan left")
    assert "longer than 3:1, and gpt-image-2 can't do that" in told.content
    assert "Nothing was spent" in told.content
    assert (await newest(world, world.bruno)).pictures == ()


async def test_a_subject_is_cut_out_with_the_pixels_that_it_had(world: World) -> None:
    answer = await drawn(world, size="1024x1024", model="gpt-image-2.5-flare")
    menu = await press(world, answer, "Extend")
    cut = await press(world, menu, "Cut out")
    before, after = opened(await answer.attachments[0].read()), opened(await cut.attachments[0].read())
    assert (after.mode, after.size, after.format) == ("RGBA", (1024, 1024), "PNG")
    kept, original = np.asarray(after), np.asarray(before.convert("RGBA"))
    opaque = kept[..., 3] == 255
    assert 0.05 < opaque.mean() < 0.95
    assert np.array_equal(kept[opaque], original[opaque])
    assert not kept[kept[..., 3] == 0].any()
    job = await newest(world, world.bruno)
    assert (job.options.background, [label for label, _ in await world.files_of(job.id)]) == (
        "transparent",
        ["image", "original"],
    )
    assert "As drawn" in labels(cut)


async def test_a_model_without_transparency_names_one_that_has_it(world: World) -> None:
    answer = await drawn(world, size="1024x1024", model="gpt-image-2")
    menu = await press(world, answer, "Extend")
    refused = await press(world, menu, "Cut out")
    assert "doesn't support `background` transparent" in refused.content
    assert "Nothing was spent" in refused.content
    [switch] = labels(refused)
    got = await press(world, refused, switch)
    assert len(got.attachments) == 1
    job = await newest(world, world.bruno)
    assert (job.options.task, f"Use {job.options.model}") == (Rework.CUT_OUT, switch)


async def test_where_edits_are_closed_nothing_is_extended_cut_out_or_enlarged(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    menu = await press(world, answer, "Extend")
    form = await world.bruno.click(menu, label="Zoom out 2x")
    elsewhere = world.guild.create_text_channel("art")
    await set_rules(world, openings={Doing.EDIT: Opening(channel_ids=(elsewhere.id,))})
    closed = f"This server allows that only in <#{elsewhere.id}>"
    assert closed in sentence(await world.bruno.click(answer, label="Extend"))
    assert closed in sentence(await world.bruno.click(menu, label="Pan left"))
    for label, message in {"Cut out": menu, "Larger": answer}.items():
        assert closed in (await press(world, message, label)).content, label
    sent = await world.bruno.submit_modal(form, {"prompt": ""})
    await world.all_ended()
    assert sent.response is not None
    assert closed in sent.response.content
    assert await requests(world, world.bruno) == 0


async def test_without_budget_nothing_is_extended_cut_out_or_enlarged(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    menu = await press(world, answer, "Extend", by=world.ada)
    await set_rules(world, budgets=(Budget.from_text("user/day=1 pictures"),))
    spent = "today's limit in this server"
    for label, message in {"Cut out": menu, "Larger": answer}.items():
        assert spent in (await press(world, message, label, by=world.ada)).content, label
    assert spent in (await extend(world, answer, "Pan left", by=world.ada)).content
    assert spent in (await press(world, answer, "Again", by=world.ada)).content


async def test_who_is_muted_or_says_a_refused_word_extends_nothing(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    await set_rules(world, words=("dragon",))
    assert "word" in (await extend(world, answer, "Pan left", prompt="a dragon")).content
    moderator = world.guild.add_member(
        world.env.create_user("mo"), roles=[world.guild.create_role("mods", permissions=world.moderator_permissions)]
    )
    menu = await press(world, answer, "Extend")
    await moderator.slash(world.channel, "mute", person=world.bruno, time="ever")
    for label, message in {"Extend": answer, "Larger": answer, "Pan left": menu, "Cut out": menu}.items():
        assert "muted" in sentence(await world.bruno.click(message, label=label)), label
    assert [one.pictures for one in await world.jobs.history(world.bruno.id, limit=5)] == []


async def test_who_lets_nobody_edit_is_extended_by_nobody_else(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    menu = await press(world, answer, "Extend")
    shown = (await world.ada.slash(world.channel, "privacy")).response
    assert shown is not None
    await world.ada.click(shown, label="Don't allow others to edit my pictures")
    for label, message in {"Extend": answer, "Larger": answer, "Pan left": menu, "Cut out": menu}.items():
        assert "doesn't allow edits" in sentence(await world.bruno.click(message, label=label)), label
    assert await requests(world, world.bruno) == 0
    assert len((await extend(world, answer, "Pan left", by=world.ada)).attachments) == 1


async def test_without_masks_a_picture_is_cut_out_and_not_extended(start: Start) -> None:
    world = await start(images_omit_fields=("mask",))
    assert labels(await press(world, await drawn(world), "Extend")) == ["Cut out"]


@pytest.mark.parametrize(("aspect", "size"), [("16:9", (1820, 1024)), ("9 : 16", (1024, 1820)), ("2:1", (2048, 1024))])
async def test_edit_extends_to_an_aspect(world: World, aspect: str, size: tuple[int, int]) -> None:
    photo = photo_png(1024, 1024)
    answer = (await world.edit("a wide beach", image=("a.png", photo), aspect=aspect)).response
    assert answer is not None
    after = opened(await answer.attachments[0].read())
    assert after.size == size
    left, top = (size[0] - 1024) // 2, (size[1] - 1024) // 2
    back = after.crop((left, top, left + 1024, top + 1024))
    assert np.array_equal(np.asarray(back.convert("RGB")), np.asarray(opened(photo).convert("RGB")))


async def test_a_reply_extends_to_an_aspect(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    picture = world.channel.last_message
    assert picture is not None
    await world.bruno.send(world.channel, f"<@{world.bot_user.id}> a beach --aspect 16:9", reply_to=picture)
    await world.all_ended()
    message = world.channel.last_message
    assert message is not None
    before, after = opened(await answer.attachments[0].read()), opened(await message.attachments[0].read())
    assert after.size == (1820, 1024)
    assert np.array_equal(np.asarray(after.crop((398, 0, 1422, 1024))), np.asarray(before))
    assert (await newest(world, world.bruno)).prompt == "a beach"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"aspect": "4:1"}, "doesn't support `aspect` 4:1. Choose 16:9"),
        ({"aspect": "wide"}, "doesn't support `aspect` wide"),
        ({"aspect": "1:1"}, "is already 1:1"),
        ({"aspect": "16:9", "mask": ("m.png", photo_png())}, "a `mask` changes what's in it"),
        ({"aspect": "16:9", "size": "1024x1024"}, "Remove the `size`"),
        ({"aspect": "16:9", "preview": True}, "Remove `preview`"),
        ({"aspect": "16:9", "format": "gif", "model": "gpt-image-2.6-flare"}, "doesn't work with `format` gif"),
    ],
)
async def test_an_aspect_that_does_not_go_is_told_and_costs_nothing(
    world: World, options: dict[str, Any], words: str
) -> None:
    answer = told(await world.edit(image=("a.png", photo_png(64, 64)), **options))
    # A colon could begin an emoji.
    assert words in answer.content.replace("\\:", ":")
    assert "Nothing was spent" in answer.content


async def test_an_aspect_without_a_picture_is_no_size(world: World) -> None:
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> a beach --aspect 16:9")
    await world.all_ended()
    message = world.channel.last_message
    assert message is not None
    assert "Choose a `size` for a new one" in message.content


async def test_aspects_are_suggested(world: World) -> None:
    offered = await world.ada.autocomplete(world.channel, "edit", "aspect", "")
    assert [one["value"] for one in offered] == ["16:9", "9:16", "4:3", "3:4", "1:1", "21:9"]
    assert [one["value"] for one in await world.ada.autocomplete(world.channel, "edit", "aspect", "21")] == ["21:9"]


async def test_info_tells_what_was_done_besides(world: World) -> None:
    extended = await extend(world, await drawn(world, size="1024x1024"), "Pan left")
    shown = await press(world, extended, "Info")
    assert {one.name: one.value for one in shown.embeds[0].fields}["Task"] == "Pan left"
