"""The judge finds what is wrong: by hand-made books, without any process."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.fleet.acts import Act, Kind
from tests.fleet.fleet import Pause
from tests.fleet.judge import Judge
from tests.standin.attachments import File
from tests.standin.messages import Message
from tests.standin.platform import Platform
from tests.standin.provider import Asked, ImagesProvider
from tests.standin.state import Intent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

PICTURE = b"a picture"


@asynccontextmanager
async def listening(discord: Platform, *, code: int | None = None) -> AsyncIterator[None]:
    """Have a process listen, which is killed afterwards, or leaves with a close code."""
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(f"{discord.state.gateway_url}/one")
        data = {"token": discord.state.token, "intents": int(Intent.GUILDS | Intent.GUILD_MESSAGES)}
        await socket.send_json({"op": 2, "d": data})
        await discord.gateway.ready.first(lambda _: True, timeout_seconds=5)
        yield
        if code is None:
            connection = socket._response.connection
            assert connection is not None
            assert connection.transport is not None
            connection.transport.abort()
        else:
            await socket.close(code=code)
    await discord.wait_until_offline()


async def mention(discord: Platform) -> Act:
    said = await discord.say(discord.alice, discord.channel, f"<@{discord.state.bot.id}> fox 1.")
    return Act(
        kind=Kind.MENTION, user=discord.alice, channel=discord.channel, message=said, prompt="fox 1.", pictures=1
    )


def answer(discord: Platform, act: Act | None, *pictures: bytes, content: str = "Done") -> None:
    state = discord.state
    files = [
        state.cdn.store(File("a.png", data), attachment_id=state.ids.next(), folder="attachments/1", now=0)
        for data in pictures
    ]
    reply = Message(
        id=state.ids.next(),
        channel=discord.channel,
        author=state.bot,
        created_at=state.clock.now(),
        content=content,
        attachments=tuple(files),
        reference=None if act is None else act.message,
    )
    state.messages.add(reply)


def draw(images: ImagesProvider, *, times: int = 1) -> None:
    for number in range(times):
        pictures = (PICTURE,) if number == 0 else (b"another",)
        images.requests.publish(Asked("generations", None, {"prompt": "fox 1."}, charged=True, pictures=pictures))


def problems(discord: Platform, images: ImagesProvider, act: Act, pauses: Sequence[Pause] = ()) -> list[str]:
    return [one.partition(":")[0] for one in Judge(discord, images, [act], pauses=pauses).judge().problems]


@pytest.fixture
async def discord() -> AsyncIterator[Platform]:
    async with Platform() as platform:
        yield platform


async def test_a_picture_that_was_paid_and_shown_once_is_right(discord: Platform) -> None:
    images = ImagesProvider()
    async with listening(discord, code=4000):
        act = await mention(discord)
        answer(discord, act, PICTURE)
        draw(images)
    assert problems(discord, images, act) == []


async def test_what_is_answered_twice_paid_twice_or_shown_twice_is_found(discord: Platform) -> None:
    images = ImagesProvider()
    async with listening(discord, code=4000):
        act = await mention(discord)
        answer(discord, act, PICTURE)
        answer(discord, act, PICTURE)
        draw(images, times=2)
        answer(discord, None)
    assert problems(discord, images, act) == [
        "answered more than once",
        "another number of pictures",
        "fox 1. was paid 2 times and shown 1 times",
        "1 pictures were shown twice, or nobody drew them",
        "answers nothing",
    ]


async def test_what_nobody_answered_is_lost_unless_nobody_could(discord: Platform) -> None:
    images = ImagesProvider()
    async with listening(discord, code=4000):
        act = await mention(discord)
    assert problems(discord, images, act) == ["lost", "another number of pictures"]
    asleep = await mention(discord)
    async with listening(discord):
        killed = await mention(discord)
    assert problems(discord, images, asleep) == []
    assert problems(discord, images, killed) == []
    draw(images)
    assert problems(discord, images, killed) == ["fox 1. was paid 1 times and shown 0 times"]


async def test_a_process_that_is_frozen_hears_nothing_and_may_leave_a_sentence(discord: Platform) -> None:
    images = ImagesProvider()
    async with listening(discord, code=4000):
        act = await mention(discord)
        assert problems(discord, images, act, [Pause("one", act.at - 1)]) == []
        answer(discord, act, content="Interrupted")
        assert problems(discord, images, act, [Pause("one", act.at - 1)]) == []
        assert problems(discord, images, act) == ["interrupted without a kill"]


async def test_an_answer_that_still_says_how_far_it_is_was_never_finished(discord: Platform) -> None:
    images = ImagesProvider()
    async with listening(discord, code=4000):
        act = await mention(discord)
        answer(discord, act, PICTURE)
        draw(images)
        (reply,) = act.answers(discord)
        row = {"type": 1, "components": [{"type": 2, "custom_id": "cancel:1", "label": "Cancel", "style": 2}]}
        discord.state.messages.edit(reply, components=(row,))
    assert problems(discord, images, act) == ["never finished"]
