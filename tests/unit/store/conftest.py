"""Both databases, real ones: a SQLite file, and a PostgreSQL server that is started once."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.store.database.engine import FILE_NAME, Database, database_url
from bot.store.database.migrate import migrate
from bot.store.database.processes import Processes
from bot.store.jobs.deliveries import Deliveries
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.lineage import Lineage
from bot.store.money.ledger import Ledger
from bot.store.retention.job_expiry import JobExpiry
from tests.standin.memory import memory_folder
from tests.unit.store.samples import NAMES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.standin.postgres import PostgresServer


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file whose tables are up to date: to make them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("template")
    migrate(database_url(None, folder))
    return folder / FILE_NAME


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, sqlite_template: Path) -> Iterator[str]:
    """The address of a database whose tables are up to date and empty."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(prefix="easel-", dir=memory_folder()) as folder:
            shutil.copy(sqlite_template, folder)
            yield database_url(None, Path(folder))
    else:
        server: PostgresServer = request.getfixturevalue("server")
        with server.lend_database() as url:
            yield url


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return database_url(None, tmp_path)
    server: PostgresServer = request.getfixturevalue("server")
    return server.empty_database()


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    yield database
    await database.close()


@pytest.fixture
async def postgres(server: PostgresServer) -> AsyncIterator[Database]:
    database = await Database.open(server.database())
    yield database
    await database.close()


@pytest.fixture
def jobs(database: Database) -> Jobs:
    return Jobs(database, NAMES)


@pytest.fixture
def lineage(database: Database) -> Lineage:
    return Lineage(database)


@pytest.fixture
def deliveries(database: Database) -> Deliveries:
    return Deliveries(database)


@pytest.fixture
def job_expiry(database: Database) -> JobExpiry:
    return JobExpiry(database)


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database, NAMES)


@pytest.fixture
def processes(database: Database) -> Processes:
    return Processes(database)
