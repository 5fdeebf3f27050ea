"""The playground's session without a browser: simultaneous actions, time, files and the reverse proxy."""

import asyncio
import io
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import discord
import pytest
import simcord
from PIL import Image

from bot.demo.playground.cdn import RecentFiles
from bot.demo.playground.downloads import MemoryDownloads
from bot.demo.playground.samples import Samples, draw_mask, draw_photo
from bot.demo.playground.session import open_session
from bot.domain.errors import FileTooLarge, FileUnavailable, ProviderTimedOut
from bot.domain.ports import OnBody, OnPartial, OnWait
from bot.domain.request import ApiAnswer, ApiCall, PartialPicture, Picture
from bot.settings import Settings
from bot.wiring.app import build_app
from tests.browser.visitor import Visitor, is_open

Script = Callable[[ApiCall], Awaitable[None]]
Join = Callable[[], Awaitable[Visitor]]
Open = Callable[..., Awaitable[str]]


class ScriptedImages:
    """An images API that does as a test says, then gives a small picture."""

    def __init__(self) -> None:
        self.script: Script = _at_once
        self.picture = _png()

    async def generate(
        self,
        call: ApiCall,
        *,
        on_partial: OnPartial | None = None,
        on_body: OnBody | None = None,
        on_wait: OnWait | None = None,
    ) -> ApiAnswer:
        del on_body, on_wait
        await self.script(call)
        if on_partial:
            await on_partial(PartialPicture(self.picture, 0))
        return ApiAnswer(pictures=(Picture(self.picture, "png"),))

    edit = generate


@pytest.fixture
def images() -> ScriptedImages:
    return ScriptedImages()


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
def open_playground(images: ScriptedImages, stack: AsyncExitStack, tmp_path: Path) -> Open:
    async def open_one(*ports: int) -> str:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            images_provider="demo",
            images_base_url="http://127.0.0.1:9/v1",
            data_dir=tmp_path,
            shutdown_grace_seconds=0,
        )
        samples = Samples(photo=tmp_path / "photo.jpg", mask=tmp_path / "mask.png")
        session = open_session(
            lambda: build_app(settings, images=images, downloads=MemoryDownloads()).bot,
            samples=samples,
            spends_money=False,
            ports=ports or (0,),
            stop=asyncio.Event(),
        )
        return await stack.enter_async_context(session)

    return open_one


@pytest.fixture
async def join(open_playground: Open, stack: AsyncExitStack) -> Join:
    url = await open_playground()
    session = await stack.enter_async_context(aiohttp.ClientSession())
    return lambda: Visitor.open(session, url)


async def test_an_answer_is_shown_at_once_and_its_picture_when_it_is_there(images: ScriptedImages, join: Join) -> None:
    done = asyncio.Event()
    images.script = lambda _: _wait(done)
    ada, bruno = await join(), await join()

    receipt = await ada.imagine("a slow river")

    assert (receipt["settlement"], receipt["acknowledgement"]) == ("settled", "deferred")
    assert is_open(await ada.last_message())
    assert is_open(await bruno.last_message())
    done.set()
    for visitor in (ada, bruno):
        answer = await visitor.wait_for_answer()
        assert await visitor.picture(answer) == images.picture


async def test_nobody_waits_for_the_picture_of_another(images: ScriptedImages, join: Join) -> None:
    done = asyncio.Event()
    images.script = lambda call: _wait(done) if "slow" in call.prompt else _at_once(call)
    ada, bruno = await join(), await join()
    await ada.imagine("a slow river")

    await bruno.imagine("a quick fox")

    assert "a quick fox" in (await bruno.wait_for_answer())["content"]
    assert any(is_open(message) for message in (await bruno.state())["messages"].values())
    done.set()


async def test_a_page_that_is_out_of_date_may_still_act(join: Join) -> None:
    ada, bruno = await join(), await join()
    await bruno.imagine("a quick fox")
    await bruno.wait_for_answer()
    assert (await ada.state())["publishedRevision"] > 1

    receipt = await ada.imagine('a sign that says "published_revision":7')

    assert receipt["settlement"] == "settled"
    assert "that says" in (await ada.wait_for_answer())["content"]


