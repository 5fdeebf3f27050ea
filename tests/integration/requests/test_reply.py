"""Messages that mention the bot: what a reply, an attachment and words alone ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
from simcord.backend import serializers
from simcord.enums import MessageType
from simcord.results import ResponseMessage

from bot.domain.job import Job, JobState
from bot.domain.options import Background, OutputFormat, Quality
from bot.domain.request import PictureRef
from tests.integration.pictures import opened, photo_png

if TYPE_CHECKING:
    from collections.abc import Sequence

    import simcord

    from tests.integration.conftest import Start, World

Message = discord.Message | ResponseMessage

GREETING = "mention me and say what to make"


async def say(
    world: World,
    words: str,
    *,
    by: simcord.MemberActor | None = None,
    place: simcord.ChannelHandle | None = None,
    reply_to: Message | None = None,
    files: Sequence[tuple[str, bytes]] = (),
) -> discord.Message:
    """Have ada, or somebody else, post a message, and wait until everything that it asks for has ended."""
    message = await (by or world.ada).send(place or world.channel, words, reply_to=reply_to, attachments=files)
    await world.all_ended()
    return message


async def mention(world: World, words: str = "make it night", **message: Any) -> discord.Message:
    """Have somebody post a message that begins with the bot's name."""
    return await say(world, f"{world.bot_user.mention} {words}".strip(), **message)


async def whisper(world: World, words: str = "", *, reply_to: Message | None = None, files: Any = ()) -> Any:
    """Have ada write to the bot alone."""
    backend = world.env.backend
    channel = world.ada.user.dm_channel
    reference = {"message_id": str(reply_to.id)} if reply_to else None
    stored = backend.store_attachments(channel.id, files)
    message = await world.ada.send_dm(words, attachments=stored, reference=reference)
    await world.all_ended()
    return message


def answers(world: World, message: Message, *, place: simcord.ChannelHandle | None = None) -> list[discord.Message]:
    """List what the bot has replied to a message."""
    return [
        one
        for one in (place or world.channel).history()
        if one.author.id == world.bot_user.id and one.reference and one.reference.message_id == message.id
    ]


def answer(world: World, message: Message, *, place: simcord.ChannelHandle | None = None) -> discord.Message:
    """Give the one reply to a message."""
    [reply] = answers(world, message, place=place)
    return reply


async def drawn(world: World, **options: Any) -> ResponseMessage:
    """Have ada ask for a picture with /imagine."""
    result = await world.imagine(**options)
    assert result.response is not None
    assert result.response.attachments, result.response.content
    return result.response


async def job_shown(world: World, message: Message) -> Job:
    """Load the job whose pictures a message shows."""
    shown = await world.app.foundation.rules.album.find_shown(message.id)
    assert shown is not None
    return shown.job


async def job_of(world: World, message: Message) -> Job:
    """Load what a message has asked for, which was drawn."""
    job = await world.jobs.load(message.id)
    assert job.state is JobState.DELIVERED, job.failure
    return job


async def refused(world: World, message: Message, *words: str, way_out: str | None = None) -> None:
    """Check that words and no picture are the only answer to a message, and that nobody has asked the images API."""
    reply = answer(world, message)
    assert all(one in reply.content for one in words), reply.content
    assert reply.attachments == []
    assert [one.label for row in reply.components for one in row.children] == ([way_out] if way_out else [])  # type: ignore[union-attr]
    job = await world.jobs.find(message.id)
    assert job is None or (job.state is JobState.FAILED and job.attempts == 0)


async def sizes_sent(world: World, message: Message) -> list[tuple[int, int]]:
    return [opened(data).size for _, data in await world.files_of(message.id)]


async def reply_of_which_discord_tells(world: World, replied_to: Message, **told: Any) -> discord.Message:
    """Have ada reply, where the gateway tells this of the message that she replies to."""
    backend = world.env.backend
    words = f"{world.bot_user.mention} make it night"
    reference = {"message_id": str(replied_to.id)}
    stored = backend.create_message(world.channel.id, world.ada.id, words, reference=reference, broadcast=False)
    payload = dict(serializers.message_payload(backend, stored))
    del payload["referenced_message"]
    backend.emit("MESSAGE_CREATE", {**payload, **told})
    await world.env.settle()
    await world.all_ended()
    return next(one for one in world.channel.history() if one.id == stored.id)


