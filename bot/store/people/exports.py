"""What is given to a person who asks for all that is kept of them, and when they last did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from bot.store.database.engine import Database
from bot.store.database.inserts import build_upserts
from bot.store.gallery.tables import hearts, shares
from bot.store.moderation.tables import reports
from bot.store.people.tables import exports


@dataclass(frozen=True, slots=True)
class GivenHeart:
    """A heart of a person."""

    share_id: int
    guild_id: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report of a person."""

    share_id: int
    reason: str
    created_at: datetime


_BEGIN = build_upserts(exports, where=exports.c.started_at <= bindparam("before"), returning=exports.c.user_id)
_LAST = select(exports.c.started_at).where(exports.c.user_id == bindparam("user"))
_FORGO = delete(exports).where(exports.c.user_id == bindparam("user"))
_HEARTS = (
    select(hearts.c.share_id, shares.c.guild_id, hearts.c.created_at)
    .join(shares, shares.c.id == hearts.c.share_id)
    .where(hearts.c.user_id == bindparam("user"), hearts.c.share_id > bindparam("after"))
    .order_by(hearts.c.share_id)
    .limit(bindparam("most"))
)
_REPORTS = (
    select(reports.c.share_id, reports.c.reason, reports.c.created_at)
    .where(reports.c.user_id == bindparam("user"))
    .order_by(reports.c.share_id)
)


class Exports:
    """The exports of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, user_id: int, *, now: datetime, not_since: datetime) -> datetime | None:
        """Record that a person is given all; where they were since a moment, nothing changes, and that time comes back.

        Of two at once one begins.
        """
        values = {"user_id": user_id, "started_at": now, "before": not_since}

        def work(connection: Connection) -> datetime | None:
            if connection.execute(_BEGIN[connection.dialect.name], values).first() is not None:
                return None
            last: datetime = connection.execute(_LAST, {"user": user_id}).scalar_one()
            return last

        return await self._database.write(work)

    async def forgo(self, user_id: int) -> None:
        """Record that a person was given nothing, so that they may ask again."""
        await self._database.write(lambda connection: connection.execute(_FORGO, {"user": user_id}))

    async def hearts_of(self, user_id: int, *, after: int, limit: int) -> Sequence[GivenHeart]:
        """List hearts of a person by the ids of the shares, from the first one after an id on."""
        values = {"user": user_id, "after": after, "most": limit}
        return await self._database.read(
            lambda connection: [GivenHeart(*row) for row in connection.execute(_HEARTS, values)]
        )

    async def reports_of(self, user_id: int) -> Sequence[MadeReport]:
        """List the reports of a person."""
        return await self._database.read(
            lambda connection: [MadeReport(*row) for row in connection.execute(_REPORTS, {"user": user_id})]
        )
