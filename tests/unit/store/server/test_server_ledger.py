"""The account of a server: by day, by person, by model, and what was refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Cancelled, ContentRefused, EaselError, QueueFull
from bot.domain.job import JobState
from bot.store.server.ledger import CostLine, RefusalCount, ServerLedger
from tests.unit.store.samples import ANN, BEA, NOW, SERVER, draw, wait

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs

TODAY = NOW.date()
CANCELLED = Cancelled(by_user_id=ANN)


@pytest.fixture
def accounts(database: Database) -> ServerLedger:
    return ServerLedger(database)


async def _fail(jobs: Jobs, number: int, error: EaselError, *, guild_id: int = SERVER, days_ago: int = 0) -> None:
    now = NOW - timedelta(days=days_ago)
    await wait(jobs, number, guild_id=guild_id, now=now)
    assert await jobs.fail(number, error=error, now=now)
    assert await jobs.close(number, to=JobState.FAILED, now=now)


async def test_a_line_is_a_day_a_person_and_a_model(jobs: Jobs, accounts: ServerLedger) -> None:
    await wait(jobs, 1, estimate_microusd=10)
    await wait(jobs, 2, estimate_microusd=15)
    await wait(jobs, 3, user_id=BEA, estimate_microusd=20)
    await wait(jobs, 4, now=NOW - timedelta(days=1))
    await wait(jobs, 5, guild_id=None)
    await wait(jobs, 6, user_id=303)
    await jobs.fail(6, error=CANCELLED, now=NOW)
    assert await accounts.lines(SERVER, day=TODAY) == [
        CostLine(day=TODAY, user_id=ANN, model="gpt-image-2", microusd=25, pictures=2),
        CostLine(day=TODAY, user_id=BEA, model="gpt-image-2", microusd=20, pictures=1),
    ]
    assert await accounts.lines(SERVER + 1, day=TODAY) == []


async def test_days_are_those_of_utc(jobs: Jobs, accounts: ServerLedger) -> None:
    # Half past one in the night of the 23rd in Helsinki is still the 22nd in UTC.
    helsinki = datetime(2026, 11, 23, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    await wait(jobs, 1, estimate_microusd=1, now=helsinki)
    [line] = await accounts.lines(SERVER, day=date(2026, 11, 22))
    assert line.microusd == 1
    assert await accounts.lines(SERVER, day=date(2026, 11, 23)) == []


async def test_refusals_are_counted_by_their_error(jobs: Jobs, accounts: ServerLedger) -> None:
    await _fail(jobs, 1, CANCELLED)
    await _fail(jobs, 2, ContentRefused(categories=("violence",)))
    await _fail(jobs, 3, ContentRefused())
    await _fail(jobs, 4, QueueFull(waiting=1, limit=1), guild_id=SERVER + 1)
    await _fail(jobs, 5, QueueFull(waiting=1, limit=1), days_ago=3)
    await wait(jobs, 6)
    await draw(jobs, 6)
    assert await accounts.refusals(SERVER, since=NOW - timedelta(days=1)) == [
        RefusalCount("ContentRefused", 2),
        RefusalCount("Cancelled", 1),
    ]
    everything = await accounts.refusals(SERVER, since=NOW - timedelta(days=9))
    assert [(one.error, one.count) for one in everything] == [("ContentRefused", 2), ("Cancelled", 1), ("QueueFull", 1)]
