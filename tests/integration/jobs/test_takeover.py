"""Takeover: what a process had that is gone goes on, wherever it was cut off."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.domain.job import JobState
from bot.jobs.engine_config import Slots
from bot.jobs.failure_detector import FailureDetector
from bot.jobs.runtime import ENGINE_FILE, Engine
from bot.jobs.takeover import Takeover
from bot.store.database.engine import Database, database_url
from bot.store.database.processes import Processes
from bot.store.jobs.jobs import Jobs
from tests.integration.jobs.test_engine_stop import WatchedSteps
from tests.unit.store.samples import NAMES, wait


class HeldSteps(WatchedSteps):
    """Steps of which the first holds its job for ever."""

    async def prepare(self, job_id: int) -> int:
        self.begun.put_nowait(job_id)
        await asyncio.Event().wait()
        return job_id


class ShownSteps(WatchedSteps):
    """Steps that show nothing."""

    async def show(self, job_id: int) -> None:
        pass

    def is_delivering(self, _: int) -> bool:
        return False


class NoRetention:
    async def apply(self, _: object) -> None:
        pass


def copy_engine(file: Path, copy: Path) -> None:
    """Copy the engine's database as it is now, as the death of its process would leave it."""
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)


def engine_for(steps: Any, file: Path, *, executor: str, service: int = 8) -> Engine:
    return Engine(steps, database_url=f"sqlite:///{file}", slots=Slots(service=service), executor=executor)


def takeover_of(engine: Engine, steps: Any, database: Database) -> Takeover:
    retention: Any = NoRetention()
    processes = Processes(database)
    return Takeover(
        engine,
        steps=steps,
        jobs=Jobs(database, NAMES),
        retention=retention,
        processes=processes,
        failure_detector=FailureDetector(processes, executor="first", session=lambda: None),
        executor="first",
        shared=False,
    )


async def leave_behind(job_id: int, file: Path) -> None:
    """Have the engine's database as the death of a process leaves it that had taken a job out of the queue."""
    held = HeldSteps()
    gone = engine_for(held, file.with_name("gone.sqlite3"), executor="gone")
    await gone.launch()
    gone.enqueue(job_id, priority=0)
    assert await held.begun.get() == job_id
    await asyncio.to_thread(copy_engine, file.with_name("gone.sqlite3"), file)
    await gone.drain(0)


async def test_a_job_that_was_taken_out_of_the_queue_and_not_begun_goes_on_at_once(tmp_path: Path) -> None:
    """The process that took it in lives; the one that took it out of the queue died before it said so."""
    database = await Database.open(database_url(None, tmp_path))
    jobs = Jobs(database, NAMES)
    await wait(jobs, 1)
    assert [one.executor for one in await jobs.unfinished()] == ["first"]
    await leave_behind(1, tmp_path / ENGINE_FILE)

    steps: Any = ShownSteps()
    engine = engine_for(steps, tmp_path / ENGINE_FILE, executor="first")
    await engine.launch()
    takeover = takeover_of(engine, steps, database)
    await takeover.start()
    assert await asyncio.wait_for(steps.begun.get(), timeout=10) == 1
    assert (await jobs.load(1)).state is JobState.WAITING
    await takeover.stop()
    await engine.drain(0)
    await database.close()


async def test_a_job_that_had_ended_when_its_process_died_keeps_no_other_from_running(tmp_path: Path) -> None:
    """Our tables have its end, and the engine's do not yet: it is out of the queue there, and counts as running."""
    database = await Database.open(database_url(None, tmp_path))
    await leave_behind(1, tmp_path / ENGINE_FILE)

    steps: Any = ShownSteps()
    engine = engine_for(steps, tmp_path / ENGINE_FILE, executor="first", service=1)
    await engine.launch()
    takeover = takeover_of(engine, steps, database)
    await takeover.start()
    engine.enqueue(2, priority=0)
    begun = [await asyncio.wait_for(steps.begun.get(), timeout=10) for _ in range(2)]
    assert begun == [1, 2]
    await takeover.stop()
    await engine.drain(0)
    await database.close()
