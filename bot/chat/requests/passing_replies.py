"""Replies that are for one person and that everybody could read: they go after a while, at the latest at a stop."""

import asyncio
from datetime import UTC, datetime, timedelta

import structlog

from bot.chat.platform.background import start_detached
from bot.chat.platform.errors import FAILURES
from bot.chat.platform.messenger import Messenger

STAY_SECONDS = 120.0
"""Enough to read a refusal and to press what is under it."""
_CLOSE_SECONDS = 5.0

log = structlog.get_logger(__name__)


class PassingReplies:
    """Deletes replies when their time is over; after a crash they stay, as any message does."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._closing = asyncio.Event()
        self._deletions: set[asyncio.Task[None]] = set()

    def next_end(self) -> datetime:
        """Tell until when a reply stays that goes out now (UTC)."""
        return datetime.now(UTC) + timedelta(seconds=STAY_SECONDS)

    def let_go(self, channel_id: int, message_id: int) -> None:
        """Delete a reply of ours in a while."""
        deletion = start_detached(self._delete_later(channel_id, message_id))
        # The loop alone would not keep it.
        self._deletions.add(deletion)
        deletion.add_done_callback(self._deletions.discard)

    async def close(self) -> None:
        """Delete now what was to be deleted later, within a few seconds."""
        self._closing.set()
        if self._deletions:
            await asyncio.wait(set(self._deletions), timeout=_CLOSE_SECONDS)

    async def _delete_later(self, channel_id: int, message_id: int) -> None:
        try:
            async with asyncio.timeout(STAY_SECONDS):
                await self._closing.wait()
        except TimeoutError:
            pass
        try:
            await self._messenger.delete(channel_id, message_id)
        except FAILURES as error:
            log.info("reply_not_deleted", cause=error)
