"""Leases of shards, and turns to start their sessions."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.shards import GatewayLimits, ShardLease, ShardSession
from bot.store.database.processes import Processes
from bot.store.sharding.leases import ShardLeases
from bot.store.sharding.session_starts import IDENTIFY_SECONDS, SessionStarts, SessionStartsSpent
from tests.unit.store.samples import NOW, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database

SESSION = ShardSession(session_id="abc", sequence=7, resume_url="wss://resume.example")


async def test_a_shard_goes_to_one_process_and_its_session_to_the_next(
    database: Database, processes: Processes
) -> None:
    one, other = ShardLeases(database, "one"), ShardLeases(database, "other")
    for name in ("one", "other"):
        await processes.beat(name, NOW)
    await one.open(2, shares=True)
    await other.open(2, shares=True)
    [first, second] = (await one.view(2)).leases
    assert sorted(await asyncio.gather(one.take(2, first), other.take(2, first))) == [False, True]
    taker, loser = (one, other) if await one.holds(2, 0) else (other, one)
    await loser.keep(2, {0: SESSION})
    assert (await one.view(2)).leases[0].session is None
    await taker.give_up(2, {0: SESSION})
    free = (await one.view(2)).leases[0]
    assert free == ShardLease(shard_id=0, session=SESSION)
    assert await loser.take(2, free)
    assert not await taker.holds(2, 0)
    assert second == (await one.view(2)).leases[1]


async def test_a_shard_of_a_process_that_is_gone_is_free(postgres: Database) -> None:
    processes = Processes(postgres)
    gone, here = ShardLeases(postgres, "gone"), ShardLeases(postgres, "here")
    for name in ("gone", "here"):
        await processes.beat(name, NOW)
    for leases in (gone, here):
        await leases.open(1, shares=True)
    [lease] = (await gone.view(1)).leases
    assert await gone.take(1, lease)
    await gone.keep(1, {0: SESSION})
    assert await here.count_in_use() == 1
    assert (await here.view(1)).sharing == {"gone", "here"}
    await processes.remove("gone")
    assert await here.count_in_use() is None
    view = await here.view(1)
    assert view.living == view.sharing == {"here"}
    assert await here.take(1, view.leases[0])
    assert (await here.view(1)).leases[0].session == SESSION


async def test_another_number_of_shards_begins_anew(database: Database, processes: Processes) -> None:
    leases = ShardLeases(database, "one")
    await processes.beat("one", NOW)
    await leases.open(1, shares=True)
    await leases.open(3, shares=False)
    assert (await leases.view(1)).leases == ()
    assert [one.shard_id for one in (await leases.view(3)).leases] == [0, 1, 2]


async def test_sessions_of_one_bucket_start_one_after_the_other_whoever_starts_them(database: Database) -> None:
    starts = SessionStarts(database)
    await starts.note(GatewayLimits(shards=4, total=1000, remaining=9, resets_at=after(60), max_concurrency=2))
    turns = await asyncio.gather(*(SessionStarts(database).reserve(one, now=NOW) for one in (0, 1, 2, 3, 4)))
    paced = timedelta(seconds=IDENTIFY_SECONDS)
    assert sorted(turns) == [NOW, NOW, NOW + paced, NOW + paced, NOW + 2 * paced]
    assert await starts.reserve(0, now=after(30)) == after(30)
    assert (await ShardLeases(database, "one").view(4)).sessions_left == 3


async def test_no_session_is_started_beyond_those_of_the_day(database: Database) -> None:
    starts = SessionStarts(database)
    await starts.note(GatewayLimits(shards=1, total=1000, remaining=1, resets_at=after(60), max_concurrency=1))
    await starts.reserve(0, now=NOW)
    with pytest.raises(SessionStartsSpent) as caught:
        await starts.reserve(0, now=after(1))
    assert caught.value.resets_at == after(60)
    await starts.reserve(0, now=after(61))
