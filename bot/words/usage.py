"""The words of /usage, and of the chart that goes with it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.domain.budget import Period, Scope, Unit
from bot.domain.money import Cost
from bot.service.usage import PersonUsage, ServerUsage
from bot.store.money.budgets import BudgetState, Spent
from bot.words.amounts import price
from bot.words.escaping import ALT_TEXT_LIMIT, harmless, shorten
from bot.words.reasons import reason

SOMEONE_WHO_LEFT = "someone who left"
FORGOTTEN = "someone who had all of theirs deleted"
TOP_ASKERS = "Who asked most"
UNKNOWN_MODEL = "an unknown model"
USAGE_COLUMNS = (
    "day (UTC)",
    "user id",
    "name",
    "model",
    "pictures",
    "cost in USD",
    "of it cut off",
    "of it by this server's own key",
)
"""The first line of the file that goes with a server's account."""

_BUDGETS_AT_MOST = 7
"""Lines; nobody has so many budgets, and the message has an end."""
_NAME_LIMIT = 24
_MODELS_AT_MOST = 3
_REFUSALS_AT_MOST = 4
_CENT = 10_000
_TITLES = {Unit.MICROUSD: "Cost per day", Unit.PICTURES: "Pictures per day"}
_WHOSE = {
    Scope.USER: "for you",
    Scope.ROLE: "for you, by your role,",
    Scope.SERVER: "for this server",
    Scope.BOT: "for everybody together",
}
_WHEN = {Period.DAY: "today", Period.MONTH: "this month"}
_SMALL_PRINT = "-# Open requests count with their estimate, and days and months are those of UTC."


def person_usage(usage: PersonUsage, *, free: bool) -> str:
    """Say what a person used and what they have left; `free` where pictures cost nothing."""
    lines = [f"**You** used {_sums(usage.today, usage.month)}{' They are free here.' if free else ''}"]
    if usage.by_servers != Spent():
        lines.append(f"Besides, servers' own keys paid {amount(usage.by_servers)} of yours this month.")
    lines += [f"- {_budget(state)}" for state in usage.budgets[:_BUDGETS_AT_MOST]]
    if not usage.budgets:
        lines.append("No budget holds you down here.")
    return "\n".join([*lines, _SMALL_PRINT])


def server_usage(usage: ServerUsage) -> str:
    """Say what a server used, who asked most, which models drew, and what was refused."""
    lines = [f"**This server** used {_sums(usage.today, usage.month)}"]
    if usage.own_month != Spent() or usage.own_today != Spent():
        lines[0] = f"**This server** used {_sums(usage.today, usage.month, paid='paid by the bot')}"
        lines.append(f"Paid by this server's own key: {_sums(usage.own_today, usage.own_month)}")
    if not usage.total.pictures:
        lines.append(f"Nobody asked for a picture here in the last {len(usage.days)} days.")
    if usage.askers:
        lines.append(f"{TOP_ASKERS} in the last {len(usage.days)} days:")
    for place, asker in enumerate(usage.askers, start=1):
        lines.append(f"{place}. <@{asker.user_id}>: {amount(Spent(asker.microusd, asker.pictures))}")
    if usage.models:
        lines.append(f"By model: {_models(usage)}.")
    if usage.lost != Spent():
        lines.append(f"Of this, {amount(usage.lost)} went to requests that were cut off while they were drawn.")
    if usage.refusals:
        lines.append(f"Without a picture: {_refusals(usage)}.")
    return "\n".join(lines)


def exact_dollars(microusd: int) -> str:
    """Write an amount to the last digit, for a table."""
    return f"{microusd // 1_000_000}.{microusd % 1_000_000:06}"


def amount(spent: Spent) -> str:
    """Write pictures, and what they cost where they did."""
    pictures = f"{spent.pictures} picture{'' if spent.pictures == 1 else 's'}"
    return f"{dollars(spent.microusd)} for {pictures}" if spent.microusd else pictures


def dollars(microusd: int) -> str:
    """Write whole cents with two digits, and less than that as a price."""
    return f"${microusd / 1_000_000:.2f}" if microusd % _CENT == 0 else price(Cost(microusd))


def day_label(day: date) -> str:
    """Write a day for an axis."""
    return f"{day:%b} {day.day}"


def chart_title(unit: Unit) -> str:
    """Head the chart."""
    return _TITLES[unit]


def chart_subtitle(usage: ServerUsage) -> str:
    """Say what the chart adds up to."""
    return f"The last {len(usage.days)} days, {amount(usage.total)} in all"


def chart_alt_text(usage: ServerUsage, names: Sequence[str], *, unit: Unit) -> str:
    """Say what the chart shows, for people who cannot see it; `names` are the askers' as they stand in it."""
    shown = [
        f"{day_label(day.date)}: {dollars(day.microusd) if unit is Unit.MICROUSD else day.pictures}"
        for day in usage.days
        if (day.microusd if unit is Unit.MICROUSD else day.pictures)
    ]
    people = [
        f"{shorten(name, _NAME_LIMIT)}: {amount(Spent(asker.microusd, asker.pictures))}"
        for name, asker in zip(names, usage.askers, strict=True)
    ]
    text = (
        f"{chart_title(unit)}. {chart_subtitle(usage)}. {', '.join(shown)}; nothing on other days. "
        f"{TOP_ASKERS}: {', '.join(people)}."
    )
    return shorten(text, ALT_TEXT_LIMIT)


def _models(usage: ServerUsage) -> str:
    shown = [
        f"{UNKNOWN_MODEL if one.model is None else harmless(one.model, _NAME_LIMIT)} "
        f"{amount(Spent(one.microusd, one.pictures))}"
        for one in usage.models[:_MODELS_AT_MOST]
    ]
    further = len(usage.models) - len(shown)
    return ", ".join([*shown, f"{further} more in the file"] if further > 0 else shown)


def _refusals(usage: ServerUsage) -> str:
    counts: Counter[str] = Counter()
    for one in usage.refusals:
        counts[reason(one.error)] += one.count
    most = counts.most_common(_REFUSALS_AT_MOST)
    shown = [f"{count} {words}" for words, count in most]
    further = counts.total() - sum(count for _, count in most)
    return ", ".join([*shown, f"{further} for other reasons"] if further else shown)


def _sums(today: Spent, month: Spent, *, paid: str = "") -> str:
    return f"{amount(today)} today and {amount(month)} this month{paid and f', {paid}'}."


def _budget(state: BudgetState) -> str:
    budget = state.budget
    if budget.unit is Unit.MICROUSD:
        left = f"{dollars(state.left)} of {dollars(budget.limit)}"
    else:
        left = f"{state.left} of {budget.limit} pictures"
    when = f"renewed <t:{int(state.renews_at.timestamp())}:R>"
    whose = _WHOSE[budget.scope]
    if budget.within is not None and budget.scope is not Scope.SERVER:
        whose = f"{whose} in this server"
    return f"**{left}** left {whose} {_WHEN[budget.period]}, {when}"