# A reply to the bot's own pictures.


async def test_a_reply_edits_the_picture_and_is_answered_by_a_reply(world: World) -> None:
    before = await drawn(world)
    asked = await mention(world, reply_to=before)
    reply = answer(world, asked)
    assert len(reply.attachments) == 1
    assert "make it night" in reply.content
    job = await job_of(world, asked)
    assert job.prompt == "make it night"
    assert job.parents == (PictureRef((await job_shown(world, before)).id, 1),)
    [(label, data)] = await world.files_of(asked.id)
    assert label == "image"
    assert opened(data).size == (1024, 1024)


async def test_a_reply_to_a_reply_goes_on_from_there(world: World) -> None:
    first = await mention(world, "a fox")
    second = await mention(world, reply_to=answer(world, first), by=world.bruno)
    assert (await job_of(world, second)).parents == (PictureRef(first.id, 1),)


async def test_a_picture_is_known_by_its_message_where_discord_shows_nothing_of_it(world: World) -> None:
    before = await drawn(world)
    asked = await reply_of_which_discord_tells(world, before)
    job = await job_of(world, asked)
    assert [one.job_id for one in job.parents] == [(await job_shown(world, before)).id]


async def test_a_reply_takes_all_pictures_of_a_message(world: World) -> None:
    before = await drawn(world, n=3)
    asked = await mention(world, reply_to=before)
    job = await job_of(world, asked)
    assert [one.place for one in job.parents] == [1, 2, 3]
    assert [one.label for one in job.files] == ["image", "image2", "image3"]


@pytest.mark.parametrize("start_of_it", ["2:", "#2"])
async def test_a_number_at_the_start_picks_one_of_several(world: World, start_of_it: str) -> None:
    before = await drawn(world, n=3)
    asked = await mention(world, f"{start_of_it} make it night", reply_to=before)
    job = await job_of(world, asked)
    assert [one.place for one in job.parents] == [2]
    assert job.prompt == "make it night"


async def test_a_number_that_is_too_high_is_told_with_how_many_there_are(world: World) -> None:
    before = await drawn(world, n=2)
    asked = await mention(world, "3: make it night", reply_to=before)
    await refused(world, asked, "no picture 3 in that message; it has 2", "Nothing was spent")


async def test_pictures_attached_to_a_reply_join_in(world: World) -> None:
    before = await drawn(world, n=2)
    asked = await mention(
        world, "2: put this into it", reply_to=before, files=[("a.png", photo_png(320, 240)), ("notes.txt", b"hello")]
    )
    assert await sizes_sent(world, asked) == [(1024, 1024), (320, 240)]
    job = await job_of(world, asked)
    assert [one.label for one in job.files] == ["image", "image2"]
    assert [one.place for one in job.parents] == [2]


async def test_a_reply_needs_words_too(world: World) -> None:
    asked = await mention(world, "", reply_to=await drawn(world))
    await refused(world, asked, "prompt is empty", "Nothing was spent", way_out="Change words")


# The options.


async def test_options_at_the_end_are_understood_in_plain_words(world: World) -> None:
    asked = await mention(
        world, "a fox --quality medium \u2014size portrait --n=2 --format webp --seed 5 --transparent"
    )
    job = await job_of(world, asked)
    assert job.prompt == "a fox"
    options = job.options
    assert (options.quality, options.size, options.n, options.seed) == (Quality.MEDIUM, "1024x1536", 2, 5)
    assert (options.output_format, options.background) == (OutputFormat.WEBP, Background.TRANSPARENT)
    assert len(answer(world, asked).attachments) == 2


async def test_an_option_that_the_model_does_not_have_is_refused(world: World) -> None:
    asked = await mention(world, "a fox --model gpt-image-1 --size 3840x2160")
    await refused(
        world, asked, "doesn't support `size` 3840x2160", "Nothing was spent", way_out="Use gpt-image-2.5-flare"
    )


