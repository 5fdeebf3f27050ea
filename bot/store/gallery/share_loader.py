"""Loads shares, in a transaction of the caller's."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, select

from bot.domain.gallery import Share, ShareState
from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import PictureRef
from bot.store.gallery.tables import shares

_BY_ID = select(shares).where(shares.c.id == bindparam("share"))
_LOCK = _BY_ID.with_for_update()


def find_share(connection: Connection, share_id: int) -> Share | None:
    """Find a share by its id."""
    return find_share_by(connection, _BY_ID, {"share": share_id})


def lock_share(connection: Connection, share_id: int) -> Share | None:
    """Find a share by its id, and hold it until the transaction is over."""
    return find_share_by(connection, _LOCK, {"share": share_id})


def find_share_by(connection: Connection, query: Select[*tuple[Any, ...]], values: dict[str, Any]) -> Share | None:
    """Find the one share of a query that gives all columns of shares."""
    row = connection.execute(query, values).mappings().one_or_none()
    return None if row is None else _from_row(row)


def load_shares(connection: Connection, query: Select[*tuple[Any, ...]], values: dict[str, Any]) -> list[Share]:
    """Load the shares of a query that gives all columns of shares, in its order."""
    return [_from_row(row) for row in connection.execute(query, values).mappings()]


def _from_row(row: RowMapping) -> Share:
    return Share(
        id=row["id"],
        guild_id=row["guild_id"],
        user_id=row["user_id"],
        ref=PictureRef(row["job_id"], row["place"]),
        state=ShareState(row["state"]),
        shows_prompt=row["shows_prompt"],
        theme_id=row["theme_id"],
        hearts=row["hearts"],
        created_at=row["created_at"],
        shown=MaskedEdits(row["shown"] or MaskedEdits.EXACT),
    )
