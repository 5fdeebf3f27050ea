"""Processes whose clocks are wrong, on one PostgreSQL: what they compare is in the database's time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from bot.domain.budget import Budget
from bot.domain.errors import BudgetSpent
from bot.domain.gallery import Copy, Share, ShareState
from bot.domain.job import JobState
from bot.domain.request import PictureRef
from bot.store.database.clock import DatabaseClock
from bot.store.database.engine import Database
from bot.store.database.processes import SILENT_SECONDS, Processes
from bot.store.errors import TooSoon
from bot.store.gallery.shares import Shares
from bot.store.jobs.jobs import Jobs
from bot.store.money.tables import charges
from bot.store.people.drafts import Drafts
from tests.unit.store.samples import ANN, NAMES, SERVER, accept, admit, make, move, wait

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.standin.postgres import PostgresServer

pytestmark = pytest.mark.postgresql
SKEWS = (8.0, -8.0, 120.0, -120.0)


class Process:
    """A process with a clock of its own."""

    def __init__(self, url: str, skew_seconds: float) -> None:
        self.skew_seconds = skew_seconds
        self.database = Database.at(url, clock=DatabaseClock(wall=self.seconds))
        self.processes = Processes(self.database)
        self.jobs = Jobs(self.database, NAMES)

    def seconds(self) -> float:
        return time.time() + self.skew_seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    async def silent(self) -> list[str]:
        """Whom it takes for gone."""
        return await self.processes.silent(self.now() - timedelta(seconds=SILENT_SECONDS))


@pytest.fixture
async def right(server: PostgresServer) -> AsyncIterator[Process]:
    right = Process(server.database(), 0)
    await right.database.migrate()
    yield right
    await right.database.close()


@pytest.fixture(params=SKEWS)
async def wrong(request: pytest.FixtureRequest, right: Process) -> AsyncIterator[Process]:
    wrong = Process(right.database.url, request.param)
    await wrong.database.migrate()
    yield wrong
    await wrong.database.close()


async def test_nobody_counts_as_gone_by_a_wrong_clock(right: Process, wrong: Process) -> None:
    await right.processes.beat("right", right.now())
    await wrong.processes.beat("wrong", wrong.now())
    assert await right.silent() == await wrong.silent() == []
    await right.database.write(
        lambda connection: connection.execute(text("UPDATE processes SET beat_at = beat_at - interval '9 seconds'"))
    )
    assert set(await right.silent()) == set(await wrong.silent()) == {"right", "wrong"}


async def test_what_lasts_for_a_while_lasts_as_long_by_a_wrong_clock(right: Process, wrong: Process) -> None:
    for one, other in ((right, wrong), (wrong, right)):
        drafts, others = Drafts(one.database), Drafts(other.database)
        await drafts.keep(1, user_id=ANN, record={}, expires_at=one.now() + timedelta(seconds=5))
        assert await others.load(1, now=other.now()) is not None
        assert await others.load(1, now=other.now() + timedelta(seconds=6)) is None


async def test_a_lease_of_a_message_holds_by_a_wrong_clock(right: Process, wrong: Process) -> None:
    await make(right.jobs, 1, now=right.now())
    shares, others = Shares(right.database), Shares(wrong.database)
    share = Share(
        id=1,
        guild_id=SERVER,
        user_id=ANN,
        ref=PictureRef(1, 1),
        state=ShareState.SHARED,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=right.now(),
    )
    assert await shares.share(share)
    copy = Copy(message_id=9, channel_id=8, share_id=1, is_thread=False, shows=ShareState.SHARED)
    assert await shares.record_copy(copy, now=right.now())
    await others.set_state(1, ShareState.GONE, now=wrong.now())
    assert len(await shares.stale(right.now() + timedelta(seconds=1), 5)) == 1
    assert await others.stale(wrong.now() + timedelta(seconds=2), 5) == []


async def test_pictures_a_minute_are_counted_over_a_minute_by_a_wrong_clock(right: Process, wrong: Process) -> None:
    for number, process in ((1, right), (2, wrong)):
        await wait(process.jobs, number, now=process.now())
        moved = await move(process.jobs, number, to=JobState.PREPARING, executor="x", now=process.now())
        assert moved is not None
    await move(right.jobs, 1, to=JobState.CALLING, executor="x", now=right.now(), pictures_per_minute=1)
    with pytest.raises(TooSoon) as caught:
        await move(wrong.jobs, 2, to=JobState.CALLING, executor="x", now=wrong.now(), pictures_per_minute=1)
    assert 50 < caught.value.wait_seconds <= 61


async def test_a_budget_s_day_is_the_database_s(right: Process) -> None:
    wrong = Process(right.database.url, 86_400)
    await wrong.database.migrate()
    budgets = [Budget.from_text("user/day=1 pictures")]
    for number, process in ((1, wrong), (2, right)):
        await accept(process.jobs, number, now=process.now())
    await admit(wrong.jobs, 1, budgets=budgets, now=wrong.now())
    with pytest.raises(BudgetSpent):
        await admit(right.jobs, 2, budgets=budgets, now=right.now())
    days = await right.database.read(lambda connection: connection.execute(select(charges.c.day)).scalars().all())
    assert days == [right.now().date()]
    await wrong.database.close()


async def test_a_clock_that_is_set_meanwhile_is_followed_at_once(right: Process, wrong: Process) -> None:
    await wrong.processes.beat("wrong", wrong.now())
    wrong.skew_seconds = 300
    await Drafts(wrong.database).keep(1, user_id=ANN, record={}, expires_at=wrong.now() + timedelta(seconds=5))
    assert await Drafts(right.database).load(1, now=right.now() + timedelta(seconds=6)) is None
    assert await wrong.silent() == []


async def test_what_goes_in_comes_out_as_it_was(wrong: Process) -> None:
    now = wrong.now()
    await wait(wrong.jobs, 1, now=now)
    assert (await wrong.jobs.load(1)).queued_at == now
