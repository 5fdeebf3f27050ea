"""What Discord, and what stands before it, may answer to a message: each with the real discord.py on a socket."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
import pytest
from aiohttp import web
from discord.http import Route

from bot.chat.platform.error_answers import answer_errors, deferred
from bot.chat.platform.errors import FAILURES, meaning_of
from bot.chat.platform.guilds import Guilds
from bot.chat.platform.messenger import Messenger
from bot.chat.platform.refusals import CODES, Meaning
from bot.chat.platform.transport import Transport
from bot.chat.requests.context import InteractionContext
from bot.domain.errors import DraftOver
from bot.domain.job import Origin
from bot.meters import Meters

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

APPLICATION = 41
JSON = {"Content-Type": "application/json"}
VIA = {**JSON, "Via": "1.1 google"}
"""By this header discord.py knows Discord's own 429 from others."""
PAGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
PAGE_HEADERS = {"Content-Type": "text/html; charset=UTF-8", "Server": "cloudflare"}


@dataclass(frozen=True, slots=True)
class Said:
    """One answer; without a status the connection ends without any."""

    status: int | None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)


def said(status: int, body: Any, headers: Mapping[str, str] = JSON) -> Said:
    return Said(status, json.dumps(body).encode(), headers)


CUT = Said(None)
COMMAND: Any = {
    "id": "77",
    "application_id": str(APPLICATION),
    "type": 2,
    "token": "t",
    "version": 1,
    "user": {"id": "5", "username": "ada", "discriminator": "0", "avatar": None},
    "data": {"id": "1", "name": "history", "type": 1},
    "attachment_size_limit": 10,
}
"""Discord's "Interaction Structure", in a conversation with the bot alone."""
ACKNOWLEDGED = said(400, {"code": 40060, "message": "Interaction has already been acknowledged."})
PASSES = {
    # Discord's "Rate Limits", "Exceeding A Rate Limit".
    "a rate limit without retry_after": said(429, {"message": "You are being rate limited.", "global": False}, VIA),
    "a rate limit in words": said(429, {"message": "You are being rate limited.", "retry_after": "0.2"}, VIA),
    "a rate limit that is a list": said(429, [], VIA),
    "a rate limit that is null": said(429, None, VIA),
    "a rate limit of a proxy": Said(429, b"error code: 1015", {"Content-Type": "text/plain"}),
    "a rate limit without its proxy": said(429, {"message": "limited", "retry_after": 0.1, "global": True}),
    "a page that forbids": Said(403, PAGE, PAGE_HEADERS),
    "a page for what is not there": Said(404, PAGE, PAGE_HEADERS),
    "a page for a bad request": Said(400, PAGE, PAGE_HEADERS),
    "a page without a type": Said(403, PAGE, {}),
    "Cloudflare's own code": said(403, {"message": "internal network error", "code": 40333}),
    "an unavailable service": Said(503, b"no healthy upstream", {"Content-Type": "text/plain"}),
    "a web server that is down": Said(521, PAGE, PAGE_HEADERS),
    "overload": said(503, {"message": "API resource is currently overloaded", "code": 130000}),
    "a busy resource": said(429, {"message": "Service resource is being rate limited", "code": 40062}, VIA),
    "writing too fast": said(403, {"message": "write rate limit", "code": 20028}),
    "half a body": Said(200, b'{"id": "1", "content": "a'),
    "a page in place of the message": Said(200, PAGE, PAGE_HEADERS),
    "nothing in place of the message": Said(200, b""),
    "null in place of the message": said(200, None),
    "no id in the message": said(200, {"content": "a fox", "channel_id": "1"}),
    "an id that is none": said(200, {"id": None}),
    "letters that are no UTF-8": Said(400, b'{"message": "\xff\xfe"}'),
    "an error without words": said(400, {"code": 50035, "message": None, "errors": ["?"]}),
    "a cut connection": CUT,
}
REFUSES = {
    Meaning.ARCHIVED: said(400, {"message": "Thread is archived", "code": 50083}),
    Meaning.CLOSED: said(403, {"message": "Missing Permissions", "code": "50013"}),
    Meaning.LOCKED: said(400, {"code": 160005}, {"Content-Type": "application/json; charset=utf-8"}),
    Meaning.TOO_LARGE: Said(413, PAGE, PAGE_HEADERS),
    Meaning.INVALID: said(400, {"message": "Bad Request", "code": 0}),
    Meaning.GONE: said(404, {"message": "404: Not Found", "code": 0}),
    Meaning.OVER: said(401, {"message": "401: Unauthorized", "code": 0}),
    Meaning.WORDS_BLOCKED: said(400, {"message": "Message was blocked by automatic moderation", "code": 200000}),
}


