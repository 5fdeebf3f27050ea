"""The words of /usage."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.budget import Budget, Unit
from bot.domain.errors import (
    BudgetSpent,
    ClosedHere,
    ContentRefused,
    EaselError,
    InvalidRequest,
    Muted,
    ProviderError,
    QueueFull,
    Stopped,
    StorageDown,
    TooManyJobs,
    WordRefused,
)
from bot.service.usage import AskerCost, DayCost, ModelCost, PersonUsage, ServerUsage
from bot.store.money.budgets import BudgetState, Spent
from bot.store.server.ledger import RefusalCount
from bot.words import usage as usage_words
from bot.words.reasons import reason
from tests.unit.words.samples import leaves

RENEWAL = datetime(2026, 12, 1, tzinfo=UTC)


def state(rule: str, *, left: int) -> BudgetState:
    budget = Budget.from_text(rule)
    return BudgetState(budget, budget.limit - left, left, RENEWAL)


def person(*budgets: BudgetState) -> PersonUsage:
    return PersonUsage(today=Spent(120_000, 3), month=Spent(1_400_000, 20), budgets=budgets)


def server(*days: DayCost, askers: tuple[AskerCost, ...] = ()) -> ServerUsage:
    return ServerUsage(
        today=Spent(0, 1), month=Spent(5_000_000, 90), days=days, askers=askers, models=(), lines=(), refusals=()
    )


def test_a_person_reads_what_they_used_and_what_is_left_and_when_it_renews() -> None:
    text = usage_words.person_usage(
        person(state("user/day=$0.50", left=380_000), state("server/month=500 pictures", left=488)), free=False
    )
    assert "$0.12 for 3 pictures today and $1.40 for 20 pictures this month" in text
    renewal = int(RENEWAL.timestamp())
    assert f"**$0.38 of $0.50** left for you today; resets <t:{renewal}:R>" in text
    assert f"**488 of 500 pictures** left for this server this month; resets <t:{renewal}:R>" in text


def test_a_budget_of_a_role_and_one_of_the_bot_say_whose_they_are() -> None:
    text = usage_words.person_usage(person(state("role:5/day=$2", left=0), state("bot/month=$200", left=0)), free=False)
    assert "**$0.00 of $2.00** left for your role today" in text
    assert "**$0.00 of $200.00** left for everyone together this month" in text


def test_who_has_no_budget_is_told_so() -> None:
    assert "no spending limit" in usage_words.person_usage(person(), free=False)


def test_where_pictures_are_free_that_is_said() -> None:
    assert "free" in usage_words.person_usage(person(), free=True)
    assert "free" not in usage_words.person_usage(person(), free=False)


def test_a_server_reads_who_asked_most() -> None:
    askers = (AskerCost(7, 4_000_000, 80), AskerCost(8, 0, 1))
    text = usage_words.server_usage(server(DayCost(date(2026, 11, 1), 4_000_000, 81), askers=askers))
    assert "1 picture today and $5.00 for 90 pictures this month" in text
    assert "1. <@7>: $4.00 for 80 pictures\n2. <@8>: 1 picture" in text


def test_a_server_where_nobody_asked_is_told_so() -> None:
    assert "Nobody has made a picture" in usage_words.server_usage(server())


def test_both_accounts_fit_one_message() -> None:
    money = 10**15
    budgets = [state("role:5/month=$999999999.999999", left=999_999_999_999_999)] * 30
    one = PersonUsage(today=Spent(money, 10**9), month=Spent(money, 10**9), budgets=tuple(budgets))
    askers = tuple(AskerCost(2**63 - number, money, 10**9) for number in range(1, 6))
    other = ServerUsage(
        today=Spent(money, 10**9),
        month=Spent(money, 10**9),
        days=(DayCost(date(2026, 11, 1), money, 10**9),),
        askers=askers,
        lines=(),
        models=tuple(ModelCost("_" * 99, money, 10**9) for _ in range(9)),
        refusals=tuple(RefusalCount(kind.__name__, 10**9) for kind in leaves(EaselError)),
    )
    assert len(usage_words.person_usage(one, free=True)) + len(usage_words.server_usage(other)) + 2 <= 2000


def test_a_server_reads_which_models_drew_and_why_others_did_not() -> None:
    usage = dataclasses.replace(
        server(DayCost(date(2026, 11, 1), 5_000_000, 81)),
        models=(ModelCost("gpt-image-2", 4_000_000, 80), ModelCost(None, 1_000_000, 1)),
        refusals=(
            RefusalCount("BudgetSpent", 12),
            RefusalCount("MaskTooDetailed", 1),
            RefusalCount("BadMask", 2),
            RefusalCount("Renamed", 1),
        ),
    )
    text = usage_words.server_usage(usage)
    assert "By model: gpt-image-2 $4.00 for 80 pictures, an unknown model $1.00 for 1 picture." in text
    reasons = "12 over a spending limit, 3 with invalid options or files, 1 for other reasons"
    assert f"No picture made: {reasons}." in text


ENDING = (
    *(kind for root in (InvalidRequest, ProviderError, Stopped) for kind in leaves(root)),
    *(BudgetSpent, ClosedHere, ContentRefused, Muted, QueueFull, StorageDown, TooManyJobs, WordRefused),
)


@pytest.mark.parametrize("kind", ENDING)
def test_every_error_that_ends_a_request_has_its_reason(kind: type[EaselError]) -> None:
    assert reason(kind.__name__) != reason("nothing of the kind")


def test_the_alt_text_says_what_the_chart_shows() -> None:
    usage = server(
        DayCost(date(2026, 10, 31), 250_000, 4),
        DayCost(date(2026, 11, 1), 0, 0),
        DayCost(date(2026, 11, 2), 1_000_000, 6),
        askers=(AskerCost(7, 1_250_000, 10),),
    )
    assert usage_words.chart_alt_text(usage, ["ada"], unit=Unit.MICROUSD) == (
        "Cost per day. Last 3 days, $1.25 for 10 pictures in total. "
        "Oct 31: $0.25, Nov 2: $1.00; nothing on other days. Most active: ada: $1.25 for 10 pictures."
    )
    assert "Pictures per day" in usage_words.chart_alt_text(usage, ["#1"], unit=Unit.PICTURES)
    assert "Nov 2: 6;" in usage_words.chart_alt_text(usage, ["#1"], unit=Unit.PICTURES)


@given(st.lists(st.text(max_size=100), min_size=5, max_size=5), st.integers(0, 10**13))
def test_any_alt_text_fits_and_names_everybody(names: list[str], microusd: int) -> None:
    days = [DayCost(date(2026, 11, 1) + timedelta(days=number), microusd, 99) for number in range(30)]
    usage = server(*days, askers=tuple(AskerCost(number, microusd, 9999) for number in range(5)))
    text = usage_words.chart_alt_text(usage, names, unit=Unit.MICROUSD)
    assert len(text) <= 1024
    if microusd < 10**10:
        assert text.endswith(".")
