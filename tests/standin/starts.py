"""Session starts: how many a day has, and how far apart those of one bucket have to be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standin.clock import Clock
    from tests.standin.limits import Limits

_DAY_SECONDS = 24 * 60 * 60.0


class SessionStarts:
    """The IDENTIFYs of all processes of the bot; `too_early` has those that did not wait for their turn.

    Each counts, a refused one too: Discord limits the calls and not the sessions.
    """

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self.too_early: list[str] = []
        self._clock = clock
        self._limits = limits
        self._taken = 0
        self._resets_at = clock.now() + _DAY_SECONDS
        self._last_by_bucket: dict[int, float] = {}

    @property
    def remaining(self) -> int:
        """How many are left until the limit is reset; below zero when the bot went on all the same."""
        self._reset_when_due()
        return self._limits.session_starts - self._taken

    def count(self) -> bool:
        """Count one; returns False when the day has none left."""
        left = self.remaining
        self._taken += 1
        return left > 0

    def take_turn(self, shard_id: int) -> bool:
        """Take the turn of a shard's bucket; returns False when the one before is too recent, in real time."""
        bucket = shard_id % self._limits.max_concurrency
        now = time.monotonic()
        since = now - self._last_by_bucket.get(bucket, float("-inf"))
        if since < self._limits.identify_seconds:
            self.too_early.append(f"shard {shard_id} came {since:.2f} s after the one before in bucket {bucket}")
            return False
        self._last_by_bucket[bucket] = now
        return True

    def to_json(self) -> dict[str, Any]:
        """Encode the session start limit object."""
        left = max(self.remaining, 0)
        return {
            "total": self._limits.session_starts,
            "remaining": left,
            "reset_after": int((self._resets_at - self._clock.now()) * 1000),
            "max_concurrency": self._limits.max_concurrency,
        }

    def _reset_when_due(self) -> None:
        while self._clock.now() >= self._resets_at:
            self._resets_at += _DAY_SECONDS
            self._taken = 0