@dataclass(slots=True)
class Discord:
    """A Discord that has an answer in store for the first call to each channel, and takes all further ones."""

    stored: dict[str, list[Said]] = field(default_factory=dict)
    calls: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    nonces: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sizes: list[int] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/@me"):
            user = {"id": str(APPLICATION), "username": "easel", "discriminator": "0", "avatar": None}
            about = {"name": "easel", "description": "", "icon": None, "summary": "", "verify_key": "", "flags": 0}
            return respond({**user, **about, "bot_public": True, "bot_require_code_grant": False, "owner": user})
        self.paths.append(request.path)
        channel = request.match_info["tail"].split("/")[1]
        self.calls[channel].append(asyncio.get_running_loop().time())
        self.sizes.append(len(await request.read()))
        if request.content_type == "application/json":
            self.nonces[channel].add(str((await request.json()).get("nonce")))
        stored = self.stored.get(channel)
        if not stored:
            return respond({"id": str(10_000 + int(channel)), "type": 0})
        one = stored.pop(0)
        if one.status is None:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        return web.Response(status=one.status, body=one.body, headers=dict(one.headers))


def respond(body: Any) -> web.Response:
    """Answer as Discord does: discord.py reads no other spelling of the type than this."""
    return web.Response(body=json.dumps(body).encode(), headers=JSON)


@asynccontextmanager
async def serving(discord_: Discord) -> AsyncIterator[None]:
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", discord_.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    discord_.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield
    finally:
        await runner.cleanup()


@pytest.fixture
async def platform(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Discord]:
    one = Discord()
    async with serving(one):
        monkeypatch.setattr(Route, "BASE", one.url)
        yield one


@pytest.fixture
async def client(platform: Discord) -> AsyncIterator[discord.Client]:
    assert platform.url
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login("token")
        Transport().install(client)
        yield client


@pytest.fixture
def messenger(client: discord.Client) -> Messenger:
    messenger = Messenger(client, Meters(), guilds=Guilds(client, hears=lambda _: False))
    messenger.start()
    return messenger


def origin(
    channel: int, *, answer_id: int | None = None, token: str = "", left: float = 10.0, granted: int | None = None
) -> Origin:
    return Origin(
        application_id=APPLICATION,
        token=token,
        expires_at=datetime.now(UTC) + timedelta(minutes=left),
        channel_id=channel,
        guild_id=7,
        user_id=5,
        private=False,
        spoiler=False,
        filesize_limit_bytes=1,
        answer_id=answer_id,
        app_permissions=granted,
    )


async def outcome(messenger: Messenger, channel: int) -> object:
    """Send a message; gives its id, or what a refusal means."""
    try:
        return await messenger.send(origin(channel), "a fox", files=(), nonce=f"{channel}-1", view=None)
    except FAILURES as error:
        return meaning_of(error)


async def test_what_passes_is_asked_again_until_the_message_is_out_once(
    messenger: Messenger, platform: Discord
) -> None:
    channels = dict(enumerate(PASSES.items(), start=1))
    platform.stored = {str(channel): [answer] for channel, (_, answer) in channels.items()}
    outcomes = await asyncio.gather(*(outcome(messenger, channel) for channel in channels))
    again = [outcome(messenger, one) for one, out in zip(channels, outcomes, strict=True) if out is Meaning.PASSING]
    # What was taken and cannot be read is told to who sends, who looks for it or asks once more.
    assert len(again) == 7
    assert all(isinstance(one, int) for one in await asyncio.gather(*again))
    for channel, (name, _) in channels.items():
        assert len(platform.calls[str(channel)]) == 2, name
        assert platform.nonces[str(channel)] == {f"{channel}-1"}, name


async def test_what_is_refused_is_told_by_its_code_and_not_asked_again(messenger: Messenger, platform: Discord) -> None:
    channels = dict(enumerate(REFUSES.items(), start=1))
    platform.stored = {str(channel): [answer] for channel, (_, answer) in channels.items()}
    outcomes = await asyncio.gather(*(outcome(messenger, channel) for channel in channels))
    assert outcomes == list(REFUSES)
    assert all(len(platform.calls[str(channel)]) == 1 for channel in channels)


async def test_every_code_is_read_whatever_its_status(messenger: Messenger, platform: Discord) -> None:
    platform.stored = {str(code): [said(400, {"message": "no", "code": code})] for code in CODES}
    outcomes = await asyncio.gather(*(outcome(messenger, code) for code in CODES))
    for (code, meaning), one in zip(CODES.items(), outcomes, strict=True):
        passes = meaning is Meaning.PASSING
        assert one == (10_000 + code if passes else meaning), code
        assert len(platform.calls[str(code)]) == 1 + passes, code


@pytest.mark.parametrize("headers", [JSON, {"Content-Type": "application/json", "Retry-After": "2"}])
async def test_a_rate_limit_is_obeyed(messenger: Messenger, platform: Discord, headers: Mapping[str, str]) -> None:
    body = {"message": "You are being rate limited.", "global": False}
    platform.stored = {"1": [said(429, {**body, "retry_after": 1.2} if headers is JSON else body, headers)]}
    assert await outcome(messenger, 1) == 10_001
    first, second = platform.calls["1"]
    assert second - first >= (1.2 if headers is JSON else 2)


