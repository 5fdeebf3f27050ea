"""The health pages."""

import socket

import aiohttp
import pytest

from bot.web.health import serve_health


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
        return free


async def status(port: int, path: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status


async def test_a_connected_bot_is_healthy_and_ready(port: int) -> None:
    async with serve_health(port, is_ready=lambda: True):
        assert await status(port, "/healthz") == 200
        assert await status(port, "/readyz") == 200


async def test_a_bot_without_discord_is_healthy_and_not_ready(port: int) -> None:
    async with serve_health(port, is_ready=lambda: False):
        assert await status(port, "/healthz") == 200
        assert await status(port, "/readyz") == 503


async def test_without_a_port_nothing_is_served(port: int) -> None:
    async with serve_health(None, is_ready=lambda: True):
        with pytest.raises(aiohttp.ClientConnectorError):
            await status(port, "/healthz")
