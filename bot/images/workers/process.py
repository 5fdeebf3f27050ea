"""The bot's side of a worker: started, called with a deadline, ended."""

import multiprocessing
import pickle
import time
from contextvars import Context
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING, Any

from bot.domain.errors import ImageTooComplex
from bot.images.workers.messages import Message, receive
from bot.images.workers.worker import IDLE_SECONDS, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_STALE_SECONDS = IDLE_SECONDS / 2
"""After so long without work a worker is not called any more: it may end just then."""

# A worker forked from a process that has everything imported takes 10 ms, and one from the start 400; the bot itself
# has threads, and a fork of it could hold a lock of theirs for ever.
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
if _FORKS:
    _CONTEXT.set_forkserver_preload([serve.__module__])


class WorkerProcess:
    """A worker. Its methods block, and one thread at a time calls them."""

    def __init__(self, *, memory_bytes: int) -> None:
        """Start it; it may have `memory_bytes` beyond what it begins with."""
        self._connection: Connection[Any, Any]
        self._connection, theirs = _CONTEXT.Pipe()
        # mypy sees the base class of both contexts, which has no processes.
        self._process = _CONTEXT.Process(target=serve, args=(theirs, memory_bytes), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        self._idle_since = time.monotonic()
        # multiprocessing asks daemons to end and waits for them, and ours do not listen to that.
        Finalize(self, _kill, args=(self._process,), exitpriority=1)

    @property
    def is_ready(self) -> bool:
        """Tell whether it can be called."""
        return time.monotonic() - self._idle_since < _STALE_SECONDS and self._process.is_alive()

    def call(self, message: Message, *, deadline_seconds: float) -> tuple[bool, Any]:
        """Have it answer a call: True with the result, or False with the exception.

        Raises:
            ImageTooComplex: it died of it, or was ended since it took longer than the deadline.
        """
        try:
            message.send(self._connection)
            if not self._connection.poll(deadline_seconds):
                raise ImageTooComplex(reason="time")
            went_well, answer = receive(self._connection).load(trusted=False, given=message.files)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise ImageTooComplex(reason="crash") from error
        self._idle_since = time.monotonic()
        return went_well, answer

    def end(self) -> None:
        """End it, whatever it does."""
        self._connection.close()
        _kill(self._process)


def _kill(process: Any) -> None:
    # It is asked for by the system's clock; one that stands still, as in tests, would never end the asking.
    if Context().run(process.is_alive):
        process.kill()
