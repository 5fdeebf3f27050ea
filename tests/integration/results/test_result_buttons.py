"""The buttons under a result: which there are, what each does, and who pays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pytest
from sqlalchemy import select

from bot.chat.platform.components import NumberButton
from bot.chat.results.buttons import LargerButton
from bot.domain.request import PictureRef
from bot.domain.task import Rework
from bot.store.money.tables import charges
from tests.integration.pictures import opened, photo_png
from tests.integration.results.results import (
    choices,
    choose,
    drawn,
    forged,
    labels,
    newest,
    posted_again,
    press,
    requests,
    sentence,
)

if TYPE_CHECKING:
    from simcord.results import InteractionResult, ResponseMessage

    from bot.domain.job import Job
    from tests.integration.conftest import Start, World


class OldLargerButton(NumberButton):
    """As it was before it named a picture."""

    action: ClassVar[str] = "larger"

    def __init__(self, job_id: int) -> None:
        super().__init__(job_id, label="Larger")


async def payer(world: World, job: Job) -> int:
    query = select(charges.c.user_id).where(charges.c.job_id == job.id)
    return await world.database.read(lambda connection: connection.execute(query).scalar_one())


def parents(job: Job) -> list[tuple[int, int]]:
    return [(one.job_id, one.place) for one in job.parents]


def fields(shown: InteractionResult) -> dict[str, Any]:
    """Read a form: its controls by their labels."""
    assert shown.modal is not None
    return {label["label"]: label["component"] for label in shown.modal["components"]}


def marked(field: dict[str, Any]) -> list[str]:
    return [option["label"] for option in field["options"] if option.get("default")]


async def test_a_result_has_what_can_be_done_with_it(world: World) -> None:
    assert labels(await drawn(world)) == ["Again", "Edit", "Vary", "Larger", "Extend", "Share", "Info", "Delete"]
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    assert labels(edited) == ["Again", "Edit", "Vary", "Larger", "Compare", "Extend", "Share", "Info", "Delete"]
    top = await drawn(world, model="gpt-image-1", size="1024x1024")
    assert "Larger" not in labels(top)


async def test_without_edits_there_is_nothing_to_edit(start: Start) -> None:
    world = await start(images_omit_fields=("image",))
    assert labels(await drawn(world)) == ["Again", "Share", "Info", "Delete"]


async def test_who_presses_again_asks_and_pays(world: World) -> None:
    answer = await drawn(world)
    again = await press(world, answer, "Again")
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert f"by {world.bruno.mention}" in again.content
    assert not again.ephemeral
    assert len(again.attachments) == 1
    assert (job.prompt, job.options) == (first.prompt, first.options)
    assert await payer(world, job) == world.bruno.id
    assert await payer(world, first) == world.ada.id


@pytest.mark.parametrize("label", ["Again", "Vary"])
async def test_a_seed_that_was_given_is_another_one_the_next_time(world: World, label: str) -> None:
    await press(world, await drawn(world, seed=5), label)
    assert (await newest(world, world.bruno)).options.seed not in {5, None}
    await press(world, await drawn(world), label)
    assert (await newest(world, world.bruno)).options.seed is None


async def test_again_of_an_edit_sends_the_same_files(world: World) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    await press(world, edited, "Again")
    sent = [await world.files_of((await newest(world, one)).id) for one in (world.ada, world.bruno)]
    assert sent[0] == sent[1]
    assert [label for label, _ in sent[1]] == ["image"]


async def test_vary_works_from_the_picture(world: World) -> None:
    answer = await drawn(world, quality="low", size="1536x1024")
    varied = await press(world, answer, "Vary")
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert parents(job) == [(first.id, 1)]
    assert (job.prompt, job.options) == (first.prompt, first.options)
    assert await payer(world, job) == world.bruno.id
    [(_, sent)] = await world.files_of(job.id)
    assert np.array_equal(np.asarray(opened(sent)), np.asarray(opened(await answer.attachments[0].read())))
    assert not varied.ephemeral


async def test_an_edit_is_described_by_its_original_and_its_change_where_the_same_person_asked(world: World) -> None:
    answer = await drawn(world)
    described = {}
    for person in (world.ada, world.bruno):
        shown = await person.click(answer, label="Edit")
        edited = (await person.submit_modal(shown, {"prompt": "make it night"})).response
        await world.all_ended()
        assert edited is not None
        described[person] = edited.attachments[0].description
    assert described == {
        world.ada: "a fox, edited: make it night",
        world.bruno: "Made from another picture: make it night",
    }
    elsewhere = world.guild.create_text_channel("elsewhere")
    page = (await world.ada.slash(elsewhere, "history")).response
    assert page is not None
    shown_again = (await world.ada.click(page, label="Show")).response
    assert shown_again is not None
    assert shown_again.attachments[0].description == described[world.ada]
    await world.ada.click(shown_again, label="Post here")
    posted = elsewhere.last_message
    assert posted is not None
    assert posted.attachments[0].description == described[world.bruno]


async def test_larger_asks_for_the_very_picture_at_twice_its_size(world: World) -> None:
    answer = await drawn(world, size="1024x1024", quality="low", format="jpeg", model="gpt-image-2")
    larger = await press(world, answer, "Larger")
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert opened(await larger.attachments[0].read()).size == (2048, 2048)
    assert (job.prompt, job.options) == (first.prompt, replace(first.options, size="2048x2048", task=Rework.ENLARGE))
    assert parents(job) == [(first.id, 1)]
    assert await payer(world, job) == world.bruno.id
    largest = await press(world, larger, "Larger")
    assert opened(await largest.attachments[0].read()).size == (2880, 2880)
    assert "Larger" not in labels(largest)


async def test_larger_asks_which_of_several_pictures(world: World) -> None:
    answer = await drawn(world, n=2, size="1024x1024", model="gpt-image-2")
    await press(world, await press(world, answer, "Larger"), "2")
    job = await newest(world, world.bruno)
    assert (parents(job), job.options.n) == ([((await newest(world, world.ada)).id, 2)], 1)


async def test_a_button_from_before_it_named_a_picture_still_enlarges(world: World) -> None:
    await drawn(world, size="1024x1024")
    one = await forged(world, OldLargerButton((await newest(world, world.ada)).id))
    assert len((await press(world, one, "Larger")).attachments) == 1
    await drawn(world, n=2, size="1024x1024")
    several = await forged(world, OldLargerButton((await newest(world, world.ada)).id))
    await press(world, await press(world, several, "Larger"), "2")
    assert (await newest(world, world.bruno)).parents[0].place == 2


async def test_where_nothing_is_larger_that_is_told(world: World) -> None:
    await drawn(world, model="gpt-image-1", size="1024x1024")
    button = await forged(world, LargerButton(PictureRef((await newest(world, world.ada)).id, 1)))
    told = sentence(await world.bruno.click(button, label="Larger"))
    assert "gpt-image-1 can't make a larger picture of this shape" in told
    assert "Nothing was spent" in told
    assert await requests(world, world.bruno) == 0


async def test_again_offers_the_larger_sizes_and_the_next_quality(world: World) -> None:
    answer = await drawn(world, size="1152x2048", quality="low", model="gpt-image-2")
    menu = (await world.bruno.click(answer, label="Again")).response
    assert menu is not None
    assert menu.ephemeral
    assert labels(menu) == ["Same size", "1440x2560", "2160x3840", "Quality medium"]
    assert await requests(world, world.bruno) == 0
    for label, expected in {"2160x3840": ("2160x3840", "low"), "Quality medium": ("1152x2048", "medium")}.items():
        got = await press(world, menu, label)
        job, first = await newest(world, world.bruno), await newest(world, world.ada)
        assert not got.ephemeral
        assert (job.options.size, job.options.quality) == expected
        assert (job.prompt, job.parents) == (first.prompt, ())
        assert await payer(world, job) == world.bruno.id


async def test_where_there_is_no_more_to_choose_again_asks_at_once(world: World) -> None:
    answer = await drawn(world, model="gpt-image-1", quality="high", size="1024x1024")
    again = (await world.bruno.click(answer, label="Again")).response
    await world.all_ended()
    assert again is not None
    assert len(again.attachments) == 1


async def test_edit_opens_a_form_with_an_empty_field_and_the_same_quality(world: World) -> None:
    answer = await drawn(world, quality="low", size="1536x1024", seed=5)
    shown = await world.bruno.click(answer, label="Edit")
    form = fields(shown)
    assert form["What should change?"].get("value", "") == ""
    assert marked(form["Quality"]) == ["low"]
    assert "Which picture?" not in form
    assert await requests(world, world.bruno) == 0
    await world.bruno.submit_modal(shown, {"prompt": "make it night", "quality": ["high"]})
    await world.all_ended()
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert (job.prompt, parents(job)) == ("make it night", [(first.id, 1)])
    assert (job.options.quality, job.options.size, job.options.seed) == ("high", "1536x1024", None)
    assert await payer(world, job) == world.bruno.id


async def test_the_form_asks_which_of_several_pictures(world: World) -> None:
    answer = await drawn(world, n=3)
    first = await newest(world, world.ada)
    for which, expected in (({}, [1]), ({"which": ["2"]}, [2]), ({"which": ["all"]}, [1, 2, 3])):
        shown = await world.bruno.click(answer, label="Edit")
        assert marked(fields(shown)["Which picture?"]) == ["Picture 1"]
        await world.bruno.submit_modal(shown, {"prompt": "make it night", **which})
        await world.all_ended()
        job = await newest(world, world.bruno)
        assert parents(job) == [(first.id, place) for place in expected]
        assert job.options.n == 1


async def test_of_several_pictures_each_person_chooses_for_themselves(world: World) -> None:
    answer = await drawn(world, n=3)
    asked = {one: (await one.click(answer, label="Vary")).response for one in (world.ada, world.bruno)}
    for person, place in ((world.ada, "3"), (world.bruno, "1")):
        question = asked[person]
        assert question is not None
        assert question.ephemeral
        assert labels(question) == ["1", "2", "3"]
        await person.click(question, label=place)
    await world.all_ended()
    chosen = [(await newest(world, one)).parents[0].place for one in (world.ada, world.bruno)]
    assert chosen == [3, 1]


async def test_of_more_than_four_pictures_one_is_chosen_in_a_list(world: World) -> None:
    answer = await drawn(world, n=5, quality="low")
    question = await press(world, answer, "Vary")
    assert [one["label"] for one in choices(question)] == [f"Picture {place}" for place in range(1, 6)]
    await choose(world, question, "5")
    assert (await newest(world, world.bruno)).parents[0].place == 5


async def test_two_people_press_at_once_and_both_get_theirs(world: World) -> None:
    answer = await drawn(world, model="gpt-image-1", quality="high", size="1024x1024")
    [[button, *_], *_] = [row["components"] for row in answer.components]
    pressed = [world.press(one, answer, button["custom_id"]) for one in (world.ada, world.bruno, world.ada)]
    await world.env.settle()
    await world.all_ended()
    assert [await requests(world, one) for one in (world.ada, world.bruno)] == [3, 1]
    answers = [one.response for one in pressed]
    assert [len(one.attachments) for one in answers if one is not None] == [1, 1, 1]
    told = [one.content.partition(" by ")[2].partition(" ")[0] for one in answers if one is not None]
    assert told == [world.ada.mention, world.bruno.mention, world.ada.mention]


async def halves(compared: ResponseMessage) -> tuple[Any, Any]:
    """Read the left and the right picture of a comparison of two square ones, without the corner of their labels."""
    assert compared.ephemeral
    [file] = compared.attachments
    image = opened(await file.read())
    assert image.format == "JPEG"
    side = image.height
    assert image.width == 2 * side + 16
    pixels = np.asarray(image.convert("RGB")).astype(int)
    return pixels[side // 4 :, :side], pixels[side // 4 :, side + 16 :]


async def square(message: ResponseMessage, place: int = 1) -> Any:
    image = opened(await message.attachments[place - 1].read()).convert("RGB")
    return np.asarray(image).astype(int)[image.height // 4 :]


def differ(one: Any, other: Any) -> float:
    return float(np.abs(one - other).mean())


async def test_compare_shows_before_and_after(world: World) -> None:
    answer = await drawn(world, size="1024x1024")
    edited = await world.bruno.click(answer, label="Edit")
    result = await world.bruno.submit_modal(edited, {"prompt": "a lighthouse at night"})
    await world.all_ended()
    assert result.response is not None
    compared = await press(world, result.response, "Compare", by=world.ada)
    before, after = await halves(compared)
    assert differ(before, await square(answer)) < 4 < differ(before, await square(result.response))
    assert differ(after, await square(result.response)) < 4
    assert "a lighthouse at night" in compared.content
    assert await requests(world, world.ada) == 1


async def test_compare_asks_which_of_several_pictures(world: World) -> None:
    answer = await drawn(world, size="1024x1024", seed=7)
    await world.edit("a lighthouse", image=("a.png", await answer.attachments[0].read()), n=2, size="1024x1024", seed=7)
    edited = world.channel.last_message
    assert edited is not None
    question = await press(world, edited, "Compare", by=world.ada)
    compared = await press(world, question, "2", by=world.ada)
    shown = (await world.ada.slash(world.channel, "history")).response
    assert shown is not None
    both = (await world.ada.click(shown, label="Show")).response
    assert both is not None
    _, after = await halves(compared)
    assert differ(after, await square(both, 2)) < 2 < differ(after, await square(both, 1))


async def test_what_somebody_uploaded_is_compared_by_them_alone(world: World) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    assert len((await press(world, edited, "Compare", by=world.ada)).attachments) == 1
    told = sentence(await world.bruno.click(edited, label="Compare"))
    assert "Only the person who asked" in told


async def test_what_was_private_is_compared_by_its_asker_alone(world: World) -> None:
    await drawn(world, private=True)
    asked = f"{world.bot_user.mention} make it night"
    await world.ada.send(world.channel, asked, reply_to=await posted_again(world))
    await world.all_ended()
    edited = world.channel.last_message
    assert edited is not None
    assert "make it night" in edited.content
    assert len((await press(world, edited, "Compare", by=world.ada)).attachments) == 1
    assert "Only the person who asked" in sentence(await world.bruno.click(edited, label="Compare"))


@pytest.mark.parametrize("label", ["Vary", "Edit"])
async def test_who_lets_nobody_edit_is_respected(world: World, label: str) -> None:
    answer = await drawn(world)
    shown = (await world.ada.slash(world.channel, "privacy")).response
    assert shown is not None
    await world.ada.click(shown, label="Don't allow others to edit my pictures")
    refused = await world.bruno.click(answer, label=label)
    await world.all_ended()
    assert refused.modal is None
    told = sentence(refused)
    assert "doesn't allow edits" in told
    assert "Nothing was spent" in told
    assert await requests(world, world.bruno) == 0
    assert len((await press(world, answer, "Again")).attachments) == 1
    assert len((await press(world, answer, "Vary", by=world.ada)).attachments) == 1


async def test_again_of_an_edit_is_up_to_who_lets_others_edit(world: World) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    shown = (await world.ada.slash(world.channel, "privacy")).response
    assert shown is not None
    await world.ada.click(shown, label="Don't allow others to edit my pictures")
    assert "doesn't allow edits" in (await press(world, edited, "Again")).content
    assert await requests(world, world.bruno) == 0


async def test_a_private_result_is_answered_privately(world: World) -> None:
    private = await drawn(world, private=True)
    for label in ("Again", "Vary", "Larger", "Info"):
        assert (await press(world, private, label, by=world.ada)).ephemeral, label
    shown = await world.ada.click(private, label="Edit")
    result = await world.ada.submit_modal(shown, {"prompt": "make it night"})
    await world.all_ended()
    assert result.response is not None
    assert result.response.ephemeral
    assert world.channel.last_message is None
