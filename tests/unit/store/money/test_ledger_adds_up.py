"""Whatever happens to jobs in whatever order, the ledger is the sum of what became of them."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budget import Scope
from bot.domain.errors import Cancelled
from bot.domain.job import Job, JobState
from bot.domain.money import Cost
from bot.store.database.engine import Database
from bot.store.jobs.jobs import Jobs
from bot.store.money.budgets import Spent
from bot.store.money.ledger import Ledger
from tests.unit.store.samples import NAMES, NOW, accept, admit, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

PICTURES = 2
CHARGED = 7

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
STEPS = ("admit", "prepare", "call", "keep", "keep unknown", "fail", "fail charged", "deliver", "give up", "end")
# Half of the steps are the natural next one, so that jobs get far; the other half is anything at all.
STEP = st.one_of(st.just("next"), st.sampled_from(STEPS))
HISTORIES = st.lists(st.tuples(st.integers(0, 2), STEP), max_size=30)


def _action(jobs: Jobs, number: int, step: str) -> Coroutine[Any, Any, object]:
    error = Cancelled(by_user_id=1, may_have_cost=False)
    actions: dict[str, Callable[[], Coroutine[Any, Any, object]]] = {
        "admit": lambda: admit(jobs, number, estimate_microusd=number),
        "prepare": lambda: jobs.move(number, to=JobState.PREPARING, executor="first", now=NOW),
        "call": lambda: jobs.move(number, to=JobState.CALLING, executor="first", now=NOW),
        "keep": lambda: keep(jobs, number, cost=Cost(number + 1)),
        "keep unknown": lambda: keep(jobs, number, cost=Cost(None, estimated=True)),
        "fail": lambda: jobs.fail(number, error=error, now=NOW),
        "fail charged": lambda: jobs.fail(number, error=error, now=NOW, charge_microusd=CHARGED),
        "deliver": lambda: jobs.close(number, to=JobState.DELIVERED, now=NOW),
        "give up": lambda: jobs.close(number, to=JobState.UNDELIVERABLE, now=NOW),
        "end": lambda: jobs.close(number, to=JobState.FAILED, now=NOW),
    }
    return actions[step]()


def _worth(job: Job, *, charged: bool) -> Spent:
    match job.state:
        case JobState.ACCEPTING:
            return Spent(0, 0)
        case JobState.WAITING | JobState.PREPARING | JobState.CALLING:
            return Spent(job.id, PICTURES)
        case JobState.DRAWN | JobState.DELIVERED | JobState.UNDELIVERABLE:
            assert job.cost is not None
            return Spent(job.id if job.cost.microusd is None else job.id + 1, len(job.pictures))
        case JobState.FAILING | JobState.FAILED:
            return Spent(CHARGED if charged else 0, 0)


async def _check(jobs: Jobs, ledger: Ledger, first: int, history: list[Step]) -> None:
    numbers = range(first, first + 3)
    for number in numbers:
        await accept(jobs, number, user_id=first, n=PICTURES)
    charged = set()
    for index, step in history:
        number = first + index
        before = (await jobs.load(number)).state
        if step == "next":
            step = NEXT.get(before, "end")  # noqa: PLW2901
        try:
            happened = await _action(jobs, number, step)
        except Cancelled:
            happened = False
        if happened and step == "fail charged" and before is not JobState.ACCEPTING:
            charged.add(number)
    found = [_worth(await jobs.load(number), charged=number in charged) for number in numbers]
    spent = await ledger.spent(scope=Scope.USER, id=first, period_start=NOW)
    assert spent == Spent(sum(one.microusd for one in found), sum(one.pictures for one in found))


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
