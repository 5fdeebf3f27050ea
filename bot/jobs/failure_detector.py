"""Which processes live: this one says so again and again, and judges the others by what they say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.store.database.clock import steady_seconds
from bot.store.database.processes import BEAT_SECONDS, MISSED_SECONDS, SILENT_SECONDS, Processes

LOOK_SOON_SECONDS = 0.5
"""Between two beats while it is open whether somebody is gone, or the database is away."""
_GAP_SECONDS = SILENT_SECONDS - MISSED_SECONDS
"""After so long between two beats of its own a process judges nobody for a while: the database was away, or itself."""
_AFTER_START_SECONDS = 1.5
"""A session says nothing of the others' before it has lasted so long: those that live try three times to come back."""
_AFTER_CUT_SECONDS = 2 * BEAT_SECONDS
"""The same where this process was cut off or silent itself, and so were others, which may all come back at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who else shares the database, who of them is `gone`, and in how many seconds to beat again."""

    others: frozenset[str]
    gone: tuple[str, ...] = ()
    pause_seconds: float = BEAT_SECONDS


class FailureDetector:
    """The beats of this process, and the one judge of who is gone; whoever acts on that removes its row."""

    def __init__(self, processes: Processes, *, executor: str, session: Callable[[], int | None]) -> None:
        """Tell by `session` which session of this process's the server would end at its death; None: none now."""
        self._processes = processes
        self._executor = executor
        self._find_session = session
        self._session: int | None = None
        self._beat_at: float | None = None
        self._answered_at: float | None = None
        self._terms = 0
        self._judges_from = self._judges_sessions_from = 0.0

    @property
    def term(self) -> int | None:
        """The number of this process's term: while it stays the same, nobody can have taken this process for gone.

        None where it was not heard of for so long that somebody may have, by now. Its next beat begins a new term.
        """
        return self._terms if self._is_in_time() else None

    async def beat(self) -> Verdict:
        """Say that this process lives, and judge the others.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        asked_at = steady_seconds()
        processes = await self._processes.beat(self._executor, datetime.now(UTC), session=self._find_session)
        answered_at, session = steady_seconds(), self._find_session()
        if not self._is_in_time():
            self._terms += 1
        if self._answered_at is not None and answered_at - self._answered_at > _GAP_SECONDS:
            # The others may have had no chance to say that they live.
            self._judges_from = answered_at + _AFTER_CUT_SECONDS
        if session != self._session:
            is_first = self._judges_sessions_from == 0
            self._session = session
            self._judges_sessions_from = answered_at + (_AFTER_START_SECONDS if is_first else _AFTER_CUT_SECONDS)
        self._beat_at, self._answered_at = asked_at, answered_at
        others = [one for one in processes if one.executor != self._executor]
        # A server that does not have this process's session, as after a failover, says nothing of the others' either.
        has_session = session is not None and not any(
            one.has_lost_session for one in processes if one.executor == self._executor
        )
        by_session = has_session and answered_at >= self._judges_sessions_from
        gone: tuple[str, ...] = ()
        if answered_at >= self._judges_from:
            gone = tuple(one.executor for one in others if one.is_gone(by_session=by_session))
        is_open = any(one.has_lost_session for one in others if one.executor not in gone)
        return Verdict(
            others=frozenset(one.executor for one in others),
            gone=gone,
            pause_seconds=LOOK_SOON_SECONDS if is_open else BEAT_SECONDS,
        )

    def _is_in_time(self) -> bool:
        return self._beat_at is not None and steady_seconds() - self._beat_at < MISSED_SECONDS
