"""The audit log: each deed once, by pages, each server's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.store.moderation.audit import Audit, AuditAction, Entry
from tests.unit.store.samples import ANN, BEA, NOW, SERVER, after

if TYPE_CHECKING:
    from bot.store.database.engine import Database


@pytest.fixture
def audit(database: Database) -> Audit:
    return Audit(database)


def entry(number: int, *, guild_id: int = SERVER) -> Entry:
    return Entry(
        id=number,
        guild_id=guild_id,
        moderator_id=BEA,
        act=AuditAction.MUTED,
        user_id=ANN,
        share_id=7,
        details={"until": None, "reports": 3},
        created_at=after(number),
    )


async def test_deeds_come_back_as_they_were_recorded_newest_first(audit: Audit) -> None:
    first, second = entry(1), replace(entry(2), moderator_id=None, user_id=None, share_id=None, details={})
    await audit.record(first)
    await audit.record(second)
    await audit.record(entry(3, guild_id=SERVER + 1))
    assert await audit.page(SERVER, limit=10) == (second, first)
    assert await audit.page(SERVER + 1, limit=10) == (entry(3, guild_id=SERVER + 1),)
    assert await audit.page(SERVER + 2, limit=10) == ()


async def test_pages_follow_each_other(audit: Audit) -> None:
    for number in range(1, 6):
        await audit.record(entry(number))
    assert [one.id for one in await audit.page(SERVER, limit=2)] == [5, 4]
    assert [one.id for one in await audit.page(SERVER, before=4, limit=2)] == [3, 2]
    assert [one.id for one in await audit.page(SERVER, before=2, limit=2)] == [1]


async def test_what_comes_twice_is_recorded_once(audit: Audit) -> None:
    await audit.record(entry(1))
    await audit.record(replace(entry(1), moderator_id=ANN, created_at=NOW))
    assert await audit.page(SERVER, limit=10) == (entry(1),)


def test_every_deed_fits_its_column() -> None:
    assert all(len(one.value) <= 16 for one in AuditAction)
