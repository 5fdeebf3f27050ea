"""Charges: money that is reserved for a job, then settled or released."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Connection, bindparam, case, func, insert, update

from bot.store.money.budgets import Asker
from bot.store.money.tables import charges


class ChargeState(StrEnum):
    """What stands of a charge: the reservation, what it came to, or nothing."""

    RESERVED = "reserved"
    SETTLED = "settled"
    RELEASED = "released"


_IS_RESERVED = charges.c.state == ChargeState.RESERVED
_MICROUSD = func.sum(case((_IS_RESERVED, charges.c.reserved_microusd), else_=charges.c.settled_microusd))
_PICTURES = func.sum(case((_IS_RESERVED, charges.c.reserved_pictures), else_=charges.c.settled_pictures))
SUMS = (_MICROUSD.label("microusd"), _PICTURES.label("pictures"))
"""What a group of charges comes to."""

_RESERVE = insert(charges)
_SETTLE = (
    update(charges)
    .where(charges.c.job_id == bindparam("job"), _IS_RESERVED)
    .values(settled_microusd=func.coalesce(bindparam("microusd", type_=BigInteger), charges.c.reserved_microusd))
)


def reserve(
    connection: Connection, job_id: int, asker: Asker, *, model: str, microusd: int, pictures: int, now: datetime
) -> None:
    """Reserve what a job is expected to come to."""
    values = {
        "job_id": job_id,
        "user_id": asker.user_id,
        "guild_id": asker.guild_id,
        "model": model,
        "state": ChargeState.RESERVED,
        "reserved_microusd": microusd,
        "reserved_pictures": pictures,
        "settled_microusd": 0,
        "settled_pictures": 0,
        "day": now.astimezone(UTC).date(),
        "created_at": now,
    }
    connection.execute(_RESERVE, values)


def settle(connection: Connection, job_id: int, *, microusd: int | None, pictures: int, now: datetime) -> None:
    """Settle the reservation of a job with what it came to; what nobody can know is settled as it was reserved."""
    _close(connection, job_id, ChargeState.SETTLED, microusd=microusd, pictures=pictures, now=now)


def release(connection: Connection, job_id: int, *, now: datetime) -> None:
    """Release the reservation of a job: it cost nothing."""
    _close(connection, job_id, ChargeState.RELEASED, microusd=0, pictures=0, now=now)


def _close(
    connection: Connection, job_id: int, state: ChargeState, *, microusd: int | None, pictures: int, now: datetime
) -> None:
    values = {"job": job_id, "state": state, "microusd": microusd, "settled_pictures": pictures, "settled_at": now}
    connection.execute(_SETTLE, values)
