"""The ledger: who spent how much, and what is left of the budgets."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.budget import Budget, Scope
from bot.domain.pseudonyms import Pseudonyms
from bot.store.database.engine import Database
from bot.store.money.budgets import Asker, BudgetState, Spent, select_applying, work_out_state
from bot.store.money.charges import SUMS
from bot.store.money.tables import charges

_SINCE = charges.c.created_at >= bindparam("since")
_OF_ALL = select(*SUMS).where(_SINCE)
# By the number too, which is what is left of who they are when they have all of theirs deleted.
_OF_USER = _OF_ALL.where(charges.c.user_id.in_((bindparam("whose"), bindparam("number"))))
_OF_USER_WITHIN = _OF_USER.where(charges.c.guild_id == bindparam("within"))
_OF_SERVER = _OF_ALL.where(charges.c.guild_id == bindparam("whose"))


class Ledger:
    """What was spent, reservations included; a day or month begins at midnight UTC."""

    def __init__(self, database: Database, names: Pseudonyms) -> None:
        self._database = database
        self._names = names

    async def spent(self, *, scope: Scope, id: int | None, period_start: datetime) -> Spent:
        """Add up what was spent since `period_start`.

        `id` is a user's for the scopes of user and role (a role's budget is one for each person), a server's
        for the scope of server, and None for the bot.
        """
        return await self._database.read(
            lambda connection: _add_up(connection, scope, id, period_start, names=self._names)
        )

    async def left(
        self,
        budgets: Sequence[Budget],
        *,
        user_id: int,
        guild_id: int | None,
        role_ids: Sequence[int],
        now: datetime,
    ) -> list[BudgetState]:
        """Tell how the budgets stand that hold this person down here."""
        asker = Asker(user_id=user_id, guild_id=guild_id, role_ids=frozenset(role_ids))
        return await self._database.read(
            lambda connection: load_budget_states(connection, budgets, asker, names=self._names, now=now)
        )


def load_budget_states(
    connection: Connection, budgets: Sequence[Budget], asker: Asker, *, names: Pseudonyms, now: datetime
) -> list[BudgetState]:
    """Tell, inside a transaction, how the budgets stand that hold this person down."""
    found = []
    known: dict[tuple[int | None, Scope, int | None, datetime], Spent] = {}
    for budget in select_applying(budgets, asker):
        start = budget.period.start(now)
        whose = asker.guild_id if budget.scope is Scope.SERVER else asker.user_id
        key = (whose, Scope.USER if budget.scope is Scope.ROLE else budget.scope, budget.within, start)
        if key not in known:
            known[key] = _add_up(connection, budget.scope, whose, start, names=names, within=budget.within)
        found.append(work_out_state(budget, known[key], now))
    return found


def _add_up(
    connection: Connection,
    scope: Scope,
    whose: int | None,
    start: datetime,
    *,
    names: Pseudonyms,
    within: int | None = None,
) -> Spent:
    match scope:
        case Scope.USER | Scope.ROLE:
            person = {"whose": whose, "number": None if whose is None else names.number_of(whose), "since": start}
            if within is None:
                row = connection.execute(_OF_USER, person).one()
            else:
                row = connection.execute(_OF_USER_WITHIN, {**person, "within": within}).one()
        case Scope.SERVER:
            row = connection.execute(_OF_SERVER, {"whose": whose, "since": start}).one()
        case Scope.BOT:
            row = connection.execute(_OF_ALL, {"since": start}).one()
    return Spent(int(row.microusd or 0), int(row.pictures or 0))
