"""Where a crop lies in an answer: the box, and what of an answer a box shows."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from PIL import Image

from bot.domain.larger import SAME_SHAPE
from bot.images.geometry import Box


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the whole crop lies in an answer, in the answer's pixels; it may reach out of it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in pixels of the answer."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in pixels of the answer."""
        return self.bottom - self.top

    def moved(self, across: float, down: float, scale: float) -> "Placement":
        """Shift it by parts of its sides, and scale it around its middle."""
        x = (self.left + self.right) / 2 + across * self.width
        y = (self.top + self.bottom) / 2 + down * self.height
        half_width, half_height = self.width * scale / 2, self.height * scale / 2
        return Placement(x - half_width, y - half_height, x + half_width, y + half_height)

    def times(self, across: float, down: float) -> "Placement":
        """Return the same place in an answer that was scaled."""
        return Placement(self.left * across, self.top * down, self.right * across, self.bottom * down)

    def distance(self, other: "Placement") -> float:
        """Return how far the side is apart that is farthest from the other's, as a part of the other's sides."""
        across = max(abs(self.left - other.left), abs(self.right - other.right)) / other.width
        return max(across, max(abs(self.top - other.top), abs(self.bottom - other.bottom)) / other.height)

    def part(self, box: Box, crop_size: tuple[int, int]) -> "Placement":
        """Return where a box of the crop lies; it may reach out of the crop."""
        across, down = self.width / crop_size[0], self.height / crop_size[1]
        return Placement(
            self.left + box[0] * across,
            self.top + box[1] * down,
            self.left + box[2] * across,
            self.top + box[3] * down,
        )


def possible_placements(answer_size: tuple[int, int], upload_size: tuple[int, int]) -> list[Placement]:
    """List how a model may have made an answer of another shape: stretched, padded, or cut at its middle.

    The first is the one to take where nothing can be compared: stretched, or of another shape padded, which keeps the
    proportions and has something for every place.
    """
    width, height = answer_size
    stretched = Placement(0, 0, width, height)
    across, down = width / upload_size[0], height / upload_size[1]
    if max(across, down) / min(across, down) < SAME_SHAPE:
        return [stretched]
    padded, cut = (_centred(answer_size, upload_size, scale) for scale in (min(across, down), max(across, down)))
    return [padded, cut, stretched]


def show(answer: Image.Image, where: Placement, size: tuple[int, int], *, filter_: Image.Resampling) -> Image.Image:
    """Scale what lies at a place in an answer to `size`; what lies outside of the answer is like its border."""
    outside = -where.left, -where.top, where.right - answer.width, where.bottom - answer.height
    left, top, right, bottom = (max(0, ceil(one)) for one in outside)
    if left or top or right or bottom:
        answer, where = _with_border(answer, where, (left, top, right, bottom))
    box = max(0, where.left), max(0, where.top), min(answer.width, where.right), min(answer.height, where.bottom)
    return answer.resize(size, filter_, box=box)


def covered_box(where: Placement, answer_size: tuple[int, int], crop_size: tuple[int, int], *, slack: float) -> Box:
    """Return the box of the crop that an answer covers, give or take a part of the crop's sides."""
    spans = (
        (where.left, where.width, answer_size[0], crop_size[0]),
        (where.top, where.height, answer_size[1], crop_size[1]),
    )
    low, high = zip(
        *(
            (max(0, floor((-start / length - slack) * side)), min(side, ceil(((end - start) / length + slack) * side)))
            for start, length, end, side in spans
        ),
        strict=True,
    )
    return low[0], low[1], high[0], high[1]


def _centred(answer_size: tuple[int, int], upload_size: tuple[int, int], scale: float) -> Placement:
    width, height = (side * scale for side in upload_size)
    left, top = (answer_size[0] - width) / 2, (answer_size[1] - height) / 2
    return Placement(left, top, left + width, top + height)


def _with_border(
    answer: Image.Image, where: Placement, borders: tuple[int, int, int, int]
) -> tuple[Image.Image, Placement]:
    """Add borders of the answer's outermost pixels, and cut off what is far from the place."""
    left, top, right, bottom = borders
    # No more of the answer than the place and what a filter reads around it.
    near = 3 * ceil(max(1.0, where.width / answer.width, where.height / answer.height)) + 3
    cut = (
        min(answer.width - 1, max(0, floor(where.left) - near)),
        min(answer.height - 1, max(0, floor(where.top) - near)),
        max(1, min(answer.width, ceil(where.right) + near)),
        max(1, min(answer.height, ceil(where.bottom) + near)),
    )
    samples = np.asarray(answer.crop(cut))
    widths = [(top, bottom), (left, right)] + [(0, 0)] * (samples.ndim - 2)
    across, down = left - cut[0], top - cut[1]
    moved = Placement(where.left + across, where.top + down, where.right + across, where.bottom + down)
    return Image.fromarray(np.pad(samples, widths, mode="edge")), moved
