"""Shards as Discord's documentation has them: who may identify, who hears what, and what a resume brings."""

from __future__ import annotations

import itertools
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from tests.standin.limits import IDENTIFY_SECONDS
from tests.standin.state import Intent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.standin.platform import Platform

HEARS = int(Intent.GUILDS | Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES)


class Client:
    """One connection, which says what it is told to."""

    def __init__(self, platform: Platform, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self._platform = platform

    async def identify(self, shard: Any = None, **changes: Any) -> dict[str, Any]:
        """Send IDENTIFY and return the answer."""
        data = {"token": self._platform.state.token, "intents": HEARS, "properties": {}}
        return await self.send(2, data | ({} if shard is None else {"shard": shard}) | changes)

    async def resume(self, session_id: str, seq: int) -> dict[str, Any]:
        """Send RESUME and return the first answer."""
        return await self.send(6, {"token": self._platform.state.token, "session_id": session_id, "seq": seq})

    async def send(self, op: int, data: Any) -> dict[str, Any]:
        """Send a message and return the answer; `closed` is the code, if that is the answer."""
        await self.socket.send_json({"op": op, "d": data})
        return await self.next()

    async def next(self) -> dict[str, Any]:
        """Return what comes next."""
        message = await self.socket.receive(timeout=5)
        if message.type is aiohttp.WSMsgType.TEXT:
            answer: dict[str, Any] = message.json()
            return answer
        return {"closed": self.socket.close_code}

    async def until(self, name: str) -> dict[str, Any]:
        """Return the next event of a name, past those of other names."""
        while True:
            event = await self.next()
            if event["t"] == name:
                return event

    async def closed(self) -> int:
        """Wait for the end of the connection and return its code."""
        while "closed" not in (answer := await self.next()):
            pass
        code: int = answer["closed"]
        return code


@asynccontextmanager
async def connect(platform: Platform, query: str = "?v=10") -> AsyncIterator[Client]:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(platform.state.gateway_url + query) as socket,
    ):
        hello = await socket.receive()
        if hello.type is aiohttp.WSMsgType.TEXT:
            assert hello.json()["op"] == 10
        yield Client(platform, socket)


async def ask_for_gateway(platform: Platform) -> dict[str, Any]:
    headers = {"Authorization": f"Bot {platform.state.token}"}
    url = f"{platform.state.base_url}/api/v10/gateway/bot"
    async with aiohttp.ClientSession(headers=headers) as session, session.get(url) as response:
        body: dict[str, Any] = await response.json()
        return body


_APART = itertools.count(1000, 1000)


def guild_of(platform: Platform, shard_id: int, shard_count: int) -> Any:
    """Make a guild that belongs to a shard, with a channel."""
    # Each far from all others, which may have been made in the same millisecond.
    first = ((platform.state.ids.next() >> 22) // shard_count + next(_APART)) * shard_count
    guild = platform.add_guild("g", platform.alice, guild_id=(first + shard_id) << 22)
    return guild, platform.add_channel(guild, "c")


async def test_the_recommended_shards_and_the_starts_that_are_left_are_told(platform: Platform) -> None:
    platform.limits.shards, platform.limits.max_concurrency = 40, 16
    async with connect(platform) as one, connect(platform) as other:
        await one.identify([0, 40])
        await other.identify([1, 40])
    told = await ask_for_gateway(platform)
    starts = told["session_start_limit"]
    assert (told["shards"], starts["total"], starts["remaining"], starts["max_concurrency"]) == (40, 1000, 998, 16)
    assert 0 < starts["reset_after"] <= 24 * 60 * 60 * 1000
    platform.advance(24 * 60 * 60)
    assert (await ask_for_gateway(platform))["session_start_limit"]["remaining"] == 1000


async def test_a_bot_that_starts_more_sessions_than_the_day_has_loses_them_all_and_its_token(
    platform: Platform,
) -> None:
    platform.limits.session_starts = 1
    async with connect(platform) as one, connect(platform) as other:
        token = platform.state.token
        await one.identify([0, 2])
        assert await other.identify([1, 2]) == {"closed": 4004}
        assert platform.state.token != token
        await one.closed()


async def test_two_identifies_of_one_bucket_within_5_seconds_are_one_too_many(platform: Platform) -> None:
    platform.limits.max_concurrency, platform.limits.identify_seconds = 2, IDENTIFY_SECONDS
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(connect(platform)) for _ in range(3)]
        assert (await clients[0].identify([0, 4]))["t"] == "READY"
        assert (await clients[1].identify([1, 4]))["t"] == "READY"
        assert await clients[2].identify([2, 4]) == {"op": 9, "d": False, "s": None, "t": None}
        assert len(platform.state.starts.too_early) == 1
        platform.limits.identify_seconds = 0
        assert (await clients[2].identify([2, 4]))["d"]["shard"] == [2, 4]
    assert platform.state.starts.remaining == 996


