"""What goes up: a request's files made ready before it waits, kept, and loaded again when its turn has come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.crop import Crop
from bot.domain.crop_choice import CropChoice
from bot.domain.errors import BadImage, ExtendedTooFar
from bot.domain.extension import longest_ratio
from bot.domain.instructions import instruct
from bot.domain.job import Job, StoredFile
from bot.domain.markup import with_instruction
from bot.domain.masked_edits import MaskedEdits
from bot.domain.models import Catalogue
from bot.domain.options import Options, OutputFormat
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.request import (
    KEPT_BESIDE,
    MARKS,
    MARKUP,
    MASK,
    NO_PICTURES,
    ORIGINAL,
    ApiCall,
    ImageRequest,
    InputFile,
)
from bot.domain.task import Rework
from bot.images.compose.canvas import extend_picture
from bot.images.compose.marks import spread_marks
from bot.images.compose.upload import MaskedUpload, WholeUpload, prepare_masked, prepare_whole
from bot.images.masks.markup import fit_markup
from bot.images.offload import Offload
from bot.images.prepare import Prepared, prepare_image
from bot.store.blobs.blob_store import Blobs

UPLOAD_LIMIT_BYTES = 50_000_000
"""Of one picture; OpenAI's API reference, createImageEdit, `image`: "less than 50MB"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyFiles:
    """The upload bytes of a request; with a `crop`, what is kept beside them to lay the answer into is among `files`.

    `options` are those that it is asked with, for its price.
    """

    files: tuple[InputFile, ...]
    options: Options
    crop: Crop | None = None

    @property
    def inputs(self) -> int:
        """How many input pictures are sent."""
        return sum(file.label not in NO_PICTURES for file in self.files)


