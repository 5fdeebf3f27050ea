"""The account of a server: what its days came to, by person and model, and what was refused."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from bot.domain.errors import ContentRefused
from bot.domain.job import JobState
from bot.domain.pseudonyms import NOBODY
from bot.store.database.engine import Database
from bot.store.database.metadata import text_within
from bot.store.jobs.tables import jobs
from bot.store.money.budgets import Spent
from bot.store.money.charges import LOST_SUMS, SERVER_SUMS, SUMS
from bot.store.money.tables import charges
from bot.store.server.tables import refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """What one model came to for one person on one day (UTC); the person may be `NOBODY`."""

    day: date
    user_id: int
    model: str | None
    microusd: int
    pictures: int
    lost: Spent = field(default_factory=Spent)
    """What of it was for requests that ended while the provider was at work, with no picture."""
    by_server: Spent = field(default_factory=Spent)
    """What of it the server paid with a key of its own."""


@dataclass(frozen=True, slots=True)
class RefusalCount:
    """How many requests ended with one error, by its name in the tree."""

    error: str
    count: int


# Grouped in the order of the index, so that nothing is sorted.
_lines = (
    select(charges.c.user_id, charges.c.model, *SUMS, *LOST_SUMS, *SERVER_SUMS)
    .where(charges.c.guild_id == bindparam("server"), charges.c.day == bindparam("on"))
    .group_by(charges.c.user_id, charges.c.model)
    .subquery()
)
_LINES = (
    select(_lines).where((_lines.c.microusd > 0) | (_lines.c.pictures > 0)).order_by(_lines.c.user_id, _lines.c.model)
)
# What the provider said of content is what such rows hold.
_ERROR: ColumnElement[Any] = func.coalesce(text_within(jobs.c.failure, "error"), ContentRefused.__name__)
_REFUSALS = (
    select(_ERROR.label("error"), func.count().label("count"))
    .where(
        jobs.c.guild_id == bindparam("server"), jobs.c.state == JobState.FAILED, jobs.c.ended_at >= bindparam("since")
    )
    .group_by(_ERROR)
)
_REFUSED_BEFORE = (
    select(refusals.c.reason, func.sum(refusals.c["count"]))
    .where(refusals.c.guild_id == bindparam("server"), refusals.c.day >= bindparam("since_day"))
    .group_by(refusals.c.reason)
)


class ServerLedger:
    """What was spent in servers, reservations included. All methods raise StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def lines(self, guild_id: int, *, day: date) -> list[CostLine]:
        """Add up one day by person and model, in the order of people; all who are forgotten are one, `NOBODY`."""
        found: dict[tuple[int, str | None], CostLine] = {}
        for row in await self._rows(_LINES, {"server": guild_id, "on": day}):
            user_id = max(NOBODY, row.user_id)
            before = found.get((user_id, row.model)) or CostLine(
                day=day, user_id=user_id, model=row.model, microusd=0, pictures=0
            )
            found[user_id, row.model] = replace(
                before,
                microusd=before.microusd + int(row.microusd),
                pictures=before.pictures + int(row.pictures),
                lost=before.lost + Spent(int(row.lost_microusd), int(row.lost_pictures)),
                by_server=before.by_server + Spent(int(row.server_microusd), int(row.server_pictures)),
            )
        return list(found.values())

    async def refusals(self, guild_id: int, *, since: datetime) -> list[RefusalCount]:
        """Count the requests that ended without a picture since a moment, by the error, the most frequent first.

        Those that a server's own rules refused before there was a job count from the beginning of that day (UTC) on.
        """
        failed = await self._rows(_REFUSALS, {"server": guild_id, "since": since})
        day = since.astimezone(UTC).date()
        refused = await self._rows(_REFUSED_BEFORE, {"server": guild_id, "since_day": day})
        counts: Counter[str] = Counter()
        for error, count in (*failed, *refused):
            counts[error] += int(count)
        return [RefusalCount(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]

    async def _rows(self, query: Select[Any], values: dict[str, Any]) -> Sequence[Any]:
        def work(connection: Connection) -> Sequence[Any]:
            return connection.execute(query, values).all()

        return await self._database.read(work)