async def test_a_rate_limit_for_longer_than_a_call_may_take_is_told_at_once(
    messenger: Messenger, platform: Discord
) -> None:
    platform.stored = {"1": [said(429, {"message": "limited", "retry_after": 91.0, "global": False})]}
    assert await outcome(messenger, 1) is Meaning.PASSING
    assert len(platform.calls["1"]) == 1


async def test_an_answer_that_was_taken_and_cannot_be_read_is_followed_by_nothing(
    client: discord.Client, platform: Discord
) -> None:
    platform.stored = {str(APPLICATION): [said(200, {"id": "9"})]}
    interaction: discord.Interaction[Any] = discord.Interaction(data=COMMAND, state=client._connection)
    async with deferred(interaction):
        await interaction.edit_original_response(content="what was asked for")
    assert [one for one in platform.paths if "webhooks" in one] == [f"/webhooks/{APPLICATION}/t/messages/@original"]


async def test_an_acknowledgement_that_cannot_be_read_counts(client: discord.Client, platform: Discord) -> None:
    answers = [Said(200, b"{"), said(200, {"interaction": {}}), said(200, []), Said(200, PAGE, PAGE_HEADERS), CUT]
    for number, answer in enumerate(answers):
        platform.stored = {str(COMMAND["id"]): [answer, ACKNOWLEDGED], str(APPLICATION): [said(200, {"id": "9"})]}
        interaction: discord.Interaction[Any] = discord.Interaction(data=COMMAND, state=client._connection)
        platform.paths.clear()
        async with deferred(interaction):
            await interaction.edit_original_response(content="what was asked for")
        assert platform.paths[-1] == f"/webhooks/{APPLICATION}/t/messages/@original", number


async def test_what_another_process_has_answered_is_answered_no_second_time(
    client: discord.Client, platform: Discord
) -> None:
    platform.stored = {str(COMMAND["id"]): [ACKNOWLEDGED]}
    interaction: discord.Interaction[Any] = discord.Interaction(data=COMMAND, state=client._connection)

    async def press_go() -> None:
        # Whoever had it first has sent the draft, and was killed.
        raise DraftOver

    async with answer_errors(interaction):
        await press_go()
    assert not [one for one in platform.paths if "webhooks" in one]


async def test_a_request_whose_acknowledgement_may_be_its_own_is_answered(
    client: discord.Client, platform: Discord
) -> None:
    platform.stored = {str(COMMAND["id"]): [ACKNOWLEDGED] * 2, str(APPLICATION): [said(200, {"id": "9"})]}
    context = InteractionContext(discord.Interaction(data=COMMAND, state=client._connection))
    with pytest.raises(discord.HTTPException):
        await context.acknowledge("a fox", private=True)
    await context.explain(DraftOver(), prompt="a fox")
    assert [one for one in platform.paths if "webhooks" in one] == [f"/webhooks/{APPLICATION}/t"]


async def test_files_are_sent_whole_when_they_are_sent_again(messenger: Messenger, platform: Discord) -> None:
    platform.stored = {str(APPLICATION): [Said(403, PAGE, PAGE_HEADERS)]}
    files = [discord.File(BytesIO(b"x" * 5000), filename="a.png")]
    assert await messenger.edit_original(origin(1, token="t"), "a fox", files=files) == 10_000 + APPLICATION
    assert len(platform.sizes) == 2
    assert min(platform.sizes) > 5000


async def test_what_the_bot_may_do_is_kept_with_a_request_and_asked_for_when_its_answer_is_over(
    messenger: Messenger, platform: Discord
) -> None:
    needed = discord.Permissions(view_channel=True, send_messages=True, embed_links=True, attach_files=True)
    in_thread = discord.Permissions(
        view_channel=True, send_messages_in_threads=True, embed_links=True, attach_files=True
    )
    silenced = discord.Permissions(view_channel=True, embed_links=True)
    for granted, missing in [(needed, ()), (in_thread, ()), (silenced, ("send_messages", "attach_files"))]:
        assert await messenger.missing_permissions(origin(1, granted=granted.value)) == missing
    assert platform.paths == []
    platform.stored = {"7": [said(403, {"message": "Missing Access", "code": 50001})] * 4}
    assert await messenger.missing_permissions(origin(1, granted=silenced.value, left=-1)) == (
        "send_messages",
        "attach_files",
    )
    assert "/guilds/7" in platform.paths
    platform.paths.clear()
    assert await messenger.missing_permissions(origin(1)) == ()


@pytest.mark.parametrize("answer", [Said(403, PAGE, PAGE_HEADERS), CUT, Said(503)], ids=["a page", "cut off", "busy"])
async def test_what_only_holds_for_a_moment_is_not_asked_again(
    messenger: Messenger, platform: Discord, answer: Said
) -> None:
    platform.stored = {str(APPLICATION): [answer]}
    with pytest.raises(FAILURES) as failure:
        await messenger.edit_original(origin(1, token="t"), "drawing for 4 s", once=True)
    assert meaning_of(failure.value) is Meaning.PASSING
    assert len(platform.paths) == 1
    await messenger.edit_original(origin(1, token="t"), "a fox")
    assert len(platform.paths) == 2
