"""The hearts under a shared picture, shown soon after they were given and not once for each."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import discord
import structlog

from bot.chat.gallery.copies import CopyMessages
from bot.chat.platform.background import start_detached
from bot.chat.platform.errors import FAILURES
from bot.domain.gallery import Share, ShareState
from bot.store.errors import StoreError
from bot.store.gallery.shares import Shares

HEARTS_SECONDS = 3.0
"""The shortest time between two edits of a message for the sake of its hearts."""

log = structlog.get_logger(__name__)


class HeartCounts:
    """Shows how many hearts a share has by now, in the messages that show it."""

    def __init__(self, shares: Shares, *, copies: CopyMessages, share_view: Callable[[Share], discord.ui.View]) -> None:
        """Put `share_view` under a shared picture."""
        self._shares = shares
        self._copies = copies
        self._share_view = share_view
        self._changed: set[int] = set()
        self._edits: dict[int, asyncio.Task[None]] = {}

    def note(self, share_id: int) -> None:
        """Show the hearts of a share soon: as many as there are by then, and not more often than every few seconds."""
        self._changed.add(share_id)
        if share_id not in self._edits:
            self._edits[share_id] = start_detached(self._keep_showing(share_id))

    async def close(self) -> None:
        """Show the hearts that are not shown yet, then show no more."""
        for task in tuple(self._edits.values()):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for share_id in tuple(self._changed):
            await self._show(share_id)
        self._changed.clear()

    async def _keep_showing(self, share_id: int) -> None:
        try:
            while share_id in self._changed:
                self._changed.discard(share_id)
                await self._show(share_id)
                await asyncio.sleep(HEARTS_SECONDS)
        finally:
            self._edits.pop(share_id, None)

    async def _show(self, share_id: int) -> None:
        try:
            share = await self._shares.find(share_id)
            if share is None or share.state is not ShareState.SHARED:
                return
            async with self._copies.speaking(share.guild_id):
                for copy in await self._shares.copies(share_id):
                    if copy.shows is ShareState.SHARED and not copy.is_sheet:
                        await self._copies.edit_buttons(copy, self._share_view(share))
        except (StoreError, *FAILURES) as error:
            log.info("hearts_not_shown", share=str(share_id), cause=error)
