"""What a mask keeps is kept with every provider that takes one, in whatever form its answers come."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.domain.crop_choice import CropChoice
from bot.domain.models import load_catalogue
from bot.domain.options import Options
from bot.domain.request import ApiCall
from bot.images.compose.lay_in import lay_in
from bot.images.compose.upload import MaskedUpload, prepare_masked
from bot.proxy.api import ImagesClient
from bot.proxy.profile import build_profile
from tests.contract.demo_server import encoded, opened, png
from tests.standin.providers.habits import ALL, OPENAI
from tests.standin.providers.server import Habits, HabitualServer
from tests.unit.images.compose.drift import draw, textured

SIZE = 640, 480
BOX = 240, 160, 400, 320
PHOTO = textured(*SIZE)
MASK = Image.new("L", SIZE)
ImageDraw.Draw(MASK).ellipse(BOX, fill=255)
STRAYS = partial(draw, shift=(0.006, -0.004), scale=1.008, tint=(1, 17), noise=3)

TAKE_MASKS = [one for one in ALL if build_profile(one.name, base_url="http://127.0.0.1:9/v1", api_key="k").takes_mask]
ADDRESSES = replace(OPENAI, takes=OPENAI.takes - {"response_format"}, refuses=None, gives_addresses=True)
IGNORANT = replace(OPENAI, takes=frozenset({"prompt", "model"}), refuses=None)
"""It passes over all but the words, `size` too."""


def upload(choice: CropChoice = CropChoice.WHOLE, *, model: str = "gpt-image-2") -> MaskedUpload:
    return prepare_masked(
        png(PHOTO),
        png(MASK),
        is_region=True,
        model=load_catalogue().find(model),
        size="auto",
        choice=choice,
        byte_limit=50_000_000,
    )


def painted(picture: bytes) -> Image.Image:
    """A change that fills the middle, in colours that the photo has nowhere."""
    width, height = opened(picture).size
    change = Image.new("RGBA", (width, height))
    change.paste((255, 255, 255, 255), (45 * width // 100, 45 * height // 100, 55 * width // 100, 55 * height // 100))
    return change


def answer(picture: bytes, *, image_format: str = "PNG", size: tuple[int, int] | None = None) -> bytes:
    """Answer as models do: off in tone, moved, a little larger, noisy."""
    drawn = STRAYS(picture, painted(picture), size=size)
    return drawn if image_format == "PNG" else encoded(opened(drawn).convert("RGB"), image_format, quality=80)


async def changed(
    habits: Habits, provider: str, up: MaskedUpload, respond: Callable[[bytes], bytes], *, output_format: str = "png"
) -> tuple[int, int]:
    """Count the pixels that were changed: of those that no mask marks, and of the others."""
    async with HabitualServer(habits, draw=respond) as server:
        profile = build_profile(provider, base_url=server.url, api_key="k", timeout_seconds=20)
        async with ImagesClient(profile) as client:
            options = Options(model="gpt-image-2", size=up.crop.size)
            call = ApiCall(prompt="snow", options=options, key="job-1", images=(up.picture,), mask=up.mask, user="8f3a")
            [got] = (await client.edit(call)).pictures
    laid = lay_in(got.data, original=up.original, marks=up.marks, crop=up.crop, output_format=output_format)
    assert laid is not None, "it was not laid in"
    result = opened(laid.data).convert("RGB")
    assert result.size == SIZE
    change = (np.asarray(result) != np.asarray(PHOTO)).any(axis=2)
    kept = np.asarray(MASK) == 0
    return int(change[kept].sum()), int(change[~kept].sum())


@pytest.mark.parametrize("habits", TAKE_MASKS, ids=lambda one: one.name)
async def test_kept_pixels_changed_0_by_every_preset(habits: Habits) -> None:
    kept, inside = await changed(habits, habits.name, upload(), answer)
    assert kept == 0
    assert inside > 10_000


@pytest.mark.parametrize(
    "quirk",
    [
        {"image_format": "JPEG"},
        {"image_format": "WEBP"},
        {"image_format": "JPEG", "size": (1024, 1024)},
        {"size": (1536, 1024)},
        {"size": (2352, 1764)},
        {"size": (256, 192)},
    ],
    ids=lambda quirk: " ".join(map(str, quirk.values())),
)
async def test_kept_pixels_changed_0_whatever_a_server_answers_with(quirk: dict[str, Any]) -> None:
    kept, inside = await changed(IGNORANT, "compatible", upload(), partial(answer, **quirk))
    assert kept == 0
    assert inside > 10_000


@pytest.mark.parametrize("habits", [OPENAI, ADDRESSES], ids=["base64", "addresses"])
@pytest.mark.parametrize("output_format", ["png", "webp"])
async def test_kept_pixels_changed_0_however_the_picture_comes_and_is_kept(habits: Habits, output_format: str) -> None:
    kept, inside = await changed(habits, "compatible", upload(), answer, output_format=output_format)
    assert kept == 0
    assert inside > 10_000


async def test_a_model_that_nobody_knows_keeps_them_too() -> None:
    up = upload(CropChoice.PART, model="sd3.5-medium")
    kept, inside = await changed(IGNORANT, "compatible", up, partial(answer, size=(1024, 1024)))
    assert kept == 0
    assert inside > 10_000
