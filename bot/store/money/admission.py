"""Admission: limits and budgets checked and the money reserved, in one transaction that is alone at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    bindparam,
    func,
    insert,
    select,
    text,
    tuple_,
    update,
)

from bot.domain.budget import Budget, Unit
from bot.domain.errors import BudgetSpent, QueueFull, TooManyJobs, from_record
from bot.domain.job import JobState, StoredFile
from bot.domain.pseudonyms import Pseudonyms
from bot.store.money.budgets import Asker, BudgetState
from bot.store.money.ledger import ChargeState, stand_of
from bot.store.tables import charges, job_files, jobs

ADMITTED = (JobState.WAITING, JobState.PREPARING, JobState.CALLING)
"""The stages in which a job has its reservation and counts against the limits."""

# One of PostgreSQL's advisory locks: `SELECT … FOR UPDATE` cannot lock what is not there yet.
_ALONE = text(f"SELECT pg_advisory_xact_lock({0x656173_656C_02})")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most jobs that one person and one server may have open, and that may wait in all.

    `per_user_here` is what one person may have open in the server that a job comes from.
    """

    per_user: int
    per_server: int
    queue: int
    per_user_here: int | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """How a job was let in: so many wait before it, and its asker had so many open jobs (0: its turn is first)."""

    place: int
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What a job brings along to be admitted."""

    id: int
    files: Sequence[StoredFile]
    estimate_microusd: int
    role_ids: Sequence[int]
    now: datetime


def _count(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(jobs).where(condition).scalar_subquery()


_JOB = select(jobs).where(jobs.c.id == bindparam("job")).with_for_update()
_IS_USERS = jobs.c.user_id == bindparam("user")
_IS_SERVERS = jobs.c.guild_id == bindparam("server")
_IS_WAITING = jobs.c.state == JobState.WAITING
_IS_ADMITTED = jobs.c.state.in_(ADMITTED)
# One that is still being taken in counts if it came first: else two at once would turn each other away.
_CAME_FIRST = (jobs.c.state == JobState.ACCEPTING) & (jobs.c.id < bindparam("job"))
_CROWD = select(
    (_count(_IS_USERS & _IS_ADMITTED) + _count(_IS_USERS & _CAME_FIRST)).label("of_user"),
    (_count(_IS_SERVERS & _IS_ADMITTED) + _count(_IS_SERVERS & _CAME_FIRST)).label("of_server"),
    (_count(_IS_USERS & _IS_SERVERS & _IS_ADMITTED) + _count(_IS_USERS & _IS_SERVERS & _CAME_FIRST)).label("here"),
    _count(_IS_WAITING).label("waiting"),
    _count(_IS_USERS & _IS_ADMITTED).label("priority"),
)
_BEFORE = select(_count(_IS_WAITING & (jobs.c.priority <= bindparam("own_priority"))))
_ENTER = update(jobs).where(jobs.c.id == bindparam("job"))

_own = jobs.alias("own")
_PLACE = (
    select(func.count(jobs.c.id))
    .select_from(_own)
    .outerjoin(
        jobs,
        _IS_WAITING
        & (tuple_(jobs.c.priority, jobs.c.queued_at, jobs.c.id) < tuple_(_own.c.priority, _own.c.queued_at, _own.c.id)),
    )
    .where(_own.c.id == bindparam("job"), _own.c.state == JobState.WAITING)
    .group_by(_own.c.id)
)


def admit(
    connection: Connection, ticket: Ticket, *, limits: Limits, budgets: Sequence[Budget], names: Pseudonyms
) -> Admission:
    """Move a job from ACCEPTING to WAITING with its files and its reservation.

    A job that is in already keeps what it has; one that has failed meanwhile (its asker cancelled) stays so.

    Raises:
        EaselError: what the job has failed with meanwhile.
        TooManyJobs: its asker or its server has as many as it may have.
        QueueFull: as many wait as may wait.
        BudgetSpent: a budget would be overdrawn; of several, the one that renews last.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_ALONE)
    row = connection.execute(_JOB, {"job": ticket.id}).mappings().one()
    if row["failure"] is not None:
        raise from_record(row["failure"])
    if row["state"] != JobState.ACCEPTING:
        return Admission(waiting_before(connection, ticket.id) or 0, row["priority"])
    asker = Asker(user_id=row["user_id"], guild_id=row["guild_id"], role_ids=frozenset(ticket.role_ids))
    priority = _check_limits(connection, ticket.id, asker, limits)
    pictures = int(row["options"]["n"])
    states = stand_of(connection, budgets, asker, names=names, now=ticket.now)
    _check_budgets(states, ticket, pictures)
    before = connection.execute(_BEFORE, {"own_priority": priority}).scalar_one()
    _enter(connection, ticket, asker, priority=priority, pictures=pictures, model=row["model"])
    return Admission(place=before, priority=priority)


