"""What a server's own rules refused: counted exactly, and together with what failed."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.errors import WordRefused
from bot.domain.job import JobState
from bot.store.database.engine import Database
from bot.store.server.ledger import RefusalCount, ServerLedger
from bot.store.server.refusals import Refusals
from tests.unit.store.samples import NOW, SERVER, wait

if TYPE_CHECKING:
    from bot.store.jobs.jobs import Jobs


async def test_refusals_at_once_from_two_processes_are_all_counted(database: Database, url: str) -> None:
    other = await Database.open(url)
    both = (Refusals(database), Refusals(other))
    await asyncio.gather(*(both[number % 2].add(SERVER, "WordRefused", now=NOW) for number in range(24)))
    await other.close()
    assert await ServerLedger(database).refusals(SERVER, since=NOW) == [RefusalCount("WordRefused", 24)]


async def test_they_are_added_to_what_failed_by_server_and_from_a_day_on(database: Database, jobs: Jobs) -> None:
    refusals = Refusals(database)
    for guild_id, reason, days_ago in (
        (SERVER, "ClosedHere", 0),
        (SERVER, "WordRefused", 0),
        (SERVER, "WordRefused", 1),
        (SERVER, "WordRefused", 2),
        (SERVER + 1, "Muted", 0),
    ):
        await refusals.add(guild_id, reason, now=NOW - timedelta(days=days_ago))
    await wait(jobs, 1)
    await jobs.fail(1, error=WordRefused(), now=NOW)
    await jobs.close(1, to=JobState.FAILED, now=NOW)
    found = await ServerLedger(database).refusals(SERVER, since=NOW - timedelta(days=1))
    assert found == [RefusalCount("WordRefused", 3), RefusalCount("ClosedHere", 1)]
