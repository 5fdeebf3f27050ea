"""Posting a picture that was just shared."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import discord
import structlog

from bot.chat.gallery.copies import CopyMessages
from bot.chat.gallery.pictures import SharedPictures
from bot.chat.platform.channels import Channels, SentMessage
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.files import PostedFile
from bot.chat.platform.refusals import Meaning
from bot.chat.platform.shrinking import send_shrinking
from bot.domain.errors import EaselError, GalleryClosed
from bot.domain.gallery import Copy, Share, ShareState, Theme
from bot.images.offload import Offload
from bot.service.gallery import Gallery
from bot.store.errors import StoreError
from bot.store.gallery.shares import Shares
from bot.words import gallery as gallery_words

_NOT_TAKEN = frozenset({Meaning.PASSING, Meaning.INVALID, Meaning.WORDS_BLOCKED})
"""What is no word against the bot in that channel."""

log = structlog.get_logger(__name__)


class SharePosting:
    """Posts what is shared to the gallery of its server, or to the channel of its theme."""

    def __init__(
        self,
        shares: Shares,
        *,
        gallery: Gallery,
        pictures: SharedPictures,
        channels: Channels,
        copies: CopyMessages,
        offload: Offload,
        share_view: Callable[[Share], discord.ui.View],
    ) -> None:
        """Put `share_view` under a shared picture."""
        self._shares = shares
        self._gallery = gallery
        self._pictures = pictures
        self._channels = channels
        self._copies = copies
        self._offload = offload
        self._share_view = share_view

    async def post(self, share: Share) -> None:
        """Post a picture that was just shared; where that fails it is shared no more.

        Raises:
            GalleryClosed: Discord did not take it.
            NoGallery: nobody has chosen a channel for it (any more).
            PicturesGone: it is not kept any more.
            TooLargeToPost: no re-encoding made it small enough.
            StoreUnavailable: the database or the blobs do not answer.
        """
        try:
            theme = await self._gallery.find_theme(share.theme_id)
            channel_id = await self._gallery.channel_for(share.guild_id, theme)
            try:
                async with self._channels.speaking(share.guild_id):
                    copy = await self._send(share, channel_id, theme)
            except FAILURES as error:
                log.warning("share_not_posted", share=str(share.id), cause=error)
                meaning = meaning_of(error)
                raise GalleryClosed(
                    channel_id=channel_id,
                    refused=meaning not in _NOT_TAKEN,
                    filtered=meaning is Meaning.PICTURE_FILTERED,
                ) from error
        except EaselError:
            await self._gallery.set_state(share.id, ShareState.GONE)
            raise
        try:
            is_kept = await self._shares.record_copy(copy, now=datetime.now(UTC))
        except StoreError:
            await self._copies.delete_unrecorded(copy)
            raise
        if not is_kept:
            await self._copies.delete_unrecorded(copy)

    async def _send(self, share: Share, channel_id: int, theme: Theme | None) -> Copy:
        try:
            return await self._send_worded(share, channel_id, theme)
        except FAILURES as error:
            if meaning_of(error) is not Meaning.WORDS_BLOCKED:
                raise
            log.warning("words_blocked", share=str(share.id))
        return await self._send_worded(replace(share, shows_prompt=False), channel_id, None)

    async def _send_worded(self, share: Share, channel_id: int, theme: Theme | None) -> Copy:
        limit_bytes = await self._channels.file_limit_bytes(share.guild_id)
        job, file = await self._pictures.load(share, limit_bytes=limit_bytes)

        async def send(files: Sequence[PostedFile]) -> SentMessage:
            return await self._channels.send(
                channel_id,
                gallery_words.share_text(share, job, theme),
                title=gallery_words.share_title(share, job),
                nonce=f"share-{share.id}",
                files=[file for one in files for file in one.to_discord(spoiler=job.origin.spoiler)],
                view=self._share_view(share),
                tags=[job.options.model, *([theme.name] if theme else [])],
            )

        sent = await send_shrinking(send, [file], offload=self._offload)
        return Copy(
            message_id=sent.id,
            channel_id=sent.channel_id,
            share_id=share.id,
            is_thread=sent.is_thread,
            shows=ShareState.SHARED,
        )
