"""Questions to a database, each asked of SQLite and of PostgreSQL, and how long they take."""

import asyncio
import math
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

from benchmarks.measure import Row
from bot.store.database.engine import database_url
from tests.standin.postgres import PostgresServer

Work = Callable[[int], Awaitable[object]]
"""What is timed; it gets the number of the round."""

_ROUNDS = 60


def on_both(measure: Callable[[str, str, Path], Coroutine[Any, Any, list[Row]]]) -> list[Row]:
    """Measure on both databases: by the name of each, its address, and a folder for all else."""
    with tempfile.TemporaryDirectory(prefix="easel-") as name:
        folder = Path(name)
        found = asyncio.run(measure("SQLite", database_url(None, folder), folder))
        with PostgresServer.start(folder / "postgres") as server:
            return [*found, *asyncio.run(measure("PostgreSQL", server.database(), folder))]


async def time_ms(work: Work) -> tuple[float, float]:
    """Give the milliseconds of the median and of the 95th percentile; the first round does not count."""
    await work(_ROUNDS)
    taken = []
    for number in range(_ROUNDS):
        started = time.perf_counter()
        await work(number)
        taken.append((time.perf_counter() - started) * 1e3)
    taken.sort()
    return taken[math.ceil(_ROUNDS * 0.5) - 1], taken[math.ceil(_ROUNDS * 0.95) - 1]


async def time_row(name: str, work: Work, *, target_ms: int) -> Row:
    """Time some work; its target is for the 95th percentile."""
    p50, p95 = await time_ms(work)
    return Row(name, f"p95 {p95:.1f} ms", f"under {target_ms} ms", p95 < target_ms, f"p50 {p50:.1f} ms")
