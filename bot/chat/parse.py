"""A person's request to an ImageRequest: defaults filled in, checked, files downloaded."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

from bot.chat.ask import Ask, NamedAttachment
from bot.chat.source import Downloads
from bot.domain.options import Options
from bot.domain.request import ImageRequest, InputFile
from bot.domain.room import Room
from bot.service.submit import Submissions

PICTURE_LIMIT_BYTES = 50 * 1024 * 1024
"""The API's limit of a picture, which is ours for a file that anybody gives us; OpenAI's API reference, `image`."""

ROOM_BYTES = 512 * 1024 * 1024
"""All input files in hand at once; a request beyond that waits for its turn."""


class Intake:
    """Makes checked requests out of what people ask for."""

    def __init__(self, submissions: Submissions, *, downloads: Downloads, defaults: Options) -> None:
        self._submissions = submissions
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
    async def take(self, ask: Ask, options: Options) -> AsyncIterator[ImageRequest]:
        """Download the files of a request that was checked, which Discord keeps only for a while.

        They count against the room for them until the block ends.

        Raises:
            BadImage: a file is too large, elsewhere or not to be had.
        """
        named = (*ask.images, ask.mask) if ask.mask else ask.images
        declared = sum(min(one.attachment.size, PICTURE_LIMIT_BYTES) for one in named)
        async with self._room.lend(declared):
            files = await _gather(*(self._fetch(one) for one in named))
            yield ImageRequest(
                prompt=ask.prompt,
                options=options,
                images=tuple(files[: len(ask.images)]),
                mask=files[-1] if ask.mask else None,
            )

    async def _fetch(self, named: NamedAttachment) -> InputFile:
        data = await self._downloads.fetch(named.attachment, label=named.label, limit_bytes=PICTURE_LIMIT_BYTES)
        return InputFile(named.label, data)


async def _gather(*fetches: Coroutine[None, None, InputFile]) -> list[InputFile]:
    """Run all at once; the first failure cancels the others and comes out as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch) for fetch in fetches]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return [task.result() for task in tasks]
