"""The account of a server: what its days, its people and the models came to, and what was refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from bot.domain.job import JobState
from bot.store.engine import Database
from bot.store.ledger import SUMS
from bot.store.tables import charges, jobs

NOBODY = 0
"""The person of charges whose asker had all of theirs deleted; no id of Discord's is 0."""


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
    """What one model came to; None for charges of jobs that were gone before models were kept with them."""

    model: str | None
    microusd: int
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """What one model came to for one person on one day (UTC); the person may be `NOBODY`."""

    day: date
    user_id: int
    model: str | None
    microusd: int
    pictures: int


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """How many requests ended with one error, by its name in the tree."""

    error: str
    count: int


_IS_SERVERS = charges.c.guild_id == bindparam("server")


def _of_days(*columns: Any) -> Select[Any]:
    """Add charges up by these columns, in the order in which the index has them, so that nothing is sorted."""
    return (
        select(charges.c.day, *columns, *SUMS)
        .where(_IS_SERVERS, charges.c.day >= bindparam("since"))
        .group_by(charges.c.day, *columns)
    )


def _totals(parts: Any, *columns: Any) -> Select[Any]:
    """Add up what was added up already, and leave out what came to nothing."""
    microusd, pictures = func.sum(parts.c.microusd), func.sum(parts.c.pictures)
    return (
        select(*columns, microusd.label("microusd"), pictures.label("pictures"))
        .group_by(*columns)
        .having((microusd > 0) | (pictures > 0))
        .order_by(microusd.desc(), pictures.desc(), *columns)
    )


_days = _of_days().subquery()
_BY_DAY = _totals(_days, _days.c.day).order_by(None).order_by(_days.c.day)
_models = _of_days(charges.c.model).subquery()
_BY_MODEL = _totals(_models, _models.c.model)
_people = _of_days(charges.c.model, charges.c.user_id).subquery()
_BY_PERSON = _totals(_people, _people.c.user_id).where(_people.c.user_id != NOBODY).limit(bindparam("most"))
_lines = (
    select(charges.c.day, charges.c.model, charges.c.user_id, *SUMS)
    .where(_IS_SERVERS, charges.c.day == bindparam("on"))
    .group_by(charges.c.day, charges.c.model, charges.c.user_id)
    .subquery()
)
_LINES = (
    select(_lines).where((_lines.c.microusd > 0) | (_lines.c.pictures > 0)).order_by(_lines.c.user_id, _lines.c.model)
)
_ERROR = jobs.c.failure["error"].as_string()
_REFUSALS = (
    select(_ERROR.label("error"), func.count().label("count"))
    .where(
        jobs.c.guild_id == bindparam("server"), jobs.c.state == JobState.FAILED, jobs.c.ended_at >= bindparam("since")
    )
    .group_by(_ERROR)
    .order_by(func.count().desc(), _ERROR)
)


class ServerLedger:
    """What was spent in servers, reservations included. All methods raise StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_day(self, guild_id: int, *, since: date) -> list[DayCost]:
        """Add up each day from `since` on, oldest first; those on which nothing was spent are left out."""
        rows = await self._rows(_BY_DAY, {"server": guild_id, "since": since})
        return [DayCost(row.day, int(row.microusd), int(row.pictures)) for row in rows]

    async def by_model(self, guild_id: int, *, since: date) -> list[ModelCost]:
        """Add up each model from the day `since` on, the dearest first."""
        rows = await self._rows(_BY_MODEL, {"server": guild_id, "since": since})
        return [ModelCost(row.model, int(row.microusd), int(row.pictures)) for row in rows]

    async def by_person(self, guild_id: int, *, since: date, limit: int) -> list[AskerCost]:
        """Rank the people who spent most from the day `since` on; who is forgotten is in no such list."""
        rows = await self._rows(_BY_PERSON, {"server": guild_id, "since": since, "most": limit})
        return [AskerCost(row.user_id, int(row.microusd), int(row.pictures)) for row in rows]

    async def lines(self, guild_id: int, *, day: date) -> list[CostLine]:
        """Add up one day by person and model, in their order."""
        rows = await self._rows(_LINES, {"server": guild_id, "on": day})
        return [
            CostLine(
                day=day,
                user_id=row.user_id,
                model=row.model,
                microusd=int(row.microusd),
                pictures=int(row.pictures),
            )
            for row in rows
        ]

    async def refusals(self, guild_id: int, *, since: datetime) -> list[RefusalCount]:
        """Count the requests that ended without a picture since a moment, by the error, the most frequent first."""
        rows = await self._rows(_REFUSALS, {"server": guild_id, "since": since})
        return [RefusalCount(row.error, row.count) for row in rows]

    async def _rows(self, query: Select[Any], values: dict[str, Any]) -> Sequence[Any]:
        def work(connection: Connection) -> Sequence[Any]:
            return connection.execute(query, values).all()

        return await self._database.read(work)
