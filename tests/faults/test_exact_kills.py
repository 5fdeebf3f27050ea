"""The process is killed while a paid answer is laid into its original: it is neither lost nor paid again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PIL import Image

from tests.faults.kill_points import kill_when_there
from tests.integration.pictures import encode, mask, opened
from tests.standin.attachments import File

if TYPE_CHECKING:
    from tests.faults.conftest import Open

# What the stand-in draws has this colour, so that it fits the original.
COLOUR = (0x50, 0x80, 0xB0)


async def test_an_answer_that_was_being_laid_in_is_laid_in_after_the_restart(studio_on: Open) -> None:
    harness = studio_on("sqlite")
    async with harness.bot:
        for blob in ("answer.json", "1-1-exact.png"):
            asked = await harness.ask(
                command="edit",
                n=2,
                image=File("flat.png", encode(Image.new("RGB", (400, 300), COLOUR))),
                mask=File("mask.png", encode(mask(400, 300, box=(100, 100, 200, 200)))),
            )
            await asyncio.to_thread(kill_when_there, harness.bot.pid, harness.blobs / str(asked.id) / blob)
            await harness.kill()
            await harness.bot.start()
            entry = (await harness.ended())[asked.id]
            assert (entry.state, entry.charge, entry.pictures) == ("delivered", "settled", 2), blob
            assert harness.images.charges(asked.prompt) == 1
            shown = [opened(file.data) for message in harness.messages(asked) for file in message.attachments]
            assert [one.size for one in shown] == [(400, 300), (400, 300)], blob
