"""The account of a server: what its days came to, by person and model, and what was refused."""

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


# Grouped in the order of the index, so that nothing is sorted.
_lines = (
    select(charges.c.user_id, charges.c.model, *SUMS)
    .where(charges.c.guild_id == bindparam("server"), charges.c.day == bindparam("on"))
    .group_by(charges.c.user_id, charges.c.model)
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
