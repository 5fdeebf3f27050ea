"""Messages that show shared pictures: one in a channel, or the first one of a forum's thread."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
import structlog

from bot.chat.platform.channels import Channels
from bot.chat.platform.errors import FAILURES, meaning_of, reading_answers
from bot.chat.platform.refusals import Meaning
from bot.domain.gallery import Copy
from bot.words import gallery as gallery_words

_UNTITLED = frozenset({Meaning.CLOSED, Meaning.WORDS_BLOCKED})
"""With these a thread keeps its title, and its message is edited all the same."""

log = structlog.get_logger(__name__)


class CopyMessages:
    """Edits and deletes them; each method raises what discord.py does."""

    def __init__(self, channels: Channels) -> None:
        self._channels = channels

    def speaking(self, guild_id: int) -> AbstractAsyncContextManager[None]:
        """Speak a server's language for a while, as `Channels.speaking` does."""
        return self._channels.speaking(guild_id)

    async def edit(
        self,
        copy: Copy,
        content: str,
        *,
        files: Sequence[discord.File] = (),
        view: discord.ui.View | None = discord.utils.MISSING,
    ) -> None:
        """Make a message what is given here, and close the files; without a `view` its buttons stay."""
        await self._channels.edit(copy.channel_id, copy.message_id, content=content, files=files, view=view)

    async def edit_buttons(self, copy: Copy, view: discord.ui.View) -> None:
        """Put other buttons under a message."""
        await self._channels.edit(copy.channel_id, copy.message_id, view=view)

    async def rename(self, copy: Copy, title: str) -> None:
        """Name a forum's thread, which also opens it again: nothing can be edited in one that is archived."""
        if not copy.is_thread:
            return
        thread = await self._channels.fetch(copy.channel_id)
        try:
            with reading_answers():
                await thread.edit(name=title, archived=False)
        except FAILURES as error:
            if meaning_of(error) not in _UNTITLED:
                raise

    async def delete(self, copy: Copy) -> None:
        """Delete a message, and the thread that it began."""
        if not copy.is_thread:
            await self._channels.delete(copy.channel_id, copy.message_id)
            return
        thread: Any = await self._channels.fetch(copy.channel_id)
        try:
            with reading_answers():
                await thread.delete()
        except FAILURES as error:
            if meaning_of(error) is not Meaning.CLOSED:
                raise
            # Whoever made a thread may not delete it without a permission; what they wrote in it they may.
            await self.rename(copy, gallery_words.gone_title())
            await self._channels.delete(copy.channel_id, copy.message_id)

    async def delete_unrecorded(self, copy: Copy) -> None:
        """Delete a message that is on no record, since nobody could take it away later; raises nothing."""
        try:
            await self.delete(copy)
        except FAILURES as error:
            log.warning("copy_without_record", message=str(copy.message_id), cause=error)
