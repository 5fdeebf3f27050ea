"""Lines that an outage repeats: said once, then once a minute with a count of those that were left out."""

import logging
import time
from collections.abc import Callable, Iterable

REPEATED_AFTER_SECONDS = 60.0
_KINDS_AT_MOST = 500
_OF_OUTAGES = frozenset(
    {
        "store_unavailable",
        "store_hangs",
        "request_not_kept",
        "failure_not_kept",
        "refusal_not_counted",
        "progress_unknown",
        "post_not_recorded",
        "not_marked_shown",
        "references_not_used_up",
        "draft_not_put_away",
        "blobs_not_deleted",
        "retention_failed",
        "background_task_failed",
        "images_api_attempt_failed",
    }
)
"""What is the same line for every request, and every round, while something is down."""
_LIBRARIES = ("dbos", "sqlalchemy", "psycopg")
"""Those that complain anew at each attempt."""


class FloodGate(logging.Filter):
    """Lets each kind of line about an outage through once a minute; the next one says how many were left out.

    A kind is a logger, an event and, of a library, the place in its code. `clock` gives seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last: dict[tuple[str, str], float] = {}
        self._left_out: dict[tuple[str, str], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a line is written."""
        kind = _kind_of(record)
        if kind is None:
            return True
        now = self._clock()
        if now - self._last.get(kind, float("-inf")) < REPEATED_AFTER_SECONDS:
            self._left_out[kind] = self._left_out.get(kind, 0) + 1
            return False
        if len(self._last) >= _KINDS_AT_MOST:
            self._last.clear()
            self._left_out.clear()
        self._last[kind] = now
        record.left_out = self._left_out.pop(kind, 0)
        return True


def _kind_of(record: logging.LogRecord) -> tuple[str, str] | None:
    """Name the kind of a line; None where each such line counts."""
    if isinstance(record.msg, dict):
        event = str(record.msg.get("event"))
        return (record.name, event) if event in _OF_OUTAGES else None
    if record.levelno >= logging.WARNING and is_of(record, _LIBRARIES):
        return record.name, f"{record.pathname}:{record.lineno}"
    return None


def is_of(record: logging.LogRecord, libraries: Iterable[str]) -> bool:
    """Say whether a record is of one of these libraries: of its logger, or of one below."""
    return any(record.name == one or record.name.startswith(f"{one}.") for one in libraries)
