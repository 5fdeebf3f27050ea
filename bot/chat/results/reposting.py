"""Pictures that are kept, sent once more: in as many messages as they need."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

import discord
import structlog

from bot.chat.delivery.result import result_files, result_text
from bot.chat.platform.components import Interaction
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers, to_error
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files, group_files, list_refits
from bot.chat.platform.permissions import is_guest
from bot.chat.platform.raw_messages import edit_response, send_message
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.shrinking import send_shrinking
from bot.domain.errors import ChannelClosed, NotDelivered
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.service.album import Album
from bot.service.history import Kept
from bot.store.errors import StoreError
from bot.words import results as results_words
from bot.words.language.spoken import speaking, spoken_publicly

Send = Callable[[str, list[discord.File], discord.ui.View | None], Awaitable[int]]
"""Sends one message; gives its id."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Destination:
    """Where pictures go: the first message, the further ones, and what a file may have there.

    `view` stands under the first one; where they are `recorded_in` a channel, a reply to one is understood.
    """

    first: Send
    further: Send
    limit_bytes: int
    view: discord.ui.View
    recorded_in: int | None


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
        with speaking(spoken_publicly()):
            destination = _Destination(
                first=send,
                further=send,
                limit_bytes=interaction.filesize_limit,
                view=self._result_view(kept.job),
                recorded_in=interaction.channel_id,
            )
            await self._send_all(kept, destination)

    async def show(self, interaction: Interaction, kept: Kept, *, view: discord.ui.View) -> None:
        """Show a job's pictures in the answer of an interaction that was deferred for one person alone.

        Raises:
            NotDelivered: as `post` does.
        """

        async def answer(content: str, files: list[discord.File], view: discord.ui.View | None) -> int:
            return await edit_response(
                self._client,
                interaction.application_id,
                interaction.token,
                content=content,
                attachments=files,
                view=view,
            )

        destination = _Destination(
            first=answer,
            further=_follow_up(interaction, ephemeral=True),
            limit_bytes=interaction.filesize_limit,
            view=view,
            recorded_in=None,
        )
        await self._send_all(kept, destination)

    async def _send_all(self, kept: Kept, destination: _Destination) -> None:
        limit_bytes = min(destination.limit_bytes, REQUEST_LIMIT_BYTES)
        sent = 0
        try:
            files = result_files(kept.job, kept.data, kept.vectors)
            groups = group_files(await fit_files(self._offload, files, limit_bytes=limit_bytes))
            for place, group in enumerate(groups, start=1):
                await self._send(_Message(kept, place, len(groups), free=self._free), group, destination)
                sent += len(group)
        except NotDelivered as error:
            error.posted, error.pictures = sent, len(kept.data)
            error.free = self._free and not kept.job.is_server_paid
            raise

    async def _send(self, message: "_Message", files: Sequence[PostedFile], destination: _Destination) -> None:
        is_first = message.place == 1
        send_one = destination.first if is_first else destination.further
        view = destination.view if is_first else None

        async def send(files: Sequence[PostedFile]) -> int:
            spoiler = message.kept.job.origin.spoiler
            sent = [file for one in files for file in one.to_discord(spoiler=spoiler)]
            with reading_answers():
                return await send_one(message.text(files), sent, view)

        try:
            sent = await send_shrinking(send, files, offload=self._offload)
        except FAILURES as error:
            if meaning_of(error) is not Meaning.WORDS_BLOCKED or message.plain:
                raise to_error(error) from error
            log.warning("words_blocked", job=str(message.kept.job.id))
            files = [replace(file, alt_text=results_words.plain_alt_text(file.place)) for file in files]
            await self._send(replace(message, plain=True), files, destination)
            return
        if destination.recorded_in is not None:
            await self._record(message.kept.job, files, sent, destination.recorded_in)

    async def _record(self, job: Job, files: Sequence[PostedFile], message_id: int, channel_id: int) -> None:
        places = {file.place for file in files}
        shown = replace(job, pictures=tuple(one for one in job.pictures if one.place in places))
        try:
            await self._album.record(shown, message_id=message_id, channel_id=channel_id)
        except StoreError as error:
            # The pictures are there, which is what counts; a reply to them is not understood.
            log.warning("post_not_recorded", job=str(job.id), cause=error.__cause__)

    def _to_channel(self, interaction: Interaction) -> Send:
        if interaction.channel_id is None:
            raise ChannelClosed
        channel_id = interaction.channel_id

        async def send(content: str, files: list[discord.File], view: discord.ui.View | None) -> int:
            return await send_message(self._client, channel_id, content, files=files, view=view)

        return send


@dataclass(frozen=True, slots=True)
class _Message:
    kept: Kept
    place: int
    places: int
    free: bool
    plain: bool = False

    def text(self, files: Sequence[PostedFile]) -> str:
        refitted = list_refits(files)
        if self.place == 1:
            return result_text(self.kept.job, refitted, demo=self.free, plain=self.plain)
        return results_words.continued(self.place, self.places, refitted)


def _follow_up(interaction: Interaction, *, ephemeral: bool) -> Send:
    async def send(content: str, files: list[discord.File], view: discord.ui.View | None) -> int:
        sent = await interaction.followup.send(
            content,
            files=files,
            view=discord.utils.MISSING if view is None else view,
            ephemeral=ephemeral,
            allowed_mentions=discord.AllowedMentions.none(),
            wait=True,
        )
        return sent.id

    return send
