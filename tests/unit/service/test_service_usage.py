"""What people and servers are told of their spending."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from bot.domain.budget import Budget, Scope
from bot.domain.errors import Cancelled
from bot.domain.job import JobState
from bot.domain.money import Cost
from bot.service.usage import DAYS, AskerCost, DayCost, ModelCost, Usage
from bot.store.money.budgets import Spent
from bot.store.money.tables import charges
from bot.store.server.ledger import RefusalCount, ServerLedger
from bot.store.server.settings import Servers
from tests.unit.store.samples import ANN, BEA, NAMES, NOW, SERVER, draw, wait

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs
    from bot.store.money.ledger import Ledger
    from bot.store.retention.job_expiry import JobExpiry


@pytest.fixture
def accounts(database: Database) -> ServerLedger:
    return ServerLedger(database)


@pytest.fixture
def servers(database: Database) -> Servers:
    return Servers(database)


BUDGETS = [
    Budget.from_text(rule) for rule in ("user/day=$1", "role:5/day=$2", "server/month=3 pictures", "bot/month=$9")
]


async def test_a_person_is_told_of_today_and_of_this_month(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    await wait(jobs, 1, now=NOW - timedelta(days=40))
    await wait(jobs, 2, estimate_microusd=1000, n=2, now=NOW - timedelta(days=3))
    await wait(jobs, 3, estimate_microusd=500)
    await draw(jobs, 3)
    await wait(jobs, 4, guild_id=None, estimate_microusd=20)
    await wait(jobs, 5, user_id=BEA, estimate_microusd=7)
    usage = await Usage(ledger, accounts, [], servers=servers).of_person(ANN, guild_id=SERVER, role_ids=[], now=NOW)
    assert (usage.today, usage.month) == (Spent(100, 2), Spent(1100, 4))
    assert usage.budgets == ()


async def test_what_failed_is_not_counted(jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers) -> None:
    await wait(jobs, 1, estimate_microusd=1000)
    await jobs.fail(1, error=Cancelled(by_user_id=ANN), now=NOW)
    usage = await Usage(ledger, accounts, BUDGETS, servers=servers).of_person(
        ANN, guild_id=SERVER, role_ids=[], now=NOW
    )
    assert usage.today == usage.month == Spent(0, 0)
    assert [state.spent for state in usage.budgets] == [0, 0, 0]


async def test_the_budgets_that_hold_a_person_down_here_are_told(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    await wait(jobs, 1, n=2, estimate_microusd=300_000)
    usage = await Usage(ledger, accounts, BUDGETS, servers=servers).of_person(
        ANN, guild_id=SERVER, role_ids=[5], now=NOW
    )
    assert [(state.budget.scope, state.left) for state in usage.budgets] == [
        (Scope.ROLE, 1_700_000),
        (Scope.SERVER, 1),
        (Scope.BOT, 8_700_000),
    ]
    assert [state.renews_at for state in usage.budgets] == [
        datetime(2026, 11, 24, tzinfo=UTC),
        datetime(2026, 12, 1, tzinfo=UTC),
        datetime(2026, 12, 1, tzinfo=UTC),
    ]


async def test_in_a_direct_message_no_server_and_no_role_counts(
    ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    usage = await Usage(ledger, accounts, BUDGETS, servers=servers).of_person(ANN, guild_id=None, role_ids=[], now=NOW)
    assert [state.budget.scope for state in usage.budgets] == [Scope.USER, Scope.BOT]


async def test_a_server_is_told_of_every_one_of_the_last_thirty_days(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    await wait(jobs, 1, estimate_microusd=1, now=NOW - timedelta(days=DAYS))
    await wait(jobs, 2, estimate_microusd=20, now=NOW.replace(hour=0, minute=0) - timedelta(days=DAYS - 1))
    await wait(jobs, 3, estimate_microusd=300, user_id=BEA, n=3, now=NOW - timedelta(days=2))
    await wait(jobs, 4, estimate_microusd=4000)
    await wait(jobs, 5, estimate_microusd=50_000, guild_id=None)
    usage = await Usage(ledger, accounts, [], servers=servers).of_server(SERVER, now=NOW)
    assert len(usage.days) == DAYS
    assert (usage.days[0].date, usage.days[-1].date) == (date(2026, 10, 25), date(2026, 11, 23))
    assert [day for day in usage.days if day.pictures] == [
        DayCost(date(2026, 10, 25), 20, 1),
        DayCost(date(2026, 11, 21), 300, 3),
        DayCost(date(2026, 11, 23), 4000, 1),
    ]
    assert (usage.today, usage.month, usage.total) == (Spent(4000, 1), Spent(4300, 4), Spent(4320, 5))
    assert usage.askers == (AskerCost(ANN, 4020, 2), AskerCost(BEA, 300, 3))
    assert usage.models == (ModelCost("gpt-image-2", 4320, 5),)
    assert [(line.day.day, line.user_id, line.microusd) for line in usage.lines] == [
        (25, ANN, 20),
        (21, BEA, 300),
        (23, ANN, 4000),
    ]


async def test_a_server_is_told_what_was_refused_in_these_days(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    for number, days_ago in enumerate((0, DAYS - 1, DAYS), start=1):
        now = NOW.replace(hour=0, minute=1) - timedelta(days=days_ago)
        await wait(jobs, number, now=now)
        await jobs.fail(number, error=Cancelled(by_user_id=ANN), now=now)
        await jobs.close(number, to=JobState.FAILED, now=now)
    usage = await Usage(ledger, accounts, [], servers=servers).of_server(SERVER, now=NOW)
    assert usage.refusals == (RefusalCount("Cancelled", 2),)


async def test_models_are_ranked_and_known_when_their_jobs_are_gone(
    jobs: Jobs, job_expiry: JobExpiry, ledger: Ledger, accounts: ServerLedger, servers: Servers, database: Database
) -> None:
    await wait(jobs, 1, estimate_microusd=10)
    await draw(jobs, 1, cost=Cost(7))
    assert await jobs.close(1, to=JobState.DELIVERED, now=NOW)
    await wait(jobs, 2, estimate_microusd=90)
    unknown = update(charges).where(charges.c.job_id == 2).values(model=None)
    await database.write(lambda connection: connection.execute(unknown))
    assert await job_expiry.delete_old(before=NOW + timedelta(days=1)) == [1]
    usage = await Usage(ledger, accounts, [], servers=servers).of_server(SERVER, now=NOW)
    assert usage.models == (ModelCost(None, 90, 1), ModelCost("gpt-image-2", 7, 1))


async def test_who_is_forgotten_is_in_no_list_of_people_and_what_they_spent_still_counts(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers, database: Database
) -> None:
    await wait(jobs, 1, estimate_microusd=10)
    await database.write(lambda connection: connection.execute(update(charges).values(user_id=NAMES.number_of(ANN))))
    usage = await Usage(ledger, accounts, [], servers=servers).of_server(SERVER, now=NOW)
    assert usage.askers == ()
    assert usage.total == Spent(10, 1)


async def test_five_of_the_askers_are_named(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    for number in range(1, 8):
        await wait(jobs, number, user_id=number, estimate_microusd=number)
    usage = await Usage(ledger, accounts, [], servers=servers).of_server(SERVER, now=NOW)
    assert [asker.user_id for asker in usage.askers] == [7, 6, 5, 4, 3]


async def test_a_person_is_told_of_the_server_s_own_budgets_which_count_what_is_spent_there(
    jobs: Jobs, ledger: Ledger, accounts: ServerLedger, servers: Servers
) -> None:
    own = (Budget.from_text("user/day=5 pictures"), Budget.from_text("bot/day=1 pictures"))
    await servers.change(SERVER, lambda old: replace(old, budgets=own), now=NOW)
    await wait(jobs, 1, n=2)
    await wait(jobs, 2, n=2, guild_id=None)
    usage = Usage(ledger, accounts, [Budget.from_text("user/day=9 pictures")], servers=servers)
    here = await usage.of_person(ANN, guild_id=SERVER, role_ids=[], now=NOW)
    assert here.today.pictures == 4
    assert [(state.budget.within, state.left) for state in here.budgets] == [(None, 5), (SERVER, 3)]
    alone = await usage.of_person(ANN, guild_id=None, role_ids=[], now=NOW)
    assert [(state.budget.within, state.left) for state in alone.budgets] == [(None, 5)]
