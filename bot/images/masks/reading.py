"""What a mask's file marks: every way that people and programs make them in, and the rule for each.

A person says with a mask which part of a picture is to change. What is read is one figure a pixel, 0 (kept) to 255
(painted anew). It comes from one of five sources:

- `GREY`: light is marked. White on black, a gradient, a feather.
- `COLOUR`: any colour on black is marked, by its brightest primary colour: a red brush counts as a white one.
- `INK`: any colour on white is marked, by what it takes away from white.
- `HOLE`: what is transparent is marked, as the API has it.
- `PAINT`: what is there is marked: strokes on an empty layer of an editor.

In doubt the reading says that it is not certain: then a person looks at it before anything is paid. The rules, the
first that fits:

1. Alpha is no mask where it never sinks to near 0 (a trace of 254 along an edge), or sinks no deeper than that of the
   picture itself; what is hidden by it is not marked. But where the colours say nothing, a faint alpha is all there is:
   `HOLE`, not certain.
2. Black and white that can both be seen are read as such, whatever the alpha does beside them; not certain where more
   than a corner is transparent.
3. Transparent white beside black that can be seen says the same twice: `HOLE`.
4. One strong colour on nothing: `PAINT`, not certain where it covers more than half, and `HOLE` where it covers nearly
   all. White, grey or black on nothing is `PAINT` where it covers less than half, and not certain, since it could be a
   mask with a large hole; where it covers more, `HOLE`. A few flat colours together are as white is.
5. Anything else with holes, such as the picture with a part rubbed out: `HOLE`, not certain where little is left.
6. Without a mask in the alpha: flat colours on black are `COLOUR` (not certain for several hues, or beside white), on
   white `INK`, not certain. Any other colours are a photo, whose light is read as `GREY`, not certain.
7. The rest is `GREY`. Black in white that surrounds it is turned over: the smaller thing inside is what was drawn. Not
   certain, as many a mask keeps what is black.

Then the levels. Two levels, whatever they are, become 0 and 255 but for a narrow soft edge. Real greys stay as they are
where they reach from dark to bright, and are stretched where they use a part of the range. Labels (0, 1, and further
ones up to 15) count as marked each. A single level that is not white, two levels or greys that are neither both ends of
the range nor labels, and several labels are not certain; nor is white with a speck of black.

Last, where there are two levels, a closed line means its inside (`outline`); a line that is open in places, thick, or
not alone is not certain.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PIL import Image, ImageChops

from bot.images.alpha import OPAQUE, has_transparency
from bot.images.masks.outline import fill_outlines
from bot.images.masks.pixel_colours import BRIGHT, NEAR_ALL, SOMETHING, Marks, PixelColours, Samples, share_of
from bot.images.view import view_size

NOISE = 8
"""Of 255. A lossy file's mark that is no stronger marks nothing: black becomes greys up to about 3. In a lossless file
every mark is meant."""


_LOOK_SIDE = 512
_FAINT = 192
"""A hole sinks by that much."""
_SEEN = 128
_ERASED = 64
_ERASED_SHARE = 0.002
_CORNER, _LITTLE_LEFT, _MOST = 0.04, 0.4, 0.9
_BACKGROUND = 0.3
_OTHERS = 0.01
_LABELS = 15
_WIDE_LOW, _WIDE_HIGH = 63, 192
_BETWEEN = 0.15
"""Of the range: what is nearer to an end than that is at that end."""
_FEW_BETWEEN, _NARROW_PIXELS = 0.02, 4
_SURROUNDED, _SOFT_SHARE, _MOSTLY = 0.75, 0.4, 0.6
_NOISY_SHARE = 0.005
_HARD = 2.0
"""By so much the edge of two levels in a lossy file is hardened, so that noise beside it becomes one of both."""


class Source(StrEnum):
    """What of a file marks."""

    GREY = "grey"
    COLOUR = "colour"
    INK = "ink"
    HOLE = "hole"
    PAINT = "paint"


@dataclass(frozen=True, slots=True)
class MaskReading:
    """How a file is read: levels `low` and `high` of its source become 0 and 255, `inverted` the other way round.

    `is_two_level`: it has two levels and narrow edges; `hardness` is by how much those are to be narrowed.
    `is_certain`: a person can hardly have meant anything else.
    """

    source: Source
    is_certain: bool
    low: int = 0
    high: int = OPAQUE
    inverted: bool = False
    is_two_level: bool = False
    hardness: float = 1.0


def read_marks(mask: Image.Image, *, own: Image.Image | None, lossy: bool) -> tuple[Image.Image, MaskReading]:
    """Read a plain, upright mask, see the module: what it marks, in mode L of its size, and how it was read.

    `own` is the alpha of the picture that it belongs to, in mode L of the mask's size, where that has some.
    """
    if mask.mode == "L":
        source, is_certain = Source.GREY, True
    else:
        source, is_certain = _Look.of(mask, own).find_source(is_own=own is not None)
    channel = _extract(mask, own, source)
    levels = _Levels.of(channel, noise=NOISE if lossy and source not in {Source.HOLE, Source.PAINT} else 0)
    reading = levels.read(source, is_certain=is_certain)
    table = _table(reading)
    marks = channel if table == list(range(OPAQUE + 1)) else channel.point(table)
    if not reading.is_two_level:
        return marks, reading
    filling = fill_outlines(marks)
    return filling.marks, replace(reading, is_certain=reading.is_certain and filling.is_clear)


def harden(marks: Image.Image, times: float) -> Image.Image:
    """Make edges of two levels so many times as narrow."""
    middle = OPAQUE / 2
    return marks.point([_clip((level - middle) * times + middle) for level in range(OPAQUE + 1)])


def _extract(mask: Image.Image, own: Image.Image | None, source: Source) -> Image.Image:
    """Make the channel of a source, in mode L."""
    alpha = mask.getchannel("A") if mask.mode in {"LA", "RGBA"} else None
    if alpha is not None and source is Source.PAINT:
        return alpha
    if alpha is not None and source is Source.HOLE:
        return ImageChops.invert(alpha) if own is None else ImageChops.subtract(own, alpha)
    if source is Source.GREY or mask.mode in {"L", "LA"}:
        light = mask if mask.mode == "L" else mask.convert("L")
    else:
        red, green, blue = mask.convert("RGB").split()
        if source is Source.INK:
            return ImageChops.invert(ImageChops.darker(ImageChops.darker(red, green), blue))
        light = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return light if alpha is None or not has_transparency(mask) else ImageChops.multiply(light, alpha)


def _table(reading: MaskReading) -> list[int]:
    span = max(1, reading.high - reading.low)
    middle = OPAQUE / 2
    levels = [_clip((level - reading.low) * OPAQUE / span) for level in range(OPAQUE + 1)]
    hard = [_clip((level - middle) * reading.hardness + middle) for level in levels]
    return [OPAQUE - level for level in hard] if reading.inverted else hard


def _clip(level: float) -> int:
    return min(OPAQUE, max(0, round(level)))


@dataclass(frozen=True, slots=True)
class _Look:
    """Single pixels of a mask, few enough to be quick: their colours, their alpha, and that of the picture."""

    colours: Samples
    alpha: Samples
    own: Samples

    @classmethod
    def of(cls, mask: Image.Image, own: Image.Image | None) -> "_Look":
        size = view_size(mask.size, longest=_LOOK_SIDE)
        small = mask.resize(size, Image.Resampling.NEAREST)
        opaque = np.full(size[::-1], OPAQUE, dtype=np.int16)
        return cls(
            np.asarray(small.convert("RGB")).astype(np.int16),
            np.asarray(small.getchannel("A")).astype(np.int16) if small.mode in {"LA", "RGBA"} else opaque,
            opaque if own is None else np.asarray(own.resize(size, Image.Resampling.NEAREST)).astype(np.int16),
        )

    def find_source(self, *, is_own: bool) -> tuple[Source, bool]:
        """Choose the source, and tell whether that is certain: rules 1 to 7."""
        if self.alpha.min() == OPAQUE:
            return self._read_colours()
        sunk = self.own - self.alpha
        # Under a marker that lets the light through nothing is more than half there.
        seen = self.alpha >= min(_SEEN, max(1, int(self.alpha.max()) // 2))
        colours = PixelColours.of(self.colours[seen])
        if not (sunk >= _FAINT).any():
            says_nothing = (colours.say_nothing and not is_own) or (
                colours.are_many and share_of(sunk >= _ERASED) >= _ERASED_SHARE
            )
            return (Source.HOLE, False) if says_nothing else self._read_colours()
        if colours.are_black_and_white:
            return Source.GREY, share_of(sunk >= _SEEN) <= _CORNER
        return self._read_hole(colours, seen)

    def _read_hole(self, colours: "PixelColours", seen: Marks) -> tuple[Source, bool]:
        covered = share_of(seen)
        hidden = self.colours[self.alpha == 0]
        if colours.dark >= NEAR_ALL and len(hidden) and share_of(hidden.min(axis=1) >= BRIGHT) >= NEAR_ALL:
            return Source.HOLE, True
        if colours.are_flat and colours.saturated >= NEAR_ALL and covered < _MOST:
            return Source.PAINT, covered < 0.5  # noqa: PLR2004 - half
        if covered and covered < 0.5 and not colours.are_many:  # noqa: PLR2004 - half
            return Source.PAINT, False
        if colours.saturated >= NEAR_ALL and colours.are_flat:
            return Source.HOLE, False
        return Source.HOLE, covered > (_LITTLE_LEFT if colours.are_many else 0.5)

    def _read_colours(self) -> tuple[Source, bool]:
        on_black = self.colours.astype(np.int32) * self.alpha[..., None] // OPAQUE
        colours = PixelColours.of(on_black.astype(np.int16).reshape(-1, 3))
        if colours.saturated < SOMETHING:
            return Source.GREY, True
        if colours.are_many:
            return Source.GREY, False
        if colours.dark >= _BACKGROUND and colours.dark >= colours.bright:
            return Source.COLOUR, colours.bright < _OTHERS and colours.have_one_hue
        return (Source.INK, False) if colours.bright >= _BACKGROUND else (Source.GREY, False)


@dataclass(frozen=True, slots=True)
class _Levels:
    """The levels of a source's channel: the extremes of all of it, and single pixels that are looked at."""

    samples: Samples
    low: int
    high: int
    noise: int
    scale: float

    @classmethod
    def of(cls, channel: Image.Image, *, noise: int) -> "_Levels":
        size = view_size(channel.size, longest=_LOOK_SIDE)
        low, high = (int(one) for one in channel.getextrema())  # type: ignore[arg-type] # of mode L
        samples = np.asarray(channel.resize(size, Image.Resampling.NEAREST)).astype(np.int16)
        return cls(samples, low, high, noise, channel.width / size[0])

    def read(self, source: Source, *, is_certain: bool) -> MaskReading:
        """Choose the levels that become 0 and 255."""
        low, high = self.low, self.high
        if high - low <= 2 * self.noise:
            return MaskReading(source, is_certain and (low >= OPAQUE - self.noise or high <= self.noise))
        if high <= _LABELS and source is Source.HOLE:
            # A trace of transparency has no labels.
            return MaskReading(source, is_certain)
        if high <= _LABELS and not self.noise:
            present = np.unique(self.samples)
            first = int(present[present > low].min(initial=high))
            return MaskReading(source, is_certain and first == high, low=low, high=first, is_two_level=True)
        sharp = self._is_two_level()
        wide = low <= _WIDE_LOW and high >= _WIDE_HIGH
        if wide and not sharp:
            # Real greys, as they are.
            low, high = 0, OPAQUE
        turned, doubtful = self._is_dark_inside(low, high) if source is Source.GREY else (False, False)
        return MaskReading(
            source,
            is_certain and wide and not turned and not doubtful,
            low=low,
            high=high,
            inverted=turned,
            is_two_level=sharp,
            hardness=_HARD if sharp and (self.noise or self._is_noisy()) else 1.0,
        )

    def _is_two_level(self) -> bool:
        """Tell whether what lies between both ends is nothing but narrow edges."""
        span = self.high - self.low
        reach = _BETWEEN * span
        between = (self.samples > self.low + reach) & (self.samples < self.high - reach)
        if share_of(between) <= _FEW_BETWEEN or share_of(between) > _SOFT_SHARE:
            return share_of(between) <= _FEW_BETWEEN
        steps = sum(float(np.abs(np.diff(self.samples, axis=axis)).sum()) for axis in (0, 1)) / span
        return float(between.sum()) * self.scale <= _NARROW_PIXELS * steps

    def _is_noisy(self) -> bool:
        near = (self.samples > self.low) & (self.samples <= self.low + NOISE)
        near |= (self.samples < self.high) & (self.samples >= self.high - NOISE)
        return share_of(near) >= _NOISY_SHARE

    def _is_dark_inside(self, low: int, high: int) -> tuple[bool, bool]:
        """Tell whether something dark is surrounded by bright, and whether that is at least likely."""
        marked = self.samples >= (low + high) / 2
        span = high - low
        ends = (self.samples < low + span / 4) | (self.samples > high - span / 4)
        share = share_of(marked)
        if not (1 - share) or share_of(ends) < 1 - _SOFT_SHARE:
            return False, False
        if 1 - share < SOMETHING:
            return False, True
        border = np.concatenate((marked[0], marked[-1], marked[:, 0], marked[:, -1]))
        around = share_of(border)
        return share > 0.5 and around > _SURROUNDED, share > _MOSTLY and around > _MOSTLY  # noqa: PLR2004 - half
