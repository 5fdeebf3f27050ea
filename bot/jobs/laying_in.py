"""Exact edits: what came back, and what is on its way, laid into the picture that was given."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

import structlog

from bot.domain.crop import Crop
from bot.domain.job import Job, Rendition, StoredPicture
from bot.domain.options import Background, OutputFormat
from bot.domain.ports import OnPartial
from bot.domain.request import KEPT_BESIDE, MARKS, ORIGINAL, PartialPicture
from bot.domain.task import Rework
from bot.images.compose.cut_out import cut_out
from bot.images.compose.lay_in import LaidIn, lay_in, lay_in_sketch
from bot.images.offload import Offload
from bot.store.blobs.blob_store import Blobs
from bot.store.errors import BlobMissing

SKETCH_SIDE = 1024
"""Pixels of the longer side; a sketch is looked at for some seconds."""

_AT_ONCE = 2
"""Jobs; a machine of two cores has as many workers."""
_STILL = frozenset({OutputFormat.PNG, OutputFormat.JPEG, OutputFormat.WEBP})
_JPEG_BEGINS = b"\xff\xd8"

log = structlog.get_logger(__name__)


class LayingIn:
    """Lays answers into their originals. The picture that was paid for is never lost by that."""

    def __init__(self, blobs: Blobs, *, offload: Offload) -> None:
        self._blobs = blobs
        self._offload = offload
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def lay_in(self, job: Job, pictures: Sequence[StoredPicture]) -> tuple[StoredPicture, ...]:
        """Give the pictures of an exact edit as they are shown, those as drawn beside them; it may be done again.

        One that cannot be laid in stays as the model drew it, with no other; so do all of any other job.

        Raises:
            StoreUnavailable: the blob store does not answer.
        """
        if job.crop is None:
            return tuple(pictures)
        # More at once would hold their files in memory, and wait for a worker all the same.
        async with self._turns:
            try:
                kept = await _load_kept(self._blobs, job)
            except BlobMissing:
                log.exception("not_laid_in")
                return tuple(pictures)
            return tuple([await self._lay_in_one(job, job.crop, kept, picture) for picture in pictures])

    def sketches(self, job: Job, show: OnPartial) -> "LaidInSketches | None":
        """Lay the sketches of an exact edit in before they are shown; None for any other job and for a cut-out."""
        crop = None if job.options.task is Rework.CUT_OUT else job.crop
        return None if crop is None else LaidInSketches(show, lay_in=lambda sketch: self._sketch(sketch, job, crop))

    async def _lay_in_one(
        self, job: Job, crop: Crop, kept: Mapping[str, bytes], picture: StoredPicture
    ) -> StoredPicture:
        if picture.vector is not None or not picture.is_picture:
            return picture
        wanted = job.options.output_format if job.options.output_format in _STILL else OutputFormat.PNG
        try:
            drawn = await self._blobs.get(picture.blob)
        except BlobMissing:
            log.exception("not_laid_in")
            return picture
        try:
            laid = await self._compose(drawn, kept, job=job, crop=crop, output_format=wanted)
        except Exception as error:  # noqa: BLE001 - whatever it is, the picture that was paid for is there
            log.warning("not_laid_in", kind=type(error).__name__, cause=error)
            return picture
        if laid is None:
            log.info("not_laid_in", kind="nothing_in_common")
            return picture
        blob = await self._blobs.put(
            laid.data, name=f"{job.id}/{job.attempts}-{picture.place}-exact.{laid.output_format}"
        )
        return replace(
            picture,
            blob=blob,
            output_format=laid.output_format,
            size_bytes=len(laid.data),
            other=Rendition(blob=picture.blob, output_format=picture.output_format, size_bytes=picture.size_bytes),
        )

    async def _compose(
        self, drawn: bytes, kept: Mapping[str, bytes], *, job: Job, crop: Crop, output_format: str
    ) -> LaidIn | None:
        run, original = self._offload.run, kept[ORIGINAL]
        if job.options.task is Rework.CUT_OUT:
            return await run(cut_out, drawn, original=original, crop=crop, output_format=output_format)
        return await run(
            lay_in,
            drawn,
            original=original,
            marks=kept[MARKS],
            crop=crop,
            output_format=output_format,
            transparent=job.options.background is Background.TRANSPARENT,
        )

    async def _sketch(self, sketch: bytes, job: Job, crop: Crop) -> bytes:
        kept = await _load_kept(self._blobs, job)
        laid: bytes = await self._offload.run(
            lay_in_sketch, sketch, original=kept[ORIGINAL], marks=kept[MARKS], crop=crop, longest=SKETCH_SIDE
        )
        return laid


class LaidInSketches:
    """The sketches of one job: one is laid in at a time, and of those that come meanwhile the newest is the next."""

    def __init__(self, show: OnPartial, *, lay_in: Callable[[bytes], Awaitable[bytes]]) -> None:
        self._show = show
        self._lay_in = lay_in
        self._newest: PartialPicture | None = None
        self._working: asyncio.Task[None] | None = None

    async def take(self, sketch: PartialPicture) -> None:
        """Take one as it arrives, without waiting for anything."""
        self._newest = sketch
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    def stop(self) -> None:
        """Show none any more."""
        self._newest = None
        if self._working is not None:
            self._working.cancel()

    async def _work(self) -> None:
        while (sketch := self._newest) is not None:
            self._newest = None
            try:
                data = await self._lay_in(sketch.data)
            except Exception as error:  # noqa: BLE001 - it is only a sketch, and can be looked at as it is
                log.info("sketch_not_laid_in", kind=type(error).__name__)
                await self._show(sketch)
            else:
                output_format = OutputFormat.JPEG if data.startswith(_JPEG_BEGINS) else OutputFormat.PNG
                await self._show(replace(sketch, data=data, output_format=output_format))


async def _load_kept(blobs: Blobs, job: Job) -> dict[str, bytes]:
    """Load by their labels what the answer is laid into, and what is marked of it where it has a mask.

    Raises:
        BlobMissing: one of them is gone.
        StoreUnavailable: the blob store does not answer.
    """
    return {file.label: await blobs.get(file.blob) for file in job.files if file.label in KEPT_BESIDE}
