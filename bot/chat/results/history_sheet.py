"""The contact sheet of somebody's pictures, drawn when /history is opened."""

from collections import OrderedDict
from collections.abc import Sequence

import discord
import structlog

from bot.chat.platform.files import build_file
from bot.domain.errors import EaselError
from bot.domain.job import Job
from bot.domain.request import PictureRef
from bot.images.drawn.contact_sheet import LARGEST_SIDE, Tile, draw_contact_sheet
from bot.images.drawn.thumbnail import shrink_to_thumbnail
from bot.images.offload import Offload
from bot.service.album import Album, find_picture
from bot.store.errors import StoreError
from bot.words import history as history_words

_FILENAME = "easel-history.jpg"
_REMEMBERED_BYTES = 8 * 1024 * 1024
"""Thumbnails that are kept in memory: some hundred people choose among theirs at the same time."""

log = structlog.get_logger(__name__)


class HistorySheets:
    """Draws contact sheets."""

    def __init__(self, album: Album, offload: Offload) -> None:
        self._album = album
        self._offload = offload
        self._thumbnails: OrderedDict[str, bytes] = OrderedDict()
        self._size_bytes = 0

    async def draw(
        self, jobs: Sequence[Job], refs: Sequence[PictureRef], *, chosen: PictureRef, alt_text: str
    ) -> discord.File | None:
        """Draw pictures of jobs, in their order, with a frame around the chosen one; None where none can be read.

        One that cannot be read is left empty: what there is to say of it stands beside the sheet.
        """
        by_id = {job.id: job for job in jobs}
        # One after the other: 25 pictures of the largest size would fill the memory.
        tiles = [await self._tile(by_id[ref.job_id], ref.place) for ref in refs]
        if not any(tile.data for tile in tiles):
            return None
        data = await self._offload.run(draw_contact_sheet, tiles, chosen=refs.index(chosen))
        spoiler = any(by_id[ref.job_id].origin.spoiler for ref in refs)
        return build_file(data, _FILENAME, description=alt_text, spoiler=spoiler)

    async def _tile(self, job: Job, place: int) -> Tile:
        data = None
        try:
            data = await self._thumbnail(job, place)
        except (EaselError, StoreError) as error:
            log.info("no_thumbnail", job=str(job.id), cause=error)
        return Tile(data, history_words.picture_caption(job), "")

    async def _thumbnail(self, job: Job, place: int) -> bytes | None:
        blob = find_picture(job, place).blob
        data = self._thumbnails.get(blob)
        if data is None:
            async with self._album.hold(job, [place]) as kept:
                data = await self._offload.run(shrink_to_thumbnail, kept.data[0], side=LARGEST_SIDE)
        if data is not None:
            self._remember(blob, data)
        return data

    def _remember(self, blob: str, data: bytes) -> None:
        self._size_bytes += len(data) - len(self._thumbnails.pop(blob, b""))
        self._thumbnails[blob] = data
        while self._size_bytes > _REMEMBERED_BYTES:
            _, oldest = self._thumbnails.popitem(last=False)
            self._size_bytes -= len(oldest)
