"""The buttons of results that are old: after a restart, after their bytes, after their rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.store.blobs.blob_store import open_blobs
from bot.store.retention.job_expiry import JobExpiry
from tests.integration.pictures import opened, photo_png
from tests.integration.results.results import choices, choose, drawn, labels, newest, press, requests, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.results import ResponseMessage

    from tests.integration.conftest import World


async def expire(world: World, folder: Path) -> None:
    """Let the bytes of ada's newest request go, as the sweep does with old ones."""
    job = await newest(world, world.ada)
    now = datetime.now(UTC)
    assert job.id in await JobExpiry(world.app.core.database).empty_old(before=now, now=now)
    await open_blobs(None, folder).drop(job.id)


async def is_sent(world: World, message: ResponseMessage, place: int) -> bool:
    """Tell whether bruno's newest request went up with this picture of a message and no other."""
    job = await newest(world, world.bruno)
    assert [one.place for one in job.parents] == [place]
    [(_, sent)] = await world.files_of(job.id)
    [shown] = [one for one in message.attachments if f"-{place}." in one.filename]
    return np.array_equal(np.asarray(opened(sent)), np.asarray(opened(await shown.read())))


async def test_every_button_works_after_a_restart(world: World) -> None:
    answer = await drawn(world)
    edited = await press(world, answer, "Vary")
    world = await world.restarted()
    for label in ("Again", "Vary", "Larger", "Compare"):
        assert len((await press(world, edited, label)).attachments) == 1, label
    info = await press(world, edited, "Info")
    world = await world.restarted()
    assert len((await press(world, info, "Tree")).attachments) == 1
    await choose(world, info, choices(info)[0]["value"])
    posted = world.channel.last_message
    assert posted is not None
    assert posted.attachments[0].filename == answer.attachments[0].filename
    shown = await world.bruno.click(answer, label="Edit")
    await world.bruno.submit_modal(shown, {"prompt": "make it night"})
    await world.all_ended()
    assert (await newest(world, world.bruno)).prompt == "make it night"
    shown = await world.ada.click(answer, label="Delete")
    await world.ada.submit_modal(shown, {})
    assert answer.id not in [one.id for one in world.channel.history()]


async def test_a_question_outlives_a_restart(world: World) -> None:
    answer = await drawn(world, n=2)
    question = await press(world, answer, "Vary")
    world = await world.restarted()
    await press(world, question, "2")
    assert (await newest(world, world.bruno)).parents[0].place == 2


@pytest.mark.parametrize("label", ["Again", "Larger", "Info", "Vary"])
async def test_a_year_later_a_button_does_what_it_did(world: World, tmp_path: Path, label: str) -> None:
    answer = await drawn(world, size="1024x1024")
    await expire(world, tmp_path)
    pressed = await press(world, answer, label)
    if label == "Info":
        assert pressed.embeds[0].description == "a fox"
    else:
        assert len(pressed.attachments) == 1
        assert await requests(world, world.bruno) == 1
    if label == "Vary":
        assert await is_sent(world, answer, 1)


async def test_a_year_later_the_form_has_the_picture_of_the_message(world: World, tmp_path: Path) -> None:
    answer = await drawn(world, n=2)
    await expire(world, tmp_path)
    shown = await world.bruno.click(answer, label="Edit")
    await world.bruno.submit_modal(shown, {"prompt": "make it night", "which": ["2"]})
    await world.all_ended()
    assert await is_sent(world, answer, 2)


async def test_a_year_later_the_one_that_is_chosen_of_several_is_found_in_the_message(
    world: World, tmp_path: Path
) -> None:
    answer = await drawn(world, n=3)
    await expire(world, tmp_path)
    await press(world, await press(world, answer, "Vary"), "2")
    assert await is_sent(world, answer, 2)


async def test_a_year_later_a_picture_is_found_in_a_further_message_too(world: World, tmp_path: Path) -> None:
    result = await world.imagine("demo:big", n=3, quality="low")
    answer = result.response
    assert answer is not None
    assert len(answer.attachments) < 3
    await expire(world, tmp_path)
    shown = await world.bruno.click(answer, label="Edit")
    await world.bruno.submit_modal(shown, {"prompt": "make it night", "which": ["3"]})
    await world.all_ended()
    assert (await newest(world, world.bruno)).parents[0].place == 3
    assert (await newest(world, world.bruno)).failure is None


async def test_where_the_message_cannot_be_read_that_is_told(world: World, tmp_path: Path) -> None:
    answer = await drawn(world, n=2)
    await expire(world, tmp_path)
    question = await press(world, answer, "Vary")
    world.env.inject_error("GET", "/channels/*/messages/*", status=403, code=50001)
    refused = await press(world, question, "2")
    assert "no longer stored" in refused.content
    assert "Nothing was spent" in refused.content


async def test_a_year_later_there_is_nothing_to_compare_or_to_send_again(world: World, tmp_path: Path) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    await expire(world, tmp_path)
    for label in ("Compare", "Again"):
        told = sentence(await world.ada.click(edited, label=label))
        assert "no longer stored" in told, label
        assert "Nothing was spent" in told, label
    assert await requests(world, world.ada) == 1


async def test_a_year_later_there_is_no_way_back(world: World, tmp_path: Path) -> None:
    answer = await drawn(world)
    varied = await press(world, answer, "Vary")
    info = await press(world, varied, "Info")
    await expire(world, tmp_path)
    before = len(world.channel.history())
    told = sentence(await choose(world, info, choices(info)[0]["value"]))
    assert "no longer stored" in told
    assert len(world.channel.history()) == before
    assert labels(await press(world, varied, "Info")) == ["Tree"]


@pytest.mark.parametrize("label", ["Again", "Edit", "Vary", "Larger", "Compare", "Info", "Delete"])
async def test_what_is_known_no_longer_is_told(world: World, label: str) -> None:
    edited = (await world.edit(image=("a.png", photo_png()))).response
    assert edited is not None
    assert await JobExpiry(world.database).delete_old(before=datetime.now(UTC) + timedelta(days=400))
    pressed = await world.ada.click(edited, label=label)
    assert pressed.modal is None
    told = sentence(pressed)
    assert "no longer stored" in told
    assert "Nothing was spent" in told
