"""Pictures that are kept, sent once more: in as many messages as they need."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord
import structlog

from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.errors import FAILURES, is_too_large, to_error
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files
from bot.chat.platform.permissions import is_guest
from bot.domain.errors import ChannelClosed, NotDelivered, TooLargeToPost
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.service.history import Kept
from bot.store.errors import StoreError
from bot.words import results as results_words

if TYPE_CHECKING:
    from bot.chat.client import Parts

Send = Callable[[str, list[discord.File], discord.ui.View], Awaitable[discord.Message]]
"""Sends one message."""
Note = Callable[[Job, discord.Message], Awaitable[None]]
"""Takes note of a message that is out, and of the pictures of a job in it."""

log = structlog.get_logger(__name__)

_ATTEMPTS = 4
_SHRINK = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where pictures go: the first message, the further ones, and what a file may have there.

    `view` builds what stands under the first one; `note` hears of each that is out.
    """

    first: Send
    further: Send
    limit_bytes: int
    view: Callable[[Job], discord.ui.View]
    note: Note | None = None


async def send_pictures(kept: Kept, destination: Destination, *, offload: Offload, free: bool) -> None:
    """Send a job's pictures with their line; `free` where they cost nothing.

    Raises:
        TooLargeToPost: no re-encoding made one small enough.
        ChannelClosed: nothing may be posted there.
        DiscordDown: Discord took them in no way.
    """
    limit_bytes = min(destination.limit_bytes, REQUEST_LIMIT_BYTES)
    sent = 0
    try:
        groups = group_files(await fit_files(offload, result_files(kept.job, kept.data), limit_bytes=limit_bytes))
        for place, group in enumerate(groups, start=1):
            message = _Message(kept, place, len(groups), free=free)
            await _send(message, group, destination=destination, offload=offload)
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
        return results_words.continued(self.place, self.places, refitted)


async def _send(message: _Message, files: Sequence[PostedFile], *, destination: Destination, offload: Offload) -> None:
    job = message.kept.job
    send = destination.first if message.place == 1 else destination.further
    for attempt in range(1, _ATTEMPTS + 1):
        view = destination.view(job) if message.place == 1 else discord.utils.MISSING
        try:
            sent = await send(
                message.text(files), [file.to_discord(spoiler=job.origin.spoiler) for file in files], view
            )
        except FAILURES as error:
            if not is_too_large(error):
                raise to_error(error) from error
            largest_bytes = max(len(file.data) for file in files)
            limit_bytes = int(largest_bytes * _SHRINK)
            if attempt == _ATTEMPTS:
                raise TooLargeToPost(size_bytes=largest_bytes, limit_bytes=limit_bytes) from error
            files = await fit_files(offload, files, limit_bytes=limit_bytes)
        else:
            if destination.note is not None:
                places = {file.place for file in files}
                shown = replace(job, pictures=tuple(one for one in job.pictures if one.place in places))
                await destination.note(shown, sent)
            return


async def post_pictures(interaction: discord.Interaction[Any], kept: Kept, parts: "Parts") -> None:
    """Post a job's pictures for everybody where an interaction is, with the buttons of a result.

    Raises:
        NotDelivered: as `send_pictures` does.
    """

    async def note(job: Job, message: discord.Message) -> None:
        try:
            await parts.album.record(job, message_id=message.id, channel_id=message.channel.id)
        except StoreError as error:
            # The pictures are there, which is what counts; a reply to them is not understood.
            log.warning("post_not_recorded", job=str(job.id), cause=repr(error.__cause__))

    # A follow-up to a private message looks like a reply to a message that is gone; a guest has nothing else.
    send = follow_up(interaction, ephemeral=False) if is_guest(interaction) else _to_channel(interaction)
    destination = Destination(
        first=send, further=send, limit_bytes=interaction.filesize_limit, view=parts.result_view, note=note
    )
    await send_pictures(kept, destination, offload=parts.offload, free=parts.demo)


def follow_up(interaction: discord.Interaction[Any], *, ephemeral: bool) -> Send:
    """Send messages as follow-ups of an interaction."""

    async def send(content: str, files: list[discord.File], view: discord.ui.View) -> discord.Message:
        return await interaction.followup.send(
            content,
            files=files,
            view=view,
            ephemeral=ephemeral,
            allowed_mentions=discord.AllowedMentions.none(),
            wait=True,
        )

    return send


def _to_channel(interaction: discord.Interaction[Any]) -> Send:
    if interaction.channel_id is None:
        raise ChannelClosed
    channel = interaction.client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)

    async def send(content: str, files: list[discord.File], view: discord.ui.View) -> discord.Message:
        message: discord.Message = await channel.send(
            content,
            files=files,
            view=None if view is discord.utils.MISSING else view,
            allowed_mentions=discord.AllowedMentions.none(),
            suppress_embeds=True,
        )
        return message

    return send
