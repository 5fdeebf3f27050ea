"""What came back: pictures that are whole, kept as blobs, and the manifest that says they are all there."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import structlog

from bot.domain.error_facts import to_facts
from bot.domain.errors import BadAnswer, BadImage, BrokenImage
from bot.domain.job import Job, Rendition, StoredPicture, count_files
from bot.domain.models import Catalogue
from bot.domain.money import Cost, actual_cost
from bot.domain.options import Background, Options
from bot.domain.request import ApiAnswer
from bot.images.codecs.results import Result, settle_result
from bot.images.drawn.svg import draw_svg
from bot.images.offload import Offload
from bot.store.blobs.blob_store import Blobs
from bot.store.errors import BlobMissing

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a call came to, its pictures kept.

    `quality` and `size` are what the provider says it used; where it says nothing, the quality that was asked for and
    the size of the first picture.
    """

    pictures: tuple[StoredPicture, ...]
    quality: str
    size: str
    dropped: tuple[str, ...]
    cost: Cost

    def to_json(self) -> bytes:
        """Encode it."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> "Manifest":
        """Decode what `to_json` encoded."""
        record = json.loads(data)
        return cls(
            pictures=tuple(_picture(picture) for picture in record["pictures"]),
            quality=record["quality"],
            size=record["size"],
            dropped=tuple(record["dropped"]),
            cost=Cost(**record["cost"]),
        )


class Outputs:
    """Keeps the answers to the calls of jobs, as the model drew them.

    The manifest is written last. A process that finds one after a crash knows that the call was answered and that
    nothing of it is missing, although the database does not know it yet.
    """

    def __init__(self, blobs: Blobs, *, catalogue: Catalogue, offload: Offload, free: bool) -> None:
        self._blobs = blobs
        self._catalogue = catalogue
        self._offload = offload
        self._free = free

    async def keep(self, job: Job, answer: ApiAnswer) -> Manifest:
        """Keep the whole pictures of an answer, then the manifest, which comes back; all of it may be done again.

        Raises:
            BadAnswer: not one picture is whole.
            StoreUnavailable: the blob store did not take them.
        """
        free = self._free and not job.is_server_paid
        wants_alpha = job.options.background is Background.TRANSPARENT
        whole = await self._whole(answer, wants_alpha=wants_alpha, free=free)
        blobs: dict[str, bytes] = {}
        pictures = []
        for place, one in enumerate(whole, start=1):
            stem = f"{job.id}/{job.attempts}-{place}"
            pictures.append(await self._add_svg(blobs, stem, place, one) or _add(blobs, stem, place, one))
        first = whole[0]
        size = answer.size or (f"{first.width}x{first.height}" if first.width else job.asked.size)
        made = replace(job.options, n=len(answer.pictures), size=size)
        manifest = Manifest(
            pictures=tuple(pictures),
            quality=answer.quality or made.quality.value,
            size=made.size,
            dropped=_settle_background(answer.dropped, whole) if wants_alpha else answer.dropped,
            cost=Cost(0) if free else self._cost(job, answer, made),
        )
        blobs[_manifest(job.id)] = manifest.to_json()
        await self._blobs.put_in_order(blobs)
        return manifest

    async def find(self, job_id: int) -> Manifest | None:
        """Load what the call of a job came to, or None when nothing of it is known to be whole.

        Raises:
            StoreUnavailable: the blob store does not answer.
        """
        try:
            return Manifest.from_json(await self._blobs.get(_manifest(job_id)))
        except BlobMissing:
            return None

    async def _add_svg(self, blobs: dict[str, bytes], stem: str, place: int, picture: Result) -> StoredPicture | None:
        """Add an SVG and a PNG of it; None for what is none, or cannot be drawn: it is posted alone then."""
        if picture.output_format != "svg":
            return None
        try:
            drawn = await self._offload.run(draw_svg, picture.data)
        except BadImage as error:
            log.warning("svg_not_drawn", cause=error)
            return None
        vector = f"{stem}.svg"
        blobs[vector] = picture.data
        added = _add(blobs, stem, place, Result(drawn, "png"))
        return replace(added, vector=vector, size_bytes=len(drawn) + len(picture.data))

    def _cost(self, job: Job, answer: ApiAnswer, made: Options) -> Cost:
        inputs, _ = count_files(job.files)
        model = self._catalogue.find(made.model)
        return actual_cost(answer.usage, made, model, charged_microusd=answer.cost_microusd, inputs=inputs)

    async def _whole(self, answer: ApiAnswer, *, wants_alpha: bool, free: bool) -> tuple[Result, ...]:
        """Pick the pictures that are whole: each was paid for, so one that is broken does not take the others along."""
        whole: list[Result] = []
        broken: BadImage | None = None
        for picture in answer.pictures:
            try:
                whole.append(
                    await self._offload.run(settle_result, picture.data, picture.output_format, wants_alpha=wants_alpha)
                )
            except BadImage as error:
                broken = error
        if broken is not None:
            detail = broken.detail if isinstance(broken, BrokenImage) else to_facts(broken)
            log.warning("picture_broken", whole=len(whole), of=len(answer.pictures), detail=detail)
            if not whole:
                raise BadAnswer(detail=f"not a whole picture: {detail}", may_have_cost=not free) from broken
        return tuple(whole)


def _add(blobs: dict[str, bytes], stem: str, place: int, picture: Result) -> StoredPicture:
    name = f"{stem}.{picture.output_format}"
    blobs[name] = picture.data
    return StoredPicture(place=place, blob=name, output_format=picture.output_format, size_bytes=len(picture.data))


def _settle_background(dropped: tuple[str, ...], whole: Sequence[Result]) -> tuple[str, ...]:
    """Count the transparent background among what had no effect where a picture came opaque, whatever was sent."""
    others = tuple(name for name in dropped if name != "background")
    return (*others, "background") if any(one.is_opaque for one in whole) else others


def _picture(record: dict[str, Any]) -> StoredPicture:
    other = record.get("other")
    return StoredPicture(**{**record, "other": other and Rendition(**other)})


def _manifest(job_id: int) -> str:
    return f"{job_id}/answer.json"
