"""What tests of several kinds share: a PostgreSQL server, started by the first that asks for it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.standin.postgres import PostgresServer


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    from tests.standin.postgres import PostgresServer  # noqa: PLC0415 - the drivers are not for every test

    # Not pytest's own folder: the path of the server's socket has 107 bytes at most.
    with tempfile.TemporaryDirectory(prefix="easel-") as folder, PostgresServer.start(Path(folder) / "data") as server:
        yield server
