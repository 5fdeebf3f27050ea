"""The processes that share a database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url

from bot.store.database import processes
from bot.store.database.engine import Database
from bot.store.database.processes import Processes
from tests.unit.store.samples import NOW, after

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.standin.postgres import PostgresServer


@pytest.fixture
async def second(postgres: Database) -> AsyncIterator[Database]:
    """The same database, as another process has it."""
    database = await Database.open(postgres.url)
    yield database
    await database.close()


async def test_a_process_is_silent_when_its_last_beat_is_long_ago(processes: Processes) -> None:
    await processes.beat("first", NOW)
    await processes.beat("second", after(1))
    await processes.beat("first", after(10))
    assert await processes.silent(after(1)) == []
    assert await processes.silent(after(5)) == ["second"]
    assert await processes.silent(after(11)) == ["second", "first"]


async def test_a_process_that_was_removed_is_not_silent_but_gone(processes: Processes) -> None:
    await processes.beat("first", NOW)
    await processes.remove("first")
    await processes.remove("never there")
    assert await processes.silent(after(5)) == []


async def test_one_process_leads_until_it_lets_go(postgres: Database, second: Database) -> None:
    one, other = Processes(postgres), Processes(second)
    for _ in range(2):
        async with one.try_lead() as leads:
            assert leads
            async with other.try_lead() as also_leads:
                assert not also_leads
        async with other.try_lead() as leads:
            assert leads


async def test_who_is_frozen_leads_for_no_longer_than_it_may_be_silent(
    postgres: Database, second: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "BEAT_SECONDS", 60.0)
    monkeypatch.setattr(processes, "SILENT_SECONDS", 0.2)
    async with Processes(postgres).try_lead() as leads:
        assert leads
        async with asyncio.timeout(20):
            other_leads = False
            while not other_leads:
                async with Processes(second).try_lead() as other_leads:
                    pass


async def test_the_lead_lasts_as_long_as_its_process_is_heard_of(
    postgres: Database, second: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "BEAT_SECONDS", 0.1)
    monkeypatch.setattr(processes, "SILENT_SECONDS", 2.0)
    async with Processes(postgres).try_lead() as leads:
        assert leads
        await _ended_for_its_silence(postgres.url, seconds=2)
        async with Processes(second).try_lead() as also_leads:
            assert not also_leads
    async with Processes(second).try_lead() as leads:
        assert leads


async def _ended_for_its_silence(url: str, *, seconds: int) -> None:
    """Wait until the server has ended a session that was idle for so long."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    async with await psycopg.AsyncConnection.connect(address, autocommit=True) as idle:
        await idle.execute(f"SET idle_session_timeout = '{seconds}s'")
        with pytest.raises(psycopg.OperationalError):
            async for _ in idle.notifies():
                pass


async def test_the_lead_ends_with_the_connection(server: PostgresServer, postgres: Database) -> None:
    async with Processes(postgres).try_lead() as leads:
        assert leads
        address = postgres.url
        await asyncio.to_thread(server.cut_connections, address)
        async with Processes(postgres).try_lead() as leads_again:
            assert leads_again
    async with Processes(postgres).try_lead() as leads:
        assert leads


async def test_a_process_alone_leads(database: Database) -> None:
    async with Processes(database).try_lead() as leads:
        assert leads
