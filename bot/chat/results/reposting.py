"""Pictures that are kept, sent once more: in as many messages as they need."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

import discord
import structlog

from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.components import Interaction
from bot.chat.platform.errors import FAILURES, to_error
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files
from bot.chat.platform.permissions import is_guest
from bot.chat.platform.shrinking import send_shrinking
from bot.domain.errors import ChannelClosed, NotDelivered
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.service.album import Album
from bot.service.history import Kept
from bot.store.errors import StoreError
from bot.words import results as results_words

Send = Callable[[str, list[discord.File], discord.ui.View], Awaitable[discord.Message]]
"""Sends one message."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Destination:
    """Where pictures go: the first message, the further ones, and what a file may have there.

    `view` stands under the first one; with `recorded` a reply to one is understood.
    """

    first: Send
    further: Send
    limit_bytes: int
    view: discord.ui.View
    recorded: bool


class Reposting:
    """Sends the pictures of jobs that are over."""

    def __init__(
        self,
        client: discord.Client,
        album: Album,
        *,
        offload: Offload,
        result_view: Callable[[Job], discord.ui.View],
        free: bool,
    ) -> None:
        """Put `result_view` under pictures that everybody sees; say with `free` that they cost nothing."""
        self._client = client
        self._album = album
        self._offload = offload
        self._result_view = result_view
        self._free = free

    async def post(self, interaction: Interaction, kept: Kept) -> None:
        """Post a job's pictures for everybody where an interaction is, with the buttons of a result.

        Raises:
            TooLargeToPost: no re-encoding made one small enough.
            ChannelClosed: nothing may be posted there.
            DiscordDown: Discord took them in no way.
        """
        # A follow-up to a private message looks like a reply to a message that is gone; a guest has nothing else.
        send = _follow_up(interaction, ephemeral=False) if is_guest(interaction) else self._to_channel(interaction)
        destination = _Destination(
            first=send,
            further=send,
            limit_bytes=interaction.filesize_limit,
            view=self._result_view(kept.job),
            recorded=True,
        )
        await self._send_all(kept, destination)

    async def show(self, interaction: Interaction, kept: Kept, *, view: discord.ui.View) -> None:
        """Show a job's pictures in the answer of an interaction that was deferred for one person alone.

        Raises:
            NotDelivered: as `post` does.
        """

        async def answer(content: str, files: list[discord.File], view: discord.ui.View) -> discord.Message:
            return await interaction.edit_original_response(
                content=content, attachments=files, view=view, allowed_mentions=discord.AllowedMentions.none()
            )

        destination = _Destination(
            first=answer,
            further=_follow_up(interaction, ephemeral=True),
            limit_bytes=interaction.filesize_limit,
            view=view,
            recorded=False,
        )
        await self._send_all(kept, destination)

    async def _send_all(self, kept: Kept, destination: _Destination) -> None:
        limit_bytes = min(destination.limit_bytes, REQUEST_LIMIT_BYTES)
        sent = 0
        try:
            files = await fit_files(self._offload, result_files(kept.job, kept.data), limit_bytes=limit_bytes)
            groups = group_files(files)
            for place, group in enumerate(groups, start=1):
                await self._send(_Message(kept, place, len(groups), free=self._free), group, destination)
                sent += len(group)
        except NotDelivered as error:
            error.posted, error.pictures = sent, len(kept.data)
            error.free = self._free and not kept.job.is_server_paid
            raise

    async def _send(self, message: "_Message", files: Sequence[PostedFile], destination: _Destination) -> None:
        is_first = message.place == 1
        send_message = destination.first if is_first else destination.further
        view = destination.view if is_first else discord.utils.MISSING

        async def send(files: Sequence[PostedFile]) -> discord.Message:
            spoiler = message.kept.job.origin.spoiler
            return await send_message(message.text(files), [one.to_discord(spoiler=spoiler) for one in files], view)

        try:
            sent = await send_shrinking(send, files, offload=self._offload)
        except FAILURES as error:
            raise to_error(error) from error
        if destination.recorded:
            await self._record(message.kept.job, files, sent)

    async def _record(self, job: Job, files: Sequence[PostedFile], message: discord.Message) -> None:
        places = {file.place for file in files}
        shown = replace(job, pictures=tuple(one for one in job.pictures if one.place in places))
        try:
            await self._album.record(shown, message_id=message.id, channel_id=message.channel.id)
        except StoreError as error:
            # The pictures are there, which is what counts; a reply to them is not understood.
            log.warning("post_not_recorded", job=str(job.id), cause=repr(error.__cause__))

    def _to_channel(self, interaction: Interaction) -> Send:
        if interaction.channel_id is None:
            raise ChannelClosed
        channel = self._client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)

        async def send(content: str, files: list[discord.File], view: discord.ui.View) -> discord.Message:
            return await channel.send(
                content,
                files=files,
                view=view,
                allowed_mentions=discord.AllowedMentions.none(),
                suppress_embeds=True,
            )

        return send


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


def _follow_up(interaction: Interaction, *, ephemeral: bool) -> Send:
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
