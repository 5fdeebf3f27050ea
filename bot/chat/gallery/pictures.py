"""Shared pictures as files."""

from dataclasses import replace

import discord

from bot.chat.delivery.result import result_files
from bot.chat.platform.files import REQUEST_LIMIT_BYTES, PostedFile, fit_files
from bot.domain.gallery import Share
from bot.domain.job import Job
from bot.images.offload import Offload
from bot.service.album import Album
from bot.words import gallery as gallery_words


class SharedPictures:
    """Loads them."""

    def __init__(self, album: Album, offload: Offload) -> None:
        self._album = album
        self._offload = offload

    async def load(
        self, share: Share, *, limit_bytes: int = discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
    ) -> tuple[Job, PostedFile]:
        """Load what is shared as a file of at most so many bytes, which tells no prompt that is kept.

        Of an SVG it is the PNG alone: words of the prompt may stand in the other.

        Raises:
            PicturesGone: it is not kept any more.
            TooLargeToPost: no re-encoding made it small enough.
            StoreUnavailable: the database or the blobs do not answer.
        """
        job = (await self._album.load_job(share.ref.job_id)).showing(share.shown)
        async with self._album.hold(job, [share.ref.place]) as kept:
            files = result_files(kept.job, kept.data)
            if not share.shows_prompt:
                files = tuple(replace(one, alt_text=gallery_words.secret_alt_text()) for one in files)
            [file] = await fit_files(self._offload, files, limit_bytes=min(limit_bytes, REQUEST_LIMIT_BYTES))
        return job, file
