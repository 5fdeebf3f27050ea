"""References: pictures put aside for the next request."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.request import PictureRef
from bot.store.database.batches import BATCH_SIZE
from bot.store.people import tables
from bot.store.people.references import Reference, References
from tests.unit.store.samples import ANN, BEA, NOW, after, copy_row

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store.database.engine import Database


@pytest.fixture
def references(database: Database) -> References:
    return References(database)


async def test_references_come_back_as_they_were_given_and_in_order(references: References) -> None:
    first = (_reference(5, 1), replace(_reference(5, 2), parent=PictureRef(70, 3), spoiler=True, label="image2"))
    assert await _add(references, *first)
    assert await _add(references, _reference(6))
    assert await references.of(ANN, now=NOW) == [*first, _reference(6)]
    assert await references.of(BEA, now=NOW) == []


async def test_a_person_has_so_many_and_no_more(references: References) -> None:
    assert await _add(references, _reference(1), _reference(1, 2), at_most=3)
    assert not await _add(references, _reference(2), _reference(2, 2), at_most=3)
    assert await _add(references, _reference(3), at_most=3)
    assert not await _add(references, _reference(4), at_most=3)
    assert await _add(references, _reference(5, user_id=BEA), at_most=3)
    assert [(one.id, one.place) for one in await references.of(ANN, now=NOW)] == [(1, 1), (1, 2), (3, 1)]


async def test_of_many_that_are_added_at_once_so_many_get_in(references: References) -> None:
    added = await asyncio.gather(*(_add(references, _reference(number), at_most=3) for number in range(1, 9)))
    assert sum(added) == len(await references.of(ANN, now=NOW)) == 3


async def test_what_is_over_counts_no_more_and_is_not_renewed(references: References) -> None:
    await _add(references, _reference(1), at_most=1)
    assert await references.of(ANN, now=after(60)) == []
    later = after(61)
    assert await _add(references, _reference(2, expires_at=after(200)), at_most=1, now=later)
    assert [one.id for one in await references.of(ANN, now=later)] == [2]
    assert await references.delete_expired(before=later) == [1]


async def test_a_new_one_renews_all_of_its_person(references: References) -> None:
    await _add(references, _reference(1))
    await _add(references, _reference(2, user_id=BEA))
    await _add(references, _reference(3, expires_at=after(100)), now=after(40))
    assert [one.id for one in await references.of(ANN, now=after(99))] == [1, 3]
    assert await references.of(BEA, now=after(99)) == []


async def test_a_refused_one_renews_nothing(references: References) -> None:
    await _add(references, _reference(1))
    assert not await _add(references, _reference(2, expires_at=after(100)), at_most=1)
    assert await references.of(ANN, now=after(60)) == []


async def test_an_interaction_that_comes_twice_adds_once(references: References) -> None:
    assert await _add(references, _reference(1), at_most=1)
    assert await _add(references, _reference(1), at_most=1)
    assert len(await references.of(ANN, now=NOW)) == 1


async def test_nothing_is_always_let_in(references: References) -> None:
    assert await _add(references, at_most=0)


async def test_clearing_takes_all_of_one_person_and_names_each_once(references: References) -> None:
    await _add(references, _reference(1), _reference(1, 2))
    await _add(references, _reference(3))
    await _add(references, _reference(2, user_id=BEA))
    assert await references.clear(ANN) == [1, 3]
    assert await references.clear(ANN) == []
    assert [one.id for one in await references.of(BEA, now=NOW)] == [2]


async def test_removing_takes_what_is_named_and_is_the_persons_own(references: References) -> None:
    await _add(references, _reference(1), _reference(1, 2))
    await _add(references, _reference(2))
    await _add(references, _reference(3, user_id=BEA))
    await references.remove([1, 3], user_id=ANN)
    await references.remove([], user_id=ANN)
    assert [one.id for one in await references.of(ANN, now=NOW)] == [2]
    assert [one.id for one in await references.of(BEA, now=NOW)] == [3]


async def test_old_ones_are_deleted_and_young_ones_stay(references: References) -> None:
    for number in (1, 2, 3):
        new = [_reference(number, place, user_id=number, expires_at=after(number)) for place in (1, 2)]
        await _add(references, *new)
    assert await references.delete_expired(before=after(3)) == [1, 2]
    assert await references.delete_expired(before=after(3)) == []
    assert len(await references.of(3, now=NOW)) == 2


async def test_more_old_ones_than_one_transaction_takes_are_all_deleted(
    database: Database, references: References
) -> None:
    assert await _add(references, _reference(1))
    numbers = range(1, BATCH_SIZE + 6)
    await copy_row(database, tables.reference_pictures, numbers)
    found: list[int] = []
    while some := await references.delete_expired(before=after(90)):
        assert len(some) <= BATCH_SIZE
        found += some
    assert sorted(found) == list(numbers)


def _reference(number: int, place: int = 1, *, user_id: int = ANN, expires_at: datetime = after(60)) -> Reference:  # noqa: B008
    return Reference(
        id=number,
        place=place,
        user_id=user_id,
        blob=f"{number}/in-{place}",
        label="image",
        parent=None,
        spoiler=False,
        expires_at=expires_at,
    )


async def _add(references: References, *new: Reference, at_most: int = 10, now: datetime = NOW) -> bool:
    return await references.add(new, at_most=at_most, now=now)
