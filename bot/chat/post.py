"""The delivery rules: which files go into which message, and what to do when Discord does not take them."""

import asyncio
import io
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import discord
import structlog

from bot.chat import wording
from bot.domain.errors import BrokenImage, ChannelClosed, TooLargeToPost
from bot.images.fit import fit_to_limit
from bot.images.offload import Offload

FILES_A_MESSAGE = 10
"""Discord's API reference, "Create Message"."""
REQUEST_LIMIT_BYTES = 24 * 1024 * 1024
"""All files of one request: Discord takes 25 MiB for it, and the rest of the form needs its share."""

_ATTEMPTS = 3
_SHRINK = 0.7
_UNKNOWN_MESSAGE, _UNKNOWN_INTERACTION, _UNKNOWN_WEBHOOK = 10008, 10062, 10015
_TOKEN_EXPIRED = 50027
_TOO_LARGE = 40005
_GONE = {_UNKNOWN_MESSAGE, _UNKNOWN_INTERACTION, _UNKNOWN_WEBHOOK, _TOKEN_EXPIRED}
_EXTENSIONS = {"png": "png", "jpeg": "jpg", "webp": "webp", "gif": "gif"}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class PostedFile:
    """One picture on its way out: its bytes, its name without extension, and its alt text."""

    data: bytes
    stem: str
    output_format: str
    alt_text: str
    refitted: bool = False

    def to_discord(self, *, spoiler: bool) -> discord.File:
        """Build a new File: one that was sent once sends nothing the next time."""
        name = f"{self.stem}.{_EXTENSIONS.get(self.output_format, self.output_format)}"
        return discord.File(io.BytesIO(self.data), filename=name, description=self.alt_text, spoiler=spoiler)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into the answer; `content` writes the text, given the places of pictures that were re-encoded."""

    content: Callable[[wording.Refitted], str]
    files: tuple[PostedFile, ...] = ()
    spoiler: bool = False


class Poster:
    """Posts answers to interactions that were deferred."""

    def __init__(self, offload: Offload) -> None:
        self._offload = offload

    async def post(self, interaction: discord.Interaction[Any], answer: Answer, *, private: bool) -> None:
        """Put an answer into the original response, or into the channel where that is no longer possible.

        Files over the limit of this place are re-encoded, and again, smaller, when Discord refuses them all the
        same. What does not fit into one request follows in further messages.

        Raises:
            TooLargeToPost: no re-encoding made a picture small enough.
            ChannelClosed: there is no way left to answer.
        """
        limit_bytes = interaction.filesize_limit
        for attempt in range(1, _ATTEMPTS + 1):
            fitted = await self._fit(answer, limit_bytes)
            try:
                await _Delivery(interaction, fitted, private=private).deliver()
            except discord.HTTPException as error:
                if not _is_too_large(error) or not answer.files or attempt == _ATTEMPTS:
                    raise _undeliverable(error, answer, limit_bytes) from error
                largest = max(len(file.data) for file in fitted.files)
                limit_bytes = int(min(limit_bytes, largest) * _SHRINK)
                log.warning("discord_refused_size", attempt=attempt, largest_bytes=largest, next_limit=limit_bytes)
            else:
                return

    async def say(self, interaction: discord.Interaction[Any], text: str, *, private: bool) -> None:
        """Answer with words alone.

        Raises:
            ChannelClosed: there is no way left to answer.
        """
        await self.post(interaction, Answer(content=lambda _: text), private=private)

    async def _fit(self, answer: Answer, limit_bytes: int) -> Answer:
        files = [await self._fit_one(file, limit_bytes) for file in answer.files]
        return replace(answer, files=tuple(files))

    async def _fit_one(self, file: PostedFile, limit_bytes: int) -> PostedFile:
        if len(file.data) <= limit_bytes:
            return file
        try:
            fitted = await self._offload.run(fit_to_limit, file.data, limit_bytes=limit_bytes)
        except BrokenImage as error:
            raise TooLargeToPost(size_bytes=len(file.data), limit_bytes=limit_bytes) from error
        return replace(file, data=fitted.data, output_format=fitted.format, refitted=True)


class _Delivery:
    """One attempt at one answer, which remembers what it has posted already."""

    def __init__(self, interaction: discord.Interaction[Any], answer: Answer, *, private: bool) -> None:
        self._interaction = interaction
        self._answer = answer
        self._private = private
        self._in_channel = False

    async def deliver(self) -> None:
        refitted = tuple(
            (place, file.output_format.upper())
            for place, file in enumerate(self._answer.files, start=1)
            if file.refitted
        )
        groups = _groups(self._answer.files)
        await self._first(self._answer.content(refitted), groups[0])
        for place, group in enumerate(groups[1:], start=2):
            await self._further(wording.continued(place, len(groups)), group)

    async def _first(self, content: str, files: Sequence[PostedFile]) -> None:
        try:
            await _insist(
                lambda: self._interaction.edit_original_response(
                    content=content, attachments=self._build(files), allowed_mentions=discord.AllowedMentions.none()
                )
            )
        except discord.HTTPException as error:
            if error.code not in _GONE or self._private:
                raise
            log.info("original_response_gone", code=error.code)
            self._in_channel = True
            await self._to_channel(f"{wording.late(self._interaction.user.id)}\n{content}", files)

    async def _further(self, content: str, files: Sequence[PostedFile]) -> None:
        if not self._in_channel:
            try:
                await self._interaction.followup.send(
                    content,
                    files=self._build(files),
                    ephemeral=self._private,
                    allowed_mentions=discord.AllowedMentions.none(),
                    wait=True,
                )
            except discord.HTTPException as error:
                if error.code not in _GONE or self._private:
                    raise
                self._in_channel = True
            else:
                return
        await self._to_channel(content, files)

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


async def _insist(edit: Callable[[], Awaitable[object]]) -> None:
    """Repeat an edit whose connection was lost; editing twice is the same as editing once."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            await edit()
        except (aiohttp.ClientError, OSError):
            if attempt == _ATTEMPTS:
                raise
            await asyncio.sleep(attempt)
        else:
            return


def _is_too_large(error: discord.HTTPException) -> bool:
    return error.status == 413 or error.code == _TOO_LARGE  # noqa: PLR2004


def _undeliverable(error: discord.HTTPException, answer: Answer, limit_bytes: int) -> Exception:
    if _is_too_large(error) and answer.files:
        return TooLargeToPost(size_bytes=max(len(file.data) for file in answer.files), limit_bytes=limit_bytes)
    return ChannelClosed()
