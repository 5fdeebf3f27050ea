"""What processes on one PostgreSQL tell each other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.store.database import notices as module
from bot.store.database.engine import Database
from bot.store.database.notices import Notices

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
