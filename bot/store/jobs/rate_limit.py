"""How many pictures the provider is asked for in a minute."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from bot.store.database.advisory_locks import AdvisoryLock, take_lock
from bot.store.errors import TooSoon
from bot.store.jobs.tables import jobs
from bot.store.money.tables import charges

_WINDOW = timedelta(minutes=1)
_LEAST_WAIT_SECONDS = 0.05

_WANTED = select(jobs.c.asked_pictures).where(jobs.c.id == bindparam("job"))
_CALLED = (
    select(jobs.c.called_at, jobs.c.asked_pictures)
    .join(charges, charges.c.job_id == jobs.c.id)
    .where(
        jobs.c.called_at > bindparam("since"),
        jobs.c.id != bindparam("job"),
        # What a server pays goes to an account of its own.
        charges.c.server_key_id.is_(None),
    )
    .order_by(jobs.c.called_at)
)


def check_rate(connection: Connection, job_id: int, *, pictures_per_minute: int, now: datetime) -> None:
    """Hold a call back while the provider has been asked for as many pictures as it may be in a minute.

    A job of more pictures than that goes when nothing else went for a minute.

    Raises:
        TooSoon: until as many are left.
    """
    # Two calls that begin at once must see each other.
    take_lock(connection, AdvisoryLock.RATE_LIMIT)
    wanted = connection.execute(_WANTED, {"job": job_id}).scalar_one()
    called = connection.execute(_CALLED, {"since": now - _WINDOW, "job": job_id}).all()
    left = pictures_per_minute - sum(row.asked_pictures for row in called)
    for row in called:
        if wanted <= left:
            return
        left += row.asked_pictures
        if wanted <= left or row is called[-1]:
            raise TooSoon(max(_LEAST_WAIT_SECONDS, (row.called_at + _WINDOW - now).total_seconds()))
