"""The messages that show what is shared, and which of them do not show yet what it has become."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, select, tuple_, update

from bot.domain.gallery import Copy, ShareState
from bot.store.database.inserts import build_upserts
from bot.store.gallery.share_loader import lock_share
from bot.store.gallery.tables import share_copies

LEASE = timedelta(minutes=2)
"""For how long a message that is put right is left to whoever took it up."""

_RECORD = build_upserts(share_copies)
_OF_SHARE = (
    select(share_copies).where(share_copies.c.share_id == bindparam("share")).order_by(share_copies.c.message_id)
)
_OUTDATE = (
    update(share_copies)
    .where(share_copies.c.share_id == bindparam("share"), share_copies.c.shows != bindparam("becomes"))
    .values(attempts=0, try_at=bindparam("now"))
)
_SETTLE = (
    update(share_copies)
    .where(share_copies.c.share_id == bindparam("share"), share_copies.c.shows == bindparam("becomes"))
    .values(attempts=0, try_at=None)
)
_DUE = (
    select(share_copies.c.message_id, share_copies.c.share_id)
    .where(share_copies.c.try_at <= bindparam("now"))
    .order_by(share_copies.c.try_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_LEASE = (
    update(share_copies)
    .where(tuple_(share_copies.c.message_id, share_copies.c.share_id).in_(_KEYS))
    .returning(*share_copies.c)
)
_IS_COPY = (share_copies.c.message_id == bindparam("message")) & (share_copies.c.share_id == bindparam("share"))
_REMOVE = delete(share_copies).where(_IS_COPY)
_SET_SHOWN = update(share_copies).where(_IS_COPY).values(shows=bindparam("shown"), attempts=0, try_at=bindparam("due"))
_SET_FAILED = update(share_copies).where(_IS_COPY).values(attempts=share_copies.c.attempts + 1, try_at=bindparam("due"))


def record(connection: Connection, copy: Copy, *, now: datetime) -> bool:
    """Record a message that shows a share; False when there is no such share any more."""
    share = lock_share(connection, copy.share_id)
    if share is None:
        return False
    values = {
        "message_id": copy.message_id,
        "channel_id": copy.channel_id,
        "share_id": copy.share_id,
        "is_thread": copy.is_thread,
        "is_sheet": copy.is_sheet,
        "theme_id": copy.theme_id,
        "shows": copy.shows,
        "attempts": 0,
        "try_at": None if copy.shows is share.state else now,
    }
    connection.execute(_RECORD[connection.dialect.name], values)
    return True


def load_copies(connection: Connection, share_id: int) -> list[Copy]:
    """Load the messages that show a share, oldest first."""
    return _from_rows(connection.execute(_OF_SHARE, {"share": share_id}).mappings())


def schedule(connection: Connection, share_id: int, state: ShareState, *, now: datetime) -> None:
    """Have the messages that show anything else of a share than a state put right from now on, and no others."""
    connection.execute(_SETTLE, {"share": share_id, "becomes": state})
    connection.execute(_OUTDATE, {"share": share_id, "becomes": state, "now": now})


def lease_stale(connection: Connection, *, now: datetime, limit: int) -> list[Copy]:
    """Take up messages that are due to be put right, for the time of a lease."""
    keys = [tuple(row) for row in connection.execute(_DUE, {"now": now, "most": limit})]
    if not keys:
        return []
    return _from_rows(connection.execute(_LEASE, {"keys": keys, "try_at": now + LEASE}).mappings())


def mark_shown(connection: Connection, copy: Copy, shows: ShareState, *, now: datetime) -> None:
    """Record what a message shows of its share by now; where that is gone, the record goes."""
    key = {"message": copy.message_id, "share": copy.share_id}
    if shows is ShareState.GONE:
        connection.execute(_REMOVE, key)
        return
    share = lock_share(connection, copy.share_id)
    due = None if share is not None and share.state is shows else now
    connection.execute(_SET_SHOWN, {**key, "shown": shows, "due": due})


def mark_failed(connection: Connection, copy: Copy, *, try_at: datetime) -> None:
    """Record that a message could not be put right, and when that is tried again."""
    connection.execute(_SET_FAILED, {"message": copy.message_id, "share": copy.share_id, "due": try_at})


def _from_rows(rows: Iterable[RowMapping]) -> list[Copy]:
    return [Copy(**{**row, "shows": ShareState(row["shows"])}) for row in rows]
