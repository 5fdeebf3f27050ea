"""What is asked for, by whom, and what came back.

Prompts and pictures are left out of every repr, so that none ends in a log or a traceback.
"""

from dataclasses import dataclass, field

from bot.domain.options import Options, OutputFormat

MASK = "mask"
"""The label of a file that is the mask of the first picture."""
MARKUP = "markup"
"""The label of a file that has what somebody drew over the first picture, transparent elsewhere."""
ORIGINAL = "original"
"""The label of the first picture as it was given, into which the answer is laid."""
MARKS = "marks"
"""The label of what is marked of the part of the original that goes up, in that part's size."""
KEPT_BESIDE = frozenset({ORIGINAL, MARKS})
"""The labels of files that are kept for a job and never sent."""
NO_PICTURES = frozenset({MASK, MARKUP}) | KEPT_BESIDE
"""The labels of all files that are no input picture."""


def image_label(number: int) -> str:
    """Name an input picture by its number, from 1, as the options of /edit are named."""
    return "image" if number == 1 else f"image{number}"


@dataclass(frozen=True, slots=True, order=True)
class PictureRef:
    """One picture that we made: the `place`-th of a job, counted from 1."""

    job_id: int
    place: int


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file as the asker gave it; `label` is the option it was given to (`image`, `image2`, `mask`).

    `parent` is the picture of ours that it is.
    """

    label: str
    data: bytes = field(repr=False)
    parent: PictureRef | None = None


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """A request to make a picture, or to edit the `images` there are (with a `mask`: where it marks).

    With `mask_is_region` the mask is white on black of our own making; else it is whatever somebody gave. In place of a
    mask there may be `markup`: an RGBA PNG with what somebody drew over the first picture.
    """

    prompt: str = field(repr=False)
    options: Options
    images: tuple[InputFile, ...] = ()
    mask: InputFile | None = None
    mask_is_region: bool = False
    markup: InputFile | None = None


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call of the images API, everything in it ready to send.

    `images` are PNG, JPEG or WebP files within the API's limits, `mask` an RGBA PNG of the first one's size, and
    `markup` another, whose strokes over the first one say what to change; never both. `user` is an opaque id of the
    asker. `key` is the idempotency key of all attempts at this call.
    """

    prompt: str = field(repr=False)
    options: Options
    key: str
    images: tuple[bytes, ...] = field(default=(), repr=False)
    mask: bytes | None = field(default=None, repr=False)
    markup: bytes | None = field(default=None, repr=False)
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """The tokens that a call used, as the provider counted them.

    `svg_tokens` are those of the model that writes an SVG, whose price is another and not known.
    """

    input_text_tokens: int
    input_image_tokens: int
    output_tokens: int
    svg_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """One result: the very bytes that the provider sent, and the format they are in."""

    data: bytes = field(repr=False)
    output_format: str
    revised_prompt: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """What the images API gave back.

    `dropped` names the fields of the request that the provider does not take and that had no effect (`seed`,
    `background`); `size` and `quality` are what it says it used, where it says so. `cost_microusd` is what it says
    that the call cost, which is better than any price of ours.
    """

    pictures: tuple[Picture, ...]
    usage: Usage | None = None
    size: str | None = None
    quality: str | None = None
    dropped: tuple[str, ...] = ()
    cost_microusd: int | None = None


@dataclass(frozen=True, slots=True)
class PartialPicture:
    """A picture that is not finished: the `index`-th sketch, counted from 0.

    Without an `output_format` it is in the one that was asked for.
    """

    data: bytes = field(repr=False)
    index: int
    output_format: OutputFormat | None = None
