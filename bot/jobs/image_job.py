"""One job: prepare the inputs, call the images API, look at what came back."""

from dataclasses import dataclass, replace

import structlog

from bot.domain.errors import BadAnswer, BadImage, BrokenImage
from bot.domain.models import Catalogue
from bot.domain.money import Cost, actual_cost
from bot.domain.options import Size
from bot.domain.ports import ImagesApi
from bot.domain.request import ApiAnswer, ApiCall, ImageRequest, InputFile, Picture
from bot.images.codec import verify_result
from bot.images.mask import build_mask
from bot.images.offload import Offload
from bot.images.prepare import Prepared, prepare_image

UPLOAD_LIMIT_BYTES = 50_000_000
"""Of one picture; OpenAI's API reference, createImageEdit, `image`: "less than 50MB"."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class JobResult:
    """What a job ends with.

    `quality` and `size` are what the provider says it used; where it says nothing, the quality that was asked for and
    the size of the first picture.
    """

    pictures: tuple[Picture, ...]
    cost: Cost
    quality: str
    size: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Whole:
    picture: Picture
    size: Size


class ImageJob:
    """The steps of a job, in their order."""

    def __init__(self, api: ImagesApi, *, catalogue: Catalogue, offload: Offload, free: bool) -> None:
        self._api = api
        self._catalogue = catalogue
        self._offload = offload
        self._free = free

    async def prepare(self, request: ImageRequest, *, key: str, user: str | None = None) -> ApiCall:
        """Make the call of a request that was checked; its files are not needed any more afterwards.

        `key` is the idempotency key of the call, `user` the asker's opaque id.

        Raises:
            BadImage, BadMask: an input cannot be used; nothing was paid.
        """
        model = self._catalogue.find(request.options.model)
        prepared = [await self._prepare_one(image, pixel_budget=model.input_pixels) for image in request.images]
        mask = await self._build_mask(request.mask, prepared[0]) if request.mask else None
        return ApiCall(
            prompt=request.prompt,
            options=request.options,
            key=key,
            images=tuple(image.data for image in prepared),
            mask=mask,
            user=user,
        )

    async def draw(self, call: ApiCall) -> JobResult:
        """Make the pictures of a call, and look whether they are whole.

        Raises:
            ContentRefused, ProviderError: the images API gave no pictures.
        """
        answer = await (self._api.edit if call.images else self._api.generate)(call)
        return self._result(call, answer, await self._whole(answer))

    async def _prepare_one(self, image: InputFile, *, pixel_budget: int) -> Prepared:
        try:
            return await self._offload.run(
                prepare_image, image.data, pixel_budget=pixel_budget, byte_limit=UPLOAD_LIMIT_BYTES
            )
        except BadImage as error:
            error.label = image.label
            raise

    async def _build_mask(self, mask: InputFile, image: Prepared) -> bytes:
        try:
            return await self._offload.run(
                build_mask,
                mask.data,
                image_size=(image.source_width, image.source_height),
                upload_size=(image.width, image.height),
            )
        except BadImage as error:
            error.label = mask.label
            raise

    async def _whole(self, answer: ApiAnswer) -> tuple["_Whole", ...]:
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

    def _result(self, call: ApiCall, answer: ApiAnswer, whole: tuple["_Whole", ...]) -> JobResult:
        made = replace(call.options, n=len(answer.pictures), size=answer.size or str(whole[0].size))
        model = self._catalogue.find(made.model)
        return JobResult(
            pictures=tuple(one.picture for one in whole),
            cost=Cost(0) if self._free else actual_cost(answer.usage, made, model),
            quality=answer.quality or made.quality.value,
            size=made.size,
            dropped=answer.dropped,
        )
