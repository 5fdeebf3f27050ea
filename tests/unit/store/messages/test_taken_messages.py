"""Messages are taken once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.store.messages.taken import TakenMessages
from tests.unit.store.samples import NOW, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.database.processes import Processes


async def test_of_several_who_hear_a_message_one_takes_it(database: Database, processes: Processes) -> None:
    names = [f"process{number}" for number in range(4)]
    several = [TakenMessages(database, executor=name) for name in names]
    for name in names:
        await processes.beat(name, NOW)
    taken = await asyncio.gather(*(messages.take(1 << 62, now=NOW) for messages in several))
    assert sorted(taken) == [False, False, False, True]
    await several[0].delete_old(before=NOW)
    assert not await several[0].take(1 << 62, now=NOW)
    await several[0].delete_old(before=after(1))
    assert await several[0].take(1 << 62, now=NOW)


async def test_a_message_is_taken_anew_from_a_process_that_is_gone(database: Database, processes: Processes) -> None:
    for name in ("killed", "next"):
        await processes.beat(name, NOW)
    assert await TakenMessages(database, executor="killed").take(1, now=NOW)
    await processes.remove("killed")
    assert await TakenMessages(database, executor="next").take(1, now=NOW)
