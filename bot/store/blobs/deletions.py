"""Which blobs are to be deleted: on record from the transaction that takes their row away until they are gone."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, select

from bot.store.blobs.tables import blob_deletions
from bot.store.database.batches import BATCH_SIZE
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts

_MARK = build_inserts(blob_deletions)
_DUE = (
    select(blob_deletions.c.folder)
    .where(blob_deletions.c.folder > bindparam("after"))
    .order_by(blob_deletions.c.folder)
    .limit(BATCH_SIZE)
)
_DONE = delete(blob_deletions).where(blob_deletions.c.folder.in_(bindparam("folders", expanding=True)))


class BlobDeletions:
    """The deletions of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, *, after: int) -> list[int]:
        """List some of the folders that are to be deleted, by number, from the one after `after` on."""
        return await self._database.read(lambda connection: list(connection.execute(_DUE, {"after": after}).scalars()))

    async def done(self, folders: Collection[int]) -> None:
        """Record that folders are gone."""
        await self._database.write(lambda connection: connection.execute(_DONE, {"folders": list(folders)}))


def mark_for_deletion(connection: Connection, folders: Collection[int]) -> None:
    """Record that folders are to be deleted, in the transaction after which no row asks for them any more."""
    if folders:
        connection.execute(_MARK[connection.dialect.name], [{"folder": one} for one in sorted(set(folders))])
