"""Masks as people give them, read for the picture that they belong to."""

from dataclasses import dataclass, field

from bot.domain.errors import BadImage, MaskMarksNothing
from bot.domain.request import InputFile
from bot.images.masks.markup import find_markup
from bot.images.masks.painted_copy import MaskKind, find_painted, recognise_mask
from bot.images.masks.region import read_region
from bot.images.offload import Offload


@dataclass(frozen=True, slots=True)
class GivenMask:
    """What a mask says: the `region` that it marks, and the mask itself where it is `plain`.

    `markup` is what was drawn, where the mask is a copy of the picture and more is on it than one colour all over.
    """

    region: bytes | None = field(default=None, repr=False)
    plain: bytes | None = field(default=None, repr=False)
    markup: bytes | None = field(default=None, repr=False)


async def read_given_mask(
    offload: Offload,
    mask: InputFile,
    *,
    picture: InputFile,
    uploaded: InputFile,
    size: tuple[int, int],
    takes_markup: bool,
) -> GivenMask:
    """Read a mask of a picture, which is `uploaded` in a `size` of its own; with `takes_markup` what was drawn, too.

    Raises:
        BadImage, BadMask: the mask cannot be used.
    """
    try:
        kind = await offload.run(recognise_mask, picture.data, mask.data)
        if kind is not MaskKind.PAINTED:
            region = await offload.run(read_region, mask.data, size, picture=uploaded.data)
            return GivenMask(region, plain=mask.data)
        region = await offload.run(find_painted, uploaded.data, mask.data)
    except BadImage as error:
        error.label = mask.label
        raise
    return GivenMask(region, markup=await _find_markup(offload, uploaded, mask) if takes_markup else None)


async def _find_markup(offload: Offload, picture: InputFile, copy: InputFile) -> bytes | None:
    try:
        return await offload.run(find_markup, picture.data, copy.data)
    except MaskMarksNothing:
        # A copy that is covered all over can be painted anew, and says nothing else.
        return None
