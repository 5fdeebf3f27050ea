"""The attempts at one thing: what follows a failure, and what is raised in the end."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.domain.errors import EaselError, ProviderError, RateLimited
from bot.proxy.failures import AttemptFailed
from bot.proxy.profile import Profile
from bot.proxy.retry import CallState, Kind, Stop, decide

if TYPE_CHECKING:
    from bot.domain.ports import OnWait

_log = structlog.get_logger(__name__)
_T = TypeVar("_T")


class Attempts:
    """How often a provider is asked for the same; `deadline` is on the clock of the running loop.

    `on_wait` is told of each wait for a provider that is asked too fast.
    """

    def __init__(self, profile: Profile, *, operation: str, deadline: float) -> None:
        self._profile = profile
        self._operation = operation
        self._deadline = deadline
        self.on_wait: OnWait | None = None

    async def persist(self, attempt: Callable[[], Awaitable[_T]], *, repeatable: bool) -> _T:
        """Ask until there is an answer or a reason to stop; `repeatable` is not paid twice.

        Raises:
            EaselError: what failed last, and whether any attempt may have cost.
        """
        attempts = 0
        waited_seconds = 0.0
        may_have_cost = False
        before: EaselError | None = None
        while True:
            try:
                return await attempt()
            except AttemptFailed as failure:
                error = failure.error
                may_have_cost |= isinstance(error, ProviderError) and error.may_have_cost
                attempts += failure.kind is not Kind.UNKNOWN_FIELD
                decision = decide(
                    failure.kind,
                    CallState(
                        attempts=attempts,
                        max_attempts=self._profile.max_attempts,
                        rate_limit_attempts=self._profile.rate_limit_attempts,
                        waited_seconds=waited_seconds,
                        left_seconds=self._deadline - asyncio.get_running_loop().time(),
                        repeatable=repeatable,
                        backoff_seconds=self._profile.backoff_seconds,
                        chance=random.random(),  # noqa: S311 - it spreads waits, and guards nothing
                    ),
                    retry_after_seconds=failure.retry_after_seconds,
                )
                wait_seconds = None if isinstance(decision, Stop) else decision.after_seconds
                self._report(failure, attempts, wait_seconds)
                if wait_seconds is None:
                    # A key that an earlier attempt used up says nothing of why that one failed.
                    final = before if failure.kind is Kind.KEY_SPENT and before is not None else error
                    if isinstance(final, ProviderError):
                        final.may_have_cost = may_have_cost and not self._profile.free
                    raise final from failure.__cause__
                before = error
                if self.on_wait is not None and isinstance(error, RateLimited):
                    self.on_wait(wait_seconds)
            await asyncio.sleep(wait_seconds)
            waited_seconds += wait_seconds

    def _report(self, failure: AttemptFailed, attempts: int, wait_seconds: float | None) -> None:
        error = failure.error
        _log.info(
            "images_api_attempt_failed",
            operation=self._operation,
            attempt=attempts,
            kind=failure.kind.value,
            error=type(error).__name__,
            status=error.status if isinstance(error, ProviderError) else None,
            request_id=error.request_id if isinstance(error, ProviderError) else None,
            wait_seconds=wait_seconds,
        )
