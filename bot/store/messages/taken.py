"""Messages are taken once, whoever hears them: two processes do while a shard changes hands."""

from datetime import datetime

from sqlalchemy import delete

from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.messages.tables import taken_messages

_TAKE = build_inserts(taken_messages, returning=taken_messages.c.id)


class TakenMessages:
    """The messages that were taken. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, message_id: int, *, now: datetime) -> bool:
        """Take a message by its id; False where it was taken before."""
        values = {"id": message_id, "taken_at": now}
        return await self._database.write(
            lambda connection: connection.execute(_TAKE[connection.dialect.name], values).first() is not None,
            urgent=True,
        )

    async def delete_old(self, *, before: datetime) -> None:
        """Forget those that were taken before a moment, which nobody hears again."""
        old = delete(taken_messages).where(taken_messages.c.taken_at < before)
        await self._database.write(lambda connection: connection.execute(old))
