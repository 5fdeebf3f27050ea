"""What goes up: a request's files made ready before it waits, kept, and loaded again when its turn has come."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.errors import BadImage, ExtendedTooFar
from bot.domain.extension import longest_ratio
from bot.domain.instructions import instruct
from bot.domain.job import Job, StoredFile
from bot.domain.models import Catalogue
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.request import MASK, ApiCall, ImageRequest, InputFile
from bot.images.compose.canvas import extend_picture
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
        """Make the upload bytes of a request's pictures and mask; a mask is labelled `mask`.

        Where the first picture is to be extended, its canvas goes up, and the mask is what is new on it.

        Raises:
            BadImage, BadMask: one of them cannot be used.
            AlreadyThatShape, ExtendedTooFar: the picture cannot be extended like that.
        """
        request = await self._extend(request)
        model = self._catalogue.find(request.options.model)
        prepared = [await self._prepare_one(image, pixel_budget=model.input_pixels) for image in request.images]
        ready = [
            InputFile(image.label, one.data, image.parent) for image, one in zip(request.images, prepared, strict=True)
        ]
        if request.mask is not None:
            ready.append(
                InputFile(MASK, await self._build_mask(request.mask, prepared[0], is_region=request.mask_is_region))
            )
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
        return ApiCall(
            prompt=instruct(job.prompt, job.options),
            options=job.options,
            key=job.key,
            images=tuple(data for label, data in files if label != MASK),
            mask=next((data for label, data in files if label == MASK), None),
            user=self._names.of(job.origin.user_id),
        )

    async def load_files(self, job: Job) -> tuple[InputFile, ...]:
        """Load a job's upload bytes as they were prepared, for another job.

        Raises:
            BlobMissing: one is gone.
            StoreUnavailable: the blob store does not answer.
        """
        return tuple([InputFile(file.label, await self._blobs.get(file.blob), file.parent) for file in job.files])

    async def _extend(self, request: ImageRequest) -> ImageRequest:
        """Lay the first picture on its canvas where it is to be extended, and has not been yet."""
        extension, first = request.options.extension, next(iter(request.images), None)
        if extension is None or first is None or request.mask is not None:
            return request
        model = self._catalogue.find(request.options.model)
        try:
            extended = await self._offload.run(
                extend_picture,
                first.data,
                extension,
                longest_ratio=longest_ratio(model),
            )
        except BadImage as error:
            error.label = first.label
            raise
        except ExtendedTooFar as error:
            error.model = model.name
            raise
        return replace(
            request,
            images=(replace(first, data=extended.canvas), *request.images[1:]),
            mask=InputFile(MASK, extended.marks),
            mask_is_region=True,
        )

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
