"""/history and its buttons, as people use them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord

from bot.chat.platform.components import view_of
from bot.chat.results.buttons import PostButton, ShowButton
from bot.demo.embedded import embedded_images
from bot.demo.playground.downloads import MemoryDownloads
from bot.domain.errors import OutcomeUnknown
from bot.domain.job import JobState
from bot.settings import Settings
from bot.store.retention.job_expiry import JobExpiry
from bot.wiring.app import build_app
from tests.unit.store import samples

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.integration.conftest import Start, World

ORIGINAL = "/webhooks/*/*/messages/@original"


async def history(person: simcord.MemberActor, place: simcord.ChannelHandle) -> simcord.ResponseMessage:
    result = await person.slash(place, "history")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def labels(message: simcord.ResponseMessage) -> list[str]:
    return [button["label"] for row in message.components for button in row["components"]]


async def shown(world: World, *, place: simcord.ChannelHandle | None = None) -> simcord.ResponseMessage:
    """Show the pictures of ada's newest request."""
    page = await history(world.ada, place or world.channel)
    result = await world.ada.click(page, label="Show 1")
    assert result.response is not None
    return result.response


async def contents(message: simcord.ResponseMessage) -> list[tuple[str, str | None, bytes]]:
    return [(one.filename, one.description, await one.read()) for one in message.attachments]


async def test_the_last_requests_are_listed_newest_first(world: World) -> None:
    await world.imagine("a fox")
    await world.imagine("a **hare**", n=2, quality="low")
    page = await history(world.ada, world.channel)
    first, second = page.content.split("\n**2. ")
    assert "1. a \\*\\*hare\\*\\*" in first
    assert "done · gpt-image-2.5-flare · low · 2 pictures · free · <t:" in first
    assert "a fox" in second
    assert labels(page) == ["Show 1", "Show 2"]


async def test_everybody_has_a_history_of_their_own(world: World) -> None:
    await world.imagine()
    page = await history(world.bruno, world.channel)
    assert "You haven't made any pictures yet" in page.content
    assert labels(page) == []


async def test_a_request_that_failed_says_why_and_can_be_asked_for_again(world: World) -> None:
    await world.imagine("demo:refuse")
    page = await history(world.ada, world.channel)
    assert "failed · " in page.content
    assert "The provider's safety system refused this request" in page.content
    assert "Nothing was spent" in page.content
    assert labels(page) == ["Try 1 again", "Change words of 1"]


async def test_a_request_whose_outcome_nobody_knows_can_be_asked_for_again(world: World) -> None:
    now = datetime.now(UTC)
    await samples.wait(world.jobs, 1, user_id=world.ada.id, guild_id=world.guild.id, now=now)
    await samples.call(world.jobs, 1, now=now)
    await world.jobs.fail(1, error=OutcomeUnknown(), now=now)
    await world.jobs.close(1, to=JobState.FAILED, now=now)
    page = await history(world.ada, world.channel)
    assert "the result is unknown" in page.content
    assert labels(page) == ["Try 1 again", "Change words of 1"]
    await world.ada.click(page, label="Try 1 again")
    await world.all_ended()
    assert labels(await history(world.ada, world.channel)) == ["Show 1", "Try 2 again", "Change words of 2"]


async def test_a_request_that_is_open_says_where_it_stands_and_has_no_button(world: World) -> None:
    await samples.accept(world.jobs, 1, user_id=world.ada.id, now=datetime.now(UTC))
    page = await history(world.ada, world.channel)
    assert "received · " in page.content
    assert labels(page) == []


async def test_one_leafs_through_the_pages_in_one_message(world: World) -> None:
    for number in range(7):
        await world.imagine(f"fox {number}")
    page = await history(world.ada, world.channel)
    assert [f"fox {number}" in page.content for number in range(7)] == [False, False, True, True, True, True, True]
    assert labels(page)[5:] == ["Older"]
    await world.ada.click(page, label="Older")
    assert [f"fox {number}" in page.content for number in range(7)] == [True, True] + [False] * 5
    assert labels(page) == ["Show 1", "Show 2", "Newer"]
    await world.ada.click(page, label="Newer")
    assert "fox 6" in page.content
    assert labels(page)[5:] == ["Older"]


async def test_the_pictures_are_shown_again_to_their_asker_alone(world: World) -> None:
    made = await world.imagine(n=2)
    assert made.response is not None
    message = await shown(world)
    assert message.ephemeral
    assert "a fox in snow" in message.content
    assert await contents(message) == await contents(made.response)
    assert labels(message) == ["Post here"]


async def test_pictures_that_are_too_large_here_are_shown_smaller(world: World) -> None:
    await world.imagine()
    page = await history(world.ada, world.channel)
    world.env.inject_error("PATCH", ORIGINAL, status=413, code=40005)
    result = await world.ada.click(page, label="Show 1")
    assert result.response is not None
    assert result.response.attachments[0].filename.endswith(".jpg")
    assert "re-encoded as JPEG" in result.response.content


