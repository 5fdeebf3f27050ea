"""The transitions of a job from stage to stage: each is one UPDATE that holds the stages it may come from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, delete, exists, insert, or_, select, update

from bot.domain.errors import Cancelled, EaselError, ProviderError, Stopped, to_record
from bot.domain.job import FINAL, FOLLOWS, OPEN, Job, JobState, Origin, StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.store.blobs.deletions import mark_for_deletion
from bot.store.database.inserts import build_inserts
from bot.store.database.metadata import UtcTime, is_one_of
from bot.store.database.tables import processes
from bot.store.jobs.loader import load_job
from bot.store.jobs.options_record import options_to_record
from bot.store.jobs.tables import jobs, pictures
from bot.store.money.charges import lose, release, settle
from bot.store.money.tables import charges


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What came back from the provider, its bytes in the blob store; of an exact edit, the exact pictures."""

    pictures: Sequence[StoredPicture]
    quality: str | None
    size: str | None
    dropped: Sequence[str]
    cost: Cost


_ACCEPT = build_inserts(jobs, returning=jobs.c.id)
_HAND_OVER = update(jobs).where(jobs.c.id == bindparam("job"))
_RECORD_ANSWER = update(jobs).where(jobs.c.id == bindparam("job"))
_MARK_SPOILER = update(jobs).where(jobs.c.id == bindparam("job")).values(spoiler=True)
_SHOW = update(jobs).where(jobs.c.id == bindparam("job"))
_WITHDRAW = delete(jobs).where(jobs.c.id == bindparam("job"), jobs.c.state == JobState.ACCEPTING)
_STEPS = {
    to: update(jobs).where(
        jobs.c.id == bindparam("job"), is_one_of(jobs.c.state, [state for state in JobState if to in FOLLOWS[state]])
    )
    for to in JobState
}
_NOBODY_ELSE_HAS_IT = or_(
    jobs.c.state == JobState.WAITING,
    jobs.c.executor == bindparam("mover"),
    ~exists(select(processes.c.executor).where(processes.c.executor == jobs.c.executor)),
)
_MOVED = (jobs.c.attempts, jobs.c.started_at)
_MOVES = {
    JobState.PREPARING: _STEPS[JobState.PREPARING]
    .where(_NOBODY_ELSE_HAS_IT)
    .values(started_at=bindparam("now"))
    .returning(*_MOVED),
    JobState.CALLING: _STEPS[JobState.CALLING]
    .where(_NOBODY_ELSE_HAS_IT)
    .values(
        attempts=jobs.c.attempts + 1,
        called_at=bindparam("now"),
        # After a crash the time runs anew: it is that of the work, not of the outage.
        started_at=case((jobs.c.state == JobState.CALLING, bindparam("now", type_=UtcTime)), else_=jobs.c.started_at),
    )
    .returning(*_MOVED),
}
_END_AS_MINE = _STEPS[JobState.FAILING].where(_NOBODY_ELSE_HAS_IT)
IS_FULL = jobs.c.state.in_(FINAL) & jobs.c.emptied_at.is_(None)
"""Whether a job is over, and its bytes are still there."""
_EMPTY = update(jobs).where(jobs.c.id.in_(bindparam("ids", expanding=True)), IS_FULL).returning(jobs.c.id)
_TAKE_WORDS = update(jobs).where(jobs.c.id == bindparam("job"), jobs.c.state.in_(FINAL)).values(prompt="")
_PAYING_KEY = select(charges.c.server_key_id).where(charges.c.job_id == jobs.c.id).scalar_subquery()
_STATE = (
    select(jobs.c.state, jobs.c.user_id, _PAYING_KEY.label("server_key_id"))
    .where(jobs.c.id == bindparam("job"))
    .with_for_update()
)
_RECOVERIES = select(jobs.c.recoveries).where(jobs.c.id == bindparam("job"))
# A job that only waited was no danger to the process that is gone.
_RECOVER = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"), jobs.c.state.not_in((JobState.ACCEPTING, JobState.WAITING)))
    .values(recoveries=jobs.c.recoveries + 1)
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
        "guest": origin.guest,
        "reply_to": origin.reply_to,
        "answer_id": origin.answer_id,
        "language": origin.language,
        "app_permissions": origin.app_permissions,
        "prompt": prompt,
        "options": options_to_record(options),
        "model": options.model,
        "asked_quality": options.quality,
        "asked_pictures": options.n,
        "dropped": [],
        "executor": executor,
        "attempts": 0,
        "recoveries": 0,
        "created_at": now,
    }
    return connection.execute(_ACCEPT[connection.dialect.name], values).scalar_one_or_none() is not None


def record_answer(connection: Connection, job_id: int, *, answer_id: int) -> None:
    """Record the message that is the answer, and ours to edit."""
    connection.execute(_RECORD_ANSWER, {"job": job_id, "answer_id": answer_id})


def mark_spoiler(connection: Connection, job_id: int) -> None:
    """Record that the answer is a spoiler."""
    connection.execute(_MARK_SPOILER, {"job": job_id})


def show(connection: Connection, job_id: int, *, shown: MaskedEdits) -> None:
    """Record which of the two pictures of an exact edit is shown."""
    connection.execute(_SHOW, {"job": job_id, "shown": shown})


def withdraw(connection: Connection, job_id: int) -> bool:
    """Delete a job that is still ACCEPTING; False when it is past that."""
    return connection.execute(_WITHDRAW, {"job": job_id}).rowcount == 1


