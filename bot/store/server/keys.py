"""The keys of servers, as they are kept: encrypted, one a server."""

from dataclasses import asdict

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.domain.server_key import ServerKey
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.moderation.audit import Entry, record
from bot.store.server.tables import server_keys

_FIND = select(server_keys).where(server_keys.c.guild_id == bindparam("guild"))
_ALL = select(server_keys).order_by(server_keys.c.guild_id)
_KEEP = build_upserts(server_keys)
_REMOVE = delete(server_keys).where(server_keys.c.guild_id == bindparam("guild"))
# Only of the very key that was read: another may have been entered meanwhile.
_REPLACE = update(server_keys).where(
    server_keys.c.guild_id == bindparam("guild"), server_keys.c.ciphertext == bindparam("before")
)


class StoredKeys:
    """The keys of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, guild_id: int) -> ServerKey | None:
        """Load the key of a server, if it has one."""
        return await self._database.read(lambda connection: find_key(connection, guild_id))

    async def keep(self, key: ServerKey, entry: Entry) -> None:
        """Keep the key of a server in the place of any other, and put on record who entered it."""

        def work(connection: Connection) -> None:
            connection.execute(_KEEP[connection.dialect.name], asdict(key))
            record(connection, entry)

        await self._database.write(work)

    async def remove(self, guild_id: int, entry: Entry | None = None) -> bool:
        """Erase the key of a server, and put on record who did; False where it has none."""

        def work(connection: Connection) -> bool:
            removed = connection.execute(_REMOVE, {"guild": guild_id}).rowcount == 1
            if removed and entry is not None:
                record(connection, entry)
            return removed

        return await self._database.write(work)

    async def all(self) -> list[ServerKey]:
        """Load the keys of all servers."""
        return await self._database.read(load_keys)

    async def replace(self, key: ServerKey, *, ciphertext: str) -> None:
        """Keep the same key under another ciphertext."""
        values = {"guild": key.guild_id, "before": key.ciphertext, "ciphertext": ciphertext}
        await self._database.write(lambda connection: connection.execute(_REPLACE, values))


def load_keys(connection: Connection) -> list[ServerKey]:
    """Load the keys of all servers, in a transaction of the caller's."""
    return [ServerKey(**row) for row in connection.execute(_ALL).mappings()]


def find_key(connection: Connection, guild_id: int) -> ServerKey | None:
    """Load the key of a server, if it has one, in a transaction of the caller's."""
    row = connection.execute(_FIND, {"guild": guild_id}).mappings().one_or_none()
    return None if row is None else ServerKey(**row)
