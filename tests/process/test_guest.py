"""The bot where it is no member: there through the account of who uses it, with its interactions and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.integration.pictures import encode, opened, photo_png
from tests.standin.attachments import File

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.process.conftest import Launch, Provider
    from tests.standin.handle import Handle
    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.world import Channel


@dataclass(frozen=True, slots=True)
class Abroad:
    """A channel of a server that the bot is not in, with a picture that bob has posted there."""

    discord: Platform
    channel: Channel
    message: Message

    async def form(self) -> Handle:
        return await self.discord.message_command(self.discord.alice, self.message, "Edit picture")


@pytest.fixture
async def abroad(process: Launch, discord: Platform) -> AsyncIterator[Abroad]:
    guild = discord.add_guild("elsewhere", discord.bob, discord.alice, has_bot=False)
    channel = discord.add_channel(guild, "general")
    async with process():
        # What the commands do not say themselves, the app's installation page in the developer portal does.
        for command in discord.state.commands.of_scope(None):
            command["integration_types"] = command.get("integration_types") or [0, 1]
        message = await discord.say(discord.bob, channel, files=[File("photo.png", photo_png())])
        yield Abroad(discord, channel, message)


def edits(provider: Provider) -> int:
    return len([one for one in provider.requests if one.path.endswith("/edits")])


async def test_the_form_edits_anothers_picture_at_once(abroad: Abroad, provider: Provider) -> None:
    sent = await abroad.discord.submit(await abroad.form(), {"What should change?": "make it night"})
    final = await sent.final()
    assert not final.ephemeral
    assert opened(final.attachments[0].data).size == (640, 480)
    assert edits(provider) == 1


async def test_a_part_is_shown_first_changed_and_then_sent(abroad: Abroad, provider: Provider) -> None:
    discord = abroad.discord
    values = {"What should change?": "make it night", "Where?": ["B2"]}
    shown = await (await discord.submit(await abroad.form(), values)).final()
    assert shown.ephemeral
    assert "Nothing is spent until you press Go" in shown.content
    first = shown.attachments[0].data
    chosen = await discord.select(discord.alice, shown, "Where?", ["D4"])
    now = await chosen.state(lambda one: bool(one.attachments) and one.attachments[0].data != first)
    await discord.click(discord.alice, now, "Invert")
    await discord.wait_for_message(lambda one: bool(one.attachments) and "everything except D4" in alt_text(one))
    assert edits(provider) == 0
    final = await (await discord.click(discord.alice, shown, "Go")).final()
    assert not final.ephemeral
    pair = [np.asarray(opened(one).convert("RGB"), dtype=np.int16) for one in (final.attachments[0].data, photo_png())]
    changed = np.abs(pair[0] - pair[1]).max(axis=2)
    assert changed[400:, 520:].max() == 0
    assert changed[:300].mean() > 5


async def test_a_copy_that_is_painted_over_leaves_nothing_public_behind(abroad: Abroad, provider: Provider) -> None:
    discord, picture = abroad.discord, opened(photo_png())
    picture.paste((0, 90, 255), (320, 0, 640, 480))
    asked = await discord.slash(
        discord.alice,
        abroad.channel,
        "edit",
        prompt="make it night",
        image=File("photo.png", photo_png()),
        mask=File("copy.png", encode(picture)),
    )
    shown = await asked.state(lambda one: one.ephemeral and bool(one.controls))
    await asked.state(lambda one: one.deleted)
    assert [one for one in discord.messages(abroad.channel) if not one.ephemeral] == [abroad.message]
    assert edits(provider) == 0
    final = await (await discord.click(discord.alice, shown, "Go")).final()
    assert len(final.attachments) == 1
    assert not final.ephemeral


async def test_references_are_put_aside_and_go_with_the_next_request(abroad: Abroad, provider: Provider) -> None:
    discord = abroad.discord
    kept = await (await discord.message_command(discord.alice, abroad.message, "Use as reference")).final()
    assert kept.ephemeral
    assert "1 reference picture for your next" in kept.content
    final = await (await discord.slash(discord.alice, abroad.channel, "imagine", prompt="a fox")).final()
    assert len(final.attachments) == 1
    assert edits(provider) == 1


async def test_help_speaks_of_no_messages_that_would_not_reach_the_bot(abroad: Abroad) -> None:
    discord = abroad.discord
    answer = await (await discord.slash(discord.alice, abroad.channel, "help")).final()
    assert answer.ephemeral
    assert "Apps > Edit picture" in answer.text
    assert "Reply to" not in answer.text
    assert f"@{discord.state.bot.name}" not in answer.text


def alt_text(message: Message) -> str:
    return message.attachments[0].description or ""
