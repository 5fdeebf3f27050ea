"""Migrations: the tables brought up to date at start."""

import sqlite3
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, create_engine, delete, event, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bot.store.database.advisory_locks import AdvisoryLock, take_lock
from bot.store.database.tables import processes, readable_from
from bot.store.errors import OthersOlder, StoreUnavailable, TablesNewer

READABLE_FROM = "0010"
"""The oldest version whose code works with these tables: migrations since then only add what has a default."""

_FOLDER = Path(__file__).parent / "migrations"
_LIVELY = timedelta(seconds=30)


def migrate(url: str) -> None:
    """Apply the migrations that are missing, all in one transaction; blocks. `url` is one of `database_url`.

    Several processes may do so at once: one works, the others wait for it and find nothing to do. Tables of a later
    version stay as they are where that says that this one can work with them.

    Raises:
        TablesNewer: its tables are those of a later version, and this one cannot work with them.
        OthersOlder: processes run whose version could not work with the new tables.
        StoreUnavailable: the database does not answer.
    """
    is_sqlite = url.startswith("sqlite")
    arguments = {} if is_sqlite else {"connect_timeout": 5}
    engine = create_engine(url, poolclass=NullPool, connect_args=arguments, hide_parameters=True)
    if is_sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with engine.begin() as connection:
            take_lock(connection, AdvisoryLock.MIGRATION)
            revision = _find_revision(connection)
            if revision == newest_revision() or is_readable(connection):
                return
            if revision is not None and revision < READABLE_FROM and not is_sqlite and _count_running(connection):
                raise OthersOlder
            _upgrade(connection)
            connection.execute(delete(readable_from))
            connection.execute(insert(readable_from).values(revision=READABLE_FROM))
    except DBAPIError as error:
        raise StoreUnavailable from error
    finally:
        engine.dispose()


def newest_revision() -> str:
    """Tell the newest migration by the names of their files: `v0003_community.py` is 0003."""
    return max(path.name[1:5] for path in (_FOLDER / "versions").glob("v[0-9]*.py"))


def is_readable(connection: Connection) -> bool:
    """Tell whether the tables are those of a later version that says that this one can work with them."""
    revision = _find_revision(connection)
    if revision is None or revision <= newest_revision() or not inspect(connection).has_table(readable_from.name):
        return False
    oldest = connection.execute(select(readable_from.c.revision)).scalar_one_or_none()
    return oldest is not None and oldest <= newest_revision()


def _find_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _count_running(connection: Connection) -> int:
    """Count the processes that share a PostgreSQL database and were heard of within half a minute."""
    if not inspect(connection).has_table(processes.name):
        return 0
    beat = select(func.count()).where(processes.c.beat_at >= func.clock_timestamp() - _LIVELY)
    return int(connection.execute(beat).scalar_one())


def _upgrade(connection: Connection) -> None:
    # A start with tables that are up to date does without Alembic: 0.1 s and 10 MB.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        # The one thing that it refuses here: the version that the database names is none of ours.
        raise TablesNewer from error


def _prepare_sqlite(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA busy_timeout=30000")
    for last in (False, False, False, True):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError:
            # Of two that switch at once SQLite refuses one without waiting, and the next attempt finds it done.
            if last:
                raise
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
