"""Who may not use the bot in which server, and until when: by a name that tells nobody who it is."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, or_, select

from bot.domain.pseudonyms import Pseudonyms
from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.moderation.audit import Entry, record
from bot.store.moderation.tables import mutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A person who may not use the bot in a server until `ends_at`, or for good; times are UTC.

    Who it is, and who did it, is None once they had what is known of them deleted.
    """

    guild_id: int
    user_id: int | None
    ends_at: datetime | None
    by_user_id: int | None
    created_at: datetime


_OF_SERVER = mutes.c.guild_id == bindparam("guild")
# By the name, and by the id too: the names are others when the bot has a new token.
_OF_PERSON = and_(_OF_SERVER, or_(mutes.c.person == bindparam("name"), mutes.c.user_id == bindparam("user")))
_IS_ON: ColumnElement[bool] = or_(mutes.c.ends_at.is_(None), mutes.c.ends_at > bindparam("now"))
# The longest first: NULL, which is for good, is the largest on PostgreSQL and the smallest on SQLite.
_LONGEST = (mutes.c.ends_at.is_(None).desc(), mutes.c.ends_at.desc())
_MUTES = select(*(mutes.c[field.name] for field in fields(Mute)))
FIND_MUTE = _MUTES.where(_OF_PERSON, _IS_ON).order_by(*_LONGEST).limit(1)
"""The mute of a person in a server, for `RequestRules`; with the values that `Mutes.find_values` gives."""
_ALL = _MUTES.where(_OF_SERVER, _IS_ON).order_by(mutes.c.created_at.desc(), mutes.c.person)
_KEEP = build_upserts(mutes)
_REMOVE = delete(mutes).where(_OF_PERSON).returning(mutes.c.ends_at)


class Mutes:
    """The mutes of a database; all methods raise StoreUnavailable when it fails.

    Every method is one transaction, but those that end in `within` and `find_values`, which asks nothing.
    """

    def __init__(self, database: Database, names: Pseudonyms) -> None:
        self._database = database
        self._names = names

    async def mute(self, mute: Mute, entry: Entry) -> None:
        """Let a person use the bot no more in a server, and put that on record; the last word counts."""

        def work(connection: Connection) -> None:
            self.mute_within(connection, mute)
            record(connection, entry)

        await self._database.write(work)

    async def unmute(self, guild_id: int, user_id: int, entry: Entry) -> bool:
        """Let a person use the bot again, and put that on record; False, with no record, when they could already.

        What counts is the moment of the entry.
        """

        def work(connection: Connection) -> bool:
            ends = connection.execute(_REMOVE, self._person(guild_id, user_id)).scalars().all()
            lifted = any(one is None or one > entry.created_at for one in ends)
            if lifted:
                record(connection, entry)
            return lifted

        return await self._database.write(work)

    def find_values(self, guild_id: int, user_id: int, *, now: datetime) -> dict[str, Any]:
        """Give what `FIND_MUTE` wants to know of a person."""
        return {**self._person(guild_id, user_id), "now": now}

    async def of_server(self, guild_id: int, *, now: datetime) -> tuple[Mute, ...]:
        """List who is muted in a server now, the last ones first."""
        return await self._database.read(
            lambda connection: tuple(
                [Mute(**row) for row in connection.execute(_ALL, {"guild": guild_id, "now": now}).mappings()]
            )
        )

    def mute_within(self, connection: Connection, mute: Mute) -> None:
        """Let a person use the bot no more, in a transaction of the caller's.

        Raises:
            ValueError: the mute does not say whose it is.
        """
        if mute.user_id is None:
            raise ValueError("a mute of nobody")
        values = {
            "guild_id": mute.guild_id,
            "person": self._names.of(mute.user_id),
            "user_id": mute.user_id,
            "ends_at": mute.ends_at,
            "by_user_id": mute.by_user_id,
            "created_at": mute.created_at,
        }
        connection.execute(_REMOVE, self._person(mute.guild_id, mute.user_id))
        connection.execute(_KEEP[connection.dialect.name], values)

    def _person(self, guild_id: int, user_id: int) -> dict[str, Any]:
        return {"guild": guild_id, "name": self._names.of(user_id), "user": user_id}
