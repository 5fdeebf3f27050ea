"""How many requests a server's own rules refused before there was a job: by day and reason, and by nobody's name."""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete

from bot.store.database.clock import database_day
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.server.tables import refusals

_ADD = build_upserts(refusals, changes={"count": refusals.c["count"] + 1})
_EXPIRE = delete(refusals).where(refusals.c.day < bindparam("before"))


class Refusals:
    """The refusals of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, guild_id: int, reason: str, *, now: datetime) -> None:
        """Count one more; the reason is the name of an error in the tree."""

        def work(connection: Connection) -> None:
            values = {"guild_id": guild_id, "day": database_day(connection, now), "reason": reason, "count": 1}
            connection.execute(_ADD[connection.dialect.name], values)

        await self._database.write(work)

    async def expire(self, *, before: date) -> None:
        """Delete the counts of the days before one."""
        await self._database.write(lambda connection: connection.execute(_EXPIRE, {"before": before}))