async def test_pictures_that_are_too_much_for_one_message_are_shown_in_several(world: World) -> None:
    await world.imagine("demo:big", n=3)
    page = await history(world.ada, world.channel)
    result = await world.ada.click(page, label="Show 1")
    assert result.response is not None
    [further] = result.followups
    assert [len(one.attachments) for one in (result.response, further)] == [2, 1]
    assert further.ephemeral
    assert further.content == "-# 2 of 2"


async def test_a_spoiler_stays_one(world: World) -> None:
    await world.imagine(spoiler=True)
    message = await shown(world)
    assert message.attachments[0].filename.startswith("SPOILER_")


async def test_a_picture_is_posted_into_the_channel_by_its_asker(world: World) -> None:
    await world.imagine(private=True)
    message = await shown(world)
    assert world.payloads("/channels/*/messages") == []
    await world.ada.click(message, label="Post here")
    posted = world.channel.last_message
    assert posted is not None
    assert "a fox in snow" in posted.content
    assert world.ada.mention in posted.content
    assert [one.filename for one in posted.attachments] == [one.filename for one in message.attachments]
    [payload] = world.payloads(f"/channels/{world.channel.id}/messages")
    assert payload["allowed_mentions"] == {"parse": []}
    assert labels(message) == ["Posted"]
    assert message.components[0]["components"][0]["disabled"]


async def test_nothing_is_posted_where_the_bot_may_not(world: World) -> None:
    closed = world.guild.create_text_channel(
        "no-files", overwrites={world.bot_user: discord.PermissionOverwrite(attach_files=False)}
    )
    await world.imagine()
    message = await shown(world, place=closed)
    result = await world.ada.click(message, label="Post here")
    [sentence] = result.followups
    assert "I need Attach Files" in sentence.content
    assert sentence.ephemeral
    assert closed.last_message is None
    assert labels(message) == ["Post here"]


async def test_a_refusal_of_discord_is_told_and_the_button_works_again(world: World) -> None:
    await world.imagine(private=True)
    message = await shown(world)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    result = await world.ada.click(message, label="Post here")
    [sentence] = result.followups
    assert "I no longer have access to this channel" in sentence.content
    await world.ada.click(message, label="Post here")
    assert world.channel.last_message is not None


async def test_a_picture_that_is_too_large_for_the_channel_is_posted_smaller(world: World) -> None:
    await world.imagine(private=True)
    message = await shown(world)
    world.env.inject_error("POST", "/channels/*/messages", status=413, code=40005)
    await world.ada.click(message, label="Post here")
    posted = world.channel.last_message
    assert posted is not None
    assert posted.attachments[0].filename.endswith(".jpg")
    assert "re-encoded as JPEG to fit Discord's file limit" in posted.content


async def test_a_picture_that_could_not_be_posted_is_here_and_then_counts_as_delivered(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=401, code=50027, times=None)
    made = await world.imagine(private=True)
    world.env.backend.faults.clear()
    job_id = made._interaction.id
    assert (await world.jobs.load(job_id)).state is JobState.UNDELIVERABLE
    page = await history(world.ada, world.channel)
    assert "finished, but couldn't be posted" in page.content
    result = await world.ada.click(page, label="Show 1")
    assert result.response is not None
    assert len(result.response.attachments) == 1
    assert (await world.jobs.load(job_id)).state is JobState.DELIVERED


async def test_pictures_that_are_not_kept_any_more_are_told(world: World) -> None:
    await world.imagine()
    page = await history(world.ada, world.channel)
    await JobExpiry(world.database).delete_old(before=datetime.now(UTC))
    result = await world.ada.click(page, label="Show 1")
    assert result.response is not None
    assert "no longer stored" in result.response.content


async def test_nobody_shows_or_posts_the_pictures_of_another_person(world: World) -> None:
    made = await world.imagine(private=True)
    job_id = made._interaction.id
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    # The bot sends such buttons to their asker alone; here somebody else has got hold of them.
    for button in (ShowButton(job_id, label="Take"), PostButton(job_id, label="Take")):
        message = await channel.send(view=view_of(button))
        result = await world.bruno.click(message, label="Take")
        sentence = result.followups[0] if result.followups else result.response
        assert sentence is not None
        assert "Only the person who asked for these pictures" in sentence.content
        assert sentence.ephemeral
        assert sentence.attachments == []
    assert [message.attachments for message in world.channel.history()] == [[], []]


async def test_the_buttons_work_after_a_restart(start: Start, tmp_path: Path) -> None:
    world = await start()
    await world.imagine(private=True)
    page, message = await history(world.ada, world.channel), await shown(world)
    await world.bot.close()
    async with embedded_images(Settings(_env_file=None, data_dir=tmp_path)) as settings:  # type: ignore[call-arg]
        again = build_app(settings, downloads=MemoryDownloads()).bot
        await world.env.restart_bot(again)
        try:
            result = await world.ada.click(page, label="Show 1")
            assert result.response is not None
            assert len(result.response.attachments) == 1
            await world.ada.click(message, label="Post here")
            assert world.channel.last_message is not None
        finally:
            await again.close()
