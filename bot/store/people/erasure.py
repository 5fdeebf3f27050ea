"""The end of all that is kept of a person; what others have of theirs, and the money, stays without their name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Update,
    bindparam,
    cast,
    delete,
    exists,
    select,
    union,
    update,
)

from bot.domain.errors import from_record, to_record
from bot.domain.gallery import ShareState
from bot.domain.job import FINAL, JobState
from bot.domain.pseudonyms import NOBODY, Pseudonyms
from bot.store.database.batches import BATCH_SIZE
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.database.metadata import text_within
from bot.store.gallery.tables import hearts, share_copies, shares
from bot.store.jobs.tables import deliveries, job_files, jobs, posts
from bot.store.moderation.tables import audit, cases, mutes, reports
from bot.store.money.tables import charges
from bot.store.money.totals import rebuild_person
from bot.store.people.erasure_requests import ErasureRequest, MessageToDelete
from bot.store.people.tables import (
    drafts,
    erasure_requests,
    exports,
    messages_to_delete,
    people,
    reference_pictures,
)
from bot.store.server.tables import server_keys

SETTLES = timedelta(seconds=3)
"""After so long nothing is written any more for a job that failed: the engine stops a call within about a second."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_USER: BindParameter[Any] = bindparam("user")
_UNTIL: BindParameter[Any] = bindparam("until")
_IS_THEIRS = (jobs.c.user_id == _USER) & (jobs.c.created_at <= _UNTIL)
# One that is being taken in is waited for: whoever does so would go on, and keep its files.
_OPEN = (
    select(jobs.c.id)
    .where(_IS_THEIRS, jobs.c.state.in_((JobState.WAITING, JobState.PREPARING, JobState.CALLING)))
    .order_by(jobs.c.id)
)
_child = jobs.alias("child")
# What somebody works from is left until they are done; who begins later is not waited for.
_IS_IN_USE = exists(
    select(job_files.c.job_id)
    .join(_child, _child.c.id == job_files.c.job_id)
    .where(job_files.c.parent_job == jobs.c.id, _child.c.state.not_in(FINAL), _child.c.created_at <= _UNTIL)
)
# A call that was cancelled may keep one more picture before it hears of that.
_IS_OVER = jobs.c.state.in_(FINAL) & ((jobs.c.state != JobState.FAILED) | (jobs.c.ended_at <= bindparam("settled")))
_DONE = select(jobs.c.id).where(_IS_THEIRS, _IS_OVER, ~_IS_IN_USE).order_by(jobs.c.id).limit(BATCH_SIZE)
_REMAINING = select(jobs.c.id).where(_IS_THEIRS).limit(1)
_COPIES = select(job_files.c.blob).where(job_files.c.parent_job.in_(_IDS), job_files.c.job_id.not_in(_IDS))
_ASIDE = select(reference_pictures.c.blob).where(reference_pictures.c.parent_job.in_(_IDS))
_DROP_ASIDE = delete(reference_pictures).where(reference_pictures.c.parent_job.in_(_IDS))
_DRAFTS = select(drafts.c.id).where(drafts.c.user_id == _USER)
_REFERENCES = select(reference_pictures.c.id).where(reference_pictures.c.user_id == _USER)
_SHOWN = union(
    select(posts.c.message_id, posts.c.channel_id).where(posts.c.job_id.in_(_IDS)),
    select(deliveries.c.message_id, deliveries.c.channel_id)
    .join(jobs, jobs.c.id == deliveries.c.job_id)
    .where(
        deliveries.c.job_id.in_(_IDS),
        deliveries.c.message_id.is_not(None),
        deliveries.c.channel_id.is_not(None),
        jobs.c.private.is_(False),
    ),
    select(jobs.c.answer_id, jobs.c.channel_id).where(jobs.c.id.in_(_IDS), jobs.c.answer_id.is_not(None)),
)
_RECORD_MESSAGES = build_inserts(messages_to_delete)
_DROP = delete(jobs).where(jobs.c.id.in_(_IDS))