def waiting_before(connection: Connection, job_id: int) -> int | None:
    """Count the jobs that wait before this one; None when it does not wait."""
    return connection.execute(_PLACE, {"job": job_id}).scalar_one_or_none()


def _check_limits(connection: Connection, job_id: int, asker: Asker, limits: Limits) -> int:
    """Refuse what passes a limit; give the number of jobs that the asker has open, the job's priority."""
    values = {"job": job_id, "user": asker.user_id, "server": asker.guild_id}
    crowd = connection.execute(_CROWD, values).one()
    if crowd.of_user >= limits.per_user:
        raise TooManyJobs(scope="user", open=crowd.of_user, limit=limits.per_user)
    if limits.per_user_here is not None and crowd.here >= limits.per_user_here:
        raise TooManyJobs(scope="here", open=crowd.here, limit=limits.per_user_here)
    if asker.guild_id is not None and crowd.of_server >= limits.per_server:
        raise TooManyJobs(scope="server", open=crowd.of_server, limit=limits.per_server)
    if crowd.waiting >= limits.queue:
        raise QueueFull(waiting=crowd.waiting, limit=limits.queue)
    return int(crowd.priority)


def _check_budgets(states: Sequence[BudgetState], ticket: Ticket, pictures: int) -> None:
    amounts = {Unit.MICROUSD: ticket.estimate_microusd, Unit.PICTURES: pictures}
    refusing = [state for state in states if state.refuses(amounts[state.budget.unit])]
    if refusing:
        worst = max(refusing, key=lambda state: state.renews_at)
        raise BudgetSpent(
            scope=worst.budget.scope,
            of_server=worst.budget.within is not None,
            period=worst.budget.period,
            unit=worst.budget.unit,
            limit=worst.budget.limit,
            left=worst.left,
            renews_at=int(worst.renews_at.timestamp()),
        )


def _enter(connection: Connection, ticket: Ticket, asker: Asker, *, priority: int, pictures: int, model: str) -> None:
    values = {"state": JobState.WAITING, "priority": priority, "queued_at": ticket.now}
    connection.execute(_ENTER, {"job": ticket.id, **values})
    charge = {
        "job_id": ticket.id,
        "user_id": asker.user_id,
        "guild_id": asker.guild_id,
        "model": model,
        "state": ChargeState.RESERVED,
        "reserved_microusd": ticket.estimate_microusd,
        "reserved_pictures": pictures,
        "settled_microusd": 0,
        "settled_pictures": 0,
        "day": ticket.now.astimezone(UTC).date(),
        "created_at": ticket.now,
    }
    connection.execute(insert(charges), charge)
    if ticket.files:
        rows = [
            {
                "job_id": ticket.id,
                "place": place,
                "label": file.label,
                "blob": file.blob,
                "parent_job": file.parent and file.parent.job_id,
                "parent_place": file.parent and file.parent.place,
            }
            for place, file in enumerate(ticket.files)
        ]
        connection.execute(insert(job_files), rows)
