"""What people and servers allow: where nobody has said anything, all of it."""

from typing import Any

from sqlalchemy import Connection, Insert, Select, bindparam, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.people.tables import people, servers

_OF_PERSON = select(people.c.edits_by_others).where(people.c.user_id == bindparam("of"))
_OF_SERVER = select(servers.c.edits_of_uploads).where(servers.c.guild_id == bindparam("of"))
_SET_OF_PERSON = build_upserts(people)
_SET_OF_SERVER = build_upserts(servers)


class Consents:
    """The consents of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def edits_by_others(self, user_id: int) -> bool:
        """Say whether others may edit what a person has made or posted."""
        return await self._is_allowed(_OF_PERSON, user_id)

    async def set_edits_by_others(self, user_id: int, *, allowed: bool) -> None:
        """Record whether others may edit what a person has made or posted."""
        await self._set(_SET_OF_PERSON, {"user_id": user_id, "edits_by_others": allowed})

    async def edits_of_uploads(self, guild_id: int) -> bool:
        """Say whether members of a server may edit what others have posted there."""
        return await self._is_allowed(_OF_SERVER, guild_id)

    async def set_edits_of_uploads(self, guild_id: int, *, allowed: bool) -> None:
        """Record whether members of a server may edit what others have posted there."""
        await self._set(_SET_OF_SERVER, {"guild_id": guild_id, "edits_of_uploads": allowed})

    async def _is_allowed(self, query: Select[bool], whose: int) -> bool:
        def work(connection: Connection) -> bool:
            return connection.execute(query, {"of": whose}).scalar_one_or_none() is not False

        return await self._database.read(work)

    async def _set(self, upserts: dict[str, Insert], values: dict[str, Any]) -> None:
        await self._database.write(lambda connection: connection.execute(upserts[connection.dialect.name], values))
