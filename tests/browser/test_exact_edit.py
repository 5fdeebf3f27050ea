"""A part of a photo from a phone, circled on a smaller copy: it is repainted in its place, and nothing else is."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps
from playwright.async_api import Page, expect

from tests.browser.channel import Channel, download_pictures, wait_for_pictures
from tests.browser.conftest import start_playground, take_screenshot
from tests.unit.images.compose.drift import textured

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(600)]

LONG_MS = 180_000
"""12 megapixels in a process that lets others go first, on a machine that has other things to do."""
HELD_UPRIGHT = 6
"""A phone stores what it takes so lying on its side; Exif 2.32, table 6, Orientation."""
CIRCLE = 1900, 2500, 2500, 3100
AROUND = 40
"""Pixels: a stroke that was scaled, and the fading of its edge, count as marked."""


async def test_a_part_that_was_circled_is_repainted_in_place(page: Page, tmp_path: Path) -> None:
    photo, copy = take_photo(tmp_path), tmp_path / "circled.jpg"
    upright = np.asarray(ImageOps.exif_transpose(Image.open(photo)))
    circle(upright).resize((1500, 2000)).save(copy, quality=88)
    with start_playground(tmp_path, IMAGES_MODEL="demo:drift") as running:
        channel = await Channel.open(page, running.url)
        await channel.command("edit", typed={"prompt": "a red balloon"}, files={"image": photo, "mask": copy})
        preview = await channel.send(timeout_ms=LONG_MS)
        await expect(preview).to_contain_text(re.compile(r"The tinted part will be repainted \(2\s?%"))
        await wait_for_pictures(preview, 1, timeout_ms=LONG_MS)

        edited = await channel.press(preview, "Repaint what I covered", timeout_ms=LONG_MS)

        await expect(edited).to_contain_text("1024x1024 merged into the original", timeout=LONG_MS)
        await wait_for_pictures(edited, 1, timeout_ms=LONG_MS)
        [exact] = await download_pictures(edited)
        changed = (np.asarray(exact) != upright).any(axis=2)
        left, top, right, bottom = CIRCLE
        assert exact.size == (3000, 4000)
        assert changed[top + 60 : bottom - 60, left + 180 : right - 180].mean() > 0.99
        changed[top - AROUND : bottom + AROUND, left - AROUND : right + AROUND] = False
        assert int(changed.sum()) == 0, "pixels that should be kept are changed"
        await take_screenshot(page, "exact-edit")

        await channel.click(edited, "As drawn")
        await expect(edited.get_by_role("button", name="Exact", exact=True)).to_be_visible(timeout=LONG_MS)
        await expect(edited).to_contain_text("1024x1024 as drawn", timeout=LONG_MS)
        await wait_for_pictures(edited, 1, timeout_ms=LONG_MS)
        assert [one.size for one in await download_pictures(edited)] == [(1024, 1024)]
        await take_screenshot(page, "exact-edit-as-drawn")

        await channel.click(edited, "Exact")
        await expect(edited.get_by_role("button", name="As drawn", exact=True)).to_be_visible(timeout=LONG_MS)
        await wait_for_pictures(edited, 1, timeout_ms=LONG_MS)
        [back] = await download_pictures(edited)
        assert np.array_equal(np.asarray(back), np.asarray(exact))
        assert running.end() == 0


def take_photo(folder: Path) -> Path:
    """Take a photo of 12 megapixels with a phone that is held upright."""
    exif = Image.Exif()
    exif[0x0112] = HELD_UPRIGHT
    textured(1000, 750).resize((4000, 3000)).save(folder / "phone.jpg", quality=75, exif=exif)
    return folder / "phone.jpg"


def circle(upright: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Image.Image:
    """Circle something on a copy."""
    copy = Image.fromarray(upright)
    ImageDraw.Draw(copy).ellipse(CIRCLE, outline=(255, 0, 255), width=30)
    return copy
