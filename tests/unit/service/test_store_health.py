"""Whether the stores are up, with real ones that hang and fail."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.domain.job import JobState
from bot.domain.pseudonyms import Pseudonyms
from bot.meters import Meters
from bot.service.store_health import StoreHealth
from bot.store.blobs.blob_store import open_blobs
from bot.store.database.engine import FILE_NAME, Database, database_url
from bot.store.database.processes import Processes
from bot.store.jobs.jobs import Jobs
from tests.unit.store.samples import NOW, accept

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


class Stores:
    """A database and a blob store, and what is known of their health."""

    def __init__(self, folder: Path) -> None:
        self.meters = Meters()
        self.folder = folder
        self.database = Database.at(database_url(None, folder), failed=lambda: self.meters.store_failed("database"))
        self.blobs = open_blobs(None, folder, failed=lambda: self.meters.store_failed("blobs"))
        self.jobs = Jobs(self.database, Pseudonyms(b"key"))
        self.writes = 0
        self.health = StoreHealth(
            write_row=self.write_row,
            write_blob=lambda: self.blobs.put(b"Easel", name="health/probe"),
            count_jobs=self.jobs.counts,
        )

    async def write_row(self) -> None:
        self.writes += 1
        await Processes(self.database).beat("me", NOW)

    def failures(self, store: str) -> int:
        [line] = [
            one
            for one in self.meters.render({}, waiting=0).decode().splitlines()
            if one.startswith(f'easel_store_failures_total{{store="{store}"}}')
        ]
        return int(float(line.split()[-1]))


@pytest.fixture
async def stores(tmp_path: Path) -> AsyncIterator[Stores]:
    stores = Stores(tmp_path)
    await stores.database.migrate()
    yield stores
    await stores.health.close()
    await stores.blobs.close()
    await stores.database.close()


async def test_stores_that_take_what_is_written_are_up(stores: Stores) -> None:
    await accept(stores.jobs, 1)
    await stores.health.probe()
    assert stores.health.database_is_up
    assert stores.health.blobs_are_up
    assert (await stores.health.count_jobs())[JobState.ACCEPTING] == 1


async def test_a_database_that_hangs_is_down_within_a_second_and_is_not_asked_twice(
    stores: Stores, capsys: pytest.CaptureFixture[str]
) -> None:
    await stores.health.probe()
    with closing(sqlite3.connect(stores.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        await stores.health.probe()
        assert time.monotonic() - started < 1
        assert not stores.health.database_is_up
        assert stores.health.blobs_are_up
        assert "store_hangs" in capsys.readouterr().out
        asked = stores.writes
        await stores.health.probe()
        assert stores.writes == asked
        other.execute("ROLLBACK")
    await stores.health.probe()
    assert stores.health.database_is_up


async def test_numbers_are_the_last_known_ones_while_the_database_fails(stores: Stores) -> None:
    await accept(stores.jobs, 1)
    await stores.health.count_jobs()
    with closing(sqlite3.connect(stores.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("ALTER TABLE jobs RENAME COLUMN state TO lost")
        assert (await stores.health.count_jobs())[JobState.ACCEPTING] == 1
        assert not stores.health.database_is_up
        other.execute("ALTER TABLE jobs RENAME COLUMN lost TO state")
    await stores.health.count_jobs()
    assert stores.health.database_is_up


async def test_a_blob_store_that_fails_is_down_and_counted_until_it_works_again(stores: Stores) -> None:
    partial = stores.folder / "blobs" / ".partial"
    shutil.rmtree(partial)
    await stores.health.probe()
    assert stores.health.database_is_up
    assert not stores.health.blobs_are_up
    assert stores.failures("blobs") == 1
    assert stores.failures("database") == 0
    await asyncio.to_thread(partial.mkdir)
    await stores.health.probe()
    assert stores.health.blobs_are_up
