"""What is shared: pictures, and the messages that show them."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, exists, select, text, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.gallery import Copy, Cursor, Selection, Share, ShareState
from bot.domain.reports import CaseState
from bot.domain.request import PictureRef
from bot.store.database.engine import Database
from bot.store.database.upsert import build_upserts
from bot.store.gallery.pages import count_selection, find_page, find_random
from bot.store.tables import cases, hearts, jobs, share_copies, shares

LEASE = timedelta(minutes=2)
"""For how long a message that is put right is left to whoever took it up."""

# Word for word as in the index: the databases do not look into a parameter.
_IS_LEFT = text("shares.state != 'gone'")
_IS_GONE = text("shares.state = 'gone'")
_SHARE = {
    "sqlite": sqlite.insert(shares).on_conflict_do_nothing().returning(shares.c.id),
    "postgresql": postgresql.insert(shares).on_conflict_do_nothing().returning(shares.c.id),
}
_FIND = select(shares).where(shares.c.id == bindparam("share"))
_FIND_OF = select(shares).where(
    shares.c.job_id == bindparam("job"),
    shares.c.place == bindparam("of_place"),
    shares.c.guild_id == bindparam("guild"),
    _IS_LEFT,
)
_FIND_SHOWN = (
    select(shares)
    .join(share_copies, share_copies.c.share_id == shares.c.id)
    .where(share_copies.c.message_id == bindparam("message"), share_copies.c.is_sheet.is_(False))
)
_OF_SHEET = (
    select(shares)
    .join(share_copies, share_copies.c.share_id == shares.c.id)
    .where(share_copies.c.message_id == bindparam("message"), share_copies.c.is_sheet.is_(True))
    .order_by(shares.c.hearts.desc(), shares.c.id.desc())
)
_OF_JOB = select(shares.c.id).where(shares.c.job_id == bindparam("job"), _IS_LEFT).order_by(shares.c.id)
_OF_PERSON = select(shares).where(shares.c.user_id == bindparam("user")).order_by(shares.c.id)
_LOCK = _FIND.with_for_update()
_SET_STATE = update(shares).where(shares.c.id == bindparam("share"), _IS_LEFT).values(state=bindparam("becomes"))
_SET_HEARTS = (
    update(shares)
    .where(shares.c.id == bindparam("share"))
    .values(hearts=shares.c.hearts + bindparam("more"))
    .returning(shares.c.hearts)
)
_TAKE_HEART = delete(hearts).where(hearts.c.share_id == bindparam("share"), hearts.c.user_id == bindparam("user"))
_GIVE_HEART = hearts.insert()
_RECORD_COPY = build_upserts(share_copies)
_COPIES = select(share_copies).where(share_copies.c.share_id == bindparam("share")).order_by(share_copies.c.message_id)
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
_DROP_COPY = delete(share_copies).where(_IS_COPY)
_SET_SHOWN = update(share_copies).where(_IS_COPY).values(shows=bindparam("shown"), attempts=0, try_at=bindparam("due"))
_SET_FAILED = update(share_copies).where(_IS_COPY).values(attempts=share_copies.c.attempts + 1, try_at=bindparam("due"))
# What moderators have taken away stays on record while there is something that could be shared once more.
_IS_BARRED = exists().where(cases.c.share_id == shares.c.id, cases.c.state != CaseState.KEPT.value) & exists().where(
    jobs.c.id == shares.c.job_id
)
_DROP_GONE = delete(shares).where(_IS_GONE, ~exists().where(share_copies.c.share_id == shares.c.id), ~_IS_BARRED)


class Shares:
    """The shares of a database. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def share(self, share: Share) -> bool:
        """Record a share; False when its picture is shared in its server already, where a gone one does not count."""
        values = _to_row(share)
        return await self._database.write(
            lambda connection: connection.execute(_SHARE[connection.dialect.name], values).one_or_none() is not None
        )

    async def find(self, id: int) -> Share | None:
        """Find a share, also one that is gone and still shown somewhere."""
        return await self._database.read(lambda connection: _find(connection, id))

    async def find_of(self, ref: PictureRef, guild_id: int) -> Share | None:
        """Find how a picture is shared in a server; None where it is not, or not any more."""
        return await self._database.read(lambda connection: _find_of(connection, ref, guild_id))

    async def find_shown(self, message_id: int) -> Share | None:
        """Find what a message shows; None for one that is no copy of a share, or a sheet of several."""

        def work(connection: Connection) -> Share | None:
            row = connection.execute(_FIND_SHOWN, {"message": message_id}).mappings().one_or_none()
            return None if row is None else share_from_row(row)

        return await self._database.read(work)

    async def of_sheet(self, message_id: int) -> list[Share]:
        """List what a sheet was made of, the most hearted first."""
        return await self._database.read(
            lambda connection: _shares(connection.execute(_OF_SHEET, {"message": message_id}).mappings())
        )

    async def set_state(self, id: int, state: ShareState, *, now: datetime) -> Share | None:
        """Set what becomes of a share, and give it as it is then; None when there is none.

        One that is gone stays so. What shows it is due to be put right from now on.
        """
        return await self._database.write(lambda connection: set_state(connection, id, state, now))

    async def withdraw_job(self, job_id: int, *, now: datetime) -> list[int]:
        """Make all shares of a job's pictures gone, in every server; gives their ids."""

        def work(connection: Connection) -> list[int]:
            ids = list(connection.execute(_OF_JOB, {"job": job_id}).scalars())
            for one in ids:
                set_state(connection, one, ShareState.GONE, now)
            return ids

        return await self._database.write(work)

    async def of_person(self, user_id: int) -> list[Share]:
        """List all that a person shared anywhere, oldest first, with those that are gone and still shown somewhere."""
        return await self._database.read(
            lambda connection: _shares(connection.execute(_OF_PERSON, {"user": user_id}).mappings())
        )

    async def record_copy(self, copy: Copy, *, now: datetime) -> bool:
        """Record a message that shows a share; False when there is no such share any more.

        Where the share has become something else meanwhile, it is due to be put right at once.
        """

        def work(connection: Connection) -> bool:
            share = lock(connection, copy.share_id)
            if share is None:
                return False
            values = {
                "message_id": copy.message_id,
                "channel_id": copy.channel_id,
                "share_id": copy.share_id,
                "is_thread": copy.is_thread,
                "is_sheet": copy.is_sheet,
                "shows": copy.shows,
                "attempts": 0,
                "try_at": None if copy.shows is share.state else now,
            }
            connection.execute(_RECORD_COPY[connection.dialect.name], values)
            return True

        return await self._database.write(work)

    async def copies(self, share_id: int) -> list[Copy]:
        """List the messages that show a share, oldest first."""
        return await self._database.read(
            lambda connection: _copies(connection.execute(_COPIES, {"share": share_id}).mappings())
        )

    async def stale(self, now: datetime, limit: int) -> list[Copy]:
        """Take up messages that do not show what their share is and are due, for the time of a lease."""

        def work(connection: Connection) -> list[Copy]:
            keys = [tuple(row) for row in connection.execute(_DUE, {"now": now, "most": limit})]
            if not keys:
                return []
            return _copies(connection.execute(_LEASE, {"keys": keys, "try_at": now + LEASE}).mappings())

        return await self._database.write(work)

    async def copy_done(self, copy: Copy, shows: ShareState, *, now: datetime) -> None:
        """Record what a message shows of its share by now; where that is gone, it is a copy no more."""
        key = {"message": copy.message_id, "share": copy.share_id}

        def work(connection: Connection) -> None:
            if shows is ShareState.GONE:
                connection.execute(_DROP_COPY, key)
                return
            share = lock(connection, copy.share_id)
            due = None if share is not None and share.state is shows else now
            connection.execute(_SET_SHOWN, {**key, "shown": shows, "due": due})

        await self._database.write(work)

    async def copy_failed(self, copy: Copy, try_at: datetime) -> None:
        """Record that a message could not be put right, and when that is tried again."""
        values = {"message": copy.message_id, "share": copy.share_id, "due": try_at}
        await self._database.write(lambda connection: connection.execute(_SET_FAILED, values))

    async def drop_gone(self) -> int:
        """Delete the shares that are gone and that no message shows any more; gives their number.

        Those that were reported and not kept stay, as long as their pictures do.
        """
        return await self._database.write(lambda connection: connection.execute(_DROP_GONE).rowcount)

    async def heart(self, share_id: int, user_id: int, now: datetime) -> int | None:
        """Give a person's heart to a share, or take it back; gives how many it has then.

        None, and nothing is changed, when it is not shared (any more).
        """

        def work(connection: Connection) -> int | None:
            # Its row is held, so that nobody else counts at the same time.
            share = lock(connection, share_id)
            if share is None or share.state is not ShareState.SHARED:
                return None
            taken = connection.execute(_TAKE_HEART, {"share": share_id, "user": user_id}).rowcount
            if not taken:
                connection.execute(_GIVE_HEART, {"share_id": share_id, "user_id": user_id, "created_at": now})
            more = {"share": share_id, "more": -1 if taken else 1}
            return int(connection.execute(_SET_HEARTS, more).scalar_one())

        return await self._database.write(work, urgent=True)

    async def page(
        self, selection: Selection, *, after: Cursor | None = None, backwards: bool = False, limit: int
    ) -> list[Share]:
        """List shares in the order of a selection, from behind a spot on; backwards those before it, the nearest first.

        A spot is where it is, whether or not a picture still stands there.
        """

        def work(connection: Connection) -> list[Share]:
            return _shares(find_page(connection, selection, after=after, backwards=backwards, limit=limit))

        return await self._database.read(work)

    async def count(self, selection: Selection) -> int:
        """Count the shares of a selection."""
        return await self._database.read(lambda connection: count_selection(connection, selection))

    async def random(self, guild_id: int) -> Share | None:
        """Find any shared picture of a server, each as likely as the other; None where there is none."""

        def work(connection: Connection) -> Share | None:
            row = find_random(connection, guild_id)
            return None if row is None else share_from_row(row)

        return await self._database.read(work)


