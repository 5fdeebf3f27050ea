"""The playground as a person uses it, in a real browser."""

import re
import signal
from pathlib import Path

import aiohttp
import numpy as np
import pytest
from PIL import Image, ImageOps
from playwright.async_api import Page, expect

from tests.browser.channel import Channel, download_pictures, pictures_of, wait_for_pictures
from tests.browser.conftest import OpenTab, Playground, start_playground, take_screenshot
from tests.browser.visitor import Visitor, is_open

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_imagine_with_options_posts_four_pictures(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await take_screenshot(page, "welcome")
    await channel.command(
        "imagine",
        typed={"prompt": "a lighthouse on a cliff at dusk", "n": "4", "size": "1024x1024"},
        chosen={"quality": "high"},
    )
    await take_screenshot(page, "imagine-options")

    answer = await channel.send()

    await wait_for_pictures(answer, 4)
    await expect(answer).to_contain_text("a lighthouse on a cliff at dusk by @Ada · ")
    await expect(answer).to_contain_text(" · high · 1024x1024 · demo picture (no AI) · ")
    assert [picture.size for picture in await download_pictures(answer)] == [(1024, 1024)] * 4
    await expect(answer.locator(".message-time")).to_have_text(re.compile(r"^\d+:\d\d [AP]M"))
    button = await answer.get_by_role("button", name="Again", exact=True).bounding_box()
    picture = await pictures_of(answer).last.bounding_box()
    assert picture is not None
    assert button is not None
    assert picture["y"] + picture["height"] < button["y"]
    await take_screenshot(page, "playground")


async def test_edit_repaints_what_the_mask_marks_and_nothing_else(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.command(
        "edit", typed={"prompt": "a green airship"}, files={"image": playground.photo, "mask": playground.mask}
    )
    await take_screenshot(page, "edit-options")

    answer = await channel.send()

    await wait_for_pictures(answer, 1)
    (result,) = await download_pictures(answer)
    photo = ImageOps.exif_transpose(Image.open(playground.photo)).convert("RGB").resize(result.size)
    marked = np.asarray(Image.open(playground.mask).resize(result.size)) / 255
    change = np.abs(np.asarray(result.convert("RGB"), float) - np.asarray(photo, float)).mean(axis=2)
    assert change[marked > 0.99].mean() > 15
    assert change[marked < 0.01].mean() < 3
    await take_screenshot(page, "edit")


async def test_a_slow_picture_arrives_by_itself_while_others_go_on(open_tab: OpenTab, playground: Playground) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    bruno = await Channel.open(await open_tab(), playground.url)
    await bruno.view_as("Bruno")
    await ada.command("imagine", typed={"prompt": "a slow river demo:slow=12"})

    slow = await ada.send()

    await expect(slow).to_contain_text("Thinking…")
    await take_screenshot(ada.page, "slow-thinking")
    await bruno.command("imagine", typed={"prompt": "a quick fox"})
    quick = await bruno.send()
    await wait_for_pictures(quick, 1)
    await expect(quick).to_contain_text("by @Bruno")
    await expect(slow).to_contain_text("drawing for")
    await expect(slow).to_contain_text("a slow river demo:slow=12 by @Ada", timeout=30_000)
    await wait_for_pictures(slow, 1)
    await take_screenshot(ada.page, "slow-arrived")


async def test_a_private_answer_is_seen_by_who_asked_alone(open_tab: OpenTab, playground: Playground) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    mira = await Channel.open(await open_tab(), playground.url)
    await mira.view_as("Mira (moderator)")
    await ada.command("imagine", typed={"prompt": "a secret garden"}, chosen={"private": "True"})

    await wait_for_pictures(await ada.send(), 1)

    await ada.command("imagine", typed={"prompt": "a public garden"})
    await ada.send()
    await expect(mira.messages.filter(has_text="a public garden")).to_have_count(1)
    await expect(mira.messages.filter(has_text="a secret garden")).to_have_count(0)


@pytest.mark.parametrize(
    ("picture", "mask", "words"),
    [
        ("text", None, "isn't a PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF picture"),
        ("photo", "square", "The mask is 600x600 and the picture is 1600x1200"),
        ("photo", "black", "The mask is completely black"),
        ("cut", None, "incomplete or damaged"),
    ],
)
async def test_an_input_that_cannot_be_used_gets_its_sentence(
    page: Page, playground: Playground, tmp_path: Path, picture: str, mask: str | None, words: str
) -> None:
    inputs = {"text": tmp_path / "notes.txt", "photo": playground.photo, "cut": tmp_path / "cut.jpg"}
    inputs["text"].write_text("milk, bread, eggs")
    inputs["cut"].write_bytes(playground.photo.read_bytes()[:20_000])
    for name, size in (("square", (600, 600)), ("black", (1600, 1200))):
        inputs[name] = tmp_path / f"{name}.png"
        Image.new("L", size, 0 if name == "black" else 255).save(inputs[name])
    channel = await Channel.open(page, playground.url)
    files = {"image": inputs[picture]} | ({"mask": inputs[mask]} if mask else {})
    await channel.command("edit", typed={"prompt": "a green airship"}, files=files)

    answer = await channel.send()

    await expect(answer).to_contain_text(words)
    await expect(answer).to_contain_text("Nothing was spent.")
    await expect(pictures_of(answer)).to_have_count(0)
    await take_screenshot(page, f"refused-{mask or picture}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly_whatever_is_still_drawn(tmp_path: Path, number: signal.Signals) -> None:
    with start_playground(tmp_path) as running:
        async with aiohttp.ClientSession() as session:
            visitor = await Visitor.open(session, running.url)
            await visitor.imagine("a glacier demo:slow=100")
            assert is_open(await visitor.last_message())
            assert running.end(number) == 0
        assert "Traceback" not in running.log.read_text()


async def test_ending_the_session_in_the_page_ends_the_process(page: Page, tmp_path: Path) -> None:
    with start_playground(tmp_path) as running:
        await Channel.open(page, running.url)
        await page.get_by_text("More", exact=True).click()
        await page.get_by_role("button", name="End preview session").click()
        running.process.communicate(timeout=30)
        assert running.process.returncode == 0
