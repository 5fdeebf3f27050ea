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
    messages, names = TakenMessages(database), [f"process{number}" for number in range(4)]
    for name in names:
        await processes.beat(name, NOW)
    taken = await asyncio.gather(*(messages.take(1 << 62, executor=one, now=NOW) for one in names))
    assert sorted(taken) == [False, False, False, True]
    await messages.delete_old(before=NOW)
    assert not await messages.take(1 << 62, executor=names[0], now=NOW)
    await messages.delete_old(before=after(1))
    assert await messages.take(1 << 62, executor=names[0], now=NOW)


async def test_a_message_is_taken_anew_from_a_process_that_is_gone(database: Database, processes: Processes) -> None:
    for name in ("killed", "next"):
        await processes.beat(name, NOW)
    assert await TakenMessages(database).take(1, executor="killed", now=NOW)
    await processes.remove("killed")
    assert await TakenMessages(database).take(1, executor="next", now=NOW)
