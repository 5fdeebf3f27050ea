"""Families: what pictures were made from, and what was made from them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event, insert

from bot.domain.errors import Interrupted
from bot.domain.job import JobState, StoredFile
from bot.domain.request import PictureRef
from bot.store.jobs.tables import job_files
from tests.unit.store.samples import BEA, NOW, accept, admit, after, make, wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs
    from bot.store.jobs.lineage import Lineage
    from bot.store.retention.job_expiry import JobExpiry


async def test_the_parents_of_a_job_are_the_pictures_that_its_files_are(jobs: Jobs) -> None:
    await accept(jobs)
    files = (
        StoredFile(label="image", blob="1/in-1", parent=PictureRef(70, 3)),
        StoredFile(label="image2", blob="1/in-2"),
        StoredFile(label="image3", blob="1/in-3", parent=PictureRef(60, 1)),
    )
    await admit(jobs, files=files)
    job = await jobs.load(1)
    assert job.files == files
    assert job.parents == (PictureRef(70, 3), PictureRef(60, 1))


async def test_ancestors_come_nearest_first_and_without_the_job_itself(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 2)
    await make(jobs, 4, 3)
    assert await _ancestors(lineage, 4) == [3, 2, 1]
    assert await _ancestors(lineage, 4, limit=2) == [3, 2]
    assert await _ancestors(lineage, 1) == []


async def test_of_several_parents_the_first_one_comes_first_and_each_once(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 1)
    await make(jobs, 4, 3, 2, 3)
    assert await _ancestors(lineage, 4) == [3, 2, 1]


async def test_a_parent_that_is_not_kept_any_more_is_left_out(
    jobs: Jobs, lineage: Lineage, job_expiry: JobExpiry
) -> None:
    await make(jobs, 1, now=after(-60))
    await make(jobs, 2, 1)
    await make(jobs, 3, 1, 2)
    assert await job_expiry.delete_old(before=after(-1)) == [1]
    assert await _ancestors(lineage, 3) == [2]
    assert sorted(await _family(lineage, 3)) == [2, 3]
    assert (await jobs.load(3)).parents == (PictureRef(1, 1), PictureRef(2, 1))


async def test_a_family_is_all_that_comes_from_the_same_pictures(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 1, user_id=BEA)
    await make(jobs, 4, 2)
    await make(jobs, 5, 3)
    await make(jobs, 9)
    assert await _family(lineage, 4) == [4, 2, 1, 3, 5]
    assert await _family(lineage, 1) == [1, 3, 2, 5, 4]
    assert await _family(lineage, 9) == [9]


async def test_a_family_that_is_cut_keeps_its_nearest(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    for child in range(2, 7):
        await make(jobs, child, 1)
    await make(jobs, 7, 2)
    assert await _family(lineage, 7, limit=3) == [7, 2, 1]
    assert await _family(lineage, 7, limit=5) == [7, 2, 1, 6, 5]
    assert await _family(lineage, 1, limit=1) == [1]


async def test_known_children_do_not_take_the_room_of_new_ones(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 1)
    # The two newest children of 1 are known by then.
    await make(jobs, 4, 1)
    await make(jobs, 5, 1, 4)
    assert await _family(lineage, 5, limit=4) == [5, 1, 4, 3]


async def test_what_was_made_from_another_picture_besides_brings_none_of_its_relatives(
    jobs: Jobs, lineage: Lineage
) -> None:
    await make(jobs, 1)
    await make(jobs, 2)
    await make(jobs, 3, 1, 2)
    assert await _family(lineage, 1) == [1, 3]
    assert await _family(lineage, 3) == [3, 1, 2]


async def test_an_ancestor_that_is_a_descendant_too_brings_its_other_parents(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    await make(jobs, 2)
    await make(jobs, 3, 1, 2)
    await make(jobs, 4, 3)
    await make(jobs, 5, 4)
    # 3 is found on the way down from 1 before the way up from 5 comes to it.
    await make(jobs, 6, 1, 5)
    assert sorted(await _family(lineage, 6)) == [1, 2, 3, 4, 5, 6]
    assert sorted(await _ancestors(lineage, 6)) == [1, 2, 3, 4, 5]


async def test_a_change_without_pictures_is_in_no_family_but_its_own(jobs: Jobs, lineage: Lineage) -> None:
    await make(jobs, 1)
    parent = [StoredFile(label="image", blob="x", parent=PictureRef(1, 1))]
    for number in (2, 3):
        await accept(jobs, number)
        await admit(jobs, number, files=parent)
    await jobs.fail(2, error=Interrupted(), now=NOW)
    await jobs.close(2, to=JobState.FAILED, now=NOW)
    assert await _family(lineage, 1) == [1]
    assert await _family(lineage, 3) == [3, 1]


async def test_a_circle_has_an_end(jobs: Jobs, lineage: Lineage, database: Database) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 2, 3)
    circle = {"job_id": 1, "place": 0, "label": "image", "blob": "x", "parent_job": 3, "parent_place": 1}
    await database.write(lambda connection: connection.execute(insert(job_files), circle))
    assert await _ancestors(lineage, 1) == [3, 2]
    assert await _family(lineage, 1) == [1, 3, 2]


async def test_there_is_no_family_where_there_is_no_job(jobs: Jobs, lineage: Lineage) -> None:
    await wait(jobs, 1)
    assert await _ancestors(lineage, 5) == []
    assert await _family(lineage, 5) == []


async def test_a_family_in_any_shape_is_the_same_as_counted_on_paper(jobs: Jobs, lineage: Lineage) -> None:
    chance = random.Random(4)  # noqa: S311 - the same shapes each time
    parents: dict[int, list[int]] = {}
    for number in range(1, 31):
        parents[number] = chance.sample(range(1, number), min(number - 1, chance.randrange(3)))
        await make(jobs, number, *parents[number])
    for number in parents:
        assert set(await _ancestors(lineage, number)) == _above(parents, number)
        roots = {number, *_above(parents, number)}
        expected = roots | {one for one in parents if roots & _above(parents, one)}
        found = await _family(lineage, number)
        assert set(found) == expected
        assert found[0] == number
        assert await _family(lineage, number, limit=4) == found[:4]


async def test_a_wide_family_takes_as_many_queries_as_a_narrow_one(
    jobs: Jobs, lineage: Lineage, queries: list[str]
) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1)
    await make(jobs, 3, 2)
    await make(jobs, 4, 1)
    await make(jobs, 5, 2)
    narrow = await _count(lineage, queries)
    for number in range(10, 30):
        await make(jobs, number, number % 2 + 1)
    assert await _count(lineage, queries) == narrow


@pytest.fixture
def queries() -> Iterator[list[str]]:
    """The statements that any database is asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


async def _count(lineage: Lineage, queries: list[str]) -> int:
    before = len(queries)
    await lineage.ancestors(3, limit=100)
    await lineage.family(3, limit=100)
    return len(queries) - before


async def _ancestors(lineage: Lineage, number: int, *, limit: int = 100) -> list[int]:
    return [job.id for job in await lineage.ancestors(number, limit=limit)]


async def _family(lineage: Lineage, number: int, *, limit: int = 100) -> list[int]:
    return [job.id for job in await lineage.family(number, limit=limit)]


def _above(parents: dict[int, list[int]], number: int) -> set[int]:
    return {one for parent in parents[number] for one in (parent, *_above(parents, parent))}
