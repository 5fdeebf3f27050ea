"""Messages are taken by one process, whoever hears them: two do while a shard changes hands."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.database.tables import processes
from bot.store.messages.tables import taken_messages

_IS_LEFT = taken_messages.c.executor.not_in(select(processes.c.executor))
_TAKE = build_upserts(taken_messages, replaces=["executor", "taken_at"], where=_IS_LEFT, returning=taken_messages.c.id)


class TakenMessages:
    """The messages that were taken. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, message_id: int, *, executor: str, now: datetime) -> bool:
        """Take a message by its id for a process; False where it was taken before, by one that is still there.

        Whoever is gone may have answered it: the same answer is posted with the same nonce.
        """
        values = {"id": message_id, "executor": executor, "taken_at": now}
        return await self._database.write(
            lambda connection: connection.execute(_TAKE[connection.dialect.name], values).first() is not None,
            urgent=True,
        )

    async def delete_old(self, *, before: datetime) -> None:
        """Forget those that were taken before a moment, which nobody hears again."""
        old = delete(taken_messages).where(taken_messages.c.taken_at < before)
        await self._database.write(lambda connection: connection.execute(old))
