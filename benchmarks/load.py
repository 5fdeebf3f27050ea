"""The real process under load, between a Discord and an images API on loopback.

Discord is in this process, the images API in one of its own: two cores have to do for all three, so whoever
measures here also measures the stand-ins, which are kept light.
"""

import asyncio
import math
import multiprocessing
import re
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.measure import Row
from tests.standin.handle import Handle
from tests.standin.limits import MIB
from tests.standin.messages import Message
from tests.standin.platform import Platform
from tests.standin.process import BotProcess
from tests.standin.provider import Draw, ImagesProvider

PICTURE_BYTES = 1_500_000
"""A photographic PNG of 1024x1024, roughly."""
IN_FLIGHT = 300

_ARRIVALS_PER_SECOND = 20
_DRAWING_SECONDS = IN_FLIGHT / _ARRIVALS_PER_SECOND
_MEASURED_SECONDS = 20.0
_JOBS, _AT_ONCE, _QUICK_SECONDS = 600, 128, 0.2
_LARGE_JOBS, _LARGE_N, _LARGE_SECONDS = 40, 8, 10.0
_PATIENCE_SECONDS = 120.0
_SETTINGS = {
    "JOBS_CONCURRENCY": str(IN_FLIGHT),
    "JOBS_PER_USER": "10000",
    "JOBS_PER_SERVER": "10000",
    "QUEUE_LIMIT": "10000",
    "IMAGES_PROVIDER": "compatible",
    "MAX_N": str(_LARGE_N),
    "LOG_LEVEL": "warning",
}


def rows() -> list[Row]:
    """Measure acknowledgements, throughput and memory, each with a process that was just started."""
    return [
        *asyncio.run(_steady()),
        asyncio.run(_throughput()),
        asyncio.run(_memory(jobs=IN_FLIGHT, n=1, limit_mb=300)),
        asyncio.run(_memory(jobs=_LARGE_JOBS, n=_LARGE_N, limit_mb=350)),
    ]


@dataclass(frozen=True, slots=True)
class _Field:
    """What a measurement works with."""

    discord: Platform
    bot: BotProcess

    async def ask(self, number: int, *, n: int = 1) -> Handle:
        discord = self.discord
        return await discord.slash(discord.alice, discord.channel, "imagine", prompt=f"a fox, number {number}", n=n)


async def _steady() -> list[Row]:
    async with _field(_large(_DRAWING_SECONDS)) as field:
        asked: list[Handle] = []
        ramp, measured = IN_FLIGHT, round(_MEASURED_SECONDS * _ARRIVALS_PER_SECOND)
        delays = await _at_a_steady_pace(ramp + measured, lambda number: _keep(asked, field.ask(number)))
        await asyncio.gather(*(one.acknowledged() for one in asked))
        waits = sorted(one.answer.seconds for one in asked[ramp:] if one.answer)
        peak = _peak_mb(field.bot)
        await asyncio.gather(*(_finished(one) for one in asked))
    p50, p99 = (waits[math.ceil(len(waits) * part) - 1] for part in (0.5, 0.99))
    shared = f"p50 {p50 * 1e3:.0f} ms, generator late by {max(delays) * 1e3:.0f} ms at most"
    return [
        Row("acknowledgement, p99", f"{p99 * 1e3:.0f} ms", "under 100 ms", p99 < 0.1, shared),  # noqa: PLR2004
        Row("acknowledgement, slowest", f"{waits[-1] * 1e3:.0f} ms", "under 1 s", waits[-1] < 1, f"of {len(waits)}"),
        Row(f"memory, {_ARRIVALS_PER_SECOND} jobs/s", f"{peak:.0f} MB", "under 300 MB", peak < 300),  # noqa: PLR2004
    ]


async def _throughput() -> Row:
    async with _field(Draw(delay_seconds=_QUICK_SECONDS, side=256)) as field:
        free = asyncio.Semaphore(_AT_ONCE)

        async def one(number: int) -> None:
            async with free:
                await _finished(await field.ask(number))

        started = time.perf_counter()
        await asyncio.gather(*(one(number) for number in range(_JOBS)))
        rate = _JOBS / (time.perf_counter() - started)
    return Row("whole path", f"{rate:.0f} jobs/s", "at least 40", rate >= 40, f"{_AT_ONCE} at once")  # noqa: PLR2004


async def _memory(*, jobs: int, n: int, limit_mb: int) -> Row:
    async with _field(_large(_LARGE_SECONDS)) as field:
        before = _peak_mb(field.bot)
        asked = [await field.ask(number, n=n) for number in range(jobs)]
        await asyncio.gather(*(_finished(one, n=n) for one in asked))
        peak = _peak_mb(field.bot)
    name = f"memory, {jobs} jobs of {n}"
    return Row(name, f"{peak:.0f} MB", f"under {limit_mb} MB", peak < limit_mb, f"{before:.0f} MB before")


def _large(delay_seconds: float) -> Draw:
    return Draw(delay_seconds=delay_seconds, side=1024, size_bytes=PICTURE_BYTES)


@asynccontextmanager
async def _field(act: Draw) -> AsyncIterator[_Field]:
    with tempfile.TemporaryDirectory() as folder, _images(act) as url:
        async with Platform() as discord:
            discord.limits.attachment_size_bytes = 20 * MIB
            environment = {**discord.environment(), **_SETTINGS, "IMAGES_BASE_URL": url}
            async with BotProcess(discord, environment, folder=Path(folder)) as bot:
                _forget_peak(bot)
                yield _Field(discord, bot)


@contextmanager
def _images(act: Draw) -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve_images, args=(theirs, act), daemon=True)
    process.start()
    theirs.close()
    # Ends with EOFError where that process did not come up.
    url = ours.recv()
    try:
        yield url
    finally:
        ours.send(None)
        process.join()


def _serve_images(pipe: Connection, act: Draw) -> None:
    async def serve() -> None:
        async with ImagesProvider(default=act, keeps=False) as images:
            pipe.send(images.url)
            await asyncio.to_thread(pipe.recv)

    asyncio.run(serve())


async def _at_a_steady_pace(count: int, work: Callable[[int], Awaitable[None]]) -> list[float]:
    """Call `work` so often a second; returns by how many seconds each call was late."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    late: list[float] = []
    for number in range(count):
        due = started + number / _ARRIVALS_PER_SECOND
        await asyncio.sleep(due - loop.time())
        late.append(loop.time() - due)
        await work(number)
    return late


async def _keep(asked: list[Handle], asking: Awaitable[Handle]) -> None:
    asked.append(await asking)


async def _finished(asked: Handle, *, n: int = 1) -> None:
    """Wait until all pictures of a job are posted, in however many messages."""

    def all_posted(_: Message) -> bool:
        latest = {message.id: message for message in asked.history}
        return sum(len(message.attachments) for message in latest.values()) >= n

    await asked.state(all_posted, timeout_seconds=_PATIENCE_SECONDS)


def _peak_mb(bot: BotProcess) -> float:
    status = Path(f"/proc/{bot.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024 / 1e6  # type: ignore[index]


def _forget_peak(bot: BotProcess) -> None:
    # https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html: 5 makes the peak what is resident now.
    Path(f"/proc/{bot.pid}/clear_refs").write_text("5", encoding="ascii")
