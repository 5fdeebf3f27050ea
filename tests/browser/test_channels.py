"""The playground's server has several channels, and one of them is the moderators' own."""

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.browser.channel import Channel, wait_for_pictures
from tests.browser.conftest import OpenTab, Playground, take_screenshot

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_picture_is_made_in_the_channel_that_is_shown(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.show_channel("gallery")
    await expect(channel.messages).to_have_count(0)
    await channel.command("imagine", typed={"prompt": "a heron"})
    heron = await channel.send()
    await wait_for_pictures(heron, 1)
    await expect(heron).to_contain_text("by @Ada")
    await expect(await channel.reply(heron, "@Easel at night")).to_contain_text("at night by @Ada")
    await wait_for_pictures(await channel.press(heron, "Vary"), 1)
    await take_screenshot(page, "gallery-channel")

    await channel.show_channel("pictures")

    await expect(channel.messages.filter(has_text="heron")).to_have_count(0)
    await expect(channel.messages.first).to_contain_text("Welcome to the playground")


async def test_two_tabs_are_in_two_channels(open_tab: OpenTab, playground: Playground) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    bruno = await Channel.open(await open_tab(), playground.url)
    await bruno.view_as("Bruno")
    await bruno.show_channel("gallery")

    for channel, prompt in ((ada, "a mole"), (bruno, "a stork")):
        await channel.command("imagine", typed={"prompt": prompt})
        await wait_for_pictures(await channel.send(), 1)

    await expect(ada.messages.filter(has_text="a stork")).to_have_count(0)
    await expect(bruno.messages.filter(has_text="a mole")).to_have_count(0)


async def test_the_moderators_channel_is_for_them_alone(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    picker = page.get_by_label("Channel", exact=True)
    await expect(picker.locator("option")).to_have_text(["# pictures", "# gallery", "@ Easel"])
    await channel.view_as("Mira (moderator)")
    await expect(picker.locator("option")).to_have_text(["# pictures", "# gallery", "# moderators", "@ Easel"])
    await channel.show_channel("moderators")

    await channel.view_as("Bruno")

    await expect(page.locator("#channel-name")).to_have_text("pictures")
    await expect(picker.locator("option")).to_have_text(["# pictures", "# gallery", "@ Easel"])


async def test_direct_messages_can_be_opened_and_loading_the_page_anew_keeps_who_and_where_one_is(
    page: Page, playground: Playground
) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.view_as("Bruno")
    await channel.show_direct_messages()
    await channel.command("imagine", typed={"prompt": "a newt"})
    newt = await channel.send()
    await expect(newt).to_contain_text("by @Bruno")

    await channel.reload()

    await expect(page.locator("#viewer-picker option:checked")).to_have_text("Bruno")
    await expect(page.locator("#easel-channels option:checked")).to_have_text("@ Easel")
    await wait_for_pictures(newt, 1)
    form = await channel.open_app_form(newt, "Edit picture")
    await expect(form).to_contain_text("Edit a picture")
    await form.get_by_role("button", name="Cancel").click()
    await channel.view_as("Ada")
    await expect(page.locator("#channel-name")).to_have_text("pictures")
    await expect(channel.messages.filter(has_text="a newt")).to_have_count(0)


async def test_a_page_goes_on_where_it_was_after_a_restart(page: Page, playground: Playground) -> None:
    channel = await Channel.open(page, playground.url)
    await channel.show_channel("gallery")
    await channel.restart()
    await channel.command("imagine", typed={"prompt": "a wren"})
    await wait_for_pictures(await channel.send(), 1)
    await expect(page.locator("#channel-name")).to_have_text("gallery")


@pytest.mark.parametrize(("method", "path"), [("GET", "channels"), ("POST", "channels/1")])
async def test_without_the_key_or_a_page_there_are_no_channels(playground: Playground, method: str, path: str) -> None:
    base, key = playground.url.split("/#")
    refused = {403: {"X-Simcord-Context": "x"}, 404 if method == "GET" else 409: {"X-Simcord-Capability": key}}
    async with aiohttp.ClientSession() as session:
        for status, headers in refused.items():
            async with session.request(method, f"{base}/easel/{path}", headers=headers) as answer:
                assert answer.status == status
