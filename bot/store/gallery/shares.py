"""What is shared: pictures, and the messages that show them."""

# ruff: noqa: A002 - a thing is named by its id, as in the domain's own values

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, text, update

from bot.domain.gallery import Copy, Cursor, Selection, Share, ShareState
from bot.domain.request import PictureRef
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.gallery import copies
from bot.store.gallery.pages import count_selection, find_random, load_page
from bot.store.gallery.share_loader import find_share, find_share_by, load_shares, lock_share
from bot.store.gallery.tables import hearts, share_copies, shares

# Word for word as in the index: the databases do not look into a parameter.
_IS_LEFT = text("shares.state != 'gone'")
_SHARE = build_inserts(shares, returning=shares.c.id)
_FIND_OF = select(shares).where(
    shares.c.job_id == bindparam("job"),
    shares.c.place == bindparam("of_place"),
    shares.c.guild_id == bindparam("guild"),
    _IS_LEFT,
)
_PLACES_OF = select(shares.c.place).where(
    shares.c.job_id == bindparam("job"), shares.c.guild_id == bindparam("guild"), _IS_LEFT
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
_SET_STATE = update(shares).where(shares.c.id == bindparam("share"), _IS_LEFT).values(state=bindparam("becomes"))
_SET_HEARTS = (
    update(shares)
    .where(shares.c.id == bindparam("share"))
    .values(hearts=shares.c.hearts + bindparam("more"))
    .returning(shares.c.hearts)
)
_TAKE_HEART = delete(hearts).where(hearts.c.share_id == bindparam("share"), hearts.c.user_id == bindparam("user"))
_GIVE_HEART = hearts.insert()


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
        return await self._database.read(lambda connection: find_share(connection, id))

    async def find_of(self, ref: PictureRef, guild_id: int) -> Share | None:
        """Find how a picture is shared in a server; None where it is not, or not any more."""
        values = {"job": ref.job_id, "of_place": ref.place, "guild": guild_id}
        return await self._database.read(lambda connection: find_share_by(connection, _FIND_OF, values))

    async def places_of(self, job_id: int, guild_id: int) -> frozenset[int]:
        """Tell which pictures of a job are shared in a server, those that wait for a moderator too."""
        values = {"job": job_id, "guild": guild_id}
        return await self._database.read(lambda connection: frozenset(connection.execute(_PLACES_OF, values).scalars()))

    async def find_shown(self, message_id: int) -> Share | None:
        """Find what a message shows; None for one that is no copy of a share, or a sheet of several."""
        return await self._database.read(
            lambda connection: find_share_by(connection, _FIND_SHOWN, {"message": message_id})
        )

    async def of_sheet(self, message_id: int) -> list[Share]:
        """List what a sheet was made of, the most hearted first."""
        return await self._database.read(lambda connection: load_shares(connection, _OF_SHEET, {"message": message_id}))

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
        return await self._database.read(lambda connection: load_shares(connection, _OF_PERSON, {"user": user_id}))

    async def record_copy(self, copy: Copy, *, now: datetime) -> bool:
        """Record a message that shows a share; False when there is no such share any more.

        Where the share has become something else meanwhile, it is due to be put right at once.
        """
        return await self._database.write(lambda connection: copies.record(connection, copy, now=now))

    async def copies(self, share_id: int) -> list[Copy]:
        """List the messages that show a share, oldest first."""
        return await self._database.read(lambda connection: copies.load_copies(connection, share_id))

    async def stale(self, now: datetime, limit: int) -> list[Copy]:
        """Take up messages that do not show what their share is and are due, for the time of a lease."""
        return await self._database.write(lambda connection: copies.lease_stale(connection, now=now, limit=limit))

    async def copy_done(self, copy: Copy, shows: ShareState, *, now: datetime) -> None:
        """Record what a message shows of its share by now; where that is gone, it is a copy no more."""
        await self._database.write(lambda connection: copies.mark_shown(connection, copy, shows, now=now))

    async def copy_failed(self, copy: Copy, try_at: datetime) -> None:
        """Record that a message could not be put right, and when that is tried again."""
        await self._database.write(lambda connection: copies.mark_failed(connection, copy, try_at=try_at))

    async def heart(self, share_id: int, user_id: int, now: datetime) -> int | None:
        """Give a person's heart to a share, or take it back; gives how many it has then.

        None, and nothing is changed, when it is not shared (any more).
        """

        def work(connection: Connection) -> int | None:
            # Its row is held, so that nobody else counts at the same time.
            share = lock_share(connection, share_id)
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
        return await self._database.read(
            lambda connection: load_page(connection, selection, after=after, backwards=backwards, limit=limit)
        )

    async def count(self, selection: Selection) -> int:
        """Count the shares of a selection."""
        return await self._database.read(lambda connection: count_selection(connection, selection))

    async def random(self, selection: Selection) -> Share | None:
        """Find any shared picture of a selection, each as likely as the other; None where there is none."""
        return await self._database.read(lambda connection: find_random(connection, selection))


def set_state(connection: Connection, share_id: int, state: ShareState, now: datetime) -> Share | None:
    """Do what `Shares.set_state` does, in a transaction of the caller's."""
    share = lock_share(connection, share_id)
    if share is None or share.state in (state, ShareState.GONE):
        return share
    connection.execute(_SET_STATE, {"share": share_id, "becomes": state})
    copies.schedule(connection, share_id, state, now=now)
    return find_share(connection, share_id)


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
        "shown": share.shown,
    }
