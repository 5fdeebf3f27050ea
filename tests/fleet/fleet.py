"""Several processes of the bot on one database and one bucket, which come, go and are killed."""

from __future__ import annotations

import asyncio
import itertools
import logging
import signal
import time
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from tests.standin.process import ProcessEnded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.standin.platform import Platform
    from tests.standin.process import BotProcess

TAKEOVER_SECONDS = 20.0
"""One that is frozen had at most this long to be missed, and its shards to be taken over."""
KILLED_SECONDS = 5.0
"""The same of one that is killed, as docs/guarantees.md promises."""
_GOES_SECONDS = 3.0
"""What a process was told so shortly before its end it may not have on record."""
# A machine that is busy otherwise takes a minute over what takes three seconds.
_START_SECONDS = 120.0
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Pause:
    """When a process was frozen, on the machine's clock."""

    client: str
    since: float
    until: float = inf


class Fleet:
    """The processes by their names, which the gateway knows too; each has a folder of its own, as on its own machine.

    `make` makes a process that is not started. `gaps` are the times in which some guilds had nobody, or one that was
    about to go.
    """

    def __init__(
        self,
        discord: Platform,
        environment: Mapping[str, str],
        *,
        folder: Path,
        make: Callable[[Platform, Mapping[str, str], Path], BotProcess],
    ) -> None:
        self.running: dict[str, BotProcess] = {}
        self.gone: dict[str, BotProcess] = {}
        self.frozen: list[Pause] = []
        self.gaps: list[tuple[float, float]] = []
        self._discord = discord
        self._environment = environment
        self._folder = folder
        self._make = make
        self._names = (f"process{number}" for number in itertools.count(1))

    async def join(self, **settings: str) -> str:
        """Start one process more, and wait until it serves its part of the guilds; returns its name."""
        name = next(self._names)
        place = self._folder / name
        place.mkdir()
        environment = {**self._environment, **self._discord.environment(name), **settings}
        self.running[name] = self._make(self._discord, environment, place)
        await self.running[name].launch()
        since = time.monotonic()
        try:
            await self._until(lambda: self._discord.gateway.shares()[name] > 0)
        except TimeoutError:
            raise ProcessEnded(self.running[name].output) from None
        _log.info("%s has joined after %.1f s", name, time.monotonic() - since)
        return name

    async def kill(self, *names: str) -> float:
        """Kill processes at once, and wait until others serve their guilds; returns the seconds that this took."""
        processes = [self._let_go(name) for name in names]
        since = time.monotonic()
        for process in processes:
            process.kill()
        await self._until(lambda: not any(self._discord.gateway.shares()[name] for name in names))
        await self.serve_everybody()
        seconds = self._close_gap(since)
        _log.info("%s killed: their guilds are served after %.1f s", ", ".join(names), seconds)
        for process in processes:
            # What it leaves behind, its workers, holds its output for a moment.
            assert await process.exited(timeout_seconds=_START_SECONDS) == -signal.SIGKILL
        return seconds

    async def freeze(self, name: str) -> float:
        """Freeze a process, and wait until others serve its guilds; returns the seconds that this took."""
        since = time.monotonic()
        self.running[name].stop()
        self.frozen.append(Pause(name, since))
        await self._until(lambda: not self._discord.gateway.shares()[name])
        await self.serve_everybody()
        seconds = self._close_gap(since)
        _log.info("%s frozen: its guilds are served after %.1f s", name, seconds)
        return seconds

    def wake(self, name: str) -> None:
        """Let a frozen process go on where it was."""
        self.running[name].cont()
        (pause,) = (one for one in self.frozen if one.client == name and one.until == inf)
        pause.until = time.monotonic()

    async def stop(self, name: str) -> None:
        """Ask a process to end, and wait until others serve its guilds."""
        process = self._let_go(name)
        since = time.monotonic()
        process.terminate()
        assert await process.exited(timeout_seconds=_START_SECONDS) == 0, process.output
        ended = time.monotonic()
        await self.serve_everybody()
        self._close_gap(since)
        _log.info("%s ended in %.1f s, %.1f s before all are served", name, ended - since, time.monotonic() - ended)

    async def serve_everybody(self) -> None:
        """Wait until each guild is heard."""
        await self._until(lambda: not self._discord.gateway.unheard())

    async def share(self) -> None:
        """Wait until each process has its part: as many sessions as any other, or one less."""

        def is_fair() -> bool:
            shares = self._discord.gateway.shares()
            parts = [shares[name] for name in self.running]
            return not self._discord.gateway.unheard() and max(parts) - min(parts) <= 1

        since = time.monotonic()
        await self._until(is_fair)
        _log.info("all have their part after %.1f s", time.monotonic() - since)

    async def end(self) -> None:
        """End all that run, and leave what each has logged in its folder."""
        for name in list(self.running):
            process = self._let_go(name)
            if process.running:
                await process.end()
        for name, process in self.gone.items():
            (self._folder / name / "log").write_text(process.output, encoding="utf-8")

    @property
    def processes(self) -> list[BotProcess]:
        """All that there ever were."""
        return [*self.gone.values(), *self.running.values()]

    def _close_gap(self, since: float) -> float:
        """Note that all guilds are served again; returns the seconds that it took."""
        until = time.monotonic()
        self.gaps.append((since - _GOES_SECONDS, until))
        return until - since

    def _let_go(self, name: str) -> BotProcess:
        process = self.gone[name] = self.running.pop(name)
        return process

    async def _until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what follows from who is connected, which changes when a session begins or a connection ends."""
        gateway = self._discord.gateway
        async with asyncio.timeout(_START_SECONDS):
            while not is_so():
                begun, ended = len(gateway.ready.items), len(gateway.ended.items)
                waits = [
                    asyncio.ensure_future(feed.first(lambda _: True, timeout_seconds=_START_SECONDS, after=seen))
                    for feed, seen in ((gateway.ready, begun), (gateway.ended, ended))
                ]
                try:
                    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    for wait in waits:
                        wait.cancel()
                    await asyncio.gather(*waits, return_exceptions=True)
