"""The real process against a Discord on sockets, with the embedded images API as its provider."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.demo.api import create_app, serve
from tests.standin.fork import ForkedBot
from tests.standin.log_watch import leaking
from tests.standin.platform import Platform
from tests.standin.process import BotProcess

KEY = "sk-stand-in-key-that-must-not-be-logged"


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that runs, and the Discord it is connected to."""

    discord: Platform
    bot: BotProcess
    folder: Path


@dataclass(slots=True)
class Provider:
    """The embedded images API behind a door of the test's own, and what came through that door."""

    url: str = ""
    requests: list[web.Request] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    seen = Provider()
    app = create_app(api_key=KEY, clarity=1 / 16)

    @web.middleware
    async def watch(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        seen.requests.append(request)
        if request.method == "POST":
            seen.asked.set()
        return await handler(request)

    app.middlewares.append(watch)
    runner, seen.url = await serve(app, port=0)
    yield seen
    await runner.cleanup()


@dataclass(slots=True)
class Scripted:
    """A provider that answers every request with the pictures of the test."""

    url: str = ""
    pictures: list[bytes] = field(default_factory=list)

    async def answer(self, _: web.Request) -> web.Response:
        data = [{"b64_json": b64encode(picture).decode()} for picture in self.pictures]
        return web.json_response({"created": 1, "data": data})


@pytest.fixture
async def scripted() -> AsyncIterator[Scripted]:
    answers = Scripted()
    app = web.Application()
    app.router.add_post("/v1/images/{operation}", answers.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    answers.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    yield answers
    await runner.cleanup()


@pytest.fixture
async def discord() -> AsyncIterator[Platform]:
    async with Platform() as platform:
        yield platform
        assert platform.spec_violations == []
        assert platform.answer_violations == []


Launch = Callable[..., BotProcess]


@pytest.fixture
async def process(discord: Platform, provider: Provider, tmp_path: Path) -> AsyncIterator[Launch]:
    """Make a process that is not started; whatever it printed, no secret is in it."""
    made: list[BotProcess] = []

    def make(**settings: str) -> BotProcess:
        environment = {
            **discord.environment(),
            "IMAGES_PROVIDER": "compatible",
            "IMAGES_BASE_URL": provider.url,
            "IMAGES_API_KEY": KEY,
            "SHUTDOWN_GRACE_SECONDS": "20",
            "PROGRESS_SECONDS": "0",
            **settings,
        }
        made.append(ForkedBot(discord, environment, folder=tmp_path))
        return made[-1]

    async with AsyncExitStack() as stack:
        yield make
        for one in made:
            if one.running:
                stack.push_async_callback(one.end)
    for one in made:
        assert KEY not in one.output
        assert discord.state.token not in one.output
        assert not list(leaking(one.lines.items, discord.state.interactions.secrets()))
