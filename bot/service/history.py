"""What a person asked for, and the pictures that came of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.access import Act, Standing, may
from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import NotMadeYet, NotYours, PicturesGone
from bot.domain.job import Job, JobState
from bot.domain.request import PictureRef
from bot.service.blob_loading import load_bytes
from bot.store.blobs.blob_store import Blobs
from bot.store.jobs.jobs import Jobs

PAGE = 9
"""Jobs a page: of as many pictures, a contact sheet has three rows of three."""
PICTURES_A_PAGE = 25
"""As many as a select lets choose among; Discord's component reference, "String Select"."""
NEWEST = 2**63 - 1
"""The `before` of the first page: every id is below it, since the databases keep 64 bits."""
LOADED_AT_ONCE_BYTES = 64 * 1024 * 1024
"""Bytes of pictures that are loaded at once; who asks for more waits a moment, so that no rush fills the memory."""
SHOWABLE = frozenset({JobState.DELIVERED, JobState.UNDELIVERABLE})
"""The stages in which a job's pictures are complete and nobody is about to post them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some of a person's jobs, newest first; `newer` and `older` are the `before` of the pages beside it."""

    jobs: tuple[Job, ...]
    newer: int | None
    older: int | None

    @property
    def pictures(self) -> dict[int, tuple[PictureRef, ...]]:
        """The pictures to choose among, by their jobs, in the order of both.

        Where there are more than fit, those with the most show only their first ones.
        """
        counts = {job.id: len(job.pictures) for job in self.jobs if is_showable(job)}
        most = max(counts.values(), default=0)
        while sum(min(count, most) for count in counts.values()) > PICTURES_A_PAGE:
            most -= 1
        return {
            job.id: tuple(PictureRef(job.id, one.place) for one in job.pictures[:most])
            for job in self.jobs
            if job.id in counts
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """A job with the bytes of its pictures, in their order, and of the SVGs beside them, None where there is none."""

    job: Job
    data: tuple[bytes, ...] = field(repr=False)
    vectors: tuple[bytes | None, ...] = field(repr=False)


def is_showable(job: Job) -> bool:
    """Say whether the pictures of a job are complete, and still kept."""
    return job.state in SHOWABLE and bool(job.pictures) and job.emptied_at is None


async def load_kept(blobs: Blobs, job: Job) -> Kept:
    """Load the bytes of a job's pictures.

    Raises:
        PicturesGone: one is there no longer.
        StoreUnavailable: the blob store does not answer.
    """
    data = [await load_bytes(blobs, one.blob) for one in job.pictures]
    vectors = [await load_bytes(blobs, one.vector) if one.vector else None for one in job.pictures]
    return Kept(job, tuple(data), tuple(vectors))


class History:
    """The jobs that are kept. Every method raises StoreUnavailable where the database or the blobs do not answer."""

    def __init__(self, jobs: Jobs, blobs: Blobs) -> None:
        self._jobs = jobs
        self._blobs = blobs
        self._loaded_bytes = ByteSemaphore(LOADED_AT_ONCE_BYTES)

    async def load_page(self, user_id: int, *, before: int = NEWEST) -> Page:
        """Load the last jobs of a person whose ids are below `before`."""
        found = await self._jobs.history(user_id, limit=PAGE + 1, before=before)
        jobs = tuple(found[:PAGE])
        return Page(
            jobs=jobs,
            newer=await self._find_newer(user_id, than=jobs[0].id if jobs else before - 1),
            older=jobs[-1].id if len(found) > PAGE else None,
        )

    @asynccontextmanager
    async def load_pictures(self, job_id: int, user_id: int) -> AsyncIterator[Kept]:
        """Load a job of this person with its pictures, which are loaded until the block ends.

        Raises:
            NotYours: it is another person's.
            NotMadeYet: it has no pictures (so far).
            PicturesGone: it is not kept any more.
        """
        job = await self._jobs.find(job_id)
        if job is None:
            raise PicturesGone
        if not may(Act.POST, (Standing.ASKER,) if job.origin.user_id == user_id else ()):
            raise NotYours
        if job.state not in SHOWABLE:
            raise NotMadeYet
        if job.emptied_at is not None:
            raise PicturesGone
        async with self._loaded_bytes.acquire(sum(picture.size_bytes for picture in job.pictures)):
            yield await load_kept(self._blobs, job)

    async def mark_shown(self, job: Job, *, now: datetime) -> None:
        """Record that its asker has seen a job that could not be posted; any other stays as it is."""
        if job.state is JobState.UNDELIVERABLE:
            await self._jobs.close(job.id, to=JobState.DELIVERED, now=now)

    async def _find_newer(self, user_id: int, *, than: int) -> int | None:
        ids = await self._jobs.newer(user_id, than=than, limit=PAGE + 1)
        if not ids:
            return None
        return ids[-1] if len(ids) > PAGE else NEWEST
