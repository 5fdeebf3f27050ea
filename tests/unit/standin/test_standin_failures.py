"""The platform refuses what the real one refuses, and fails when a test asks it to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from tests.standin.attachments import File
from tests.standin.limits import Rate
from tests.standin.world import Permission

if TYPE_CHECKING:
    from tests.standin.platform import Platform
    from tests.unit.standin.small_bot import SmallBot

ORIGINAL = r"^/webhooks/.*/messages/@original$"


async def next_error(bot: SmallBot) -> discord.HTTPException:
    error = await bot.errors.first(lambda _error: True, timeout_seconds=10)
    assert isinstance(error, discord.HTTPException), error
    return error


async def test_an_acknowledgement_after_three_seconds_is_too_late(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "late")
    await bot.seen.first(lambda _: True, timeout_seconds=5)
    platform.advance(3.1)
    bot.gone_on.set()
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (404, 10062)
    assert handle.answer is None


async def test_an_interaction_is_acknowledged_once(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "twice")
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (400, 40060)
    assert [message.content for message in handle.history] == ["once"]


@pytest.mark.parametrize("way", ["asked for", "after 15 minutes"])
async def test_a_token_expires(platform: Platform, bot: SmallBot, way: str) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "slow")
    await handle.final()
    if way == "asked for":
        handle.expire()
    else:
        platform.advance(15 * 60)
    bot.gone_on.set()
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (401, 50027)
    assert handle.original().content == "waiting"


async def test_a_deleted_answer_cannot_be_edited(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "slow")
    platform.delete(await handle.final())
    bot.gone_on.set()
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (404, 10008)


async def test_a_file_over_the_limit_is_refused(platform: Platform, bot: SmallBot) -> None:
    platform.limits.attachment_size_bytes = 5
    handle = await platform.slash(
        platform.alice, platform.channel, "edit", prompt="blue", image=File("a.png", b"123456")
    )
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (413, 40005)
    assert handle.original().loading


async def test_a_request_over_25_mib_is_refused(platform: Platform, bot: SmallBot) -> None:
    platform.limits.request_bytes = 500
    await platform.slash(platform.alice, platform.channel, "edit", prompt="blue", image=File("a.png", bytes(600)))
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (413, 40005)


@pytest.mark.parametrize(
    ("deny", "code"),
    [(Permission.VIEW_CHANNEL, 50001), (Permission.SEND_MESSAGES, 50013), (Permission.ATTACH_FILES, 50013)],
)
async def test_the_bot_posts_where_it_may(platform: Platform, bot: SmallBot, deny: Permission, code: int) -> None:
    platform.limit_bot(platform.channel, deny=deny)
    await platform.slash(platform.alice, platform.channel, "post", text="hello")
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (403, code)
    assert not bot.seen.items[0].app_permissions.is_superset(discord.Permissions(int(deny)))


async def test_a_channel_that_is_gone_is_unknown(platform: Platform, bot: SmallBot) -> None:
    channel = bot.get_partial_messageable(platform.channel.id)
    platform.delete_channel(platform.channel)
    with pytest.raises(discord.NotFound) as caught:
        await channel.send("hello")
    assert caught.value.code == 10003


async def test_an_enforced_nonce_posts_once(platform: Platform, bot: SmallBot) -> None:
    first = await platform.slash(platform.alice, platform.channel, "post", text="hello", nonce="job-1")
    again = await platform.slash(platform.alice, platform.channel, "post", text="hello", nonce="job-1")
    other = await platform.slash(platform.alice, platform.channel, "post", text="hello", nonce="job-2")
    ids = [(await handle.state(lambda message: bool(message.content))).content for handle in (first, again, other)]
    assert ids[0] == ids[1] != ids[2]
    posted = [message for message in platform.messages(platform.channel) if message.content == "hello"]
    assert [message.nonce for message in posted] == ["job-1", "job-2"]


async def test_an_ordered_error_is_given_once(platform: Platform, bot: SmallBot) -> None:
    platform.fail_next("PATCH", ORIGINAL, status=403, code=50013)
    await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    assert ((await next_error(bot)).status, (await next_error(bot)).code) == (403, 50013)
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    assert (await handle.state(lambda message: bool(message.attachments))).attachments


async def test_a_rate_limit_is_waited_for(platform: Platform, bot: SmallBot) -> None:
    platform.fail_next("PATCH", ORIGINAL, status=429, headers={"Retry-After": "0.05"})
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    assert (await handle.state(lambda message: bool(message.attachments))).attachments
    edits = [call for call in platform.state.calls.items if call.method == "PATCH"]
    assert [call.status for call in edits] == [429, 200, 200]
    assert edits[1].at - edits[0].at >= 0.05


async def test_too_many_edits_of_one_answer_are_slowed_down(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "chatty", times=6)
    last = await handle.state(lambda message: message.content == "6")
    first = await handle.state(lambda message: message.content == "1")
    assert last.created_at - first.created_at >= 1.5
    assert 429 not in [call.status for call in platform.state.calls.items]


async def test_a_client_that_does_not_wait_is_refused(platform: Platform) -> None:
    platform.limits.webhook_rate, platform.limits.bot_rate = Rate(2, 60.0), Rate(3, 60.0)
    headers = {"Authorization": f"Bot {platform.state.token}"}
    address = platform.environment()["DISCORD_API_URL"]
    async with aiohttp.ClientSession(headers=headers) as client:
        for path, allowed, is_global in (("/webhooks/1/token/messages/@original", 2, False), ("/users/@me", 3, True)):
            answers = [await client.get(address + path) for _ in range(allowed + 1)]
            assert [answer.status == 429 for answer in answers] == [False] * allowed + [True]
            body = await answers[-1].json()
            assert 0 < body["retry_after"] <= 60
            assert body["global"] is is_global


async def test_a_token_is_unknown_until_its_interaction_is_acknowledged(platform: Platform, bot: SmallBot) -> None:
    await platform.slash(platform.alice, platform.channel, "late")
    interaction = await bot.seen.first(lambda _: True, timeout_seconds=5)
    with pytest.raises(discord.NotFound) as caught:
        await interaction.followup.send("too early")
    assert caught.value.code == 10015
    bot.gone_on.set()


async def test_a_proxys_error_page_is_no_json(platform: Platform, bot: SmallBot) -> None:
    platform.fail_next("GET", "^/users/@me$", status=503)
    with pytest.raises(discord.DiscordServerError) as caught:
        await bot.http.request(discord.http.Route("GET", "/users/@me"))
    assert "<html>" in caught.value.text


@pytest.mark.parametrize("applied", [False, True])
async def test_a_cut_connection_may_have_taken_effect(platform: Platform, bot: SmallBot, applied: bool) -> None:  # noqa: FBT001
    platform.cut_next("POST", "/messages$", applied=applied)
    await platform.slash(platform.alice, platform.channel, "post", text="hello")
    error = await bot.errors.first(lambda _error: True, timeout_seconds=5)
    assert "disconnected" in str(error).lower()
    posted = [message for message in platform.messages(platform.channel) if message.content == "hello"]
    assert len(posted) == applied


async def test_a_held_call_waits_for_the_test(platform: Platform, bot: SmallBot) -> None:
    gate = platform.hold_next("PATCH", ORIGINAL)
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    call = await gate.reached()
    assert call.body["content"] == "working"
    assert handle.original().loading
    gate.release()
    assert (await handle.state(lambda message: bool(message.attachments))).attachments


async def test_a_held_call_may_have_taken_effect(platform: Platform, bot: SmallBot) -> None:
    gate = platform.hold_next("POST", "/messages$", applied=True)
    await platform.slash(platform.alice, platform.channel, "post", text="hello")
    await gate.reached()
    assert [message.content for message in platform.messages(platform.channel)] == ["", "hello"]
    gate.cut()
    assert "disconnected" in str(await bot.errors.first(lambda _error: True, timeout_seconds=5)).lower()


async def test_a_file_can_be_gone_from_the_cdn(platform: Platform, bot: SmallBot) -> None:
    gate = platform.hold_next("GET", "^/ephemeral-attachments/")
    await platform.slash(platform.alice, platform.channel, "edit", prompt="blue", image=File("a.png", b"1"))
    await gate.reached()
    platform.state.cdn.forget(platform.state.given_files[0])
    gate.release()
    assert (await next_error(bot)).status == 404


async def test_a_wrong_token_is_no_login(platform: Platform, bot: SmallBot) -> None:
    client = discord.Client(intents=discord.Intents.none())
    with pytest.raises(discord.LoginFailure):
        await client.login("another-token")
    await client.close()


async def test_a_hanging_call_ends_with_the_platform(platform: Platform, bot: SmallBot) -> None:
    gate = platform.hold_next("PATCH", ORIGINAL)
    await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    async with asyncio.timeout(5):
        await gate.reached()
