"""A person's request to an ImageRequest: defaults filled in, checked, files taken in."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from bot.chat.ask import Ask, NamedAttachment, NamedBlob, NamedPicture, Source
from bot.chat.entrance import Entrance
from bot.chat.source import Downloads
from bot.domain.errors import PicturesGone, StorageDown
from bot.domain.options import Options
from bot.domain.request import ImageRequest, InputFile
from bot.domain.room import Room
from bot.service.album import Album
from bot.service.shelf import Shelf
from bot.service.submit import Submissions
from bot.store.errors import StoreError
from bot.store.references import Reference

PICTURE_LIMIT_BYTES = 50 * 1024 * 1024
"""The API's limit of a picture, which is ours for a file that anybody gives us; OpenAI's API reference, `image`."""

ROOM_BYTES = 512 * 1024 * 1024
"""All input files in hand at once; a request beyond that waits for its turn."""
_KEPT_BYTES = 8 * 1024 * 1024
"""What a picture of ours may have, give or take: its size is known only when it is loaded."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A request with its files in hand, and the ids of the references among them; a `spoiler` where one of them is."""

    request: ImageRequest
    references: tuple[int, ...]
    spoiler: bool


class Intake:
    """Makes checked requests out of what people ask for."""

    def __init__(
        self, submissions: Submissions, *, album: Album, shelf: Shelf, downloads: Downloads, defaults: Options
    ) -> None:
        self._submissions = submissions
        self._album = album
        self._shelf = shelf
        self._downloads = downloads
        self._defaults = defaults
        self._room = Room(ROOM_BYTES)

    def check(self, ask: Ask) -> Options:
        """Check what needs no file, and give the options with the defaults filled in.

        Raises:
            InvalidRequest: an option is wrong.
        """
        options = ask.choices.to_options(self._defaults)
        self._submissions.check(ask.prompt, options, pictures=len(ask.images), masked=ask.mask is not None)
        return options

    @asynccontextmanager
    async def take(self, ask: Ask, options: Options, entrance: Entrance) -> AsyncIterator[Taken]:
        """Take in the files of a request that was checked, which Discord keeps only for a while.

        They count against the room for them until the block ends.

        Raises:
            BadImage: a file is too large, elsewhere or not to be had.
            TooManyPictures, EditsNotOffered: what the asker has put aside cannot go along.
            NotYours, EditsForbidden: a picture is another person's, and may not be edited.
            PicturesGone: a picture of ours is not kept any more.
            StorageDown: the store does not answer.
        """
        with store_errors():
            references = await self._references(ask, options, entrance)
        aside = (NamedBlob(one.label, one.blob, one.parent) for one in references)
        sources: tuple[Source, ...] = (*ask.images, *aside, *((ask.mask,) if ask.mask else ()))
        async with self.fetch(sources, entrance) as files:
            request = ImageRequest(
                prompt=ask.prompt,
                options=options,
                images=files[:-1] if ask.mask else files,
                mask=files[-1] if ask.mask else None,
            )
            ids = tuple(sorted({one.id for one in references}))
            yield Taken(request, ids, spoiler=any(one.spoiler for one in references))

    @asynccontextmanager
    async def fetch(self, sources: Sequence[Source], entrance: Entrance) -> AsyncIterator[tuple[InputFile, ...]]:
        """Take files in, and count them against the room for them until the block ends.

        Raises:
            BadImage: a file is too large, elsewhere or not to be had.
            NotYours, EditsForbidden: a picture is another person's, and may not be edited.
            PicturesGone: a picture of ours is not kept any more.
            StorageDown: the store does not answer.
        """
        async with self._room.lend(sum(_declared(one) for one in sources)):
            with store_errors():
                files = await _gather(*(self._fetch(one, entrance) for one in sources))
            yield tuple(files)

    async def _references(self, ask: Ask, options: Options, entrance: Entrance) -> tuple[Reference, ...]:
        if not ask.with_references:
            return ()
        kept = await self._shelf.references(entrance.user_id)
        if kept:
            pictures = len(ask.images) + len(kept)
            self._submissions.check(ask.prompt, options, pictures=pictures, masked=ask.mask is not None)
        return kept

    async def _fetch(self, source: Source, entrance: Entrance) -> InputFile:
        match source:
            case NamedAttachment():
                if source.author_id is not None:
                    await self._album.check_upload(
                        author_id=source.author_id, guild_id=entrance.guild_id, user_id=entrance.user_id
                    )
                return InputFile(source.label, await self._download(source))
            case NamedPicture():
                return await self._fetch_picture(source, entrance)
            case NamedBlob():
                return InputFile(source.label, await self._shelf.load(source.blob), source.parent)

    async def _fetch_picture(self, source: NamedPicture, entrance: Entrance) -> InputFile:
        job = await self._album.load_job(source.ref.job_id)
        await self._album.check_edit(job, user_id=entrance.user_id, shared=source.shared)
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


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what the store raises into what is told.

    Raises:
        StorageDown: the store does not answer.
    """
    try:
        yield
    except StoreError as error:
        raise StorageDown from error


def _declared(source: Source) -> int:
    return min(source.attachment.size, PICTURE_LIMIT_BYTES) if isinstance(source, NamedAttachment) else _KEPT_BYTES


async def _gather(*fetches: Coroutine[None, None, InputFile]) -> list[InputFile]:
    """Run all at once; the first failure cancels the others and comes out as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch) for fetch in fetches]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return [task.result() for task in tasks]
