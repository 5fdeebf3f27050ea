"""Which budgets hold a person down, and what is left of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.budget import Budget, Period, Scope, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Whose money it is: `guild_id` is None and `role_ids` empty in a direct message.

    `server_key_id` is the server's own key that pays; None where the bot does.
    """

    user_id: int
    guild_id: int | None
    role_ids: frozenset[int] = frozenset()
    server_key_id: int | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """Reservations and settled charges together."""

    microusd: int = 0
    pictures: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.microusd + other.microusd, self.pictures + other.pictures)

    def of(self, unit: Unit) -> int:
        """Tell the figure that a budget of this unit counts."""
        return self.microusd if unit is Unit.MICROUSD else self.pictures


@dataclass(frozen=True, slots=True)
class BudgetState:
    """A budget as it stands: `spent` and `left` count its unit, `left` is never below 0."""

    budget: Budget
    spent: int
    left: int
    renews_at: datetime

    def refuses(self, amount: int) -> bool:
        """Tell whether `amount` more is too much; of a budget that is used up, even nothing more."""
        return self.left == 0 or amount > self.left


_Kind = tuple[int | None, Period, Unit]


def select_applying(budgets: Sequence[Budget], asker: Asker) -> list[Budget]:
    """Choose the budgets that hold this person down here, in the order they are given.

    A role's budget takes the place of the user's one for the same period and unit where the person has the
    role; of several such roles the highest limit counts. What it counts is the person's own spending. Budgets that
    a server has set for itself and those of the bot do not take each other's place: both hold.
    """
    best: dict[_Kind, Budget] = {}
    for budget in budgets:
        if budget.scope is Scope.ROLE and budget.role_id in asker.role_ids:
            kind = _kind(budget)
            if kind not in best or budget.limit > best[kind].limit:
                best[kind] = budget
    return [budget for budget in budgets if _applies(budget, asker, best.values(), best.keys())]


def _kind(budget: Budget) -> _Kind:
    return budget.within, budget.period, budget.unit


def _applies(budget: Budget, asker: Asker, of_roles: Collection[Budget], replaced: Collection[_Kind]) -> bool:
    match budget.scope:
        case Scope.ROLE:
            return budget in of_roles
        case Scope.USER:
            return _kind(budget) not in replaced
        case Scope.SERVER:
            return asker.guild_id is not None
        case Scope.BOT:
            return True


def work_out_state(budget: Budget, spent: Spent, now: datetime) -> BudgetState:
    """Work out what is left of a budget of which so much was spent in the period that holds `now`."""
    used = spent.of(budget.unit)
    return BudgetState(budget, used, max(0, budget.limit - used), budget.period.end(now))
