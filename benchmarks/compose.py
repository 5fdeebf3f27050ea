"""Laying an answer into a large photo, against float arrays and against decoding and encoding alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.images import encode, photo
from benchmarks.measure import Rival, Row, extra_bytes, memory_row, speed_row
from bot.domain.crop_choice import CropChoice
from bot.domain.models import load_catalogue
from bot.images.codecs.encode import encode_jpeg
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import MaskedUpload, prepare_masked

_48_MP = 8000, 6000
_MARKED = 4000, 3000, 5106, 4106
"""An ellipse of 2 % of the picture."""
_ROUNDS = 5
MOST_TIMES = 1.5
MOST_BYTES = 350_000_000
_SOFT_PIXELS = 12
_QUALITY = 95


@dataclass(frozen=True, slots=True)
class Edit:
    """A photo, its mask, and what was made of both for the edit; what went up is the answer."""

    picture: bytes
    mask: bytes
    upload: MaskedUpload


def rows() -> list[Row]:
    """Measure preparing and laying in at 48 megapixels, 2 % of them marked."""
    edit = _edit()
    laying = Rival(partial(_lay_in, edit.upload), partial(_lay_in_as_floats, edit))
    return [
        speed_row("48 MP, change laid in", laying, edit.upload.picture, times=5),
        memory_row("48 MP, change laid in", laying, edit.upload.picture, part=5),
        share_row(
            "48 MP, laid in, to decode and encode",
            partial(_lay_in, edit.upload, edit.upload.picture),
            partial(_decode_and_encode, edit.picture),
        ),
        bytes_row("48 MP, prepared with its mask", partial(_prepare, edit.mask), edit.picture),
        *(
            bytes_row(
                f"48 MP, change laid in as {one}", partial(_lay_in, edit.upload, format_=one), edit.upload.picture
            )
            for one in ("jpeg", "png")
        ),
    ]


@cache
def _edit() -> Edit:
    mask = Image.new("L", _48_MP)
    ImageDraw.Draw(mask).ellipse(_MARKED, fill=255)
    picture, drawn = encode(photo(*_48_MP), "JPEG", quality=90), encode(mask, "PNG")
    return Edit(picture, drawn, _prepare(drawn, picture))


def _prepare(mask: bytes, picture: bytes) -> MaskedUpload:
    return prepare_masked(
        picture,
        mask,
        is_region=True,
        model=load_catalogue().find("gpt-image-2"),
        size="auto",
        choice=CropChoice.AUTO,
        byte_limit=50_000_000,
    )


def _lay_in(upload: MaskedUpload, answer: bytes, *, format_: str = "jpeg") -> object:
    return lay_in(answer, original=upload.original, marks=upload.marks, crop=upload.crop, output_format=format_)


def _decode_and_encode(picture: bytes) -> object:
    image = Image.open(BytesIO(picture))
    image.load()
    return encode_jpeg(image, quality=_QUALITY)


def _lay_in_as_floats(edit: Edit, answer: bytes) -> object:
    """Lay an answer in as scripts do: all of the picture as floats, the answer on a canvas of its size, one formula."""
    crop = edit.upload.crop
    picture = np.asarray(Image.open(BytesIO(edit.picture)).convert("RGB")).astype(np.float32) / 255
    canvas = Image.new("RGB", _48_MP)
    drawn = Image.open(BytesIO(answer)).convert("RGB").resize((crop.width, crop.height), Image.Resampling.LANCZOS)
    canvas.paste(drawn, (crop.left, crop.top))
    mask = Image.open(BytesIO(edit.mask)).filter(ImageFilter.GaussianBlur(_SOFT_PIXELS))
    weights = np.asarray(mask).astype(np.float32)[..., None] / 255
    mixed = picture * (1 - weights) + np.asarray(canvas).astype(np.float32) / 255 * weights
    file = BytesIO()
    whole = Image.fromarray(np.clip(mixed * 255, 0, 255).astype(np.uint8))
    whole.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def share_row(name: str, work: "partial[object]", least: "partial[object]", *, most_times: float = MOST_TIMES) -> Row:
    """Compare work with what it takes at least, in the processor's seconds: the best of each, in turns."""
    ours, floor = [], []
    for _ in range(_ROUNDS):
        ours.append(_seconds(work))
        floor.append(_seconds(least))
    times = min(ours) / min(floor)
    return Row(
        name=name,
        measured=f"{times:.2f} times as long",
        target=f"at most {most_times:g}",
        met=times <= most_times,
        detail=f"{min(ours) * 1e3:.0f} ms, {min(floor) * 1e3:.0f} ms of the processor",
    )


def bytes_row(name: str, work: Callable[[bytes], object], given: bytes, *, most_bytes: int = MOST_BYTES) -> Row:
    """Hold the memory of work to a number of bytes, that of a whole edit if none is given."""
    extra = extra_bytes(work, given)
    return Row(
        name=name,
        measured=f"+{extra / 1e6:.0f} MB",
        target=f"at most +{most_bytes / 1e6:.0f} MB",
        met=extra <= most_bytes,
    )


def _seconds(work: "partial[object]") -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
