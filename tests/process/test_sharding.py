"""Processes that share the shards of a bot: each event is heard and answered once, whoever comes and goes."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest

from tests.standin.world import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.process.conftest import Launch
    from tests.standin.messages import Message
    from tests.standin.platform import Platform
    from tests.standin.postgres import PostgresServer
    from tests.standin.world import Channel

SHARDS = 4
TAKEOVER_SECONDS = 20.0


@pytest.fixture
def channels(discord: Platform) -> list[Channel]:
    """A channel in a server of each shard."""
    discord.limits.shards = SHARDS
    discord.limits.max_concurrency = SHARDS
    found = []
    for shard_id in range(SHARDS):
        first = discord.state.ids.next() >> 22
        guild_id = (first - first % SHARDS + shard_id) << 22
        guild = discord.add_guild(f"studio{shard_id}", discord.alice, guild_id=guild_id)
        found.append(discord.add_channel(guild, "pictures"))
    return found


async def ask(discord: Platform, channel: Channel, words: str) -> Message:
    """Say the bot's name and some words in a channel, and wait for the answer."""
    said = await discord.say(discord.alice, channel, f"<@{discord.state.bot.id}> {words}")
    return await discord.wait_for_message(lambda one: one.reference is said, timeout_seconds=TAKEOVER_SECONDS)


async def greeted_once(discord: Platform, channels: list[Channel]) -> None:
    """Greet in each channel, and check that whatever was said there so far has one answer."""
    await asyncio.gather(*(ask(discord, one, "") for one in channels))
    for channel in channels:
        messages = discord.messages(channel)
        asked = [one for one in messages if one.author is discord.alice]
        answered = [one.reference for one in messages if one.author is discord.state.bot]
        assert sorted(one.id for one in asked) == sorted(one.id for one in answered if one is not None)


def is_given_up(line: str) -> bool:
    return '"shard_given_up"' in line


async def holds(discord: Platform, check: Callable[[list[int]], bool]) -> None:
    """Wait until the shards that are heard, each as often as it is, are as they should be."""
    ready = discord.gateway.ready
    while not check(sorted(session.shard[0] for session in discord.gateway.connected)):
        await ready.first(lambda _: True, timeout_seconds=TAKEOVER_SECONDS, after=len(ready.items))


