"""SQLite's one writer: what waits at once is committed at once, and each piece of work stands for itself."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, select

from bot.store.database.engine import Database, database_url
from bot.store.database.tables import processes
from bot.store.errors import StoreUnavailable
from tests.standin.transactions import counted_transactions
from tests.unit.store.samples import NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

WAITING = 10


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(database_url(None, tmp_path))
    yield database
    await database.close()


def add(name: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        connection.execute(processes.insert(), {"executor": name, "started_at": NOW, "beat_at": NOW})
        return name

    return work


async def names(database: Database) -> set[str]:
    query = select(processes.c.executor)
    return set(await database.read(lambda connection: connection.execute(query).scalars().all()))


class Held:
    """A piece of work that lets others queue up behind it."""

    def __init__(self, database: Database) -> None:
        self._may_end = threading.Event()
        self._begun = threading.Event()
        self._task = asyncio.create_task(database.write(self._work))

    def _work(self, _: Connection) -> None:
        self._begun.set()
        assert self._may_end.wait(10)

    async def __aenter__(self) -> None:
        await asyncio.to_thread(self._begun.wait, 10)

    async def __aexit__(self, *_: object) -> None:
        # What was asked for in the block has queued up by the loop's next turn.
        await asyncio.sleep(0)
        self._may_end.set()
        await self._task


async def test_what_waits_at_once_is_committed_at_once(database: Database) -> None:
    with counted_transactions() as transactions:
        async with Held(database):
            waiting = [asyncio.create_task(database.write(add(f"{number}"))) for number in range(WAITING)]
        assert await asyncio.gather(*waiting) == [f"{number}" for number in range(WAITING)]
        assert transactions.counts.total() == 2
    assert len(await names(database)) == WAITING


async def test_what_is_refused_leaves_nothing_behind_and_takes_nobody_along(database: Database) -> None:
    def refuse(connection: Connection) -> None:
        add("refused")(connection)
        raise LookupError

    async with Held(database):
        waiting = [asyncio.create_task(database.write(work)) for work in (add("before"), refuse, add("after"))]
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(outcomes[1], LookupError)
    assert await names(database) == {"before", "after"}


async def test_a_statement_that_fails_takes_nobody_along(database: Database) -> None:
    def fail(connection: Connection) -> None:
        add("failed")(connection)
        connection.exec_driver_sql("SELECT * FROM no_such_table")

    async with Held(database):
        waiting = [asyncio.create_task(database.write(work)) for work in (add("before"), fail, add("after"))]
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(outcomes[1], StoreUnavailable)
    assert (outcomes[0], outcomes[2]) == ("before", "after")
    assert await names(database) == {"before", "after"}


async def test_what_nobody_waits_for_any_more_is_not_begun(database: Database) -> None:
    async with Held(database):
        given_up = asyncio.create_task(database.write(add("given up")))
        kept = asyncio.create_task(database.write(add("kept")))
        await asyncio.sleep(0)
        given_up.cancel()
    assert await kept == "kept"
    assert await names(database) == {"kept"}
