"""Connections come and go, sessions and events stay."""

from __future__ import annotations

import asyncio
import ctypes.util
import json
import zlib
from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.standin.compression import ZlibStream, ZstdStream, open_stream

if TYPE_CHECKING:
    from tests.standin.platform import Platform
    from tests.unit.standin.small_bot import SmallBot


async def test_the_bot_knows_its_guild_channels_and_permissions(platform: Platform, bot: SmallBot) -> None:
    await platform.slash(platform.alice, platform.channel, "late")
    await bot.seen.first(lambda _: True, timeout_seconds=5)
    guild = bot.get_guild(platform.guild.id)
    assert guild is not None
    assert [channel.name for channel in guild.text_channels] == ["pictures"]
    assert [thread.name for thread in guild.threads] == ["drafts"]
    permissions = guild.text_channels[0].permissions_for(guild.me)
    assert permissions.send_messages
    assert permissions.attach_files
    assert not permissions.manage_messages
    assert bot.application_id == platform.state.application_id
    bot.gone_on.set()


@pytest.mark.parametrize("way", ["dropped", "asked to reconnect"])
async def test_a_bot_that_lost_its_connection_resumes_and_hears_what_it_missed(
    platform: Platform, bot: SmallBot, way: str
) -> None:
    gateway = platform.gateway
    (session,) = gateway.connected
    if way == "dropped":
        await gateway.disconnect()
    else:
        gateway.ask_to_reconnect()
    said = await platform.say(platform.alice, platform.direct_messages(platform.alice), "anybody there?")
    resumed = await gateway.ready.first(lambda _: True, timeout_seconds=10, after=1)
    assert resumed is session
    message = await bot.heard.first(lambda found: found.id == said.id, timeout_seconds=5)
    assert message.content == "anybody there?"


async def test_an_invalidated_session_is_not_resumed(platform: Platform) -> None:
    identify = {"token": platform.state.token, "intents": 1, "properties": {}}
    async with aiohttp.ClientSession() as client, client.ws_connect(platform.state.gateway_url) as socket:
        await socket.receive()
        await socket.send_json({"op": 2, "d": identify})
        ready = await socket.receive_json()
        await socket.receive()
        platform.gateway.invalidate()
        assert (await socket.receive_json())["op"] == 9
        resume = {"token": platform.state.token, "session_id": ready["d"]["session_id"], "seq": 1}
        await socket.send_json({"op": 6, "d": resume})
        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}
        await socket.send_json({"op": 2, "d": identify})
        assert (await socket.receive_json())["d"]["session_id"] != ready["d"]["session_id"]


async def test_a_guild_that_throws_the_bot_out_is_gone(platform: Platform, bot: SmallBot) -> None:
    said = await platform.say(platform.alice, platform.direct_messages(platform.alice), "before")
    await bot.heard.first(lambda found: found.id == said.id, timeout_seconds=5)
    assert bot.get_guild(platform.guild.id) is not None
    platform.remove_bot(platform.guild)
    said = await platform.say(platform.alice, platform.direct_messages(platform.alice), "after")
    await bot.heard.first(lambda found: found.id == said.id, timeout_seconds=5)
    assert bot.get_guild(platform.guild.id) is None


async def test_heartbeats_are_counted(platform: Platform, bot: SmallBot) -> None:
    handle = await platform.slash(platform.alice, platform.channel, "paint", prompt="a fox")
    await handle.acknowledged()
    assert platform.gateway.heartbeats >= 1


async def test_a_silent_client_is_let_go(platform: Platform) -> None:
    platform.limits.heartbeat_seconds = 0.05
    async with aiohttp.ClientSession() as session, session.ws_connect(platform.state.gateway_url) as socket:
        assert json.loads((await socket.receive()).data)["op"] == 10
        async with asyncio.timeout(5):
            closed = await socket.receive()
        assert (closed.type, socket.close_code) == (aiohttp.WSMsgType.CLOSE, 4009)


async def test_a_wrong_token_is_not_identified(platform: Platform) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(platform.state.gateway_url) as socket:
        await socket.receive()
        await socket.send_json({"op": 2, "d": {"token": "another", "intents": 1, "properties": {}}})
        await socket.receive()
        assert socket.close_code == 4004


async def test_events_go_to_the_shard_of_their_guild(platform: Platform) -> None:
    home = (platform.guild.id >> 22) % 2
    async with aiohttp.ClientSession() as client:
        sockets = []
        for shard in range(2):
            socket = await client.ws_connect(platform.state.gateway_url)
            await socket.receive()
            identify = {"token": platform.state.token, "intents": 1 | 1 << 9, "properties": {}, "shard": [shard, 2]}
            await socket.send_json({"op": 2, "d": identify})
            assert (await socket.receive_json())["t"] == "READY"
            sockets.append(socket)
        assert (await sockets[home].receive_json())["t"] == "GUILD_CREATE"
        await platform.say(platform.alice, platform.channel, "hello")
        assert (await sockets[home].receive_json())["t"] == "MESSAGE_CREATE"
        platform.gateway.ask_to_reconnect()
        assert (await sockets[1 - home].receive_json())["op"] == 7
        for socket in sockets:
            await socket.close()


TEXTS = ["{}", "a" * 300_000, "é" * 5, ""]


def test_a_zlib_stream_is_read_message_by_message() -> None:
    stream, reader = ZlibStream(), zlib.decompressobj()
    for text in TEXTS:
        encoded = stream.encode(text)
        assert encoded.endswith(b"\x00\x00\xff\xff")
        assert reader.decompress(encoded).decode() == text


@pytest.mark.skipif(ctypes.util.find_library("zstd") is None, reason="the system's zstd library is not installed")
def test_a_zstd_stream_is_read_message_by_message() -> None:
    stream, reader = ZstdStream(), ZstdReader()
    for text in TEXTS:
        assert reader.decompress(stream.encode(text)).decode() == text


def test_an_unknown_compression_is_refused() -> None:
    with pytest.raises(ValueError, match="brotli"):
        open_stream("brotli")


class Buffer(ctypes.Structure):
    """`ZSTD_inBuffer` and `ZSTD_outBuffer`, which have the same layout."""

    _fields_ = (("data", ctypes.c_void_p), ("size", ctypes.c_size_t), ("position", ctypes.c_size_t))


class ZstdReader:
    """The reference decoder, in its streaming mode."""

    def __init__(self) -> None:
        name = ctypes.util.find_library("zstd")
        assert name is not None
        self._library = ctypes.CDLL(name)
        self._library.ZSTD_createDStream.restype = ctypes.c_void_p
        self._library.ZSTD_decompressStream.restype = ctypes.c_size_t
        self._context = ctypes.c_void_p(self._library.ZSTD_createDStream())

    def decompress(self, data: bytes) -> bytes:
        """Return what can be read so far."""
        room = ctypes.create_string_buffer(1 << 20)
        given = ctypes.create_string_buffer(data, len(data)) if data else ctypes.create_string_buffer(1)
        source = Buffer(ctypes.addressof(given), len(data), 0)
        target = Buffer(ctypes.addressof(room), len(room), 0)
        while source.position < source.size:
            code = self._library.ZSTD_decompressStream(self._context, ctypes.byref(target), ctypes.byref(source))
            assert not self._library.ZSTD_isError(ctypes.c_size_t(code)), code
        return room.raw[: target.position]
