"""Pictures that are kept, sent once more: in as many messages as they need."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import discord

from bot.chat import wording
from bot.chat.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files
from bot.chat.refusals import FAILURES, is_too_large, to_error
from bot.chat.result import result_files, result_text
from bot.domain.errors import NotDelivered, TooLargeToPost
from bot.images.offload import Offload
from bot.service.history import Kept

Send = Callable[[str, list[discord.File]], Awaitable[object]]
"""Sends one message."""

_ATTEMPTS = 4
_SHRINK = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Where pictures go: the first message, the further ones, and what a file may have there."""

    first: Send
    further: Send
    limit_bytes: int


async def send_pictures(kept: Kept, outlet: Outlet, *, offload: Offload, free: bool) -> None:
    """Send a job's pictures with their line; `free` where they cost nothing.

    Raises:
        TooLargeToPost: no re-encoding made one small enough.
        ChannelClosed: nothing may be posted there.
        DiscordDown: Discord took them in no way.
    """
    limit_bytes = min(outlet.limit_bytes, REQUEST_LIMIT_BYTES)
    sent = 0
    try:
        groups = group_files(await fit_files(offload, result_files(kept.job, kept.data), limit_bytes=limit_bytes))
        for place, group in enumerate(groups, start=1):
            message = _Message(kept, place, len(groups), free=free)
            await _send(message, group, send=outlet.first if place == 1 else outlet.further, offload=offload)
            sent += len(group)
    except NotDelivered as error:
        error.posted, error.pictures, error.free = sent, len(kept.data), free
        raise


@dataclass(frozen=True, slots=True)
class _Message:
    kept: Kept
    place: int
    places: int
    free: bool

    def text(self, files: Sequence[PostedFile]) -> str:
        refitted = tuple((file.place, file.output_format.upper()) for file in files if file.refitted)
        if self.place == 1:
            return result_text(self.kept.job, refitted, demo=self.free)
        return wording.continued(self.place, self.places, refitted)


async def _send(message: _Message, files: Sequence[PostedFile], *, send: Send, offload: Offload) -> None:
    spoiler = message.kept.job.origin.spoiler
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            await send(message.text(files), [file.to_discord(spoiler=spoiler) for file in files])
        except FAILURES as error:
            if not is_too_large(error):
                raise to_error(error) from error
            largest_bytes = max(len(file.data) for file in files)
            limit_bytes = int(largest_bytes * _SHRINK)
            if attempt == _ATTEMPTS:
                raise TooLargeToPost(size_bytes=largest_bytes, limit_bytes=limit_bytes) from error
            files = await fit_files(offload, files, limit_bytes=limit_bytes)
        else:
            return