class Inputs:
    """Prepares the files of requests, and keeps them for their jobs."""

    def __init__(self, blobs: Blobs, *, catalogue: Catalogue, offload: Offload, names: Pseudonyms) -> None:
        """Name askers to the provider by `names`, so that it can report abuse, and cannot tell who they are."""
        self._blobs = blobs
        self._catalogue = catalogue
        self._offload = offload
        self._names = names

    async def prepare(self, request: ImageRequest) -> ReadyFiles:
        """Make the upload bytes of a request's pictures and mask; a mask is labelled `mask`, marks `markup`.

        Marks that were drawn over a picture of another shape are left out.

        Where the first picture is to be extended, it is its canvas that is edited, and the mask is what is new there.
        Of an exact edit, the first picture is the part of it that goes up, and the original and the marks are there
        too.

        Raises:
            BadImage, BadMask: one of them cannot be used.
            AlreadyThatShape, ExtendedTooFar: the picture cannot be extended like that.
        """
        request, scaled_from = await self._extend(request)
        options = request.options
        first, mask = next(iter(request.images), None), request.mask
        if first is not None and options.task is Rework.CUT_OUT:
            return await self._prepare_cut_out(first, options)
        masked = None
        if first is not None and mask is not None:
            masked = await self._prepare_masked(first, mask, options, is_region=request.mask_is_region)
        pixel_budget = self._catalogue.find(options.model).input_pixels
        plain = request.images if masked is None else request.images[1:]
        further = [await self._prepare_one(image, pixel_budget=pixel_budget) for image in plain]
        if first is None or masked is None:
            return ReadyFiles(files=(*further, *await self._fit_markup(request, further)), options=options)
        files = (InputFile(first.label, masked.picture, first.parent), *further, InputFile(MASK, masked.mask))
        if not _is_exact(options):
            return ReadyFiles(files=files, options=options)
        return ReadyFiles(
            # The original is the picture of its parent as much as the part that goes up.
            files=(*files, InputFile(ORIGINAL, masked.original, first.parent), InputFile(MARKS, masked.marks)),
            options=replace(options, size=masked.crop.size),
            crop=replace(masked.crop, scaled_from=scaled_from),
        )

    async def _fit_markup(self, request: ImageRequest, ready: Sequence[InputFile]) -> tuple[InputFile, ...]:
        if request.mask is not None or request.markup is None or not ready:
            return ()
        layer = await self._offload.run(fit_markup, request.markup.data, ready[0].data)
        return () if layer is None else (InputFile(MARKUP, layer),)

    async def prepare_again(self, job: Job, options: Options) -> ReadyFiles:
        """Make the upload bytes of a job ready for other options; they are its own ones where that changes nothing.

        Raises:
            BlobMissing: one of its files is gone.
            StoreUnavailable: the blob store does not answer.
        """
        files = tuple([InputFile(file.label, await self._blobs.get(file.blob), file.parent) for file in job.files])
        if job.crop is None:
            return ReadyFiles(files=files, options=options)
        if (options.model, options.size) == (job.options.model, job.options.size):
            return ReadyFiles(files=files, options=replace(options, size=job.crop.size), crop=job.crop)
        by_label = {file.label: file for file in files}
        sent = [file for file in files if file.label not in NO_PICTURES]
        original, mask = by_label[ORIGINAL], None
        if MARKS in by_label:
            mask = InputFile(
                MASK,
                await self._offload.run(spread_marks, by_label[MARKS].data, original=original.data, crop=job.crop),
            )
        request = ImageRequest(
            job.prompt,
            options,
            images=(replace(original, label=sent[0].label), *sent[1:]),
            mask=mask,
            mask_is_region=True,
        )
        ready = await self.prepare(request)
        return replace(ready, crop=ready.crop and replace(ready.crop, scaled_from=job.crop.scaled_from))

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
        """Make the call of a job out of what was kept; what lies beside it for the answer is left out.

        Raises:
            BlobMissing: a file of it is gone.
            StoreUnavailable: the blob store does not answer.
        """
        files = [(file.label, await self._blobs.get(file.blob)) for file in job.files if file.label not in KEPT_BESIDE]
        markup = next((data for label, data in files if label == MARKUP), None)
        return ApiCall(
            prompt=instruct(job.prompt, job.options) if markup is None else with_instruction(job.prompt),
            options=job.asked,
            key=job.key,
            images=tuple(data for label, data in files if label not in NO_PICTURES),
            mask=next((data for label, data in files if label == MASK), None),
            markup=markup,
            user=self._names.of(job.origin.user_id),
        )

    async def _extend(self, request: ImageRequest) -> tuple[ImageRequest, str | None]:
        """Lay the first picture on its canvas where it is to be extended, and has not been yet.

        Gives the size too that it had, where it had to be scaled down.
        """
        extension, first = request.options.extension, next(iter(request.images), None)
        if extension is None or first is None or request.mask is not None:
            return request, None
        model = self._catalogue.find(request.options.model)
        try:
            extended = await self._offload.run(
                extend_picture, first.data, extension, longest_ratio=longest_ratio(model)
            )
        except BadImage as error:
            error.label = first.label
            raise
        except ExtendedTooFar as error:
            error.model = model.name
            raise
        on_canvas = replace(
            request,
            images=(replace(first, data=extended.canvas), *request.images[1:]),
            mask=InputFile(MASK, extended.marks),
            mask_is_region=True,
        )
        return on_canvas, extended.scaled_from

    async def _prepare_cut_out(self, image: InputFile, options: Options) -> ReadyFiles:
        model = self._catalogue.find(options.model)
        try:
            whole: WholeUpload = await self._offload.run(
                prepare_whole, image.data, model=model, size=options.size, byte_limit=UPLOAD_LIMIT_BYTES
            )
        except BadImage as error:
            error.label = image.label
            raise
        return ReadyFiles(
            files=(
                InputFile(image.label, whole.picture, image.parent),
                InputFile(ORIGINAL, whole.original, image.parent),
            ),
            options=replace(options, size=whole.crop.size),
            crop=whole.crop,
        )

    async def _prepare_one(self, image: InputFile, *, pixel_budget: int) -> InputFile:
        try:
            prepared: Prepared = await self._offload.run(
                prepare_image, image.data, pixel_budget=pixel_budget, byte_limit=UPLOAD_LIMIT_BYTES
            )
        except BadImage as error:
            error.label = image.label
            raise
        return InputFile(image.label, prepared.data, image.parent)

    async def _prepare_masked(
        self, image: InputFile, mask: InputFile, options: Options, *, is_region: bool
    ) -> MaskedUpload:
        model = self._catalogue.find(options.model)
        try:
            prepared: MaskedUpload = await self._offload.run(
                prepare_masked,
                image.data,
                mask.data,
                is_region=is_region,
                model=model,
                size=options.size,
                choice=CropChoice.WHOLE if options.extension or not _is_exact(options) else options.area,
                byte_limit=UPLOAD_LIMIT_BYTES,
            )
        except BadImage as error:
            # Which of the two it is, preparing the picture alone tells.
            await self._prepare_one(image, pixel_budget=model.input_pixels)
            error.label = mask.label
            raise
        return prepared


def _is_exact(options: Options) -> bool:
    """Say whether the answer is laid into the original, which nothing that is made of shapes can be."""
    return options.masked_edits is MaskedEdits.EXACT and options.output_format is not OutputFormat.SVG
