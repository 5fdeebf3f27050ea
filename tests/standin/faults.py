"""Failures that a test orders in advance: error answers, cut connections, and calls that are held."""

from __future__ import annotations

import asyncio
import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from tests.standin.feed import Feed

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from tests.standin.calls import Call

T = TypeVar("T")


class Outcome(enum.Enum):
    """What a held call gets in the end."""

    GO_ON = enum.auto()
    CUT = enum.auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorReply:
    """An answer given in place of the real one; from 502 on it is the proxy's HTML page."""

    status: int
    code: int
    message: str
    headers: Mapping[str, str]
    errors: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection ends without an answer."""


class Gate(Generic[T]):
    """A call that waits until the test lets it go: the place to kill the bot at."""

    def __init__(self) -> None:
        self._arrivals: Feed[T] = Feed()
        self._outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

    async def reached(self, *, timeout_seconds: float = 20.0) -> T:
        """Wait until the call is here, and return it."""
        return await self._arrivals.first(lambda _call: True, timeout_seconds=timeout_seconds)

    def release(self) -> None:
        """Let the call go on, even when its sender is dead: Discord has received it."""
        self._settle(Outcome.GO_ON)

    def cut(self) -> None:
        """End the connection; a call that was not applied yet never is."""
        self._settle(Outcome.CUT)

    def _settle(self, outcome: Outcome) -> None:
        if not self._outcome.done():
            self._outcome.set_result(outcome)

    async def hold(self, call: T) -> Outcome:
        """Wait for the test's decision about a call that has arrived."""
        self._arrivals.publish(call)
        return await asyncio.shield(self._outcome)


@dataclass(slots=True, kw_only=True)
class Fault:
    """What to do with the next calls that match; `applied` says whether they take effect first."""

    method: str
    path: re.Pattern[str]
    effect: ErrorReply | Cut | Gate[Call]
    applied: bool
    times: int = 1
    where: Callable[[Call], bool] = lambda _call: True


@dataclass(slots=True)
class Faults:
    """The ordered failures, oldest first."""

    pending: list[Fault] = field(default_factory=list)
    gates: list[Gate[Call]] = field(default_factory=list)

    def order(self, fault: Fault) -> None:
        """Add a failure."""
        self.pending.append(fault)
        if isinstance(fault.effect, Gate):
            self.gates.append(fault.effect)

    def take(self, call: Call) -> Fault | None:
        """Return the failure that this call is due, and count it."""
        for fault in self.pending:
            if fault.method == call.method and fault.path.search(call.path) and fault.where(call):
                fault.times -= 1
                if fault.times <= 0:
                    self.pending.remove(fault)
                return fault
        return None

    def end(self) -> None:
        """Cut every call that is still held."""
        for gate in self.gates:
            gate.cut()
