"""Jobs, from the acknowledgement to the last message."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.crop import Crop
from bot.domain.errors import Cancelled, ContentRefused
from bot.domain.job import FINAL, FOLLOWS, OPEN, JobState, Rendition, StoredFile
from bot.domain.masked_edits import MaskedEdits
from bot.domain.money import Cost
from bot.domain.options import Options
from bot.store.jobs.admission import Limits
from bot.store.jobs.queue import Unfinished
from tests.unit.store.samples import (
    ANN,
    BEA,
    NOW,
    accept,
    admit,
    after,
    bring,
    call,
    draw,
    keep,
    move,
    origin,
    picture,
    wait,
)

if TYPE_CHECKING:
    from bot.store.database.processes import Processes
    from bot.store.jobs.jobs import Jobs

CANCELLED = Cancelled(by_user_id=ANN, may_have_cost=False)


async def test_a_job_comes_back_as_it_was_given(jobs: Jobs) -> None:
    await accept(jobs, n=2)
    await admit(jobs, files=[StoredFile(label="image", blob="1/image"), StoredFile(label="mask", blob="1/mask")])
    await call(jobs, now=after(1))
    await keep(jobs, pictures=2, now=after(9))
    job = await jobs.load(1)
    assert (job.state, job.prompt, job.origin) == (JobState.DRAWN, "a fox", origin())
    assert (job.options.model, job.options.n, job.options.seed) == ("gpt-image-2", 2, 5)
    assert [file.label for file in job.files] == ["image", "mask"]
    assert job.pictures == (picture(1), picture(2))
    assert (job.quality, job.size, job.dropped) == ("high", "1024x1536", ("seed",))
    assert (job.reserved_microusd, job.cost, job.failure) == (100, Cost(80), None)
    assert (job.created_at, job.started_at, job.drawn_at) == (NOW, after(1), after(9))
    assert (job.executor, job.attempts) == ("first", 1)


async def test_an_exact_edit_comes_back_with_its_crop_and_shows_either_of_its_pictures(jobs: Jobs) -> None:
    crop = Crop(10, 20, 300, 200, 600, 400, "1536x1024")
    await accept(jobs, n=2)
    limits = Limits(per_user=9, per_server=9, queue=9)
    await jobs.admit(1, files=[], estimate_microusd=0, role_ids=(), limits=limits, budgets=(), now=NOW, crop=crop)
    await call(jobs)
    drawn = Rendition(blob="1/drawn", output_format="webp", size_bytes=7)
    pictures = [replace(picture(1), other=drawn), picture(2)]
    await jobs.keep(1, pictures=pictures, quality="low", size="auto", dropped=(), cost=Cost(0), now=NOW)
    exact = await jobs.load(1)
    assert (exact.crop, exact.shown, exact.asked.size) == (crop, MaskedEdits.EXACT, "1536x1024")
    assert exact.pictures == tuple(pictures)
    assert (exact.has_two_renditions, exact.not_laid_in) == (True, 1)
    await jobs.show(1, MaskedEdits.AS_DRAWN)
    as_drawn = await jobs.load(1)
    assert as_drawn == exact.showing(MaskedEdits.AS_DRAWN)
    assert [one.blob for one in as_drawn.pictures] == ["1/drawn", picture(2).blob]
    assert as_drawn.showing(MaskedEdits.EXACT) == exact
    await jobs.show(1, MaskedEdits.EXACT)
    assert await jobs.load(1) == exact


async def test_an_unknown_cost_comes_back_as_unknown(jobs: Jobs) -> None:
    await wait(jobs)
    await draw(jobs, cost=Cost(None, estimated=True))
    assert (await jobs.load(1)).cost == Cost(None, estimated=True)


async def test_the_same_interaction_twice_is_one_job(jobs: Jobs) -> None:
    assert await accept(jobs)
    assert not await accept(jobs, user_id=BEA)
    assert (await jobs.load(1)).origin.user_id == ANN


async def test_what_the_database_cannot_hold_is_replaced_and_not_refused(jobs: Jobs) -> None:
    await accept(jobs)
    options = (await jobs.load(1)).options
    await jobs.accept(
        id=2, origin=origin(), prompt="nul \0 half \ud83d fox \U0001f98a", options=options, executor="x", now=NOW
    )
    assert (await jobs.load(2)).prompt == "nul \ufffd half \ufffd fox \U0001f98a"


async def test_a_job_that_is_not_there_is_not_found(jobs: Jobs) -> None:
    assert await jobs.find(5) is None
    with pytest.raises(LookupError):
        await jobs.load(5)


async def test_each_call_counts_as_an_attempt_and_a_repeated_one_starts_the_clock_anew(jobs: Jobs) -> None:
    await wait(jobs)
    await call(jobs, now=after(1))
    assert await move(jobs, 1, to=JobState.CALLING, executor="first", now=after(60))
    job = await jobs.load(1)
    assert (job.attempts, job.started_at) == (2, after(60))


async def test_a_job_comes_to_no_other_stage_by_a_move(jobs: Jobs) -> None:
    await wait(jobs)
    for state in set(JobState) - {JobState.PREPARING, JobState.CALLING}:
        with pytest.raises(ValueError, match=state):
            await move(jobs, 1, to=state, executor="first", now=NOW)


async def test_a_stage_is_entered_only_from_those_that_it_follows(jobs: Jobs) -> None:
    for number, state in enumerate(JobState, start=1):
        await bring(jobs, number, state)
        for to in (JobState.PREPARING, JobState.CALLING):
            allowed = to in FOLLOWS[state]
            if not allowed:
                assert await move(jobs, number, to=to, executor="first", now=NOW) is None
        if state is not JobState.CALLING:
            assert not await keep(jobs, number)
        if state not in OPEN:
            assert not await jobs.fail(number, error=CANCELLED, now=NOW)
        for to in (JobState.DELIVERED, JobState.FAILED, JobState.UNDELIVERABLE):
            if to not in FOLLOWS[state]:
                assert not await jobs.close(number, to=to, now=NOW)
        assert (await jobs.load(number)).state is state


async def test_only_a_final_stage_closes(jobs: Jobs) -> None:
    with pytest.raises(ValueError, match="drawn"):
        await jobs.close(1, to=JobState.DRAWN, now=NOW)


async def test_of_two_processes_that_want_a_job_one_gets_it(jobs: Jobs, processes: Processes) -> None:
    for executor in ("first", "second"):
        await processes.beat(executor, NOW)
    for number in range(1, 9):
        await wait(jobs, number)
        moved = await asyncio.gather(
            *(move(jobs, number, to=JobState.PREPARING, executor=one, now=NOW) for one in ("first", "second"))
        )
        (winner,) = [job for job in moved if job]
        assert (await jobs.load(number)).executor == winner.executor


async def test_who_has_lost_a_job_to_another_process_does_not_end_it(jobs: Jobs, processes: Processes) -> None:
    for executor in ("first", "second"):
        await processes.beat(executor, NOW)
    await wait(jobs)
    await call(jobs)
    assert not await jobs.fail(1, error=CANCELLED, now=NOW, executor="second")
    assert (await jobs.load(1)).state is JobState.CALLING
    await processes.remove("first")
    assert await jobs.fail(1, error=CANCELLED, now=NOW, executor="second")


async def test_the_job_of_a_process_that_is_gone_is_taken_over(jobs: Jobs, processes: Processes) -> None:
    for executor in ("first", "second"):
        await processes.beat(executor, NOW)
    await wait(jobs)
    await call(jobs, executor="first")
    assert await move(jobs, 1, to=JobState.CALLING, executor="second", now=NOW) is None
    await processes.remove("first")
    assert await move(jobs, 1, to=JobState.CALLING, executor="second", now=NOW)
    await processes.beat("first", NOW)
    assert await move(jobs, 1, to=JobState.CALLING, executor="first", now=NOW) is None
    assert (await jobs.load(1)).attempts == 2


async def test_a_process_that_died_and_left_no_row_blocks_nobody(jobs: Jobs) -> None:
    await wait(jobs)
    await call(jobs, executor="first")
    assert await move(jobs, 1, to=JobState.CALLING, executor="second", now=NOW)


async def test_of_a_cancel_and_a_completion_exactly_one_wins(jobs: Jobs) -> None:
    for number in range(1, 13):
        await wait(jobs, number)
        await call(jobs, number)
        race = [keep(jobs, number), jobs.fail(number, error=CANCELLED, now=NOW)]
        kept, failed = await asyncio.gather(*(race if number % 2 else race[::-1]))
        assert kept is not failed
        job = await jobs.load(number)
        assert bool(job.pictures) is (job.state is JobState.DRAWN) is (job.failure is None)


async def test_a_failure_comes_back_as_the_error_that_it_was(jobs: Jobs) -> None:
    await wait(jobs)
    await call(jobs)
    assert await jobs.fail(1, error=ContentRefused(categories=("violence",)), now=NOW)
    failure = (await jobs.load(1)).failure
    assert isinstance(failure, ContentRefused)
    assert failure.categories == ("violence",)


async def test_places_follow_the_turns_and_then_the_order_of_arrival(jobs: Jobs) -> None:
    assert (await wait(jobs, 1, now=after(1))).place == 0
    second = await wait(jobs, 2, now=after(2))
    assert (second.place, second.priority) == (1, 1)
    bea = await wait(jobs, 3, user_id=BEA, now=after(3))
    assert (bea.place, bea.priority) == (1, 0)
    assert await jobs.waiting() == [1, 3, 2]
    await move(jobs, 1, to=JobState.PREPARING, executor="first", now=NOW)
    assert await jobs.waiting() == [3, 2]


async def test_jobs_that_are_not_over_are_counted_by_stage(jobs: Jobs) -> None:
    await accept(jobs, 1)
    await wait(jobs, 2)
    await wait(jobs, 3)
    await bring(jobs, 4, JobState.DELIVERED)
    counts = await jobs.counts()
    assert set(counts) == set(JobState) - set(FINAL)
    assert {state: count for state, count in counts.items() if count} == {JobState.ACCEPTING: 1, JobState.WAITING: 2}


async def test_a_restart_finds_whatever_is_not_closed(jobs: Jobs) -> None:
    for number, state in enumerate(JobState, start=1):
        await bring(jobs, number, state)
    assert await jobs.unfinished() == [
        Unfinished(number, state, "first")
        for number, state in enumerate(JobState, start=1)
        if FOLLOWS[state] and state is not JobState.UNDELIVERABLE
    ]


async def test_recent_times_are_those_of_the_same_model_and_quality(jobs: Jobs) -> None:
    for number, seconds in enumerate((10, 20.5, 30), start=1):
        await wait(jobs, number)
        await call(jobs, number, now=after(0))
        await keep(jobs, number, now=after(seconds))
    assert await jobs.recent_seconds(model="gpt-image-2", quality="high") == [30, 20.5, 10]
    assert await jobs.recent_seconds(model="gpt-image-2", quality="high", limit=2) == [30, 20.5]
    assert await jobs.recent_seconds(model="gpt-image-2", quality="low") == []
    assert await jobs.recent_seconds(model="gpt-image-1", quality="high") == []


async def test_history_is_ones_own_and_newest_first_in_pages(jobs: Jobs) -> None:
    for number in range(1, 6):
        await wait(jobs, number)
    await wait(jobs, 9, user_id=BEA)
    await draw(jobs, 4)
    page = await jobs.history(ANN, limit=3)
    assert [job.id for job in page] == [5, 4, 3]
    assert [len(job.pictures) for job in page] == [0, 1, 0]
    assert [job.id for job in await jobs.history(ANN, limit=3, before=3)] == [2, 1]


async def test_an_answer_to_a_message_comes_back_with_both_messages(jobs: Jobs) -> None:
    options = Options(model="gpt-image-2")
    where = replace(origin(), token="", private=False, reply_to=77)
    await jobs.accept(id=1, origin=where, prompt="a fox", options=options, executor="first", now=NOW)
    await wait(jobs, 2)
    assert (await jobs.load(1)).origin == where
    await jobs.answered(1, answer_id=78)
    assert (await jobs.load(1)).origin == replace(where, answer_id=78)
    assert (await jobs.load(2)).origin.answer_id is None


async def test_a_job_is_withdrawn_only_while_it_is_taken_in(jobs: Jobs) -> None:
    for number, state in enumerate(JobState, start=1):
        await bring(jobs, number, state)
        assert await jobs.withdraw(number) is (state is JobState.ACCEPTING)
        assert (await jobs.find(number) is None) is (state is JobState.ACCEPTING)
    assert not await jobs.withdraw(99)


async def test_the_repr_of_a_job_shows_neither_prompt_nor_token(jobs: Jobs) -> None:
    await accept(jobs)
    shown = repr(await jobs.load(1))
    assert "fox" not in shown
    assert "interaction token" not in shown
