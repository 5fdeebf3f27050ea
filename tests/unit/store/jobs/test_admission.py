"""Admission: limits, budgets and the reservation, however many come at once."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.budget import Budget, Scope
from bot.domain.errors import BudgetSpent, Cancelled, QueueFull, TooManyJobs
from bot.domain.job import JobState, StoredFile
from bot.store.database.engine import Database
from bot.store.jobs.admission import Admission, Limits
from bot.store.jobs.jobs import Jobs
from tests.unit.store.samples import ANN, BEA, NAMES, NOW, PLENTY, SERVER, accept, admit, call, draw, wait

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.store.money.ledger import Ledger
    from tests.standin.postgres import PostgresServer

BRONZE, GOLD = 11, 12


async def test_an_admitted_job_waits_with_its_reservation(jobs: Jobs, ledger: Ledger) -> None:
    await accept(jobs, n=3)
    await admit(jobs, estimate_microusd=500)
    assert (await jobs.load(1)).state is JobState.WAITING
    spent = await ledger.spent(scope=Scope.USER, id=ANN, period_start=NOW)
    assert (spent.microusd, spent.pictures) == (500, 3)


async def test_a_job_admitted_twice_is_reserved_once(jobs: Jobs, ledger: Ledger) -> None:
    await accept(jobs)
    files = [StoredFile(label="image", blob="1/image")]
    assert await admit(jobs, files=files) == await admit(jobs, files=files)
    assert (await ledger.spent(scope=Scope.USER, id=ANN, period_start=NOW)).microusd == 100
    assert len((await jobs.load(1)).files) == 1


async def test_a_job_cancelled_while_its_files_came_in_is_not_admitted(jobs: Jobs, ledger: Ledger) -> None:
    await accept(jobs)
    await jobs.fail(1, error=Cancelled(by_user_id=BEA, may_have_cost=False), now=NOW)
    with pytest.raises(Cancelled) as caught:
        await admit(jobs)
    assert caught.value.by_user_id == BEA
    assert (await ledger.spent(scope=Scope.BOT, id=None, period_start=NOW)).microusd == 0


async def test_a_person_has_so_many_open_jobs_and_no_more(jobs: Jobs) -> None:
    limits = Limits(per_user=2, per_server=9, queue=9)
    await wait(jobs, 1)
    await wait(jobs, 2)
    await call(jobs, 1)
    await accept(jobs, 3)
    with pytest.raises(TooManyJobs) as caught:
        await admit(jobs, 3, limits=limits)
    assert (caught.value.scope, caught.value.open, caught.value.limit) == ("user", 2, 2)
    assert (await jobs.load(3)).state is JobState.ACCEPTING
    await accept(jobs, 4, user_id=BEA)
    await admit(jobs, 4, limits=limits)


async def test_a_job_whose_pictures_are_there_makes_room_for_the_next(jobs: Jobs) -> None:
    await wait(jobs, 1)
    await draw(jobs, 1)
    await accept(jobs, 2)
    await admit(jobs, 2, limits=Limits(per_user=1, per_server=1, queue=1))


async def test_of_two_jobs_still_coming_in_the_first_has_the_room(jobs: Jobs) -> None:
    limits = Limits(per_user=1, per_server=9, queue=9)
    await accept(jobs, 1)
    await accept(jobs, 2)
    with pytest.raises(TooManyJobs):
        await admit(jobs, 2, limits=limits)
    await admit(jobs, 1, limits=limits)


async def test_a_server_has_so_many_open_jobs_and_a_direct_message_none(jobs: Jobs) -> None:
    limits = Limits(per_user=9, per_server=1, queue=9)
    await wait(jobs, 1)
    await accept(jobs, 2, user_id=BEA)
    with pytest.raises(TooManyJobs) as caught:
        await admit(jobs, 2, limits=limits)
    assert (caught.value.scope, caught.value.open, caught.value.limit) == ("server", 1, 1)
    for number in (3, 4):
        await accept(jobs, number, guild_id=None)
        await admit(jobs, number, limits=limits)


async def test_a_full_queue_says_how_long_it_is(jobs: Jobs) -> None:
    limits = Limits(per_user=9, per_server=9, queue=2)
    await wait(jobs, 1)
    await wait(jobs, 2)
    await accept(jobs, 3)
    with pytest.raises(QueueFull) as caught:
        await admit(jobs, 3, limits=limits)
    assert (caught.value.waiting, caught.value.limit) == (2, 2)
    await call(jobs, 1)
    await admit(jobs, 3, limits=limits)


async def test_a_budget_refuses_what_would_overdraw_it_and_takes_what_fits(jobs: Jobs) -> None:
    budgets = [Budget.from_text("user/day=$1")]
    await wait(jobs, 1, estimate_microusd=600_000)
    await accept(jobs, 2)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, 2, estimate_microusd=400_001, budgets=budgets)
    refused = caught.value
    assert (refused.scope, refused.period, refused.unit) == ("user", "day", "microusd")
    assert (refused.limit, refused.left) == (1_000_000, 400_000)
    assert refused.renews_at == 1_795_478_400  # 2026-11-24 00:00 UTC
    await admit(jobs, 2, estimate_microusd=400_000, budgets=budgets)
    await accept(jobs, 3)
    with pytest.raises(BudgetSpent):
        await admit(jobs, 3, estimate_microusd=0, budgets=budgets)


@pytest.mark.parametrize(("rule", "refused"), [("user", False), ("server", True), ("bot", True)])
async def test_a_budget_counts_its_own_scope(jobs: Jobs, rule: str, refused: bool) -> None:  # noqa: FBT001
    await wait(jobs, 1, n=2)
    await accept(jobs, 2, user_id=BEA)
    budgets = [Budget.from_text(f"{rule}/month=2 pictures")]
    if not refused:
        await admit(jobs, 2, budgets=budgets)
        return
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, 2, budgets=budgets)
    assert (caught.value.scope, caught.value.unit, caught.value.left) == (rule, "pictures", 0)


async def test_of_several_spent_budgets_the_one_that_renews_last_is_named(jobs: Jobs) -> None:
    await accept(jobs, n=5)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, budgets=[Budget.from_text(f"user/{period}=4 pictures") for period in ("day", "month", "day")])
    assert caught.value.period == "month"


async def test_a_role_raises_the_budget_of_who_has_it_and_the_highest_counts(jobs: Jobs) -> None:
    rules = ["user/day=1 pictures", f"role:{BRONZE}/day=2 pictures", f"role:{GOLD}/day=4 pictures"]
    budgets = [Budget.from_text(rule) for rule in rules]
    await accept(jobs, 1, n=4)
    for roles in ([], [BRONZE]):
        with pytest.raises(BudgetSpent):
            await admit(jobs, 1, role_ids=roles, budgets=budgets)
    await admit(jobs, 1, role_ids=[BRONZE, GOLD], budgets=budgets)


async def test_a_role_may_also_lower_the_budget(jobs: Jobs) -> None:
    budgets = [Budget.from_text("user/day=5 pictures"), Budget.from_text(f"role:{BRONZE}/day=1 pictures")]
    await accept(jobs, n=2)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, role_ids=[BRONZE], budgets=budgets)
    assert caught.value.scope == "role"


async def test_a_budget_of_a_role_leaves_those_of_other_kinds_alone(jobs: Jobs) -> None:
    budgets = [Budget.from_text("user/month=1 pictures"), Budget.from_text(f"role:{GOLD}/day=9 pictures")]
    await accept(jobs, n=2)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, role_ids=[GOLD], budgets=budgets)
    assert (caught.value.scope, caught.value.period) == ("user", "month")


async def test_fifty_at_once_in_two_processes_overdraw_no_budget(url: str, jobs: Jobs, ledger: Ledger) -> None:
    other = await Database.open(url)
    budgets = [Budget.from_text("server/day=$1"), Budget.from_text("bot/month=$2")]
    await asyncio.gather(*(accept(jobs, number, user_id=number) for number in range(1, 51)))
    both = (jobs, Jobs(other, NAMES))
    outcomes = await asyncio.gather(
        *(admit(both[number % 2], number, estimate_microusd=30_000, budgets=budgets) for number in range(1, 51)),
        return_exceptions=True,
    )
    await other.close()
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert [type(one) for one in refused] == [BudgetSpent] * 17
    assert (await ledger.spent(scope=Scope.SERVER, id=SERVER, period_start=NOW)).microusd == 990_000
    assert (await jobs.counts())[JobState.WAITING] == 33


@pytest.mark.parametrize(
    "limits",
    [Limits(per_user=3, per_server=99, queue=99), Limits(per_user=99, per_server=3, queue=99), Limits(99, 99, 3)],
)
async def test_fifty_at_once_in_two_processes_pass_no_limit(url: str, jobs: Jobs, limits: Limits) -> None:
    other = await Database.open(url)
    both = (jobs, Jobs(other, NAMES))
    await asyncio.gather(*(accept(jobs, number) for number in range(1, 51)))
    outcomes = await asyncio.gather(
        *(admit(both[number % 2], number, limits=limits) for number in range(1, 51)), return_exceptions=True
    )
    await other.close()
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert {type(one) for one in refused} <= {TooManyJobs, QueueFull}
    # Those that came earlier and are not in yet hold their places, so that fewer may get in, and never more.
    assert 1 <= (await jobs.counts())[JobState.WAITING] <= 3


@pytest.mark.postgresql
async def test_two_people_in_two_servers_are_admitted_at_once(server: PostgresServer) -> None:
    url = server.database()
    database, other = Database.at(url), Database.at(url)
    jobs = Jobs(database, NAMES)
    await accept(jobs, 1, user_id=ANN, guild_id=SERVER)
    await accept(jobs, 2, user_id=BEA, guild_id=SERVER + 1)
    is_in, may_end = threading.Event(), threading.Event()

    def hold(_: Connection, __: int) -> None:
        is_in.set()
        assert may_end.wait(10)

    held = asyncio.create_task(
        Jobs(other, NAMES).admit(
            1, files=(), estimate_microusd=1, role_ids=(), limits=PLENTY, budgets=(), now=NOW, enlist=hold
        )
    )
    await asyncio.to_thread(is_in.wait, 10)
    budgets = [Budget.from_text("user/day=$1"), Budget.from_text("server/day=$1")]
    assert (await asyncio.wait_for(admit(jobs, 2, budgets=budgets), timeout=5)).place == 0
    assert not held.done()
    may_end.set()
    assert (await held).job.state is JobState.WAITING
    await database.close()
    await other.close()


async def test_everybodys_first_job_goes_before_anybodys_second(jobs: Jobs) -> None:
    await wait(jobs, 1, user_id=ANN)
    await wait(jobs, 2, user_id=ANN)
    admission = await wait(jobs, 3, user_id=BEA)
    assert admission.priority == 0
    assert (await _admit_another(jobs)).priority == 2
    assert await jobs.waiting() == [1, 3, 2, 4]


async def _admit_another(jobs: Jobs) -> Admission:
    await accept(jobs, 4, user_id=ANN)
    return await admit(jobs, 4, limits=PLENTY)


def of_server(rule: str) -> Budget:
    return replace(Budget.from_text(rule), within=SERVER)


@pytest.mark.parametrize("rule", ["user/day=2 pictures", f"role:{BRONZE}/day=2 pictures", "server/day=2 pictures"])
async def test_a_servers_own_budget_counts_what_is_spent_there_alone(jobs: Jobs, rule: str) -> None:
    await wait(jobs, 1, n=2, guild_id=SERVER + 1)
    await wait(jobs, 2, n=2, guild_id=None)
    await accept(jobs, 3, n=2)
    await admit(jobs, 3, role_ids=[BRONZE], budgets=[of_server(rule)])
    await accept(jobs, 4)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, 4, role_ids=[BRONZE], budgets=[of_server(rule)])
    assert (caught.value.of_server, caught.value.left) == (True, 0)
    # Another's spending there is not this person's.
    await accept(jobs, 5, user_id=BEA)
    if not rule.startswith("server"):
        await admit(jobs, 5, role_ids=[BRONZE], budgets=[of_server(rule)])


async def test_a_servers_own_budget_holds_beside_the_bots_and_takes_the_place_of_none(jobs: Jobs) -> None:
    budgets = [
        Budget.from_text("user/day=3 pictures"),
        of_server("user/day=9 pictures"),
        of_server(f"role:{GOLD}/day=2 pictures"),
    ]
    await wait(jobs, 1, n=2, guild_id=None)
    await accept(jobs, 2, n=2)
    for roles in ([], [GOLD]):
        with pytest.raises(BudgetSpent) as caught:
            await admit(jobs, 2, role_ids=roles, budgets=budgets)
        assert (caught.value.scope, caught.value.of_server, caught.value.left) == ("user", False, 1)
    await accept(jobs, 3, user_id=BEA, n=3)
    with pytest.raises(BudgetSpent) as caught:
        await admit(jobs, 3, role_ids=[GOLD], budgets=budgets)
    assert (caught.value.scope, caught.value.of_server, caught.value.left) == ("role", True, 2)


async def test_a_server_limits_the_open_jobs_of_a_person_there_alone(jobs: Jobs) -> None:
    limits = Limits(per_user=9, per_server=9, queue=9, per_user_here=1)
    await wait(jobs, 1, guild_id=SERVER + 1)
    await wait(jobs, 2, user_id=BEA)
    await accept(jobs, 3)
    await admit(jobs, 3, limits=limits)
    await accept(jobs, 4)
    with pytest.raises(TooManyJobs) as caught:
        await admit(jobs, 4, limits=limits)
    assert (caught.value.scope, caught.value.open, caught.value.limit) == ("here", 1, 1)
