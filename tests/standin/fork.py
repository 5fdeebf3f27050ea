"""The bot as a fork of a process that has imported it: the tests start it hundreds of times."""

from __future__ import annotations

import asyncio
import errno
import gc
import multiprocessing
import os
import sys
from multiprocessing import reduction
from multiprocessing.forkserver import _forkserver
from typing import TYPE_CHECKING, Any, cast

import bot.images.workers.process  # noqa: F401
from bot.__main__ import main
from tests.standin.process import BotProcess

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from io import TextIOWrapper
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path
    from socket import socket

    from tests.standin.platform import Platform

# The bot forks its workers from the same process, and names what that has to import when `workers` is imported: more
# than that is named here, afterwards.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.cli", "bot.doctor.report", __name__])
_REACHED_BY = ("_forkserver_address", "_forkserver_authkey")


_receive_fds = reduction.recvfds


def _receive_fds_unless_killed(sock: socket, size: int) -> list[int]:
    """Receive what a fork needs; who was killed before it sent that is no reason to end, and take all forks along.

    Of all that an accepted connection may end in, the server passes over this alone:
    https://github.com/python/cpython/blob/v3.11.7/Lib/multiprocessing/forkserver.py
    """
    try:
        return _receive_fds(sock, size)
    except EOFError as error:
        raise ConnectionAbortedError(errno.ECONNABORTED, "who asked for a fork is gone") from error


# The server looks it up there.
reduction.recvfds = _receive_fds_unless_killed


class ForkedBot(BotProcess):
    """`python -m bot` without two seconds of imports.

    In all else it is like a process that was started anew: it has its own memory, folder, environment and output.
    """

    def __init__(
        self,
        platform: Platform,
        environment: Mapping[str, str],
        *,
        folder: Path,
        arguments: Sequence[str] = ("run",),
    ) -> None:
        super().__init__(platform, environment, folder=folder)
        self._arguments = tuple(arguments)

    async def spawn(self, folder: Path, environment: Mapping[str, str]) -> _Fork:
        """Fork a process that runs the bot."""
        output, pipe = _FORKS.Pipe(duplex=False)
        await asyncio.to_thread(_forkserver.ensure_running)
        server = {name: value for name, value in vars(_forkserver).items() if name in _REACHED_BY}
        arguments = (self._arguments, folder, dict(environment), pipe, server)
        process = _FORKS.Process(target=_run, args=arguments)
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


def _run(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    output: Connection,
    server: Mapping[str, Any],
) -> None:
    for stream in (sys.stdout, sys.stderr):
        os.dup2(output.fileno(), stream.fileno())
        cast("TextIOWrapper", stream).reconfigure(line_buffering=True)
    output.close()
    # The documentation says that a child forks its own children from the same process. It starts another one, since it
    # knows nothing of the first: https://github.com/python/cpython/blob/v3.11.7/Lib/multiprocessing/forkserver.py
    vars(_forkserver).update(server, ensure_running=lambda: None)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.exit(main(arguments))


# What was imported is the same in every fork: none goes through it again, and so has no page of it copied.
gc.collect()
gc.freeze()
