"""Moments on their way through a PostgreSQL connection, from our clock to the database's and back.

https://www.psycopg.org/psycopg3/docs/advanced/adapt.html
"""

from datetime import datetime
from typing import Any

from psycopg import Connection
from psycopg.abc import Buffer
from psycopg.types.datetime import DatetimeBinaryDumper, TimestamptzBinaryLoader, TimestamptzLoader

from bot.store.database.clock import INFO_KEY, DatabaseClock


def shift_moments(connection: Connection[Any], info: dict[Any, Any], clock: DatabaseClock) -> None:
    """Have a new connection shift all moments by what the clocks differ; `info` is SQLAlchemy's of the connection."""
    info[INFO_KEY] = clock
    connection.adapters.register_dumper(datetime, type("Dumper", (_Dumper,), {"clock": clock}))
    for loader in (_TextLoader, _BinaryLoader):
        connection.adapters.register_loader("timestamptz", type("Loader", (loader,), {"clock": clock}))


class _Dumper(DatetimeBinaryDumper):
    clock: DatabaseClock

    def dump(self, obj: datetime) -> Buffer | None:
        return super().dump(obj + self.clock.offset)


class _TextLoader(TimestamptzLoader):
    clock: DatabaseClock

    def load(self, data: Buffer) -> datetime:
        return super().load(data) - self.clock.offset


class _BinaryLoader(TimestamptzBinaryLoader):
    clock: DatabaseClock

    def load(self, data: Buffer) -> datetime:
        return super().load(data) - self.clock.offset
