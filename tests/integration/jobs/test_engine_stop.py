"""A stop of the engine in the middle of what it begins: no healthy job fails of it."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.jobs.engine_config import Slots
from bot.jobs.runtime import ENGINE_FILE, Engine
from bot.jobs.steps import Called

JOBS = range(1, 9)


class WatchedSteps:
    """Steps that do nothing but tell where each job is."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[int] = asyncio.Queue()
        self.broken: list[int] = []
        self.left: set[int] = set()
        self.delivered: list[int] = []

    async def prepare(self, job_id: int) -> int:
        self.begun.put_nowait(job_id)
        await asyncio.to_thread(lambda: None)
        return job_id

    async def call(self, job_id: Any) -> Called:
        await asyncio.to_thread(lambda: None)
        return Called(job_id)

    async def deliver(self, job_id: int, **_: object) -> None:
        self.delivered.append(job_id)

    async def give_up(self, job_id: int) -> None:
        self.broken.append(job_id)

    async def leave(self, job_id: int) -> None:
        self.left.add(job_id)

    async def abandon(self, job_id: int) -> None:
        self.left.add(job_id)


def engine_for(steps: Any, folder: Path, *, executor: str = "here") -> Engine:
    url = f"sqlite:///{folder / ENGINE_FILE}"
    return Engine(steps, database_url=url, slots=Slots(service=8), executor=executor)


@pytest.mark.parametrize("begun", range(1, 7))
async def test_jobs_that_begin_during_a_stop_are_left_for_the_next_start(tmp_path: Path, begun: int) -> None:
    steps = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    for job_id in JOBS:
        engine.enqueue(job_id, priority=0)
    for _ in range(begun):
        await steps.begun.get()
    await engine.drain(0)
    assert steps.broken == []
    assert engine.running == frozenset()


async def test_what_is_asked_of_the_engine_after_a_stop_is_nothing_and_no_fault(tmp_path: Path) -> None:
    steps = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    for job_id in JOBS:
        engine.enqueue(job_id, priority=0)
    await engine.drain(0)
    engine.enqueue(9, priority=0)
    assert steps.broken == []
