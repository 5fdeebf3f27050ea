"""/usage, as people and moderators use it."""

from __future__ import annotations

import csv
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import discord
from sqlalchemy import update

from bot.domain.budget import Budget
from bot.domain.job import JobState
from bot.domain.money import Cost
from bot.store.money.tables import charges
from bot.store.server.settings import Servers
from tests.integration.layouts import pictures, said
from tests.integration.pictures import opened
from tests.unit.store import samples
from tests.unit.store.search import find_everywhere

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from tests.integration.conftest import Start, World

PARTS = ("of which cut off", "of which paid by this server's own key")


async def answer(person: simcord.MemberActor, place: simcord.ChannelHandle) -> simcord.ResponseMessage:
    result = await person.slash(place, "usage")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def moderator(world: World, permission: str = "manage_messages") -> simcord.MemberActor:
    role = world.guild.create_role("moderators", permissions=discord.Permissions(**{permission: True}))
    return world.guild.add_member(world.env.create_user("mo"), roles=[role])


async def paid(world: World, number: int, *, user_id: int, microusd: int, days_ago: int = 0) -> None:
    """Put a finished job into the books, as one of a provider that costs money would be."""
    now = datetime.now(UTC) - timedelta(days=days_ago)
    await samples.wait(world.jobs, number, user_id=user_id, guild_id=world.guild.id, now=now)
    await samples.draw(world.jobs, number, cost=Cost(microusd), now=now)
    assert await world.jobs.close(number, to=JobState.DELIVERED, now=now)


async def test_what_one_asked_for_is_in_the_account(world: World) -> None:
    before = await answer(world.ada, world.channel)
    assert "**You've** used 0 pictures today" in said(before)
    await world.imagine(n=2)
    after = await answer(world.ada, world.channel)
    assert "**You've** used 2 pictures today and 2 pictures this month" in said(after)
    assert "free here" in said(after)
    assert "**You've** used 0 pictures" in said(await answer(world.bruno, world.channel))


async def test_a_request_that_failed_is_not_in_the_account(world: World) -> None:
    await world.imagine("demo:refuse")
    assert "**You've** used 0 pictures today" in said(await answer(world.ada, world.channel))


async def test_budgets_tell_what_is_left_and_when_they_renew(start: Start) -> None:
    world = await start(budgets="user/day=3 pictures,server/month=$5")
    await world.imagine(n=2)
    text = said(await answer(world.ada, world.channel))
    tomorrow = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    assert f"**1 of 3 pictures** left for you today; resets <t:{int(tomorrow.timestamp())}:R>" in text
    assert "**$5.00 of $5.00** left for this server this month" in text


async def test_the_budget_of_a_role_takes_the_place_of_the_common_one(world: World) -> None:
    role = world.guild.create_role("patrons")
    pat = world.guild.add_member(world.env.create_user("pat"), roles=[role])
    # The role has its id only now, which is too late for the settings that the bot was started with.
    rules = ("user/day=3 pictures", f"role:{role.id}/day=9 pictures")
    world = await world.restarted(budgets=tuple(Budget.from_text(rule) for rule in rules))
    assert "**3 of 3 pictures** left for you today" in said(await answer(world.ada, world.channel))
    assert "**9 of 9 pictures** left for your role today" in said(await answer(pat, world.channel))


async def test_only_moderators_see_the_account_of_the_server(world: World) -> None:
    await world.imagine()
    alone = await answer(world.ada, world.channel)
    assert "This server" not in said(alone)
    assert alone.attachments == []
    for permission in ("manage_guild", "manage_messages"):
        told = await answer(moderator(world, permission), world.channel)
        assert "**This server** has used 1 picture today" in said(told)
        assert f"1. {world.ada.mention}: 1 picture" in said(told)
        assert "By model: gpt-image-2.5-flare 1 picture." in said(told)
        assert [one.filename for one in told.attachments] == ["easel-usage.png", "easel-usage.csv"]


async def test_the_file_has_a_line_a_day_a_person_and_a_model(world: World) -> None:
    fox = world.guild.add_member(world.env.create_user("fox", global_name="=SUM(A1)"))
    await paid(world, 1, user_id=fox.id, microusd=1_250_000)
    await paid(world, 2, user_id=fox.id, microusd=7)
    await paid(world, 3, user_id=world.bruno.id, microusd=400_000, days_ago=1)
    await paid(world, 4, user_id=world.bruno.id, microusd=9_000_000, days_ago=31)
    forgotten = (
        update(charges).where(charges.c.job_id == 3).values(user_id=samples.NAMES.number_of(world.bruno.id), model=None)
    )
    await world.database.write(lambda connection: connection.execute(forgotten))
    table = (await answer(moderator(world), world.channel)).attachments[1]
    rows = list(csv.reader((await table.read()).decode("utf-8-sig").splitlines()))
    today = datetime.now(UTC).date()
    yesterday = str(today - timedelta(days=1))
    assert rows == [
        ["day (UTC)", "user id", "name", "model", "pictures", "cost in USD", *PARTS],
        [
            yesterday,
            "",
            "people who deleted their data",
            "an unknown model",
            "1",
            "0.400000",
            "0.000000",
            "0.000000",
        ],
        [str(today), str(fox.id), "'=SUM(A1)", "gpt-image-2", "2", "1.250007", "0.000000", "0.000000"],
    ]