async def test_people_who_act_at_the_same_moment_are_all_served(join: Join) -> None:
    visitors = [await join() for _ in range(4)]

    receipts = await asyncio.gather(*(visitor.imagine("a crowd") for visitor in visitors))

    assert [receipt["settlement"] for receipt in receipts] == ["settled"] * 4


async def test_a_call_runs_on_the_real_clock(images: ScriptedImages, join: Join) -> None:
    async def time_out(_: ApiCall) -> None:
        started = time.monotonic()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 0.05)
        raise ProviderTimedOut(after_seconds=time.monotonic() - started)

    images.script = time_out
    ada = await join()
    await ada.imagine("a sundial")

    assert "took too long" in (await ada.wait_for_answer())["content"]


async def test_the_end_of_the_session_ends_the_calls(images: ScriptedImages, join: Join, stack: AsyncExitStack) -> None:
    started, ended = asyncio.Event(), asyncio.Event()

    async def hang(_: ApiCall) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    images.script = hang
    await (await join()).imagine("eternity")
    await started.wait()

    await stack.aclose()

    assert ended.is_set()


async def test_the_page_shows_the_time_on_the_wall(join: Join) -> None:
    before = datetime.now(UTC)
    ada = await join()
    welcome = await ada.last_message()
    await ada.imagine("a clock")
    answer = await ada.last_message()

    for message in (welcome, answer):
        assert abs(datetime.fromisoformat(message["timestamp"]) - before) < timedelta(minutes=1)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
async def test_other_sites_are_kept_out(open_playground: Open, headers: dict[str, str]) -> None:
    url = await open_playground()
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        assert response.status == 403


async def test_a_port_that_is_taken_is_passed_over(open_playground: Open) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        url = await open_playground(taken, 0)
        assert f":{taken}/" not in url


async def test_a_port_that_was_asked_for_and_is_taken_is_an_error(open_playground: Open) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(OSError, match="in use"):
        await open_playground(other.getsockname()[1])


async def test_a_file_of_this_discord_is_read_with_the_cap_of_a_real_one() -> None:
    async with simcord.run(discord.Client(intents=discord.Intents(guilds=True))) as env:
        env.backend.cdn = RecentFiles(limit_bytes=10)
        guild = env.create_guild()
        ada = guild.add_member(env.create_user("ada"))
        message = await ada.send(guild.create_text_channel("pictures"), attachments=[("a.png", b"12345678")])
        downloads = MemoryDownloads()
        assert await downloads.fetch(message.attachments[0], label="image", limit_bytes=8) == b"12345678"
        with pytest.raises(FileTooLarge):
            await downloads.fetch(message.attachments[0], label="image", limit_bytes=7)
        env.backend.cdn.store_attachment(1, 1, "b.png", b"9876", None)
        with pytest.raises(FileUnavailable):
            await downloads.fetch(message.attachments[0], label="image", limit_bytes=8)


def test_the_newest_files_stay_when_there_are_too_many() -> None:
    files = RecentFiles(limit_bytes=100)
    urls = [files.store_attachment(number, 1, "a.png", bytes(40), None)["url"] for number in range(4)]
    assert [files.get(url) is not None for url in urls] == [False, False, True, True]
    large = files.store_attachment(9, 1, "b.png", bytes(200), "words")
    assert (large["description"], files.get(large["url"])) == ("words", bytes(200))
    assert files.get(urls[-1]) is None


def test_the_sample_photo_lies_on_its_side_and_the_mask_fits_it_upright() -> None:
    photo, mask = Image.open(io.BytesIO(draw_photo())), Image.open(io.BytesIO(draw_mask()))
    assert (photo.format, photo.size, photo.getexif()[0x0112]) == ("JPEG", (1200, 1600), 8)
    assert (mask.format, mask.mode, mask.size) == ("PNG", "L", (1600, 1200))
    share = sum(mask.histogram()[128:]) / (1600 * 1200)
    assert 0.05 < share < 0.3


async def _at_once(_: ApiCall) -> None:
    pass


async def _wait(event: asyncio.Event) -> None:
    await event.wait()


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "#e0573a").save(out, "PNG")
    return out.getvalue()
