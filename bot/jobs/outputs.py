"""What came back: pictures that are whole, kept as blobs, and the manifest that says they are all there."""

import json
from dataclasses import asdict, dataclass, replace

import structlog

from bot.domain.errors import BadAnswer, BadImage, BrokenImage
from bot.domain.job import Job, StoredPicture
from bot.domain.models import Catalogue
from bot.domain.money import Cost, actual_cost
from bot.domain.options import Size
from bot.domain.request import ApiAnswer, Picture
from bot.images.codecs.probing import verify_result
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
            pictures=tuple(StoredPicture(**picture) for picture in record["pictures"]),
            quality=record["quality"],
            size=record["size"],
            dropped=tuple(record["dropped"]),
            cost=Cost(**record["cost"]),
        )


@dataclass(frozen=True, slots=True)
class _Whole:
    picture: Picture
    size: Size


class Outputs:
    """Keeps the answers to the calls of jobs.

    The manifest is written last. A process that finds one after a crash knows that the call was answered and that
    nothing of it is missing, although the database does not know it yet.
    """

    def __init__(self, blobs: Blobs, *, catalogue: Catalogue, offload: Offload, free: bool) -> None:
        self._blobs = blobs
        self._catalogue = catalogue
        self._offload = offload
        self._free = free

    async def keep(self, job: Job, answer: ApiAnswer) -> None:
        """Keep the whole pictures of an answer, then the manifest; all of it may be done again.

        Raises:
            BadAnswer: not one picture is whole.
            StoreUnavailable: the blob store did not take them.
        """
        whole = await self._whole(answer)
        pictures = []
        for place, one in enumerate(whole, start=1):
            name = f"{job.id}/{job.attempts}-{place}.{one.picture.output_format}"
            pictures.append(
                StoredPicture(
                    place=place,
                    blob=await self._blobs.put(one.picture.data, name=name),
                    output_format=one.picture.output_format,
                    size_bytes=len(one.picture.data),
                )
            )
        made = replace(job.options, n=len(answer.pictures), size=answer.size or str(whole[0].size))
        manifest = Manifest(
            pictures=tuple(pictures),
            quality=answer.quality or made.quality.value,
            size=made.size,
            dropped=answer.dropped,
            cost=Cost(0) if self._free else actual_cost(answer.usage, made, self._catalogue.find(made.model)),
        )
        await self._blobs.put(manifest.to_json(), name=_manifest(job.id))

    async def find(self, job_id: int) -> Manifest | None:
        """Load what the call of a job came to, or None when nothing of it is known to be whole.

        Raises:
            StoreUnavailable: the blob store does not answer.
        """
        try:
            return Manifest.from_json(await self._blobs.get(_manifest(job_id)))
        except BlobMissing:
            return None

    async def _whole(self, answer: ApiAnswer) -> tuple[_Whole, ...]:
        """Pick the pictures that are whole: each was paid for, so one that is broken does not take the others along."""
        whole: list[_Whole] = []
        broken: BadImage | None = None
        for picture in answer.pictures:
            try:
                info = await self._offload.run(verify_result, picture.data)
            except BadImage as error:
                broken = error
            else:
                whole.append(_Whole(picture, Size(info.width, info.height)))
        if broken is not None:
            detail = broken.detail if isinstance(broken, BrokenImage) else repr(broken)
            log.warning("picture_broken", whole=len(whole), of=len(answer.pictures), detail=detail)
            if not whole:
                raise BadAnswer(detail=f"not a whole picture: {detail}", may_have_cost=not self._free) from broken
        return tuple(whole)


def _manifest(job_id: int) -> str:
    return f"{job_id}/answer.json"
