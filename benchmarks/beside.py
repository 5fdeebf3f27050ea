"""Easel beside the plain bot, in one run: the same Discord, the same images API, the same machine.

What Easel does more is on, and durable: SQLite with `synchronous=FULL`, PostgreSQL with `fsync`.
"""

import asyncio
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.loopback import EASEL, IN_FLIGHT, PLAIN, Loopback, draw_large, is_served, open_loopback
from benchmarks.measure import Row
from benchmarks.processes import processor_seconds, watch_memory
from tests.standin.postgres import PostgresServer
from tests.standin.provider import Draw

FEW_AT_ONCE, MANY_AT_ONCE = 20, 128

_FEW_JOBS, _MANY_JOBS, _WARM_UP_JOBS = 300, 600, 40
_FIRST_LARGE_JOBS = 10
_QUICK = Draw(delay_seconds=0.2, side=256)
_ARRIVALS_PER_SECOND, _MEASURED_SECONDS = 20, 20
_MEMORY_SECONDS = 10.0
_LATER_TIMES, _LATEST_MS, _LESS_MEMORY = 1.2, 300, 1 / 3


@dataclass(frozen=True, slots=True)
class _Bot:
    """A bot, and the database server that it has to itself."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    server_pid: int | None = None


@dataclass(frozen=True, slots=True)
class _Pace:
    """Jobs a second, and the milliseconds of the processor that one takes: of the bot, and of its database server."""

    jobs_per_second: float
    bot_ms: float
    server_ms: float


@dataclass(frozen=True, slots=True)
class _Figures:
    """What was measured of a bot; `steady` is with pictures of 1.5 MB, and arrivals at a set pace.

    Of all that was asked, so many requests got no answer: they were `lost`.
    """

    few: _Pace
    many: _Pace
    steady: _Pace
    acknowledged_ms: float
    memory_mb: float
    lost: int


def rows() -> list[Row]:
    """Measure all three bots, print the table that the README shows, and compare."""
    with _bots() as bots:
        found = {bot.name: asyncio.run(_measure(bot)) for bot in bots}
    print("\n".join(_to_table(found)), flush=True)
    (_, plain), *ours = found.items()
    return [row for name, figures in ours for row in _compare(name, figures, plain)]


@contextmanager
def _bots() -> Iterator[list[_Bot]]:
    with tempfile.TemporaryDirectory(prefix="easel-") as name:
        folder = Path(name) / "postgres"
        with PostgresServer.start(folder) as server:
            # The tests' server has it off.
            server.run("ALTER SYSTEM SET fsync = on")
            server.run("SELECT pg_reload_conf()")
            address = {"DATABASE_URL": server.database()}
            pid = int((folder / "postmaster.pid").read_text(encoding="ascii").split()[0])
            yield [
                _Bot("the plain bot", PLAIN),
                _Bot("Easel on SQLite", EASEL),
                _Bot("Easel on PostgreSQL", EASEL, address, pid),
            ]


async def _measure(bot: _Bot) -> _Figures:
    async with _open(bot, _QUICK) as quick:
        await quick.ask_at_once(_WARM_UP_JOBS, at_once=FEW_AT_ONCE)
        with _clock(bot, quick, _FEW_JOBS) as few:
            served = await quick.ask_at_once(_FEW_JOBS, at_once=FEW_AT_ONCE)
        with _clock(bot, quick, _MANY_JOBS) as many:
            served += await quick.ask_at_once(_MANY_JOBS, at_once=MANY_AT_ONCE)
    jobs = IN_FLIGHT + _MEASURED_SECONDS * _ARRIVALS_PER_SECOND
    async with _open(bot, draw_large(IN_FLIGHT / _ARRIVALS_PER_SECOND)) as large:
        # What holds up the first ones comes back as a rush of pictures when those are drawn, and again after that.
        await large.ask_at_once(_FIRST_LARGE_JOBS, at_once=_FIRST_LARGE_JOBS)
        with _clock(bot, large, jobs) as steady:
            asked, _ = await large.ask_steadily(jobs, per_second=_ARRIVALS_PER_SECOND)
            served += sum(await asyncio.gather(*(is_served(one) for one in asked)))
    waits = sorted(one.answer.seconds for one in asked[IN_FLIGHT:] if one.answer)
    async with _open(bot, draw_large(_MEMORY_SECONDS)) as crowded, watch_memory(crowded.bot.pid) as peak:
        served += await crowded.ask_at_once(IN_FLIGHT, at_once=IN_FLIGHT)
    return _Figures(
        few=few(),
        many=many(),
        steady=steady(),
        acknowledged_ms=waits[math.ceil(len(waits) * 0.99) - 1] * 1e3,
        memory_mb=peak.size_bytes / 1e6,
        lost=_FEW_JOBS + _MANY_JOBS + jobs + IN_FLIGHT - served,
    )


def _open(bot: _Bot, act: Draw) -> AbstractAsyncContextManager[Loopback]:
    return open_loopback(act, command=bot.command, environment=bot.environment)


@contextmanager
def _clock(bot: _Bot, loopback: Loopback, jobs: int) -> Iterator[Callable[[], _Pace]]:
    """Measure what some jobs take; what it hands out is called afterwards."""
    started = time.perf_counter()
    before = _processor_seconds(bot, loopback)
    paces: list[_Pace] = []
    yield lambda: paces[0]
    after = _processor_seconds(bot, loopback)
    bot_ms, server_ms = ((end - begin) / jobs * 1e3 for begin, end in zip(before, after, strict=True))
    paces.append(_Pace(jobs / (time.perf_counter() - started), bot_ms, server_ms))


def _processor_seconds(bot: _Bot, loopback: Loopback) -> tuple[float, float]:
    return processor_seconds(loopback.bot.pid), 0.0 if bot.server_pid is None else processor_seconds(bot.server_pid)


def _to_table(found: Mapping[str, _Figures]) -> Iterator[str]:
    lines: dict[str, Callable[[_Figures], str]] = {
        f"jobs a second, {FEW_AT_ONCE} at once": lambda one: f"{one.few.jobs_per_second:.0f}",
        f"jobs a second, {MANY_AT_ONCE} at once": lambda one: f"{one.many.jobs_per_second:.0f}",
        f"processor a job, {FEW_AT_ONCE} at once": lambda one: _to_ms(one.few),
        f"processor a job, {MANY_AT_ONCE} at once": lambda one: _to_ms(one.many),
        "processor a job, pictures of 1.5 MB": lambda one: _to_ms(one.steady),
        f"acknowledgement, p99, {IN_FLIGHT} in flight": lambda one: f"{one.acknowledged_ms:.0f} ms",
        f"memory, {IN_FLIGHT} pictures of 1.5 MB at once": lambda one: f"{one.memory_mb:.0f} MB",
        "requests without an answer": lambda one: f"{one.lost}",
    }
    yield f"| | {' | '.join(found)} |"
    yield "| --- |" + " --- |" * len(found)
    for title, show in lines.items():
        yield f"| {title} | {' | '.join(show(one) for one in found.values())} |"


def _to_ms(pace: _Pace) -> str:
    return f"{pace.bot_ms:.0f} ms" + (f" + {pace.server_ms:.0f} ms" if pace.server_ms else "")


def _compare(name: str, ours: _Figures, plain: _Figures) -> Iterator[Row]:
    for at_once, our, their in ((FEW_AT_ONCE, ours.few, plain.few), (MANY_AT_ONCE, ours.many, plain.many)):
        yield _row(f"{name}: jobs/s, {at_once} at once", our.jobs_per_second, their.jobs_per_second, least=1.0)
        yield _row(f"{name}: processor, {at_once} at once", our.bot_ms, their.bot_ms, most=1.0, unit="ms")
    yield _row(f"{name}: processor, large pictures", ours.steady.bot_ms, plain.steady.bot_ms, most=1.0, unit="ms")
    times = _LATER_TIMES
    ack = _row(f"{name}: acknowledgement, p99", ours.acknowledged_ms, plain.acknowledged_ms, most=times, unit="ms")
    in_time = ours.acknowledged_ms < _LATEST_MS
    yield replace(ack, target=f"{ack.target}, under {_LATEST_MS} ms", met=ack.met and in_time)
    yield _row(f"{name}: memory", ours.memory_mb, plain.memory_mb, most=_LESS_MEMORY, unit="MB")


def _row(name: str, ours: float, theirs: float, *, least: float = 0.0, most: float = math.inf, unit: str = "") -> Row:
    ratio = ours / theirs
    return Row(
        name=name,
        measured=f"{ratio:.2f} times the plain bot's",
        target=f"at least {least:g}" if least else f"at most {most:.2g}",
        met=least <= ratio <= most,
        detail=f"{ours:.0f} {unit}, plain bot {theirs:.0f} {unit}".replace(" ,", ",").rstrip(),
    )
