"""Several processes on one PostgreSQL: one is killed, frozen, or cut off, and the jobs go on."""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.faults.harness import KEYED, Harness, is_final_edit
from tests.standin.provider import Draw, Moment
from tests.standin.skewed_clock import CAN_SKEW, skew

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.conftest import Open
    from tests.faults.harness import Asked
    from tests.standin.postgres import PostgresServer

SKEWS_SECONDS = (8, 120)
"""By the first a process is just not silent yet, by the second it is long gone, if its clock were believed."""
# The one that is frozen had at most this long to be missed, and its jobs to be done by the other one.
TAKEOVER_SECONDS = 20.0
JOBS = range(8)


async def have_jobs(harness: Harness) -> tuple[list[Asked], Callable[[], None]]:
    """Have one job at the provider, one that is being delivered, and some that come and go."""
    prompt, held = harness.new_prompt(), harness.new_prompt()
    gate = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
    asked = [await harness.ask(prompt)]
    await gate.reached()
    delivered = await harness.ask(held)
    delivery = harness.discord.hold_next("PATCH", delivered.original, where=is_final_edit)
    await delivery.reached()
    asked.append(delivered)
    for _ in JOBS[2:]:
        slow = harness.new_prompt()
        harness.images.always(re.escape(slow), Draw(delay_seconds=0.3))
        asked.append(await harness.ask(slow))

    def let_go() -> None:
        gate.release()
        delivery.cut()

    return asked, let_go


async def test_the_jobs_of_a_killed_process_are_taken_over_by_the_other_within_five_seconds(studio_on: Open) -> None:
    harness = studio_on("postgresql", **KEYED)
    other = harness.make()
    async with harness.bot:
        _, let_go = await have_jobs(harness)
        async with other:
            harness.bot.kill()
            await other.lines.first(lambda line: "jobs_taken_over" in line, timeout_seconds=5)
            await harness.bot.exited()
            let_go()
            await harness.audit(timeout_seconds=TAKEOVER_SECONDS)
            await harness.discord.wait_until_heard()
            await harness.ask()
            await harness.audit()


async def test_a_process_that_was_frozen_does_no_harm_when_it_wakes(studio_on: Open) -> None:
    harness = studio_on("postgresql", **KEYED)
    other = harness.make()
    async with harness.bot:
        _, let_go = await have_jobs(harness)
        # It freezes while it draws one, at an edit that Discord has carried out.
        prompt = harness.new_prompt()
        answer = harness.images.hold_next(Moment.HALF_SENT, prompt=re.escape(prompt))
        drawn = await harness.ask(prompt)
        edit = harness.discord.hold_next("PATCH", drawn.original, applied=True)
        await edit.reached()
        async with other:
            harness.bot.stop()
            let_go()
            await harness.audit(timeout_seconds=TAKEOVER_SECONDS)
            printed = len(harness.bot.lines.items)
            harness.bot.cont()
            # It says that it lives before it goes on with what it showed.
            await beats(harness.url, processes=2)
            edit.release()
            # It serves again, and what it had under way when it froze is nobody's business any more.
            for _ in range(4):
                await harness.ask()
            await harness.audit()
            answer.cut()
            await harness.bot.lines.first(lambda _: True, timeout_seconds=20, after=printed)
            harness.bot.terminate()
            assert await harness.bot.exited(timeout_seconds=30) == 0
            await harness.audit()


async def test_the_jobs_of_a_process_that_stops_go_on_in_the_other_at_once(studio_on: Open) -> None:
    harness = studio_on("postgresql", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    other = harness.make()
    async with harness.bot:
        _, let_go = await have_jobs(harness)
        async with other:
            # Both know of one another.
            await beats(harness.url, processes=2)
            harness.bot.terminate()
            assert await harness.bot.exited() == 0
            let_go()
            await harness.audit(timeout_seconds=TAKEOVER_SECONDS)


@pytest.mark.skipif(not CAN_SKEW, reason="a clock is set wrong by a small C library on Linux")
@pytest.mark.parametrize("seconds", SKEWS_SECONDS)
async def test_processes_whose_clocks_are_wrong_take_over_in_time_and_keep_one_budget(
    studio_on: Open, tmp_path: Path, seconds: int
) -> None:
    budget = 2 * len(JOBS) + 1
    harness = studio_on("postgresql", BUDGETS=f"server/day={budget} pictures", SHUTDOWN_GRACE_SECONDS="1", **KEYED)
    right = harness.bot
    ahead, behind = (harness.make(**skew(by, folder=tmp_path)) for by in (seconds, -seconds))
    async with ahead:
        _, let_go = await have_jobs(harness)
        async with right:
            await beats(harness.url, processes=2)
            assert not any("process_gone" in one.output or "jobs_taken_over" in one.output for one in (ahead, right))
            ahead.kill()
            await ahead.exited()
            let_go()
            await harness.audit(timeout_seconds=TAKEOVER_SECONDS)
            await harness.discord.wait_until_heard()
            _, let_go = await have_jobs(harness)
            async with behind:
                await beats(harness.url, processes=2)
                assert "process_gone" not in behind.output
                assert "jobs_taken_over" not in behind.output
                right.terminate()
                assert await right.exited() == 0
                let_go()
                await harness.audit(timeout_seconds=TAKEOVER_SECONDS)
                await harness.ask()
                await harness.audit()
                refused = await harness.ask()
                await refused.handle.state(lambda one: "today's limit" in one.content)
                assert harness.images.charges(refused.prompt) == 0


async def beats(url: str, *, processes: int) -> None:
    """Wait until so many processes have each said that they live since the last of them came, and so looked at all."""
    await asyncio.to_thread(_wait_for_beats, url, processes)


def _wait_for_beats(url: str, processes: int) -> None:
    until = time.monotonic() + 20
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        query = (
            "SELECT count(*), count(*) FILTER (WHERE beat_at > (SELECT max(started_at) FROM processes)) FROM processes"
        )
        while connection.execute(query).fetchone() != (processes, processes):
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(0.05)


async def test_two_processes_share_the_requests_and_answer_each_once(studio_on: Open) -> None:
    harness = studio_on("postgresql")
    other = harness.make()
    async with harness.bot, other:
        for _ in range(20):
            await harness.ask()
        await harness.audit()


@pytest.mark.parametrize("way", ["restart", "cut", "cut again and again"])
async def test_jobs_outlive_a_database_that_goes_away_for_a_moment_and_nobody_takes_them_over(
    studio_on: Open, server: PostgresServer, way: str
) -> None:
    harness = studio_on("postgresql")
    other = harness.make()
    async with harness.bot, other:
        _, let_go = await have_jobs(harness)
        if way == "restart":
            server.restart()
        else:
            server.cut_connections(harness.url)
        let_go()
        for _ in range(8 if way == "cut again and again" else 0):
            await harness.ask()
            await asyncio.to_thread(server.cut_connections, harness.url)
        for _ in range(3):
            await harness.ask()
        await harness.audit()
        assert not any("process_gone" in one.output for one in (harness.bot, other))
