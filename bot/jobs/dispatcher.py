"""When jobs are taken out of the engine's queue: as soon as one comes in or ends, not by asking all the time."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import Context

import structlog

from bot.jobs.engine_queue import Claim
from bot.store.errors import StoreError

LOOK_SECONDS = 2.0
"""So often a queue is looked into without any reason: what another process told may have been lost."""
_RETRY_SECONDS = 1.0
_CONTENDED_SECONDS = (0.01, 0.05)
_STOP_SECONDS = 10.0

log = structlog.get_logger(__name__)


class Dispatcher:
    """Claims jobs in a thread of its own, one claim after the other."""

    def __init__(self, claim: Callable[[], Claim], *, tell_others: Callable[[], Awaitable[None]] | None) -> None:
        """Tell the other processes with `tell_others` that more waits than this one may run.

        None: there are none. Then each claim also writes what has come in and what has ended, so it is due at both.
        """
        self._claim = claim
        self._tell_others = tell_others
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="dispatcher")
        self._happened = asyncio.Event()
        self._has_come = False
        self._has_gone = False
        self._is_full = False
        self._may_be_more = False
        self._stopping = False
        # In a context of its own: it is no part of whatever the bot was doing when it started.
        self._task = Context().run(asyncio.create_task, self._run())

    def queued(self) -> None:
        """Look into the queue, since something was put there; where all slots are taken, the next end does so."""
        self._has_come = True
        self._happened.set()

    def ended(self) -> None:
        """Look into the queue, if something may wait there, since a job has ended."""
        self._has_gone = True
        self._happened.set()

    async def stop(self) -> None:
        """Claim nothing more; what was claimed has begun by then."""
        self._stopping = True
        self._happened.set()
        await asyncio.wait({self._task}, timeout=_STOP_SECONDS)
        self._task.cancel()
        self._thread.shutdown(wait=False)

    async def _run(self) -> None:
        due, pause_seconds = True, LOOK_SECONDS
        while not self._stopping:
            if due:
                pause_seconds = await self._look()
            due = await self._wait(pause_seconds)

    async def _wait(self, seconds: float) -> bool:
        """Wait until something happens; tell whether there may be something to take."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._happened.wait()
        if not self._happened.is_set():
            return True
        self._happened.clear()
        has_come, has_gone = self._has_come, self._has_gone
        self._has_come = self._has_gone = False
        if self._tell_others is None:
            return has_come or has_gone
        return (has_come and not self._is_full) or (has_gone and (self._is_full or self._may_be_more))

    async def _look(self) -> float:
        """Claim once; gives after how many seconds to do so again if nothing happens before."""
        try:
            claim = await asyncio.get_running_loop().run_in_executor(self._thread, self._claim)
        except Exception as error:  # noqa: BLE001 - the engine's database fails in the words of several libraries
            log.warning("queue_unavailable", cause=error)
            self._is_full = False
            return _RETRY_SECONDS
        if claim.is_contended:
            self._happened.set()
            self._has_come, self._is_full = True, False
            await asyncio.sleep(random.uniform(*_CONTENDED_SECONDS))  # noqa: S311 - so that two do not meet again
            return LOOK_SECONDS
        became_full = claim.is_full and not self._is_full
        self._is_full = claim.is_full
        if self._tell_others is not None:
            # Others end jobs too, for what is left here by the limit that all share.
            self._may_be_more = claim.taken > 0
            if became_full:
                with suppress(StoreError):
                    await self._tell_others()
        return LOOK_SECONDS
