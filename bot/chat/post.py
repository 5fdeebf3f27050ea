"""The delivery rules: which files go into which message, and what to do when Discord does not take them."""

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import aiohttp
import discord
import structlog

from bot.chat import wording
from bot.domain.errors import BrokenImage, ChannelClosed, DiscordDown, NotDelivered, TooLargeToPost
from bot.images.fit import fit_to_limit
from bot.images.offload import Offload

FILES_A_MESSAGE = 10
"""Discord's API reference, "Create Message"."""
REQUEST_LIMIT_BYTES = 24 * 1024 * 1024
"""All files of one request: Discord takes 25 MiB for it, and the rest of the form needs its share."""

_ATTEMPTS = 3
_SHRINK = 0.7
_STATUS_BAD_REQUEST, _STATUS_TOO_LARGE = 400, 413
_TOO_LARGE = 40005
_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _TOKEN_EXPIRED = 10003, 10008, 10015, 50027
_CLOSED = {_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _TOKEN_EXPIRED}
_EXTENSIONS = {"jpeg": "jpg"}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class PostedFile:
    """One picture on its way out: the `place`-th of the job, counted from 1."""

    job: int
    place: int
    data: bytes = field(repr=False)
    output_format: str
    alt_text: str = field(repr=False)
    refitted: bool = False

    def to_discord(self, *, spoiler: bool) -> discord.File:
        """Build a new File: one that was sent once sends nothing the next time."""
        extension = _EXTENSIONS.get(self.output_format, self.output_format)
        name = f"easel-{self.job}-{self.place}.{extension}"
        return discord.File(io.BytesIO(self.data), filename=name, description=self.alt_text, spoiler=spoiler)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into the answer; `content` writes the text of its first message, given what is re-encoded in it.

    With `further`, the answer follows in a message of its own and leaves what is posted as it is.
    """

    content: Callable[[wording.Refitted], str]
    files: tuple[PostedFile, ...] = ()
    spoiler: bool = False
    further: bool = False


class Poster:
    """Posts answers to interactions that were deferred."""

    def __init__(self, offload: Offload) -> None:
        self._offload = offload

    async def post(self, interaction: discord.Interaction[Any], answer: Answer, *, private: bool) -> None:
        """Put an answer into the original response, or into the channel where that is not possible.

        Files over the limit of this place are re-encoded, and again, smaller, when Discord refuses them all the
        same. What does not fit into one message follows in further ones.

        Raises:
            TooLargeToPost: no re-encoding made a picture small enough.
            ChannelClosed: there is no way left to answer.
            DiscordDown: Discord took it in no way.
        """
        limit_bytes = min(interaction.filesize_limit, REQUEST_LIMIT_BYTES)
        delivery = _Delivery(interaction, self._offload, answer, private=private)
        try:
            groups = _groups(await fit_files(self._offload, answer.files, limit_bytes=limit_bytes))
            for place, group in enumerate(groups, start=1):
                await delivery.post(group, place=place, places=len(groups))
        except NotDelivered as error:
            error.posted, error.pictures = delivery.posted, len(answer.files)
            raise

    async def say(
        self, interaction: discord.Interaction[Any], text: str, *, private: bool, further: bool = False
    ) -> None:
        """Answer with words alone, in place of the original response or, with `further`, beside it.

        Raises:
            ChannelClosed, DiscordDown: as `post` does.
        """
        await self.post(interaction, Answer(content=lambda _: text, further=further), private=private)


async def fit_files(offload: Offload, files: Sequence[PostedFile], *, limit_bytes: int) -> list[PostedFile]:
    """Re-encode the files that are over a limit, and leave the others as they are.

    Raises:
        TooLargeToPost: no re-encoding made one small enough.
    """
    return [file if len(file.data) <= limit_bytes else await _fit(offload, file, limit_bytes) for file in files]


async def _fit(offload: Offload, file: PostedFile, limit_bytes: int) -> PostedFile:
    try:
        fitted = await offload.run(fit_to_limit, file.data, limit_bytes=limit_bytes)
    except BrokenImage as error:
        raise TooLargeToPost(size_bytes=len(file.data), limit_bytes=limit_bytes) from error
    return replace(file, data=fitted.data, output_format=fitted.format, refitted=True)


class _Delivery:
    """The messages of one answer, in their order; once one had to go into the channel, the rest follows it there."""

    def __init__(
        self, interaction: discord.Interaction[Any], offload: Offload, answer: Answer, *, private: bool
    ) -> None:
        self.posted = 0
        self._interaction = interaction
        self._offload = offload
        self._answer = answer
        self._private = private
        self._in_channel = False

    async def post(self, files: Sequence[PostedFile], *, place: int, places: int) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                await self._send(files, place=place, places=places)
            except (aiohttp.ClientError, OSError) as error:
                raise DiscordDown from error
            except discord.HTTPException as error:
                if not _is_too_large(error) or not files:
                    raise _undelivered(error) from error
                largest_bytes = max(len(file.data) for file in files)
                limit_bytes = int(largest_bytes * _SHRINK)
                log.warning("discord_refused_size", attempt=attempt, largest_bytes=largest_bytes)
                if attempt == _ATTEMPTS:
                    raise TooLargeToPost(size_bytes=largest_bytes, limit_bytes=limit_bytes) from error
                files = await fit_files(self._offload, files, limit_bytes=limit_bytes)
            else:
                self.posted += len(files)
                return

    async def _send(self, files: Sequence[PostedFile], *, place: int, places: int) -> None:
        refitted = tuple((file.place, file.output_format.upper()) for file in files if file.refitted)
        content = self._answer.content(refitted) if place == 1 else wording.continued(place, places, refitted)
        if not self._in_channel:
            original = place == 1 and not self._answer.further
            try:
                await (self._edit_original if original else self._follow_up)(content, files)
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                if self._private or _is_final(error):
                    raise
                log.warning("interaction_over", cause=repr(error))
                self._in_channel = True
                content = f"{wording.late(self._interaction.user.id)}\n{content}"
            else:
                return
        await self._to_channel(content, files)

    async def _edit_original(self, content: str, files: Sequence[PostedFile]) -> None:
        # Editing twice is the same as editing once, so a lost connection is no reason to give up.
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                await self._interaction.edit_original_response(
                    content=content,
                    attachments=self._build(files) if files else discord.utils.MISSING,
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            except (aiohttp.ClientError, OSError):
                if attempt == _ATTEMPTS:
                    raise
                await asyncio.sleep(attempt)
            else:
                return

    async def _follow_up(self, content: str, files: Sequence[PostedFile]) -> None:
        await self._interaction.followup.send(
            content,
            files=self._build(files),
            ephemeral=self._private,
            allowed_mentions=discord.AllowedMentions.none(),
            wait=True,
        )

    async def _to_channel(self, content: str, files: Sequence[PostedFile]) -> None:
        interaction = self._interaction
        if interaction.channel_id is None:
            raise ChannelClosed
        channel = interaction.client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)
        mentions = discord.AllowedMentions(everyone=False, roles=False, users=[interaction.user])
        await channel.send(content, files=self._build(files), allowed_mentions=mentions, suppress_embeds=True)

    def _build(self, files: Sequence[PostedFile]) -> list[discord.File]:
        return [file.to_discord(spoiler=self._answer.spoiler) for file in files]


def _groups(files: Sequence[PostedFile]) -> list[list[PostedFile]]:
    """Divide files into messages that Discord takes, in their order; at least one, which may be empty."""
    groups: list[list[PostedFile]] = [[]]
    size_bytes = 0
    for file in files:
        if groups[-1] and (len(groups[-1]) == FILES_A_MESSAGE or size_bytes + len(file.data) > REQUEST_LIMIT_BYTES):
            groups.append([])
            size_bytes = 0
        groups[-1].append(file)
        size_bytes += len(file.data)
    return groups


def _is_too_large(error: Exception) -> bool:
    return isinstance(error, discord.HTTPException) and (error.status == _STATUS_TOO_LARGE or error.code == _TOO_LARGE)


def _is_final(error: Exception) -> bool:
    """Say whether another way would meet the same refusal: the request itself is what Discord does not take."""
    return _is_too_large(error) or (isinstance(error, discord.HTTPException) and error.status == _STATUS_BAD_REQUEST)


def _undelivered(error: discord.HTTPException) -> NotDelivered:
    closed = isinstance(error, discord.Forbidden) or error.code in _CLOSED
    return ChannelClosed() if closed else DiscordDown()
