"""The real process under load: acknowledgements, throughput and memory."""

import asyncio
import math
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.loopback import IN_FLIGHT, MOST_PICTURES, Loopback, draw_large, open_loopback, wait_for_pictures
from benchmarks.measure import Row
from tests.standin.process import BotProcess
from tests.standin.provider import Draw

_ARRIVALS_PER_SECOND = 20
_DRAWING_SECONDS = IN_FLIGHT / _ARRIVALS_PER_SECOND
_MEASURED_SECONDS = 20.0
_JOBS, _AT_ONCE, _QUICK_SECONDS = 600, 128, 0.2
_LARGE_JOBS, _LARGE_SECONDS = 40, 10.0


def rows() -> list[Row]:
    """Measure acknowledgements, throughput and memory, each with a process that was just started."""
    return [
        *asyncio.run(_steady()),
        asyncio.run(_throughput()),
        asyncio.run(_memory(jobs=IN_FLIGHT, n=1, limit_mb=300)),
        asyncio.run(_memory(jobs=_LARGE_JOBS, n=MOST_PICTURES, limit_mb=350)),
    ]


async def _steady() -> list[Row]:
    async with _fresh_loopback(draw_large(_DRAWING_SECONDS)) as loopback:
        ramp, measured = IN_FLIGHT, round(_MEASURED_SECONDS * _ARRIVALS_PER_SECOND)
        asked, delays = await loopback.ask_steadily(ramp + measured, per_second=_ARRIVALS_PER_SECOND)
        await asyncio.gather(*(one.acknowledged() for one in asked))
        waits = sorted(one.answer.seconds for one in asked[ramp:] if one.answer)
        peak = _peak_mb(loopback.bot)
        await asyncio.gather(*(wait_for_pictures(one) for one in asked))
    p50, p99 = (waits[math.ceil(len(waits) * part) - 1] for part in (0.5, 0.99))
    shared = f"p50 {p50 * 1e3:.0f} ms, generator late by {max(delays) * 1e3:.0f} ms at most"
    return [
        Row("acknowledgement, p99", f"{p99 * 1e3:.0f} ms", "under 100 ms", p99 < 0.1, shared),  # noqa: PLR2004
        Row("acknowledgement, slowest", f"{waits[-1] * 1e3:.0f} ms", "under 1 s", waits[-1] < 1, f"of {len(waits)}"),
        Row(f"memory, {_ARRIVALS_PER_SECOND} jobs/s", f"{peak:.0f} MB", "under 300 MB", peak < 300),  # noqa: PLR2004
    ]


async def _throughput() -> Row:
    async with _fresh_loopback(Draw(delay_seconds=_QUICK_SECONDS, side=256)) as loopback:
        started = time.perf_counter()
        await loopback.ask_at_once(_JOBS, at_once=_AT_ONCE)
        rate = _JOBS / (time.perf_counter() - started)
    return Row("whole path", f"{rate:.0f} jobs/s", "at least 40", rate >= 40, f"{_AT_ONCE} at once")  # noqa: PLR2004


async def _memory(*, jobs: int, n: int, limit_mb: int) -> Row:
    async with _fresh_loopback(draw_large(_LARGE_SECONDS)) as loopback:
        before = _peak_mb(loopback.bot)
        asked = [await loopback.ask(number, n=n) for number in range(jobs)]
        await asyncio.gather(*(wait_for_pictures(one, n=n) for one in asked))
        peak = _peak_mb(loopback.bot)
    name = f"memory, {jobs} jobs of {n}"
    return Row(name, f"{peak:.0f} MB", f"under {limit_mb} MB", peak < limit_mb, f"{before:.0f} MB before")


@asynccontextmanager
async def _fresh_loopback(act: Draw) -> AsyncIterator[Loopback]:
    async with open_loopback(act) as loopback:
        _forget_peak(loopback.bot)
        yield loopback


def _forget_peak(bot: BotProcess) -> None:
    # https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html: 5 makes the peak what is resident now.
    Path(f"/proc/{bot.pid}/clear_refs").write_text("5", encoding="ascii")


def _peak_mb(bot: BotProcess) -> float:
    status = Path(f"/proc/{bot.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024 / 1e6  # type: ignore[index]
