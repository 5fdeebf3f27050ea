"""The bot as a process of its own, started, watched and killed by a test."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from tests.standin.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from tests.standin.platform import Platform

ROOT = Path(__file__).resolve().parents[2]
# What a process needs of its surroundings.
_INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")


class ProcessEnded(Exception):
    """The bot ended before it was ready; the message is its output."""


class Child(Protocol):
    """A process and its output, as asyncio shows them."""

    stdout: asyncio.StreamReader | None

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    async def wait(self) -> int: ...

    def send_signal(self, signal: int) -> None: ...


class BotProcess:
    """`python -m bot run` with an environment of the test's own and nothing else.

    It runs in `folder`, where its default files go and no developer's `.env` is found. `start` may be called again
    after the process ended: the platform and the folder are the same, as after a crash.
    """

    def __init__(
        self,
        platform: Platform,
        environment: Mapping[str, str],
        *,
        folder: Path,
        command: Sequence[str] = (sys.executable, "-m", "bot", "run"),
    ) -> None:
        self.lines: Feed[str] = Feed()
        self._platform = platform
        self._command = command
        self._folder = folder
        self._environment = {
            **{name: os.environ[name] for name in _INHERITED if name in os.environ},
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self._process: Child | None = None
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.end()

    @property
    def running(self) -> bool:
        """Whether the process is there, stopped or not."""
        return self._process is not None and self._process.returncode is None

    @property
    def output(self) -> str:
        """All that it has printed and logged, over all starts."""
        return "\n".join(self.lines.items)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._current().pid

    async def start(self, *, timeout_seconds: float = 30.0) -> None:
        """Start it, and wait until it hears its part of the shards, if it has any, and its commands are registered.

        Raises:
            ProcessEnded: it ended before that.
            TimeoutError: it did neither.
        """
        before, printed = len(self._platform.gateway.ready.items), len(self.lines.items)
        await self.launch()
        try:
            await self._connected(timeout_seconds, after=before, printed=printed)
        except BaseException:
            await self.end()
            raise

    async def launch(self) -> None:
        """Start it without waiting for anything: for a process that is expected to refuse."""
        if self.running:
            raise RuntimeError("it runs already")
        self._process = await self.spawn(self._folder, self._environment)
        self._reader = asyncio.create_task(self._read())

    async def spawn(self, folder: Path, environment: Mapping[str, str]) -> Child:
        """Start a new process in a folder, with an environment; its output is one pipe."""
        return await asyncio.create_subprocess_exec(
            *self._command,
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )

    async def exited(self, *, timeout_seconds: float = 15.0) -> int:
        """Wait until it has ended and all its output is read; returns the exit code (-9 after a kill)."""
        process, reader = self._current(), self._reader
        async with asyncio.timeout(timeout_seconds):
            code = await process.wait()
            if reader is not None:
                await asyncio.shield(reader)
        return code

    async def wait_for_line(self, text: str, *, timeout_seconds: float = 30.0) -> str:
        """Wait for a line of output that contains a text; one that is past counts too."""
        return await self.lines.first(lambda line: text in line, timeout_seconds=timeout_seconds)

    def terminate(self) -> None:
        """Send SIGTERM."""
        self._current().send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Send SIGKILL."""
        self._current().send_signal(signal.SIGKILL)

    def stop(self) -> None:
        """Send SIGSTOP: it is there, and does nothing."""
        self._current().send_signal(signal.SIGSTOP)

    def cont(self) -> None:
        """Send SIGCONT."""
        self._current().send_signal(signal.SIGCONT)

    async def end(self) -> None:
        """Kill it if it runs, and wait until it is gone."""
        if self.running:
            self.kill()
        await self.exited()

    def _current(self) -> Child:
        if self._process is None:
            raise RuntimeError("it was never started")
        return self._process

    async def _connected(self, timeout_seconds: float, *, after: int, printed: int) -> None:
        waits = [
            asyncio.create_task(self._platform.wait_until_ready(timeout_seconds=timeout_seconds, after=after)),
            # The shards may all be others'.
            asyncio.create_task(
                self.lines.first(lambda line: '"ready"' in line, timeout_seconds=timeout_seconds, after=printed)
            ),
            asyncio.create_task(self.exited(timeout_seconds=timeout_seconds + 1)),
        ]
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            if waits[2] in done:
                raise ProcessEnded(self.output)
            for one in done:
                await one
        finally:
            for one in waits:
                one.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _read(self) -> None:
        stream = self._current().stdout
        if stream is None:
            return
        async for line in stream:
            self.lines.publish(line.decode(errors="replace").rstrip("\n"))
