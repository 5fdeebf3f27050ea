"""Transactions that survive what befalls a database, and say so where they cannot."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select, text

from bot.store.database.engine import Database, database_url
from bot.store.database.tables import processes
from bot.store.errors import StoreUnavailable
from bot.store.jobs.jobs import Jobs
from tests.unit.store.database.commit_proxy import CommitLosingProxy
from tests.unit.store.samples import NAMES, NOW, accept, wait

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.standin.postgres import PostgresServer


def _enter(connection: Connection, *names: str) -> None:
    for name in names:
        connection.execute(insert(processes).values(executor=name, started_at=NOW, beat_at=NOW))


async def _names(database: Database) -> list[str]:
    return await database.read(lambda connection: sorted(connection.execute(select(processes.c.executor)).scalars()))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("postgres://me:s3cret@db/easel", "postgresql+psycopg://me:s3cret@db/easel"),
        ("postgresql://me@db:6432/easel?sslmode=require", "postgresql+psycopg://me@db:6432/easel?sslmode=require"),
        ("postgresql+psycopg://db/easel", "postgresql+psycopg://db/easel"),
        ("sqlite:////data/other.sqlite3", "sqlite:////data/other.sqlite3"),
        (None, "sqlite:////data/easel.sqlite3"),
        ("", "sqlite:////data/easel.sqlite3"),
    ],
)
def test_a_database_address_is_completed(given: str | None, expected: str) -> None:
    assert database_url(given, Path("/data")) == expected


@pytest.mark.parametrize("given", ["mysql://me:s3cret@db/easel", "s3cret", "sqlite://", "sqlite:///:memory:"])
def test_another_address_is_refused_without_repeating_it(given: str) -> None:
    with pytest.raises(ValueError, match="a database") as caught:
        database_url(given, Path("/data"))
    assert "s3cret" not in str(caught.value)


async def test_a_transaction_that_raises_leaves_nothing_behind(database: Database) -> None:
    def work(connection: Connection) -> None:
        _enter(connection, "first")
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(work)
    assert await _names(database) == []


async def test_a_transaction_whose_task_is_cancelled_is_finished_and_blocks_nobody(database: Database) -> None:
    begun, cancelled = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        begun.set()
        cancelled.wait()
        _enter(connection, "first")

    task = asyncio.create_task(database.write(work))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    cancelled.set()
    await database.write(lambda connection: _enter(connection, "second"))
    await database.close()
    again = await Database.open(database.url)
    assert await _names(again) == ["first", "second"]
    await again.close()


async def test_what_is_urgent_goes_ahead_of_all_that_has_not_begun(tmp_path: Path) -> None:
    database = await Database.open(database_url(None, tmp_path))
    begun, released = threading.Event(), threading.Event()
    order: list[str] = []

    def hold(_: Connection) -> None:
        begun.set()
        released.wait()

    def note(name: str, _: Connection) -> None:
        order.append(name)

    first = asyncio.create_task(database.write(hold))
    await asyncio.to_thread(begun.wait)
    async with asyncio.TaskGroup() as group:
        for name in ("second", "third"):
            group.create_task(database.write(partial(note, name)))
        await asyncio.sleep(0)
        group.create_task(database.write(partial(note, "urgent"), urgent=True))
        await asyncio.sleep(0)
        released.set()
    await first
    assert order == ["urgent", "second", "third"]
    await database.close()


async def test_reading_waits_for_no_writer_and_sees_what_is_committed(database: Database) -> None:
    written, read = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        _enter(connection, "first")
        written.set()
        read.wait()

    writing = asyncio.create_task(database.write(work))
    await asyncio.to_thread(written.wait)
    assert await _names(database) == []
    read.set()
    await writing
    assert await _names(database) == ["first"]


async def test_a_read_sees_one_state_of_the_whole_database(database: Database) -> None:
    query = select(func.count()).select_from(processes)
    counted, written = threading.Event(), threading.Event()

    def work(connection: Connection) -> tuple[int, int]:
        before = connection.execute(query).scalar_one()
        counted.set()
        written.wait()
        return before, connection.execute(query).scalar_one()

    reading = asyncio.create_task(database.read(work))
    await asyncio.to_thread(counted.wait)
    await database.write(lambda connection: _enter(connection, "first"))
    written.set()
    assert await reading == (0, 0)


async def test_a_commit_on_sqlite_is_on_the_disk(tmp_path: Path) -> None:
    database = await Database.open(database_url(None, tmp_path))
    pragmas = ("synchronous", "journal_mode", "foreign_keys")
    found = await database.write(
        lambda connection: [connection.execute(text(f"PRAGMA {pragma}")).scalar_one() for pragma in pragmas]
    )
    await database.close()
    assert found == [2, "wal", 1]


async def test_a_full_disk_is_told_as_such_and_ends_with_the_room(tmp_path: Path) -> None:
    database = await Database.open(database_url(None, tmp_path))
    names = [f"{number:>90}" for number in range(500)]

    def leave_room(connection: Connection, pages: int) -> None:
        used = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {used + pages}"))

    await database.write(lambda connection: leave_room(connection, 0))
    with pytest.raises(StoreUnavailable) as caught:
        await database.write(lambda connection: _enter(connection, *names))
    assert "full" in str(caught.value.__cause__)
    assert await _names(database) == []
    await database.write(lambda connection: leave_room(connection, 1000))
    await database.write(lambda connection: _enter(connection, *names))
    assert await _names(database) == names
    await database.close()


@pytest.mark.parametrize("address", ["postgresql://me:s3cret@127.0.0.1:1/easel", "sqlite:////missing/easel.sqlite3"])
async def test_a_database_that_is_not_there_is_unavailable(address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        await Database.open(database_url(address, tmp_path))


async def test_idle_connections_that_were_cut_are_replaced(server: PostgresServer, postgres: Database) -> None:
    jobs = Jobs(postgres, NAMES)
    await accept(jobs, 1)
    assert await asyncio.to_thread(server.cut_connections, postgres.url) >= 1
    await wait(jobs, 2)
    assert [one.id for one in await jobs.unfinished()] == [1, 2]


async def test_a_transaction_cut_before_its_commit_is_run_again(server: PostgresServer, postgres: Database) -> None:
    attempts = []

    def work(connection: Connection) -> None:
        attempts.append(connection)
        _enter(connection, "first")
        if len(attempts) == 1:
            server.cut_connections(postgres.url)
        _enter(connection, "second")

    await postgres.write(work)
    assert len(attempts) == 2
    assert await _names(postgres) == ["first", "second"]


@pytest.mark.parametrize(("commit", "kept"), [("arrives", "first"), ("is lost", "second")])
async def test_a_commit_whose_answer_is_lost_happens_once(postgres: Database, commit: str, kept: str) -> None:
    attempts = iter(("first", "second"))

    def work(connection: Connection) -> str:
        name = next(attempts)
        _enter(connection, name)
        return name

    async with CommitLosingProxy.before(postgres.url, arrives=commit == "arrives") as address:
        through = await Database.open(address)
        assert await through.write(work) == kept
        await through.close()
    assert await _names(postgres) == [kept]


async def test_two_transactions_that_block_each_other_both_happen(postgres: Database) -> None:
    await postgres.write(lambda connection: _enter(connection, "first", "second"))
    both, one_is_done = threading.Barrier(2), threading.Event()
    touch = text("UPDATE processes SET beat_at = beat_at WHERE executor = :name")

    async def write(*names: str) -> int:
        attempts = 0

        def work(connection: Connection) -> int:
            nonlocal attempts
            attempts += 1
            if attempts > 1:
                # Else it could be back before the other one has woken up, and block it once more.
                assert one_is_done.wait(10)
            for name in names:
                connection.execute(touch, {"name": name})
                if attempts == 1 and name == names[0]:
                    both.wait()
            return attempts

        needed = await postgres.write(work)
        one_is_done.set()
        return needed

    assert sorted(await asyncio.gather(write("first", "second"), write("second", "first"))) == [1, 2]


async def test_a_restart_of_the_server_is_waited_out(server: PostgresServer, postgres: Database) -> None:
    jobs = Jobs(postgres, NAMES)
    restart = asyncio.create_task(asyncio.to_thread(server.restart))
    number = 0
    while not restart.done():
        number += 1
        assert await jobs.find(number) is None
        assert await accept(jobs, number)
    await restart
    assert len(await jobs.unfinished()) == number
