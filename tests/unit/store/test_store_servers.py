"""What servers want: kept, changed by several at once, and read by everybody."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.server import INHERITED, ServerSettings
from bot.store.engine import Database
from bot.store.servers import Servers
from tests.unit.store.samples import NOW

if TYPE_CHECKING:
    from collections.abc import Callable


def adding(word: str) -> Callable[[ServerSettings], ServerSettings]:
    return lambda settings: replace(settings, words=(*settings.words, word))


async def test_nothing_said_is_everything_inherited(database: Database) -> None:
    servers = Servers(database)
    assert await servers.load(7) == INHERITED
    assert await servers.all() == {}


async def test_a_change_is_there_for_everybody_at_once(database: Database, url: str) -> None:
    changed = await Servers(database).change(7, lambda old: replace(old, weekly=True, default_n=2), now=NOW)
    assert changed == ServerSettings(weekly=True, default_n=2)
    other = await Database.open(url)
    assert await Servers(other).load(7) == changed
    assert await Servers(other).all() == {7: changed}
    assert await Servers(other).load(8) == INHERITED
    await other.close()


async def test_changes_at_once_build_upon_each_other(database: Database) -> None:
    servers = Servers(database)
    await asyncio.gather(*(servers.change(7, adding(str(number)), now=NOW) for number in range(12)))
    assert sorted((await servers.load(7)).words) == sorted(str(number) for number in range(12))
