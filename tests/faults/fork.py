"""The bot as a fork of a process that has imported it: tests of crashes start it a hundred times."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from typing import TYPE_CHECKING, cast
from unittest import mock

from bot.__main__ import main
from tests.standin.process import ROOT, BotProcess

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import TextIOWrapper
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.cli", __name__])


class ForkedBot(BotProcess):
    """`run` without two seconds of imports, half of them for coverage, which a kill would lose.

    In all else it is like a process that was started anew: it has its own memory, folder, environment and output.
    """

    async def spawn(self, folder: Path, environment: Mapping[str, str]) -> _Fork:
        """Fork a process that runs the bot."""
        output, pipe = _FORKS.Pipe(duplex=False)
        process = _FORKS.Process(target=_run, args=(folder, dict(environment), pipe), daemon=True)
        with mock.patch.dict(os.environ, PYTHONPATH=str(ROOT)):
            # For the process that forks, which starts with the first of them.
            os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
            await asyncio.to_thread(process.start)
        pipe.close()
        stdout = asyncio.StreamReader()
        with output:
            file = os.fdopen(os.dup(output.fileno()), "rb")
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stdout), file)
        return _Fork(process, stdout)


class _Fork:
    def __init__(self, process: ForkServerProcess, stdout: asyncio.StreamReader) -> None:
        self.stdout: asyncio.StreamReader | None = stdout
        self.pid = cast("int", process.pid)
        self.returncode: int | None = None
        self._process = process
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(process.sentinel, self._end)

    async def wait(self) -> int:
        await self._ended.wait()
        return cast("int", self.returncode)

    def send_signal(self, signal: int) -> None:
        os.kill(self.pid, signal)

    def _end(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self.returncode = self._process.exitcode
        self._process.close()
        self._ended.set()


def _run(folder: Path, environment: dict[str, str], output: Connection) -> None:
    for stream in (sys.stdout, sys.stderr):
        os.dup2(output.fileno(), stream.fileno())
        cast("TextIOWrapper", stream).reconfigure(line_buffering=True)
    output.close()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.exit(main(["run"]))
