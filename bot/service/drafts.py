"""Changes of a part of a picture, looked at before they are paid for."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.domain.area import Area
from bot.domain.errors import BadImage, DraftOver, MaskMarksNothing
from bot.domain.masked_edits import MaskedEdits
from bot.domain.request import MARKUP, MASK, ImageRequest, InputFile
from bot.images.codecs.probing import probe
from bot.images.compose.original import keep_original
from bot.images.drawn.overlay import draw_overlay
from bot.images.masks.painted_copy import needs_look
from bot.images.masks.region import draw_region, feather_region, invert_region, marked_share
from bot.images.offload import Offload
from bot.jobs.inputs import Inputs
from bot.service.blob_loading import load_bytes
from bot.service.draft import Draft
from bot.service.given_masks import GivenMask, read_given_mask
from bot.store.blobs.blob_store import Blobs
from bot.store.people.drafts import Drafts as DraftRows

DRAFTS_LAST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class DrawnDraft:
    """What a draft would paint anew: a JPEG of it, and its share of the picture, from 0 to 1."""

    picture: bytes = field(repr=False)
    share: float


class Drafts:
    """The drafts of people. Every method raises StoreUnavailable where the database or the blobs do not answer."""

    def __init__(
        self, rows: DraftRows, *, blobs: Blobs, inputs: Inputs, offload: Offload, feather_pixels: float
    ) -> None:
        """Soften the edge of every region that is not a plain mask by `feather_pixels`."""
        self._rows = rows
        self._blobs = blobs
        self._inputs = inputs
        self._offload = offload
        self._feather_pixels = feather_pixels

    async def needs_preview(self, request: ImageRequest) -> bool:
        """Say whether a request's mask has to be looked at before it is paid for.

        It has where it is a copy of the picture that is painted over, and where a person could have meant two things.
        """
        if request.mask is None or not request.images:
            return False
        try:
            return await self._offload.run(needs_look, request.images[0].data, request.mask.data)
        except BadImage:
            # Whichever of the two it is: preparing them says so, by its name.
            return False

    async def prepare(  # noqa: PLR0913 - what a draft consists of
        self,
        id: int,  # noqa: A002 - as in the store
        request: ImageRequest,
        *,
        user_id: int,
        private: bool,
        spoiler: bool,
        references: Sequence[int] = (),
        areas: Sequence[Area] = (),
        inverted: bool = False,
        takes_markup: bool = False,
    ) -> Draft:
        """Keep a request as a draft under an id that is new; with `takes_markup` it can be sent with its marks.

        Raises:
            BadImage, BadMask: a file in it cannot be used, or nothing of the picture would be painted anew.
        """
        ready = (await self._inputs.prepare(replace(request, mask=None))).files
        info = await self._offload.run(probe, ready[0].data)
        size = info.width, info.height
        given = GivenMask()
        if request.mask is not None:
            given = await read_given_mask(
                self._offload,
                request.mask,
                picture=request.images[0],
                uploaded=ready[0],
                size=size,
                takes_markup=takes_markup,
            )
        # Nothing is kept before the mask is read: what is refused then has no draft that would find it.
        original = await self._keep_original(id, request, ready[0])
        draft = Draft(
            id=id,
            user_id=user_id,
            prompt=request.prompt,
            options=request.options,
            private=private,
            spoiler=spoiler,
            images=await self._inputs.keep(id, ready),
            original=original,
            size=size,
            mask=await self._put(given.plain, name=f"{id}/mask"),
            region=await self._put(given.region, name=f"{id}/region"),
            markup=await self._put(given.markup, name=f"{id}/markup"),
            areas=tuple(areas),
            inverted=inverted,
            references=tuple(references),
        )
        try:
            await self._region(draft)
        except MaskMarksNothing:
            await self.drop(draft)
            raise
        await self.put_back(draft)
        return draft

    async def load(self, id: int, *, user_id: int) -> Draft:  # noqa: A002
        """Load a draft.

        Raises:
            DraftOver: it is sent, cancelled or older than an hour, or another person's.
        """
        row = await self._rows.load(id, now=datetime.now(UTC))
        if row is None or row.user_id != user_id:
            raise DraftOver
        return Draft.from_row(row)

    async def change(self, draft: Draft) -> None:
        """Keep a draft with other areas, or turned over.

        Raises:
            MaskMarksNothing: nothing of the picture would be painted anew; it stays as it was.
            DraftOver: it is sent or cancelled meanwhile.
        """
        await self._region(draft)
        if not await self._rows.change(draft.id, record=draft.to_record(), now=datetime.now(UTC)):
            raise DraftOver

    async def draw(self, draft: Draft) -> DrawnDraft:
        """Draw what would be painted anew: the picture with a grid, and a tint where there is a region.

        Raises:
            PicturesGone: its files are there no longer.
        """
        picture = await load_bytes(self._blobs, draft.images[0].blob)
        region = await self._region(draft)
        share = 1.0 if region is None else await self._offload.run(marked_share, region)
        return DrawnDraft(await self._offload.run(draw_overlay, picture, region), share)

    async def take(self, id: int, *, user_id: int) -> Draft:  # noqa: A002
        """Take a draft away, to be sent: of two that want it at once, one gets it.

        Raises:
            DraftOver: it is sent, cancelled or older than an hour, or another person's.
        """
        row = await self._rows.take(id, user_id=user_id, now=datetime.now(UTC))
        if row is None:
            raise DraftOver
        return Draft.from_row(row)

    async def put_back(self, draft: Draft) -> None:
        """Keep a draft for an hour from now."""
        await self._rows.keep(
            draft.id, user_id=draft.user_id, record=draft.to_record(), expires_at=datetime.now(UTC) + DRAFTS_LAST
        )

    async def drop(self, draft: Draft) -> None:
        """Delete the files of a draft that was taken."""
        await self._rows.give_up(draft.id)
        await self._blobs.drop(draft.id)

    async def to_request(self, draft: Draft, *, following_marks: bool = False) -> ImageRequest:
        """Make the request that a draft is; or, `following_marks`, the one with what was drawn in place of a mask.

        Raises:
            PicturesGone: its files are there no longer.
        """
        images = tuple(
            [InputFile(one.label, await load_bytes(self._blobs, one.blob), one.parent) for one in draft.images]
        )
        if following_marks and draft.markup is not None:
            markup = InputFile(MARKUP, await load_bytes(self._blobs, draft.markup))
            return ImageRequest(draft.prompt, draft.options, images, markup=markup)
        if draft.original is not None:
            images = (replace(images[0], data=await load_bytes(self._blobs, draft.original)), *images[1:])
        given = await self._given_mask(draft)
        mask = given or await self._made_mask(draft)
        return ImageRequest(
            draft.prompt,
            draft.options,
            images,
            None if mask is None else InputFile(MASK, mask),
            mask_is_region=given is None,
        )

    async def _keep_original(self, draft_id: int, request: ImageRequest, ready: InputFile) -> str | None:
        """Keep the first picture in full for an exact edit, where it is more than what would go up of it without."""
        if request.options.masked_edits is not MaskedEdits.EXACT:
            return None
        original = await self._offload.run(keep_original, request.images[0].data)
        return None if original == ready.data else await self._blobs.put(original, name=f"{draft_id}/original")

    async def _put(self, data: bytes | None, *, name: str) -> str | None:
        return await self._blobs.put(data, name=name) if data else None

    async def _given_mask(self, draft: Draft) -> bytes | None:
        """Load the mask as it was given, where it says all."""
        if draft.mask is None or draft.areas or draft.inverted:
            return None
        return await load_bytes(self._blobs, draft.mask)

    async def _made_mask(self, draft: Draft) -> bytes | None:
        region = await self._region(draft)
        if region is None or (Area.EVERYTHING in draft.areas and not draft.inverted):
            return None
        if not self._feather_pixels or (draft.mask is not None and not draft.areas):
            return region
        return await self._offload.run(feather_region, region, pixels=self._feather_pixels)

    async def _region(self, draft: Draft) -> bytes | None:
        """Make the region of a draft, white where it is painted anew; None is all of it."""
        region = None
        if draft.areas:
            region = await self._offload.run(draw_region, draft.size, draft.areas)
        elif draft.region is not None:
            region = await load_bytes(self._blobs, draft.region)
        if not draft.inverted:
            return region
        if region is None:
            raise MaskMarksNothing(had_alpha=False, chosen=True)
        try:
            return await self._offload.run(invert_region, region)
        except MaskMarksNothing as error:
            raise MaskMarksNothing(had_alpha=False, chosen=True) from error
