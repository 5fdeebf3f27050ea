"""The process is killed while it answers a message, and the one reply to it becomes the answer all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.faults.harness import KEYED, is_final_edit
from tests.standin.provider import Moment

if TYPE_CHECKING:
    from tests.faults.conftest import Open
    from tests.faults.harness import Harness
    from tests.standin.messages import Message
    from tests.standin.world import Channel


@pytest.mark.parametrize("applied", [False, True])
async def test_a_kill_at_the_first_reply_is_told_in_one_reply(studio_on: Open, applied: bool) -> None:  # noqa: FBT001
    harness = studio_on("sqlite", **KEYED)
    async with harness.bot:
        gate = harness.discord.hold_next("POST", "/channels/.*/messages$", applied=applied)
        message, channel = await say(harness, harness.new_prompt())
        await gate.reached()
        await harness.kill()
        gate.cut()
        await harness.bot.start()
        await harness.stored_jobs.wait([message.id], ["failed"], timeout_seconds=30)
    [reply] = replies(harness, channel)
    assert reply.reference is message
    assert "Nothing was spent" in reply.content
    assert not reply.controls


@pytest.mark.parametrize("point", ["the call", "before the edit", "after the edit"])
async def test_a_kill_later_on_ends_in_the_reply_that_was_there(studio_on: Open, point: str) -> None:
    harness = studio_on("sqlite", **KEYED)
    prompt = harness.new_prompt()
    async with harness.bot:
        if point == "the call":
            drawing = harness.images.hold_next(Moment.ARRIVED, prompt=re.escape(prompt))
            message, channel = await say(harness, prompt)
            await drawing.reached()
            await harness.kill()
            drawing.release()
        else:
            applied = point == "after the edit"
            edit = harness.discord.hold_next("PATCH", "/channels/.*/messages/", applied=applied, where=is_final_edit)
            message, channel = await say(harness, prompt)
            await edit.reached()
            await harness.kill()
            edit.cut()
        await harness.bot.start()
        await harness.stored_jobs.wait([message.id], ["delivered"], timeout_seconds=30)
    [reply] = replies(harness, channel)
    assert reply.reference is message
    assert [file.filename for file in reply.attachments] == [f"easel-{message.id}-1.png"]
    assert harness.images.charges(prompt) == 1


async def say(harness: Harness, prompt: str) -> tuple[Message, Channel]:
    """Have a new person mention the bot in a new channel."""
    discord = harness.discord
    user = discord.add_user("asker")
    channel = discord.add_channel(discord.guild, "channel")
    return await discord.say(user, channel, f"<@{discord.state.bot.id}> {prompt}"), channel


def replies(harness: Harness, channel: Channel) -> list[Message]:
    """List what the bot has posted in a channel, as it stands now."""
    return [one for one in harness.discord.messages(channel) if one.author is harness.discord.state.bot]
