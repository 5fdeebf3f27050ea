"""One edit by a model that drifts, and the README's pictures of it: `python -m tests.contract.kept_pixels`."""

import asyncio
import io
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageOps

from bot.demo.api import create_app, serve
from bot.demo.playground.samples import draw_photo
from bot.domain.crop_choice import CropChoice
from bot.domain.models import load_catalogue
from bot.domain.options import Options
from bot.domain.request import ApiCall
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import prepare_masked
from bot.proxy.api import ImagesClient
from bot.proxy.profile import build_profile

DOCS = Path(__file__).parents[2] / "docs"
_MODEL = "demo:drift"
_SIZE = 1024, 768
_CIRCLE = 548, 78, 836, 366
"""Around the balloon of the sample photo at that size."""
_SHOWN = 512, 384
_STROKE = (255, 0, 200)

Levels = np.ndarray[Any, np.dtype[np.int16]]
Marked = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Edit:
    """A photo, what was marked in it, and what came of it: as the model drew it, and laid in; all of one size."""

    photo: Image.Image
    kept: Marked
    drawn: Image.Image
    exact: Image.Image

    def change(self, after: Image.Image) -> Levels:
        """By how much each pixel was changed, in the primary colour that was changed most."""
        before, now = (np.asarray(one.convert("RGB")).astype(np.int16) for one in (self.photo, after))
        change: Levels = np.abs(now - before).max(axis=2)
        return change

    @property
    def sentence(self) -> str:
        """Say how many of the kept pixels were changed; it stands in the README."""
        changed = {name: self.change(one)[self.kept] for name, one in (("exact", self.exact), ("drawn", self.drawn))}
        drawn = changed["drawn"]
        share = "all" if drawn.all() else f"{floor((drawn > 0).mean() * 1000) / 10} %"
        return (
            f"**Kept pixels changed: {int((changed['exact'] > 0).sum())}** of {int(self.kept.sum()):,}. As drawn, "
            f"{share} of them are, by {drawn.mean():.0f} of 255 levels on average."
        )


async def edit_a_photo() -> Edit:
    """Make the edit through the real client, with the embedded images API."""
    photo = ImageOps.exif_transpose(Image.open(io.BytesIO(draw_photo()))).resize(_SIZE, Image.Resampling.LANCZOS)
    mask = Image.new("L", _SIZE)
    ImageDraw.Draw(mask).ellipse(_CIRCLE, fill=255)
    upload = prepare_masked(
        _png(photo),
        _png(mask),
        is_region=True,
        model=load_catalogue().find(_MODEL),
        size="auto",
        # So that what the model draws can be compared with the photo, pixel by pixel.
        choice=CropChoice.WHOLE,
        byte_limit=50_000_000,
    )
    options = Options(model=_MODEL, seed=5, size=upload.crop.size)
    call = ApiCall(prompt="a red balloon", options=options, key="job-1", images=(upload.picture,), mask=upload.mask)
    runner, url = await serve(create_app())
    try:
        async with ImagesClient(build_profile("demo", base_url=url, timeout_seconds=60)) as client:
            [answer] = (await client.edit(call)).pictures
    finally:
        await runner.cleanup()
    laid = lay_in(answer.data, original=upload.original, marks=upload.marks, crop=upload.crop, output_format="png")
    assert laid is not None
    drawn, exact = (Image.open(io.BytesIO(data)) for data in (answer.data, laid.data))
    return Edit(photo, np.asarray(mask) == 0, drawn, exact)


def write_pictures(edit: Edit, folder: Path) -> list[Path]:
    """Write what the README shows: the photo with its mark, the result, and the change of both as drawn and exact."""
    marked = edit.photo.copy()
    ImageDraw.Draw(marked).ellipse(_CIRCLE, outline=_STROKE, width=8)
    pictures = {
        "kept-photo.jpg": marked,
        "kept-exact.jpg": edit.exact.convert("RGB"),
        "kept-change-as-drawn.jpg": _brightest(edit.change(edit.drawn)),
        "kept-change-exact.png": _brightest(edit.change(edit.exact)),
    }
    for name, picture in pictures.items():
        picture.resize(_SHOWN, Image.Resampling.BOX).save(folder / name, quality=85, optimize=True)
    return [folder / name for name in pictures]


def _brightest(change: Levels) -> Image.Image:
    """Halve a picture of a change, so that what is black stands for pixels none of which was changed."""
    height, width = change.shape
    return Image.fromarray(change.reshape(height // 2, 2, width // 2, 2).max(axis=(1, 3)).astype(np.uint8))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


if __name__ == "__main__":
    done = asyncio.run(edit_a_photo())
    print(done.sentence, *write_pictures(done, DOCS), sep="\n")  # noqa: T201 - what to write into the README
