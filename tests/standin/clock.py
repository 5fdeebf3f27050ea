"""Discord's time, which a test may move forward, and the ids that carry it."""

from __future__ import annotations

import datetime as dt
import time

# The first second of 2015 in milliseconds: snowflakes count from there.
EPOCH_MS = 1_420_070_400_000
_SEQUENCE_BITS = 22


class Clock:
    """The machine's time plus what a test has added to it."""

    def __init__(self) -> None:
        self._added_seconds = 0.0

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time() + self._added_seconds

    def advance(self, seconds: float) -> None:
        """Move this clock forward; the bot's own clock stays as it is."""
        self._added_seconds += seconds


class Snowflakes:
    """Ids that rise and carry the time of their making, as discord.py reads it from them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """Return an id that was never given before."""
        by_time = (int(self._clock.now() * 1000) - EPOCH_MS) << _SEQUENCE_BITS
        self._last = max(by_time, self._last + 1)
        return self._last


def to_iso(seconds: float) -> str:
    """Encode a time as Discord writes it (`2026-11-23T10:00:00.123000+00:00`)."""
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).isoformat(timespec="microseconds")
