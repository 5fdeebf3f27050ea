"""The engine's own file: what came into its queue and what ended is on record there, whenever that is written."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from dbos import _dbos
from structlog.testing import capture_logs

from bot.jobs import dispatcher
from bot.jobs.runtime import ENGINE_FILE
from tests.integration.jobs.test_engine_stop import JOBS, WatchedSteps, engine_for


def statuses(folder: Path) -> Counter[str]:
    """Count the jobs that the file knows, by what it says of them."""
    with closing(sqlite3.connect(folder / ENGINE_FILE)) as connection:
        return Counter(status for (status,) in connection.execute("SELECT status FROM workflow_status"))


def rename(folder: Path, before: str, after: str) -> None:
    with closing(sqlite3.connect(folder / ENGINE_FILE)) as connection:
        connection.execute(f"ALTER TABLE {before} RENAME TO {after}")


async def until_at_rest() -> None:
    """Wait until the engine is at no job, and has been told of each that it ended."""
    async with asyncio.timeout(10):
        while _dbos._get_dbos_instance()._active_workflows_set.activeList():  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.01)


async def test_what_has_ended_is_on_record_as_ended_after_a_stop(tmp_path: Path) -> None:
    steps: Any = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    for job_id in JOBS:
        engine.enqueue(job_id, priority=0)
    for _ in JOBS:
        await steps.begun.get()
    await until_at_rest()
    await engine.drain(10)
    assert sorted(steps.delivered) == list(JOBS)
    assert statuses(tmp_path) == {"SUCCESS": len(JOBS)}


async def test_what_came_in_just_before_a_stop_waits_for_the_next_start(tmp_path: Path) -> None:
    steps: Any = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    engine.enqueue(1, priority=0)
    await engine.drain(0)
    assert sum(statuses(tmp_path).values()) == 1

    # The first may have begun it already, which is not to be taken for the next one's.
    later: Any = WatchedSteps()
    again = engine_for(later, tmp_path, executor="next")
    await again.launch()
    await again.restore([1], living={"next"})
    assert await asyncio.wait_for(later.begun.get(), timeout=10) == 1
    await until_at_rest()
    await again.drain(10)
    assert statuses(tmp_path) == {"SUCCESS": 1}


async def test_what_came_in_while_the_file_failed_begins_when_it_works_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_RETRY_SECONDS", 0.01)
    steps: Any = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    engine.enqueue(1, priority=0)
    assert await asyncio.wait_for(steps.begun.get(), timeout=10) == 1
    rename(tmp_path, "workflow_status", "away")
    engine.enqueue(2, priority=0)
    async with asyncio.timeout(10):
        with capture_logs() as lines:
            while not any(line["event"] == "queue_unavailable" for line in lines):  # noqa: ASYNC110 - there is no event
                await asyncio.sleep(0.01)
    rename(tmp_path, "away", "workflow_status")
    assert await asyncio.wait_for(steps.begun.get(), timeout=10) == 2
    await until_at_rest()
    await engine.drain(10)
    assert statuses(tmp_path) == {"SUCCESS": 2}
