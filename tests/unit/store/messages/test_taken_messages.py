"""Messages are taken once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.store.messages.taken import TakenMessages
from tests.unit.store.samples import NOW, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database


async def test_of_several_who_hear_a_message_one_takes_it(database: Database) -> None:
    taken = await asyncio.gather(*(TakenMessages(database).take(1 << 62, now=NOW) for _ in range(4)))
    assert sorted(taken) == [False, False, False, True]
    await TakenMessages(database).delete_old(before=NOW)
    assert not await TakenMessages(database).take(1 << 62, now=NOW)
    await TakenMessages(database).delete_old(before=after(1))
    assert await TakenMessages(database).take(1 << 62, now=NOW)
