"""The way in of every request: recorded, acknowledged, its files taken in, queued; and what is open of it at a stop."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import discord
import structlog

from bot.chat.delivery.posting import JobPoster
from bot.chat.delivery.progress import ProgressMessages
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.refusals import Meaning
from bot.chat.requests.context import RequestContext
from bot.domain.errors import EaselError, Interrupted, PlaceClosed, StorageDown, TooLate, Unexpected
from bot.domain.job import Job
from bot.domain.options import Options
from bot.meters import Meters
from bot.service.draft import Draft
from bot.service.submit import Submissions
from bot.store.errors import StoreError

_RECORD_SECONDS = 1.0
"""The longest that an acknowledgement waits for the database: Discord waits 3 s for it."""
_TELL_SECONDS = 5.0
"""How long a stop waits until those whose requests it cut off are told so."""

_CLOSED: Mapping[Meaning, EaselError] = {
    Meaning.ARCHIVED: PlaceClosed(asleep=True),
    Meaning.LOCKED: PlaceClosed(asleep=True),
    Meaning.CLOSED: PlaceClosed(),
    Meaning.NOWHERE: PlaceClosed(),
    Meaning.REPLY_BARRED: PlaceClosed(),
}
"""Why a request ends that Discord does not let us acknowledge; with all else it was too late for that."""

log = structlog.get_logger(__name__)

Queue = Callable[[], Awaitable[tuple[Job, int] | Draft]]
"""Takes a request's files in and queues it, or makes a draft of it that its asker looks at first."""
Show = Callable[[Draft], Awaitable[None]]
WayOn = Callable[[EaselError], discord.ui.View | None]
"""Gives the buttons for a refusal, where any would help."""


class TakenElsewhere(Exception):
    """What a request was to send is being sent by another one, as with a second press; it ends without a word."""


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """What is recorded of a request."""

    prompt: str = field(repr=False)
    options: Options
    private: bool
    spoiler: bool


class RequestReceiver:
    """Takes requests in, wherever they come from."""

    def __init__(
        self, submissions: Submissions, *, poster: JobPoster, progress: ProgressMessages, meters: Meters
    ) -> None:
        self._submissions = submissions
        self._poster = poster
        self._progress = progress
        self._meters = meters
        self._open: set[asyncio.Task[Any]] = set()

    async def take(
        self,
        context: RequestContext,
        record: RequestRecord,
        take_in: Queue,
        *,
        way_on: WayOn,
        show: Show | None = None,
    ) -> bool:
        """Record a request, acknowledge it, take its files in and queue it; True when it is queued.

        What its asker can mend, or somebody refuses, is said to them alone, with the buttons of `way_on`; what goes
        wrong otherwise in its answer. Where it became a draft, the record is taken back, and `show` shows it.
        """
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine always runs in a task
        self._open.add(task)
        try:
            if not await self._record(context, record, way_on=way_on):
                return False
            with self._meters.stage("take_in"):
                return await self._queue(context, record, take_in, way_on=way_on, show=show)
        finally:
            self._open.discard(task)

    async def _record(self, context: RequestContext, record: RequestRecord, *, way_on: WayOn) -> bool:
        """Record a request, then acknowledge it; False when that is all there is to do.

        The record comes first, so that a crash between the two is told. Where the database takes its time, the
        acknowledgement does not wait for it.
        """
        started = asyncio.get_running_loop().time()
        origin = context.origin(private=record.private, spoiler=record.spoiler)
        accepting = asyncio.ensure_future(
            self._submissions.accept(context.id, origin=origin, prompt=record.prompt, options=record.options)
        )
        await asyncio.wait({accepting}, timeout=_RECORD_SECONDS)
        if accepting.done() and accepting.exception() is None and not accepting.result():
            log.info("request_came_twice")
            return False
        try:
            answer_id = await context.acknowledge(record.prompt, private=record.private)
        except FAILURES as error:
            meaning = meaning_of(error)
            if not _goes_on(context, meaning):
                log.warning("not_acknowledged", meaning=meaning.name, cause=error)
                if await accepting:
                    await self._end(context, _CLOSED.get(meaning, TooLate()))
                return False
            log.info("not_acknowledged_yet", meaning=meaning.name, cause=error)
            answer_id = None
        self._meters.acknowledged_seconds.observe(asyncio.get_running_loop().time() - started)
        try:
            accepted = await accepting
            if accepted and answer_id is not None:
                await self._submissions.answered(context.id, answer_id=answer_id)
        except StorageDown as error:
            log.exception("request_not_kept")
            self._meters.refused(type(error).__name__)
            await context.explain(error, prompt=record.prompt, view=way_on(error))
            return False
        return accepted

    async def _queue(
        self, context: RequestContext, record: RequestRecord, take_in: Queue, *, way_on: WayOn, show: Show | None
    ) -> bool:
        try:
            taken = await take_in()
            if isinstance(taken, Draft):
                await self._submissions.withdraw(context.id)
        except TakenElsewhere:
            log.info("request_taken_elsewhere")
            with suppress(StorageDown):
                await self._submissions.withdraw(context.id)
            await context.take_back()
        except EaselError as error:
            log.info("request_refused", kind=type(error).__name__)
            self._meters.refused(type(error).__name__)
            await self._refuse(context, record, error, view=way_on(error))
        except asyncio.CancelledError:
            await self._end(context, Interrupted())
            raise
        except Exception:
            log.exception("request_failed")
            await self._end(context, Unexpected())
        else:
            if not isinstance(taken, Draft):
                job, before = taken
                self._progress.watch(job, before=before)
                return True
            if show is not None:
                await show(taken)
        return False

    async def _refuse(
        self, context: RequestContext, record: RequestRecord, error: EaselError, *, view: discord.ui.View | None
    ) -> None:
        """End a request with what its asker alone is told; where that does not go, its answer says it."""
        try:
            job = await self._submissions.fail(context.id, error)
            told = await context.explain(error, prompt=record.prompt, view=view)
            if job is not None:
                await (self._poster.close_told(job) if told else self._poster.deliver(job))
        except (StorageDown, StoreError):
            # What is on record is told at the next start; what is not, now.
            log.exception("failure_not_kept")
            await context.explain(error, prompt=record.prompt, view=view)
        except Exception:
            log.exception("answer_lost")

    async def _end(self, context: RequestContext, error: EaselError) -> None:
        try:
            job = await self._submissions.fail(context.id, error)
            if job is not None:
                await self._poster.deliver(job)
        except (StorageDown, StoreError):
            # What is on record is told at the next start; what is not, now.
            log.exception("failure_not_kept")
            await context.explain(error, prompt="")
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
            await asyncio.wait(late, timeout=_TELL_SECONDS)


def _goes_on(context: RequestContext, meaning: Meaning) -> bool:
    """Say whether a request goes on although its acknowledgement failed.

    It may be up already. A message has no three seconds, and its answer is tried for as long as any.
    """
    return meaning is Meaning.ACKNOWLEDGED or (meaning is Meaning.PASSING and not context.has_to_be_acknowledged)
