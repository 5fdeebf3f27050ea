"""Attachments of a Discord that lives in memory: read where they are, with the cap of real downloads."""

import discord

from bot.domain.errors import FileTooLarge, FileUnavailable


class MemoryDownloads:
    """The `Downloads` of the playground and of tests, where no host serves the files."""

    async def fetch(self, attachment: discord.Attachment, *, label: str, limit_bytes: int) -> bytes:
        """Get the bytes of an attachment.

        Raises:
            FileTooLarge: it has more than `limit_bytes`.
            FileUnavailable: it is gone.
        """
        try:
            data = await attachment.read()
        except discord.HTTPException as error:
            raise FileUnavailable(label=label, status=error.status) from error
        if len(data) > limit_bytes:
            raise FileTooLarge(label=label, limit_bytes=limit_bytes, size_bytes=len(data))
        return data
