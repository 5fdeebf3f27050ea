"""The processes that share a database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.store.database.engine import Database
from bot.store.database.processes import Processes
from tests.unit.store.samples import NOW, after

if TYPE_CHECKING:
    from tests.standin.postgres import PostgresServer


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


async def test_one_process_leads_until_it_lets_go(postgres: Database) -> None:
    second = await Database.open(postgres.url)
    one, other = Processes(postgres), Processes(second)
    for _ in range(2):
        async with one.try_lead() as leads:
            assert leads
            async with other.try_lead() as also_leads:
                assert not also_leads
        async with other.try_lead() as leads:
            assert leads
    await second.close()


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
