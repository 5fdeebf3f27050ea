"""Mutes: on until they end, one a person and server, and not lifted by forgetting who it is."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from bot.domain.pseudonyms import Pseudonyms
from bot.store.moderation.audit import Audit, AuditAction, Entry
from bot.store.moderation.mutes import Mute, Mutes
from bot.store.moderation.tables import mutes as table
from tests.unit.store.samples import ANN, BEA, NOW, SERVER, find_mute

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store.database.engine import Database

MODERATOR = 99
HOUR = timedelta(hours=1)
NUMBERS = itertools.count(1)


def entry(act: AuditAction, now: datetime) -> Entry:
    return Entry(id=next(NUMBERS), guild_id=SERVER, moderator_id=MODERATOR, act=act, user_id=ANN, created_at=now)


def muting(*, ends_at: datetime | None = None, by: int = MODERATOR, now: datetime = NOW) -> tuple[Mute, Entry]:
    mute = Mute(guild_id=SERVER, user_id=ANN, ends_at=ends_at, by_user_id=by, created_at=now)
    return mute, entry(AuditAction.MUTED, now)


def unmuting(now: datetime = NOW) -> Entry:
    return entry(AuditAction.UNMUTED, now)


@pytest.fixture
def mutes(database: Database) -> Mutes:
    return Mutes(database, Pseudonyms(b"key"))


async def test_a_mute_is_on_until_it_ends_and_in_its_server_alone(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting(ends_at=NOW + HOUR))
    expected = Mute(guild_id=SERVER, user_id=ANN, ends_at=NOW + HOUR, by_user_id=MODERATOR, created_at=NOW)
    assert await find_mute(database, mutes, SERVER, ANN, now=NOW) == expected
    assert await mutes.of_server(SERVER, now=NOW) == (expected,)
    assert await find_mute(database, mutes, SERVER, BEA, now=NOW) is None
    assert await find_mute(database, mutes, SERVER + 1, ANN, now=NOW) is None
    assert await mutes.of_server(SERVER + 1, now=NOW) == ()
    assert await find_mute(database, mutes, SERVER, ANN, now=NOW + HOUR) is None
    assert await mutes.of_server(SERVER, now=NOW + HOUR) == ()


async def test_a_mute_for_good_has_no_end(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting())
    found = await find_mute(database, mutes, SERVER, ANN, now=NOW + 100_000 * HOUR)
    assert found is not None
    assert found.ends_at is None


async def test_the_last_word_counts(mutes: Mutes) -> None:
    await mutes.mute(*muting())
    await mutes.mute(*muting(ends_at=NOW + 2 * HOUR, by=BEA, now=NOW + HOUR))
    (one,) = await mutes.of_server(SERVER, now=NOW + HOUR)
    assert (one.ends_at, one.by_user_id) == (NOW + 2 * HOUR, BEA)


async def test_a_mute_is_lifted_once(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting())
    assert not await mutes.unmute(SERVER, BEA, unmuting())
    assert await mutes.unmute(SERVER, ANN, unmuting())
    assert await find_mute(database, mutes, SERVER, ANN, now=NOW) is None
    assert not await mutes.unmute(SERVER, ANN, unmuting())


async def test_a_mute_that_is_over_is_none_to_lift(mutes: Mutes) -> None:
    await mutes.mute(*muting(ends_at=NOW + HOUR))
    assert not await mutes.unmute(SERVER, ANN, unmuting(NOW + HOUR))


async def test_each_act_is_on_record_and_what_changes_nothing_is_not(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting())
    assert await mutes.unmute(SERVER, ANN, unmuting())
    assert not await mutes.unmute(SERVER, ANN, unmuting())
    entries = await Audit(database).page(SERVER, limit=10)
    assert [one.act for one in entries] == [AuditAction.UNMUTED, AuditAction.MUTED]


async def test_who_is_forgotten_stays_muted_and_can_be_unmuted(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting())
    await database.write(lambda connection: connection.execute(update(table).values(user_id=None, by_user_id=None)))
    found = await find_mute(database, mutes, SERVER, ANN, now=NOW)
    assert found is not None
    assert (found.user_id, found.by_user_id) == (None, None)
    await mutes.mute(*muting(ends_at=NOW + HOUR))
    assert [one.user_id for one in await mutes.of_server(SERVER, now=NOW)] == [ANN]
    assert await mutes.unmute(SERVER, ANN, unmuting())


async def test_a_new_key_lifts_no_mute_and_makes_no_second_one(mutes: Mutes, database: Database) -> None:
    await mutes.mute(*muting())
    later = Mutes(database, Pseudonyms(b"another key"))
    assert await find_mute(database, later, SERVER, ANN, now=NOW) is not None
    await later.mute(*muting(ends_at=NOW + HOUR))
    assert [one.ends_at for one in await later.of_server(SERVER, now=NOW)] == [NOW + HOUR]
    assert await later.unmute(SERVER, ANN, unmuting())
    assert await find_mute(database, mutes, SERVER, ANN, now=NOW) is None
