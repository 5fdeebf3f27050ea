"""The options of a request: quality, size, background, n, format and what may go together."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.domain.errors import (
    InvalidRequest,
    OptionNotOffered,
    OptionsConflict,
    PromptBlank,
    PromptTooLong,
    SizeNotAllowed,
)
from bot.domain.models import Model

PROMPT_LIMIT = 32_000
"""Characters; OpenAI's API reference, createImage and createImageEdit, `prompt`."""
SEED_LIMIT = 2**31 - 1
"""The highest seed; ComfyUI's OpenAIGPTImage1 node."""
N_LIMIT = 10
"""Pictures a request; OpenAI's API reference, createImage, `n`. Discord takes as many attachments a message."""

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


class InputFidelity(StrEnum):
    """How closely an edit keeps to its input pictures."""

    LOW = "low"
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


class OptionMistake(StrEnum):
    """Why words of a message that look like an option do not count as one."""

    UNKNOWN = "unknown"
    MISSPELT = "misspelt"
    UNMARKED = "unmarked"
    """Without the dashes."""
    VALUE_MISSING = "value_missing"
    VALUE_UNKNOWN = "value_unknown"
    NO_VALUE_TAKEN = "no_value_taken"
    MISPLACED = "misplaced"
    """With words behind it."""
    PRIVATE = "private"
    """The answer to a message is there for everybody."""


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

    The last two are what the server wants: how strict the provider is (None: as it is by itself), and whether anybody
    looks at the picture while it is drawn, so that `sketches` are asked for.
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


def check_prompt(prompt: str) -> None:
    """Refuse a prompt that the API would refuse.

    Raises:
        PromptBlank: nothing in it can be seen: white space, control and format characters alone.
        PromptTooLong: it is over 32,000 characters.
    """
    if all(unicodedata.category(char)[0] in "CZ" for char in prompt):
        raise PromptBlank
    if len(prompt) > PROMPT_LIMIT:
        raise PromptTooLong(length=len(prompt), limit=PROMPT_LIMIT)


def check_options(options: Options, model: Model, *, n_limit: int = N_LIMIT) -> None:
    """Refuse what the model does not have, and what may not go together.

    `n_limit` is this bot's own ceiling for `n`.

    Raises:
        OptionNotOffered: a value outside the model's list, or outside the API's range.
        OptionsConflict: a transparent background in a format without alpha.
        SizeNotAllowed: a size that breaks a rule of a model with free sizes.
    """
    _offered("quality", options.quality, model.qualities, model)
    _offered("background", options.background, model.backgrounds, model)
    if not 1 <= options.n <= n_limit:
        raise OptionNotOffered(option="n", value=str(options.n), offered=("1", str(n_limit)), model=model.name)
    if options.seed is not None and not 0 <= options.seed <= SEED_LIMIT:
        raise OptionNotOffered(option="seed", value=str(options.seed), offered=("0", str(SEED_LIMIT)), model=model.name)
    if options.input_fidelity is not None and not model.input_fidelity:
        raise OptionNotOffered(option="fidelity", value=options.input_fidelity, offered=(), model=model.name)
    if options.background is Background.TRANSPARENT and options.output_format is OutputFormat.JPEG:
        raise OptionsConflict(
            option="background",
            value="transparent",
            other="format",
            other_value="jpeg",
            offered=("png", "webp"),
        )
    _check_size(options.size, model)


def takes_size(model: Model, text: str) -> bool:
    """Say whether a model makes pictures of a size, `auto` or `WxH`."""
    try:
        _check_size(text, model)
    except InvalidRequest:
        return False
    return True


def _offered(option: str, value: str, offered: tuple[str, ...], model: Model) -> None:
    if value not in offered:
        raise OptionNotOffered(option=option, value=value, offered=offered, model=model.name)


def _check_size(text: str, model: Model) -> None:
    rules = model.free_sizes
    if rules is None:
        _offered("size", text, model.sizes, model)
        return
    if text == "auto":
        return

    def refuse(rule: SizeRule, limit: str) -> SizeNotAllowed:
        return SizeNotAllowed(size=text, rule=rule, limit=limit, model=model.name)

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