@pytest.mark.parametrize(
    ("shard", "changes", "code"),
    [
        ([2, 2], {}, 4010),
        ([-1, 2], {}, 4010),
        ([0, 3], {}, 4010),
        ([0, 1], {}, 4010),
        ([0, 2], {"intents": 1 << 18}, 4013),
        ([0, 2], {"intents": 1 << 15}, 4014),
        ([0, 2], {"token": "another"}, 4004),
    ],
)
async def test_an_identify_that_cannot_be_served_is_closed_with_its_code(
    platform: Platform, shard: list[int], changes: dict[str, Any], code: int
) -> None:
    platform.limits.shard_multiple = 2
    async with connect(platform) as client:
        assert await client.identify(shard, **changes) == {"closed": code}


async def test_a_shard_of_too_many_guilds_needs_more_shards(platform: Platform) -> None:
    platform.limits.guilds_per_shard = 2
    for shard_id in (0, 1):
        guild_of(platform, shard_id, 2)
    async with connect(platform) as alone:
        assert await alone.identify() == {"closed": 4011}
    async with connect(platform) as one:
        assert (await one.identify([0, 2]))["t"] == "READY"


async def test_an_old_version_of_the_api_is_not_served(platform: Platform) -> None:
    async with connect(platform, "?v=6") as client:
        assert client.socket.close_code == 4012


async def test_whoever_talks_before_or_twice_or_nonsense_or_too_much_is_closed(platform: Platform) -> None:
    async with connect(platform) as silent:
        assert await silent.send(3, {}) == {"closed": 4003}
    async with connect(platform) as eager:
        await eager.identify()
        await eager.until("GUILD_CREATE")
        assert await eager.identify() == {"closed": 4005}
    async with connect(platform) as odd:
        await odd.socket.send_str("hello?")
        assert await odd.next() == {"closed": 4002}
    async with connect(platform) as busy:
        for _ in range(120):
            assert (await busy.send(1, None))["op"] == 11
        assert await busy.send(1, None) == {"closed": 4008}


async def test_each_shard_knows_its_guilds_and_hears_of_them_alone(platform: Platform) -> None:
    channels = [guild_of(platform, shard_id, 3)[1] for shard_id in range(3)]
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(connect(platform)) for _ in range(4)]
        for shard_id, client in enumerate(clients):
            ready = await client.identify([shard_id % 3, 3])
            own = channels[shard_id % 3].guild
            assert own is not None
            assert str(own.id) in [guild["id"] for guild in ready["d"]["guilds"]]
            assert {(int(guild["id"]) >> 22) % 3 for guild in ready["d"]["guilds"]} == {shard_id % 3}
        direct = platform.direct_messages(platform.alice)
        for channel in (*channels, direct):
            await platform.say(platform.alice, channel, "hello")
        said = [await client.until("MESSAGE_CREATE") for client in clients]
        # Two sessions of one shard both hear what happens in it.
        expected = [channels[0].id, channels[1].id, channels[2].id, channels[0].id]
        assert [int(event["d"]["channel_id"]) for event in said] == expected
        for client in (clients[0], clients[3]):
            assert int((await client.until("MESSAGE_CREATE"))["d"]["channel_id"]) == direct.id


async def test_another_connection_resumes_a_session_and_hears_what_was_missed(platform: Platform) -> None:
    async with connect(platform) as first:
        ready = await first.identify([0, 1])
        await platform.say(platform.alice, platform.channel, "heard")
        heard = await first.until("MESSAGE_CREATE")
        await first.socket.close(code=4000)
    await platform.wait_until_offline()
    missed = await platform.say(platform.alice, platform.channel, "missed")
    async with connect(platform) as second:
        first_answer = await second.resume(ready["d"]["session_id"], heard["s"])
        assert (first_answer["t"], int(first_answer["d"]["id"])) == ("MESSAGE_CREATE", missed.id)
        assert (await second.next())["t"] == "RESUMED"
        assert platform.gateway.resumes == 1
        assert [one.event_id for one in platform.gateway.deliveries][1:] == [missed.id]
        async with connect(platform) as third:
            assert (await third.resume(ready["d"]["session_id"], heard["s"] + 2))["t"] == "RESUMED"
            # A session has one connection: the one before is let go.
            assert await second.next() == {"closed": 4000}
            await platform.say(platform.alice, platform.channel, "again")
            assert (await third.next())["d"]["content"] == ""
    assert platform.state.starts.remaining == 999


@pytest.mark.parametrize("code", [1000, 1001])
async def test_a_session_that_its_client_has_ended_is_gone(platform: Platform, code: int) -> None:
    async with connect(platform) as first:
        ready = await first.identify()
        await first.socket.close(code=code)
    await platform.wait_until_offline()
    async with connect(platform) as second:
        assert (await second.resume(ready["d"]["session_id"], ready["s"]))["op"] == 9


async def test_a_session_that_nobody_resumes_for_minutes_is_gone(platform: Platform) -> None:
    async with connect(platform) as first:
        ready = await first.identify()
        await first.socket.close(code=4000)
    await platform.wait_until_offline()
    platform.advance(platform.limits.session_seconds + 1)
    async with connect(platform) as second:
        assert (await second.resume(ready["d"]["session_id"], ready["s"]))["op"] == 9


async def test_a_resume_from_the_future_is_refused(platform: Platform) -> None:
    async with connect(platform) as first:
        ready = await first.identify()
        await first.socket.close(code=4000)
    async with connect(platform) as second:
        assert await second.resume(ready["d"]["session_id"], 999) == {"closed": 4007}
