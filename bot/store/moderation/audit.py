"""What moderators did, each act once."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.moderation.tables import audit


class AuditAction(StrEnum):
    """What can be on record; at most 16 characters."""

    HIDDEN_BY_REPORTS = "hidden_reports"
    """Nobody's: so many had reported it."""
    KEPT = "kept"
    HIDDEN = "hidden"
    DELETED = "deleted"
    REOPENED = "reopened"
    MUTED = "muted"
    UNMUTED = "unmuted"
    THEME_OPENED = "theme_opened"
    THEME_CLOSED = "theme_closed"
    SETTINGS_CHANGED = "settings"
    KEY_ENTERED = "key_entered"
    KEY_REMOVED = "key_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deed in a server; `id` is that of the interaction that did it, so that one that comes twice counts once.

    `moderator_id` did it, None for the bot by itself; `user_id` is whom it was done to. Either is None too once that
    person had what is known of them deleted. `details` are JSON-ready.
    """

    id: int
    guild_id: int
    moderator_id: int | None
    act: AuditAction
    user_id: int | None = None
    share_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    created_at: datetime


_NEWEST = 2**63 - 1
_PAGE = (
    select(audit)
    .where(audit.c.guild_id == bindparam("guild"), audit.c.id < bindparam("before"))
    .order_by(audit.c.id.desc())
    .limit(bindparam("most"))
)
_OF_SHARE = (
    select(audit)
    .where(audit.c.guild_id == bindparam("guild"), audit.c.share_id == bindparam("share"))
    .order_by(audit.c.id)
)
_RECORD = build_inserts(audit)


class Audit:
    """The audit log of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, entry: Entry) -> None:
        """Put a deed on record."""
        await self._database.write(lambda connection: record(connection, entry))

    async def page(self, guild_id: int, *, before: int | None = None, limit: int) -> tuple[Entry, ...]:
        """Load the last deeds in a server, newest first; `before` is the id of the last one of the page before."""
        values = {"guild": guild_id, "before": _NEWEST if before is None else before, "most": limit}

        return await self._database.read(lambda connection: _entries(connection.execute(_PAGE, values).mappings()))

    async def of_share(self, guild_id: int, share_id: int) -> tuple[Entry, ...]:
        """Load what was done about a shared picture, oldest first."""
        values = {"guild": guild_id, "share": share_id}
        return await self._database.read(lambda connection: _entries(connection.execute(_OF_SHARE, values).mappings()))


def _entries(rows: Iterable[RowMapping]) -> tuple[Entry, ...]:
    return tuple([Entry(**{**row, "act": AuditAction(row["act"])}) for row in rows])


def record(connection: Connection, entry: Entry) -> None:
    """Put a deed on record, in a transaction of the caller's."""
    connection.execute(_RECORD[connection.dialect.name], {**asdict(entry), "details": dict(entry.details)})
