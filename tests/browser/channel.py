"""The playground's page as a person works it: the composer, its pickers, and the messages."""

import base64
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Self

from PIL import Image
from playwright.async_api import Locator, Page, expect

from bot.words import progress as progress_words

ARRIVAL_MS = 40_000
"""How long a fast answer may take to be seen; pictures are decoded one by one before the page shows them."""
_SKETCH_ALT = progress_words.sketch_alt_text(None).removesuffix(".")


_NEXT_GENERATION = """([before, limit]) => new Promise((done, fail) => {
    setTimeout(() => fail(new Error("the page has not heard of a restart")), limit);
    const look = () => simcordPreview.botGeneration > before ? done() : requestAnimationFrame(look);
    look();
})"""
"""Waits until the page has heard of another bot; the browser's own wait_for_function is not let in by its policy."""


class Channel:
    """A page that shows the channel."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._composer = page.locator("#channel-composer")
        self._typed = ""

    @classmethod
    async def open(cls, page: Page, url: str) -> Self:
        """Open the address that the playground printed, and wait for the welcome."""
        await page.goto(url)
        channel = cls(page)
        await expect(channel.messages.first).to_contain_text("Welcome to the playground", timeout=ARRIVAL_MS)
        await channel.rest()
        return channel

    @property
    def messages(self) -> Locator:
        """Every message in the channel, the oldest first."""
        return self.page.locator("#channel-message-list [data-message-id]")

    async def view_as(self, name: str) -> None:
        """Become another person."""
        picker = self.page.get_by_label("Viewing as")
        if await picker.locator("option:checked").inner_text() == name:
            return
        async with self.page.expect_response(lambda response: response.request.method == "POST"):
            await picker.select_option(label=name)
        await self.rest()

    async def show_channel(self, name: str) -> None:
        """Go to another channel, and wait until the page shows it."""
        await self._show(name, sign="#")

    async def show_direct_messages(self) -> None:
        """Go to the person's direct messages with Easel, and wait until the page shows them."""
        await self._show("Easel", sign="@")

    async def reload(self) -> None:
        """Load the page anew, and wait until it shows a channel."""
        await self.page.reload()
        await expect(self.page.locator("#channel-name")).not_to_have_text("")
        await self.rest()

    async def rest(self) -> None:
        """Wait until the page has nothing under way, since what it loads clears what is being typed."""
        await expect(self.page.locator("#action-status")).not_to_have_text(re.compile("…$"), timeout=ARRIVAL_MS)

    async def command(
        self,
        name: str,
        *,
        typed: Mapping[str, str],
        chosen: Mapping[str, str] = MappingProxyType({}),
        files: Mapping[str, Path] = MappingProxyType({}),
    ) -> None:
        """Type a command, fill options in as text, choose from lists and give files, and stop before sending."""
        self._typed = name
        box = self.page.locator("#channel-composer-input")
        await box.click()
        await box.press_sequentially(f"/{name}")
        await self.page.locator(f".command-entry:has-text('/{name}')").first.click()
        for option, text in typed.items():
            await (await self._option(option)).fill(text)
        for option, label in chosen.items():
            await (await self._option(option)).click()
            await self._suggestion(label).click()
        for option, path in files.items():
            await self._add(option)
            await self._composer.locator(f"input[type=file][data-option='{option}']").set_input_files(path)
            await expect(self._composer.locator(f".command-file-choose[data-option='{option}']")).to_have_text(
                path.name
            )

    async def send(self, *, timeout_ms: int = ARRIVAL_MS) -> Locator:
        """Send the command, and give the message that answers it, whatever else is posted meanwhile.

        The page shows it when the bot has done its part of it, files included.
        """
        seen = await self._message_ids()
        person = await self.page.locator("#viewer-picker option:checked").inner_text()
        await self._composer.get_by_role("button", name="Send").click()
        answers = self.messages.filter(
            has=self.page.locator(".message-interaction-header").get_by_text(
                f"{person} used /{self._typed}", exact=True
            )
        )
        for known in seen:
            answers = answers.and_(self.page.locator(f":not([data-message-id='{known}'])"))
        await expect(answers).to_have_count(1, timeout=timeout_ms)
        await expect(self._composer.locator(".command-pill")).to_have_count(0, timeout=timeout_ms)
        number = await answers.get_attribute("data-message-id")
        return self.page.locator(f"#channel-message-list [data-message-id='{number}']")

    async def reply(self, message: Locator, text: str) -> Locator:
        """Reply to a message with a text, and give the bot's answer to that."""
        await message.hover()
        await message.get_by_role("button", name="Reply", exact=True).click()
        await self.page.locator("#channel-composer-input").fill(text)
        seen = await self._message_ids()
        await self._composer.get_by_role("button", name="Send").click()
        return await self._new(seen, by_easel=True)

    async def say(self, text: str) -> Locator:
        """Post a text that the bot does not answer, and give the message."""
        seen = await self._message_ids()
        await self.page.locator("#channel-composer-input").fill(text)
        await self._composer.get_by_role("button", name="Send").click()
        return await self._new(seen)

    async def click(self, message: Locator, label: str) -> None:
        """Press a button of a message, whatever that brings: a change of the message itself, or nothing."""
        await message.get_by_role("button", name=label, exact=True).click()
        await self.rest()

    async def press(self, message: Locator, label: str, *, timeout_ms: int = ARRIVAL_MS) -> Locator:
        """Press a button of a message, and give the message that it brings."""
        seen = await self._message_ids()
        await message.get_by_role("button", name=label, exact=True).click()
        return await self._new(seen, timeout_ms=timeout_ms)

    async def open_form(self, message: Locator, label: str) -> Locator:
        """Press a button of a message that opens a form, and give the form."""
        await message.get_by_role("button", name=label, exact=True).click()
        return await self._form()

    async def choose(self, place: Locator, label: str, *values: str) -> None:
        """Choose values in a select that is labelled."""
        await self._choose(place.get_by_role("combobox", name=label), *values)

    async def choose_in(self, message: Locator, *values: str | re.Pattern[str]) -> Locator:
        """Choose values in the only select of a message, and give the message that it brings."""
        seen = await self._message_ids()
        await self.select_in(message, *values)
        return await self._new(seen)

    async def select_in(self, message: Locator, *values: str | re.Pattern[str]) -> None:
        """Choose values in the only select of a message, whatever that brings."""
        await self._choose(message.get_by_role("combobox"), *values)
        await self.rest()

    async def use_app(self, message: Locator, entry: str) -> Locator:
        """Choose an entry in the Apps menu of a message, and give the message that it brings."""
        seen = await self._message_ids()
        await self._choose_app(message, entry)
        return await self._new(seen)

    async def open_app_form(self, message: Locator, entry: str) -> Locator:
        """Choose an entry in the Apps menu of a message that opens a form, and give the form."""
        await self._choose_app(message, entry)
        return await self._form()

    async def fill(
        self,
        form: Locator,
        *,
        typed: Mapping[str, str] = MappingProxyType({}),
        chosen: Mapping[str, Sequence[str]] = MappingProxyType({}),
        files: Mapping[str, Path] = MappingProxyType({}),
    ) -> None:
        """Fill a form by the labels of its fields, and stop before sending."""
        for label, text in typed.items():
            await form.get_by_label(label).fill(text)
        for label, values in chosen.items():
            await self.choose(form, label, *values)
        for label, path in files.items():
            field = form.locator(".modal-field").filter(has_text=label)
            await field.locator("input[type=file]").set_input_files(path)
            await expect(field).to_contain_text(path.name)

    async def submit(self, form: Locator) -> Locator:
        """Send a form, and give the message that it brings."""
        seen = await self._message_ids()
        await form.get_by_role("button", name="Submit").click()
        await expect(form).to_be_hidden(timeout=ARRIVAL_MS)
        return await self._new(seen)

    async def restart(self, *others: Self) -> None:
        """Restart the bot by the button, and wait until this page and others know: that clears what is being typed."""
        generation: int = await self.page.evaluate("simcordPreview.botGeneration")
        button = self.page.locator("#easel-restart")
        async with self.page.expect_response("**/easel/restart") as restarting:
            await button.click()
        assert (await restarting.value).ok
        await expect(button).to_be_enabled()
        for channel in (self, *others):
            await channel.page.evaluate(_NEXT_GENERATION, [generation, ARRIVAL_MS])
            await channel.rest()

    async def _show(self, name: str, *, sign: str) -> None:
        await self.page.get_by_label("Channel", exact=True).select_option(label=f"{sign} {name}")
        await expect(self.page.locator("#channel-name")).to_have_text(name)
        await self.rest()

    async def _choose(self, select: Locator, *values: str | re.Pattern[str]) -> None:
        await select.click()
        for value in values:
            await self.page.get_by_role("option", name=value, exact=isinstance(value, str)).click()
        # A select that takes one value is closed by the choice.
        apply = self.page.get_by_role("button", name="Apply")
        if await apply.count():
            await apply.click()

    async def _choose_app(self, message: Locator, entry: str) -> None:
        await message.hover()
        await message.get_by_role("button", name="Apps", exact=True).click()
        async with self.page.expect_response("**/easel/apps/*") as choosing:
            await self.page.get_by_role("menuitem", name=entry, exact=True).click()
        assert (await choosing.value).ok

    async def _form(self) -> Locator:
        form = self.page.locator("#modal-root [role=dialog]")
        await expect(form).to_be_visible(timeout=ARRIVAL_MS)
        return form

    async def _new(self, seen: list[str], *, by_easel: bool = False, timeout_ms: int = ARRIVAL_MS) -> Locator:
        """Find the message that was not there before; of several, the bot's."""
        new = self.messages
        for known in seen:
            new = new.and_(self.page.locator(f":not([data-message-id='{known}'])"))
        if by_easel:
            new = new.filter(has=self.page.locator(".message-header .message-app-badge"))
        await expect(new).to_have_count(1, timeout=timeout_ms)
        number = await new.get_attribute("data-message-id")
        return self.page.locator(f"#channel-message-list [data-message-id='{number}']")

    async def _message_ids(self) -> list[str]:
        script = "messages => messages.map(message => message.dataset.messageId)"
        ids: list[str] = await self.messages.evaluate_all(script)
        return ids

    async def _option(self, option: str) -> Locator:
        await self._add(option)
        return self._composer.locator(f".command-option-input[data-option='{option}']")

    async def _add(self, option: str) -> None:
        pill = self._composer.locator(f".command-pill[data-option='{option}']")
        if await pill.count() == 0:
            await self._composer.locator(".command-ghost").click()
            await self._composer.locator(f".command-suggestion[data-value='{option}']").click()
            await expect(pill).to_be_visible()

    def _suggestion(self, label: str) -> Locator:
        return self._composer.locator(".command-suggestion").filter(has=self.page.get_by_text(label, exact=True))


