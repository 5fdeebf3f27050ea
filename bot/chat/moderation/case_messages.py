"""The messages about reported pictures, in the channels that servers have for them."""

import asyncio
from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

import discord
import structlog

from bot.chat.gallery.pictures import SharedPictures
from bot.chat.moderation.buttons import case_view
from bot.chat.platform.channels import Channels
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.refusals import Meaning
from bot.domain.errors import EaselError
from bot.domain.job import Job
from bot.domain.reports import Case, CaseState
from bot.service.gallery import Gallery
from bot.service.moderation import Moderation
from bot.store.server.settings import Servers
from bot.words import moderation as moderation_words

_SENT_ANEW = frozenset({Meaning.GONE, Meaning.NOWHERE, Meaning.OLD, Meaning.ARCHIVED, Meaning.LOCKED})

log = structlog.get_logger(__name__)


class CaseMessages:
    """Tells moderators about cases."""

    def __init__(
        self,
        moderation: Moderation,
        *,
        gallery: Gallery,
        pictures: SharedPictures,
        channels: Channels,
        servers: Servers,
    ) -> None:
        self._moderation = moderation
        self._gallery = gallery
        self._pictures = pictures
        self._channels = channels
        self._servers = servers
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def show(self, share_id: int) -> None:
        """Bring the message about a shared picture in line with its case, or send one where there is none (any more).

        Nothing is to be done where nobody has reported it. Where the server has no channel for it, or Discord does not
        take it, moderators find the case with /reports.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        # Of two reports at once the second one edits what the first one sends.
        async with self._locks.setdefault(share_id, asyncio.Lock()):
            case = await self._moderation.find_case(share_id)
            if case is None:
                return
            try:
                async with self._channels.speaking(case.share.guild_id):
                    await self._show(case)
            except FAILURES as error:
                log.warning("case_not_shown", share=str(share_id), cause=error)

    async def _show(self, case: Case) -> None:
        shown = _Shown()
        while True:
            try:
                if not await self._edit(case, shown):
                    await self._send(case, shown)
            except FAILURES as error:
                if not shown.leave_out(meaning_of(error)):
                    raise
                log.warning("case_shown_with_less", share=str(case.share.id), meaning=meaning_of(error).name)
            else:
                return

    async def describe(self, case: Case, *, limit_bytes: int, plain: bool = False) -> tuple[str, list[discord.File]]:
        """Tell about a case, with its picture as a file of at most so many bytes where that is to be had.

        With `plain` no word of any person is in it.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        job, files = (
            await self._load(case, limit_bytes, plain=plain) if case.state is not CaseState.DELETED else (None, [])
        )
        entries = await self._moderation.audit_actions(case)
        link = await self._gallery.link_of(case.share)
        text = moderation_words.case_text(case, entries, job=job, link=link, plain=plain)
        return text, files

    async def _load(self, case: Case, limit_bytes: int, *, plain: bool) -> tuple[Job | None, list[discord.File]]:
        share = replace(case.share, shows_prompt=False) if plain else case.share
        try:
            job, file = await self._pictures.load(share, limit_bytes=limit_bytes)
        except EaselError as error:
            log.info("case_without_picture", share=str(case.share.id), kind=type(error).__name__)
            return None, []
        return job, file.to_discord(spoiler=True)

    async def _edit(self, case: Case, shown: "_Shown") -> bool:
        """Edit the message about a case; False when there is none any more, or none that can be edited."""
        if case.message_id is None or case.channel_id is None:
            return False
        content, files = await self._describe_here(case, shown)
        try:
            await self._channels.edit(
                case.channel_id, case.message_id, content=content, files=files, view=case_view(case)
            )
        except FAILURES as error:
            if meaning_of(error) in _SENT_ANEW:
                return False
            raise
        return True

    async def _send(self, case: Case, shown: "_Shown") -> None:
        channel_id = (await self._servers.load(case.share.guild_id)).reports_channel_id
        if channel_id is None:
            return
        content, files = await self._describe_here(case, shown)
        sent = await self._channels.send(
            channel_id,
            content,
            title=moderation_words.case_title(),
            # Another one for a message in the place of one that is gone.
            nonce=f"case-{(case.share.id if case.message_id is None else case.message_id)}",
            files=files,
            view=case_view(case),
        )
        if not await self._moderation.set_message(case, channel_id=sent.channel_id, message_id=sent.id):
            # Another process was faster, and its message stays.
            await self._channels.delete(sent.channel_id, sent.id)

    async def _describe_here(self, case: Case, shown: "_Shown") -> tuple[str, list[discord.File]]:
        limit_bytes = await self._channels.file_limit_bytes(case.share.guild_id)
        content, files = await self.describe(case, limit_bytes=limit_bytes, plain=not shown.words)
        return (content, files) if shown.picture else (f"{content}\n{moderation_words.filtered()}", [])


@dataclass(slots=True)
class _Shown:
    """What Discord lets a message about a case show."""

    words: bool = True
    picture: bool = True

    def leave_out(self, meaning: Meaning) -> bool:
        """Leave out what was refused; False where that is not what was refused, or was left out before."""
        match meaning:
            case Meaning.WORDS_BLOCKED if self.words:
                self.words = False
            case Meaning.PICTURE_FILTERED | Meaning.TOO_LARGE if self.picture:
                self.picture = False
            case _:
                return False
        return True
