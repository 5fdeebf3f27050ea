"""Whether the database and the blob store do what they are asked: tried in the background, with a time limit."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, TypeVar

import structlog

from bot.domain.job import JobState
from bot.store.errors import StoreError

PROBE_SECONDS = 10.0
"""Between two small writes to each store: often enough for a check every half minute, and cheap in a bucket."""
LIMIT_SECONDS = 0.8
"""Who asks for a page within a second is to have it."""

T = TypeVar("T")

log = structlog.get_logger(__name__)


class StoreHealth:
    """What the last look at each store found; a store that has not been tried counts as up."""

    def __init__(
        self,
        *,
        write_row: Callable[[], Awaitable[object]],
        write_blob: Callable[[], Awaitable[object]],
        count_jobs: Callable[[], Awaitable[Mapping[JobState, int]]],
    ) -> None:
        """Take a small write to the database, one to the blobs, and what counts the jobs that are not over."""
        self._row = _Question("database", write_row)
        self._blob = _Question("blobs", write_blob)
        self._jobs = _Question("database", count_jobs)

    @property
    def database_is_up(self) -> bool:
        """Whether the database took the last small write, and answered the last count."""
        return self._row.is_answered and self._jobs.is_answered

    @property
    def blobs_are_up(self) -> bool:
        """Whether the blob store took the last small file."""
        return self._blob.is_answered

    async def probe(self) -> None:
        """Try both stores, for as long as the limit."""
        await asyncio.gather(self._row.ask(), self._blob.ask())

    async def count_jobs(self) -> Mapping[JobState, int]:
        """Count the jobs that are not over; the numbers are the last known ones where the database takes too long."""
        await self._jobs.ask()
        return self._jobs.answer or {}

    async def close(self) -> None:
        """Ask no more."""
        for one in (self._row, self._blob, self._jobs):
            await one.close()


class _Question(Generic[T]):
    """Something that is never asked twice at once, however long it takes."""

    def __init__(self, store: str, ask: Callable[[], Awaitable[T]]) -> None:
        self._store = store
        self._ask = ask
        self._under_way: asyncio.Task[None] | None = None
        self.is_answered = True
        self.answer: T | None = None

    async def ask(self) -> None:
        """Ask, unless that is under way already, and wait for the answer for no longer than the limit."""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._find_out())
        await asyncio.wait({self._under_way}, timeout=LIMIT_SECONDS)
        if not self._under_way.done():
            self.is_answered = False
            log.warning("store_hangs", store=self._store)

    async def close(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
            await asyncio.wait({self._under_way})

    async def _find_out(self) -> None:
        try:
            self.answer = await self._ask()
        except StoreError as error:
            self.is_answered = False
            log.warning("store_unavailable", store=self._store, cause=error.__cause__)
        except Exception:
            self.is_answered = False
            log.exception("background_task_failed")
        else:
            # Also when it comes late: from now on there is somebody.
            self.is_answered = True
