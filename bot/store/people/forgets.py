"""Who wants to be forgotten, and which messages of ours are to be deleted for that."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.database.engine import Database
from bot.store.tables import doomed_messages, forgets


@dataclass(frozen=True, slots=True)
class ForgetRequest:
    """Somebody who wants to be forgotten, with all that they asked for until a moment (UTC)."""

    user_id: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class MessageToDelete:
    """A message of ours that is to be deleted."""

    message_id: int
    channel_id: int


_ASK = {
    "sqlite": sqlite.insert(forgets).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(forgets).on_conflict_do_nothing(),
}
_ASKED = select(forgets).order_by(forgets.c.asked_at, forgets.c.user_id)
_WISH = select(forgets).where(forgets.c.user_id == bindparam("user"))
_DOOMED = (
    select(doomed_messages)
    .where(doomed_messages.c.message_id > bindparam("after"))
    .order_by(doomed_messages.c.message_id)
    .limit(bindparam("most"))
)
_SPARE = delete(doomed_messages).where(doomed_messages.c.message_id == bindparam("message"))


class Forgets:
    """The wishes of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, user_id: int, *, now: datetime) -> ForgetRequest:
        """Record that somebody wants to be forgotten; gives the wish, which may be an earlier one."""

        def work(connection: Connection) -> ForgetRequest:
            connection.execute(_ASK[connection.dialect.name], {"user_id": user_id, "asked_at": now})
            return ForgetRequest(**connection.execute(_WISH, {"user": user_id}).mappings().one())

        return await self._database.write(work)

    async def asked(self) -> list[ForgetRequest]:
        """List the wishes that are not granted yet, oldest first."""
        return await self._database.read(
            lambda connection: [ForgetRequest(**row) for row in connection.execute(_ASKED).mappings()]
        )

    async def doomed(self, *, after: int, limit: int) -> list[MessageToDelete]:
        """List messages that are to be deleted, in the order of their ids, from the first one after an id on."""
        values = {"after": after, "most": limit}
        return await self._database.read(
            lambda connection: [MessageToDelete(**row) for row in connection.execute(_DOOMED, values).mappings()]
        )

    async def spare(self, message_id: int) -> None:
        """Record that nothing more is to be done about a message."""
        await self._database.write(lambda connection: connection.execute(_SPARE, {"message": message_id}))