async def test_what_is_not_said_is_as_in_the_request_of_the_picture(world: World) -> None:
    before = await drawn(
        world, quality="medium", size="1536x1024", model="gpt-image-1", format="webp", seed=7, n=2, background="auto"
    )
    asked = await mention(world, "1: make it night", reply_to=before)
    options = (await job_of(world, asked)).options
    assert (options.model, options.quality, options.size) == ("gpt-image-1", Quality.MEDIUM, "1536x1024")
    assert (options.output_format, options.background) == (OutputFormat.WEBP, Background.AUTO)
    assert (options.n, options.seed) == (1, None)


async def test_what_is_said_goes_before_what_the_picture_had(world: World) -> None:
    before = await drawn(world, quality="medium", size="1536x1024", model="gpt-image-1")
    asked = await mention(world, "make it night --quality low --size portrait", reply_to=before)
    options = (await job_of(world, asked)).options
    assert (options.model, options.quality, options.size) == ("gpt-image-1", Quality.LOW, "1024x1536")


# Pictures of other people.


async def test_another_members_picture_is_edited_where_the_bot_sees_it(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png(320, 240)), ("b.png", photo_png())])
    asked = await mention(world, "1: make it night", reply_to=theirs)
    assert await sizes_sent(world, asked) == [(320, 240)]
    job = await job_of(world, asked)
    assert job.parents == ()
    assert answers(world, theirs) == []


async def test_a_number_that_is_too_high_is_told_for_a_members_pictures_too(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await mention(world, "#2 make it night", reply_to=theirs)
    await refused(world, asked, "no picture 2 in that message; it has 1", "Nothing was spent")


async def test_the_apps_menu_is_named_where_the_bot_does_not_see_a_members_picture(world: World) -> None:
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "choose Apps > Edit picture", "Nothing was spent")


async def test_a_message_that_discord_does_not_show_may_have_a_picture(world: World) -> None:
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await reply_of_which_discord_tells(world, theirs)
    await refused(world, asked, "choose Apps > Edit picture")


async def test_a_message_that_is_deleted_has_no_picture(world: World) -> None:
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await reply_of_which_discord_tells(world, theirs, referenced_message=None)
    await refused(world, asked, "can't find a picture in that message")


async def test_our_own_words_have_no_picture_and_the_bot_sees_that(world: World) -> None:
    greeted = await mention(world, "")
    asked = await mention(world, reply_to=answer(world, greeted))
    await refused(world, asked, "can't find a picture in that message", "Nothing was spent")


async def test_words_that_mention_the_bot_have_no_picture_and_the_bot_sees_that(world: World) -> None:
    drawn_from_words = await mention(world, "a fox", by=world.bruno)
    asked = await mention(world, reply_to=drawn_from_words)
    await refused(world, asked, "can't find a picture in that message", "Nothing was spent")


async def test_a_picture_out_of_sight_is_missed_also_where_another_one_comes_along(world: World) -> None:
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await mention(world, "put this into it", reply_to=theirs, files=[("b.png", photo_png())])
    await refused(world, asked, "choose Apps > Edit picture", "Nothing was spent")


async def test_a_link_is_not_fetched(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "look: https://example.org/a.png", by=world.bruno)
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "(a link isn't enough)", "Nothing was spent")


async def test_a_file_of_another_kind_is_no_picture(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "", by=world.bruno, files=[("notes.txt", b"hello")])
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "can't find a picture in that message", "Nothing was spent")


async def test_a_picture_attached_to_a_reply_to_words_is_the_one_that_is_meant(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "can somebody make this night?", by=world.bruno)
    asked = await mention(world, reply_to=theirs, files=[("a.png", photo_png(320, 240))])
    assert await sizes_sent(world, asked) == [(320, 240)]


# Messages that reply to nothing.


async def test_a_mention_with_an_attachment_edits_it(world: World) -> None:
    asked = await mention(world, files=[("a.png", photo_png(320, 240))])
    assert await sizes_sent(world, asked) == [(320, 240)]
    assert (await job_of(world, asked)).prompt == "make it night"
    assert len(answer(world, asked).attachments) == 1


