"""The pictures that were made: which one somebody points at, and what others may do with it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import EditsForbidden, NotMadeYet, NotShared, NotYours, PicturesGone
from bot.domain.gallery import Share, ShareState
from bot.domain.job import Job, StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import PictureRef
from bot.service.blob_loading import load_bytes
from bot.service.descriptions import load_words_before
from bot.service.history import LOADED_AT_ONCE_BYTES, SHOWABLE, Kept, load_kept
from bot.store.blobs.blob_store import Blobs
from bot.store.gallery.shares import Shares
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.lineage import Lineage
from bot.store.jobs.posts import Post, Posts
from bot.store.people.consents import Consents

ANCESTORS_AT_MOST = 24
"""As many as a select offers beside its last choice; Discord's component reference, "String Select"."""
FAMILY_AT_MOST = 40
"""The largest family that is drawn as one image."""

LATEST = 50
"""How far back the pictures of a person are offered."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pictures that a message of ours shows: some of a job, by their places; or the one of a `share`."""

    job: Job
    places: tuple[int, ...]
    share: Share | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Somebody who looks at pictures, in a channel; `may_read` says which others of its server they can read."""

    user_id: int
    channel_id: int | None
    may_read: Callable[[int], bool]


class Album:
    """The pictures of all jobs. Every method raises StoreUnavailable where the database or the blobs do not answer."""

    def __init__(
        self, jobs: Jobs, *, lineage: Lineage, posts: Posts, shares: Shares, blobs: Blobs, consents: Consents
    ) -> None:
        self._jobs = jobs
        self._lineage = lineage
        self._posts = posts
        self._shares = shares
        self._blobs = blobs
        self._consents = consents
        self._loaded_bytes = ByteSemaphore(LOADED_AT_ONCE_BYTES)

    async def find_shown(self, message_id: int) -> Shown | None:
        """Say what a message shows, by our records; None for one that shows nothing of ours.

        Raises:
            NotShared: it shows what was shared, and is hidden or taken back.
        """
        post = await self._posts.find(message_id)
        if post is None:
            return await self._find_shared(message_id)
        job = await self._jobs.find(post.job_id)
        if job is None:
            return None
        return Shown(job, tuple(range(post.first_place, post.last_place + 1)))

    async def _find_shared(self, message_id: int) -> Shown | None:
        share = await self._shares.find_shown(message_id)
        if share is None:
            return None
        job = await self._jobs.find(share.ref.job_id)
        if share.state is not ShareState.SHARED or job is None:
            raise NotShared
        return Shown(job, (share.ref.place,), share)

    async def load_job(self, job_id: int) -> Job:
        """Load a job that somebody presses a button of.

        Raises:
            PicturesGone: it is not kept any more.
        """
        job = await self._jobs.find(job_id)
        if job is None:
            raise PicturesGone
        return job

    async def load_seen(self, job_id: int, *, viewer: Viewer) -> Job:
        """Load a job that somebody may look at: they may look it up, or a message that they can read shows it.

        Raises:
            PicturesGone: it is not kept any more.
            NotYours: they may not, whatever id they name.
        """
        job = await self.load_job(job_id)
        if may_look_up(job, viewer):
            return job
        if not job.origin.private:
            channel_ids = {post.channel_id for post in await self.posts_of(job_id)}
            if viewer.channel_id in channel_ids or any(map(viewer.may_read, channel_ids)):
                return job
        raise NotYours

    async def check_edit(self, job: Job, *, user_id: int, shared: bool = False) -> None:
        """Refuse to work on a job's pictures for a person who may not.

        With `shared` it is one that its asker shared with a server, so that it is private no more.

        Raises:
            NotYours: they were shown to another person alone.
            EditsForbidden: their asker wants nobody else to edit them.
        """
        owner_id = job.origin.user_id
        if owner_id == user_id:
            return
        if job.origin.private and not shared:
            raise NotYours
        if not await self._consents.edits_by_others(owner_id):
            raise EditsForbidden(by="person")

    async def check_upload(self, *, author_id: int, guild_id: int | None, user_id: int) -> None:
        """Refuse to work on what another member has posted where that is not wanted.

        Raises:
            EditsForbidden: the server or its author does not want it.
        """
        if author_id == user_id:
            return
        if guild_id is not None and not await self._consents.edits_of_uploads(guild_id):
            raise EditsForbidden(by="server")
        if not await self._consents.edits_by_others(author_id):
            raise EditsForbidden(by="person")

    async def load_picture(self, job: Job, place: int) -> bytes:
        """Load the bytes of a job's picture.

        Raises:
            PicturesGone: it is not kept any more, or was deleted.
        """
        return await load_bytes(self._blobs, find_picture(job, place).blob)

    async def load_before(self, job: Job, *, viewer: Viewer) -> bytes | None:
        """Load the picture that an edit began with, all of it; None where the job is no edit.

        Raises:
            NotYours: it is an upload, or a picture that they may not look up, and not this person's.
            PicturesGone: it is not kept any more.
        """
        first = job.before
        if first is None:
            return None
        if job.origin.user_id != viewer.user_id:
            before = await self._jobs.find(first.parent.job_id) if first.parent else None
            if before is None or not may_look_up(before, viewer):
                raise NotYours
        return await load_bytes(self._blobs, first.blob)

    @asynccontextmanager
    async def hold(self, job: Job, places: Sequence[int]) -> AsyncIterator[Kept]:
        """Load some of a job's pictures, which are loaded until the block ends.

        Raises:
            PicturesGone: one is not kept any more.
        """
        pictures = tuple(find_picture(job, place) for place in places)
        # What is shown is all that is meant: the others of its request are not missing.
        shown = replace(job, pictures=pictures, options=replace(job.options, n=len(pictures)))
        async with self._loaded_bytes.acquire(sum(one.size_bytes for one in pictures)):
            yield await load_kept(self._blobs, shown)

    @asynccontextmanager
    async def hold_each(self, jobs: Sequence[Job], refs: Sequence[PictureRef]) -> AsyncIterator[dict[int, bytes]]:
        """Load a picture of each of some jobs, by their ids, until the block ends: those that are there."""
        by_id = {job.id: job for job in jobs}
        wanted = {}
        for ref in refs:
            with suppress(PicturesGone):
                wanted[ref.job_id] = find_picture(by_id[ref.job_id], ref.place)
        async with self._loaded_bytes.acquire(sum(one.size_bytes for one in wanted.values())):
            found = {}
            for job_id, picture in wanted.items():
                with suppress(PicturesGone):
                    found[job_id] = await load_bytes(self._blobs, picture.blob)
            yield found

    async def latest(self, user_id: int) -> list[Job]:
        """Load the last jobs of a person that have pictures and were not deleted, newest first."""
        found = await self._jobs.history(user_id, limit=LATEST)
        return [job for job in found if job.pictures and not job.is_deleted]

    async def words_before(self, job: Job) -> tuple[str, ...]:
        """Load the prompts that led to what a job began with, as `load_words_before` does."""
        return await load_words_before(self._lineage, job)

    async def ancestors(self, job_id: int) -> list[Job]:
        """Load what a job was made from, and what that was made from, the nearest first."""
        return await self._lineage.ancestors(job_id, limit=ANCESTORS_AT_MOST)

    async def family(self, job_id: int) -> list[Job]:
        """Load all that is related to a job, itself too: as many as fit one image, the nearest first."""
        return await self._lineage.family(job_id, limit=FAMILY_AT_MOST)

    async def posts_of(self, job_id: int) -> tuple[Post, ...]:
        """List the messages that show pictures of a job, newest first."""
        return await self._posts.of_job(job_id)

    async def record(self, job: Job, *, message_id: int, channel_id: int) -> None:
        """Record a message that shows a job's pictures: the ones that this value of it has, which stand in a row."""
        places = [picture.place for picture in job.pictures]
        await self._posts.record(Post(message_id, channel_id, job.id, min(places), max(places)))

    async def forget_post(self, message_id: int) -> None:
        """Record that a message is gone."""
        await self._posts.remove(message_id)

    async def show(self, job: Job, shown: MaskedEdits) -> Job:
        """Show the exact pictures of an exact edit, or those as drawn, from now on; gives the job as it is then.

        Raises:
            PicturesGone: they are not kept any more, or were deleted; or there are no two of any.
            NotMadeYet: they are about to be posted.
        """
        if job.state not in SHOWABLE:
            raise NotMadeYet
        if job.emptied_at is not None or not job.has_two_renditions:
            raise PicturesGone
        await self._jobs.show(job.id, shown)
        return job.showing(shown)

    async def delete(self, job_id: int) -> None:
        """Delete the words of a job, and the bytes of its pictures and files, for good; what it cost stays on record.

        Raises:
            NotMadeYet: it is not over: what it works with is still needed.
        """
        if (
            not await self._jobs.delete_content(job_id, now=datetime.now(UTC))
            and await self._jobs.find(job_id) is not None
        ):
            raise NotMadeYet
        await self._blobs.drop(job_id)


def may_see(job: Job, user_id: int) -> bool:
    """Say whether a person may see the pictures of a job: those of a private answer are its asker's alone."""
    return not job.origin.private or job.origin.user_id == user_id


def may_look_up(job: Job, viewer: Viewer) -> bool:
    """Say whether a person may see pictures of a job that no message before them shows.

    They may where they could scroll to them: their own, those of this channel, and those of others that they read.
    """
    origin = job.origin
    if origin.user_id == viewer.user_id:
        return True
    return not origin.private and (origin.channel_id == viewer.channel_id or viewer.may_read(origin.channel_id))


def find_picture(job: Job, place: int) -> StoredPicture:
    """Find a picture of a job that has its pictures.

    Raises:
        PicturesGone: it is not kept any more, or was deleted.
    """
    if job.state not in SHOWABLE or job.emptied_at is not None:
        raise PicturesGone
    for picture in job.pictures:
        if picture.place == place:
            return picture
    raise PicturesGone
