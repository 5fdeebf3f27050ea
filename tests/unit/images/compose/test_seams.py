"""A judge of seams: what models do to the rest of a picture is not to be seen around what they were to change."""

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.domain.crop_choice import CropChoice
from bot.domain.models import load_catalogue
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import MaskedUpload, prepare_masked
from tests.unit.images.compose.drift import draw, flat, gradient, textured
from tests.unit.images.pictures import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = load_catalogue().find("gpt-image-2")
SIZE = 900, 700
MARKED = 360, 260, 540, 440
BOUND = 1.5
"""Levels from pixel to pixel, on average over the edge. Laid in as they come, these answers have up to 12."""

DRIFTS: dict[str, dict[str, Any]] = {
    "shifted": {"shift": (0.03, -0.02)},
    "shifted the other way": {"shift": (-0.03, 0.03)},
    "smaller": {"scale": 0.95},
    "larger": {"scale": 1.05, "shift": (0.01, 0.01)},
    "brighter": {"tint": (1, 17)},
    "darker": {"tint": (1, -17)},
    "of less contrast": {"tint": (0.85, 20)},
    "another size": {"size": (1536, 1024)},
    "all at once": {"shift": (0.02, 0.02), "scale": 0.97, "tint": (0.95, 17), "size": (768, 768)},
}


@pytest.fixture(
    scope="module",
    params=[(flat, "ellipse"), (gradient, "ellipse"), (textured, "ellipse"), (gradient, "rectangle")],
    ids=lambda one: f"{one[0].__name__} {one[1]}",
)
def upload(request: pytest.FixtureRequest) -> MaskedUpload:
    make: Callable[[int, int], Image.Image] = request.param[0]
    mask = Image.new("L", SIZE)
    getattr(ImageDraw.Draw(mask), request.param[1])(MARKED, fill=255)
    return prepare_masked(
        encode(make(*SIZE), "PNG"),
        encode(mask, "PNG"),
        is_region=True,
        model=MODEL,
        size="auto",
        choice=CropChoice.PART,
        byte_limit=50_000_000,
    )


@pytest.mark.parametrize("drift", DRIFTS.values(), ids=DRIFTS)
def test_the_seam_cannot_be_seen(upload: MaskedUpload, drift: dict[str, Any]) -> None:
    assert _seam(upload, draw(upload.picture, _ball(upload), **drift)) <= BOUND


def test_a_model_that_repaints_all_leaves_no_seam(upload: MaskedUpload) -> None:
    noisy = decode(upload.mask).getchannel("A")

    answer = draw(upload.picture, _ball(upload), noise=38, noisy=noisy, tint=(1, 17))

    assert _seam(upload, answer) <= BOUND


def test_a_model_that_ignores_the_mask_leaves_no_seam(upload: MaskedUpload) -> None:
    change = _ball(upload)
    brush = ImageDraw.Draw(change)
    side = change.width
    brush.rectangle((0, 0, side, side // 5), fill=(20, 20, 200, 255))
    brush.ellipse((side * 0.05, side * 0.7, side * 0.3, side * 0.95), fill=(20, 200, 20, 255))

    assert _seam(upload, draw(upload.picture, change, tint=(1, 17))) <= BOUND


def _seam(upload: MaskedUpload, answer: bytes) -> float:
    """Say by how much more a result changes from pixel to pixel along the edge than that of a perfect answer does."""
    result, perfect = _laid_in(upload, answer), _perfect(upload)
    marks = Image.new("L", SIZE)
    marks.paste(decode(upload.marks), upload.crop.box)
    edge = np.asarray(
        ImageChops.subtract(
            marks.filter(ImageFilter.MaxFilter(3)), marks.point([0] * 250 + [255] * 6).filter(ImageFilter.MinFilter(3))
        )
    )
    change = result - perfect
    across, down = np.abs(np.diff(change, axis=1)).max(axis=2), np.abs(np.diff(change, axis=0)).max(axis=2)
    steps = np.maximum(across[:-1], down[:, :-1])
    return float(steps[edge[:-1, :-1] > 0].mean())


@cache
def _perfect(upload: MaskedUpload) -> "np.ndarray[Any, np.dtype[np.int16]]":
    return _laid_in(upload, draw(upload.picture, _ball(upload)))


def _laid_in(upload: MaskedUpload, answer: bytes) -> "np.ndarray[Any, np.dtype[np.int16]]":
    result = lay_in(answer, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png")
    assert result is not None
    return np.asarray(decode(result.data)).astype(np.int16)


def _ball(upload: MaskedUpload) -> Image.Image:
    """Make a change that fills the middle of what is marked."""
    left, top, right, bottom = MARKED
    size = upload.crop.width, upload.crop.height
    inset = (right - left) // 5
    box = (left + inset, top + inset, right - inset, bottom - inset)
    ball = Image.new("RGBA", size)
    corner = upload.crop.left, upload.crop.top, upload.crop.left, upload.crop.top
    ImageDraw.Draw(ball).ellipse([one - other for one, other in zip(box, corner, strict=True)], fill=(200, 30, 30, 255))
    return ball
