"""A person's request to an ImageRequest: defaults filled in, checked, files taken in."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog

from bot.chat.requests.context import RequestContext
from bot.chat.requests.downloads import Downloads
from bot.chat.requests.intake import Intake
from bot.chat.requests.user_request import NamedAttachment, NamedBlob, NamedPicture, Source, UserRequest
from bot.domain.byte_semaphore import ByteSemaphore
from bot.domain.errors import PicturesGone
from bot.domain.options import Options
from bot.domain.request import ImageRequest, InputFile
from bot.service.album import Album
from bot.service.references import SavedReferences
from bot.service.server_rules import AppliedRules
from bot.service.store_errors import store_errors
from bot.service.submit import Submissions
from bot.store.errors import StoreError
from bot.store.people.references import Reference

PICTURE_LIMIT_BYTES = 50 * 1024 * 1024
"""The API's limit of a picture, which is ours for a file that anybody gives us; OpenAI's API reference, `image`."""

INPUTS_AT_ONCE_BYTES = 512 * 1024 * 1024
"""All input files in memory; a request beyond that waits."""
_KEPT_BYTES = 8 * 1024 * 1024
"""What a picture of ours, or of an embed, may have, give or take: its size is known only when it is loaded."""


log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ParsedRequest:
    """A request with its files, and the ids of the references among them; a `spoiler` where one of them is."""

    request: ImageRequest
    references: tuple[int, ...]
    spoiler: bool


class RequestParser:
    """Makes checked requests out of what people ask for."""

    def __init__(
        self,
        submissions: Submissions,
        *,
        album: Album,
        saved_references: SavedReferences,
        downloads: Downloads,
        defaults: Options,
        per_user: int,
    ) -> None:
        """Take in `per_user` requests of one person at a time."""
        self._submissions = submissions
        self._album = album
        self._saved_references = saved_references
        self._downloads = downloads
        self._defaults = defaults
        self._memory = ByteSemaphore(INPUTS_AT_ONCE_BYTES)
        self._intake = Intake(per_user=per_user)

    async def check(self, user_request: UserRequest, applied_rules: AppliedRules, *, masked: bool = False) -> Options:
        """Check what needs no file, and give the options with the defaults filled in, and what the server wants.

        With `masked` there will be a mask although the request names no file that is one.

        Raises:
            InvalidRequest: an option is wrong, or the server leaves it out.
            ClosedHere: the server has it elsewhere, or for others.
        """
        user_request.check_aspect()
        options = applied_rules.lay_over(user_request.to_options(self._defaults, applied_rules.offer))
        masked = masked or user_request.is_masked
        await self._submissions.check(
            user_request.prompt,
            options,
            applied_rules=applied_rules,
            pictures=len(user_request.images),
            masked=masked,
            marked_up=user_request.markup is not None,
        )
        return options

    @asynccontextmanager
    async def take(
        self,
        user_request: UserRequest,
        options: Options,
        context: RequestContext,
        *,
        applied_rules: AppliedRules,
        is_draft: bool = False,
    ) -> AsyncIterator[ParsedRequest]:
        """Take in the files of a request that was checked, which Discord keeps only for a while.

        They count against the memory for them until the block ends. Before one is fetched, limits and budgets are
        looked at, of a draft the budgets alone: what will be refused then costs nobody a download.

        Raises:
            TooManyJobs, QueueFull: a limit is reached.
            BudgetSpent: a budget would be overdrawn.
            BadImage: a file is too large, elsewhere or not to be had.
            TooManyPictures, EditsNotOffered, ClosedHere: what the asker has put aside cannot go along.
            NotYours, EditsForbidden: a picture is another person's, and may not be edited.
            PicturesGone: a picture of ours is not kept any more.
            StorageDown: the store does not answer.
        """
        with store_errors():
            references = await self._references(user_request, options, context, applied_rules)
        aside = (NamedBlob(one.label, one.blob, one.parent) for one in references)
        over = user_request.mask or user_request.markup
        sources: tuple[Source, ...] = (*user_request.images, *aside, *((over,) if over else ()))
        if sources:
            await self._submissions.check_admission(
                context.id,
                prompt=user_request.prompt,
                options=options,
                inputs=len(user_request.images) + len(references),
                applied_rules=applied_rules,
                is_draft=is_draft,
            )
        async with self.fetch(sources, context) as files:
            request = ImageRequest(
                prompt=user_request.prompt,
                options=options,
                images=files[:-1] if over else files,
                mask=files[-1] if user_request.mask else None,
                markup=files[-1] if over is not None and over is user_request.markup else None,
            )
            ids = tuple(sorted({one.id for one in references}))
            yield ParsedRequest(request, ids, spoiler=any(one.spoiler for one in references))

    @asynccontextmanager
    async def fetch(self, sources: Sequence[Source], context: RequestContext) -> AsyncIterator[tuple[InputFile, ...]]:
        """Take files in, and count them against the memory for them until the block ends.

        The block of one person begins when that of their last request has ended.

        Raises:
            TooManyJobs: the person has as many being taken in as they may have.
            BadImage: a file is too large, elsewhere or not to be had.
            NotYours, EditsForbidden: a picture is another person's, and may not be edited.
            PicturesGone: a picture of ours is not kept any more.
            StorageDown: the store does not answer.
        """
        if not sources:
            yield ()
            return
        declared_bytes = sum(_declared(one) for one in sources)
        async with self._intake.enter(context.user_id) as turn, self._memory.acquire(declared_bytes):
            with store_errors():
                files = await _gather(*(self._fetch(one, context) for one in sources))
            async with turn:
                yield tuple(files)

    async def check_source(self, source: Source, context: RequestContext) -> None:
        """Refuse a picture that somebody may not work from, without fetching it.

        Raises:
            NotYours, EditsForbidden: it is another person's, and may not be edited.
            PicturesGone: it is of a job that is not kept any more.
            StoreUnavailable: the database does not answer.
        """
        match source:
            case NamedAttachment(author_id=int(author_id)):
                await self._album.check_upload(author_id=author_id, guild_id=context.guild_id, user_id=context.user_id)
            case NamedPicture():
                job = await self._album.load_job(source.ref.job_id)
                await self._album.check_edit(job, user_id=context.user_id, shared=source.shared)

    async def use_up(self, user_id: int, references: Sequence[int]) -> None:
        """Count the references that went along with a request that is queued; that this failed is logged."""
        if not references:
            return
        try:
            await self._saved_references.use_up(user_id, references)
        except StoreError as error:
            # They go with the next request too, or in a quarter of an hour; this one has them.
            log.warning("references_not_used_up", cause=error.__cause__)

    async def _references(
        self, user_request: UserRequest, options: Options, context: RequestContext, applied_rules: AppliedRules
    ) -> tuple[Reference, ...]:
        if not (user_request.with_references and applied_rules.may_have_references):
            return ()
        kept = await self._saved_references.references(context.user_id)
        if kept:
            await self._submissions.check(
                user_request.prompt,
                options,
                applied_rules=applied_rules,
                pictures=len(user_request.images) + len(kept),
                masked=user_request.is_masked,
            )
        return kept

    async def _fetch(self, source: Source, context: RequestContext) -> InputFile:
        await self.check_source(source, context)
        match source:
            case NamedAttachment():
                return InputFile(source.label, await self._download(source))
            case NamedPicture():
                return await self._fetch_picture(source)
            case NamedBlob():
                return InputFile(source.label, await self._saved_references.load(source.blob), source.parent)

    async def _fetch_picture(self, source: NamedPicture) -> InputFile:
        job = await self._album.load_job(source.ref.job_id)
        if source.rendition is not None:
            job = job.showing(source.rendition)
        try:
            data = await self._album.load_picture(job, source.ref.place)
        except PicturesGone:
            if source.shown is None:
                raise
            # The bytes are kept for a while, and the message that shows them may stand for years.
            data = await self._download(NamedAttachment(source.label, source.shown))
        return InputFile(source.label, data, source.ref)

    async def _download(self, named: NamedAttachment) -> bytes:
        return await self._downloads.fetch(named.attachment, label=named.label, limit_bytes=PICTURE_LIMIT_BYTES)


def _declared(source: Source) -> int:
    return (
        min(source.attachment.size or _KEPT_BYTES, PICTURE_LIMIT_BYTES)
        if isinstance(source, NamedAttachment)
        else _KEPT_BYTES
    )


async def _gather(*fetches: Coroutine[None, None, InputFile]) -> list[InputFile]:
    """Run all at once; the first failure cancels the others and comes out as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch) for fetch in fetches]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return [task.result() for task in tasks]
