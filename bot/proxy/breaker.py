"""A provider that fails for everybody is not asked by everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

OPEN_AFTER = 5
"""Calls in a row that ended in an outage, their own further attempts included."""
FIRST_PAUSE_SECONDS = 15.0
LONGEST_PAUSE_SECONDS = 120.0
HANGING_TOGETHER = 4
"""So many calls must be waiting in vain before the provider counts as hanging: one alone may have a lot to draw."""
HANG_SHARE = 0.4
"""Of a call's time: after so long without an answer to anybody, 240 of 600 seconds, those who wait give up."""


class BreakerState(StrEnum):
    """Whether the provider is asked."""

    CLOSED = "closed"
    """By everybody."""
    OPEN = "open"
    """By nobody, until the pause is over."""
    TRYING = "trying"
    """By one, and what becomes of that decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a provider is doing, for readiness and metrics; `next_try_seconds` is 0 where somebody may ask now."""

    state: BreakerState
    outages: int = 0
    next_try_seconds: float = 0.0

    @property
    def is_up(self) -> bool:
        """Whether requests are let through."""
        return self.state is BreakerState.CLOSED


@dataclass(eq=False, slots=True)
class Passage:
    """One call that was let through; `trial`: all others wait for what becomes of it."""

    began_at: float
    trial: bool = False


class Breaker:
    """Count the outages of one provider, and say who may ask.

    `clock` gives seconds that only grow. After `OPEN_AFTER` outages in a row nobody is let through for a pause, then
    one call; the pause doubles while that fails, and an answer of any kind ends it.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._outages = 0
        self._pause_seconds = 0.0
        self._open_until: float | None = None
        self._trial: Passage | None = None
        self._under_way: set[Passage] = set()
        self._answered_at = float("-inf")

    @property
    def health(self) -> Health:
        """How it stands now."""
        if self._open_until is None:
            return Health(state=BreakerState.CLOSED, outages=self._outages)
        state = BreakerState.OPEN if self._trial is None else BreakerState.TRYING
        left = max(self._open_until - self._clock(), 0.0)
        return Health(state=state, outages=self._outages, next_try_seconds=left)

    def enter(self) -> Passage | None:
        """Let a call through, or give None where it has to be told at once."""
        now = self._clock()
        trial = self._open_until is not None
        if self._open_until is not None and (self._trial is not None or now < self._open_until):
            return None
        passage = Passage(now, trial)
        self._trial = passage if trial else None
        self._under_way.add(passage)
        return passage

    def answered(self) -> None:
        """Note that the provider is at work: it gave pictures, or a refusal that it made up its mind about."""
        self._answered_at = self._clock()
        self._outages, self._pause_seconds, self._open_until, self._trial = 0, 0.0, None, None

    def failed(self, passage: Passage) -> None:
        """Note a call that ended in an outage."""
        if passage.began_at < self._answered_at and not passage.trial:
            # It began before the provider was last seen at work: what it ran into may be over.
            self._outages = max(self._outages, 1)
            return
        self._outages += 1
        if (self._open_until is None and self._outages >= OPEN_AFTER) or passage is self._trial:
            self._open()

    def leave(self, passage: Passage) -> None:
        """Note that a call is over, however it ended; a trial that ended in neither way frees its place."""
        self._under_way.discard(passage)
        if passage is self._trial:
            self._trial = None

    def gives_up(self, passage: Passage, *, hang_seconds: float) -> bool:
        """Say whether a call that waits for that long waits in vain, and note that the provider hangs if so."""
        since = self._clock() - hang_seconds
        waiting = sum(one.began_at <= since for one in self._under_way)
        hangs = self._answered_at <= since and (waiting >= HANGING_TOGETHER or passage.trial)
        if self._open_until is not None and self._answered_at <= since:
            hangs = True
        if hangs and self._open_until is None:
            self._outages = max(self._outages, OPEN_AFTER)
            self._open()
        return hangs

    def _open(self) -> None:
        self._trial = None
        self._pause_seconds = min(self._pause_seconds * 2 or FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS)
        self._open_until = self._clock() + self._pause_seconds