async def test_a_number_picks_one_of_the_attachments(world: World) -> None:
    files = [("a.png", photo_png(320, 240)), ("b.png", photo_png(240, 320))]
    asked = await mention(world, "2: make it night", files=files)
    assert await sizes_sent(world, asked) == [(240, 320)]
    too_high = await mention(world, "3: make it night", files=files)
    await refused(world, too_high, "no picture 3 in that message; it has 2", "Nothing was spent")


async def test_a_mention_with_words_alone_makes_a_picture(world: World) -> None:
    asked = await mention(world, "a fox in snow https://example.org/fox.png")
    job = await job_of(world, asked)
    assert job.prompt == "a fox in snow https://example.org/fox.png"
    assert job.files == ()
    assert job.options == world.app.core.settings.default_options
    assert len(answer(world, asked).attachments) == 1


@pytest.mark.parametrize("prompt", ["#1 dad, on a mug", "2: two foxes, numbered"])
async def test_a_number_is_part_of_the_prompt_where_there_is_nothing_to_pick_from(world: World, prompt: str) -> None:
    assert (await job_of(world, await mention(world, prompt))).prompt == prompt


async def test_a_bare_mention_is_greeted(world: World) -> None:
    asked = await mention(world, "")
    assert GREETING in answer(world, asked).content
    assert await world.jobs.find(asked.id) is None


async def test_a_reply_that_merely_pings_does_nothing(world: World) -> None:
    before = await drawn(world)
    asked = await say(world, "nice, and now make it night", reply_to=before)
    assert [one.id for one in asked.mentions] == [world.bot_user.id]
    assert answers(world, asked) == []
    assert await world.jobs.find(asked.id) is None


async def test_words_without_the_name_are_nobodys_business(start: Start) -> None:
    world = await start(message_content=True)
    asked = await say(world, "a fox, please", files=[("a.png", photo_png())])
    assert answers(world, asked) == []
    assert await world.jobs.find(asked.id) is None


