"""Several processes on one PostgreSQL: one is killed, frozen, or cut off, and the jobs go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.faults.studio import KEYED, Studio, is_last_word
from tests.standin.provider import Draw, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.conftest import Open
    from tests.faults.studio import Asked
    from tests.standin.postgres import PostgresServer

# The one that is killed had at most this long to be missed, and its jobs to be done by the other one.
TAKEOVER_SECONDS = 20.0


async def have_jobs(studio: Studio) -> tuple[list[Asked], Callable[[], None]]:
    """Have one job at the provider, one that is being delivered, and some that come and go."""
    prompt, held = studio.new_prompt(), studio.new_prompt()
    gate = studio.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
    asked = [await studio.ask(prompt)]
    await gate.reached()
    delivered = await studio.ask(held)
    delivery = studio.discord.hold_next("PATCH", delivered.original, where=is_last_word)
    await delivery.reached()
    asked.append(delivered)
    for _ in range(6):
        slow = studio.new_prompt()
        studio.images.always(re.escape(slow), Draw(delay_seconds=0.3))
        asked.append(await studio.ask(slow))

    def let_go() -> None:
        gate.release()
        delivery.cut()

    return asked, let_go


async def test_the_jobs_of_a_killed_process_are_finished_by_the_other_within_20_seconds(studio_on: Open) -> None:
    studio = studio_on("postgresql", **KEYED)
    other = studio.make()
    async with studio.bot:
        _, let_go = await have_jobs(studio)
        async with other:
            studio.bot.kill()
            await studio.bot.exited()
            let_go()
            await studio.audit(timeout_seconds=TAKEOVER_SECONDS)
            await studio.ask()
            await studio.audit()


async def test_a_process_that_was_frozen_does_no_harm_when_it_wakes(studio_on: Open) -> None:
    studio = studio_on("postgresql", **KEYED)
    other = studio.make()
    async with studio.bot:
        _, let_go = await have_jobs(studio)
        async with other:
            studio.bot.stop()
            let_go()
            await studio.audit(timeout_seconds=TAKEOVER_SECONDS)
            printed = len(studio.bot.lines.items)
            studio.bot.cont()
            # It serves again, and what it had under way when it froze is nobody's business any more.
            for _ in range(4):
                await studio.ask()
            await studio.audit()
            await studio.bot.lines.first(lambda _: True, timeout_seconds=20, after=printed)
            studio.bot.terminate()
            assert await studio.bot.exited(timeout_seconds=30) == 0
            await studio.audit()


async def test_two_processes_share_the_requests_and_answer_each_once(studio_on: Open) -> None:
    studio = studio_on("postgresql")
    other = studio.make()
    async with studio.bot, other:
        for _ in range(20):
            await studio.ask()
        await studio.audit()


@pytest.mark.parametrize("way", ["restart", "cut"])
async def test_jobs_outlive_a_database_that_goes_away_for_a_moment(
    studio_on: Open, server: PostgresServer, way: str
) -> None:
    studio = studio_on("postgresql")
    async with studio.bot:
        _, let_go = await have_jobs(studio)
        if way == "restart":
            server.restart()
        else:
            server.cut_connections(studio.url)
        let_go()
        for _ in range(3):
            await studio.ask()
        await studio.audit()
