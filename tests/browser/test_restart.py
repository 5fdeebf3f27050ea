"""What the playground adds to simcord's page: a button that restarts the bot, and the Apps menu of a message."""

import asyncio
from pathlib import Path

import aiohttp
import pytest
from PIL import Image
from playwright.async_api import Page, Route, expect

from tests.browser.channel import Channel, read_private, wait_for_pictures
from tests.browser.conftest import OpenTab, Playground, take_screenshot

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_picture_is_still_in_the_history_after_a_restart(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a harbour at noon"})
    await expect(await channel.send()).to_contain_text("by @Ada")

    await channel.restart()

    await expect(channel.messages.filter(has_text="a harbour at noon")).to_have_count(1)
    await channel.command("history", typed={})
    history = await channel.send()
    assert "1. a harbour at noon" in await read_private(history)
    await wait_for_pictures(await channel.press(history, "Show"), 1)
    await take_screenshot(page, "restarted")


async def test_a_picture_in_the_making_arrives_once_after_a_restart(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a glacier demo:slow=3"})
    slow = await channel.send()
    await expect(slow).to_contain_text("drawing for")

    await channel.restart()

    await expect(slow).to_contain_text("a glacier demo:slow=3 by @Ada", timeout=30_000)
    await wait_for_pictures(slow, 1)
    await expect(channel.messages.filter(has_text="a glacier demo:slow=3 by @Ada")).to_have_count(1)


async def test_the_button_says_that_it_restarts_and_cannot_be_pressed_twice(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    may_restart = asyncio.Event()

    async def hold(route: Route) -> None:
        await may_restart.wait()
        await route.continue_()

    await page.route("**/easel/restart", hold)
    button = page.locator("#easel-restart")
    await expect(button).to_have_accessible_name("Restart Easel")
    await button.click()

    await expect(button).to_have_text("Restarting…")
    await expect(button).to_be_disabled()
    await take_screenshot(page, "restarting")
    may_restart.set()
    await expect(button).to_have_text("Restart Easel")
    await expect(button).to_be_enabled()
    await channel.rest()


async def test_who_has_another_tab_open_goes_on_after_a_restart(open_tab: OpenTab, playground: Playground) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    bruno = await Channel.open(await open_tab(), playground.url)
    await bruno.view_as("Bruno")

    await ada.restart(bruno)

    for channel, prompt in ((bruno, "a quick fox"), (ada, "a lazy dog")):
        await channel.command("imagine", typed={"prompt": prompt})
        await wait_for_pictures(await channel.send(), 1)


@pytest.mark.parametrize(("method", "path"), [("POST", "restart"), ("GET", "apps"), ("POST", "apps/1")])
async def test_without_the_key_nobody_restarts_it_or_uses_the_apps(
    playground: Playground, method: str, path: str
) -> None:
    base, key = playground.url.split("/#")
    refused: tuple[dict[str, str], ...] = (
        {},
        {"X-Simcord-Capability": "guessed"},
        {"X-Simcord-Capability": "é"},
        {"X-Simcord-Capability": key, "Origin": "http://evil.example"},
    )
    async with aiohttp.ClientSession() as session:
        for headers in refused:
            async with session.request(method, f"{base}/easel/{path}", headers=headers, data="Edit picture") as answer:
                assert answer.status == 403


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "apps", 404), ("POST", "apps/1", 409)])
async def test_a_page_that_is_not_open_has_no_apps(playground: Playground, method: str, path: str, status: int) -> None:
    base, key = playground.url.split("/#")
    headers = {"X-Simcord-Capability": key, "X-Simcord-Context": "closed"}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"{base}/easel/{path}", headers=headers, data="Edit picture") as answer,
    ):
        assert answer.status == status


async def test_a_picture_of_somebody_else_is_edited_from_the_apps_menu(
    open_tab: OpenTab, playground: Playground
) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    await ada.command("imagine", typed={"prompt": "a pond in a park"})
    await expect(await ada.send()).to_contain_text("by @Ada")
    bruno = await Channel.open(await open_tab(), playground.url)
    await bruno.view_as("Bruno")

    form = await bruno.open_app_form(bruno.messages.filter(has_text="a pond in a park by @Ada"), "Edit picture")
    await bruno.fill(
        form, typed={"What should change?": "two swans"}, chosen={"Quality": ["medium"], "Where?": ["B2", "C2"]}
    )
    await take_screenshot(bruno.page, "apps-form")
    overlay = await bruno.submit(form)

    await wait_for_pictures(overlay, 1)
    assert "two swans" in await read_private(overlay)
    await expect(ada.page.get_by_text("two swans")).to_have_count(0)
    await bruno.select_in(overlay, "B3")
    await expect(overlay.get_by_role("combobox")).to_contain_text("B3")
    await bruno.click(overlay, "Invert")
    edited = await bruno.press(overlay, "Go")
    await expect(edited).to_contain_text("two swans by @Bruno")
    await expect(edited).to_contain_text("medium")
    await wait_for_pictures(edited, 1)


async def test_the_apps_menu_of_the_bot_that_was_restarted_answers_privately(
    page: Page, playground: Playground
) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a windmill"})
    windmill = await channel.send()
    await expect(windmill).to_contain_text("by @Ada")
    await channel.restart()

    info = await channel.use_app(windmill, "Picture info")

    assert "a windmill" in await read_private(info)
    await expect(info.get_by_role("button", name="Apps", include_hidden=True)).to_have_count(0)
    put_aside = await channel.use_app(windmill, "Use as reference")
    assert "1 reference picture" in await read_private(put_aside)
    await channel.click(put_aside, "Clear")
    await expect(put_aside).to_contain_text("Cleared")


async def test_a_mask_is_uploaded_in_the_form_of_the_apps_menu(
    page: Page, playground: Playground, tmp_path: Path
) -> None:
    mask = tmp_path / "mask.png"
    with Image.new("L", (1024, 1024), 0) as black:
        black.paste(255, (256, 256, 768, 768))
        black.save(mask)
    channel = await Channel.open(page, playground.url)
    await channel.command("imagine", typed={"prompt": "a meadow"})
    meadow = await channel.send()
    await expect(meadow).to_contain_text("by @Ada")

    form = await channel.open_app_form(meadow, "Edit picture")
    await channel.fill(form, typed={"What should change?": "a balloon"}, files={"Or a mask": mask})
    overlay = await channel.submit(form)

    await wait_for_pictures(overlay, 1)
    assert "a balloon" in await read_private(overlay)
    await expect(await channel.press(overlay, "Go")).to_contain_text("a balloon by @Ada")


async def test_a_message_without_a_picture_is_told_so_by_the_apps_menu(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    words = await channel.say("just words")

    answer = await channel.use_app(words, "Edit picture")

    assert "can't find a picture" in await read_private(answer)


async def test_the_keyboard_works_the_apps_menu(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    opener = channel.messages.first.get_by_role("button", name="Apps", exact=True)
    menu = page.get_by_role("menu", name="Apps")
    await opener.focus()
    await page.keyboard.press("Enter")

    await expect(menu.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(menu.get_by_role("menuitem").last).to_be_focused()
    await take_screenshot(page, "apps-menu")
    await page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await expect(opener).to_be_focused()
