"""What goes up: a request's files made ready before it waits, kept, and loaded again when its turn has come."""

from collections.abc import Sequence

from bot.domain.errors import BadImage
from bot.domain.job import Job, StoredFile
from bot.domain.markup import with_instruction
from bot.domain.models import Catalogue
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.request import MARKUP, MASK, OVER_PICTURE, ApiCall, ImageRequest, InputFile
from bot.images.masks.markup import fit_markup
from bot.images.masks.mask import build_mask
from bot.images.offload import Offload
from bot.images.prepare import Prepared, prepare_image
from bot.store.blobs.blob_store import Blobs

UPLOAD_LIMIT_BYTES = 50_000_000
"""Of one picture; OpenAI's API reference, createImageEdit, `image`: "less than 50MB"."""


class Inputs:
    """Prepares the files of requests, and keeps them for their jobs."""

    def __init__(self, blobs: Blobs, *, catalogue: Catalogue, offload: Offload, names: Pseudonyms) -> None:
        """Name askers to the provider by `names`, so that it can report abuse, and cannot tell who they are."""
        self._blobs = blobs
        self._catalogue = catalogue
        self._offload = offload
        self._names = names

    async def prepare(self, request: ImageRequest) -> tuple[InputFile, ...]:
        """Make the upload bytes of a request's pictures and mask; a mask is labelled `mask`, marks `markup`.

        Marks that were drawn over a picture of another shape are left out.

        Raises:
            BadImage, BadMask: one of them cannot be used.
        """
        model = self._catalogue.find(request.options.model)
        prepared = [await self._prepare_one(image, pixel_budget=model.input_pixels) for image in request.images]
        ready = [
            InputFile(image.label, one.data, image.parent) for image, one in zip(request.images, prepared, strict=True)
        ]
        if request.mask is not None:
            ready.append(
                InputFile(MASK, await self._build_mask(request.mask, prepared[0], is_region=request.mask_is_region))
            )
        elif request.markup is not None and ready:
            layer = await self._offload.run(fit_markup, request.markup.data, ready[0].data)
            ready += [] if layer is None else [InputFile(MARKUP, layer)]
        return tuple(ready)

    async def keep(self, job_id: int, files: Sequence[InputFile]) -> tuple[StoredFile, ...]:
        """Keep a job's upload bytes for good.

        Raises:
            StoreUnavailable: the blob store did not take them.
        """
        return tuple(
            [
                StoredFile(
                    label=file.label,
                    blob=await self._blobs.put(file.data, name=f"{job_id}/in-{place}"),
                    parent=file.parent,
                )
                for place, file in enumerate(files, start=1)
            ]
        )

    async def load(self, job: Job) -> ApiCall:
        """Make the call of a job out of what was kept.

        Raises:
            BlobMissing: a file of it is gone.
            StoreUnavailable: the blob store does not answer.
        """
        files = [(file.label, await self._blobs.get(file.blob)) for file in job.files]
        markup = next((data for label, data in files if label == MARKUP), None)
        return ApiCall(
            prompt=job.prompt if markup is None else with_instruction(job.prompt),
            options=job.options,
            key=job.key,
            images=tuple(data for label, data in files if label not in OVER_PICTURE),
            mask=next((data for label, data in files if label == MASK), None),
            markup=markup,
            user=self._names.of(job.origin.user_id),
        )

    async def load_files(self, job: Job) -> tuple[InputFile, ...]:
        """Load a job's upload bytes as they were prepared, for another job.

        Raises:
            BlobMissing: one is gone.
            StoreUnavailable: the blob store does not answer.
        """
        return tuple([InputFile(file.label, await self._blobs.get(file.blob), file.parent) for file in job.files])

    async def _prepare_one(self, image: InputFile, *, pixel_budget: int) -> Prepared:
        try:
            return await self._offload.run(
                prepare_image, image.data, pixel_budget=pixel_budget, byte_limit=UPLOAD_LIMIT_BYTES
            )
        except BadImage as error:
            error.label = image.label
            raise

    async def _build_mask(self, mask: InputFile, image: Prepared, *, is_region: bool) -> bytes:
        try:
            return await self._offload.run(
                build_mask,
                mask.data,
                image_size=(image.source_width, image.source_height),
                upload_size=(image.width, image.height),
                picture=image.data,
                is_region=is_region,
            )
        except BadImage as error:
            error.label = mask.label
            raise
