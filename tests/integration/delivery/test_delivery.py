"""What happens when Discord does not take an answer as it is."""

import discord
import pytest

from tests.integration.conftest import World
from tests.integration.pictures import opened

ORIGINAL = "/webhooks/*/*/messages/@original"


async def test_a_picture_that_discord_finds_too_large_is_posted_smaller(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=413, code=40005)
    result = await world.imagine()
    assert result.response is not None
    [attachment] = result.response.attachments
    assert attachment.filename.endswith("-1.jpg")
    assert opened(await attachment.read()).size == (1024, 1024)
    assert "re-encoded as JPEG to fit Discord's file limit" in result.response.content


async def test_a_picture_that_never_fits_is_told(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=413, code=40005, times=3)
    result = await world.imagine()
    assert result.response is not None
    assert "Discord's file limit here is too low" in result.response.content
    assert "It cost nothing" in result.response.content


@pytest.mark.parametrize(("status", "code"), [(401, 50027), (404, 10015), (404, 10008)])
async def test_a_picture_whose_answer_is_gone_comes_into_the_channel(world: World, status: int, code: int) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=status, code=code, times=None)
    await world.imagine(n=2)
    message = world.channel.last_message
    assert message is not None
    assert message.content.startswith(world.ada.mention)
    assert message.flags.suppress_notifications
    assert "a fox in snow" in message.content
    assert len(message.attachments) == 2
    [post] = world.payloads(f"/channels/{world.channel.id}/messages")
    assert post["allowed_mentions"]["users"] == [world.ada.id]


async def test_a_private_picture_never_comes_into_the_channel(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=401, code=50027, times=None)
    await world.imagine(private=True)
    assert world.payloads("/channels/*") == []


async def test_a_missing_permission_is_named_before_anything_is_paid(world: World) -> None:
    closed = world.guild.create_text_channel(
        "no-files", overwrites={world.bot_user: discord.PermissionOverwrite(attach_files=False)}
    )
    result = await world.ask(world.ada, "imagine", place=closed, prompt="a fox")
    assert result.response is not None
    assert "I need Attach Files" in result.response.content
    assert "Nothing was spent" in result.response.content


async def test_a_missing_permission_does_not_stop_a_private_answer(world: World) -> None:
    closed = world.guild.create_text_channel(
        "no-files", overwrites={world.bot_user: discord.PermissionOverwrite(attach_files=False)}
    )
    result = await world.ask(world.ada, "imagine", place=closed, prompt="a fox", private=True)
    assert result.response is not None
    assert len(result.response.attachments) == 1


async def test_pictures_that_are_too_much_for_one_message_come_in_several(world: World) -> None:
    result = await world.imagine("demo:big", n=3)
    assert result.response is not None
    further = world.channel.last_message
    assert further is not None
    names = [one.filename for one in (*result.response.attachments, *further.attachments)]
    assert names == [f"easel-{result._interaction.id}-{place}.png" for place in (1, 2, 3)]
    assert further.content == "-# 2 of 2"
    assert "re-encoded" not in result.response.content


async def test_pictures_that_are_too_much_for_a_private_answer_are_made_to_fit_into_it(world: World) -> None:
    result = await world.imagine("demo:big", n=3, private=True)
    assert result.response is not None
    assert len(result.response.attachments) == 3
    assert "re-encoded" in result.response.content
    assert result.followups == []
    assert world.payloads("/channels/*") == []


async def test_a_further_message_that_discord_lost_is_posted_once(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=500)
    result = await world.imagine("demo:big", n=3)
    tries = world.payloads(f"/channels/{world.channel.id}/messages")
    assert [one["nonce"] for one in tries] == [f"{result._interaction.id}-2"] * len(tries)
    assert all(one["enforce_nonce"] for one in tries)
    last = world.channel.last_message
    assert last is not None
    assert [one.filename for one in last.attachments] == [f"easel-{result._interaction.id}-3.png"]


async def test_a_further_message_that_is_too_large_is_posted_smaller_and_nothing_twice(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=413, code=40005)
    await world.imagine("demo:big", n=3)
    further = world.channel.last_message
    assert further is not None
    assert [one.filename.split("-", 2)[2] for one in further.attachments] == ["3.jpg"]
    assert further.content == "-# 2 of 2 · picture 3 re-encoded as JPEG to fit Discord's file limit"
    assert len(world.payloads("*/messages/@original")) == 1


@pytest.mark.parametrize(("status", "code", "times"), [(403, 50013, None), (413, 40005, 3), (400, 50035, None)])
async def test_what_is_posted_stays_when_the_rest_cannot_be(
    world: World, status: int, code: int, times: int | None
) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=times)
    result = await world.imagine("demo:big", n=3)
    assert result.response is not None
    assert len(result.response.attachments) == 2
    assert "I could post only 2 of 3 pictures" in result.response.content
    assert "/history" in result.response.content


@pytest.mark.parametrize(("status", "code"), [(500, 0), (403, 50013), (404, 10062)])
async def test_a_response_that_cannot_be_edited_comes_into_the_channel(world: World, status: int, code: int) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=status, code=code, times=None)
    await world.imagine()
    last = world.channel.last_message
    assert last is not None
    assert len(last.attachments) == 1


async def test_a_message_that_discord_does_not_take_is_told(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=400, code=50035)
    result = await world.imagine()
    assert result.response is not None
    assert "Discord didn't respond" in result.response.content
