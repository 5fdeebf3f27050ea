"""The answer while its picture is not there yet: place, time, sketches, and Cancel."""

import numpy as np
import pytest

from bot.domain.job import JobState
from bot.store.money.tables import ChargeState
from tests.integration.conftest import Start, World
from tests.integration.pictures import mask_png, opened, photo, photo_png
from tests.integration.results.results import labels


@pytest.fixture
async def world(start: Start) -> World:
    """One job at a time, and progress that is shown."""
    return await start(jobs_concurrency=1, progress_seconds=2, partial_images=2)


async def test_who_waits_sees_the_place_and_then_the_picture(world: World) -> None:
    await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=3")
    second = await world.bruno.slash(world.channel, "imagine", prompt="a hare")
    third = await world.bruno.slash(world.channel, "imagine", prompt="a fox")
    assert "in the queue" in (await world.says(third, "a fox")).content
    await world.all_ended()
    for result in (second, third):
        assert result.response is not None
        assert len(result.response.attachments) == 1
        assert "Cancel" not in str(result.response.components)


async def test_who_is_drawn_sees_the_time_and_a_sketch_in_the_same_answer(world: World) -> None:
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=6")
    answer = await world.says(result, "drawing for")

    async def has_sketch() -> bool:
        return [one.filename.split("-")[0] for one in answer.attachments] == ["sketch"]

    await world.until(has_sketch)
    await world.all_ended()
    assert [one.filename.split("-")[0] for one in answer.attachments] == ["easel"]
    assert "drawing" not in answer.content


async def test_a_sketch_of_an_edit_with_a_mask_is_laid_into_the_original(start: Start) -> None:
    world = await start(images_model="demo:drift", progress_seconds=2, partial_images=2)
    files = {"image": ("photo.png", photo_png()), "mask": ("mask.png", mask_png())}
    result = await world.ada.slash(world.channel, "edit", prompt="make it night demo:slow=6", **files)
    answer = await world.says(result, "drawing for")

    async def has_sketch() -> bool:
        return [one.filename.split("-")[0] for one in answer.attachments] == ["sketch"]

    await world.until(has_sketch)
    [attached] = answer.attachments
    sketch = opened(await attached.read())
    assert attached.filename.endswith(f".{sketch.format.lower()}" if sketch.format else "")
    assert sketch.size == (640, 480)
    away = np.abs(np.asarray(sketch.convert("RGB"), np.int16) - np.asarray(photo(), np.int16))
    assert away[:, :300].mean() < 2
    assert away[:, 340:].mean() > 5
    await world.all_ended()
    assert [one.filename.split("-")[0] for one in answer.attachments] == ["easel"]


async def test_the_asker_cancels_what_waits_and_it_costs_nothing(world: World) -> None:
    first = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=4")
    waiting = await world.bruno.slash(world.channel, "imagine", prompt="a hare")
    answer = await world.says(waiting, "in the queue")
    await world.bruno.click(answer, label="Cancel")
    assert f"{world.bruno.mention} cancelled this request" in answer.content
    assert "Nothing was spent" in answer.content
    assert labels(answer) == ["Try again", "Change words"]
    await world.all_ended()
    assert len(answer.attachments) == 0
    assert first.response is not None
    assert len(first.response.attachments) == 1


async def test_a_provider_that_is_busy_for_a_moment_is_waited_for_and_that_is_said(world: World) -> None:
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:rate")
    answer = await world.says(result, "the image provider is busy; I continue in a moment")
    await world.ada.click(answer, label="Cancel")
    await world.all_ended()


async def test_the_asker_cancels_what_is_drawn_and_the_next_one_has_its_turn(world: World) -> None:
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=100")
    answer = await world.says(result, "drawing for")
    await world.ada.click(answer, label="Cancel")
    assert "cancelled this request" in answer.content
    follower = await world.ask(world.bruno, "imagine", prompt="a hare")
    assert follower.response is not None
    assert len(follower.response.attachments) == 1
    assert answer.attachments == []


async def test_a_stranger_cannot_cancel_and_a_moderator_can(world: World) -> None:
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=100")
    answer = await world.says(result, "drawing for")
    refused = await world.bruno.click(answer, label="Cancel")
    assert "Only the person who asked for it or a moderator" in refused.followups[0].content
    assert refused.followups[0].ephemeral
    moderators = world.guild.create_role("mods", permissions=world.moderator_permissions)
    mira = world.guild.add_member(world.env.create_user("mira"), roles=[moderators])
    await mira.click(answer, label="Cancel")
    assert f"{mira.mention} cancelled this request" in answer.content
    await world.all_ended()


async def test_a_cancelled_job_holds_no_money_back(world: World) -> None:
    result = await world.ada.slash(world.channel, "imagine", prompt="a river demo:slow=100")
    answer = await world.says(result, "drawing for")
    await world.ada.click(answer, label="Cancel")
    job = await world.jobs.load(result._interaction.id)
    assert job.state is JobState.FAILED
    assert await world.charge_state(job.id) is ChargeState.RELEASED
