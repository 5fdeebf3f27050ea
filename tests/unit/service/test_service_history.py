"""What is kept of the requests, and who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.errors import Cancelled, NotMadeYet, NotYours, PicturesGone, Refused
from bot.domain.job import JobState
from bot.service.history import NEWEST, History, Page
from bot.store.blobs.blob_store import Blobs, open_blobs
from tests.unit.store.samples import ANN, BEA, NOW, after, call, keep, wait
from tests.unit.words.samples import job

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.store.jobs.jobs import Jobs
    from bot.store.retention.job_expiry import JobExpiry


@pytest.fixture
async def blobs(tmp_path: Path) -> AsyncIterator[Blobs]:
    blobs = open_blobs(None, tmp_path)
    yield blobs
    await blobs.close()


@pytest.fixture
def history(jobs: Jobs, blobs: Blobs) -> History:
    return History(jobs, blobs)


async def make(jobs: Jobs, blobs: Blobs, *, pictures: int = 1, to: JobState = JobState.DELIVERED) -> None:
    """Bring job 1, with its pictures kept, to its end."""
    await wait(jobs, n=pictures)
    await call(jobs)
    for place in range(1, pictures + 1):
        await blobs.put(b"picture %d" % place, name=f"1/out-{place}")
    assert await keep(jobs, pictures=pictures)
    assert await jobs.close(1, to=to, now=NOW)


async def test_turning_the_pages_shows_every_job_once_and_leads_back_the_same_way(jobs: Jobs, history: History) -> None:
    for number in range(1, 21):
        await wait(jobs, number)
    await wait(jobs, 21, user_id=BEA)
    first = await history.load_page(ANN)
    assert first.newer is None
    assert first.older is not None
    second = await history.load_page(ANN, before=first.older)
    assert second.older is not None
    third = await history.load_page(ANN, before=second.older)
    assert third.older is None
    pages = [[job.id for job in page.jobs] for page in (first, second, third)]
    assert pages == [list(range(20, 11, -1)), list(range(11, 2, -1)), [2, 1]]
    assert third.newer is not None
    assert await history.load_page(ANN, before=third.newer) == second
    assert second.newer == NEWEST


async def test_jobs_that_came_meanwhile_are_a_page_away(jobs: Jobs, history: History) -> None:
    for number in range(1, 12):
        await wait(jobs, number)
    page = await history.load_page(ANN, before=3)
    for number in range(12, 24):
        await wait(jobs, number)
    assert page.newer == NEWEST
    page = await history.load_page(ANN, before=3)
    assert page.newer is not None
    assert [job.id for job in (await history.load_page(ANN, before=page.newer)).jobs] == list(range(11, 2, -1))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((1, 2, 10), (1, 2, 10)),
        ((10, 1, 10, 1, 10), (7, 1, 7, 1, 7)),
        ((10,) * 9, (2,) * 9),
        ((0, 3), (0, 3)),
    ],
)
def test_a_sheet_has_25_pictures_at_most_and_some_of_every_job(counts: tuple[int, ...], shown: tuple[int, ...]) -> None:
    jobs = tuple(job(number, pictures=count) for number, count in enumerate(counts, start=1))
    pictures = Page(jobs=jobs, newer=None, older=None).pictures
    assert tuple(len(pictures.get(one.id, ())) for one in jobs) == shown
    assert list(pictures) == [one.id for one in jobs if one.pictures]


def test_what_is_not_kept_or_not_out_yet_is_on_no_sheet() -> None:
    jobs = (job(1, emptied_at=NOW), job(2, state=JobState.DRAWN), job(3, state=JobState.UNDELIVERABLE))
    assert list(Page(jobs=jobs, newer=None, older=None).pictures) == [3]


async def test_who_asked_for_nothing_has_an_empty_page(history: History) -> None:
    page = await history.load_page(ANN)
    assert (page.jobs, page.newer, page.older) == ((), None, None)


async def test_a_page_whose_jobs_are_gone_leads_to_newer_ones(jobs: Jobs, history: History) -> None:
    await wait(jobs, 9)
    page = await history.load_page(ANN, before=9)
    assert (page.jobs, page.newer, page.older) == ((), NEWEST, None)


@pytest.mark.parametrize("end", [JobState.DELIVERED, JobState.UNDELIVERABLE])
async def test_the_pictures_of_a_job_come_in_their_order(
    jobs: Jobs, blobs: Blobs, history: History, end: JobState
) -> None:
    await make(jobs, blobs, pictures=3, to=end)
    async with history.load_pictures(1, ANN) as kept:
        assert kept.data == (b"picture 1", b"picture 2", b"picture 3")
        assert kept.job.id == 1


async def refused(history: History, job_id: int, *, user_id: int = ANN) -> type[Refused]:
    with pytest.raises(Refused) as failure:
        async with history.load_pictures(job_id, user_id):
            pass
    return failure.type


async def test_nobody_sees_the_pictures_of_another_person(jobs: Jobs, blobs: Blobs, history: History) -> None:
    await make(jobs, blobs)
    assert await refused(history, 1, user_id=BEA) is NotYours


async def test_a_job_that_nobody_knows_or_that_has_expired_has_no_pictures(
    jobs: Jobs, job_expiry: JobExpiry, blobs: Blobs, history: History
) -> None:
    await make(jobs, blobs)
    await job_expiry.delete_old(before=after(1))
    assert await refused(history, 1) is PicturesGone
    assert await refused(history, 2**63 - 1) is PicturesGone


async def test_a_picture_that_is_missing_is_told(jobs: Jobs, blobs: Blobs, history: History) -> None:
    await make(jobs, blobs, pictures=2)
    await blobs.delete(["1/out-2"])
    assert await refused(history, 1) is PicturesGone


async def test_a_job_that_is_open_or_that_failed_has_no_pictures(jobs: Jobs, history: History) -> None:
    await wait(jobs, 1)
    await wait(jobs, 2)
    await jobs.fail(2, error=Cancelled(by_user_id=ANN), now=NOW)
    await wait(jobs, 3)
    await call(jobs, 3)
    assert await keep(jobs, 3)
    assert [await refused(history, number) for number in (1, 2, 3)] == [NotMadeYet] * 3


async def test_a_job_that_could_not_be_posted_is_delivered_once_it_was_shown(
    jobs: Jobs, blobs: Blobs, history: History
) -> None:
    await make(jobs, blobs, to=JobState.UNDELIVERABLE)
    job = await jobs.load(1)
    for _ in range(2):
        await history.mark_shown(job, now=NOW)
        assert (await jobs.load(1)).state is JobState.DELIVERED


async def test_a_job_that_was_posted_stays_as_it_is(jobs: Jobs, blobs: Blobs, history: History) -> None:
    await make(jobs, blobs)
    before = await jobs.load(1)
    await history.mark_shown(before, now=after(60))
    assert await jobs.load(1) == before