_END_SHARES = (
    update(shares).where(shares.c.user_id == _USER).values(user_id=NOBODY, state=ShareState.GONE).returning(shares.c.id)
)
# What moderators were shown of a report has the picture, and says whose it is.
_CASES = select(cases.c.message_id, cases.c.channel_id).where(
    cases.c.share_id.in_(_IDS), cases.c.message_id.is_not(None), cases.c.channel_id.is_not(None)
)
# What bars a picture from being shared again: it is not kept any more.
_DROP_CASES = delete(cases).where(cases.c.share_id.in_(_IDS))
_OUTDATE = update(share_copies).where(share_copies.c.share_id.in_(_IDS)).values(attempts=0, try_at=bindparam("now"))
_TAKE_HEARTS = (
    delete(hearts)
    .where(
        hearts.c.user_id == _USER,
        hearts.c.share_id.in_(select(hearts.c.share_id).where(hearts.c.user_id == _USER).limit(BATCH_SIZE)),
    )
    .returning(hearts.c.share_id)
)
_COUNT_DOWN = update(shares).where(shares.c.id.in_(_IDS)).values(hearts=shares.c.hearts - 1)
# Not `as_integer`, which has 32 bits on PostgreSQL.
_CANCELLER = cast(text_within(jobs.c.failure, "by_user_id"), BigInteger)
_CANCELLED_BY = select(jobs.c.id, jobs.c.failure).where(_CANCELLER == _USER)
_SET_FAILURE = update(jobs).where(jobs.c.id == bindparam("job"))
_DROP_DRAFTS = delete(drafts).where(drafts.c.user_id == _USER, drafts.c.id.in_(_IDS))
_DROP_REFERENCES = delete(reference_pictures).where(
    reference_pictures.c.user_id == _USER, reference_pictures.c.id.in_(_IDS)
)
_DROP_THEIRS = tuple(delete(table).where(table.c.user_id == _USER) for table in (people, reports, exports, server_keys))
_NAMELESS: tuple[Update, ...] = (
    # Charges since they asked to be erased are theirs still. By the number the older ones hold their budgets down.
    update(charges)
    .where(charges.c.user_id == _USER, charges.c.created_at <= _UNTIL)
    .values(user_id=bindparam("number")),
    *(
        update(column.table).where(column == _USER).values({column.name: None})
        for column in (mutes.c.user_id, mutes.c.by_user_id, audit.c.user_id, audit.c.moderator_id, cases.c.decided_by)
    ),
)
_FULFIL = delete(erasure_requests).where(erasure_requests.c.user_id == _USER)


