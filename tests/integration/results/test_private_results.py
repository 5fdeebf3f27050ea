"""What was answered to one person alone stays theirs, whatever ids others send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.delivery.buttons import AgainButton, RepeatButton
from bot.chat.results.buttons import (
    AsDrawnButton,
    BackSelect,
    CompareButton,
    DeleteButton,
    EditButton,
    ExactButton,
    ExtendButton,
    InfoButton,
    LargerButton,
    TreeButton,
    VaryButton,
    WhichSelect,
)
from bot.chat.results.extend_buttons import TaskButton
from bot.domain.extension import Extension
from bot.domain.request import PictureRef
from bot.domain.task import Rework
from tests.integration.results.results import drawn, forged, labels, newest, posted_again, press, requests, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.job import Job
    from tests.integration.conftest import World

BUTTONS: list[Callable[[Job], discord.ui.Item[Any]]] = [
    lambda job: AgainButton(job.id),
    lambda job: EditButton(PictureRef(job.id, 1)),
    lambda job: EditButton(PictureRef(job.id, 0)),
    lambda job: VaryButton(PictureRef(job.id, 1)),
    lambda job: VaryButton(PictureRef(job.id, 0)),
    lambda job: LargerButton(PictureRef(job.id, 1)),
    lambda job: LargerButton(PictureRef(job.id, 0)),
    lambda job: ExtendButton(PictureRef(job.id, 1)),
    lambda job: ExtendButton(PictureRef(job.id, 0)),
    lambda job: TaskButton(Extension.PAN_LEFT, PictureRef(job.id, 1)),
    lambda job: TaskButton(Rework.CUT_OUT, PictureRef(job.id, 1)),
    lambda job: RepeatButton(job.id, label="Same size"),
    lambda job: CompareButton(PictureRef(job.id, 1)),
    lambda job: CompareButton(PictureRef(job.id, 0)),
    lambda job: InfoButton(job.id),
    lambda job: TreeButton(job.id),
    lambda job: AsDrawnButton(job.id),
    lambda job: ExactButton(job.id),
    lambda job: DeleteButton(job.id),
]


async def secret_of(world: World) -> Job:
    """Have ada draw for everybody, and change that for herself alone."""
    answer = await drawn(world, size="1024x1024")
    await world.ada.context_menu(world.channel, "Use as reference", answer)
    await drawn(world, "a secret", private=True, n=2, size="1024x1024")
    job = await newest(world, world.ada)
    assert job.parents
    return job


@pytest.mark.parametrize("build", BUTTONS)
async def test_no_button_of_it_works_for_others(world: World, build: Callable[[Job], discord.ui.Item[Any]]) -> None:
    job = await secret_of(world)
    button = await forged(world, build(job))
    [label] = [one.label for row in button.components for one in getattr(row, "children", ())]
    pressed = await world.bruno.click(button, label=label)
    await world.all_ended()
    assert pressed.modal is None
    told = sentence(pressed)
    assert "Only the person who asked" in told
    assert "secret" not in told
    assert await requests(world, world.bruno) == 0
    assert (await world.jobs.load(job.id)).emptied_at is None


@pytest.mark.parametrize("what", ["vary", "compare"])
async def test_no_choice_among_its_pictures_works_for_others(world: World, what: str) -> None:
    job = await secret_of(world)
    question = await forged(world, WhichSelect(job.id, what, places=[1, 2]))
    chosen = await world.bruno.select(question, ["2"])
    await world.all_ended()
    assert "Only the person who asked" in sentence(chosen)
    assert await requests(world, world.bruno) == 0


async def test_nobody_else_posts_it(world: World) -> None:
    job = await secret_of(world)
    step = discord.SelectOption(label="1 step back", value=f"{job.id}:1")
    select = await forged(world, BackSelect(job.id, steps=[step]))
    assert "Only the person who asked" in sentence(await world.bruno.select(select, [step.value]))
    assert [one.attachments for one in world.channel.history()][-1] == []


async def test_nobody_else_finds_it_in_a_tree(world: World) -> None:
    job = await secret_of(world)
    told = await world.bruno.slash(world.channel, "tree", picture=str(job.id))
    assert "Only the person who asked" in sentence(told)


async def test_what_its_asker_has_posted_is_seen_by_all_and_stays_theirs(world: World) -> None:
    await drawn(world, "a secret", private=True)
    posted = await posted_again(world)
    for label in ("Again", "Vary", "Info"):
        assert "Only the person who asked" in sentence(await world.bruno.click(posted, label=label)), label
    assert await requests(world, world.bruno) == 0
    varied = await press(world, posted, "Vary", by=world.ada)
    assert varied.ephemeral
    assert "Compare" in labels(varied)
