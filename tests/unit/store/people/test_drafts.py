"""Drafts: kept for a while, changed, and taken once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.store.database.batches import BATCH_SIZE
from bot.store.people import tables
from bot.store.people.drafts import Drafts, StoredDraft
from tests.unit.store.samples import ANN, BEA, NOW, after, copy_row

if TYPE_CHECKING:
    from bot.store.database.engine import Database

RECORD = {"prompt": "fox \U0001f98a", "areas": ["a1", "d4"], "mask": None, "inverted": False}


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database)


async def test_a_draft_comes_back_as_it_was_given(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    await _keep(drafts, 2, user_id=BEA)
    assert await drafts.load(1, now=NOW) == StoredDraft(1, ANN, RECORD)
    assert await drafts.load(3, now=NOW) is None


async def test_a_draft_kept_again_replaces_the_first(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    await drafts.keep(1, user_id=ANN, record={"prompt": "other"}, expires_at=after(90))
    assert await drafts.load(1, now=after(80)) == StoredDraft(1, ANN, {"prompt": "other"})


async def test_a_draft_that_is_over_is_not_there(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    assert await drafts.load(1, now=after(59))
    assert await drafts.load(1, now=after(60)) is None
    assert not await drafts.change(1, record={}, now=after(60))
    assert await drafts.take(1, user_id=ANN, now=after(60)) is None
    assert await drafts.delete_expired(before=after(61)) == [1]


async def test_a_change_replaces_the_record_alone(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    await _keep(drafts, 2)
    assert await drafts.change(1, record={"inverted": True}, now=NOW)
    assert await drafts.load(1, now=after(59)) == StoredDraft(1, ANN, {"inverted": True})
    assert await drafts.load(1, now=after(60)) is None
    assert await drafts.load(2, now=NOW) == StoredDraft(2, ANN, RECORD)


async def test_a_draft_is_taken_once_and_by_its_owner(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    await _keep(drafts, 2)
    assert await drafts.take(1, user_id=BEA, now=NOW) is None
    assert await drafts.take(1, user_id=ANN, now=NOW) == StoredDraft(1, ANN, RECORD)
    assert await drafts.take(1, user_id=ANN, now=NOW) is None
    assert not await drafts.change(1, record={}, now=NOW)
    assert await drafts.load(2, now=NOW)


async def test_of_two_that_take_a_draft_at_once_one_gets_it(drafts: Drafts) -> None:
    for number in range(1, 9):
        await _keep(drafts, number)
        taken = await asyncio.gather(*(drafts.take(number, user_id=ANN, now=NOW) for _ in range(4)))
        assert [one for one in taken if one] == [StoredDraft(number, ANN, RECORD)]


async def test_a_draft_that_was_taken_can_be_put_back(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    assert await drafts.take(1, user_id=ANN, now=NOW)
    await _keep(drafts, 1)
    assert await drafts.take(1, user_id=ANN, now=NOW)


async def test_old_drafts_are_deleted_and_young_ones_stay(drafts: Drafts) -> None:
    for number in (1, 2, 3):
        await drafts.keep(number, user_id=ANN, record=RECORD, expires_at=after(number))
    assert sorted(await drafts.delete_expired(before=after(3))) == [1, 2]
    assert await drafts.delete_expired(before=after(3)) == []
    assert await drafts.load(3, now=NOW)


async def test_more_old_drafts_than_one_transaction_takes_are_all_deleted(database: Database, drafts: Drafts) -> None:
    await _keep(drafts, 1)
    numbers = range(1, BATCH_SIZE + 6)
    await copy_row(database, tables.drafts, numbers)
    found: list[int] = []
    while some := await drafts.delete_expired(before=after(90)):
        assert len(some) <= BATCH_SIZE
        found += some
    assert sorted(found) == list(numbers)


async def test_the_repr_of_a_draft_shows_no_prompt(drafts: Drafts) -> None:
    await _keep(drafts, 1)
    assert "fox" not in repr(await drafts.load(1, now=NOW))


async def _keep(drafts: Drafts, number: int, *, user_id: int = ANN) -> None:
    await drafts.keep(number, user_id=user_id, record=RECORD, expires_at=after(60))
