"""A bot's own process between a Discord and an images API on loopback, and people who ask it for pictures.

Discord is in this process, the images API in one of its own: two cores have to do for all three, so whoever
measures here also measures the stand-ins, which are kept light.
"""

import asyncio
import multiprocessing
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tests.standin.handle import Handle
from tests.standin.limits import MIB
from tests.standin.messages import Message
from tests.standin.platform import Platform
from tests.standin.process import BotProcess
from tests.standin.provider import Draw, ImagesProvider

PICTURE_BYTES = 1_500_000
"""A photographic PNG of 1024x1024, roughly."""
IN_FLIGHT = 300
MOST_PICTURES = 8

EASEL = (sys.executable, "-m", "bot", "run")
PLAIN = (sys.executable, "-m", "benchmarks.plain_bot")

_TIMEOUT_SECONDS = 120.0
_TOO_LATE_SECONDS = 5.0
"""Discord waits for three."""
_SETTINGS = {
    "JOBS_CONCURRENCY": str(IN_FLIGHT),
    "JOBS_PER_USER": "10000",
    "JOBS_PER_SERVER": "10000",
    "QUEUE_LIMIT": "10000",
    "IMAGES_PROVIDER": "compatible",
    "MAX_N": str(MOST_PICTURES),
    "LOG_LEVEL": "warning",
}


@dataclass(frozen=True, slots=True)
class Loopback:
    """What a measurement works with."""

    discord: Platform
    bot: BotProcess

    async def ask(self, number: int, *, n: int = 1) -> Handle:
        """Have a person type the command."""
        discord = self.discord
        return await discord.slash(discord.alice, discord.channel, "imagine", prompt=f"a fox, number {number}", n=n)

    async def ask_at_once(self, jobs: int, *, at_once: int) -> int:
        """Ask for so many jobs, with so many of them in flight; returns how many were served."""
        free = asyncio.Semaphore(at_once)

        async def one(number: int) -> bool:
            async with free:
                return await is_served(await self.ask(number))

        return sum(await asyncio.gather(*(one(number) for number in range(jobs))))

    async def ask_steadily(self, jobs: int, *, per_second: float) -> tuple[list[Handle], list[float]]:
        """Ask at a steady pace, whatever is done by then; returns by how many seconds each was late, too."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        asked: list[Handle] = []
        late: list[float] = []
        for number in range(jobs):
            due = started + number / per_second
            await asyncio.sleep(due - loop.time())
            late.append(loop.time() - due)
            asked.append(await self.ask(number))
        return asked, late


@asynccontextmanager
async def open_loopback(
    act: Draw, *, command: Sequence[str] = EASEL, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Loopback]:
    """Start a bot whose images API does `act`, and wait until it is connected."""
    with tempfile.TemporaryDirectory() as folder, _images(act) as url:
        async with Platform() as discord:
            discord.limits.attachment_size_bytes = 20 * MIB
            complete = {**discord.environment(), **_SETTINGS, "IMAGES_BASE_URL": url, **(environment or {})}
            bot = BotProcess(discord, complete, folder=Path(folder), command=command)
            await bot.start(timeout_seconds=_TIMEOUT_SECONDS)
            try:
                yield Loopback(discord, bot)
            finally:
                await bot.end()


def draw_large(delay_seconds: float) -> Draw:
    """Take so long for pictures as large as a provider's."""
    return Draw(delay_seconds=delay_seconds, side=1024, size_bytes=PICTURE_BYTES)


async def is_served(asked: Handle) -> bool:
    """Wait for the picture of a job; False where it was not acknowledged in time, after which nothing comes."""
    with suppress(TimeoutError):
        await asked.acknowledged(timeout_seconds=_TOO_LATE_SECONDS)
        await wait_for_pictures(asked)
        return True
    return False


async def wait_for_pictures(asked: Handle, *, n: int = 1) -> None:
    """Wait until all pictures of a job are posted, in however many messages."""

    def all_posted(_: Message) -> bool:
        latest = {message.id: message for message in asked.history}
        return sum(len(message.attachments) for message in latest.values()) >= n

    await asked.state(all_posted, timeout_seconds=_TIMEOUT_SECONDS)


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
