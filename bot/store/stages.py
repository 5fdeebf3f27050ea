"""The steps of a job inside a transaction: each is one UPDATE that holds the stages it may come from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, bindparam, case, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.errors import EaselError, to_record
from bot.domain.job import FOLLOWS, JobState, Origin, StoredPicture
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.store.ledger import ChargeState
from bot.store.records import options_to_record, storable
from bot.store.tables import UtcTime, charges, jobs, pictures, processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What came back from the provider, its bytes in the blob store."""

    pictures: Sequence[StoredPicture]
    quality: str | None
    size: str | None
    dropped: Sequence[str]
    cost: Cost


_ACCEPT = {
    "sqlite": sqlite.insert(jobs).on_conflict_do_nothing().returning(jobs.c.id),
    "postgresql": postgresql.insert(jobs).on_conflict_do_nothing().returning(jobs.c.id),
}
_STEPS = {
    to: update(jobs).where(
        jobs.c.id == bindparam("job"), jobs.c.state.in_([state for state in JobState if to in FOLLOWS[state]])
    )
    for to in JobState
}
_NOBODY_ELSE_HAS_IT = or_(
    jobs.c.state == JobState.WAITING,
    jobs.c.executor == bindparam("mover"),
    ~exists(select(processes.c.executor).where(processes.c.executor == jobs.c.executor)),
)
_MOVES = {
    JobState.PREPARING: _STEPS[JobState.PREPARING].where(_NOBODY_ELSE_HAS_IT).values(started_at=bindparam("now")),
    JobState.CALLING: _STEPS[JobState.CALLING]
    .where(_NOBODY_ELSE_HAS_IT)
    .values(
        attempts=jobs.c.attempts + 1,
        # After a crash the time runs anew: it is that of the work, not of the outage.
        started_at=case((jobs.c.state == JobState.CALLING, bindparam("now", type_=UtcTime)), else_=jobs.c.started_at),
    ),
}
_SETTLE = (
    update(charges)
    .where(charges.c.job_id == bindparam("job"), charges.c.state == ChargeState.RESERVED)
    .values(settled_microusd=func.coalesce(bindparam("microusd", type_=BigInteger), charges.c.reserved_microusd))
)


def accept(
    connection: Connection,
    job_id: int,
    *,
    origin: Origin,
    prompt: str,
    options: Options,
    executor: str,
    now: datetime,
) -> bool:
    """Insert a job as ACCEPTING; False when there is one of this id."""
    values = {
        "id": job_id,
        "state": JobState.ACCEPTING,
        "application_id": origin.application_id,
        "token": origin.token,
        "expires_at": origin.expires_at,
        "channel_id": origin.channel_id,
        "guild_id": origin.guild_id,
        "user_id": origin.user_id,
        "private": origin.private,
        "spoiler": origin.spoiler,
        "filesize_limit_bytes": origin.filesize_limit_bytes,
        "prompt": storable(prompt),
        "options": options_to_record(options),
        "model": options.model,
        "asked_quality": options.quality,
        "dropped": [],
        "executor": executor,
        "attempts": 0,
        "created_at": now,
    }
    return connection.execute(_ACCEPT[connection.dialect.name], values).scalar_one_or_none() is not None


def move(connection: Connection, job_id: int, *, to: JobState, executor: str, now: datetime) -> bool:
    """Enter PREPARING or CALLING for a process; False when it may not.

    Raises:
        ValueError: it is another stage.
    """
    if to not in _MOVES:
        raise ValueError(f"a job does not come to {to} by a move")
    values = {"job": job_id, "state": to, "executor": executor, "mover": executor, "now": now}
    return connection.execute(_MOVES[to], values).rowcount == 1


def keep(connection: Connection, job_id: int, *, answer: Drawn, now: datetime) -> bool:
    """Enter DRAWN with the pictures and the settled charge; False when it was not CALLING."""
    values = {
        "quality": answer.quality and storable(answer.quality),
        "size": answer.size and storable(answer.size),
        "dropped": list(answer.dropped),
        "cost_microusd": answer.cost.microusd,
        "cost_estimated": answer.cost.estimated,
        "drawn_at": now,
    }
    if not _step(connection, job_id, to=JobState.DRAWN, values=values):
        return False
    rows = [{"job_id": job_id, **asdict(picture)} for picture in answer.pictures]
    if rows:
        connection.execute(insert(pictures), rows)
    _settle(connection, job_id, microusd=answer.cost.microusd, pictures=len(rows), now=now)
    return True


def fail(connection: Connection, job_id: int, *, error: EaselError, now: datetime, charge_microusd: int) -> bool:
    """Enter FAILING and release the charge, or settle it with `charge_microusd`; False when it was not open."""
    if not _step(connection, job_id, to=JobState.FAILING, values={"failure": to_record(error)}):
        return False
    state = ChargeState.SETTLED if charge_microusd else ChargeState.RELEASED
    _settle(connection, job_id, microusd=charge_microusd, pictures=0, now=now, state=state)
    return True


def close(connection: Connection, job_id: int, *, to: JobState, now: datetime) -> bool:
    """Enter a final stage; False when it may not follow."""
    return _step(connection, job_id, to=to, values={"ended_at": now})


def _step(connection: Connection, job_id: int, *, to: JobState, values: dict[str, Any]) -> bool:
    return connection.execute(_STEPS[to], {"job": job_id, "state": to, **values}).rowcount == 1


def _settle(
    connection: Connection,
    job_id: int,
    *,
    microusd: int | None,
    pictures: int,
    now: datetime,
    state: ChargeState = ChargeState.SETTLED,
) -> None:
    values = {"job": job_id, "state": state, "microusd": microusd, "settled_pictures": pictures, "settled_at": now}
    connection.execute(_SETTLE, values)