async def test_what_was_refused_is_counted_by_its_reason(world: World) -> None:
    await world.imagine("demo:refuse")
    await world.imagine("demo:refuse")
    text = said(await answer(moderator(world), world.channel))
    assert "No picture made: 2 refused by the provider's safety system." in text
    assert "Nobody has made a picture here" in text


async def test_what_the_server_s_own_rules_refused_is_counted_too(world: World) -> None:
    servers, now = Servers(world.database), datetime.now(UTC)
    await servers.change(world.guild.id, lambda old: replace(old, words=("gnome",), qualities=("low",)), now=now)
    await world.imagine("a gnome")
    await world.ada.send(world.channel, f"<@{world.bot_user.id}> a gnome")
    await world.all_ended()
    await world.imagine(quality="high")
    # Not by the server's rules: nothing to count.
    await world.imagine(" ")

    async def told() -> bool:
        return "No picture made: 2 with a blocked word, 1 with invalid options or files." in said(
            await answer(mo, world.channel)
        )

    mo = moderator(world)
    await world.until(told)
    assert await find_everywhere(world.database, world.ada.id) == []


async def test_the_server_s_account_is_drawn_and_its_alt_text_says_the_same(world: World) -> None:
    await paid(world, 1, user_id=world.ada.id, microusd=1_250_000)
    await paid(world, 2, user_id=world.bruno.id, microusd=400_000, days_ago=1)
    await paid(world, 3, user_id=world.bruno.id, microusd=9_000_000, days_ago=31)
    message = await answer(moderator(world), world.channel)
    chart, _ = message.attachments
    assert opened(await chart.read()).width == 1520
    [shown] = pictures(message)
    assert shown["media"]["url"] == chart.url
    assert shown["description"] == chart.description
    today = datetime.now(UTC)
    assert chart.description is not None
    assert "Cost per day. Last 30 days, $1.65 for 2 pictures in total." in chart.description
    assert f"{today:%b} {today.day}: $1.25; nothing on other days" in chart.description
    assert "Most active: ada: $1.25 for 1 picture, bruno: $0.40 for 1 picture." in chart.description
    assert f"1. {world.ada.mention}: $1.25 for 1 picture\n2. {world.bruno.mention}: $0.40" in said(message)


async def test_where_nothing_has_a_price_the_chart_counts_pictures(world: World) -> None:
    await world.imagine(n=3)
    chart, _ = (await answer(moderator(world), world.channel)).attachments
    assert chart.description is not None
    assert chart.description.startswith("Pictures per day. Last 30 days, 3 pictures in total.")


async def test_an_asker_who_left_is_called_so_and_mentioned_without_a_ping(world: World) -> None:
    await paid(world, 1, user_id=424_242, microusd=1_000_000)
    message = await answer(moderator(world), world.channel)
    assert "1. <@424242>: $1.00" in said(message)
    assert "someone who left: $1.00 for 1 picture" in (message.attachments[0].description or "")
    assert world.payloads("*/messages/@original")[-1]["allowed_mentions"] == {"parse": []}


async def test_a_name_that_discord_does_not_tell_is_a_place_in_the_list(world: World) -> None:
    await paid(world, 1, user_id=world.ada.id, microusd=1_000_000)
    world.env.inject_error("GET", "/guilds/*/members/*", status=403, code=50001)
    message = await answer(moderator(world), world.channel)
    assert "Most active: #1: $1.00" in (message.attachments[0].description or "")


async def test_a_server_where_nobody_asked_has_no_chart(world: World) -> None:
    message = await answer(moderator(world), world.channel)
    assert "Nobody has made a picture here" in said(message)
    assert message.attachments == []


async def test_in_a_direct_message_there_is_one_s_own_account(world: World) -> None:
    result = await world.ada.user.slash("usage")
    assert result.response is not None
    assert "**You've** used 0 pictures" in said(result.response)
    assert "This server" not in said(result.response)


async def test_an_account_that_cannot_be_loaded_is_told(world: World, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "easel.sqlite3") as connection:
        connection.execute("ALTER TABLE daily_totals RENAME TO gone")
    connection.close()
    message = await answer(world.ada, world.channel)
    assert "isn't responding" in said(message)


async def test_an_account_that_discord_does_not_take_is_told(world: World) -> None:
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=400, code=50035)
    result = await world.ada.slash(world.channel, "usage")
    assert result.response is not None
    assert "Discord didn't accept the answer" in said(result.response)


async def test_files_that_discord_does_not_take_in_an_edit_come_after_it(world: World) -> None:
    await world.imagine()
    mo = moderator(world)
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=400, code=50035)
    result = await mo.slash(world.channel, "usage")
    assert result.response is not None
    assert "**This server** has used 1 picture today" in said(result.response)
    assert pictures(result.response) == []
    [further] = result.followups
    assert further.ephemeral
    chart, table = further.attachments
    assert opened(await chart.read()).width == 1520
    assert (await table.read()).startswith(b"\xef\xbb\xbfday")
