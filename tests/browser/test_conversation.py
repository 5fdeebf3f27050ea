"""The README's walk-through, as a person takes it: a picture, a reply, a variation, a part, and back."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from tests.browser.channel import Channel, wait_for_pictures
from tests.browser.conftest import VIEWPORT, Playground, take_picture

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_walk_through(playground: Playground, page: Page) -> None:
    await page.set_viewport_size(VIEWPORT)
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a harbour at noon"})
    first = await channel.send()
    await wait_for_pictures(first, 1)

    night = await channel.reply(first, "@Easel make it night --quality medium")
    await wait_for_pictures(night, 1)
    await expect(night).to_contain_text("make it night by @Ada")
    await expect(night).to_contain_text("medium")
    await take_picture(night, "walk-reply")

    await channel.restart()
    varied = await channel.press(night, "Vary")
    await wait_for_pictures(varied, 1)
    compared = await channel.press(varied, "Compare")
    await wait_for_pictures(compared, 1)
    await take_picture(compared, "walk-compare")

    form = await channel.open_form(varied, "Edit")
    await form.get_by_label("What should change?").fill("a lighthouse with its lamp lit")
    await channel.choose(form, "Where?", "B1", "B2", "C1", "C2")
    await take_picture(form, "walk-form")
    overlay = await channel.submit(form)
    await wait_for_pictures(overlay, 1)
    await take_picture(overlay, "walk-overlay")
    edited = await channel.press(overlay, "Go")
    await wait_for_pictures(edited, 1)
    await expect(edited).to_contain_text("a lighthouse with its lamp lit")

    info = await channel.press(edited, "Info")
    await expect(info).to_contain_text("a harbour at noon")
    tree = await channel.press(info, "Tree")
    await wait_for_pictures(tree, 1)
    await take_picture(tree, "walk-tree")
    back = await channel.choose_in(info, re.compile("3 steps back"))
    await wait_for_pictures(back, 1)
    await expect(back).to_contain_text("a harbour at noon")


async def test_a_mask_is_uploaded_in_the_form(playground: Playground, page: Page, tmp_path: Path) -> None:
    mask = tmp_path / "mask.png"
    picture = Image.new("L", (512, 512), 0)
    picture.paste(255, (128, 128, 384, 384))
    picture.save(mask)
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a meadow"})
    first = await channel.send()
    await wait_for_pictures(first, 1)
    form = await channel.open_form(first, "Edit")
    await form.get_by_label("What should change?").fill("a meadow")
    await form.locator("input[type=file]").set_input_files(mask)
    overlay = await channel.submit(form)
    await wait_for_pictures(overlay, 1)
    await expect(overlay).to_contain_text("The tinted part will be repainted")
    edited = await channel.press(overlay, "Go")
    await wait_for_pictures(edited, 1)
