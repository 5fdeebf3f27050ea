"""The bot as it runs for real: what Discord and the provider get to see."""

import re

import pytest

from tests.integration.pictures import encode, mask_png, opened, photo, photo_png
from tests.process.conftest import KEY, Launch, Provider, Scripted
from tests.standin.attachments import File
from tests.standin.limits import MIB
from tests.standin.platform import Platform
from tests.standin.world import Permission


async def test_four_pictures_are_posted_with_names_and_alt_texts(process: Launch, discord: Platform) -> None:
    async with process():
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox", n=4, quality="low")
        message = await asked.final()
    assert [one.filename for one in message.attachments] == [f"easel-{asked.id}-{place}.png" for place in range(1, 5)]
    assert message.attachments[0].description == "Picture 1 of 4: a fox"
    assert re.search(r"gpt-image-2\.5-flare · low · 1024x1024 · \$0\.0\d+ · [\d.]+ s", message.content)


async def test_ten_requests_of_two_low_pictures_go_through_half_a_dollar_a_day(
    process: Launch, discord: Platform
) -> None:
    async with process(BUDGETS="user/day=$0.50"):
        for number in range(10):
            asked = await discord.slash(
                discord.alice, discord.channel, "imagine", prompt=f"fox {number}", n=2, quality="low"
            )
            assert len((await asked.final()).attachments) == 2
        # Each of them cost something, and one that would cost more than is left is refused.
        large = await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox", n=2, quality="max")
        refused = await large.state(lambda one: "over today's limit" in one.content)
        assert refused.ephemeral


async def test_a_photo_and_its_mask_are_taken_from_the_cdn_and_edited(
    process: Launch, discord: Platform, provider: Provider
) -> None:
    async with process():
        asked = await discord.slash(
            discord.alice,
            discord.channel,
            "edit",
            prompt="a green door",
            image=File("photo.jpg", encode(photo(), "JPEG")),
            mask=File("mask.png", mask_png()),
        )
        message = await asked.final()
    assert len(message.attachments) == 1
    assert opened(message.attachments[0].data).size == (640, 480)
    [request] = [one for one in provider.requests if one.path.endswith("/edits")]
    assert request.headers["Authorization"] == f"Bearer {KEY}"


async def test_a_small_file_limit_makes_the_picture_smaller(process: Launch, discord: Platform) -> None:
    discord.state.limits.attachment_size_bytes = 200_000
    async with process():
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
    assert message.attachments[0].size <= 200_000
    assert "re-encoded as JPEG" in message.content


async def test_pictures_of_many_megabytes_come_in_several_messages(process: Launch, discord: Platform) -> None:
    discord.state.limits.attachment_size_bytes = 20 * MIB
    async with process():
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="demo:big", n=2, quality="high")
        first = await asked.final()
    posted = [*first.attachments, *(file for message in asked.followups() for file in message.attachments)]
    assert [one.filename for one in posted] == [f"easel-{asked.id}-{place}.png" for place in (1, 2)]


async def test_a_token_that_expires_while_it_draws_leads_into_the_channel(process: Launch, discord: Platform) -> None:
    async with process():
        gate = discord.hold_next("PATCH", r"/messages/@original")
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")
        await gate.reached()
        asked.expire()
        gate.release()
        message = await discord.wait_for_message(lambda one: bool(one.attachments))
    assert message.content.startswith(f"<@{discord.alice.id}>")
    assert message.mentions == (discord.alice,)


@pytest.mark.parametrize(("status", "times"), [(500, 2), (502, 2)])
async def test_trouble_at_discord_is_outlived(process: Launch, discord: Platform, status: int, times: int) -> None:
    async with process():
        discord.fail_next("PATCH", r"/messages/@original", status=status, times=times)
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
    assert len(message.attachments) == 1
    assert message.attachments[0].size > 1000


async def test_a_lost_connection_to_discord_is_outlived(process: Launch, discord: Platform) -> None:
    async with process():
        discord.cut_next("PATCH", r"/messages/@original")
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
    assert message.attachments[0].size > 1000


async def test_a_file_on_another_host_is_not_fetched(process: Launch, discord: Platform) -> None:
    async with process(DISCORD_CDN_HOSTS=""):
        asked = await discord.slash(
            discord.alice, discord.channel, "edit", prompt="x", image=File("a.png", photo_png())
        )
        message = await asked.state(lambda one: "isn't on Discord's servers" in one.content)
    assert message.ephemeral


