"""What stops and starts, repeats and races do to jobs."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Cancelled
from tests.faults.studio import KEYED, has_cancel, is_final_edit
from tests.standin.provider import Draw, Moment

if TYPE_CHECKING:
    from tests.faults.conftest import Open


async def test_a_second_process_in_the_same_folder_stops_with_a_clear_error(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    second = studio.make()
    async with studio.bot:
        await second.launch()
        assert await second.exited() == 1
        await studio.ask()
        await studio.audit()
    assert "Another Easel is using" in second.output
    assert "Traceback" not in second.output
    assert '"exception":' not in second.output


async def test_jobs_in_the_queue_survive_a_stop(studio_on: Open) -> None:
    studio = studio_on("sqlite", JOBS_CONCURRENCY="1", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        await studio.ask()
        await gate.reached()
        waiting = [await studio.ask() for _ in range(3)]
        await studio.books.wait([one.id for one in waiting], ["waiting"])
        studio.bot.terminate()
        assert await studio.bot.exited() == 0
        gate.release()
        await studio.bot.start()
        entries = await studio.audit()
    assert [entries[one.id].state for one in studio.asked] == ["delivered"] * 4


async def test_a_job_that_outlasts_the_grace_period_is_finished_by_the_next_start(studio_on: Open) -> None:
    studio = studio_on("sqlite", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        asked = await studio.ask()
        await gate.reached()
        studio.bot.terminate()
        assert await studio.bot.exited() == 0
        gate.release()
        await studio.bot.start()
        entries = await studio.audit()
    assert entries[asked.id].state == "delivered"
    assert "Traceback" not in studio.bot.output
    assert '"exception":' not in studio.bot.output


async def test_a_job_within_the_grace_period_is_finished_by_the_stop(studio_on: Open) -> None:
    studio = studio_on("sqlite", SHUTDOWN_GRACE_SECONDS="20")
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        asked = await studio.ask()
        await gate.reached()
        studio.bot.terminate()
        await studio.bot.wait_for_line("draining")
        gate.release()
        assert await studio.bot.exited() == 0
        entries = await studio.audit()
    assert entries[asked.id].state == "delivered"


async def test_the_same_interaction_once_more_does_nothing(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        asked = await studio.ask()
        await studio.audit()
        for _ in range(2):
            studio.discord.repeat(asked.handle)
            # The next request is acknowledged after the repeated one was looked at.
            await studio.ask()
            await studio.audit()
        studio.bot.terminate()
        assert await studio.bot.exited() == 0
    assert studio.images.charges(asked.prompt) == 1
    assert len(studio.images.requests.items) == 3


@pytest.mark.parametrize("point", ["drawing", "telling"])
async def test_a_cancel_that_races_the_picture_leaves_one_of_both(studio_on: Open, point: str) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        for delay in (0.0, 0.02, 0.05):
            prompt = studio.new_prompt()
            studio.images.always(re.escape(prompt), Draw(delay_seconds=delay))
            drawing = studio.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
            asked = await studio.ask(prompt)
            await drawing.reached()
            shown = await asked.handle.state(has_cancel)
            if point == "telling":
                gate = studio.discord.hold_next("PATCH", asked.original, where=is_final_edit)
            drawing.release()
            if point == "telling":
                await gate.reached()
            pressed = await studio.discord.click(asked.user, shown, "Cancel")
            await pressed.acknowledged()
            if point == "telling":
                gate.release()
        entries = await studio.ended()
        late = [one for one in studio.asked if entries[one.id].state == "delivered"]
        await asyncio.gather(*(one.handle.state(lambda message: bool(message.attachments)) for one in late))
        await studio.audit()


async def test_a_cancel_ends_the_call_and_says_that_it_counts(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        asked = await studio.ask()
        await gate.reached()
        shown = await asked.handle.state(has_cancel)
        await studio.discord.click(asked.user, shown, "Cancel")
        message = await asked.handle.state(lambda one: "cancelled this request" in one.content)
        entries = await studio.audit()
    assert isinstance(entries[asked.id].failure, Cancelled)
    assert entries[asked.id].charge == "lost"
    assert "so it counts toward your limits" in message.content


async def test_a_token_that_expires_in_the_queue_leads_into_the_channel(studio_on: Open) -> None:
    studio = studio_on("sqlite", JOBS_CONCURRENCY="1")
    async with studio.bot:
        gate = studio.images.hold_next(Moment.ARRIVED)
        await studio.ask()
        await gate.reached()
        late = await studio.ask()
        await studio.books.wait([late.id], ["waiting"])
        late.handle.expire()
        gate.release()
        await studio.audit()
        message = next(one for one in studio.messages(late) if one.attachments)
    assert message.mentions == (late.user,)


async def test_a_token_that_expires_in_the_middle_of_an_edit_leads_into_the_channel(studio_on: Open) -> None:
    studio = studio_on("sqlite")
    async with studio.bot:
        asked = await studio.ask(n=2)
        gate = studio.discord.hold_next("PATCH", asked.original, where=is_final_edit)
        await gate.reached()
        asked.handle.expire()
        gate.release()
        await studio.audit()
