"""The options of a request: quality, size, background, n, format and what may go together."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.domain.crop_choice import CropChoice
from bot.domain.errors import (
    AreaNotTaken,
    InvalidRequest,
    OptionNotOffered,
    OptionsConflict,
    SizeNotAllowed,
)
from bot.domain.extension import Aspect, Extension, check_aspect
from bot.domain.masked_edits import MaskedEdits
from bot.domain.models import Model
from bot.domain.task import Rework, Task

SEED_LIMIT = 2**31 - 1
"""The highest seed; ComfyUI's OpenAIGPTImage1 node."""
N_LIMIT = 10
"""Pictures a request; OpenAI's API reference, createImage, `n`. Discord takes as many attachments a message."""

FRAMES = (2, 16)
FRAMES_BY_DEFAULT = 9
FRAME_MS = (10, 655_350)
FRAME_MS_STEP = 10
"""Of an animation; openai 3.57.0, createImage, `frame_count` and `frame_duration_ms`."""
_SHEETS = {9: (3, 3), 12: (4, 3), 16: (4, 4)}

_SIZE = re.compile(r"([1-9][0-9]{1,4})x([1-9][0-9]{1,4})")


class Quality(StrEnum):
    """How much work the model puts into a picture."""

    AUTO = "auto"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    XHIGH = "xhigh"
    MAX = "max"


class Background(StrEnum):
    """What is behind the subject."""

    AUTO = "auto"
    OPAQUE = "opaque"
    TRANSPARENT = "transparent"


class OutputFormat(StrEnum):
    """The file format of the results."""

    PNG = "png"
    WEBP = "webp"
    JPEG = "jpeg"
    GIF = "gif"
    """An animation."""
    SVG = "svg"
    """Shapes that stay sharp at any size; Discord shows none of it, so that a PNG goes beside."""


class InputFidelity(StrEnum):
    """How closely an edit keeps to its input pictures."""

    LOW = "low"
    HIGH = "high"


class Complexity(StrEnum):
    """How much the model plans before it draws, apart from the quality; openai 3.57.0, createImage, `complexity`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Moderation(StrEnum):
    """How strict the provider is with prompts; OpenAI's API reference, createImage, `moderation`."""

    AUTO = "auto"
    LOW = "low"


class SizeRule(StrEnum):
    """Which rule of a model with free sizes a size breaks."""

    SHAPE = "shape"
    DIVISOR = "divisor"
    RATIO = "ratio"
    SIDE = "side"
    FEWEST_PIXELS = "fewest_pixels"
    MOST_PIXELS = "most_pixels"


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a picture in pixels, written `1024x1536`."""

    width: int
    height: int

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """Parse `WxH`; None for anything else, `auto` included."""
        match = _SIZE.fullmatch(text)
        return cls(int(match[1]), int(match[2])) if match else None

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.width * self.height

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chose, as the API's fields; `size` is `auto` or `WxH`.

    `moderation`, `sketches` and `masked_edits` are what the server wants: how strict the provider is (None: as it is by
    itself), whether anybody looks at the picture while it is drawn, and what becomes of an edit with a mask. `area` is
    how much of the picture goes up with one. `frames` and `frame_ms` are of an animation
    (GIF): how many pictures it has and how long each stands, in milliseconds; None leaves that to the provider. `task`
    is what is done besides with the picture there is, `aspect` the shape that it is extended to, written `w:h`.
    """

    model: str
    quality: Quality = Quality.LOW
    size: str = "auto"
    background: Background = Background.OPAQUE
    n: int = 1
    output_format: OutputFormat = OutputFormat.PNG
    seed: int | None = None
    input_fidelity: InputFidelity | None = None
    moderation: Moderation | None = None
    sketches: bool = True
    complexity: Complexity | None = None
    frames: int | None = None
    frame_ms: int | None = None
    area: CropChoice = CropChoice.AUTO
    masked_edits: MaskedEdits = MaskedEdits.EXACT
    task: Task | None = None
    aspect: str | None = None

    @property
    def works_from_original(self) -> bool:
        """Whether the result has the very pixels of the picture that there is, whatever a server wants of edits."""
        return self.task is Rework.CUT_OUT or self.extension is not None

    @property
    def extension(self) -> Extension | Aspect | None:
        """How the picture is extended; None where it is not."""
        if isinstance(self.task, Extension):
            return self.task
        return None if self.aspect is None else Aspect.from_text(self.aspect)


