"""One database, SQLite or PostgreSQL: opening it, and transactions that survive a lost connection."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.store.database.clock import DatabaseClock
from bot.store.database.connections import BUSY_TIMEOUT_MS, THREADS, begin_sqlite, engine_options, prepare_sqlite
from bot.store.database.group_commit import GroupWriter
from bot.store.database.migrate import migrate
from bot.store.database.thread_pool import PriorityThreadPool
from bot.store.errors import StoreUnavailable

FILE_NAME = "easel.sqlite3"
"""The SQLite file in the data folder."""

_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_PAUSES_SECONDS = (0.0, 0.1, 0.2, 0.4, *(0.5,) * 11)
"""Between the attempts at a transaction: 6 s together, since a PostgreSQL server restarts in one or two. None is long,
so that a process that lives is heard of soon when the server is back."""
_LOG_PAUSES_SECONDS = (0.05, 0.2, 1.0, 0.0)
_TRY_AGAIN = frozenset({"40001", "40P01", "57P03"})
"""SQLSTATEs after which nothing has happened: serialization failure, deadlock, cannot connect now.

https://www.postgresql.org/docs/current/errcodes-appendix.html
"""
_OUR_OWN_MISTAKES = (DataError, IntegrityError, ProgrammingError)

T = TypeVar("T")


def database_url(address: str | None, data_dir: Path) -> str:
    """Complete a `DATABASE_URL`; None is the SQLite file in the data folder.

    Raises:
        ValueError: it is no address of a SQLite or PostgreSQL database. The message does not repeat it, since
            it may hold a password.
    """
    if not address:
        return _text(URL.create("sqlite", database=str(data_dir / FILE_NAME)))
    try:
        url = make_url(address)
        complete = url.set(drivername=_DRIVERS[url.drivername])
    except (ArgumentError, KeyError):
        raise ValueError("a database address begins with postgresql:// or sqlite:///") from None
    if complete.get_backend_name() == "sqlite" and complete.database in (None, "", ":memory:"):
        raise ValueError("a database in memory would lose every job")
    return _text(complete)


class Database:
    """The database and its transactions, each of which runs whole in a thread.

    One hop a transaction: with an asynchronous driver every statement is a hop or a switch of greenlets, and a
    job's bookkeeping took three times as much of the processor.
    """

    def __init__(self, engine: Engine, *, clock: DatabaseClock, failed: Callable[[], None]) -> None:
        self._engine = engine
        self._failed = failed
        self.clock = clock
        # SQLite takes one writer at a time and lets the others poll: with one thread they queue up in their order.
        self._writer = GroupWriter(self.connect, self._write) if self.is_sqlite else None
        self._threads = PriorityThreadPool(2 if self.is_sqlite else THREADS, name="database")

    @classmethod
    async def open(cls, url: str) -> Self:
        """Bring the tables up to date and connect; `url` is one of `database_url`.

        Raises:
            StoreUnavailable: the database does not answer, or its tables are those of a later version.
        """
        database = cls.at(url)
        await database.migrate()
        return database

    @classmethod
    def at(cls, url: str, *, clock: DatabaseClock | None = None, failed: Callable[[], None] = lambda: None) -> Self:
        """Name a database without touching it; `url` is one of `database_url`.

        `failed` is called, in any thread, whenever it does not do what it is asked.
        """
        clock = clock or DatabaseClock()
        engine = create_engine(url, hide_parameters=True, **engine_options(make_url(url)))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", prepare_sqlite)
            event.listen(engine, "begin", begin_sqlite)
        else:
            from bot.store.database.shifted_moments import shift_moments  # noqa: PLC0415 - it needs the driver

            event.listen(engine, "connect", lambda connection, record: shift_moments(connection, record.info, clock))
        return cls(engine, clock=clock, failed=failed)

    async def migrate(self) -> None:
        """Bring the tables up to date; before that nothing may be asked.

        Raises:
            StoreUnavailable: the database does not answer, or its tables are those of a later version.
        """
        await asyncio.to_thread(migrate, self.url)
        if not self.is_sqlite:
            await self.read(self.clock.measure)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file on this machine, for one process alone."""
        return self._engine.dialect.name == "sqlite"

    @property
    def url(self) -> str:
        """The address that it was opened with, password and all."""
        return _text(self._engine.url)

    async def write(self, work: Callable[[Connection], T], *, urgent: bool = False) -> T:
        """Run `work` in one transaction, and again in a new one where the connection was lost before it took hold.

        `work` runs in a thread; on SQLite what waits at once shares a transaction, and each piece fails by itself.
        Where the connection was lost in the middle of the commit, the server is asked what became of the transaction.
        One that was begun is finished even if its task is cancelled. One that is `urgent`, because somebody waits for
        it, goes ahead of all that have not begun.

        Raises:
            StoreUnavailable: the database failed, and still so after about six seconds where it was away.
        """
        if self._writer is not None:
            return await self._writer.run(work, urgent=urgent)
        for pause_seconds in _PAUSES_SECONDS:
            try:
                return await self._threads.run(lambda: self._write(work), urgent=urgent)
            except _CommitLost as error:
                if await self._has_happened(error.number):
                    return error.result  # type: ignore[no-any-return]
            except _NothingHappened:
                await asyncio.sleep(pause_seconds)
        return await self._threads.run(lambda: self._write(work), urgent=urgent)

    async def read(self, work: Callable[[Connection], T], *, urgent: bool = False, alone: bool = False) -> T:
        """Run `work`, which only reads, against one state of the whole database; it waits for no writer.

        One that is `urgent`, because somebody waits for it, goes ahead of all that have not begun. One that is a
        statement `alone` has that by itself, and is spared what begins and ends a transaction.

        Raises:
            StoreUnavailable: as for `write`.
        """
        for pause_seconds in _PAUSES_SECONDS:
            try:
                return await self._threads.run(lambda: self._read(work, alone=alone), urgent=urgent)
            except _NothingHappened:
                await asyncio.sleep(pause_seconds)
        return await self._threads.run(lambda: self._read(work, alone=alone), urgent=urgent)

    async def truncate_log(self) -> None:
        """Take what SQLite's log still has of deleted rows into the file, and empty it; PostgreSQL does so itself.

        A log that somebody goes on reading from stays for a later time.

        Raises:
            StoreUnavailable: the database failed.
        """
        if self._writer is None:
            return
        for pause_seconds in _LOG_PAUSES_SECONDS:
            if await self._writer.run_alone(self._truncate_log):
                return
            await asyncio.sleep(pause_seconds)

    async def close(self) -> None:
        """Finish what was begun and close all connections."""
        if self._writer is not None:
            await self._writer.close()
        await self._threads.close()
        await asyncio.to_thread(self._engine.dispose)

    @contextmanager
    def connect(self, **options: Any) -> Iterator[Connection]:
        """Lend a connection with these execution options; blocks.

        Raises:
            StoreUnavailable: the database failed, also while the body used the connection.
        """
        connected = False
        try:
            with self._engine.connect() as connection:
                connected = True
                yield connection.execution_options(**options)
        except _OUR_OWN_MISTAKES:
            raise
        except DBAPIError as error:
            self._failed()
            lost = error.connection_invalidated or not (connected or self.is_sqlite)
            if lost or getattr(error.orig, "sqlstate", None) in _TRY_AGAIN:
                raise _NothingHappened from error
            raise StoreUnavailable from error
        except PoolTimeout as error:
            self._failed()
            raise StoreUnavailable from error

    def _write(self, work: Callable[[Connection], T]) -> T:
        if self.is_sqlite:
            with self.connect() as connection, connection.begin():
                return work(connection)
        # The driver begins no transaction of its own: what begins this one brings its number along.
        with self.connect(isolation_level="AUTOCOMMIT") as connection, connection.begin() as transaction:
            number = self._begin_numbered(connection)
            result = work(connection)
            try:
                transaction.commit()
            except DBAPIError as error:
                if error.connection_invalidated:
                    self._failed()
                    raise _CommitLost(number, result) from error
                raise
        return result

    def _begin_numbered(self, connection: Connection) -> int:
        """Begin a transaction at PostgreSQL in one exchange with it; gives its number, by which it is asked for."""
        with closing(connection.connection.cursor()) as cursor:
            try:
                cursor.execute(_BEGIN_NUMBERED)
                cursor.nextset()
                ((number,),) = cursor.fetchall()
            except self._engine.dialect.loaded_dbapi.Error as error:
                self._failed()
                connection.invalidate(error)
                raise _NothingHappened from error
        return int(number)

    def _truncate_log(self) -> bool:
        # No transaction may be open, and readers are not waited for in the one thread that writes.
        with self.connect() as connection:
            cursor = connection.connection.cursor()
            try:
                cursor.execute("PRAGMA busy_timeout=0")
                busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError:
                return False
            finally:
                cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
                cursor.close()
        return not busy

    def _read(self, work: Callable[[Connection], T], *, alone: bool) -> T:
        with self._snapshot(alone=alone) as connection, connection.begin():
            return work(connection)

    def _snapshot(self, *, alone: bool) -> AbstractContextManager[Connection]:
        if self.is_sqlite:
            return self.connect(begin=None if alone else "BEGIN")
        if alone:
            return self.connect(isolation_level="AUTOCOMMIT")
        return self.connect(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    async def _has_happened(self, number: int) -> bool:
        for pause_seconds in _PAUSES_SECONDS:
            status = await self.read(lambda connection: connection.execute(_STATUS, {"number": str(number)}).scalar())
            if status != "in progress":
                return bool(status == "committed")
            await asyncio.sleep(pause_seconds)
        raise StoreUnavailable


class _NothingHappened(StoreUnavailable):
    """The transaction came to nothing through no fault of its own: it can be run again."""


class _CommitLost(StoreUnavailable):
    """The connection was lost in the middle of the commit: only the server knows what became of it."""

    def __init__(self, number: int, result: Any) -> None:
        super().__init__(number)
        self.number = number
        self.result = result


# Made for this: https://www.postgresql.org/docs/current/functions-info.html, pg_xact_status.
_BEGIN_NUMBERED = "BEGIN; SELECT CAST(CAST(pg_current_xact_id() AS text) AS bigint)"
_STATUS = text("SELECT pg_xact_status(CAST(CAST(:number AS text) AS xid8))")


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)
