"""Messages of users and of the bot, as each of them may see them."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from tests.standin.attachments import File
from tests.unit.standin.small_bot import PICTURE, SmallBot, point_at

if TYPE_CHECKING:
    from tests.standin.messages import Message
    from tests.standin.platform import Platform


async def heard(bot: SmallBot, message: Message) -> discord.Message:
    return await bot.heard.first(lambda found: found.id == message.id, timeout_seconds=5)


async def test_a_message_of_others_is_heard_without_its_content(platform: Platform, bot: SmallBot) -> None:
    said = await platform.say(platform.alice, platform.channel, "secret", files=[File("a.png", b"1")])
    message = await heard(bot, said)
    assert (message.content, message.attachments) == ("", [])
    assert message.author.name == "alice"


async def test_a_message_that_mentions_the_bot_is_readable(platform: Platform, bot: SmallBot) -> None:
    bot_id = platform.state.bot.id
    message = await heard(bot, await platform.say(platform.alice, platform.channel, f"<@{bot_id}> hello"))
    assert message.content == f"<@{bot_id}> hello"


async def test_a_direct_message_is_readable(platform: Platform, bot: SmallBot) -> None:
    channel = platform.direct_messages(platform.alice)
    message = await heard(bot, await platform.say(platform.alice, channel, "hello", files=[File("a.png", b"12")]))
    assert message.content == "hello"
    assert await message.attachments[0].read() == b"12"


async def test_a_reply_to_the_bot_comes_with_the_bots_message(platform: Platform, bot: SmallBot) -> None:
    painted = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    picture = await painted.state(lambda message: bool(message.attachments))
    said = await platform.say(platform.bob, platform.channel, "make it blue", reply_to=picture)
    message = await heard(bot, said)
    assert message.content == "make it blue"
    assert message.reference is not None
    assert isinstance(message.reference.resolved, discord.Message)
    assert message.reference.resolved.id == picture.id
    assert len(message.reference.resolved.attachments) == 1


async def test_a_reply_to_somebody_else_that_mentions_the_bot_hides_the_others_picture(
    platform: Platform, bot: SmallBot
) -> None:
    theirs = await platform.say(platform.alice, platform.channel, "mine", files=[File("a.png", b"1")])
    said = await platform.say(platform.bob, platform.channel, f"<@{platform.state.bot.id}> blue", reply_to=theirs)
    message = await heard(bot, said)
    assert message.content.endswith("blue")
    assert message.reference is not None
    assert isinstance(message.reference.resolved, discord.Message)
    assert message.reference.resolved.attachments == []


async def test_the_message_content_intent_shows_everything(platform: Platform) -> None:
    platform.state.privileged_intents = discord.Intents(message_content=True).value
    point_at(platform.environment())
    intents = discord.Intents.default()
    intents.message_content = True
    bot = SmallBot(intents=intents)
    running = asyncio.create_task(bot.start(platform.state.token))
    await platform.wait_until_ready()
    message = await heard(bot, await platform.say(platform.alice, platform.channel, "open"))
    assert message.content == "open"
    await bot.close()
    await running


async def test_an_intent_that_is_not_switched_on_ends_the_bot(platform: Platform) -> None:
    point_at(platform.environment())
    intents = discord.Intents.default()
    intents.message_content = True
    bot = SmallBot(intents=intents)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await bot.start(platform.state.token)
    await bot.close()


async def test_a_message_can_be_read_edited_and_deleted(platform: Platform, bot: SmallBot) -> None:
    channel = await bot.fetch_channel(platform.channel.id)
    assert isinstance(channel, discord.TextChannel)
    files = [discord.File(io.BytesIO(PICTURE), name) for name in ("a.png", "b.png")]
    message = await channel.send("two", files=files)
    edited = await message.edit(content="one", attachments=[message.attachments[1]])
    assert [attachment.filename for attachment in edited.attachments] == ["b.png"]
    added = await edited.add_files(discord.File(io.BytesIO(PICTURE), "c.png"))
    assert [attachment.filename for attachment in added.attachments] == ["b.png", "c.png"]
    assert [found.content async for found in channel.history()] == ["one"]
    assert (await channel.fetch_message(message.id)).content == "one"
    await message.add_reaction("👍")
    await message.delete()
    assert platform.messages(platform.channel) == []
    contents = [state.content for state in platform.state.messages.feed.items if state.id == message.id]
    assert contents == ["two", "one", "one", "one"]


async def test_somebody_elses_message_cannot_be_edited(platform: Platform, bot: SmallBot) -> None:
    said = await platform.say(platform.alice, platform.channel, "mine")
    with pytest.raises(discord.Forbidden) as caught:
        await bot.get_partial_messageable(platform.channel.id).get_partial_message(said.id).edit(content="yours")
    assert caught.value.code == 50005


async def test_an_ephemeral_answer_is_nowhere_but_in_its_interaction(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "slow")
    answer = await handle.final()
    async with aiohttp.ClientSession() as client, client.ws_connect(platform.state.gateway_url) as socket:
        await socket.receive()
        identify = {"token": platform.state.token, "intents": 1 << 9, "properties": {}}
        await socket.send_json({"op": 2, "d": identify})
        assert (await socket.receive_json())["t"] == "READY"
        bot.gone_on.set()
        assert (await handle.state(lambda message: message.content == "done")).ephemeral
        said = await platform.say(platform.alice, platform.channel, "hello")
        assert (await socket.receive_json())["d"]["id"] == str(said.id)
    with pytest.raises(discord.NotFound):
        await bot.get_partial_messageable(platform.channel.id).fetch_message(answer.id)


async def test_a_picture_inside_an_embed_is_no_attachment(platform: Platform, bot: SmallBot) -> None:
    channel = bot.get_partial_messageable(platform.channel.id)
    embed = discord.Embed(title="a fox").set_image(url="attachment://a.png")
    message = await channel.send(embed=embed, file=discord.File(io.BytesIO(PICTURE), "a.png"))
    assert message.attachments == []
    assert message.embeds[0].image.url is not None
    assert "/attachments/" in message.embeds[0].image.url


async def test_a_mention_pings_nobody_unless_it_is_allowed(platform: Platform, bot: SmallBot) -> None:
    channel = bot.get_partial_messageable(platform.channel.id)
    text = f"@everyone <@{platform.alice.id}>"
    await channel.send(text)
    await channel.send(text, allowed_mentions=discord.AllowedMentions.all())
    quiet, loud = platform.messages(platform.channel)
    assert (quiet.mentions, quiet.mentions_everyone) == ((), False)
    assert (loud.mentions, loud.mentions_everyone) == ((platform.alice,), True)


async def test_a_user_can_be_written_to(platform: Platform, bot: SmallBot) -> None:
    user = await bot.fetch_user(platform.alice.id)
    await user.send("hello")
    found = await platform.wait_for_message(lambda message: message.channel.recipient is platform.alice)
    assert found.content == "hello"


async def test_empty_and_endless_messages_are_refused(platform: Platform, bot: SmallBot) -> None:
    channel = bot.get_partial_messageable(platform.channel.id)
    with pytest.raises(discord.HTTPException) as caught:
        await channel.send("")
    assert caught.value.code == 50006
    with pytest.raises(discord.HTTPException) as caught:
        await channel.send("x" * 2001)
    assert caught.value.code == 50035
    assert platform.messages(platform.channel) == []


async def test_the_application_is_described(platform: Platform, bot: SmallBot) -> None:
    platform.state.privileged_intents = discord.Intents(message_content=True).value
    info = await bot.application_info()
    assert info.id == platform.state.application_id
    assert info.flags.gateway_message_content_limited
    assert {command.name for command in await bot.tree.fetch_commands()} >= {"paint", "edit", "gallery"}
    guild = await bot.fetch_guild(platform.guild.id)
    assert (await guild.fetch_member(platform.alice.id)).name == "alice"
