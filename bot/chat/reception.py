"""The way in of every request: recorded, acknowledged, its files taken in, queued; and what is open of it at a stop."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.chat import wording
from bot.chat.entrance import Entrance
from bot.chat.post import JobPoster
from bot.chat.progress import ProgressBoard
from bot.chat.refusals import FAILURES
from bot.domain.errors import EaselError, Interrupted, StorageDown, TooLate, Unexpected
from bot.domain.job import Job
from bot.domain.options import Options
from bot.meters import Meters
from bot.service.drafts import Draft
from bot.service.submit import Submissions
from bot.store.errors import StoreError

_RECORD_SECONDS = 1.0
"""The longest that an acknowledgement waits for the database: Discord waits 3 s for it."""
_LAST_WORDS_SECONDS = 5.0
_ALREADY_ACKNOWLEDGED = 40060

log = structlog.get_logger(__name__)

Queue = Callable[[], Awaitable[tuple[Job, int] | Draft]]
"""Takes a request's files in and queues it, or makes a draft of it that its asker looks at first."""
Show = Callable[[Draft], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is recorded of a request."""

    prompt: str = field(repr=False)
    options: Options
    private: bool
    spoiler: bool


class Reception:
    """Takes requests in, wherever they come from."""

    def __init__(self, submissions: Submissions, *, poster: JobPoster, board: ProgressBoard, meters: Meters) -> None:
        self._submissions = submissions
        self._poster = poster
        self._board = board
        self._meters = meters
        self._open: set[asyncio.Task[Any]] = set()

    async def take(
        self,
        entrance: Entrance,
        wish: Wish,
        take_in: Queue,
        *,
        show: Show | None = None,
    ) -> bool:
        """Record a request, acknowledge it, take its files in and queue it; True when it is queued.

        What goes wrong is said in its answer. Where it became a draft, the record is taken back, and `show` shows it.
        """
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in a task
        self._open.add(task)
        try:
            if not await self._record(entrance, wish):
                return False
            with self._meters.stage("take_in"):
                return await self._queue(entrance, take_in, show=show)
        finally:
            self._open.discard(task)

    async def _record(self, entrance: Entrance, wish: Wish) -> bool:
        """Record a request, then acknowledge it; False when that is all there is to do.

        The record comes first, so that a crash between the two is told. Where the database takes its time, the
        acknowledgement does not wait for it.
        """
        started = asyncio.get_running_loop().time()
        origin = entrance.origin(private=wish.private, spoiler=wish.spoiler)
        accepting = asyncio.ensure_future(
            self._submissions.accept(entrance.id, origin=origin, prompt=wish.prompt, options=wish.options)
        )
        await asyncio.wait({accepting}, timeout=_RECORD_SECONDS)
        if accepting.done() and accepting.exception() is None and not accepting.result():
            log.info("request_came_twice")
            return False
        try:
            answer_id = await entrance.acknowledge(wish.prompt, private=wish.private)
        except FAILURES as error:
            if getattr(error, "code", 0) != _ALREADY_ACKNOWLEDGED:
                log.warning("not_acknowledged", cause=repr(error))
                if await accepting:
                    await self._end(entrance, TooLate())
                return False
            answer_id = None
        self._meters.acknowledged_seconds.observe(asyncio.get_running_loop().time() - started)
        try:
            accepted = await accepting
            if accepted and answer_id is not None:
                await self._submissions.answered(entrance.id, answer_id=answer_id)
        except StorageDown as error:
            log.exception("request_not_kept")
            await entrance.tell(wording.explain(error))
            return False
        return accepted

    async def _queue(self, entrance: Entrance, take_in: Queue, *, show: Show | None) -> bool:
        try:
            taken = await take_in()
            if isinstance(taken, Draft):
                await self._submissions.withdraw(entrance.id)
        except EaselError as error:
            log.info("request_refused", kind=type(error).__name__)
            await self._end(entrance, error)
        except asyncio.CancelledError:
            await self._end(entrance, Interrupted())
            raise
        except Exception:
            log.exception("request_failed")
            await self._end(entrance, Unexpected())
        else:
            if not isinstance(taken, Draft):
                job, before = taken
                self._board.watch(job, before=before)
                return True
            if show is not None:
                await show(taken)
        return False

    async def _end(self, entrance: Entrance, error: EaselError) -> None:
        try:
            job = await self._submissions.fail(entrance.id, error)
            if job is not None:
                await self._poster.deliver(job)
        except (StorageDown, StoreError):
            # What is on record is told at the next start; what is not, now.
            log.exception("failure_not_kept")
            await entrance.tell(wording.explain(error))
        except Exception:
            log.exception("answer_lost")

    async def drain(self, timeout_seconds: float) -> None:
        """Wait until what is being taken in is queued; when the time is over, the rest is told that it was stopped."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout_seconds
        while self._open and (left := end - loop.time()) > 0:
            await asyncio.wait(set(self._open), timeout=left)
        late = set(self._open)
        for task in late:
            task.cancel()
        if late:
            log.warning("requests_cut_off", count=len(late))
            await asyncio.wait(late, timeout=_LAST_WORDS_SECONDS)
