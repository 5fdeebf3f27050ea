"""The end of what was kept: bytes first, rows later, drafts and references when their time is over."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog

from bot.store.blobs.blob_store import Blobs
from bot.store.blobs.deletions import BlobDeletions
from bot.store.errors import StoreError
from bot.store.people.drafts import Drafts
from bot.store.people.references import References
from bot.store.retention.job_expiry import JobExpiry
from bot.store.server.refusals import Refusals

_GRACE = timedelta(minutes=5)
"""What was taken up in its last second is still being read."""
_REFUSED_AT_MOST = 5
"""After so many folders in a row that could not be deleted, the rest waits for the next time."""

log = structlog.get_logger(__name__)


class Retention:
    """Deletes what has been kept for long enough."""

    def __init__(
        self,
        jobs: JobExpiry,
        *,
        blobs: Blobs,
        deletions: BlobDeletions,
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
        self._deletions = deletions
        self._drafts = drafts
        self._references = references
        self._refusals = refusals
        self._keep = timedelta(days=keep_days)
        self._record = timedelta(days=record_days)

    async def apply(self, now: datetime) -> None:
        """Delete all that is due; what fails is logged, stops nothing else, and is tried again the next time."""
        await self._each("jobs_emptied", lambda: self._jobs.empty_old(before=now - self._keep, now=now))
        await self._each("jobs_expired", lambda: self._jobs.delete_old(before=now - self._record))
        await self._each("drafts_expired", lambda: self._drafts.delete_expired(before=now - _GRACE))
        await self._each("references_expired", lambda: self._references.delete_expired(before=now - _GRACE))
        await _try("refusals", self._refusals.expire(before=(now - self._record).astimezone(UTC).date()))
        await _try("blobs", self._delete_blobs())

    async def _each(self, event: str, take_some: Callable[[], Awaitable[list[int]]]) -> None:
        async def take_all() -> None:
            while ids := await take_some():
                log.info(event, count=len(ids))

        await _try(event, take_all())

    async def _delete_blobs(self) -> None:
        after, refused = -1, 0
        while refused < _REFUSED_AT_MOST and (folders := await self._deletions.due(after=after)):
            gone = []
            for folder in folders:
                if await _try("blobs", self._blobs.drop(folder)):
                    gone.append(folder)
                    refused = 0
                elif (refused := refused + 1) == _REFUSED_AT_MOST:
                    break
            await self._deletions.done(gone)
            after = folders[-1]


async def _try(what: str, work: Awaitable[None]) -> bool:
    try:
        await work
    except StoreError as error:
        log.warning("retention_failed", what=what, cause=error.__cause__)
        return False
    except Exception:
        log.exception("background_task_failed", what=what)
        return False
    return True
