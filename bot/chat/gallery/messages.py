"""The messages that show shared pictures, kept in line with what becomes of each share."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import discord
import structlog

from bot.chat.gallery.contact_sheet_messages import ContactSheetMessages
from bot.chat.gallery.copies import CopyMessages
from bot.chat.gallery.pictures import SharedPictures
from bot.chat.platform.errors import FAILURES, meaning_of, wait_seconds
from bot.chat.platform.refusals import NOT_THERE, Meaning
from bot.domain.errors import EaselError
from bot.domain.gallery import Copy, Share, ShareState, Theme
from bot.service.gallery import Gallery
from bot.store.gallery.shares import Shares
from bot.words import gallery as gallery_words

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
"""Until what Discord refused is tried again; each time it is twice as long."""
AT_ONCE = 20
"""Messages that are taken up at once to be brought in line."""

log = structlog.get_logger(__name__)


class ShareMessages:
    """Brings every message that shows a share in line with its state."""

    def __init__(
        self,
        shares: Shares,
        *,
        gallery: Gallery,
        pictures: SharedPictures,
        copies: CopyMessages,
        contact_sheets: ContactSheetMessages,
        share_view: Callable[[Share], discord.ui.View],
        update_results: Callable[[Share], Awaitable[None]],
    ) -> None:
        """Put `share_view` under a shared picture; have `update_results` change the buttons under its result."""
        self._update_results = update_results
        self._shares = shares
        self._gallery = gallery
        self._pictures = pictures
        self._copies = copies
        self._contact_sheets = contact_sheets
        self._share_view = share_view

    async def reconcile(self, share_id: int) -> list[Copy]:
        """Bring every message that shows a share in line with its state; gives those that Discord did not let us.

        They are on record, and are tried again later. The result's own messages get the button that is right by now.

        Raises:
            StoreUnavailable: the database does not answer; what is left is tried again later.
        """
        share = await self._shares.find(share_id)
        left = [copy for copy in await self._shares.copies(share_id) if not await self.reconcile_copy(copy)]
        if share is not None:
            await self._update_results(share)
        return left

    async def reconcile_copy(self, copy: Copy) -> bool:
        """Bring a message in line with its share; False when Discord refuses, which is tried again later.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        share = await self._shares.find(copy.share_id)
        if share is None or share.state is copy.shows:
            return True
        shows = share.state
        try:
            async with self._copies.speaking(share.guild_id):
                await self._edit(copy, share)
        except FAILURES as error:
            meaning = meaning_of(error)
            if meaning is Meaning.PICTURE_FILTERED and share.state is ShareState.SHARED:
                return await self._withdraw(copy, share, meaning.name)
            if meaning not in NOT_THERE:
                log.warning("copy_not_reconciled", share=str(share.id), state=share.state.value, cause=error)
                wait = min(FIRST_WAIT * 2 ** min(copy.attempts, 20), LONGEST_WAIT)
                wait = max(wait, timedelta(seconds=wait_seconds(error)))
                await self._shares.copy_failed(copy, datetime.now(UTC) + wait)
                return False
            shows = ShareState.GONE
        except EaselError as error:
            return await self._withdraw(copy, share, type(error).__name__)
        await self._shares.copy_done(copy, shows, now=datetime.now(UTC))
        return True

    async def sweep(self) -> None:
        """Bring in line what is due.

        Raises:
            StoreUnavailable: the database or the blobs do not answer.
        """
        while copies := await self._shares.stale(datetime.now(UTC), AT_ONCE):
            for copy in copies:
                await self.reconcile_copy(copy)

    async def _withdraw(self, copy: Copy, share: Share, why: str) -> bool:
        """Take back what cannot be shown again: it is to be seen no more."""
        log.warning("share_withdrawn", share=str(share.id), kind=why)
        await self._gallery.set_state(share.id, ShareState.GONE)
        await self._update_results(share)
        return await self.reconcile_copy(copy)

    async def _edit(self, copy: Copy, share: Share) -> None:
        if copy.is_sheet:
            await self._contact_sheets.redraw(copy)
        elif share.state is ShareState.GONE:
            await self._copies.delete(copy)
        elif share.state is ShareState.HIDDEN:
            await self._copies.rename(copy, gallery_words.hidden_title())
            await self._copies.edit(copy, gallery_words.hidden(), view=None)
        else:
            try:
                await self._show(copy, share, await self._gallery.find_theme(share.theme_id))
            except FAILURES as error:
                if meaning_of(error) is not Meaning.WORDS_BLOCKED:
                    raise
                log.warning("words_blocked", share=str(share.id))
                await self._show(copy, replace(share, shows_prompt=False), None)

    async def _show(self, copy: Copy, share: Share, theme: Theme | None) -> None:
        job, file = await self._pictures.load(share)
        await self._copies.rename(copy, gallery_words.share_title(share, job))
        await self._copies.edit(
            copy,
            gallery_words.share_text(share, job, theme),
            files=file.to_discord(spoiler=job.origin.spoiler),
            view=self._share_view(share),
        )
