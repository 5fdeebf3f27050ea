"""What one transaction or one process does alone: PostgreSQL's advisory locks, which SQLite's one writer needs none of.

https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
"""

from enum import IntEnum

from sqlalchemy import Connection, text

_TAKE = text("SELECT pg_advisory_xact_lock(:key)")


class AdvisoryLock(IntEnum):
    """Each number once: they are one space for all that use the database."""

    MIGRATION = 0x656173_656C_01
    ADMISSION = 0x656173_656C_02
    LEAD = 0x656173_656C_03
    RATE_LIMIT = 0x656173_656C_04
    REFERENCES = 0x656173_656C_05
    SETTINGS = 0x656173_656C_06
    IDENTIFY = 0x656173_656C_07


def take_lock(connection: Connection, lock: AdvisoryLock) -> None:
    """Wait until nobody else has a lock, and hold it to the end of the transaction.

    It stands for rows that are not there yet, which `SELECT … FOR UPDATE` cannot lock.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_TAKE, {"key": lock})
