"""What processes on one PostgreSQL tell each other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.store.database import notices as module
from bot.store.database.engine import Database
from bot.store.database.notices import Notices
from bot.store.database.processes import Processes
from bot.store.sharding.leases import ShardLeases
from tests.unit.store.samples import NOW

if TYPE_CHECKING:
    from tests.standin.postgres import PostgresServer


@pytest.mark.postgresql
async def test_what_one_process_tells_another_hears_also_after_its_connection_was_lost(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AGAIN_SECONDS", 0.01)
    url = server.empty_database()
    one, other = Database.at(url), Database.at(url)
    heard: asyncio.Queue[str] = asyncio.Queue()
    listening = asyncio.create_task(Notices(other).listen(heard.put_nowait))

    async def tell_until_heard(notice: str) -> None:
        async with asyncio.timeout(20):
            while heard.empty() or heard.get_nowait() != notice:
                await Notices(one).tell(notice)
                await asyncio.sleep(0.02)

    await tell_until_heard("queued")
    await asyncio.to_thread(server.cut_connections, url)
    await tell_until_heard("cancelled 7")
    listening.cancel()
    await asyncio.wait({listening})
    await one.close()
    await other.close()


async def test_who_shares_the_shards_hears_at_once_that_a_process_went_or_gave_one_up(postgres: Database) -> None:
    notices, heard = Notices(postgres), asyncio.Event()
    listening = asyncio.create_task(notices.listen(lambda _: heard.set()))
    processes, leases = Processes(postgres), ShardLeases(postgres, "one")

    async def is_told() -> bool:
        told = await asyncio.wait_for(notices.members_changed.wait(), 10)
        notices.members_changed.clear()
        return told

    # Whoever begins to listen may have missed something.
    assert await is_told()
    await processes.beat("one", NOW)
    await leases.open(1, shares=True)
    assert await is_told()
    assert await leases.take(1, (await leases.view(1)).leases[0])
    await leases.give_up(1, {0: None})
    assert await is_told()
    await leases.leave()
    assert await is_told()
    await processes.remove("one")
    assert await is_told()
    # A process that was taken for gone would wake itself again and again.
    await leases.open(1, shares=True)
    await notices.tell("queued")
    await asyncio.wait_for(heard.wait(), 10)
    assert not notices.members_changed.is_set()
    listening.cancel()
    await asyncio.wait({listening})
