"""The README's second walk-through: three people share, heart, remix, report and moderate, and set the server up."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.channel import Channel, pictures_of, read_private, wait_for_pictures
from tests.browser.conftest import VIEWPORT, OpenTab, Playground, take_picture

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def share(channel: Channel, result: Locator) -> Locator:
    """Share a result as its form offers it."""
    form = await channel.open_form(result, "Share")
    await take_picture(form, "walk-share")
    return await channel.submit(form)


async def report(channel: Channel, shared: Locator, reason: str) -> Locator:
    """Report what is shared."""
    form = await channel.open_form(shared, "Report")
    await channel.choose(form, "What's wrong with it?", reason)
    return await channel.submit(form)


async def test_three_people_share_heart_remix_report_and_moderate(open_tab: OpenTab, playground: Playground) -> None:
    ada = await Channel.open(await open_tab(), playground.url)
    bruno = await Channel.open(await open_tab(), playground.url)
    await bruno.view_as("Bruno")
    mira = await Channel.open(await open_tab(), playground.url)
    for tab in (bruno.page, mira.page):
        await tab.set_viewport_size(VIEWPORT)
    await mira.view_as("Mira (moderator)")
    await mira.show_channel("moderators")

    await ada.command("imagine", typed={"prompt": "a lighthouse in a storm"})
    made = await ada.send()
    await wait_for_pictures(made, 1)
    told = await share(ada, made)
    await expect(told).to_contain_text("hared")
    await told.get_by_role("link").click()
    await expect(ada.page.locator("#channel-name")).to_have_text("gallery")
    await expect(ada.messages.filter(has_text="a lighthouse in a storm")).to_be_in_viewport()

    await bruno.show_channel("gallery")
    await wait_for_pictures(bruno.messages.filter(has_text="a lighthouse in a storm"), 1)
    shared = bruno.messages.first
    await expect(shared).to_contain_text("@Ada")
    await bruno.click(shared, "♥ 0")
    await expect(shared.get_by_role("button", name="♥ 1")).to_be_visible(timeout=20_000)
    await take_picture(shared, "walk-gallery")
    form = await bruno.open_form(shared, "Remix")
    await form.get_by_label("What should change?").fill("a lighthouse in spring")
    remixed = await bruno.submit(form)
    await wait_for_pictures(remixed, 1)
    await expect(remixed).to_contain_text("a lighthouse in spring by @Bruno")
    assert "moderators" in (await read_private(await report(bruno, shared, "Something else"))).lower()

    case = mira.messages.filter(has_text="a lighthouse in a storm").last
    await expect(case).to_contain_text("1 report", timeout=20_000)
    await take_picture(case, "walk-case")
    await ada.restart(bruno, mira)
    hidden = await mira.press(case, "Hide")
    await expect(hidden.locator(".message-ephemeral-note")).to_be_visible()
    await expect(shared).to_contain_text("hidden until a moderator has looked at it", timeout=20_000)
    await expect(pictures_of(shared)).to_have_count(0)


async def test_the_settings_explain_themselves(open_tab: OpenTab, playground: Playground) -> None:
    mira = await Channel.open(await open_tab(), playground.url)
    await mira.page.set_viewport_size({"width": 1280, "height": 1500})
    await mira.view_as("Mira (moderator)")
    await mira.command("settings", typed={})
    settings = await mira.send()
    words = await read_private(settings)
    for section in (
        "Channels & gallery",
        "Who & where",
        "Models & options",
        "Spending & limits",
        "Moderation",
        "Privacy",
    ):
        assert section in words
    assert "bot's default" in words
    await take_picture(settings, "walk-settings")
    await settings.get_by_role("button", name="Change", exact=True).first.click()
    await mira.choose(settings, "What would you like to change?", "Moderation")
    form = await mira.open_form(settings, "Blocked words")
    await form.get_by_label("One word or phrase per line").fill("storm\nbad phrase")
    await form.get_by_role("button", name="Submit").click()
    await expect(settings).to_contain_text("Blocked words and phrases: 2", timeout=20_000)

    await mira.command("imagine", typed={"prompt": "a St0rm at sea"})
    await expect(await mira.send()).to_contain_text("a word this server doesn't allow")
