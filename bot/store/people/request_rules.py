"""All that a request of a person in a server is held against, in one statement: every request waits for that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, bindparam, select, true

from bot.domain.server import INHERITED, ServerSettings
from bot.domain.server_key import ServerKey
from bot.store.database.engine import Database
from bot.store.database.metadata import Id
from bot.store.moderation.mutes import FIND_MUTE, Mute, Mutes
from bot.store.people.references import HAS_REFERENCES
from bot.store.server.settings import Servers
from bot.store.server.tables import server_keys, server_settings

T = TypeVar("T", Mute, ServerKey)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRules:
    """What a server wants, whether a person is muted there, and the server's own key.

    `has_references`: the person has put pictures aside.
    """

    settings: ServerSettings
    mute: Mute | None
    key: ServerKey | None
    has_references: bool


class RequestRules:
    """What requests are held against, as it is on record right now."""

    def __init__(self, database: Database, *, servers: Servers, mutes: Mutes) -> None:
        self._database = database
        self._servers = servers
        self._mutes = mutes

    async def load(self, guild_id: int, user_id: int, *, now: datetime) -> StoredRules:
        """Load what a request of a person in a server is held against; it waits for that, which goes ahead.

        Raises:
            StoreUnavailable: the database failed.
        """
        values = self._mutes.find_values(guild_id, user_id, now=now)
        row = await self._database.read(
            lambda connection: connection.execute(_RULES, values).mappings().one(), urgent=True, alone=True
        )
        rules = StoredRules(
            settings=INHERITED if row["record"] is None else ServerSettings.from_record(row["record"]),
            mute=_read(row, Mute),
            key=_read(row, ServerKey),
            has_references=row["has_references"],
        )
        self._servers.note(guild_id, rules.settings)
        return rules


def _label(source: Any, kind: type[Mute] | type[ServerKey]) -> Iterator[ColumnElement[Any]]:
    return (source.c[field.name].label(f"{kind.__name__}_{field.name}") for field in fields(kind))


def _read(row: Mapping[Any, Any], kind: type[T]) -> T | None:
    values = {field.name: row[f"{kind.__name__}_{field.name}"] for field in fields(kind)}
    return None if values["guild_id"] is None else kind(**values)


# One row, whatever there is on record.
_SERVER = select(bindparam("guild", type_=Id).label("id")).subquery("server")
_MUTE = FIND_MUTE.subquery("mute")
_RULES = select(
    server_settings.c.record,
    *_label(_MUTE, Mute),
    *_label(server_keys, ServerKey),
    HAS_REFERENCES.exists().label("has_references"),
).select_from(
    _SERVER.outerjoin(server_settings, server_settings.c.guild_id == _SERVER.c.id)
    .outerjoin(server_keys, server_keys.c.guild_id == _SERVER.c.id)
    .outerjoin(_MUTE, true())
)
