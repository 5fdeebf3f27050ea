"""When the engine's queue is looked into: as soon as something happens that matters, and not otherwise."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.jobs import dispatcher
from bot.jobs.dispatcher import Dispatcher
from bot.jobs.engine_queue import Claim

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable


class Queue:
    """A queue before some slots; `looked` wakes whoever waits for the next look into it."""

    def __init__(self, *, slots: int) -> None:
        self.waiting = 0
        self.running = 0
        self.looks = 0
        self.told = 0
        self.fails = False
        self.meanwhile: Callable[[], None] | None = None
        self._slots = slots
        self._loop = asyncio.get_running_loop()
        self._looked = asyncio.Event()

    def claim(self) -> Claim:
        try:
            if self.fails:
                raise ConnectionError
            taken = min(self.waiting, self._slots - self.running)
            self.waiting -= taken
            self.running += taken
            return Claim(taken=taken, is_full=self.running >= self._slots)
        finally:
            if self.meanwhile is not None:
                self._loop.call_soon_threadsafe(self.meanwhile)
            self._loop.call_soon_threadsafe(self._count)

    def _count(self) -> None:
        self.looks += 1
        self._looked.set()

    async def tell(self) -> None:
        self.told += 1

    async def look(self, count: int) -> None:
        """Wait until it was looked into so often."""
        async with asyncio.timeout(10):
            while self.looks < count:
                await self._looked.wait()
                self._looked.clear()
        # What follows from the look has been done by then.
        for _ in range(5):
            await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked into without a reason while a test runs."""
    monkeypatch.setattr(dispatcher, "LOOK_SECONDS", 60.0)


@pytest.fixture
async def queue() -> Queue:
    return Queue(slots=2)


@pytest.fixture
async def working(queue: Queue) -> AsyncIterator[Dispatcher]:
    working = Dispatcher(queue.claim, tell_others=queue.tell)
    await queue.look(1)
    yield working
    await working.stop()


async def test_what_comes_in_is_taken_at_once(queue: Queue, working: Dispatcher) -> None:
    queue.waiting = 1
    working.queued()
    await queue.look(2)
    assert (queue.waiting, queue.running) == (0, 1)


async def test_where_all_slots_are_taken_nobody_looks_before_one_is_free(queue: Queue, working: Dispatcher) -> None:
    queue.waiting = 3
    working.queued()
    await queue.look(2)
    for _ in range(3):
        working.queued()
        await asyncio.sleep(0)
    assert (queue.looks, queue.waiting) == (2, 1)
    queue.running -= 1
    working.ended()
    await queue.look(3)
    assert (queue.waiting, queue.running) == (0, 2)


async def test_the_others_are_told_once_that_there_is_more_than_may_run_here(queue: Queue, working: Dispatcher) -> None:
    queue.waiting = 9
    working.queued()
    await queue.look(2)
    queue.running -= 1
    working.ended()
    await queue.look(3)
    assert queue.told == 1


async def test_where_there_is_no_other_process_each_look_is_also_for_what_is_to_be_written(queue: Queue) -> None:
    alone = Dispatcher(queue.claim, tell_others=None)
    await queue.look(1)
    queue.waiting = 3
    alone.queued()
    await queue.look(2)
    alone.queued()
    await queue.look(3)
    alone.ended()
    await queue.look(4)
    await alone.stop()


async def test_an_end_while_it_looks_is_not_missed(queue: Queue, working: Dispatcher) -> None:
    def end() -> None:
        queue.meanwhile = None
        queue.running -= 1
        working.ended()

    queue.waiting, queue.meanwhile = 3, end
    working.queued()
    await queue.look(3)
    assert queue.waiting == 0


async def test_a_database_that_was_away_is_asked_again(
    queue: Queue, working: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_RETRY_SECONDS", 0.01)
    queue.waiting, queue.fails = 1, True
    working.queued()
    await queue.look(3)
    queue.fails = False
    await queue.look(queue.looks + 1)
    assert queue.waiting == 0