def _find(connection: Connection, share_id: int) -> Share | None:
    row = connection.execute(_FIND, {"share": share_id}).mappings().one_or_none()
    return None if row is None else share_from_row(row)


def _find_of(connection: Connection, ref: PictureRef, guild_id: int) -> Share | None:
    values = {"job": ref.job_id, "of_place": ref.place, "guild": guild_id}
    row = connection.execute(_FIND_OF, values).mappings().one_or_none()
    return None if row is None else share_from_row(row)


def lock(connection: Connection, share_id: int) -> Share | None:
    """Find a share in a transaction of the caller's, and hold it until that is over."""
    row = connection.execute(_LOCK, {"share": share_id}).mappings().one_or_none()
    return None if row is None else share_from_row(row)


def set_state(connection: Connection, share_id: int, state: ShareState, now: datetime) -> Share | None:
    """Do what `Shares.set_state` does, in a transaction of the caller's."""
    share = lock(connection, share_id)
    if share is None or share.state in (state, ShareState.GONE):
        return share
    connection.execute(_SET_STATE, {"share": share_id, "becomes": state})
    connection.execute(_SETTLE, {"share": share_id, "becomes": state})
    connection.execute(_OUTDATE, {"share": share_id, "becomes": state, "now": now})
    return _find(connection, share_id)


def _to_row(share: Share) -> dict[str, Any]:
    return {
        "id": share.id,
        "guild_id": share.guild_id,
        "user_id": share.user_id,
        "job_id": share.ref.job_id,
        "place": share.ref.place,
        "state": share.state,
        "shows_prompt": share.shows_prompt,
        "theme_id": share.theme_id,
        "hearts": share.hearts,
        "created_at": share.created_at,
    }


def _shares(rows: Iterable[RowMapping]) -> list[Share]:
    return [share_from_row(row) for row in rows]


def share_from_row(row: RowMapping) -> Share:
    """Make a share of a row that has all its columns."""
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
    )


def _copies(rows: Iterable[RowMapping]) -> list[Copy]:
    return [Copy(**{**row, "shows": ShareState(row["shows"])}) for row in rows]
