"""The worker's side: it answers one call after the other, with only so much memory, and never outlives the bot."""

import contextlib
import multiprocessing
import os
import signal
import sys
import traceback
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Any

from bot.domain.errors import EaselError, ImageTooComplex

# Imported before the first call: whoever starts workers does it once for all of them.
from bot.images import file_limit, prepare  # noqa: F401
from bot.images.codecs import results  # noqa: F401
from bot.images.compose import lay_in, original, upload  # noqa: F401
from bot.images.drawn import comparison, contact_sheet, overlay, svg, tree  # noqa: F401
from bot.images.masks import mask, painted_copy  # noqa: F401
from bot.images.memory import give_memory_back
from bot.images.workers.messages import Message, receive

IDLE_SECONDS = 60.0
"""How long a worker waits for work until it ends."""

_BUSY_SECONDS = 1.0
"""For so long a worker keeps what it had for the last work: getting it anew makes work 1.3 times slower."""
_NICENESS = 5
"""Where every core decodes, the event loop comes first: somebody waits three seconds at most for it."""


class WorkerFailed(RuntimeError):
    """A mistake of ours in a worker: the exception's kind, and where it was raised."""


def serve(connection: "Connection[Any, Any]", memory_bytes: int) -> None:
    """Answer calls until there have been none for a while, or nobody is there any more.

    Each is a function with its arguments, and each answer whether it went well, with the result or the exception.
    """
    # A terminal and a service manager send these to all processes; the bot says when its workers end.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    limit_memory(memory_bytes)
    Thread(target=_end_with_the_bot, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while connection.poll(_BUSY_SECONDS) or _is_called(connection):
            answer(connection)


def _is_called(connection: "Connection[Any, Any]") -> bool:
    give_memory_back()
    return connection.poll(IDLE_SECONDS - _BUSY_SECONDS)


def answer(connection: "Connection[Any, Any]") -> None:
    """Answer one call.

    Raises:
        EOFError, OSError: nobody is there any more.
    """
    _call(receive(connection)).send(connection)


def _call(message: Message) -> Message:
    function, args, kwargs = message.load(trusted=True)
    try:
        return Message.of((True, function(*args, **kwargs)), given=message.files)
    except MemoryError:
        return Message.of((False, ImageTooComplex(reason="memory")))
    except EaselError as error:
        return Message.of((False, error))
    except Exception as error:  # noqa: BLE001 - whatever it is, somebody waits for an answer
        # Its text is left out: it may quote what somebody sent.
        where = "".join(traceback.format_tb(error.__traceback__))
        return Message.of((False, WorkerFailed(f"{type(error).__name__}\n{where}")))


def limit_memory(memory_bytes: int) -> None:
    """Let this process have so much memory beyond what it has, and no core dump; be the first that Linux ends for more.

    Elsewhere nothing counts what is used: macOS takes the limit and does not hold it, Windows has none.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = held + memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def _end_with_the_bot() -> None:
    """End in the middle of whatever it is when the bot is gone, however it went."""
    bot = multiprocessing.parent_process()
    if bot is not None:
        wait([bot.sentinel])
        os._exit(0)
