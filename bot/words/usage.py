"""The words of /usage, and of the chart that goes with it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.domain.budget import Scope, Unit
from bot.service.usage import PersonUsage, ServerUsage
from bot.store.money.budgets import BudgetState, Spent
from bot.words.amounts import dollars, listed
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, shorten
from bot.words.language.catalogue import Topic
from bot.words.language.numbers import day_and_month
from bot.words.mentions import moment, person
from bot.words.reasons import reason

_say = Topic("usage")

_BUDGETS_AT_MOST = 5
"""Lines; nobody has so many budgets, and the message has an end."""
_NAME_LIMIT = 24
_MODELS_AT_MOST = 3
_REFUSALS_AT_MOST = 4
_COLUMNS = ("day", "user_id", "name", "model", "pictures", "cost", "lost", "by_server")


def someone_who_left() -> str:
    """Name an asker who is no member any more."""
    return _say("someone-who-left")


def forgotten() -> str:
    """Name those whose data is deleted."""
    return _say("forgotten")


def unknown_model() -> str:
    """Name a model that is not on record."""
    return _say("unknown-model")


def top_askers() -> str:
    """Head the list of those who asked most."""
    return _say("top-askers")


def usage_columns() -> list[str]:
    """Give the first line of the file that goes with a server's account."""
    return [_say.of("column", one) for one in _COLUMNS]


def person_usage(usage: PersonUsage, *, free: bool) -> str:
    """Say what a person used and what they have left; `free` where pictures cost nothing."""
    lines = [_say("free-here" if free else "you-used", sums=_sums(usage.today, usage.month))]
    if usage.by_servers != Spent():
        lines.append(_say("by-servers", amount=amount(usage.by_servers)))
    lines += [_budget(state) for state in usage.budgets[:_BUDGETS_AT_MOST]]
    if not usage.budgets:
        lines.append(_say("no-budget"))
    return "\n".join([*lines, _say("small-print")])


def server_usage(usage: ServerUsage) -> str:
    """Say what a server used, who asked most, which models drew, and what was refused."""
    lines = [_say("server-used", sums=_sums(usage.today, usage.month))]
    if usage.own_month != Spent() or usage.own_today != Spent():
        lines[0] = _say("server-used", sums=_sums(usage.today, usage.month, key="sums-by-bot"))
        lines.append(_say("by-own-key", sums=_sums(usage.own_today, usage.own_month)))
    if not usage.total.pictures:
        lines.append(_say("nobody-asked", days=len(usage.days)))
    if usage.askers:
        lines.append(_say("askers", days=len(usage.days)))
    for place, asker in enumerate(usage.askers, start=1):
        spent = amount(Spent(asker.microusd, asker.pictures))
        lines.append(_say("asker", place=place, person=person(asker.user_id), amount=spent))
    if usage.models:
        lines.append(_say("by-model", models=_models(usage)))
    if usage.lost != Spent():
        lines.append(_say("lost", amount=amount(usage.lost)))
    if usage.refusals:
        lines.append(_say("refusals", refusals=_refusals(usage)))
    return "\n".join(lines)


def exact_dollars(microusd: int) -> str:
    """Write an amount to the last digit, for a table."""
    return f"{microusd // 1_000_000}.{microusd % 1_000_000:06}"


def amount(spent: Spent) -> str:
    """Write pictures, and what they cost where they did."""
    if not spent.microusd:
        return _say("pictures", pictures=spent.pictures)
    return _say("cost-of", cost=dollars(spent.microusd), pictures=spent.pictures)


def day_label(day: date) -> str:
    """Write a day for an axis."""
    return day_and_month(day)


def chart_title(unit: Unit) -> str:
    """Head the chart."""
    return _say.of("chart-title", unit)


def chart_subtitle(usage: ServerUsage) -> str:
    """Say what the chart adds up to."""
    return _say("chart-subtitle", days=len(usage.days), amount=amount(usage.total))


def chart_alt_text(usage: ServerUsage, names: Sequence[str], *, unit: Unit) -> str:
    """Say what the chart shows, for people who cannot see it; `names` are the askers' as they stand in it."""
    shown = [
        _say(
            "chart-bar",
            name=day_label(day.date),
            amount=dollars(day.microusd) if unit is Unit.MICROUSD else day.pictures,
        )
        for day in usage.days
        if (day.microusd if unit is Unit.MICROUSD else day.pictures)
    ]
    people = [
        _say("chart-bar", name=shorten(name, _NAME_LIMIT), amount=amount(Spent(asker.microusd, asker.pictures)))
        for name, asker in zip(names, usage.askers, strict=True)
    ]
    text = _say(
        "chart-alt",
        title=chart_title(unit),
        subtitle=chart_subtitle(usage),
        bars=listed(shown),
        people=listed(people),
    )
    return shorten(text, ALT_TEXT_LIMIT)


def _models(usage: ServerUsage) -> str:
    shown = [
        f"{unknown_model() if one.model is None else harmless(one.model, _NAME_LIMIT)} "
        f"{amount(Spent(one.microusd, one.pictures))}"
        for one in usage.models[:_MODELS_AT_MOST]
    ]
    further = len(usage.models) - len(shown)
    return listed([*shown, _say("further-models", count=further)] if further > 0 else shown)


def _refusals(usage: ServerUsage) -> str:
    counts: Counter[str] = Counter()
    for one in usage.refusals:
        counts[reason(one.error)] += one.count
    most = counts.most_common(_REFUSALS_AT_MOST)
    shown = [_say("refusal", count=count, reason=words) for words, count in most]
    further = counts.total() - sum(count for _, count in most)
    return listed([*shown, _say("further-refusals", count=further)] if further else shown)


def _sums(today: Spent, month: Spent, *, key: str = "sums") -> str:
    return _say(key, today=amount(today), month=amount(month))


def _budget(state: BudgetState) -> str:
    budget = state.budget
    in_money = budget.unit is Unit.MICROUSD
    return _say(
        "budget",
        unit=budget.unit.value,
        left=dollars(state.left) if in_money else state.left,
        limit=dollars(budget.limit) if in_money else budget.limit,
        scope=budget.scope.value,
        in_server=budget.within is not None and budget.scope is not Scope.SERVER,
        period=budget.period.value,
        renews=moment(state.renews_at, "R"),
    )
