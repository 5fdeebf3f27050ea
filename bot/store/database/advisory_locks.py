"""What one transaction or one process does alone: PostgreSQL's advisory locks, which SQLite's one writer needs none of.

https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
"""

from enum import IntEnum

from sqlalchemy import Connection, text

from bot.store.database.spreading import spread

_TAKE = text("SELECT pg_advisory_xact_lock(:key)")
_TAKE_PERSONS = text("SELECT pg_advisory_xact_lock(1, :person)")
_TAKE_BOTH = text("SELECT pg_advisory_xact_lock(1, :person), pg_advisory_xact_lock(2, :server)")
SESSIONS = 3
"""The space of the locks that each process holds one of; 1 and 2 are those of persons and servers."""


class AdvisoryLock(IntEnum):
    """Each number once: they are one space for all that use the database."""

    MIGRATION = 0x656173_656C_01
    LEAD = 0x656173_656C_03
    RATE_LIMIT = 0x656173_656C_04
    REFERENCES = 0x656173_656C_05
    SETTINGS = 0x656173_656C_06
    BOTS_BUDGET = 0x656173_656C_07
    QUEUE_LIMIT = 0x656173_656C_08
    IDENTIFY = 0x656173_656C_09
    COMMANDS = 0x656173_656C_0A
    ANNOUNCEMENTS = 0x656173_656C_0B


def take_lock(connection: Connection, lock: AdvisoryLock) -> None:
    """Wait until nobody else has a lock, and hold it to the end of the transaction.

    It stands for rows that are not there yet, which `SELECT … FOR UPDATE` cannot lock.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_TAKE, {"key": lock})


def take_locks_of(connection: Connection, *, user_id: int, guild_id: int | None) -> None:
    """Wait until nobody else admits a person's jobs, or a server's, and hold that to the end of the transaction.

    Of several locks the person's comes first, then the server's, then those of `AdvisoryLock` in their order: so no two
    transactions wait for each other. A few people, or servers, share a lock: it has 32 bits.
    """
    if connection.dialect.name != "postgresql":
        return
    person = _to_32_bits(user_id)
    if guild_id is None:
        connection.execute(_TAKE_PERSONS, {"person": person})
    else:
        connection.execute(_TAKE_BOTH, {"person": person, "server": _to_32_bits(guild_id)})


def _to_32_bits(number: int) -> int:
    return spread(number, 2**32) - 2**31
