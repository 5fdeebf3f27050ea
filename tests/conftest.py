"""What tests of several kinds share: plain log lines, and a PostgreSQL server, started by the first that asks."""

from __future__ import annotations

import gc
import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
import structlog
from sqlalchemy.dialects import registry

from bot.logs import tell_facts
from tests.order import spread
from tests.standin.log_watch import watch
from tests.standin.memory import memory_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.standin.log_watch import LogWatch
    from tests.standin.postgres import PostgresServer

# How long an example takes depends on what else the machine does, and proves nothing.
hypothesis.settings.register_profile("easel", deadline=None)
hypothesis.settings.load_profile("easel")

# The lines of a test are made as the bot's are, and looked through.
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], tell_facts, watch.render])
logging.getLogger().addHandler(watch.handler)

# SQLAlchemy compiles each statement anew for each engine, which took a sixth of the time of a test with a database.
registry.register("sqlite", "tests.standin.dialects", "SharedSqlite")
registry.register("postgresql.psycopg", "tests.standin.dialects", "SharedPostgresql")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs the PostgreSQL server, before it is chosen by marks, and order what several processes share."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgresql)
    workers: dict[str, int] = getattr(config, "workerinput", {})
    items[:] = spread(items, workers.get("workercount", 1))


def pytest_collection_finish() -> None:
    """Take what stays to the end, the modules and the tests themselves, out of what the garbage collector looks at."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogWatch]:
    """Watch what a test logs: no prompt, token, key or signed address is in any line."""
    watch.begin()
    yield watch
    leaks = watch.leaks()
    assert not leaks, leaks


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    from tests.standin.postgres import PostgresServer  # noqa: PLC0415 - the drivers are not for every test

    # Not pytest's own folder: the path of the server's socket has 107 bytes at most.
    with (
        tempfile.TemporaryDirectory(prefix="easel-", dir=memory_folder()) as folder,
        PostgresServer.start(Path(folder) / "data") as server,
    ):
        yield server