async def test_a_provider_that_takes_too_long_is_told(process: Launch, discord: Platform) -> None:
    async with process(IMAGES_TIMEOUT_SECONDS="0.5"):
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="demo:slow=30")).final()
    assert "took too long" in message.content
    assert "may have charged" in message.content


async def test_a_missing_permission_is_named_and_nothing_is_asked_of_the_provider(
    process: Launch, discord: Platform, provider: Provider
) -> None:
    async with process():
        discord.limit_bot(discord.channel, deny=Permission.ATTACH_FILES)
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")).final()
    assert "I need Attach Files" in message.content
    assert [one for one in provider.requests if one.method == "POST"] == []


async def test_it_serves_threads_and_direct_messages(process: Launch, discord: Platform) -> None:
    async with process():
        for place in (discord.thread, discord.direct_messages(discord.bob)):
            user = discord.alice if place is discord.thread else discord.bob
            message = await (await discord.slash(user, place, "imagine", prompt="a fox")).final()
            assert len(message.attachments) == 1


async def test_the_commands_are_registered_again_only_when_they_changed(process: Launch, discord: Platform) -> None:
    def registrations() -> int:
        return len([one for one in discord.state.calls.items if one.method == "PUT" and one.path.endswith("/commands")])

    for settings, expected in (({}, 1), ({}, 1), ({"MAX_N": "4"}, 2)):
        bot = process(**settings)
        async with bot:
            pass
        assert registrations() == expected


async def test_a_stop_lets_the_open_request_finish(process: Launch, discord: Platform) -> None:
    bot = process()
    async with bot:
        gate = discord.hold_next("PATCH", r"/messages/@original")
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox")
        await gate.reached()
        bot.terminate()
        await bot.wait_for_line("draining")
        gate.release()
        assert await bot.exited() == 0
    assert len(asked.original().attachments) == 1


async def test_a_stop_with_nothing_open_is_quick_and_clean(process: Launch) -> None:
    bot = process()
    async with bot:
        bot.terminate()
        assert await bot.exited() == 0
    assert "Traceback" not in bot.output
    assert '"exception":' not in bot.output


async def test_a_stop_that_cannot_wait_any_longer_tells_those_who_wait(
    process: Launch, discord: Platform, provider: Provider
) -> None:
    bot = process(SHUTDOWN_GRACE_SECONDS="0.2")
    async with bot:
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="demo:slow=60")
        await provider.asked.wait()
        bot.terminate()
        assert await bot.exited() == 0
    assert "the result is unknown. Press the button to try again. You weren't charged" in asked.original().content
    assert "Traceback" not in bot.output
    assert '"exception":' not in bot.output


async def test_a_second_signal_ends_it_at_once(process: Launch, discord: Platform) -> None:
    bot = process()
    async with bot:
        asked = await discord.slash(discord.alice, discord.channel, "imagine", prompt="demo:slow=60")
        await asked.acknowledged()
        bot.terminate()
        await bot.wait_for_line("draining")
        bot.terminate()
        assert await bot.exited(timeout_seconds=5) != 0


async def test_pictures_that_are_whole_are_posted_beside_one_that_is_not(
    process: Launch, discord: Platform, scripted: Scripted
) -> None:
    whole, broken = photo_png(), photo_png()[:-300]
    scripted.pictures = [whole, broken, whole]
    async with process(IMAGES_BASE_URL=scripted.url):
        message = await (await discord.slash(discord.alice, discord.channel, "imagine", prompt="a fox", n=3)).final()
    assert [one.data for one in message.attachments] == [whole, whole]
    assert "2 of 3 pictures arrived" in message.content


async def test_twenty_people_at_once_are_acknowledged_in_time_and_served(process: Launch, discord: Platform) -> None:
    async with process():
        people = [discord.add_user(f"person{number}") for number in range(20)]
        asked = [
            await discord.slash(
                person, discord.channel, "edit", prompt="x", image=File("a.jpg", encode(photo(3000, 2000), "JPEG"))
            )
            for person in people
        ]
        messages = [await one.final(timeout_seconds=60) for one in asked]
    assert all(len(message.attachments) == 1 for message in messages)
