"""Why a store failed, by the errors that the libraries really raise."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from bot.store.errors import StoreUnavailable
from bot.store.failure_reasons import Reason, StoreFailure, find_failure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.standin.postgres import PostgresServer


def failure_of(url: str, *statements: str) -> StoreFailure | None:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
    except DBAPIError as error:
        failure = StoreUnavailable()
        failure.__cause__ = error
        return find_failure(failure)
    finally:
        engine.dispose()
    raise AssertionError(statements)


def test_a_sqlite_file_that_is_full_or_read_only_is_told_apart(tmp_path: Path) -> None:
    full = failure_of(
        f"sqlite:///{tmp_path / 'a'}",
        "CREATE TABLE one (data)",
        "PRAGMA max_page_count=3",
        "INSERT INTO one VALUES (randomblob(100000))",
    )
    assert full == StoreFailure(Reason.DISK_FULL)
    read_only = failure_of(f"sqlite:///file:{tmp_path / 'a'}?mode=ro&uri=true", "CREATE TABLE two (data)")
    assert read_only == StoreFailure(Reason.READ_ONLY)
    assert failure_of(f"sqlite:///{tmp_path / 'no' / 'folder'}", "SELECT 1") == StoreFailure(Reason.READ_ONLY)
    assert failure_of(f"sqlite:///{tmp_path / 'a'}", "SELECT nothing") is None


def test_a_postgresql_server_that_is_away_or_read_only_is_told_apart(server: PostgresServer) -> None:
    away = failure_of("postgresql+psycopg://nobody@127.0.0.1:9/nothing", "SELECT 1")
    assert away == StoreFailure(Reason.AWAY, is_on_server=True)
    url = server.empty_database()
    read_only = failure_of(url, "SET TRANSACTION READ ONLY", "CREATE TABLE one (data text)")
    assert read_only == StoreFailure(Reason.READ_ONLY, is_on_server=True)
    assert failure_of(url, "SELECT nothing") is None


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, Reason.DISK_FULL),
        (errno.EDQUOT, Reason.DISK_FULL),
        (errno.EROFS, Reason.READ_ONLY),
        (errno.ENOTDIR, Reason.NO_FOLDER),
        (errno.EIO, Reason.DISK_BROKEN),
    ],
)
def test_what_the_system_says_of_a_file_is_told_with_its_place(number: int, reason: Reason) -> None:
    error = StoreUnavailable()
    error.__cause__ = OSError(number, "no", "/data/blobs")
    assert find_failure(error) == StoreFailure(reason, "/data/blobs")


def test_a_fault_of_ours_has_no_reason() -> None:
    error = StoreUnavailable()
    error.__cause__ = KeyError("x")
    assert find_failure(error) is None
