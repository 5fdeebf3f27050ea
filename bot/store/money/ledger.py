"""The ledger: who spent how much, and what is left of the budgets."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.domain.budget import Budget, Scope
from bot.domain.pseudonyms import Pseudonyms
from bot.store.database.clock import database_time
from bot.store.database.engine import Database
from bot.store.money.budgets import Asker, BudgetState, Spent, select_applying, work_out_state
from bot.store.money.totals import ANYWHERE, BOTS_TOTALS, BY_SERVERS, load_spent


class Ledger:
    """What was spent, reservations included; a day or month begins at midnight UTC."""

    def __init__(self, database: Database, names: Pseudonyms) -> None:
        self._database = database
        self._names = names

    async def spent(self, *, scope: Scope, id: int | None, period_start: datetime) -> Spent:
        """Add up what was spent since `period_start`.

        `id` is a user's for the scopes of user and role (a role's budget is one for each person), a server's
        for the scope of server, and None for the bot. What servers paid with keys of their own is not in it.
        """
        return await self._database.read(
            lambda connection: _add_up(connection, scope, id, period_start, names=self._names)
        )

    async def paid_by_servers(self, *, user_id: int, period_start: datetime) -> Spent:
        """Add up what servers paid for a person since `period_start`, with keys of their own."""
        ids, since = [user_id, self._names.number_of(user_id)], period_start.astimezone(UTC).date()
        return await self._database.read(
            lambda connection: load_spent(connection, Scope.USER, ids, since=since, within=(BY_SERVERS,))
        )

    async def paid_by_server(self, guild_id: int, *, period_start: datetime) -> Spent:
        """Add up what a server paid since `period_start` with a key of its own."""
        since = period_start.astimezone(UTC).date()
        return await self._database.read(
            lambda connection: load_spent(connection, Scope.SERVER, [guild_id], since=since, within=(guild_id,))
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
        start = budget.period.start(database_time(connection, now))
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
    since = start.astimezone(UTC).date()
    match scope:
        case Scope.USER | Scope.ROLE:
            # By the number too, which is what is left of who they are when they have all of theirs deleted.
            ids = [] if whose is None else [whose, names.number_of(whose)]
            return load_spent(connection, Scope.USER, ids, since=since, within=(within or ANYWHERE,))
        case Scope.SERVER:
            owners = [] if whose is None else [whose]
            # A budget that a server has set for itself counts what it pays with a key of its own, too.
            both = (ANYWHERE,) if within is None else (ANYWHERE, within)
            return load_spent(connection, Scope.SERVER, owners, since=since, within=both)
        case Scope.BOT:
            return load_spent(connection, Scope.BOT, BOTS_TOTALS, since=since)
