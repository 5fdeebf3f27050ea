"""Whatever happens to jobs in whatever order, the ledger is the sum of what became of them."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budget import Budget, Period, Scope, Unit
from bot.domain.errors import Cancelled, EaselError, Interrupted, OutcomeUnknown
from bot.domain.job import Job, JobState
from bot.domain.money import Cost
from bot.store.database.engine import Database
from bot.store.jobs.jobs import Jobs
from bot.store.money.budgets import Spent
from bot.store.money.ledger import Ledger
from tests.unit.store.samples import NAMES, NOW, accept, admit, keep, move

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

PICTURES = 2
KEY = 7

Step = tuple[int, str]

NEXT = {
    JobState.ACCEPTING: "admit",
    JobState.WAITING: "prepare",
    JobState.PREPARING: "call",
    JobState.CALLING: "keep",
    JobState.DRAWN: "deliver",
    JobState.FAILING: "end",
    JobState.UNDELIVERABLE: "deliver",
}
STEPS = ("admit", "prepare", "call", "keep", "keep unknown", "fail", "lose", "cancel", "deliver", "give up", "end")
# Half of the steps are the natural next one, so that jobs get far; the other half is anything at all.
STEP = st.one_of(st.just("next"), st.sampled_from(STEPS))
HISTORIES = st.lists(st.tuples(st.integers(0, 2), STEP), max_size=30)


def _action(jobs: Jobs, number: int, step: str) -> Coroutine[Any, Any, object]:
    error = Interrupted()
    actions: dict[str, Callable[[], Coroutine[Any, Any, object]]] = {
        "admit": lambda: admit(
            jobs, number, estimate_microusd=number, server_key_id=KEY if _is_server_paid(number) else None
        ),
        "prepare": lambda: move(jobs, number, to=JobState.PREPARING, executor="first", now=NOW),
        "call": lambda: move(jobs, number, to=JobState.CALLING, executor="first", now=NOW),
        "keep": lambda: keep(jobs, number, cost=Cost(number + 1)),
        "keep unknown": lambda: keep(jobs, number, cost=Cost(None, estimated=True)),
        "fail": lambda: jobs.fail(number, error=error, now=NOW),
        "lose": lambda: jobs.fail(number, error=OutcomeUnknown(may_have_cost=True), now=NOW),
        "cancel": lambda: jobs.cancel(number, by_user_id=number // 10 * 10, free=False, charge_percent=50, now=NOW),
        "deliver": lambda: jobs.close(number, to=JobState.DELIVERED, now=NOW),
        "give up": lambda: jobs.close(number, to=JobState.UNDELIVERABLE, now=NOW),
        "end": lambda: jobs.close(number, to=JobState.FAILED, now=NOW),
    }
    return actions[step]()


def _is_server_paid(number: int) -> bool:
    return number % 10 == 2


def _worth(job: Job) -> tuple[Spent, Spent]:
    """Tell what a job comes to for everybody, and for its asker."""
    reserved = Spent(job.id, PICTURES)
    match job.state:
        case JobState.ACCEPTING:
            return Spent(), Spent()
        case JobState.WAITING | JobState.PREPARING | JobState.CALLING:
            return reserved, reserved
        case JobState.DRAWN | JobState.DELIVERED | JobState.UNDELIVERABLE:
            assert job.cost is not None
            cost = Spent(job.id if job.cost.microusd is None else job.id + 1, len(job.pictures))
            return cost, cost
    match job.failure:
        case Cancelled(charged_percent=50):
            return reserved, Spent((job.id + 1) // 2, PICTURES // 2)
        case OutcomeUnknown():
            return reserved, Spent()
    return Spent(), Spent()


def _sums(worth: list[tuple[Spent, Spent]]) -> tuple[Spent, Spent]:
    return sum((one[0] for one in worth), Spent()), sum((one[1] for one in worth), Spent())


async def _check(jobs: Jobs, ledger: Ledger, first: int, history: list[Step]) -> None:
    numbers = range(first, first + 3)
    for number in numbers:
        await accept(jobs, number, user_id=first, guild_id=first, n=PICTURES)
    for index, step in history:
        number = first + index
        if step == "next":
            step = NEXT.get((await jobs.load(number)).state, "end")  # noqa: PLW2901
        with suppress(EaselError):
            await _action(jobs, number, step)
    found = [await jobs.load(number) for number in numbers]
    queued = [job for job in found if job.queued_at is not None]
    assert all(job.is_server_paid == _is_server_paid(job.id) for job in queued)
    everybody, persons = _sums([_worth(job) for job in queued if not job.is_server_paid])
    by_server, by_server_persons = _sums([_worth(job) for job in queued if job.is_server_paid])
    assert await ledger.spent(scope=Scope.USER, id=first, period_start=NOW) == persons
    assert await ledger.spent(scope=Scope.SERVER, id=first, period_start=NOW) == everybody
    here = Budget(Scope.USER, Period.DAY, Unit.PICTURES, 10**6, within=first)
    [state] = await ledger.left([here], user_id=first, guild_id=first, role_ids=[], now=NOW)
    assert state.spent == (persons + by_server_persons).pictures
    assert await ledger.paid_by_server(first, period_start=NOW) == by_server
    assert await ledger.paid_by_servers(user_id=first, period_start=NOW) == by_server_persons
    of_server = Budget(Scope.SERVER, Period.DAY, Unit.PICTURES, 10**6, within=first)
    [state] = await ledger.left([of_server], user_id=first, guild_id=first, role_ids=[], now=NOW)
    assert state.spent == (everybody + by_server).pictures


def test_the_ledger_is_the_sum_of_the_jobs(url: str) -> None:
    firsts = itertools.count(1000, 10)
    with asyncio.Runner() as runner:
        database = runner.run(Database.open(url))

        @settings(max_examples=40, deadline=None)
        @given(HISTORIES)
        def check(history: list[Step]) -> None:
            runner.run(_check(Jobs(database, NAMES), Ledger(database, NAMES), next(firsts), history))

        try:
            check()
        finally:
            runner.run(database.close())
