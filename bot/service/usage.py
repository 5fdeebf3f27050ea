"""What was spent: by a person, and in a server."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.budget import Budget, Period, Scope
from bot.store.budgets import BudgetState, Spent
from bot.store.ledger import Ledger
from bot.store.server_ledger import AskerCost, CostLine, DayCost, ModelCost, RefusalCount, ServerLedger

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

    `days` are the last `DAYS`, oldest first, those without any spending too; `askers` are those who spent most in them,
    `models` what each model came to, `refusals` how many requests came to nothing, by the error.
    """

    today: Spent
    month: Spent
    days: tuple[DayCost, ...]
    askers: tuple[AskerCost, ...]
    models: tuple[ModelCost, ...]
    refusals: tuple[RefusalCount, ...]

    @property
    def total(self) -> Spent:
        """Add the days up."""
        return Spent(sum(day.microusd for day in self.days), sum(day.pictures for day in self.days))


class Usage:
    """Accounts of the money; what open requests have reserved is in every figure, and days are those of UTC."""

    def __init__(self, ledger: Ledger, servers: ServerLedger, budgets: Sequence[Budget]) -> None:
        self._ledger = ledger
        self._servers = servers
        self._budgets = budgets

    async def of_person(
        self, user_id: int, *, guild_id: int | None, role_ids: Sequence[int], now: datetime
    ) -> PersonUsage:
        """Tell what a person spent and what they have left; `guild_id` is None in a direct message.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        return PersonUsage(
            today=await self._spent(Scope.USER, user_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.USER, user_id, period=Period.MONTH, now=now),
            budgets=tuple(
                await self._ledger.left(self._budgets, user_id=user_id, guild_id=guild_id, role_ids=role_ids, now=now)
            ),
        )

    async def of_server(self, guild_id: int, *, now: datetime) -> ServerUsage:
        """Tell what was spent in a server: by day, by person, by model; and what was refused there.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        dates = _dates(now)
        found = {day.date: day for day in await self._servers.by_day(guild_id, since=dates[0])}
        return ServerUsage(
            today=await self._spent(Scope.SERVER, guild_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.SERVER, guild_id, period=Period.MONTH, now=now),
            days=tuple(found.get(date, DayCost(date, 0, 0)) for date in dates),
            askers=tuple(await self._servers.by_person(guild_id, since=dates[0], limit=TOP_ASKERS)),
            models=tuple(await self._servers.by_model(guild_id, since=dates[0])),
            refusals=tuple(await self._servers.refusals(guild_id, since=_midnight(dates[0]))),
        )

    async def lines(self, guild_id: int, *, now: datetime) -> AsyncIterator[CostLine]:
        """Go through the same days: a line a day, person and model, a day after the other.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        for day in _dates(now):
            for line in await self._servers.lines(guild_id, day=day):
                yield line

    async def _spent(self, scope: Scope, whose: int, *, period: Period, now: datetime) -> Spent:
        return await self._ledger.spent(scope=scope, id=whose, period_start=period.start(now))


def _dates(now: datetime) -> list[date]:
    today = now.astimezone(UTC).date()
    return [today - timedelta(days=number) for number in reversed(range(DAYS))]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
