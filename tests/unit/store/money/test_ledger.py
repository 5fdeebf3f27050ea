"""The ledger: what was spent, by whom and when, and what is left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.budget import Budget, Scope
from bot.domain.errors import Cancelled, Interrupted, ProviderTimedOut
from bot.domain.job import JobState
from bot.domain.money import Cost
from bot.store.money.budgets import Spent
from tests.unit.store.samples import ANN, BEA, NOW, SERVER, after, call, draw, keep, wait

if TYPE_CHECKING:
    from bot.store.jobs.jobs import Jobs
    from bot.store.money.ledger import Ledger
    from bot.store.retention.job_expiry import JobExpiry

START = datetime(2026, 11, 1, tzinfo=UTC)


async def _anns(ledger: Ledger) -> Spent:
    return await ledger.spent(scope=Scope.USER, id=ANN, period_start=START)


async def _of_server(ledger: Ledger) -> Spent:
    return await ledger.spent(scope=Scope.SERVER, id=SERVER, period_start=START)


async def test_a_reservation_becomes_what_it_cost(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs, n=3, estimate_microusd=300)
    assert await _anns(ledger) == Spent(300, 3)
    await call(jobs)
    await keep(jobs, pictures=2, cost=Cost(170))
    assert await _anns(ledger) == Spent(170, 2)


async def test_a_cost_that_nobody_knows_is_settled_as_estimated(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs, estimate_microusd=300)
    await draw(jobs, cost=Cost(None, estimated=True))
    assert await _anns(ledger) == Spent(300, 1)


async def test_a_job_that_failed_before_the_provider_was_asked_costs_nothing(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs)
    await jobs.fail(1, error=Interrupted(), now=NOW)
    assert [await _anns(ledger), await _of_server(ledger)] == [Spent(), Spent()]


@pytest.mark.parametrize(
    ("by", "percent", "charged"), [(ANN, 100, (100, 1)), (ANN, 25, (25, 1)), (ANN, 0, (0, 0)), (BEA, 100, (0, 0))]
)
async def test_what_is_cancelled_during_the_call_counts_for_everybody_and_for_its_asker_in_part(
    jobs: Jobs, ledger: Ledger, by: int, percent: int, charged: tuple[int, int]
) -> None:
    await wait(jobs)
    await call(jobs)
    cancelled = await jobs.cancel(1, by_user_id=by, free=False, charge_percent=percent, now=NOW)
    assert cancelled is not None
    assert isinstance(cancelled.failure, Cancelled)
    assert cancelled.failure.charged_percent == (percent if by == ANN else 0)
    assert await _anns(ledger) == Spent(*charged)
    assert await _of_server(ledger) == await ledger.spent(scope=Scope.BOT, id=None, period_start=START) == Spent(100, 1)


async def test_a_cancelled_call_of_a_free_provider_costs_nothing(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs)
    await call(jobs)
    await jobs.cancel(1, by_user_id=ANN, free=True, charge_percent=100, now=NOW)
    assert [await _anns(ledger), await _of_server(ledger)] == [Spent(), Spent()]


async def test_a_failure_that_may_have_cost_is_not_its_askers_to_pay(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs)
    await call(jobs)
    assert await jobs.fail(1, error=ProviderTimedOut(after_seconds=9, may_have_cost=True), now=NOW)
    assert not await jobs.fail(1, error=Interrupted(), now=NOW)
    assert [await _anns(ledger), await _of_server(ledger)] == [Spent(), Spent(100, 1)]


async def test_what_was_spent_stays_true_when_the_job_is_deleted(
    jobs: Jobs, job_expiry: JobExpiry, ledger: Ledger
) -> None:
    await wait(jobs)
    await draw(jobs)
    await jobs.close(1, to=JobState.DELIVERED, now=NOW)
    await job_expiry.delete_old(before=after(1))
    assert await jobs.find(1) is None
    assert await _anns(ledger) == Spent(80, 1)


async def test_spending_is_counted_by_scope_and_from_the_start_of_the_period(jobs: Jobs, ledger: Ledger) -> None:
    yesterday = NOW - timedelta(days=1)
    await wait(jobs, 1, estimate_microusd=1, now=yesterday)
    await wait(jobs, 2, estimate_microusd=10)
    await wait(jobs, 3, user_id=BEA, estimate_microusd=100)
    await wait(jobs, 4, guild_id=None, estimate_microusd=1000)
    today = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    scopes = [(Scope.USER, ANN), (Scope.ROLE, ANN), (Scope.SERVER, SERVER), (Scope.BOT, None)]
    of_day = [await ledger.spent(scope=scope, id=whose, period_start=today) for scope, whose in scopes]
    of_month = [await ledger.spent(scope=scope, id=whose, period_start=START) for scope, whose in scopes]
    assert [spent.microusd for spent in of_day] == [1010, 1010, 110, 1110]
    assert [spent.microusd for spent in of_month] == [1011, 1011, 111, 1111]


async def test_what_is_left_is_told_for_the_budgets_that_apply(jobs: Jobs, ledger: Ledger) -> None:
    await wait(jobs, n=4, estimate_microusd=300_000)
    rules = ["user/day=$1", "role:5/day=$2", "role:6/day=$9", "server/month=3 pictures", "bot/day=10 pictures"]
    budgets = [Budget.from_text(rule) for rule in rules]
    states = await ledger.left(budgets, user_id=ANN, guild_id=SERVER, role_ids=[5], now=NOW)
    assert [(state.budget.scope, state.spent, state.left) for state in states] == [
        (Scope.ROLE, 300_000, 1_700_000),
        (Scope.SERVER, 4, 0),
        (Scope.BOT, 4, 6),
    ]
    assert states[1].renews_at == datetime(2026, 12, 1, tzinfo=UTC)
    states = await ledger.left(budgets, user_id=ANN, guild_id=None, role_ids=[], now=NOW)
    assert [state.budget.scope for state in states] == [Scope.USER, Scope.BOT]
