"""Charges: money that is reserved for a job, then settled, lost or released. Nothing else writes them."""

from datetime import datetime

from sqlalchemy import BigInteger, Connection, Integer, bindparam, case, func, insert, update

from bot.store.database.clock import database_day
from bot.store.money import totals
from bot.store.money.budgets import Asker, Spent
from bot.store.money.tables import IS_RESERVED, ChargeState, charges
from bot.store.money.totals import Owners

_IS_LOST = charges.c.state == ChargeState.LOST
_BY_SERVER = charges.c.server_key_id.is_not(None)
_MICROUSD = case((IS_RESERVED, charges.c.reserved_microusd), else_=charges.c.settled_microusd)
_PICTURES = case((IS_RESERVED, charges.c.reserved_pictures), else_=charges.c.settled_pictures)
SUMS = (func.sum(_MICROUSD).label("microusd"), func.sum(_PICTURES).label("pictures"))
"""What a group of charges comes to for the server and for the bot."""
LOST_SUMS = (
    func.sum(case((_IS_LOST, _MICROUSD), else_=0)).label("lost_microusd"),
    func.sum(case((_IS_LOST, _PICTURES), else_=0)).label("lost_pictures"),
)
"""What of it is lost."""
SERVER_SUMS = (
    func.sum(case((_BY_SERVER, _MICROUSD), else_=0)).label("server_microusd"),
    func.sum(case((_BY_SERVER, _PICTURES), else_=0)).label("server_pictures"),
)
"""What of it the server paid with a key of its own."""

_RESERVE = insert(charges)
_settled_microusd = func.coalesce(bindparam("microusd", type_=BigInteger), charges.c.reserved_microusd)
_settled_pictures = func.coalesce(bindparam("pictures", type_=Integer), charges.c.reserved_pictures)
_PERCENT = bindparam("percent", type_=Integer)
_CLOSE = (
    update(charges)
    .where(charges.c.job_id == bindparam("job"), IS_RESERVED)
    .values(
        state=bindparam("becomes"),
        settled_at=bindparam("now"),
        settled_microusd=_settled_microusd,
        settled_pictures=_settled_pictures,
        # Whole numbers, rounded up.
        user_microusd=(_settled_microusd * _PERCENT + 99) // 100,
        user_pictures=(_settled_pictures * _PERCENT + 99) // 100,
    )
    .returning(charges)
)


def reserve(
    connection: Connection, job_id: int, asker: Asker, *, model: str, microusd: int, pictures: int, now: datetime
) -> None:
    """Reserve what a job is expected to come to."""
    day = database_day(connection, now)
    values = {
        "job_id": job_id,
        "user_id": asker.user_id,
        "guild_id": asker.guild_id,
        "server_key_id": asker.server_key_id,
        "model": model,
        "state": ChargeState.RESERVED,
        "reserved_microusd": microusd,
        "reserved_pictures": pictures,
        "settled_microusd": 0,
        "settled_pictures": 0,
        "user_microusd": 0,
        "user_pictures": 0,
        "day": day,
        "created_at": now,
    }
    connection.execute(_RESERVE, values)
    reserved = Spent(microusd, pictures)
    by_server = asker.server_key_id is not None
    owners = Owners(job_id=job_id, user_id=asker.user_id, guild_id=asker.guild_id, day=day, by_server=by_server)
    totals.add(connection, owners, everybody=reserved, person=reserved)


def settle(connection: Connection, job_id: int, *, microusd: int | None, pictures: int, now: datetime) -> None:
    """Settle the reservation of a job with what it came to; what nobody can know is settled as it was reserved."""
    _close(connection, job_id, ChargeState.SETTLED, microusd=microusd, pictures=pictures, percent=100, now=now)


def lose(connection: Connection, job_id: int, *, percent: int, now: datetime) -> None:
    """Keep the reservation of a job that ended while the provider was at work.

    It counts whole for the server and the bot, and `percent` of it for the person.
    """
    _close(connection, job_id, ChargeState.LOST, microusd=None, pictures=None, percent=percent, now=now)


def release(connection: Connection, job_id: int, *, now: datetime) -> None:
    """Release the reservation of a job: it cost nothing."""
    _close(connection, job_id, ChargeState.RELEASED, microusd=0, pictures=0, percent=0, now=now)


def _close(
    connection: Connection,
    job_id: int,
    state: ChargeState,
    *,
    microusd: int | None,
    pictures: int | None,
    percent: int,
    now: datetime,
) -> None:
    values = {
        "job": job_id,
        "becomes": state,
        "microusd": microusd,
        "pictures": pictures,
        "percent": percent,
        "now": now,
    }
    row = connection.execute(_CLOSE, values).one_or_none()
    if row is None:
        return
    totals.add(
        connection,
        Owners(
            job_id=job_id,
            user_id=row.user_id,
            guild_id=row.guild_id,
            day=row.day,
            by_server=row.server_key_id is not None,
        ),
        everybody=Spent(row.settled_microusd - row.reserved_microusd, row.settled_pictures - row.reserved_pictures),
        person=Spent(row.user_microusd - row.reserved_microusd, row.user_pictures - row.reserved_pictures),
    )
