"""What people see of their requests: place, time, sketches and Cancel, and afterwards /history and /usage."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Locator, expect

from tests.browser.channel import Channel, pictures_of, wait_for_pictures, wait_for_sketch
from tests.browser.conftest import OpenTab, Playground, start_playground, take_screenshot

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """A playground that draws one request at a time, and where people have a budget."""
    settings = {"JOBS_CONCURRENCY": "1", "BUDGETS": "user/day=20 pictures"}
    with start_playground(tmp_path_factory.mktemp("busy"), **settings) as running:
        yield running
        assert running.end() == 0
        assert "Traceback" not in running.log.read_text()


async def test_people_see_their_place_in_the_queue_and_the_picture_as_it_grows(
    open_tab: OpenTab, busy: Playground
) -> None:
    ada, bruno = await enter(open_tab, busy, "Ada"), await enter(open_tab, busy, "Bruno")

    river = await ask(ada, "a slow river demo:slow=12")
    fox = await ask(bruno, "a quick fox demo:slow=4")

    await expect(fox).to_contain_text("next in the queue")
    await expect(cancel(fox)).to_be_visible()
    await expect(river).to_contain_text("drawing for")
    await wait_for_sketch(river)
    await expect(river).to_contain_text("drawing for")
    await expect(cancel(river)).to_be_visible()
    await take_screenshot(bruno.page, "queue-place-and-sketch")
    await expect(river).to_contain_text("a slow river demo:slow=12 by @Ada", timeout=30_000)
    await expect(cancel(river)).to_have_count(0)
    await wait_for_pictures(river, 1)
    await expect(fox).to_contain_text("a quick fox demo:slow=4 by @Bruno", timeout=30_000)
    await wait_for_pictures(fox, 1)
    await take_screenshot(bruno.page, "queue-done")


async def test_who_asked_and_a_moderator_can_cancel_and_nobody_else(open_tab: OpenTab, busy: Playground) -> None:
    ada, bruno = await enter(open_tab, busy, "Ada"), await enter(open_tab, busy, "Bruno")
    mira = await enter(open_tab, busy, "Mira (moderator)")
    drawn = await ask(ada, "an endless river demo:slow=100")
    waiting = await ask(ada, "a second river")
    await expect(waiting).to_contain_text("next in the queue")
    await expect(drawn).to_contain_text("drawing for")

    await cancel(seen_by(bruno, waiting_id := await id_of(waiting))).click()
    refusal = bruno.messages.filter(has_text="Only the person who asked for it")
    await expect(refusal).to_be_visible()
    await expect(waiting).to_contain_text("next in the queue")
    await take_screenshot(bruno.page, "cancel-not-yours")

    await cancel(waiting).click()
    await expect(waiting).to_contain_text("cancelled")
    await expect(waiting).to_contain_text("Nothing was spent.")
    await cancel(seen_by(mira, await id_of(drawn))).click()
    await expect(drawn).to_contain_text("cancelled")
    await expect(cancel(drawn)).to_have_count(0)
    await expect(pictures_of(drawn)).to_have_count(0)
    await expect(seen_by(mira, waiting_id)).to_contain_text("cancelled")
    await take_screenshot(ada.page, "cancelled")

    await wait_for_pictures(await ask(ada, "a river after all"), 1)


async def test_history_and_usage_tell_what_came_of_it(open_tab: OpenTab, busy: Playground) -> None:
    mira = await enter(open_tab, busy, "Mira (moderator)")
    done = await ask(mira, "a lighthouse at noon")
    await expect(done).to_contain_text("by @Mira")
    await expect(await ask(mira, "a fox demo:refuse")).to_contain_text("The provider's safety system")

    await mira.command("history", typed={})
    history = await mira.send()

    await expect(history).to_contain_text("a fox demo:refuse")
    await expect(history).to_contain_text("1. a lighthouse at noon")
    await history.get_by_role("button", name="Show", exact=True).click()
    await wait_for_pictures(mira.messages.last, 1)
    await take_screenshot(mira.page, "history")
    await mira.command("usage", typed={})
    usage = await mira.send()
    await expect(usage).to_contain_text("You've used 1 picture today")
    await expect(usage).to_contain_text("19 of 20 pictures left for you today")
    await expect(usage).to_contain_text("This server has used")
    await wait_for_pictures(usage, 1)
    await take_screenshot(mira.page, "usage")


async def enter(open_tab: OpenTab, playground: Playground, name: str) -> Channel:
    channel = await Channel.open(await open_tab(), playground.url)
    await channel.view_as(name)
    return channel


async def ask(channel: Channel, prompt: str) -> Locator:
    await channel.command("imagine", typed={"prompt": prompt})
    return await channel.send()


def cancel(message: Locator) -> Locator:
    return message.get_by_role("button", name="Cancel")


async def id_of(message: Locator) -> str | None:
    return await message.get_attribute("data-message-id")


def seen_by(channel: Channel, message_id: str | None) -> Locator:
    return channel.page.locator(f"#channel-message-list [data-message-id='{message_id}']")