async def read_private(message: Locator) -> str:
    """Read an answer that only who it is for can see; one that others see fails."""
    await expect(message.locator(".message-ephemeral-note")).to_be_visible(timeout=ARRIVAL_MS)
    return "\n".join(await message.locator(".message-content, .embed-card, .text-display").all_inner_texts())


def pictures_of(message: Locator) -> Locator:
    """Find the pictures that are attached to a message, or in its layout, and that the page shows; no sketches."""
    return _shown_in(message).and_(message.page.locator(f"img:not([alt^='{_SKETCH_ALT}'])"))


async def wait_for_sketch(message: Locator) -> None:
    """Wait until a message shows a picture that is not done, really drawn."""
    sketches = _shown_in(message).and_(message.page.locator(f"img[alt^='{_SKETCH_ALT}']"))
    await _wait_until_drawn(sketches, 1, timeout_ms=ARRIVAL_MS)


async def wait_for_pictures(message: Locator, count: int, *, timeout_ms: int = ARRIVAL_MS) -> None:
    """Wait until a message shows `count` finished pictures, each really drawn."""
    await _wait_until_drawn(pictures_of(message), count, timeout_ms=timeout_ms)


async def download_pictures(message: Locator) -> list[Image.Image]:
    """Get the pictures that the page shows."""
    script = """async image => {
        const bytes = new Uint8Array(await (await fetch(image.src)).arrayBuffer());
        return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
    }"""
    shown = await pictures_of(message).all()
    return [Image.open(io.BytesIO(base64.b64decode(await one.evaluate(script)))) for one in shown]


async def _wait_until_drawn(pictures: Locator, count: int, *, timeout_ms: int) -> None:
    await expect(pictures).to_have_count(count, timeout=timeout_ms)
    for place in range(count):
        await expect(pictures.nth(place)).to_have_js_property("complete", value=True)


def _shown_in(message: Locator) -> Locator:
    return message.locator(":is(.message-attachments, .component-gallery) img[src^='blob:']")
