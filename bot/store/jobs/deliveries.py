"""Delivery records: what was meant to be posted, and what was."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, select, update

from bot.domain.job import JobState
from bot.store.database.engine import Database
from bot.store.database.inserts import build_inserts
from bot.store.database.metadata import is_one_of
from bot.store.jobs import posts
from bot.store.jobs.posts import Post
from bot.store.jobs.tables import deliveries, jobs


class Way(StrEnum):
    """How a part of the answer goes out."""

    ORIGINAL = "original"
    """As an edit of the interaction's own answer, which may be repeated."""
    CHANNEL = "channel"


class DeliveryState(StrEnum):
    """How far a delivery has come; after a crash, one with an intent alone may have been sent or not."""

    INTENT = "intent"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One part of an answer; `nonce` is what Discord knows its message by, `message_id` what it called it."""

    part: int
    way: Way
    state: DeliveryState
    nonce: str
    intended_at: datetime
    message_id: int | None = None
    channel_id: int | None = None


_OF_JOB = select(deliveries).where(deliveries.c.job_id == bindparam("job")).order_by(deliveries.c.part)
_ONE = _OF_JOB.where(deliveries.c.part == bindparam("part"))
_INTEND = build_inserts(deliveries)
_UPDATE = update(deliveries).where(deliveries.c.job_id == bindparam("job"), deliveries.c.part == bindparam("of_part"))
_REDIRECT = _UPDATE.where(deliveries.c.state == DeliveryState.INTENT)
_CLOSE = (
    update(jobs)
    .where(
        jobs.c.id == bindparam("job"),
        is_one_of(jobs.c.state, (JobState.DRAWN, JobState.UNDELIVERABLE, JobState.FAILING)),
    )
    .values(state=case((jobs.c.state == JobState.FAILING, JobState.FAILED), else_=JobState.DELIVERED))
)


class Deliveries:
    """The delivery records of jobs. Every method is one transaction; all raise StoreUnavailable when it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def intend(self, job_id: int, *, part: int, way: Way, now: datetime) -> Delivery:
        """Record the intent to send a part of the answer, unless there is a record of it, which comes back."""

        def work(connection: Connection) -> Delivery:
            intend(connection, job_id, part=part, way=way, now=now)
            return _load(connection, job_id, part)

        return await self._database.write(work)

    async def redirect(self, job_id: int, *, part: int, way: Way) -> Delivery:
        """Record another way for a part that is intended and not sent, as when the token has expired."""

        def work(connection: Connection) -> Delivery:
            connection.execute(_REDIRECT, {"job": job_id, "of_part": part, "way": way})
            return _load(connection, job_id, part)

        return await self._database.write(work)

    async def sent(
        self,
        job_id: int,
        *,
        part: int,
        message_id: int,
        channel_id: int | None,
        last: bool,
        now: datetime,
        places: tuple[int, int] | None = None,
    ) -> bool:
        """Record that a part is out; the `last` one closes the job: FAILED if it was FAILING, else DELIVERED.

        True where that has closed it, which happens once, whoever else delivers it.

        `places` are those of the first and the last picture in it: by them `Posts` knows the message.
        """
        values = {"state": DeliveryState.SENT, "message_id": message_id, "channel_id": channel_id, "sent_at": now}

        def work(connection: Connection) -> bool:
            connection.execute(_UPDATE, {"job": job_id, "of_part": part, **values})
            if places is not None and channel_id is not None:
                posts.record(connection, Post(message_id, channel_id, job_id, *places))
            return last and connection.execute(_CLOSE, {"job": job_id, "ended_at": now}).rowcount == 1

        return await self._database.write(work)

    async def of(self, job_id: int) -> tuple[Delivery, ...]:
        """Load the records of a job, in the order of the parts."""
        return await self._database.read(
            lambda connection: tuple(_delivery(row) for row in connection.execute(_OF_JOB, {"job": job_id}))
        )


def intend(connection: Connection, job_id: int, *, part: int, way: Way, now: datetime) -> None:
    """Record the intent to send a part of the answer, unless there is a record of it."""
    values = {
        "job_id": job_id,
        "part": part,
        "way": way,
        "state": DeliveryState.INTENT,
        "nonce": nonce_of(job_id, part),
        "intended_at": now,
    }
    connection.execute(_INTEND[connection.dialect.name], values)


def nonce_of(job_id: int, part: int) -> str:
    """Give what Discord knows a message of an answer by: at most 25 characters."""
    return f"{job_id}-{part}"


def _load(connection: Connection, job_id: int, part: int) -> Delivery:
    return _delivery(connection.execute(_ONE, {"job": job_id, "part": part}).one())


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        part=row.part,
        way=Way(row.way),
        state=DeliveryState(row.state),
        nonce=row.nonce,
        intended_at=row.intended_at,
        message_id=row.message_id,
        channel_id=row.channel_id,
    )
