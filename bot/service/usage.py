"""What was spent: by a person, and in a server."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from bot.domain.budget import Budget, Period, Scope
from bot.domain.pseudonyms import NOBODY
from bot.service.server_rules import budgets_of
from bot.store.money.budgets import BudgetState, Spent
from bot.store.money.ledger import Ledger
from bot.store.server.ledger import CostLine, RefusalCount, ServerLedger
from bot.store.server.settings import Servers

K = TypeVar("K")

DAYS = 30
"""How far back a server's account goes, today included."""
TOP_ASKERS = 5
"""How many people a server's account names; each may take a request to Discord for their name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonUsage:
    """What a person spent, wherever it was, and how the budgets stand that hold them down here.

    What servers paid for them with keys of their own this month is `by_servers`, and in nothing else.
    """

    today: Spent
    month: Spent
    budgets: tuple[BudgetState, ...]
    by_servers: Spent = field(default_factory=Spent)


@dataclass(frozen=True, slots=True)
class DayCost:
    """What one day (UTC) came to."""

    date: date
    microusd: int
    pictures: int


@dataclass(frozen=True, slots=True)
class AskerCost:
    """What one person came to."""

    user_id: int
    microusd: int
    pictures: int


@dataclass(frozen=True, slots=True)
class ModelCost:
    """What one model came to; None where nobody knows which one it was."""

    model: str | None
    microusd: int
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerUsage:
    """What was spent in a server.

    What the bot paid `today` and this `month` is apart from what the server paid with a key of its own, `own_today` and
    `own_month`; all else counts both. `days` are the last `DAYS`, oldest first, those without any spending too;
    `askers` are those who spent most in them, and who is forgotten is not among these; `models` what each model came
    to, the dearest first. `lines` are what all of these are added up from, and `refusals` how many requests came to
    nothing, by the error.
    """

    today: Spent
    month: Spent
    days: tuple[DayCost, ...]
    askers: tuple[AskerCost, ...]
    models: tuple[ModelCost, ...]
    lines: tuple[CostLine, ...]
    refusals: tuple[RefusalCount, ...]
    own_today: Spent = field(default_factory=Spent)
    own_month: Spent = field(default_factory=Spent)

    @property
    def lost(self) -> Spent:
        """Add up what was for requests that ended while the provider was at work, with no picture."""
        return sum((line.lost for line in self.lines), Spent())

    @property
    def total(self) -> Spent:
        """Add the days up."""
        return Spent(sum(day.microusd for day in self.days), sum(day.pictures for day in self.days))


class Usage:
    """Accounts of the money; what open requests have reserved is in every figure, and days are those of UTC."""

    def __init__(self, ledger: Ledger, accounts: ServerLedger, budgets: Sequence[Budget], *, servers: Servers) -> None:
        """Count the bot's `budgets` and those that the servers have set for themselves."""
        self._ledger = ledger
        self._accounts = accounts
        self._budgets = budgets
        self._servers = servers

    async def of_person(
        self, user_id: int, *, guild_id: int | None, role_ids: Sequence[int], now: datetime
    ) -> PersonUsage:
        """Tell what a person spent and what they have left; `guild_id` is None in a direct message.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        budgets = await self._budgets_in(guild_id)
        return PersonUsage(
            today=await self._spent(Scope.USER, user_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.USER, user_id, period=Period.MONTH, now=now),
            budgets=tuple(
                await self._ledger.left(budgets, user_id=user_id, guild_id=guild_id, role_ids=role_ids, now=now)
            ),
            by_servers=await self._ledger.paid_by_servers(user_id=user_id, period_start=Period.MONTH.start(now)),
        )

    async def of_server(self, guild_id: int, *, now: datetime) -> ServerUsage:
        """Tell what was spent in a server: by day, by person, by model; and what was refused there.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        dates = _dates(now)
        days: dict[date, Spent] = dict.fromkeys(dates, Spent())
        people: dict[int, Spent] = {}
        models: dict[str | None, Spent] = {}
        lines: list[CostLine] = []
        # A day after the other: a month at once would hold up who reads beside it.
        for one in dates:
            lines += (of_day := await self._accounts.lines(guild_id, day=one))
            for line in of_day:
                _add(days, one, line)
                _add(models, line.model, line)
                if line.user_id != NOBODY:
                    _add(people, line.user_id, line)
        return ServerUsage(
            today=await self._spent(Scope.SERVER, guild_id, period=Period.DAY, now=now),
            month=await self._spent(Scope.SERVER, guild_id, period=Period.MONTH, now=now),
            days=tuple(DayCost(one, spent.microusd, spent.pictures) for one, spent in days.items()),
            askers=tuple(AskerCost(one, spent.microusd, spent.pictures) for one, spent in _ranked(people)[:TOP_ASKERS]),
            models=tuple(ModelCost(one, spent.microusd, spent.pictures) for one, spent in _ranked(models)),
            lines=tuple(lines),
            own_today=await self._ledger.paid_by_server(guild_id, period_start=Period.DAY.start(now)),
            own_month=await self._ledger.paid_by_server(guild_id, period_start=Period.MONTH.start(now)),
            refusals=tuple(await self._accounts.refusals(guild_id, since=_midnight(dates[0]))),
        )

    async def _budgets_in(self, guild_id: int | None) -> Sequence[Budget]:
        if guild_id is None:
            return self._budgets
        settings, key = await self._servers.load_with_key(guild_id)
        # What a server pays with a key of its own counts in no budget of the bot's.
        return (*(self._budgets if key is None else ()), *budgets_of(settings, guild_id))

    async def _spent(self, scope: Scope, whose: int, *, period: Period, now: datetime) -> Spent:
        return await self._ledger.spent(scope=scope, id=whose, period_start=period.start(now))


def _add(totals: dict[K, Spent], key: K, line: CostLine) -> None:
    before = totals.get(key, Spent())
    totals[key] = Spent(before.microusd + line.microusd, before.pictures + line.pictures)


def _ranked(totals: dict[K, Spent]) -> list[tuple[K, Spent]]:
    """Put what spent most first; of as much, who comes first by the key."""
    return sorted(totals.items(), key=lambda one: (-one[1].microusd, -one[1].pictures, str(one[0])))


def _dates(now: datetime) -> list[date]:
    today = now.astimezone(UTC).date()
    return [today - timedelta(days=number) for number in reversed(range(DAYS))]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
