"""The end of what was kept: bytes first, rows later, drafts and references when their time is over."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

import structlog

from bot.store.blobs.blob_store import Blobs
from bot.store.people.drafts import Drafts
from bot.store.people.references import References
from bot.store.retention.job_expiry import JobExpiry
from bot.store.server.refusals import Refusals

_GRACE = timedelta(minutes=5)
"""What was taken up in its last second is still being read."""

log = structlog.get_logger(__name__)


class Retention:
    """Deletes what has been kept for long enough."""

    def __init__(
        self,
        jobs: JobExpiry,
        *,
        blobs: Blobs,
        drafts: Drafts,
        references: References,
        refusals: Refusals,
        keep_days: int,
        record_days: int,
    ) -> None:
        """Keep the bytes of a job for `keep_days` after its end, and its rows for `record_days`, which are more.

        What was refused before there was a job is counted for as long as the rows last.
        """
        self._jobs = jobs
        self._blobs = blobs
        self._drafts = drafts
        self._references = references
        self._refusals = refusals
        self._keep = timedelta(days=keep_days)
        self._record = timedelta(days=record_days)
        self._undeleted: set[int] = set()

    async def apply(self, now: datetime) -> None:
        """Delete all that is due.

        Raises:
            StoreUnavailable: the database or the blobs do not answer; the next time goes on from there.
        """
        await self._delete_blobs(())
        await self._each("jobs_emptied", lambda: self._jobs.empty_old(before=now - self._keep, now=now))
        await self._each("jobs_expired", lambda: self._jobs.delete_old(before=now - self._record))
        await self._each("drafts_expired", lambda: self._drafts.delete_expired(before=now - _GRACE))
        await self._each("references_expired", lambda: self._references.delete_expired(before=now - _GRACE))
        await self._refusals.expire(before=(now - self._record).astimezone(UTC).date())

    async def _each(self, event: str, take_some: Callable[[], Awaitable[list[int]]]) -> None:
        while ids := await take_some():
            await self._delete_blobs(ids)
            log.info(event, count=len(ids))

    async def _delete_blobs(self, ids: Iterable[int]) -> None:
        # No row asks for these any more: where the blobs do not answer, nobody else would think of them again.
        self._undeleted.update(ids)
        for one in sorted(self._undeleted):
            await self._blobs.drop(one)
            self._undeleted.remove(one)
