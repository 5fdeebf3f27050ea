"""Admission: limits and budgets checked and the money reserved, in one transaction.

It is alone at what it counts: a person's jobs and money, a server's, and the bot's where a budget holds that down.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, bindparam, func, insert, select, update

from bot.domain.budget import Budget, Scope, Unit
from bot.domain.crop import Crop
from bot.domain.errors import BudgetSpent, QueueFull, TooManyJobs, from_record
from bot.domain.job import Job, JobState, StoredFile
from bot.domain.pseudonyms import Pseudonyms
from bot.store.database.advisory_locks import AdvisoryLock, take_lock, take_locks_of
from bot.store.database.metadata import is_one_of
from bot.store.jobs.loader import load_job, to_job
from bot.store.jobs.queue import count_waiting_before
from bot.store.jobs.tables import job_files, jobs
from bot.store.money.budgets import Asker, BudgetState
from bot.store.money.charges import reserve
from bot.store.money.ledger import load_budget_states

_NEAR = 200
"""So many free places are few: 50 processes may admit four jobs each at once."""
ADMITTED = (JobState.WAITING, JobState.PREPARING, JobState.CALLING)
"""The stages in which a job has its reservation and counts against the limits."""


Enlist = Callable[[Connection, int], object]
"""Puts a job that is let in, with its priority, into a queue that the same transaction can write to."""


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
    """A job that was let in: so many wait before it, and its asker had so many open jobs (0: its turn is first)."""

    job: Job
    place: int
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionRequest:
    """What a job brings along to be admitted.

    `server_key_id` is the server's own key that pays, None: the bot. `crop` is the part of the original that goes up.
    """

    id: int
    files: Sequence[StoredFile]
    estimate_microusd: int
    role_ids: Sequence[int]
    server_key_id: int | None
    now: datetime
    crop: Crop | None = None


def _count(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(jobs).where(condition).scalar_subquery()


_JOB = select(jobs).where(jobs.c.id == bindparam("job")).with_for_update()
_IS_USERS = jobs.c.user_id == bindparam("user")
_IS_SERVERS = jobs.c.guild_id == bindparam("server")
_IS_WAITING = jobs.c.state == JobState.WAITING
_IS_ADMITTED = is_one_of(jobs.c.state, ADMITTED)
# One that is still being taken in counts if it came first: else two at once would turn each other away.
_CAME_FIRST = (jobs.c.state == JobState.ACCEPTING) & (jobs.c.id < bindparam("job"))
_OPEN_JOBS = select(
    (_count(_IS_USERS & _IS_ADMITTED) + _count(_IS_USERS & _CAME_FIRST)).label("of_user"),
    (_count(_IS_SERVERS & _IS_ADMITTED) + _count(_IS_SERVERS & _CAME_FIRST)).label("of_server"),
    (_count(_IS_USERS & _IS_SERVERS & _IS_ADMITTED) + _count(_IS_USERS & _IS_SERVERS & _CAME_FIRST)).label("here"),
    _count(_IS_WAITING).label("waiting"),
    _count(_IS_USERS & _IS_ADMITTED).label("priority"),
)
_BEFORE = select(_count(_IS_WAITING & (jobs.c.priority <= bindparam("own_priority"))))
_ENTER = update(jobs).where(jobs.c.id == bindparam("job"))


def admit(
    connection: Connection, request: AdmissionRequest, *, limits: Limits, budgets: Sequence[Budget], names: Pseudonyms
) -> Admission:
    """Move a job from ACCEPTING to WAITING with its files and its reservation.

    A job that is in already keeps what it has; one that has failed meanwhile (its asker cancelled) stays so.

    Raises:
        EaselError: what the job has failed with meanwhile.
        TooManyJobs: its asker or its server has as many as it may have.
        QueueFull: as many wait as may wait.
        BudgetSpent: a budget would be overdrawn; of several, the one that renews last.
    """
    row = connection.execute(_JOB, {"job": request.id}).mappings().one()
    if row["failure"] is not None:
        raise from_record(row["failure"])
    if row["state"] != JobState.ACCEPTING:
        place = count_waiting_before(connection, request.id) or 0
        return Admission(job=load_job(connection, request.id), place=place, priority=row["priority"])
    asker = Asker(
        user_id=row["user_id"],
        guild_id=row["guild_id"],
        role_ids=frozenset(request.role_ids),
        server_key_id=request.server_key_id,
    )
    take_locks_of(connection, user_id=asker.user_id, guild_id=asker.guild_id)
    if any(budget.scope is Scope.BOT for budget in budgets):
        take_lock(connection, AdvisoryLock.BOTS_BUDGET)
    priority, waiting = _check_limits(connection, request.id, asker, limits, reserves=True)
    pictures = int(row["options"]["n"])
    states = load_budget_states(connection, budgets, asker, names=names, now=request.now)
    _check_budgets(states, {Unit.MICROUSD: request.estimate_microusd, Unit.PICTURES: pictures})
    before = connection.execute(_BEFORE, {"own_priority": priority}).scalar_one() if waiting else 0
    entered = _enter(connection, request, asker, priority=priority, pictures=pictures, model=row["model"])
    charge = {"reserved_microusd": request.estimate_microusd, "server_key_id": request.server_key_id}
    job = to_job({**row, **entered, **charge}, files=request.files)
    return Admission(job=job, place=before, priority=priority)


def check_admission(
    connection: Connection,
    job_id: int,
    asker: Asker,
    *,
    amounts: Mapping[Unit, int],
    limits: Limits | None,
    budgets: Sequence[Budget],
    names: Pseudonyms,
    now: datetime,
) -> None:
    """Refuse what `admit` would refuse as things stand; a job that is not recorded has an id all the same.

    Raises:
        TooManyJobs, QueueFull, BudgetSpent: as `admit` does.
    """
    if limits is not None:
        _check_limits(connection, job_id, asker, limits)
    _check_budgets(load_budget_states(connection, budgets, asker, names=names, now=now), amounts)


def _check_limits(
    connection: Connection, job_id: int, asker: Asker, limits: Limits, *, reserves: bool = False
) -> tuple[int, int]:
    """Refuse what passes a limit; give how many jobs the asker has open, the job's priority, and how many wait in all.

    Where it `reserves` a place in the queue, it is alone at that near the limit: as many as are at it at once beyond
    that, a few a process, do not fill it.
    """
    values = {"job": job_id, "user": asker.user_id, "server": asker.guild_id}
    found = connection.execute(_OPEN_JOBS, values).one()
    if reserves and found.waiting >= limits.queue - min(limits.queue // 2, _NEAR):
        take_lock(connection, AdvisoryLock.QUEUE_LIMIT)
        found = connection.execute(_OPEN_JOBS, values).one()
    if found.of_user >= limits.per_user:
        raise TooManyJobs(scope="user", open=found.of_user, limit=limits.per_user)
    if limits.per_user_here is not None and found.here >= limits.per_user_here:
        raise TooManyJobs(scope="here", open=found.here, limit=limits.per_user_here)
    if asker.guild_id is not None and found.of_server >= limits.per_server:
        raise TooManyJobs(scope="server", open=found.of_server, limit=limits.per_server)
    if found.waiting >= limits.queue:
        raise QueueFull(waiting=found.waiting, limit=limits.queue)
    return int(found.priority), int(found.waiting)


def _check_budgets(states: Sequence[BudgetState], amounts: Mapping[Unit, int]) -> None:
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


def _enter(
    connection: Connection, request: AdmissionRequest, asker: Asker, *, priority: int, pictures: int, model: str
) -> dict[str, Any]:
    """Write all that lets a job in; gives what is new in its row."""
    values = {
        "state": JobState.WAITING,
        "priority": priority,
        "queued_at": request.now,
        "crop": request.crop and asdict(request.crop),
    }
    connection.execute(_ENTER, {"job": request.id, **values})
    reserve(
        connection,
        request.id,
        asker,
        model=model,
        microusd=request.estimate_microusd,
        pictures=pictures,
        now=request.now,
    )
    if request.files:
        rows = [
            {
                "job_id": request.id,
                "place": place,
                "label": file.label,
                "blob": file.blob,
                "parent_job": file.parent and file.parent.job_id,
                "parent_place": file.parent and file.parent.place,
            }
            for place, file in enumerate(request.files)
        ]
        connection.execute(insert(job_files), rows)
    return values
