"""Drafts: requests that their askers look at before they are sent, each for a while."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.store.blobs.deletions import mark_for_deletion
from bot.store.database.batches import build_delete_expired
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.people.tables import drafts


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as the database has it; what is in its record is its owner's to know."""

    id: int
    user_id: int
    record: dict[str, Any] = field(repr=False)


_KEEP = build_upserts(drafts)
_IS_THERE = (drafts.c.id == bindparam("draft")) & (drafts.c.expires_at > bindparam("now"))
_COLUMNS = (drafts.c.id, drafts.c.user_id, drafts.c.record)
_LOAD = select(*_COLUMNS).where(_IS_THERE)
_CHANGE = update(drafts).where(_IS_THERE)
_TAKE = delete(drafts).where(_IS_THERE, drafts.c.user_id == bindparam("user")).returning(*_COLUMNS)
_EXPIRE = build_delete_expired(drafts)


class Drafts:
    """The drafts of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, id: int, *, user_id: int, record: dict[str, Any], expires_at: datetime) -> None:
        """Keep a draft until a moment, in place of the one of this id; `record` holds JSON-ready values."""
        values = {"id": id, "user_id": user_id, "record": record, "expires_at": expires_at}
        await self._database.write(lambda connection: connection.execute(_KEEP[connection.dialect.name], values))

    async def load(self, id: int, *, now: datetime) -> StoredDraft | None:
        """Load a draft; None when there is none (any more)."""

        def work(connection: Connection) -> StoredDraft | None:
            row = connection.execute(_LOAD, {"draft": id, "now": now}).mappings().one_or_none()
            return None if row is None else StoredDraft(**row)

        return await self._database.read(work)

    async def change(self, id: int, *, record: dict[str, Any], now: datetime) -> bool:
        """Replace the record of a draft; False when there is none (any more)."""
        values = {"draft": id, "record": record, "now": now}
        return await self._database.write(lambda connection: connection.execute(_CHANGE, values).rowcount == 1)

    async def take(self, id: int, *, user_id: int, now: datetime) -> StoredDraft | None:
        """Delete a person's draft and give it; None when there is none (any more). Of two at once one gets it."""

        def work(connection: Connection) -> StoredDraft | None:
            row = connection.execute(_TAKE, {"draft": id, "user": user_id, "now": now}).mappings().one_or_none()
            return None if row is None else StoredDraft(**row)

        return await self._database.write(work)

    async def delete_expired(self, *, before: datetime) -> list[int]:
        """Delete some of the drafts that were kept until before a moment; gives their ids, none at the end.

        Their blobs are marked for deletion.
        """

        def work(connection: Connection) -> list[int]:
            ids = list(connection.execute(_EXPIRE, {"before": before}).scalars())
            mark_for_deletion(connection, ids)
            return ids

        return await self._database.write(work)

    async def give_up(self, id: int) -> None:
        """Mark the blobs of a draft for deletion that was taken and is not put back."""
        await self._database.write(lambda connection: mark_for_deletion(connection, [id]))
