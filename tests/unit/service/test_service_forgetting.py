"""What is left in Discord of who is forgotten, and what a sweep does about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.service.forgetting import Deleted, Forgetting, Forgotten
from bot.store.blobs.blob_store import Blobs, open_blobs
from bot.store.errors import BlobMissing
from bot.store.jobs.posts import Post, Posts
from bot.store.people.erasure import Erasure
from bot.store.people.erasure_requests import ErasureRequests, MessageToDelete
from bot.store.people.export_folders import ExportFolders
from tests.unit.store.samples import ANN, BEA, NAMES, NOW, make

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.domain.job import Job
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs


@dataclass
class Discord:
    """A Discord that deletes every message but those that it refuses, or does not answer for."""

    refused: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()
    deleted: list[int] = field(default_factory=list)

    async def say_cancelled(self, job: Job) -> None:
        """No job is open here."""

    async def delete_message(self, message: MessageToDelete) -> bool | None:
        if message.message_id in self.silent:
            return None
        if message.message_id in self.refused:
            return False
        self.deleted.append(message.message_id)
        return True

    async def update_messages(self, share_id: int) -> int:
        return 0 * share_id

    def show_hearts(self, share_id: int) -> None:
        """No share is here."""


class NothingOpen:
    """Nobody has anything that could be cancelled."""

    async def cancel(self, job_id: int, *, by_user_id: int) -> Job | None:
        raise AssertionError(job_id, by_user_id)


@pytest.fixture
async def blobs(tmp_path: Path) -> AsyncIterator[Blobs]:
    blobs = open_blobs(None, tmp_path)
    yield blobs
    await blobs.close()


@pytest.fixture
def discord() -> Discord:
    return Discord()


@pytest.fixture
def forgetting(database: Database, blobs: Blobs, discord: Discord, tmp_path: Path) -> Forgetting:
    return Forgetting(
        ErasureRequests(database),
        Erasure(database, NAMES),
        requests=NothingOpen(),
        blobs=blobs,
        messages=discord,
        export_folders=ExportFolders(tmp_path / "exports"),
    )


async def made(database: Database, jobs: Jobs, blobs: Blobs, number: int, *parents: int, user_id: int = ANN) -> None:
    """Make a picture, and post it as a message of ten times its number."""
    await make(jobs, number, *parents, user_id=user_id)
    for place in range(1, len(parents) + 1):
        await blobs.put(b"copy", name=f"{number}/in-{place}")
    await blobs.put(b"picture", name=f"{number}/out-1")
    await Posts(database).record(Post(number * 10, 5, number, 1, 1))


async def is_there(blobs: Blobs, name: str) -> bool:
    try:
        await blobs.get(name)
    except BlobMissing:
        return False
    return True


async def test_bytes_go_with_the_rows_and_so_do_the_copies_that_others_worked_from(
    database: Database, jobs: Jobs, blobs: Blobs, forgetting: Forgetting
) -> None:
    await made(database, jobs, blobs, 1)
    await made(database, jobs, blobs, 2, 1, user_id=BEA)
    forgotten = await forgetting.forget(ANN)
    assert forgotten == Forgotten(requests=1, shares=(), messages=(MessageToDelete(10, 5),), complete=True)
    assert await jobs.find(1) is None
    names = ("1/out-1", "2/in-1", "2/out-1")
    assert [await is_there(blobs, name) for name in names] == [False, False, True]
    assert (await jobs.load(2)).pictures != ()


async def test_what_discord_refuses_is_counted_and_what_it_does_not_answer_for_waits_for_the_sweep(
    database: Database, jobs: Jobs, blobs: Blobs, forgetting: Forgetting, discord: Discord
) -> None:
    for number in (1, 2, 3):
        await made(database, jobs, blobs, number)
    discord.refused, discord.silent = frozenset({10}), frozenset({20})
    forgotten = await forgetting.forget(ANN)
    assert forgotten is not None
    assert await forgetting.tidy(forgotten) == Deleted(deleted=1, refused=1, postponed=1)
    assert discord.deleted == [30]
    assert await ErasureRequests(database).load_messages(after=0, limit=9) == [MessageToDelete(20, 5)]
    discord.silent = frozenset()
    await forgetting.sweep()
    assert discord.deleted == [30, 20]
    assert await ErasureRequests(database).load_messages(after=0, limit=9) == []


async def test_a_sweep_grants_the_wishes_that_are_left(
    database: Database, jobs: Jobs, blobs: Blobs, forgetting: Forgetting, discord: Discord
) -> None:
    await made(database, jobs, blobs, 1)
    await ErasureRequests(database).add(ANN, now=NOW)
    await forgetting.sweep()
    assert await jobs.find(1) is None
    assert discord.deleted == [10]
    assert await ErasureRequests(database).load_all() == []