async def test_shards_move_with_their_sessions_when_processes_come_stop_and_are_killed(
    process: Launch, discord: Platform, channels: list[Channel], server: PostgresServer
) -> None:
    url = server.empty_database()
    first, second = process(DATABASE_URL=url), process(DATABASE_URL=url)
    async with first:
        await holds(discord, lambda shards: shards == list(range(SHARDS)))
        await greeted_once(discord, channels)
        async with second:
            printed = 0
            for _ in range(SHARDS // 2):
                line = await first.lines.first(is_given_up, timeout_seconds=TAKEOVER_SECONDS, after=printed)
                printed = first.lines.items.index(line) + 1
            await holds(discord, lambda shards: shards == list(range(SHARDS)))
            await greeted_once(discord, channels)
            first.terminate()
            assert await first.exited() == 0
            await greeted_once(discord, channels)
            assert discord.state.starts.remaining == discord.limits.session_starts - SHARDS
            await first.start()
            second.kill()
            assert await second.exited() == -signal.SIGKILL
            await greeted_once(discord, channels)
    assert discord.state.starts.too_early == []


async def test_shards_that_are_handed_out_by_hand_wait_for_their_process(
    process: Launch, discord: Platform, channels: list[Channel], server: PostgresServer
) -> None:
    fixed = {"DATABASE_URL": server.empty_database(), "SHARD_COUNT": str(SHARDS)}
    first = process(**fixed, **discord.environment("first"), SHARD_IDS="0-1")
    second = process(**fixed, **discord.environment("second"), SHARD_IDS="2,3")
    async with first, second:
        await holds(discord, lambda shards: shards == list(range(SHARDS)))
        await greeted_once(discord, channels)
        assert discord.gateway.shares() == {"first": 2, "second": 2}
        second.kill()
        await first.lines.first(lambda line: '"process_gone"' in line, timeout_seconds=TAKEOVER_SECONDS)
        await greeted_once(discord, channels[:2])
        await second.start()
        await holds(discord, lambda shards: shards == list(range(SHARDS)))
        await greeted_once(discord, channels)
        assert discord.gateway.shares() == {"first": 2, "second": 2}
    assert sum('"shard_taken"' in line for line in first.lines.items) == SHARDS // 2


async def test_all_processes_change_the_number_of_shards_when_discord_requires_more_and_miss_nothing(
    process: Launch, discord: Platform, channels: list[Channel], server: PostgresServer
) -> None:
    url, before = server.empty_database(), SHARDS // 2
    discord.limits.shards = before
    first = process(DATABASE_URL=url, **discord.environment("first"))
    second = process(DATABASE_URL=url, **discord.environment("second"))
    async with first, second:
        await first.lines.first(is_given_up, timeout_seconds=TAKEOVER_SECONDS)
        await holds(discord, lambda shards: shards == list(range(before)))
        assert discord.channel.guild is not None
        # Of the servers of the channels each shard has two, so that one of the old shards has three.
        discord.limits.shards, discord.limits.guilds_per_shard = SHARDS, 2
        discord.gateway.invalidate((discord.channel.guild.id >> 22) % before)
        # The old shard that is left is heard until all of the new ones are.
        await holds(discord, lambda shards: len(shards) == SHARDS + 1)
        helps = await asyncio.gather(*(discord.slash(discord.alice, one, "help") for one in channels))
        await greeted_once(discord, channels)
        for asked in helps:
            assert "/imagine" in (await asked.final()).text
        for one in (first, second):
            await one.lines.first(lambda line: '"old_shards_left"' in line, timeout_seconds=TAKEOVER_SECONDS)
        await greeted_once(discord, channels)
        assert discord.gateway.shares() == {"first": SHARDS // 2, "second": SHARDS // 2}
        assert {one.shard[1] for one in discord.gateway.connected} == {SHARDS}
    assert discord.state.starts.remaining == discord.limits.session_starts - before - SHARDS
    assert discord.state.starts.too_early == []


async def test_a_message_that_two_processes_hear_is_answered_once(
    process: Launch, discord: Platform, channels: list[Channel], server: PostgresServer
) -> None:
    url = server.empty_database()
    # Shards of another number have sessions of their own, so that both hear everything.
    async with process(DATABASE_URL=url, SHARD_COUNT="1"), process(DATABASE_URL=url, SHARD_COUNT=str(SHARDS)):
        await holds(discord, lambda shards: shards == [0, *range(SHARDS)])
        await greeted_once(discord, channels)
        discord.limit_bot(channels[1], deny=Permission.ATTACH_FILES)
        assert "Attach Files" in (await ask(discord, channels[1], "a fox")).content
        await greeted_once(discord, channels)


async def test_what_was_said_while_the_bot_was_away_is_answered_without_a_new_session(
    process: Launch, discord: Platform
) -> None:
    bot = process()
    async with bot:
        await ask(discord, discord.channel, "")
        bot.terminate()
        assert await bot.exited() == 0
        waiting = asyncio.create_task(ask(discord, discord.thread, "a fox"))
        await discord.state.messages.feed.first(lambda one: "a fox" in one.content, timeout_seconds=5)
        discord.limit_bot(discord.channel, deny=Permission.ATTACH_FILES)
        await bot.start()
        # Nobody has told this process of the server and its channels.
        assert "Attach Files" in (await waiting).content
        help_ = await discord.slash(discord.alice, discord.channel, "help")
        assert "/imagine" in (await help_.final()).text
    assert discord.gateway.resumes == 1
    assert discord.state.starts.remaining == discord.limits.session_starts - 1