def check_options(options: Options, model: Model, *, n_limit: int = N_LIMIT, masked: bool = False) -> None:
    """Refuse what the model does not have, and what may not go together.

    `n_limit` is this bot's own ceiling for `n`; `masked` says that there is a mask.

    Raises:
        OptionNotOffered: a value outside the model's list, or outside the API's range.
        OptionsConflict: a transparent background in a format without alpha, an animation with a mask, …
        AreaNotTaken: an area without a mask, or a part where the answer is shown as it is drawn.
        SizeNotAllowed: a size that breaks a rule of a model with free sizes.
    """
    _offered("quality", options.quality, model.qualities, model)
    _offered("background", options.background, model.backgrounds, model)
    _offered("format", options.output_format, model.formats, model)
    if options.complexity is not None:
        _offered("complexity", options.complexity, model.complexities, model)
    _in_range("n", options.n, 1, n_limit, model)
    _in_range("seed", options.seed, 0, SEED_LIMIT, model)
    if options.input_fidelity is not None:
        fidelities = tuple(InputFidelity) if model.input_fidelity else ()
        _offered("fidelity", options.input_fidelity, fidelities, model)
    if options.background is Background.TRANSPARENT and options.output_format is OutputFormat.JPEG:
        raise OptionsConflict(
            option="background",
            value="transparent",
            other="format",
            other_value="jpeg",
            offered=("png", "webp"),
        )
    if options.output_format is OutputFormat.SVG and options.n > 1:
        raise OptionsConflict(option="format", value="svg", other="n", other_value=str(options.n), offered=("1",))
    if options.area is not CropChoice.AUTO and not masked:
        raise AreaNotTaken(area=options.area)
    if options.area is CropChoice.PART and options.masked_edits is MaskedEdits.AS_DRAWN:
        raise AreaNotTaken(area=options.area, as_drawn=True)
    if options.aspect is not None:
        check_aspect(options.aspect, model, output_format=options.output_format)
    _check_frames(options, model, masked=masked)
    if options.output_format is not OutputFormat.GIF:
        _check_size(options.size, model)


def sheet_of(frames: int) -> tuple[int, int]:
    """Say how the frames of an animation lie on the one picture that they are cut from: columns and rows.

    Measured by a reseller, 2026-11: square frames go up to 960 for 2 to 9, 816 for 10 to 12 and 720 for 13 to 16.
    """
    return next(grid for most, grid in _SHEETS.items() if frames <= most)


def takes_size(model: Model, text: str, *, frames: int | None = None) -> bool:
    """Say whether a model makes pictures of a size, `auto` or `WxH`; or so many `frames` of it."""
    try:
        if frames is None:
            _check_size(text, model)
        else:
            _check_frame_size(text, model, frames=frames)
    except InvalidRequest:
        return False
    return True


def _check_frames(options: Options, model: Model, *, masked: bool) -> None:
    animated = options.output_format is OutputFormat.GIF
    for name, value in (("frames", options.frames), ("frame_ms", options.frame_ms)):
        if value is not None and not animated:
            raise OptionsConflict(
                option=name, value=str(value), other="format", other_value=options.output_format, offered=("gif",)
            )
    _in_range("frames", options.frames, *FRAMES, model)
    _in_range("frame_ms", options.frame_ms, *FRAME_MS, model, step=FRAME_MS_STEP)
    if not animated:
        return
    if masked:
        still = tuple(one for one in model.formats if one not in {"gif", "svg"})
        raise OptionsConflict(option="mask", value="", other="format", other_value="gif", offered=still)
    _check_frame_size(options.size, model, frames=options.frames or FRAMES_BY_DEFAULT)


def _check_frame_size(text: str, model: Model, *, frames: int) -> None:
    size = Size.from_text(text)
    if size is None:
        _check_size(text, model)
        return
    columns, rows = sheet_of(frames)
    # What has to keep to the model's rules is the sheet, of which each frame is a part.
    _check_size(str(Size(size.width * columns, size.height * rows)), model, asked=text)


def _in_range(option: str, value: int | None, low: int, high: int, model: Model, *, step: int = 1) -> None:
    if value is not None and value not in range(low, high + 1, step):
        raise OptionNotOffered(option=option, value=str(value), offered=(str(low), str(high)), model=model.name)


def _offered(option: str, value: str, offered: tuple[str, ...], model: Model) -> None:
    if value not in offered:
        raise OptionNotOffered(option=option, value=value, offered=offered, model=model.name)


def _check_size(text: str, model: Model, *, asked: str | None = None) -> None:
    rules = model.free_sizes
    if rules is None:
        _offered("size", text, model.sizes, model)
        return
    if text == "auto":
        return

    def refuse(rule: SizeRule, limit: str) -> SizeNotAllowed:
        return SizeNotAllowed(size=asked or text, rule=rule, limit=limit, model=model.name)

    size = Size.from_text(text)
    if size is None:
        raise refuse(SizeRule.SHAPE, "1024x1024")
    if size.width % rules.divisor or size.height % rules.divisor:
        raise refuse(SizeRule.DIVISOR, str(rules.divisor))
    if max(size.width, size.height) > rules.longest_ratio * min(size.width, size.height):
        raise refuse(SizeRule.RATIO, f"{rules.longest_ratio}:1")
    if max(size.width, size.height) > rules.longest_side:
        raise refuse(SizeRule.SIDE, str(rules.longest_side))
    if size.pixels < rules.fewest_pixels:
        raise refuse(SizeRule.FEWEST_PIXELS, str(rules.fewest_pixels))
    if size.pixels > rules.most_pixels:
        raise refuse(SizeRule.MOST_PIXELS, str(rules.most_pixels))