class Erasure:
    """Erases people. Every method may be done again, as after a crash; all raise StoreUnavailable."""

    def __init__(self, database: Database, names: Pseudonyms) -> None:
        self._database = database
        self._names = names

    async def open_jobs(self, request: ErasureRequest) -> list[int]:
        """List the jobs of a person that can be cancelled, oldest first."""
        return await self._database.read(lambda connection: list(connection.execute(_OPEN, _of(request)).scalars()))

    async def done_jobs(self, request: ErasureRequest, *, now: datetime) -> list[int]:
        """List some of the jobs of a person that are over, and that nobody works from; none at the end."""
        values = {**_of(request), "settled": now - SETTLES}
        return await self._database.read(lambda connection: list(connection.execute(_DONE, values).scalars()))

    async def copies_of(self, ids: Sequence[int]) -> list[str]:
        """List the blobs in which others have copies of the pictures of jobs: to work from, or put aside.

        Those of requests that are done serve nothing but a look back, or the same request once more.
        """

        def work(connection: Connection) -> list[str]:
            copies = connection.execute(_COPIES, {"ids": ids}).scalars()
            return list(dict.fromkeys([*copies, *connection.execute(_ASIDE, {"ids": ids}).scalars()]))

        return await self._database.read(work)

    async def drop_jobs(self, ids: Sequence[int]) -> list[MessageToDelete]:
        """Delete jobs with all their rows, after their blobs; gives the messages that showed them, to be deleted."""

        def work(connection: Connection) -> list[MessageToDelete]:
            messages = [MessageToDelete(*row) for row in connection.execute(_SHOWN, {"ids": ids})]
            _record_messages(connection, messages)
            connection.execute(_DROP_ASIDE, {"ids": ids})
            connection.execute(_DROP, {"ids": ids})
            return messages

        return await self._database.write(work)

    async def drafts_and_references(self, user_id: int) -> list[int]:
        """List the drafts and the references of a person, whose blobs are in folders of these ids."""

        def work(connection: Connection) -> list[int]:
            values = {"user": user_id}
            found = [*connection.execute(_DRAFTS, values).scalars(), *connection.execute(_REFERENCES, values).scalars()]
            return list(dict.fromkeys(found))

        return await self._database.read(work)

    async def drop_drafts_and_references(self, user_id: int, ids: Sequence[int]) -> None:
        """Delete drafts and references of a person, after their blobs."""

        def work(connection: Connection) -> None:
            for statement in (_DROP_DRAFTS, _DROP_REFERENCES):
                connection.execute(statement, {"user": user_id, "ids": ids})

        await self._database.write(work)

    async def end_shares(self, user_id: int, *, now: datetime) -> tuple[list[int], list[MessageToDelete]]:
        """End all that a person shared, and have what shows it put right from now on.

        Gives the ids of the shares, and the messages to moderators about them, to be deleted.
        """

        def work(connection: Connection) -> tuple[list[int], list[MessageToDelete]]:
            ids = list(connection.execute(_END_SHARES, {"user": user_id}).scalars())
            messages: list[MessageToDelete] = []
            for start in range(0, len(ids), BATCH_SIZE):
                some = ids[start : start + BATCH_SIZE]
                connection.execute(_OUTDATE, {"ids": some, "now": now})
                messages += [MessageToDelete(*row) for row in connection.execute(_CASES, {"ids": some})]
                connection.execute(_DROP_CASES, {"ids": some})
            _record_messages(connection, messages)
            return ids, messages

        return await self._database.write(work)

    async def take_hearts(self, user_id: int) -> list[int]:
        """Take some of a person's hearts back, and count them no more; gives the ids of the shares, none at the end."""

        def work(connection: Connection) -> list[int]:
            ids = list(connection.execute(_TAKE_HEARTS, {"user": user_id}).scalars())
            if ids:
                connection.execute(_COUNT_DOWN, {"ids": ids})
            return ids

        return await self._database.write(work)

    async def clear(self, request: ErasureRequest) -> bool:
        """Take a person's name out of all the rest; where none of their jobs is left, the request goes too."""
        cancelled = await self._database.read(
            lambda connection: connection.execute(_CANCELLED_BY, {"user": request.user_id}).all()
        )

        number = self._names.number_of(request.user_id)

        def work(connection: Connection) -> bool:
            for job_id, failure in cancelled:
                record = to_record(_without_name(from_record(failure)))
                connection.execute(_SET_FAILURE, {"job": job_id, "failure": record})
            for statement in (*_DROP_THEIRS, *_NAMELESS):
                connection.execute(statement, {**_of(request), "number": number})
            rebuild_person(connection, [request.user_id, number])
            if connection.execute(_REMAINING, _of(request)).first() is not None:
                return False
            connection.execute(_FULFIL, {"user": request.user_id})
            return True

        return await self._database.write(work)

    async def leave_no_trace(self) -> None:
        """Clear the database's log of what was deleted, as far as nobody reads from it right now.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        await self._database.truncate_log()


def _record_messages(connection: Connection, messages: Sequence[MessageToDelete]) -> None:
    if messages:
        rows = [{"message_id": one.message_id, "channel_id": one.channel_id} for one in messages]
        connection.execute(_RECORD_MESSAGES[connection.dialect.name], rows)


def _of(request: ErasureRequest) -> dict[str, Any]:
    return {"user": request.user_id, "until": request.asked_at}


def _without_name(error: Any) -> Any:
    return replace(error, by_user_id=NOBODY)