def move(connection: Connection, job: Job, *, to: JobState, executor: str, now: datetime) -> Job | None:
    """Enter PREPARING or CALLING for a process; gives what the job has become, None when it may not.

    Raises:
        ValueError: it is another stage.
    """
    if to not in _MOVES:
        raise ValueError(f"a job does not come to {to} by a move")
    values = {"job": job.id, "state": to, "executor": executor, "mover": executor, "now": now}
    row = connection.execute(_MOVES[to], values).mappings().one_or_none()
    return None if row is None else replace(job, state=to, executor=executor, **row)


def cancel(
    connection: Connection, job_id: int, *, by_user_id: int, free: bool, charge_percent: int, now: datetime
) -> bool:
    """Enter FAILING for a person who cancelled, saying whether the call was under way; False when it was not open.

    Its asker is charged `charge_percent` of what was reserved, if the provider was at work and is not `free`, which no
    server's own is.
    """
    row = connection.execute(_STATE, {"job": job_id}).one_or_none()
    if row is None or row.state not in OPEN:
        return False
    is_lost = row.state == JobState.CALLING and not (free and row.server_key_id is None)
    # Whoever lets others' requests stop is not charged for them, and nor are these.
    percent = charge_percent if is_lost and by_user_id == row.user_id else 0
    error = Cancelled(by_user_id=by_user_id, may_have_cost=is_lost, charged_percent=percent)
    return fail(connection, job_id, error=error, now=now)


def hand_over(connection: Connection, job_id: int, *, executor: str) -> None:
    """Make a job another process's, which says what it ended with."""
    connection.execute(_HAND_OVER, {"job": job_id, "executor": executor})


def recover(connection: Connection, job_id: int) -> int:
    """Count that a job is taken up again after its process was gone; gives how often that was."""
    connection.execute(_RECOVER, {"job": job_id})
    return int(connection.execute(_RECOVERIES, {"job": job_id}).scalar_one_or_none() or 0)


def keep(connection: Connection, job_id: int, *, answer: Drawn, now: datetime) -> Job | None:
    """Enter DRAWN with the pictures and the settled charge; gives the job then, None when it was not CALLING."""
    values = {
        "quality": answer.quality,
        "size": answer.size,
        "dropped": list(answer.dropped),
        "cost_microusd": answer.cost.microusd,
        "cost_estimated": answer.cost.estimated,
        "drawn_at": now,
    }
    if not _step(connection, job_id, to=JobState.DRAWN, values=values):
        return None
    # While there are no pictures on record, so that none are read again.
    job = load_job(connection, job_id)
    rows = [_picture_row(job_id, picture) for picture in answer.pictures]
    if rows:
        connection.execute(insert(pictures), rows)
    settle(connection, job_id, microusd=answer.cost.microusd, pictures=len(rows), now=now)
    return replace(job, pictures=tuple(answer.pictures))


def fail(connection: Connection, job_id: int, *, error: EaselError, now: datetime, executor: str | None = None) -> bool:
    """Enter FAILING; False when it was not open, or is another process's than the `executor`, where one is named.

    The charge is released, but where the provider may have charged: there it counts for the server and the bot.
    """
    values: dict[str, Any] = {"job": job_id, "state": JobState.FAILING, "failure": to_record(error)}
    if executor is None:
        failed = connection.execute(_STEPS[JobState.FAILING], values)
    else:
        failed = connection.execute(_END_AS_MINE, {**values, "mover": executor})
    if not failed.rowcount:
        return False
    if isinstance(error, ProviderError | Stopped) and error.may_have_cost:
        percent = error.charged_percent if isinstance(error, Cancelled) else 0
        lose(connection, job_id, percent=percent, now=now)
    else:
        release(connection, job_id, now=now)
    return True


def close(connection: Connection, job_id: int, *, to: JobState, now: datetime) -> bool:
    """Enter a final stage; False when it may not follow."""
    return _step(connection, job_id, to=to, values={"ended_at": now})


def empty(connection: Connection, ids: Sequence[int], *, now: datetime) -> int:
    """Mark the bytes of jobs as gone, where they are over and have any, and their blobs for deletion; tell how many."""
    emptied = connection.execute(_EMPTY, {"ids": ids, "emptied_at": now}).scalars().all()
    mark_for_deletion(connection, emptied)
    return len(emptied)


def delete_content(connection: Connection, job_id: int, *, now: datetime) -> bool:
    """Mark the bytes of a job as gone, and take its words away; False when it is not in a final stage."""
    empty(connection, [job_id], now=now)
    return connection.execute(_TAKE_WORDS, {"job": job_id}).rowcount == 1


def _picture_row(job_id: int, picture: StoredPicture) -> dict[str, Any]:
    drawn = picture.other
    return {
        "job_id": job_id,
        "place": picture.place,
        "blob": picture.blob,
        "output_format": picture.output_format,
        "size_bytes": picture.size_bytes,
        "vector": picture.vector,
        "drawn": drawn and drawn.blob,
        "drawn_format": drawn and drawn.output_format,
        "drawn_bytes": drawn and drawn.size_bytes,
    }


def _step(connection: Connection, job_id: int, *, to: JobState, values: dict[str, Any]) -> bool:
    return connection.execute(_STEPS[to], {"job": job_id, "state": to, **values}).rowcount == 1
