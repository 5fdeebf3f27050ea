"""The database's clock, in which every moment is kept that processes compare, whatever their own clocks say."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, text

_LEAST_SECONDS = 0.25
"""Nothing is shifted by less: what is measured is uncertain by the way there and back."""
_LONGEST_ASKING_SECONDS = 1.0
"""An answer that took longer says too little about when it was given."""
INFO_KEY = "easel_clock"
"""Where a connection's `info` holds its clock; none of SQLite does."""
# As a number: a moment would be shifted on its way in.
_NOW = text("SELECT extract(epoch FROM clock_timestamp())")


def steady_seconds() -> float:
    """Give seconds that only grow, also while the machine sleeps where the system counts those."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class DatabaseClock:
    """How far this process's clock is from the database's: measured now and then, and known between by a steady clock.

    Every moment that goes to the database is shifted to its time, and every one that comes back to ours. So what
    another process leased for eight seconds lasts eight seconds here, and nobody who asks for the time has to think
    of it. `wall` gives the seconds of our clock since 1970, `steady` seconds that only grow.
    """

    def __init__(self, *, wall: Callable[[], float] = time.time, steady: Callable[[], float] = steady_seconds) -> None:
        self._wall = wall
        self._steady = steady
        self._measured: tuple[float, float] | None = None
        self._offset_seconds = 0.0

    @property
    def offset(self) -> timedelta:
        """What to add to a moment of ours; it follows our clock when that is set, without a new measurement."""
        if self._measured is not None:
            epoch, at = self._measured
            seconds = epoch + self._steady() - at - self._wall()
            if abs(seconds - self._offset_seconds) > _LEAST_SECONDS:
                self._offset_seconds = seconds
        return timedelta(seconds=self._offset_seconds)

    def measure(self, connection: Connection) -> None:
        """Ask a PostgreSQL database what time it is."""
        asked = self._steady()
        epoch = float(connection.execute(_NOW).scalar_one())
        answered = self._steady()
        if answered - asked <= _LONGEST_ASKING_SECONDS:
            self._measured = (epoch, (asked + answered) / 2)


def database_time(connection: Connection, moment: datetime) -> datetime:
    """Tell a moment of ours as the database's clock does, as for the day that all processes count it to."""
    clock = connection.info.get(INFO_KEY)
    return moment + clock.offset if isinstance(clock, DatabaseClock) else moment


def database_day(connection: Connection, moment: datetime) -> date:
    """Tell the day (UTC) of a moment of ours by the database's clock."""
    return database_time(connection, moment).astimezone(UTC).date()
