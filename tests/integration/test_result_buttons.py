"""The buttons under a result, for anybody, after a restart, and on messages whose pictures are kept no longer."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simcord
from PIL import Image
from sqlalchemy import select

from bot.domain.job import Job
from bot.store.blobs import open_blobs
from bot.store.tables import charges
from tests.integration.conftest import Start, World
from tests.integration.pictures import photo_png


def labels(message: Any) -> list[str]:
    return [one["label"] for row in message.components for one in row["components"] if "label" in one]


async def drawn(world: World, prompt: str = "a fox", **options: Any) -> simcord.ResponseMessage:
    answer = (await world.imagine(prompt, **options)).response
    assert answer is not None
    return answer


async def press(
    world: World, message: Any, label: str, *, by: simcord.MemberActor | None = None
) -> simcord.ResponseMessage:
    result = await (by or world.bruno).click(message, label=label)
    await world.all_ended()
    assert result.response is not None
    return result.response


async def newest(world: World, person: simcord.MemberActor) -> Job:
    return (await world.jobs.history(person.id, limit=1))[0]


async def payer(world: World, job: Job) -> int:
    query = select(charges.c.user_id).where(charges.c.job_id == job.id)
    return await world.database.read(lambda connection: connection.execute(query).scalar_one())


async def test_a_result_has_what_can_be_done_with_it(world: World) -> None:
    assert labels(await drawn(world)) == ["Again", "Edit", "Vary", "Larger", "Info", "Delete"]
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert labels(edited) == ["Again", "Edit", "Vary", "Larger", "Compare", "Info", "Delete"]
    top = await drawn(world, model="gpt-image-1", quality="high", size="1024x1024")
    assert "Larger" not in labels(top)


async def test_without_edits_there_is_nothing_to_edit(start: Start) -> None:
    world = await start(images_omit_fields=("image",))
    assert labels(await drawn(world)) == ["Again", "Larger", "Info", "Delete"]


async def test_who_presses_again_asks_and_pays(world: World) -> None:
    answer = await drawn(world, seed=5)
    again = await press(world, answer, "Again")
    job = await newest(world, world.bruno)
    assert f"by {world.bruno.mention}" in again.content
    assert job.prompt == "a fox"
    assert job.options.seed not in {5, None}
    assert await payer(world, job) == world.bruno.id


async def test_vary_works_from_the_picture(world: World) -> None:
    answer = await drawn(world)
    await press(world, answer, "Vary")
    job, first = await newest(world, world.bruno), await newest(world, world.ada)
    assert [(one.job_id, one.place) for one in job.parents] == [(first.id, 1)]


async def test_larger_takes_the_next_size(world: World) -> None:
    await press(world, await drawn(world, size="1024x1024"), "Larger")
    assert (await newest(world, world.bruno)).options.size == "2048x2048"


async def test_of_several_pictures_each_person_chooses_for_themselves(world: World) -> None:
    answer = await drawn(world, n=3)
    asked = {one: await one.click(answer, label="Vary") for one in (world.ada, world.bruno)}
    for person, place in ((world.ada, "3"), (world.bruno, "1")):
        question = asked[person].response
        assert question is not None
        assert question.ephemeral
        await person.select(question, [place])
    await world.all_ended()
    chosen = [(await newest(world, one)).parents[0].place for one in (world.ada, world.bruno)]
    assert chosen == [3, 1]


async def test_two_people_press_at_once_and_both_get_theirs(world: World) -> None:
    answer = await drawn(world)
    before = {one.id for one in await world.jobs.history(world.ada.id, limit=10)}
    await world.ada.click(answer, label="Again")
    await world.bruno.click(answer, label="Again")
    await world.all_ended()
    again = [(await newest(world, one)) for one in (world.ada, world.bruno)]
    assert {one.id for one in again}.isdisjoint(before)
    assert all(one.pictures for one in again)


async def test_compare_shows_both_to_who_may_see_both(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    compared = await press(world, varied, "Compare", by=world.ada)
    assert compared.ephemeral
    image = Image.open(io.BytesIO(await compared.attachments[0].read()))
    assert image.width > 1.9 * image.height


async def test_what_somebody_uploaded_is_compared_by_them_alone(world: World) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert len((await press(world, edited, "Compare", by=world.ada)).attachments) == 1
    refused = await press(world, edited, "Compare", by=world.bruno)
    assert "Only the person who asked" in refused.content
    assert refused.attachments == []


async def test_info_tells_all_and_leads_back(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, await press(world, answer, "Vary"), "Vary")
    info = await press(world, varied, "Info")
    assert info.ephemeral
    embed = info.embeds[0]
    told = {one.name: one.value for one in embed.fields}
    assert embed.description == "a fox"
    assert (told["Model"], told["Cost"], told["Size"]) == ("gpt-image-2", "free", "1024x1024")
    assert str(told["Made from"]).count("a fox") == 2
    assert f"/{answer.id})" in str(told["Made from"])
    options = info.components[0]["components"][0]["options"]
    assert [one["label"] for one in options] == ["1 step back", "2 steps back"]
    await world.bruno.select(info, [options[1]["value"]])
    await world.env.settle()
    posted = world.channel.last_message
    assert posted is not None
    first = await newest(world, world.ada)
    assert [one.filename for one in posted.attachments] == [f"easel-{first.id}-1.png"]
    await world.bruno.send(world.channel, f"{world.bot_user.mention} at night", reply_to=posted)
    await world.all_ended()
    assert (await newest(world, world.bruno)).parents[0].job_id == first.id


async def test_one_picture_of_several_is_posted_again_alone(world: World) -> None:
    answer = await drawn(world, n=2)
    question = (await world.bruno.click(answer, label="Vary")).response
    assert question is not None
    varied = await world.bruno.select(question, ["2"])
    await world.all_ended()
    info = await press(world, varied.response, "Info")
    await world.bruno.select(info, [info.components[0]["components"][0]["options"][0]["value"]])
    await world.env.settle()
    posted = world.channel.last_message
    assert posted is not None
    assert [one.filename.rsplit("-", 1)[1] for one in posted.attachments] == ["2.png"]
    assert "pictures came" not in posted.content


async def test_a_private_ancestor_is_nobody_elses(world: World) -> None:
    private = (await world.imagine("a secret", private=True)).response
    assert private is not None
    secret = await newest(world, world.ada)
    varied = await press(world, private, "Vary", by=world.ada)
    assert varied.ephemeral
    tree = await world.bruno.slash(world.channel, "tree", picture=str(secret.id))
    assert tree.response is not None
    assert "Only the person who asked" in tree.response.content


async def test_the_tree_is_drawn_for_who_asks(world: World) -> None:
    await press(world, await drawn(world), "Vary", by=world.ada)
    tree = await world.ada.slash(world.channel, "tree")
    assert tree.response is not None
    assert tree.response.ephemeral
    assert "2 requests in all" in tree.response.content
    assert [one.filename.split(".")[-1] for one in tree.response.attachments] == ["png"]
    offered = await world.ada.autocomplete(world.channel, "tree", "picture", "fox")
    assert len(offered) == 2
    assert await world.bruno.autocomplete(world.channel, "tree", "picture", "fox") == []


async def delete(world: World, message: Any, person: simcord.MemberActor) -> simcord.InteractionResult:
    shown = await person.click(message, label="Delete")
    assert shown.modal is not None
    result = await person.submit_modal(shown, {})
    await world.env.settle()
    return result


async def test_the_asker_deletes_for_good(world: World) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    await delete(world, answer, world.ada)
    assert answer.id not in [one.id for one in world.channel.history()]
    job = await newest(world, world.ada)
    assert job.emptied_at is not None
    history = await world.ada.slash(world.channel, "history")
    assert history.response is not None
    assert labels(history.response) == []
    assert varied.id in [one.id for one in world.channel.history()]
    assert len((await press(world, varied, "Again")).attachments) == 1


async def test_only_the_asker_and_moderators_delete(world: World) -> None:
    answer = await drawn(world)
    refused = await world.bruno.click(answer, label="Delete")
    assert refused.modal is None
    assert refused.response is not None
    assert "Only the person who asked" in refused.response.content
    role = world.guild.create_role("mods", permissions=world.moderator_permissions)
    mira = world.guild.add_member(world.env.create_user("mira"), roles=[role])
    await delete(world, answer, mira)
    assert answer.id not in [one.id for one in world.channel.history()]


async def test_old_buttons_work_after_a_restart(world: World) -> None:
    answer = await drawn(world)
    world = await world.restarted()
    for label in ("Again", "Vary", "Larger"):
        assert len((await press(world, answer, label)).attachments) == 1
    assert (await press(world, answer, "Info")).embeds
    assert (await world.bruno.click(answer, label="Edit")).modal is not None


async def test_a_year_later_the_message_itself_has_the_picture(world: World, tmp_path: Path) -> None:
    answer = await drawn(world)
    job = await newest(world, world.ada)
    await world.jobs.empty(job.id, now=datetime.now(UTC))
    await open_blobs(None, tmp_path).drop(job.id)
    for label in ("Again", "Vary", "Larger"):
        assert len((await press(world, answer, label)).attachments) == 1, label
    assert (await newest(world, world.bruno)).pictures


async def test_who_lets_nobody_edit_is_respected(world: World) -> None:
    answer = await drawn(world)
    shown = (await world.ada.slash(world.channel, "privacy")).response
    assert shown is not None
    await world.ada.click(shown, label="Let nobody else edit my pictures")
    refused = await press(world, answer, "Vary")
    assert "lets nobody else edit" in refused.content
    assert len((await press(world, answer, "Again")).attachments) == 1
