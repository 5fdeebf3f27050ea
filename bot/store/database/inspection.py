"""A look at a database that changes nothing in it: whether it is there, and which version its tables are of."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bot.store.database.migrate import is_readable
from bot.store.database.processes import list_liveness
from bot.store.errors import StoreUnavailable

_FOLDER = Path(__file__).parent / "migrations"
_OLDEST_POSTGRES = 14
"""`idle_session_timeout`, which ends the lead of a frozen process, came with 14.

https://www.postgresql.org/docs/release/14.0/
"""
_SESSION = text("SELECT pg_backend_pid()")
_MAY_CREATE = text(
    "SELECT has_schema_privilege(current_schema(), 'CREATE')"
    " AND (has_database_privilege(current_database(), 'CREATE')"
    " OR EXISTS (SELECT FROM information_schema.schemata WHERE schema_name = 'dbos'))"
)


class TablesVersion(Enum):
    """Which tables are there, as seen from this Easel's."""

    NO_FILE = auto()
    """Of SQLite: there is no database at all."""
    NONE = auto()
    """The database is empty."""
    OLDER = auto()
    """Those of an earlier version: migrations are due."""
    CURRENT = auto()
    """Those of this version, or of a later one that this one can work with."""
    LATER = auto()
    """Those of a version that this one does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """How a database stands.

    `server` is its make and version, empty where there is no file yet. `too_old`: that version does not do what we
    need. `may_create`: migrations and the engine may make their tables. `running` counts the processes that share it
    and are not gone, where that can be told, `shards` how many shards they hold of how many.
    `changes_sessions`: a pooler stands before it that gives each transaction another session.
    """

    tables: TablesVersion
    server: str = ""
    too_old: bool = False
    may_create: bool = True
    running: int = 0
    changes_sessions: bool = False
    shards: tuple[int, int] = (0, 0)


def inspect_database(url: str) -> Inspection:
    """Look at the database of `database_url`; blocks.

    Raises:
        StoreUnavailable: it does not answer, or is no database.
    """
    address = make_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    if is_sqlite and not Path(address.database or "").exists():
        return Inspection(tables=TablesVersion.NO_FILE)
    with look_at(url) as connection:
        found = _of_sqlite(connection) if is_sqlite else _of_postgres(connection)
    return found if is_sqlite else replace(found, changes_sessions=_changes_sessions(url))


@contextmanager
def look_at(url: str) -> Iterator[Connection]:
    """Open a connection to a database of `database_url` by which nothing can be changed; blocks.

    Raises:
        StoreUnavailable: it does not answer, or is no database.
    """
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    arguments = {"timeout": 5} if is_sqlite else {"connect_timeout": 5}
    engine = create_engine(url, poolclass=NullPool, connect_args=arguments, hide_parameters=True)
    try:
        with engine.connect() as connection:
            connection.execute(text("PRAGMA query_only=ON" if is_sqlite else "SET TRANSACTION READ ONLY"))
            yield connection
    except DBAPIError as error:
        raise StoreUnavailable from error
    finally:
        engine.dispose()


def _of_sqlite(connection: Connection) -> Inspection:
    version = connection.execute(text("SELECT sqlite_version()")).scalar_one()
    return Inspection(tables=_tables(connection), server=f"SQLite {version}")


def _of_postgres(connection: Connection) -> Inspection:
    version = str(connection.execute(text("SHOW server_version")).scalar_one()).split()[0]
    tables = _tables(connection)
    living: list[str] = []
    if tables is TablesVersion.CURRENT:
        living = [one.executor for one in list_liveness(connection) if not one.is_gone()]
    return Inspection(
        tables=tables,
        server=f"PostgreSQL {version}",
        too_old=int(version.split(".")[0]) < _OLDEST_POSTGRES,
        may_create=bool(connection.execute(_MAY_CREATE).scalar_one()),
        running=len(living),
        shards=_shards(connection, living) if tables is TablesVersion.CURRENT else (0, 0),
    )


def _changes_sessions(url: str) -> bool:
    """Tell whether a connection has another session when a transaction of another one holds its own.

    As behind PgBouncer in its transaction mode: https://www.pgbouncer.org/features.html
    """
    options: dict[str, Any] = {"poolclass": NullPool, "isolation_level": "AUTOCOMMIT", "hide_parameters": True}
    engine = create_engine(url, connect_args={"connect_timeout": 5}, **options)
    try:
        with engine.connect() as one, engine.connect() as other:
            before = one.execute(_SESSION).scalar_one()
            driver: Any = one.connection.driver_connection
            if driver.info.backend_pid == before:
                # What the server said of itself when the connection was made; a pooler makes a number up.
                return False
            other.exec_driver_sql("BEGIN")
            held = other.execute(_SESSION).scalar_one()
            return bool(held == before or one.execute(_SESSION).scalar_one() != before)
    except DBAPIError as error:
        raise StoreUnavailable from error
    finally:
        engine.dispose()


def _tables(connection: Connection) -> TablesVersion:
    script = ScriptDirectory(str(_FOLDER))
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        return TablesVersion.NONE
    if current == script.get_current_head() or is_readable(connection):
        return TablesVersion.CURRENT
    known = {revision.revision for revision in script.walk_revisions()}
    return TablesVersion.OLDER if current in known else TablesVersion.LATER


def _shards(connection: Connection, living: Sequence[str]) -> tuple[int, int]:
    # By its name: this package knows none of the features'.
    counts = text("SELECT count(*) FILTER (WHERE holder = ANY(:living)), count(*) FROM shard_leases")
    row = connection.execute(counts, {"living": list(living)}).one()
    return int(row[0]), int(row[1])
