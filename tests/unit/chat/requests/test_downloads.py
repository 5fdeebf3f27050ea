"""Downloads of attachments, from a real server on loopback."""

import time
from collections.abc import AsyncIterator, Callable

import discord
import pytest
from aiohttp import web

from bot.chat.requests.downloads import CdnDownloads
from bot.domain.errors import FileTooLarge, FileUnavailable, ForeignFile

LIMIT = 100_000


class Cdn:
    """A host of files; `answers` maps a path to what it does, and `asked` counts."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[web.Request], AsyncIterator[bytes] | web.Response | int | bytes]] = {}
        self.asked: list[str] = []
        self.origin = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        answer = self.answers[request.path](request)
        if isinstance(answer, int):
            headers = {"Location": f"{self.origin}/fine"} if answer == 302 else {}
            return web.Response(status=answer, headers=headers)
        if isinstance(answer, web.Response):
            return answer
        if isinstance(answer, bytes):
            return web.Response(body=answer)
        response = web.StreamResponse()
        await response.prepare(request)
        async for chunk in answer:
            await response.write(chunk)
        return response


@pytest.fixture
async def cdn() -> AsyncIterator[Cdn]:
    host = Cdn()
    app = web.Application()
    app.router.add_get("/{path:.*}", host.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    host.origin = f"http://127.0.0.1:{port}"
    yield host
    await runner.cleanup()


@pytest.fixture
async def downloads(cdn: Cdn) -> AsyncIterator[CdnDownloads]:
    source = CdnDownloads([cdn.origin])
    yield source
    await source.close()


def attachment(url: str, *, size: int = 10) -> discord.Attachment:
    data = {"id": "1", "filename": "a.png", "size": size, "url": url, "proxy_url": url}
    client = discord.Client(intents=discord.Intents.none())
    return discord.Attachment(data=data, state=client._connection)  # type: ignore[arg-type]


async def test_a_file_arrives_whole(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/fine"] = lambda _: bytes(range(256)) * 300
    data = await downloads.fetch(attachment(f"{cdn.origin}/fine?ex=1&hm=2"), label="image", limit_bytes=LIMIT)
    assert data == bytes(range(256)) * 300


async def test_a_file_that_says_it_is_too_large_is_not_asked_for(cdn: Cdn, downloads: CdnDownloads) -> None:
    with pytest.raises(FileTooLarge) as caught:
        await downloads.fetch(attachment(f"{cdn.origin}/fine", size=LIMIT + 1), label="image3", limit_bytes=LIMIT)
    assert (caught.value.label, caught.value.size_bytes) == ("image3", LIMIT + 1)
    assert cdn.asked == []


async def test_a_file_larger_than_it_says_is_cut_off_at_the_cap(cdn: Cdn, downloads: CdnDownloads) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65_536

    cdn.answers["/endless"] = lambda _: endless()
    with pytest.raises(FileTooLarge):
        await downloads.fetch(attachment(f"{cdn.origin}/endless"), label="image", limit_bytes=LIMIT)


async def test_a_file_of_exactly_the_cap_is_taken(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/full"] = lambda _: b"x" * LIMIT
    data = await downloads.fetch(attachment(f"{cdn.origin}/full", size=LIMIT), label="image", limit_bytes=LIMIT)
    assert len(data) == LIMIT


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/a.png",
        "http://cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com:8443/a.png",
        "https://cdn.discordapp.com.evil.example/a.png",
        "https://cdn.discordapp.com@evil.example/a.png",
        "https://user:pass@cdn.discordapp.com/a.png",
        "file:///etc/passwd",
        "https://[broken/a.png",
    ],
)
async def test_a_file_elsewhere_is_not_asked_for(url: str, downloads: CdnDownloads) -> None:
    with pytest.raises(ForeignFile):
        await downloads.fetch(attachment(url), label="image", limit_bytes=LIMIT)


async def test_a_redirect_is_not_followed(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/moved"] = lambda _: 302
    with pytest.raises(FileUnavailable):
        await downloads.fetch(attachment(f"{cdn.origin}/moved"), label="image", limit_bytes=LIMIT)
    assert cdn.asked == ["/moved"]


async def test_a_file_that_is_gone_is_asked_for_once(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/gone"] = lambda _: 404
    with pytest.raises(FileUnavailable) as caught:
        await downloads.fetch(attachment(f"{cdn.origin}/gone"), label="image", limit_bytes=LIMIT)
    assert caught.value.status == 404
    assert cdn.asked == ["/gone"]


async def test_a_host_in_trouble_is_asked_again(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/shaky"] = lambda _: 503 if len(cdn.asked) < 3 else b"here"
    assert await downloads.fetch(attachment(f"{cdn.origin}/shaky"), label="image", limit_bytes=LIMIT) == b"here"
    assert len(cdn.asked) == 3


@pytest.mark.parametrize("status", [429, 500, 503, 520])
async def test_a_host_that_has_no_time_is_asked_again_when_it_says(
    cdn: Cdn, downloads: CdnDownloads, status: int
) -> None:
    asked_at: list[float] = []

    def answer(_: web.Request) -> web.Response | bytes:
        asked_at.append(time.monotonic())
        return web.Response(status=status, headers={"Retry-After": "1.2"}) if len(asked_at) < 2 else b"here"

    cdn.answers["/busy"] = answer
    assert await downloads.fetch(attachment(f"{cdn.origin}/busy"), label="image", limit_bytes=LIMIT) == b"here"
    assert asked_at[1] - asked_at[0] >= 1.2


async def test_a_host_in_trouble_for_longer_than_three_attempts_is_outlived(cdn: Cdn, downloads: CdnDownloads) -> None:
    cdn.answers["/shaky"] = lambda _: 429 if len(cdn.asked) < 5 else b"here"
    assert await downloads.fetch(attachment(f"{cdn.origin}/shaky"), label="image", limit_bytes=LIMIT) == b"here"


@pytest.mark.parametrize("wait", ["3600", "soon", "nan"])
async def test_a_host_that_asks_for_more_time_than_there_is_is_told(cdn: Cdn, wait: str) -> None:
    cdn.answers["/busy"] = lambda _: web.Response(status=429, headers={"Retry-After": wait})
    source = CdnDownloads([cdn.origin], retry_seconds=1)
    with pytest.raises(FileUnavailable) as caught:
        await source.fetch(attachment(f"{cdn.origin}/busy"), label="image", limit_bytes=LIMIT)
    await source.close()
    assert caught.value.status == 429


async def test_a_host_that_is_not_there_is_told(downloads: CdnDownloads) -> None:
    source = CdnDownloads(["http://127.0.0.1:9"])
    with pytest.raises(FileUnavailable) as caught:
        await source.fetch(attachment("http://127.0.0.1:9/a"), label="mask", limit_bytes=LIMIT)
    assert (caught.value.label, caught.value.status) == ("mask", None)
    await source.close()
