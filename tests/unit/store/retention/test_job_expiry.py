"""The end of old jobs: which of them lose their bytes, and which go whole."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.job import FINAL, JobState, StoredFile
from bot.store.database.batches import BATCH_SIZE
from bot.store.jobs import tables
from tests.unit.store.samples import ANN, NOW, accept, admit, after, bring, copy_row, draw, make, wait

if TYPE_CHECKING:
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs
    from bot.store.retention.job_expiry import JobExpiry

MORE_THAN_A_BATCH = range(1, BATCH_SIZE + 6)


async def test_old_jobs_go_with_their_files_and_young_and_open_ones_stay(jobs: Jobs, job_expiry: JobExpiry) -> None:
    for number in (1, 2, 3):
        await accept(jobs, number)
        await admit(jobs, number, files=[StoredFile(label="image", blob=f"{number}/image")])
        await draw(jobs, number)
    await jobs.close(1, to=JobState.DELIVERED, now=NOW)
    await jobs.close(2, to=JobState.DELIVERED, now=NOW + timedelta(days=2))
    assert await job_expiry.delete_old(before=NOW + timedelta(days=1)) == [1]
    assert [job.id for job in await jobs.history(ANN, limit=9)] == [3, 2]
    assert await job_expiry.delete_old(before=NOW + timedelta(days=1)) == []


async def test_old_jobs_are_emptied_once_and_young_and_open_ones_are_not(jobs: Jobs, job_expiry: JobExpiry) -> None:
    for number in (1, 2, 3, 4):
        await make(jobs, number, now=after(number))
    await wait(jobs, 5)
    assert await job_expiry.empty_old(before=after(2), now=after(7)) == [1]
    assert await job_expiry.empty_old(before=after(4), now=after(8)) == [2, 3]
    assert await job_expiry.empty_old(before=after(4), now=after(9)) == []
    emptied = [(await jobs.load(number)).emptied_at for number in range(1, 6)]
    assert emptied == [after(7), after(8), after(8), None, None]
    assert len((await jobs.load(2)).pictures) == 1


async def test_only_a_job_in_a_final_stage_is_emptied(jobs: Jobs, job_expiry: JobExpiry) -> None:
    for number, state in enumerate(JobState, start=1):
        await bring(jobs, number, state)
    final = [number for number, state in enumerate(JobState, start=1) if state in FINAL]
    assert sorted(await job_expiry.empty_old(before=after(9), now=after(5))) == final
    emptied = [number for number in range(1, len(JobState) + 1) if (await jobs.load(number)).emptied_at == after(5)]
    assert emptied == final


async def test_more_old_jobs_than_one_transaction_takes_are_all_emptied(
    database: Database, jobs: Jobs, job_expiry: JobExpiry
) -> None:
    await bring(jobs, 1, JobState.FAILED)
    await copy_row(database, tables.jobs, MORE_THAN_A_BATCH)
    found: list[int] = []
    while some := await job_expiry.empty_old(before=after(1), now=after(1)):
        assert len(some) <= BATCH_SIZE
        found += some
    assert sorted(found) == list(MORE_THAN_A_BATCH)


async def test_more_old_jobs_than_one_transaction_takes_are_all_deleted(
    database: Database, jobs: Jobs, job_expiry: JobExpiry
) -> None:
    await bring(jobs, 1, JobState.FAILED)
    await copy_row(database, tables.jobs, MORE_THAN_A_BATCH)
    while some := await job_expiry.delete_old(before=after(1)):
        assert len(some) <= BATCH_SIZE
    assert await jobs.history(ANN, limit=9) == []
