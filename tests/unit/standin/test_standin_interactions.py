"""What a user sets off reaches the bot, and what the bot answers reaches the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from tests.standin.attachments import File
from tests.standin.errors import BotOffline, NotOffered, ValueRefused
from tests.unit.standin.small_bot import PICTURE, SmallBot

if TYPE_CHECKING:
    from tests.standin.platform import Platform


async def test_a_slash_command_is_deferred_then_edited_then_final(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox", n=2, quality="high")
    assert 0 <= await handle.acknowledged() < 3
    final = await handle.final(progress=lambda message: message.content == "working")
    assert final.content == f"a fox high {platform.limits.attachment_size_bytes}"
    assert [file.filename for file in final.attachments] == ["easel_0.png", "easel_1.png"]
    assert [file.data for file in final.attachments] == [PICTURE, PICTURE]
    assert final.attachments[0].description == "a fox"
    assert [state.content for state in handle.history] == ["", "working", final.content]
    assert handle.history[0].loading
    assert not final.loading
    assert handle.original() == final
    assert platform.messages(platform.channel) == [final]


async def test_attachments_reach_the_bot_through_the_cdn(platform: Platform, bot: SmallBot) -> None:
    image, mask = File("photo.jpg", b"photo"), File("mask.png", b"mask")
    handle = await platform.slash(platform.alice, platform.channel, "edit", prompt="blue", image=image, mask=mask)
    final = await handle.final()
    assert final.attachments[0].data == b"photomask"
    assert handle.original().content == "blue"
    assert [given.filename for given in platform.state.given_files] == ["photo.jpg", "mask.png"]
    fetches = [call for call in platform.state.calls.items if call.path.startswith("/ephemeral-attachments/")]
    assert [call.authorization for call in fetches] == [None, None]


async def test_a_private_answer_is_ephemeral_from_the_start(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox", private=True)
    await handle.final(progress=lambda message: message.content == "working")
    assert all(state.ephemeral for state in handle.history)


@pytest.mark.parametrize("place", ["channel", "thread", "direct"])
async def test_the_bot_knows_where_it_was_asked(platform: Platform, bot: SmallBot, place: str) -> None:
    places = {
        "channel": platform.channel,
        "thread": platform.thread,
        "direct": platform.direct_messages(platform.alice),
    }
    channel = places[place]
    platform.alice.locale = "de"
    platform.alice.attachment_size_limit = 50 << 20
    handle = await platform.slash(platform.alice, channel, "paint", prompt="a fox")
    final = await handle.final(progress=lambda message: message.content == "working")
    assert final.channel is channel
    (interaction,) = bot.seen.items
    assert isinstance(interaction.channel, (discord.TextChannel, discord.Thread, discord.DMChannel))
    assert interaction.channel.id == channel.id
    assert interaction.locale is discord.Locale.german
    assert interaction.filesize_limit == 50 << 20
    assert interaction.user.id == platform.alice.id
    assert interaction.context.dm_channel == (place == "direct")
    assert not interaction.is_user_integration()
    assert interaction.app_permissions.attach_files


async def test_a_subcommand_resolves_its_user(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "gallery show", who=platform.bob)
    assert (await handle.final()).content == "bob"


async def test_what_a_client_would_not_send_is_refused(platform: Platform, bot: SmallBot) -> None:
    alice, channel = platform.alice, platform.channel
    with pytest.raises(NotOffered, match="is not registered"):
        await platform.slash(alice, channel, "draw")
    with pytest.raises(NotOffered, match="has no choice 'best'"):
        await platform.slash(alice, channel, "paint", prompt="a", quality="best")
    with pytest.raises(NotOffered, match=r"has no \['colour'\]"):
        await platform.slash(alice, channel, "paint", prompt="a", colour="red")
    with pytest.raises(NotOffered, match="has subcommands"):
        await platform.slash(alice, channel, "gallery")
    with pytest.raises(NotOffered, match="not offered in DM"):
        await platform.slash(alice, platform.direct_messages(alice), "gallery show", who=alice)
    with pytest.raises(ValueRefused, match=r"requires \['prompt'\]"):
        await platform.slash(alice, channel, "paint")
    with pytest.raises(ValueRefused, match="1 to 100 characters, not 101"):
        await platform.slash(alice, channel, "paint", prompt="a" * 101)
    with pytest.raises(ValueRefused, match="1 to 4, not 5"):
        await platform.slash(alice, channel, "paint", prompt="a", n=5)
    with pytest.raises(ValueRefused, match="takes INTEGER"):
        await platform.slash(alice, channel, "paint", prompt="a", n=True)
    assert bot.seen.items == []


async def test_nobody_can_be_invoked_while_no_bot_is_connected(platform: Platform) -> None:
    platform.state.commands.put({"name": "paint", "description": "Make pictures"}, guild_id=None)
    with pytest.raises(BotOffline):
        await platform.slash(platform.alice, platform.channel, "paint")


async def test_autocomplete_gives_the_choices(platform: Platform, bot: SmallBot) -> None:
    choices = await platform.autocomplete(platform.alice, platform.channel, "model", "name", name="gpt")
    assert [choice["value"] for choice in choices] == ["gpt-0", "gpt-1"]


async def test_a_message_command_carries_the_message_and_its_files(platform: Platform, bot: SmallBot) -> None:
    message = await platform.say(platform.bob, platform.channel, "look", files=[File("a.png", b"12345")])
    handle = await platform.message_command(platform.alice, message, "Describe")
    assert (await handle.final()).content == "look [5]"


async def test_a_button_changes_its_message(platform: Platform, bot: SmallBot) -> None:
    painted = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    final = await painted.final(progress=lambda message: message.content == "working")
    handle = await platform.click(platform.bob, final, "Again")
    assert (await handle.final()).content == "again!"
    assert handle.original().id == final.id
    assert handle.original().attachments == final.attachments
    with pytest.raises(NotOffered):
        await platform.click(platform.bob, final, "Delete")


async def test_a_menu_is_chosen_from(platform: Platform, bot: SmallBot) -> None:
    painted = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    final = await painted.final(progress=lambda message: message.content == "working")
    handle = await platform.select(platform.alice, final, "Size", ["large"])
    answer = await handle.final()
    assert (answer.content, answer.ephemeral) == ("large", True)
    assert handle.followups() == [answer]
    with pytest.raises(NotOffered):
        await platform.select(platform.alice, final, "Size", ["huge"])


async def test_a_form_is_opened_filled_in_and_sent(platform: Platform, bot: SmallBot) -> None:
    painted = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    final = await painted.final(progress=lambda message: message.content == "working")
    opener = await platform.click(platform.alice, final, "form")
    assert (await opener.modal()).title == "Edit it"
    with pytest.raises(ValueRefused, match="Prompt is required"):
        await platform.submit(opener, {})
    sent = await platform.submit(opener, {"Prompt": "bluer", "Mask": File("mask.png", b"123")})
    assert (await sent.final()).content == "bluer [3]"


async def test_deleting_the_answer_is_seen(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "slow")
    await handle.final()
    await bot.seen.items[0].delete_original_response()
    assert (await handle.state(lambda message: message.deleted)).content == "waiting"
    with pytest.raises(LookupError):
        handle.original()
    bot.gone_on.set()


async def test_an_app_of_the_users_own_has_five_followups(platform: Platform, bot: SmallBot) -> None:
    guild = platform.add_guild("elsewhere", platform.bob, platform.alice, has_bot=False)
    channel = platform.add_channel(guild, "general")
    platform.limits.webhook_rate = None
    with pytest.raises(NotOffered, match="users who install"):
        await platform.slash(platform.alice, channel, "paint", prompt="a fox")
    handle = await platform.slash(platform.alice, channel, "chatty", times=6)
    await handle.state(lambda message: message.content == "5")
    error = await bot.errors.first(lambda _error: True, timeout_seconds=5)
    assert isinstance(error, discord.HTTPException)
    assert (error.status, error.code) == (400, 40094)
    assert [message.content for message in handle.followups()] == ["1", "2", "3", "4", "5"]
    assert bot.seen.items[0].is_user_integration()
    assert not bot.seen.items[0].is_guild_integration()
