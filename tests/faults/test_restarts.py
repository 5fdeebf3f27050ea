"""What stops and starts, repeats and races do to jobs."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Cancelled
from tests.faults.harness import KEYED, has_cancel, is_final_edit
from tests.standin.provider import Draw, Moment

if TYPE_CHECKING:
    from tests.faults.conftest import Open


async def test_a_second_process_in_the_same_folder_stops_with_a_clear_error(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    second = harness.make()
    async with harness.bot:
        await second.launch()
        assert await second.exited() == 1
        await harness.ask()
        await harness.audit()
    assert "Another Easel is using" in second.output
    assert "Traceback" not in second.output
    assert '"exception":' not in second.output


async def test_jobs_in_the_queue_survive_a_stop(studio_on: Open) -> None:
    harness = studio_on("sqlite", JOBS_CONCURRENCY="1", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        await harness.ask()
        await gate.reached()
        waiting = [await harness.ask() for _ in range(3)]
        await harness.stored_jobs.wait([one.id for one in waiting], ["waiting"])
        harness.bot.terminate()
        assert await harness.bot.exited() == 0
        gate.release()
        await harness.bot.start()
        entries = await harness.audit()
    assert [entries[one.id].state for one in harness.asked] == ["delivered"] * 4


async def test_a_job_that_outlasts_the_grace_period_is_finished_by_the_next_start(studio_on: Open) -> None:
    harness = studio_on("sqlite", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        harness.bot.terminate()
        assert await harness.bot.exited() == 0
        gate.release()
        await harness.bot.start()
        entries = await harness.audit()
    assert entries[asked.id].state == "delivered"
    assert "Traceback" not in harness.bot.output
    assert '"exception":' not in harness.bot.output


async def test_a_job_within_the_grace_period_is_finished_by_the_stop(studio_on: Open) -> None:
    harness = studio_on("sqlite", SHUTDOWN_GRACE_SECONDS="20")
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        harness.bot.terminate()
        await harness.bot.wait_for_line("draining")
        gate.release()
        assert await harness.bot.exited() == 0
        entries = await harness.audit()
    assert entries[asked.id].state == "delivered"


async def test_the_same_interaction_once_more_does_nothing(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        asked = await harness.ask()
        await harness.audit()
        for _ in range(2):
            harness.discord.repeat(asked.handle)
            # The next request is acknowledged after the repeated one was looked at.
            await harness.ask()
            await harness.audit()
        harness.bot.terminate()
        assert await harness.bot.exited() == 0
    assert harness.images.charges(asked.prompt) == 1
    assert len(harness.images.requests.items) == 3


@pytest.mark.parametrize("point", ["drawing", "telling"])
async def test_a_cancel_that_races_the_picture_leaves_one_of_both(studio_on: Open, point: str) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        for delay in (0.0, 0.02, 0.05):
            prompt = harness.new_prompt()
            harness.images.always(re.escape(prompt), Draw(delay_seconds=delay))
            drawing = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
            asked = await harness.ask(prompt)
            await drawing.reached()
            shown = await asked.handle.state(has_cancel)
            if point == "telling":
                gate = harness.discord.hold_next("PATCH", asked.original, where=is_final_edit)
            drawing.release()
            if point == "telling":
                await gate.reached()
            pressed = await harness.discord.click(asked.user, shown, "Cancel")
            await pressed.acknowledged()
            if point == "telling":
                gate.release()
        entries = await harness.ended()
        late = [one for one in harness.asked if entries[one.id].state == "delivered"]
        await asyncio.gather(*(one.handle.state(lambda message: bool(message.attachments)) for one in late))
        await harness.audit()


async def test_a_cancel_ends_the_call_and_says_that_it_counts(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        asked = await harness.ask()
        await gate.reached()
        shown = await asked.handle.state(has_cancel)
        await harness.discord.click(asked.user, shown, "Cancel")
        message = await asked.handle.state(lambda one: "cancelled this request" in one.content)
        entries = await harness.audit()
    assert isinstance(entries[asked.id].failure, Cancelled)
    assert entries[asked.id].charge == "lost"
    assert "so it counts toward your limits" in message.content


async def test_a_token_that_expires_in_the_queue_leads_into_the_channel(studio_on: Open) -> None:
    harness = studio_on("sqlite", JOBS_CONCURRENCY="1")
    async with harness.bot:
        gate = harness.images.hold_next(Moment.ARRIVED)
        await harness.ask()
        await gate.reached()
        late = await harness.ask()
        await harness.stored_jobs.wait([late.id], ["waiting"])
        late.handle.expire()
        gate.release()
        await harness.audit()
        message = next(one for one in harness.messages(late) if one.attachments)
    assert message.mentions == (late.user,)


async def test_a_token_that_expires_in_the_middle_of_an_edit_leads_into_the_channel(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        asked = await harness.ask(n=2)
        gate = harness.discord.hold_next("PATCH", asked.original, where=is_final_edit)
        await gate.reached()
        asked.handle.expire()
        gate.release()
        await harness.audit()