async def test_bots_are_ignored(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    told = len(world.channel.history())
    by_robot = await mention(world, "a fox", by=robot)
    await world.all_ended()
    assert len(world.channel.history()) == told + 1
    assert await world.jobs.find(by_robot.id) is None


async def test_a_message_of_discord_itself_is_ignored(world: World) -> None:
    backend = world.env.backend
    words = f"{world.bot_user.mention} a fox"
    stored = backend.create_message(world.channel.id, world.ada.id, words, message_type=MessageType.THREAD_CREATED)
    await world.env.settle()
    assert await world.jobs.find(stored.id) is None


async def test_the_bots_own_role_stands_for_it(start: Start) -> None:
    world = await start(message_content=True)
    role = world.guild.create_role("Easel")
    told = {**serializers.role_payload(role._role), "tags": {"bot_id": str(world.bot_user.id)}}
    world.env.backend.emit("GUILD_ROLE_UPDATE", {"guild_id": str(world.guild.id), "role": told})
    asked = await say(world, f"{role.mention} a fox")
    assert (await job_of(world, asked)).prompt == "a fox"
    other = await say(world, f"{world.guild.create_role('mods').mention} a fox")
    assert await world.jobs.find(other.id) is None


# Places.


async def test_a_reply_works_in_a_thread(world: World) -> None:
    world.env.backend.create_thread(world.channel.id, "foxes", world.ada.id)
    [thread] = world.channel.threads
    first = await mention(world, "a fox", place=thread)
    second = await mention(world, reply_to=answer(world, first, place=thread), place=thread)
    assert len(answer(world, second, place=thread).attachments) == 1
    assert (await job_of(world, second)).parents == (PictureRef(first.id, 1),)


async def test_a_direct_message_needs_no_name_where_there_is_a_picture(world: World) -> None:
    place = world.ada.user.dm_channel
    first = await whisper(world, "make it night", files=[("a.png", photo_png(320, 240))])
    assert await sizes_sent(world, first) == [(320, 240)]
    second = await whisper(world, "now make it day", reply_to=answer(world, first, place=place))
    assert (await job_of(world, second)).parents == (PictureRef(first.id, 1),)
    assert len(answer(world, second, place=place).attachments) == 1


async def test_plain_words_in_a_direct_message_are_greeted_and_with_the_name_they_are_drawn(world: World) -> None:
    place = world.ada.user.dm_channel
    plain = await whisper(world, "a fox")
    assert GREETING in answer(world, plain, place=place).content
    assert await world.jobs.find(plain.id) is None
    named = await whisper(world, f"{world.bot_user.mention} a fox")
    assert len(answer(world, named, place=place).attachments) == 1


async def test_ones_own_picture_in_a_direct_message_can_be_replied_to(world: World) -> None:
    mine = await whisper(world, "", files=[("a.png", photo_png(320, 240))])
    asked = await whisper(world, "make it night", reply_to=mine)
    assert await sizes_sent(world, asked) == [(320, 240)]


# Spoilers, and whose picture it is.


async def test_a_spoiler_is_inherited_from_a_picture_of_ours(world: World) -> None:
    asked = await mention(world, reply_to=await drawn(world, spoiler=True))
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [True]
    again = await mention(world, reply_to=answer(world, asked))
    assert [one.is_spoiler() for one in answer(world, again).attachments] == [True]


async def test_a_spoiler_is_inherited_from_a_members_picture(start: Start) -> None:
    world = await start(message_content=True)
    theirs = await say(world, "", by=world.bruno, files=[("SPOILER_a.png", photo_png())])
    asked = await mention(world, reply_to=theirs)
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [True]


async def test_a_spoiler_is_inherited_from_an_attachment(world: World) -> None:
    asked = await mention(world, files=[("SPOILER_a.png", photo_png())])
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [True]
    joined = await mention(world, reply_to=await drawn(world), files=[("SPOILER_a.png", photo_png())])
    assert [one.is_spoiler() for one in answer(world, joined).attachments] == [True]


async def test_what_was_no_spoiler_becomes_none(world: World) -> None:
    asked = await mention(world, reply_to=await drawn(world), files=[("a.png", photo_png())])
    assert [one.is_spoiler() for one in answer(world, asked).attachments] == [False]
    files = [("a.png", photo_png()), ("SPOILER_b.png", photo_png())]
    picked = await mention(world, "1: make it night", files=files)
    assert [one.is_spoiler() for one in answer(world, picked).attachments] == [False]


async def set_privacy(world: World, person: simcord.MemberActor, label: str) -> None:
    shown = await person.slash(world.channel, "privacy")
    assert shown.response is not None
    await person.click(shown.response, label=label)


async def test_a_picture_that_its_asker_lets_nobody_edit_is_refused_to_others_alone(world: World) -> None:
    await set_privacy(world, world.ada, "Don't allow others to edit my pictures")
    before = await drawn(world)
    asked = await mention(world, reply_to=before, by=world.bruno)
    await refused(world, asked, "doesn't allow edits", "Nothing was spent")
    await job_of(world, await mention(world, reply_to=before))


async def test_a_members_picture_is_refused_where_that_member_forbids_it(start: Start) -> None:
    world = await start(message_content=True)
    await set_privacy(world, world.bruno, "Don't allow others to edit my pictures")
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "doesn't allow edits", "Nothing was spent")
    await job_of(world, await mention(world, reply_to=theirs, by=world.bruno))


async def test_a_members_picture_is_refused_where_the_server_forbids_it(start: Start) -> None:
    world = await start(message_content=True)
    managers = world.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    mira = world.guild.add_member(world.env.create_user("mira"), roles=[managers])
    await set_privacy(world, mira, "Server: don't allow edits of members' uploads")
    theirs = await say(world, "look", by=world.bruno, files=[("a.png", photo_png())])
    asked = await mention(world, reply_to=theirs)
    await refused(world, asked, "This server doesn't allow edits of other members' uploads", "Nothing was spent")
    await job_of(world, await mention(world, reply_to=await drawn(world), by=world.bruno))
