"""What was spent: by a person, and in a server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.budget import Budget, Period, Scope
from bot.service.house_rules import budgets_of
from bot.store.budgets import BudgetState, Spent
from bot.store.ledger import AskerCost, DayCost, Ledger
from bot.store.servers import Servers

DAYS = 30
"""How far back a server's account goes, today included."""
TOP_ASKERS = 5
"""How many people a server's account names; each may take a request to Discord for their name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonUsage:
    """What a person spent, wherever it was, and how the budgets stand that hold them down here."""

    today: Spent
    month: Spent
    budgets: tuple[BudgetState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerUsage:
    """What was spent in a server.

    `days` are the last `DAYS`, oldest first, those without any spending too; `askers` are those who spent most in them.
    """

    today: Spent
    month: Spent
    days: tuple[DayCost, ...]
    askers: tuple[AskerCost, ...]

    @property
    def total(self) -> Spent:
        """Add the days up."""
        return Spent(sum(day.microusd for day in self.days), sum(day.pictures for day in self.days))


class Usage:
    """Accounts of the money; what open requests have reserved is in every figure, and days are those of UTC."""

    def __init__(self, ledger: Ledger, budgets: Sequence[Budget], *, servers: Servers) -> None:
        """Count the bot's `budgets` and those that the servers have set for themselves."""
        self._ledger = ledger
        self._budgets = budgets
        self._servers = servers

    async def of_person(
        self, user_id: int, *, guild_id: int | None, role_ids: Sequence[int], now: datetime
    ) -> PersonUsage:
        """Tell what a person spent and what they have left; `guild_id` is None in a direct message.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        budgets = (*self._budgets, *await self._budgets_of(guild_id))
        return PersonUsage(
            today=await self._spent(Scope.USER, user_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.USER, user_id, period=Period.MONTH, now=now),
            budgets=tuple(
                await self._ledger.left(budgets, user_id=user_id, guild_id=guild_id, role_ids=role_ids, now=now)
            ),
        )

    async def of_server(self, guild_id: int, *, now: datetime) -> ServerUsage:
        """Tell what was spent in a server, day by day, and by whom.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        first = Period.DAY.start(now) - timedelta(days=DAYS - 1)
        found = {day.date: day for day in await self._ledger.by_day(guild_id=guild_id, since=first)}
        dates = [(first.astimezone(UTC) + timedelta(days=number)).date() for number in range(DAYS)]
        return ServerUsage(
            today=await self._spent(Scope.SERVER, guild_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.SERVER, guild_id, period=Period.MONTH, now=now),
            days=tuple(found.get(date, DayCost(date, 0, 0)) for date in dates),
            askers=tuple(await self._ledger.top_askers(guild_id=guild_id, since=first, limit=TOP_ASKERS)),
        )

    async def _budgets_of(self, guild_id: int | None) -> Sequence[Budget]:
        return () if guild_id is None else budgets_of(await self._servers.load(guild_id), guild_id)

    async def _spent(self, scope: Scope, whose: int, *, period: Period, now: datetime) -> Spent:
        return await self._ledger.spent(scope=scope, id=whose, period_start=period.start(now))
