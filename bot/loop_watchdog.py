"""How late the event loop is, and what holds it up: a thread that asks the loop, and looks at it where it is late."""

import asyncio
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from time import perf_counter
from types import FrameType

import structlog

from bot.domain.error_facts import to_place
from bot.meters import Meters

BEAT_SECONDS = 0.05
HELD_SECONDS = 0.25
"""Longer than this no callback may take; Discord waits 3 s for all that leads to an acknowledgement."""
HANGS_SECONDS = 10.0
"""After so long it is told although it is not over: it may never be."""
_PLACES = 12

log = structlog.get_logger(__name__)


class LoopWatchdog:
    """Watches one loop from `start` to `stop`."""

    def __init__(self, meters: Meters) -> None:
        """Observe each lag in `meters`; one above `HELD_SECONDS` is logged as well, with what held the loop."""
        self._meters = meters
        self._stopped = threading.Event()
        self._sent_at: float | None = None
        self._held_at = ""
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Watch the running loop, which is this thread's."""
        self._stopped.clear()
        self._sent_at = None
        watched = asyncio.get_running_loop(), threading.get_ident()
        self._thread = threading.Thread(target=self._look, args=watched, name="watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _look(self, loop: asyncio.AbstractEventLoop, loop_thread: int) -> None:
        told_of: float | None = None
        while not self._stopped.wait(BEAT_SECONDS):
            sent_at = self._sent_at
            if sent_at is None:
                self._held_at, self._sent_at = "", perf_counter()
                with suppress(RuntimeError):  # the loop is closed, and so is what would stop this
                    loop.call_soon_threadsafe(self._answer)
                continue
            lag = perf_counter() - sent_at
            if lag > HELD_SECONDS / 2 and not self._held_at:
                self._held_at = _places_of(loop_thread)
            if lag > HANGS_SECONDS and told_of != sent_at:
                told_of = sent_at
                log.error("loop_hangs", seconds=round(lag, 3), by=_places_of(loop_thread))

    def _answer(self) -> None:
        """Answer a beat, on the loop."""
        if self._sent_at is None:
            return
        lag = perf_counter() - self._sent_at
        self._meters.loop_lag_seconds.observe(lag)
        if lag > HELD_SECONDS:
            log.warning("loop_held", seconds=round(lag, 3), by=self._held_at or None)
        self._sent_at = None


def _places_of(thread: int) -> str:
    """Name the places that a thread is in, from the innermost out to the loop; no value is among them."""
    frame = sys._current_frames().get(thread)  # noqa: SLF001 - the only way to another thread's frames
    places = [to_place(one.f_code.co_filename, one.f_lineno, one.f_code.co_name) for one in _up_from(frame)]
    own = [one for one in places if not one.startswith("python3") and "/asyncio/" not in one]
    return " in ".join((own or places)[:_PLACES])


def _up_from(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back
