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
    assert opened(await attachment.read()).size == (1024, 1536) or attachment.filename.endswith(".jpg")
    assert "re-encoded as JPEG to fit Discord's file limit" in result.response.content


async def test_a_picture_that_never_fits_is_told(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=413, code=40005, times=3)
    result = await world.imagine()
    assert result.response is not None
    assert "over Discord's file limit" in result.response.content
    assert "paid for" in result.response.content


@pytest.mark.parametrize(("status", "code"), [(401, 50027), (404, 10015), (404, 10008)])
async def test_a_picture_whose_answer_is_gone_comes_into_the_channel(world: World, status: int, code: int) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=status, code=code, times=None)
    await world.imagine(n=2)
    message = world.channel.last_message
    assert message is not None
    assert message.content.startswith(world.ada.mention)
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
    result = await world.ada.slash(closed, "imagine", prompt="a fox")
    assert result.response is not None
    assert "I lack Attach Files" in result.response.content
    assert "nothing was spent" in result.response.content


async def test_a_missing_permission_does_not_stop_a_private_answer(world: World) -> None:
    closed = world.guild.create_text_channel(
        "no-files", overwrites={world.bot_user: discord.PermissionOverwrite(attach_files=False)}
    )
    result = await world.ada.slash(closed, "imagine", prompt="a fox", private=True)
    assert result.response is not None
    assert len(result.response.attachments) == 1
