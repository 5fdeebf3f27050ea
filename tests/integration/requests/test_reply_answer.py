"""The answer to a message that mentions the bot: one reply, edited until it is done, whatever comes between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from simcord.backend import serializers
from sqlalchemy import update

from bot.chat.requests.message_context import MessageContext
from bot.domain.errors import PromptBlank, StorageDown
from bot.domain.job import JobState
from bot.domain.request import PictureRef
from bot.store.jobs.tables import jobs
from bot.store.money.tables import ChargeState
from bot.words.failures import explain
from tests.integration.pictures import photo_png
from tests.integration.requests.test_reply import answer, answers, job_of, mention
from tests.integration.results.results import button_labels

if TYPE_CHECKING:
    import simcord

    from tests.integration.conftest import Start, World


async def ask(world: World, words: str, *, by: simcord.MemberActor | None = None) -> discord.Message:
    """Mention the bot, and wait for nothing but its first reply."""
    person = by or world.ada
    message = await person.send(world.channel, f"{world.bot_user.mention} {words}")

    async def replied() -> bool:
        return bool(answers(world, message))

    await world.until(replied)
    return message


async def reads(world: World, message: discord.Message, words: str) -> discord.Message:
    """Wait until the one reply to a message contains words, and give it."""

    async def contains() -> bool:
        return words in answer(world, message).content

    await world.until(contains)
    return answer(world, message)


async def is_drawn(world: World, message: discord.Message) -> None:
    """Wait until the images API is at work for a message."""

    async def calling() -> bool:
        job = await world.jobs.find(message.id)
        return job is not None and job.state is JobState.CALLING

    await world.until(calling)


def posts(world: World) -> int:
    """Count the messages that the bot has sent to the channel, also those that are gone."""
    requests = world.env.http_requests
    return sum(one.method == "POST" and one.path == f"/channels/{world.channel.id}/messages" for one in requests)


async def forget_answer(world: World, message: discord.Message) -> None:
    """Leave the database as it is where a crash comes between sending the reply and recording it."""
    query = update(jobs).where(jobs.c.id == message.id).values(answer_id=None)
    await world.database.write(lambda connection: connection.execute(query))


# While it waits.


async def test_who_asks_is_answered_at_once_with_a_way_to_cancel_and_no_ping(world: World) -> None:
    asked = await ask(world, "a river demo:slow=1")
    reply = answer(world, asked)
    assert "a river" in reply.content
    assert button_labels(reply) == ["Cancel"]
    await world.all_ended()
    assert answer(world, asked).id == reply.id
    assert len(answer(world, asked).attachments) == 1
    assert "Cancel" not in button_labels(answer(world, asked))
    [post] = world.payloads(f"/channels/{world.channel.id}/messages")
    assert post["allowed_mentions"]["replied_user"] is False


async def test_the_reply_is_kept_up_to_date_while_it_waits_and_while_it_is_drawn(start: Start) -> None:
    world = await start(jobs_concurrency=1, progress_seconds=2, partial_images=2)
    first = await ask(world, "a river demo:slow=6")
    second = await ask(world, "a hare", by=world.bruno)
    assert button_labels(await reads(world, second, "in the queue")) == ["Cancel"]
    assert button_labels(await reads(world, first, "drawing for")) == ["Cancel"]

    async def has_sketch() -> bool:
        return [one.filename.split("-")[0] for one in answer(world, first).attachments] == ["sketch"]

    await world.until(has_sketch)
    await world.all_ended()
    for message in (first, second):
        reply = answer(world, message)
        assert [one.filename.split("-")[0] for one in reply.attachments] == ["easel"]
        assert "Cancel" not in button_labels(reply)
        assert "drawing" not in reply.content
    assert posts(world) == 2


async def test_a_reply_to_what_is_not_done_is_told_that_nothing_is_made_yet(start: Start) -> None:
    world = await start(jobs_concurrency=1, progress_seconds=2, partial_images=2)
    drawn, waiting = await ask(world, "a river demo:slow=6"), await ask(world, "a hare")
    await reads(world, waiting, "in the queue")

    async def has_sketch() -> bool:
        return bool(answer(world, drawn).attachments)

    await world.until(has_sketch)
    words = f"{world.bot_user.mention} make it night"
    replies = [await world.bruno.send(world.channel, words, reply_to=answer(world, one)) for one in (drawn, waiting)]
    await world.all_ended()
    for one in replies:
        reply = answer(world, one)
        assert "has no pictures yet" in reply.content
        assert reply.attachments == []
        assert await world.jobs.find(one.id) is None


async def test_the_asker_cancels_on_the_reply_what_waits_and_it_costs_nothing(start: Start) -> None:
    world = await start(jobs_concurrency=1)
    first = await ask(world, "a river demo:slow=3")
    await is_drawn(world, first)
    second = await ask(world, "a hare", by=world.bruno)
    stranger = await world.ada.click(answer(world, second), label="Cancel")
    assert "Only the person who asked for it or a moderator" in stranger.followups[0].content
    await world.bruno.click(answer(world, second), label="Cancel")
    reply = answer(world, second)
    assert f"{world.bruno.mention} cancelled this request" in reply.content
    assert "Nothing was spent" in reply.content
    assert button_labels(reply) == ["Try again", "Change words"]
    await world.all_ended()
    assert answer(world, second).attachments == []
    assert await world.charge_state(second.id) is ChargeState.RELEASED
    await job_of(world, first)


# How it ends.


async def test_a_failure_is_told_in_the_reply(world: World) -> None:
    asked = await mention(world, "a fox demo:refuse")
    reply = answer(world, asked)
    assert "safety system" in reply.content
    assert "Nothing was spent" in reply.content
    assert reply.attachments == []
    assert "**a fox demo\\:refuse**" in reply.content
    assert button_labels(reply) == ["Try again", "Change words"]
    assert posts(world) == 1


async def test_a_message_that_comes_twice_is_one_job_and_one_reply(world: World) -> None:
    asked = await mention(world, "a fox")
    backend = world.env.backend
    stored = backend.get_message(world.channel.id, asked.id)
    backend.emit("MESSAGE_CREATE", dict(serializers.message_payload(backend, stored)))
    await world.env.settle()
    await world.all_ended()
    assert len(answer(world, asked).attachments) == 1
    assert posts(world) == 1
    assert (await world.jobs.load(asked.id)).attempts == 1


async def test_a_message_that_comes_twice_at_once_is_one_job_and_one_reply(world: World) -> None:
    backend = world.env.backend
    words = f"{world.bot_user.mention} a fox"
    stored = backend.create_message(world.channel.id, world.ada.id, words, broadcast=False)
    payload = serializers.message_payload(backend, stored)
    for _ in range(2):
        backend.emit("MESSAGE_CREATE", dict(payload))
    await world.env.settle()
    await world.all_ended()
    [asked] = [one for one in world.channel.history() if one.id == stored.id]
    assert len(answer(world, asked).attachments) == 1
    assert posts(world) == 1
    assert (await world.jobs.load(asked.id)).attempts == 1


async def test_pictures_that_are_too_much_for_one_message_are_all_known(world: World) -> None:
    asked = await mention(world, "demo:big --n 3")
    first, further = answers(world, asked)
    assert [len(one.attachments) for one in (first, further)] == [2, 1]
    assert further.content.startswith("-# 2 of 2")
    edit = await mention(world, reply_to=further)
    assert (await job_of(world, edit)).parents == (PictureRef(asked.id, 3),)
    too_high = await mention(world, "2: make it night", reply_to=further)
    assert "no picture 2 in that message; it has 1" in answer(world, too_high).content
    both = await mention(world, reply_to=first)
    assert [one.place for one in (await job_of(world, both)).parents] == [1, 2]


async def test_a_reply_that_was_deleted_meanwhile_is_followed_by_a_new_one(world: World) -> None:
    asked = await ask(world, "a river demo:slow=2")
    world.env.backend.delete_message(world.channel.id, answer(world, asked).id)
    await world.all_ended()
    reply = answer(world, asked)
    assert len(reply.attachments) == 1
    assert reply.content.startswith(world.ada.mention)
    edit = await mention(world, reply_to=reply)
    assert (await job_of(world, edit)).parents == (PictureRef(asked.id, 1),)


async def test_a_message_that_was_deleted_meanwhile_has_its_picture_all_the_same(world: World) -> None:
    asked = await ask(world, "a river demo:slow=2")
    reply = answer(world, asked)
    world.env.backend.delete_message(world.channel.id, asked.id)
    await world.all_ended()
    [found] = [one for one in world.channel.history() if one.id == reply.id]
    assert len(found.attachments) == 1


async def test_where_both_were_deleted_the_picture_comes_all_the_same(world: World) -> None:
    asked = await ask(world, "a river demo:slow=2")
    for message in (answer(world, asked), asked):
        world.env.backend.delete_message(world.channel.id, message.id)
    await world.all_ended()
    last = world.channel.last_message
    assert last is not None
    assert len(last.attachments) == 1
    references = [one["message_reference"] for one in world.payloads(f"/channels/{world.channel.id}/messages")]
    assert [one["fail_if_not_exists"] for one in references] == [False] * len(references)


# Restarts.


async def test_a_restart_ends_in_the_same_reply(world: World) -> None:
    asked = await ask(world, "a river demo:slow=3")
    await is_drawn(world, asked)
    before = answer(world, asked)
    world = await world.restarted()
    await world.all_ended()
    after = answer(world, asked)
    assert after.id == before.id
    assert len(after.attachments) == 1
    assert posts(world) == 1
    edit = await mention(world, reply_to=after)
    assert (await job_of(world, edit)).parents == (PictureRef(asked.id, 1),)


async def test_a_reply_that_a_crash_left_unrecorded_is_found_and_edited(world: World) -> None:
    asked = await ask(world, "a river demo:slow=3")
    await is_drawn(world, asked)
    before = answer(world, asked)
    await forget_answer(world, asked)
    world = await world.restarted()
    await world.all_ended()
    after = answer(world, asked)
    assert after.id == before.id
    assert len(after.attachments) == 1
    assert "Cancel" not in button_labels(after)
    assert posts(world) == 1
    assert (await world.jobs.load(asked.id)).origin.answer_id == before.id


async def test_a_request_that_a_crash_left_half_taken_in_is_told_in_its_reply(world: World) -> None:
    asked = await ask(world, "a river demo:slow=3")
    await is_drawn(world, asked)
    before = answer(world, asked)
    query = update(jobs).where(jobs.c.id == asked.id).values(state=JobState.ACCEPTING, answer_id=None)
    await world.bot.close()
    await world.database.write(lambda connection: connection.execute(query))
    world = await world.restarted()
    await world.all_ended()
    reply = answer(world, asked)
    assert reply.id == before.id
    assert "Easel was stopped before it finished this request" in reply.content
    assert posts(world) == 1


# Where the bot may not post.


def closed_to(world: World, **denied: bool) -> simcord.ChannelHandle:
    overwrite = discord.PermissionOverwrite(**denied)
    return world.guild.create_text_channel("closed", overwrites={world.bot_user: overwrite})


async def test_who_asks_where_the_bot_may_not_write_is_told_in_a_direct_message(world: World) -> None:
    closed = closed_to(world, send_messages=False)
    asked = await mention(world, "a fox", place=closed)
    assert answers(world, asked, place=closed) == []
    told = world.ada.user.dm_channel.last_message
    assert told is not None
    assert "I need Send Messages" in told.content
    assert "Nothing was spent" in told.content
    assert await world.jobs.find(asked.id) is None


async def test_who_asks_where_the_bot_may_not_attach_files_is_told_in_a_reply(world: World) -> None:
    closed = closed_to(world, attach_files=False)
    asked = await mention(world, "make it night", place=closed, files=[("a.png", photo_png())])
    assert "I need Attach Files" in answer(world, asked, place=closed).content
    assert await world.jobs.find(asked.id) is None


async def test_a_reply_needs_the_permission_to_read_what_it_replies_to(world: World) -> None:
    closed = closed_to(world, read_message_history=False)
    asked = await mention(world, "a fox", place=closed)
    told = [*answers(world, asked, place=closed), world.ada.user.dm_channel.last_message]
    assert any(one is not None and "I need Read Message History" in one.content for one in told)
    assert await world.jobs.find(asked.id) is None


async def test_a_direct_message_that_is_closed_too_harms_nobody(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    asked = await mention(world, "")
    assert answers(world, asked) == []


async def test_a_reply_that_discord_refuses_all_the_same_is_paid_for_by_nobody(world: World) -> None:
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=403, code=50013, times=None)
    asked = await mention(world, "a fox")
    assert answers(world, asked) == []
    job = await world.jobs.load(asked.id)
    assert job.state is JobState.FAILED
    assert job.attempts == 0


async def test_what_cannot_be_kept_is_told_in_the_reply_that_is_up(world: World) -> None:
    asked = await mention(world, "", place=world.channel)
    context = MessageContext(asked, world.app.core.messenger, world.app.foundation.requests.passing_replies)
    before = len(answers(world, asked))
    answer_id = await context.acknowledge("a fox", private=False)
    await context.explain(StorageDown(), prompt="a fox")
    [reply] = answers(world, asked)[before:]
    assert (reply.id, reply.components) == (answer_id, [])
    assert reply.content.startswith(explain(StorageDown()))
    world.env.backend.delete_message(world.channel.id, reply.id)
    await context.explain(PromptBlank(), prompt="")
    assert answers(world, asked)[-1].content.startswith(explain(PromptBlank()))
