"""Files of a message that Discord finds too large: made smaller, and sent once more."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import structlog

from bot.chat.platform.errors import FAILURES, is_too_large
from bot.chat.platform.files import PostedFile, fit_files
from bot.domain.errors import DiscordDown, TooLargeToPost
from bot.images.offload import Offload

ATTEMPTS = 4

_SHRINK = 0.7

T = TypeVar("T")

log = structlog.get_logger(__name__)


async def send_shrinking(
    send: Callable[[Sequence[PostedFile]], Awaitable[T]],
    files: Sequence[PostedFile],
    *,
    offload: Offload,
    attempts: int = ATTEMPTS,
) -> T:
    """Send files with `send`; while Discord refuses them as too large, re-encode them smaller and send them again.

    Raises:
        TooLargeToPost: Discord refused the last attempt too, or no re-encoding made one small enough.
        DiscordDown: Discord refused as too large what has no files.
        discord.HTTPException, aiohttp.ClientError, OSError: what else `send` raises.
    """
    attempt = 1
    while True:
        try:
            return await send(files)
        except FAILURES as error:
            if not is_too_large(error):
                raise
            if not files:
                raise DiscordDown from error
            largest_bytes = max(max(len(file.data), len(file.vector or b"")) for file in files)
            limit_bytes = int(largest_bytes * _SHRINK)
            log.warning("discord_refused_size", attempt=attempt, largest_bytes=largest_bytes)
            if attempt == attempts:
                raise TooLargeToPost(size_bytes=largest_bytes, limit_bytes=limit_bytes) from error
        files = await fit_files(offload, files, limit_bytes=limit_bytes)
        attempt += 1
