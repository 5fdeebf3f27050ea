"""Extending a large photo and cutting its subject out: memory, and time beside decoding and encoding alone."""

from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

from benchmarks.compose import bytes_row, share_row
from benchmarks.images import encode, photo
from benchmarks.measure import Row
from bot.domain.crop import Crop
from bot.domain.crop_choice import CropChoice
from bot.domain.extension import Extension
from bot.domain.models import load_catalogue
from bot.images.codecs.encode import encode_png
from bot.images.compose.canvas import Extended, extend_picture
from bot.images.compose.cut_out import cut_out
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import MaskedUpload, prepare_masked, prepare_whole

_24_MP = 6000, 4000
"""Zoomed out 1.5x it is 54 megapixels; at 48 it would be scaled down first."""
_48_MP = 8000, 6000
_BYTES_LIMIT = 50_000_000
_CANVAS_BYTES = 3 * 3 * 54_000_000
"""Three times the decoded canvas: it, what is painted of it (most of it), and what is encoded."""
_CUT_BYTES = 3 * 4 * 48_000_000
"""Likewise, of a picture with alpha."""
_MOST_TIMES = 5.0
"""More than half of the canvas is painted anew, and compresses worse than a blurred border."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A photo whose subject is cut out, what of it goes up, and an answer with the subject in the middle."""

    original: bytes
    crop: Crop
    answer: bytes


def rows() -> list[Row]:
    """Measure each step of both, on the way up and back."""
    picture, extended, upload = _extended()
    cut = _cut()
    lay, cut_subject = partial(_lay_in, upload), partial(_cut_out, cut)
    return [
        bytes_row("24 MP, laid on a canvas of 54 MP", _extend, picture),
        bytes_row(
            "54 MP canvas, prepared with its marks",
            partial(_prepare, extended.marks),
            extended.canvas,
            most_bytes=_CANVAS_BYTES,
        ),
        bytes_row("54 MP canvas, new part laid in", lay, upload.picture, most_bytes=_CANVAS_BYTES),
        share_row(
            "54 MP canvas, laid in, to decode and encode",
            partial(lay, upload.picture),
            partial(_decode_and_encode, extended.canvas),
            most_times=_MOST_TIMES,
        ),
        bytes_row("48 MP, prepared to be cut out", _prepare_cut, encode(photo(*_48_MP), "JPEG", quality=90)),
        bytes_row("48 MP, subject cut out", cut_subject, cut.answer, most_bytes=_CUT_BYTES),
        share_row(
            "48 MP, cut out, to decode and encode",
            partial(cut_subject, cut.answer),
            partial(_decode_and_encode, cut.original),
            most_times=_MOST_TIMES,
        ),
    ]


@cache
def _extended() -> tuple[bytes, Extended, MaskedUpload]:
    picture = encode(photo(*_24_MP), "JPEG", quality=90)
    extended = _extend(picture)
    return picture, extended, _prepare(extended.marks, extended.canvas)


def _extend(picture: bytes) -> Extended:
    return extend_picture(picture, Extension.ZOOM_OUT)


def _prepare(marks: bytes, canvas: bytes) -> MaskedUpload:
    return prepare_masked(
        canvas,
        marks,
        is_region=True,
        model=load_catalogue().find("gpt-image-2"),
        size="auto",
        choice=CropChoice.WHOLE,
        byte_limit=_BYTES_LIMIT,
    )


def _lay_in(upload: MaskedUpload, answer: bytes) -> object:
    return lay_in(answer, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png")


def _prepare_cut(picture: bytes) -> object:
    model = load_catalogue().find("gpt-image-2.5-flare")
    return prepare_whole(picture, model=model, size="auto", byte_limit=_BYTES_LIMIT)


@cache
def _cut() -> Cut:
    picture = encode(photo(*_48_MP), "JPEG", quality=90)
    model = load_catalogue().find("gpt-image-2.5-flare")
    whole = prepare_whole(picture, model=model, size="auto", byte_limit=_BYTES_LIMIT)
    drawn = Image.open(BytesIO(whole.picture)).convert("RGB")
    alpha = Image.new("L", drawn.size)
    width, height = drawn.size
    ImageDraw.Draw(alpha).ellipse((width // 5, height // 5, 4 * width // 5, 4 * height // 5), fill=255)
    drawn.putalpha(alpha.filter(ImageFilter.GaussianBlur(3)))
    return Cut(whole.original, whole.crop, encode(drawn, "PNG"))


def _cut_out(cut: Cut, answer: bytes) -> object:
    laid = cut_out(answer, original=cut.original, crop=cut.crop, output_format="png")
    if laid is None:
        raise AssertionError
    return laid


def _decode_and_encode(picture: bytes) -> object:
    image = Image.open(BytesIO(picture))
    image.load()
    return encode_png(image)
