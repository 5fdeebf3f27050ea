"""What is asked of the engine's own file again and again: it takes no longer for all that has ended there."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.jobs.runtime import ENGINE_FILE
from tests.integration.jobs.test_engine_stop import WatchedSteps, engine_for

Asked = dict[str, Any]


def scans(file: Path, asked: Asked) -> list[str]:
    """List what reads all jobs that the file knows, from one end to the other."""
    with closing(sqlite3.connect(file)) as connection:
        return [
            statement
            for statement, values in asked.items()
            if any(
                row[3].startswith("SCAN") and "workflow_status" in row[3]
                for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            )
        ]


async def test_sweeps_and_the_cleanup_read_no_more_than_they_want(tmp_path: Path) -> None:
    steps: Any = WatchedSteps()
    engine = engine_for(steps, tmp_path)
    await engine.launch()
    asked: Asked = {}

    def note(_: object, __: object, statement: str, parameters: Any, ___: object, ____: object) -> None:
        if "workflow_status" in statement and not statement.startswith("INSERT"):
            asked[statement] = parameters

    event.listen(Engine, "before_cursor_execute", note)
    try:
        engine.enqueue(1, priority=0)
        assert await asyncio.wait_for(steps.begun.get(), timeout=10) == 1
        await engine.cut_off(living=())
        await engine.dropped()
        await engine.held([1], living=())
        await engine.forget(completed_before="2026-01-01T00:00:00+00:00")
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert len(asked) > 4
    assert scans(tmp_path / ENGINE_FILE, asked) == []
    await engine.drain(1)
