"""How many requests a server's own rules refused before there was a job: by day and reason, and by nobody's name."""

from datetime import UTC, date, datetime

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.database.engine import Database
from bot.store.tables import refusals

_KEY = ["guild_id", "day", "reason"]
_ONE_MORE = {"count": refusals.c["count"] + 1}
_ADD = {
    "sqlite": sqlite.insert(refusals).on_conflict_do_update(index_elements=_KEY, set_=_ONE_MORE),
    "postgresql": postgresql.insert(refusals).on_conflict_do_update(index_elements=_KEY, set_=_ONE_MORE),
}
_EXPIRE = delete(refusals).where(refusals.c.day < bindparam("before"))


class Refusals:
    """The refusals of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, guild_id: int, reason: str, *, now: datetime) -> None:
        """Count one more; the reason is the name of an error in the tree."""
        values = {"guild_id": guild_id, "day": now.astimezone(UTC).date(), "reason": reason, "count": 1}
        await self._database.write(lambda connection: connection.execute(_ADD[connection.dialect.name], values))

    async def expire(self, *, before: date) -> None:
        """Delete the counts of the days before one."""
        await self._database.write(lambda connection: connection.execute(_EXPIRE, {"before": before}))
