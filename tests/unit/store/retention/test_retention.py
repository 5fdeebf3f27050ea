"""Retention: bytes go first, rows later, drafts and references when their time is over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.gallery import Share, ShareState
from bot.domain.request import PictureRef
from bot.jobs.retention import Retention
from bot.store.blobs.blob_store import Blobs
from bot.store.blobs.deletions import BlobDeletions
from bot.store.blobs.folder import FolderBlobs
from bot.store.errors import BlobMissing, StoreUnavailable
from bot.store.gallery.shares import Shares
from bot.store.people.drafts import Drafts
from bot.store.people.references import Reference, References
from bot.store.retention.job_expiry import JobExpiry
from bot.store.server.ledger import RefusalCount, ServerLedger
from bot.store.server.refusals import Refusals
from tests.unit.store.samples import ANN, NOW, SERVER, make, wait

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs

KEEP_DAYS, RECORD_DAYS = 30, 400


class FlakyFolder(FolderBlobs):
    """A folder that does not delete what it `refuses`."""

    refuses: frozenset[str] = frozenset()

    async def drop(self, folder: str) -> None:
        if folder in self.refuses:
            raise StoreUnavailable
        await super().drop(folder)


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[FlakyFolder]:
    folder = FlakyFolder.open(tmp_path / "blobs")
    yield folder
    await folder.close()


@pytest.fixture
def blobs(folder: FlakyFolder) -> Blobs:
    return Blobs(folder)


@pytest.fixture
def retention(blobs: Blobs, database: Database) -> Retention:
    return make_retention(database, blobs)


def make_retention(database: Database, blobs: Blobs) -> Retention:
    return Retention(
        JobExpiry(database),
        blobs=blobs,
        deletions=BlobDeletions(database),
        drafts=Drafts(database),
        references=References(database),
        refusals=Refusals(database),
        keep_days=KEEP_DAYS,
        record_days=RECORD_DAYS,
    )


async def test_the_bytes_of_an_old_job_go_and_what_is_known_of_it_stays(
    jobs: Jobs, blobs: Blobs, retention: Retention
) -> None:
    for number, days in ((1, 0), (2, 2)):
        await make(jobs, number, now=NOW + timedelta(days=days))
        await _put(blobs, number)
    now = NOW + timedelta(days=KEEP_DAYS + 1)
    await retention.apply(now)
    assert not await _is_there(blobs, 1)
    assert await _is_there(blobs, 2)
    assert [(await jobs.load(number)).emptied_at for number in (1, 2)] == [now, None]
    await retention.apply(now + timedelta(hours=1))
    assert (await jobs.load(1)).emptied_at == now


async def test_a_job_that_is_under_way_keeps_its_bytes_however_old(
    jobs: Jobs, blobs: Blobs, retention: Retention
) -> None:
    await wait(jobs, 1)
    await _put(blobs, 1)
    await retention.apply(NOW + timedelta(days=1000))
    assert await _is_there(blobs, 1)
    assert (await jobs.load(1)).emptied_at is None


async def test_a_very_old_job_goes_whole_and_its_children_stay(jobs: Jobs, blobs: Blobs, retention: Retention) -> None:
    await make(jobs, 1)
    await make(jobs, 2, 1, now=NOW + timedelta(days=2))
    await _put(blobs, 1)
    await retention.apply(NOW + timedelta(days=RECORD_DAYS + 1))
    assert await jobs.find(1) is None
    assert (await jobs.load(2)).parents == (PictureRef(1, 1),)
    assert not await _is_there(blobs, 1)


async def test_what_somebody_shares_is_kept_for_as_long_as_they_do(
    jobs: Jobs, database: Database, blobs: Blobs, retention: Retention
) -> None:
    shares = Shares(database)
    for number, state in enumerate((ShareState.SHARED, ShareState.HIDDEN, ShareState.GONE), start=1):
        await make(jobs, number)
        await _put(blobs, number)
        assert await shares.share(a_share(number, state))
    now = NOW + timedelta(days=KEEP_DAYS + 1)
    await retention.apply(now)
    assert [await _is_there(blobs, number) for number in (1, 2, 3)] == [True, True, False]
    assert [(await jobs.load(number)).emptied_at for number in (1, 2, 3)] == [None, None, now]
    later = NOW + timedelta(days=RECORD_DAYS + 1)
    await retention.apply(later)
    assert [await jobs.find(number) is not None for number in (1, 2, 3)] == [True, True, False]
    for number in (1, 2):
        await shares.set_state(number, ShareState.GONE, now=later)
    await retention.apply(later)
    assert [await _is_there(blobs, number) for number in (1, 2)] == [False, False]
    assert [await jobs.find(number) for number in (1, 2)] == [None, None]


async def test_drafts_and_references_go_when_they_are_over_but_not_at_once(
    database: Database, blobs: Blobs, retention: Retention
) -> None:
    drafts, references = Drafts(database), References(database)
    ends = NOW + timedelta(minutes=15)
    await drafts.keep(5, user_id=ANN, record={}, expires_at=ends)
    one = Reference(id=6, place=1, user_id=ANN, blob="6/in-1", label="image", expires_at=ends)
    assert await references.add([one], at_most=1, now=NOW)
    for number in (5, 6):
        await _put(blobs, number)
    await retention.apply(ends + timedelta(minutes=1))
    assert [await _is_there(blobs, number) for number in (5, 6)] == [True, True]
    await retention.apply(ends + timedelta(minutes=10))
    assert [await _is_there(blobs, number) for number in (5, 6)] == [False, False]
    assert await drafts.load(5, now=NOW) is None
    assert await references.of(ANN, now=NOW) == []


async def test_what_cannot_be_deleted_stops_nothing_else_and_is_deleted_after_a_restart(
    database: Database, jobs: Jobs, folder: FlakyFolder, blobs: Blobs, retention: Retention
) -> None:
    for number in (1, 2, 3):
        await make(jobs, number)
        await _put(blobs, number)
    folder.refuses = frozenset({"2"})
    now = NOW + timedelta(days=RECORD_DAYS + 1)
    await retention.apply(now)
    assert [await _is_there(blobs, number) for number in (1, 2, 3)] == [False, True, False]
    assert await jobs.find(2) is None
    folder.refuses = frozenset()
    # Nothing but the database remembers.
    await make_retention(database, blobs).apply(now)
    assert not await _is_there(blobs, 2)
    assert await BlobDeletions(database).due(after=-1) == []


async def test_blobs_that_nobody_deletes_are_not_asked_for_one_after_the_other(
    database: Database, jobs: Jobs, folder: FlakyFolder, blobs: Blobs, retention: Retention
) -> None:
    numbers = range(1, 11)
    for number in numbers:
        await make(jobs, number)
        await _put(blobs, number)
    folder.refuses = frozenset(map(str, numbers))
    failures: list[None] = []
    counted = Blobs(folder, failed=lambda: failures.append(None))
    await make_retention(database, counted).apply(NOW + timedelta(days=KEEP_DAYS + 1))
    assert len(failures) == 5
    assert await BlobDeletions(database).due(after=-1) == list(numbers)


async def test_what_its_owner_deletes_is_deleted_although_the_blobs_did_not_answer(
    jobs: Jobs, database: Database, blobs: Blobs, retention: Retention
) -> None:
    await make(jobs, 1)
    references = References(database)
    one = Reference(id=6, place=1, user_id=ANN, blob="6/in-1", label="image", expires_at=NOW)
    assert await references.add([one], at_most=1, now=NOW)
    drafts = Drafts(database)
    await drafts.keep(5, user_id=ANN, record={}, expires_at=NOW + timedelta(hours=1))
    for number in (1, 5, 6):
        await _put(blobs, number)
    await jobs.delete_content(1, now=NOW)
    await references.clear(ANN)
    await drafts.take(5, user_id=ANN, now=NOW)
    await drafts.give_up(5)
    await retention.apply(NOW)
    assert [await _is_there(blobs, number) for number in (1, 5, 6)] == [False, False, False]


async def test_what_was_refused_is_counted_for_as_long_as_records_last(
    database: Database, retention: Retention
) -> None:
    refusals, ledger = Refusals(database), ServerLedger(database)
    await refusals.add(SERVER, "Muted", now=NOW)
    await retention.apply(NOW + timedelta(days=RECORD_DAYS))
    assert await ledger.refusals(SERVER, since=NOW) == [RefusalCount("Muted", 1)]
    await retention.apply(NOW + timedelta(days=RECORD_DAYS + 1))
    assert await ledger.refusals(SERVER, since=NOW) == []


def a_share(number: int, state: ShareState) -> Share:
    return Share(
        id=number,
        guild_id=SERVER,
        user_id=ANN,
        ref=PictureRef(number, 1),
        state=state,
        shows_prompt=True,
        theme_id=None,
        hearts=0,
        created_at=NOW,
    )


async def _put(blobs: Blobs, number: int) -> None:
    await blobs.put(b"bytes", name=f"{number}/in-1")


async def _is_there(blobs: Blobs, number: int) -> bool:
    try:
        await blobs.get(f"{number}/in-1")
    except BlobMissing:
        return False
    return True
