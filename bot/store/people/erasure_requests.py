"""Who wants to be forgotten, and which messages of ours are to be deleted for that."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.people.tables import erasure_requests, messages_to_delete


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """Somebody who wants to be forgotten, with all that they asked for until a moment (UTC)."""

    user_id: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class MessageToDelete:
    """A message of ours that is to be deleted."""

    message_id: int
    channel_id: int


_ADD = build_inserts(erasure_requests)
_ALL = select(erasure_requests).order_by(erasure_requests.c.asked_at, erasure_requests.c.user_id)
_OF_PERSON = select(erasure_requests).where(erasure_requests.c.user_id == bindparam("user"))
_MESSAGES = (
    select(messages_to_delete)
    .where(messages_to_delete.c.message_id > bindparam("after"))
    .order_by(messages_to_delete.c.message_id)
    .limit(bindparam("most"))
)
_REMOVE_MESSAGE = delete(messages_to_delete).where(messages_to_delete.c.message_id == bindparam("message"))


class ErasureRequests:
    """The erasure requests of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, user_id: int, *, now: datetime) -> ErasureRequest:
        """Record that somebody wants to be forgotten; gives the request, which may be an earlier one."""

        def work(connection: Connection) -> ErasureRequest:
            connection.execute(_ADD[connection.dialect.name], {"user_id": user_id, "asked_at": now})
            return ErasureRequest(**connection.execute(_OF_PERSON, {"user": user_id}).mappings().one())

        return await self._database.write(work)

    async def load_all(self) -> list[ErasureRequest]:
        """Load the requests that are not fulfilled yet, oldest first."""
        return await self._database.read(
            lambda connection: [ErasureRequest(**row) for row in connection.execute(_ALL).mappings()]
        )

    async def load_messages(self, *, after: int, limit: int) -> list[MessageToDelete]:
        """Load messages that are to be deleted, in the order of their ids, from the first one after an id on."""
        values = {"after": after, "most": limit}
        return await self._database.read(
            lambda connection: [MessageToDelete(**row) for row in connection.execute(_MESSAGES, values).mappings()]
        )

    async def remove_message(self, message_id: int) -> None:
        """Record that nothing more is to be done about a message."""
        await self._database.write(lambda connection: connection.execute(_REMOVE_MESSAGE, {"message": message_id}))
