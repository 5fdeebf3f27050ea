"""The client against the embedded images API."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from bot.demo.api import create_app, serve
from bot.domain.errors import (
    BadAnswer,
    ContentRefused,
    EaselError,
    KeyRejected,
    ModelUnknown,
    OutOfMoney,
    ProviderDown,
    RateLimited,
    RequestRejected,
)
from bot.domain.options import Background, Options, OutputFormat
from bot.domain.request import ApiCall, PartialPicture
from bot.proxy.api import ImagesClient
from bot.proxy.check import CheckState
from bot.proxy.profile import Profile, build_profile

CALL = ApiCall(prompt="a fox in snow", options=Options(model="gpt-image-1"), key="job-1", user="8f3a")


@pytest.fixture
async def profile() -> AsyncIterator[Profile]:
    runner, url = await serve(create_app())
    profile = build_profile("demo", base_url=url, timeout_seconds=30)
    yield replace(profile, backoff_seconds=0.001, max_attempts=2)
    await runner.cleanup()


@pytest.fixture
async def client(profile: Profile) -> AsyncIterator[ImagesClient]:
    async with ImagesClient(profile) as running:
        yield running


async def test_a_prompt_becomes_pictures_with_usage(client: ImagesClient) -> None:
    options = replace(CALL.options, n=2, output_format=OutputFormat.WEBP, background=Background.TRANSPARENT, seed=3)
    got = await client.generate(replace(CALL, options=options))
    assert [picture.output_format for picture in got.pictures] == ["webp", "webp"]
    assert got.usage is not None
    assert got.usage.output_tokens > 0
    assert got.size == "1024x1024"
    assert got.dropped == ()


async def test_an_edit_takes_one_picture_and_several(client: ImagesClient) -> None:
    made = await client.generate(CALL)
    picture = made.pictures[0].data
    one = await client.edit(replace(CALL, images=(picture,), key="job-2"))
    several = await client.edit(replace(CALL, images=(picture, picture), key="job-3"))
    assert [len(got.pictures) for got in (one, several)] == [1, 1]


async def test_a_stream_counts_the_same_tokens_for_the_pictures(client: ImagesClient) -> None:
    seen: list[PartialPicture] = []

    async def watch(one: PartialPicture) -> None:
        seen.append(one)

    call = replace(CALL, options=replace(CALL.options, n=2))
    streamed = await client.generate(call, on_partial=watch)
    plain = await client.generate(replace(call, key="job-2"))
    assert len(streamed.pictures) == len(plain.pictures) == 2
    assert seen
    assert streamed.usage is not None
    assert plain.usage is not None
    assert streamed.usage.input_text_tokens == plain.usage.input_text_tokens


async def test_the_same_key_gives_the_same_pictures_again(client: ImagesClient) -> None:
    first, again = await asyncio.gather(client.generate(CALL), client.generate(CALL))
    assert first.pictures == again.pictures


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("demo:refuse", ContentRefused),
        ("demo:quota", OutOfMoney),
        ("demo:key", KeyRejected),
        ("demo:model", ModelUnknown),
        ("demo:outage", ProviderDown),
        ("demo:html", BadAnswer),
    ],
)
async def test_each_failure_is_told_apart(client: ImagesClient, phrase: str, expected: type[EaselError]) -> None:
    with pytest.raises(EaselError) as caught:
        await client.generate(replace(CALL, prompt=f"a fox {phrase}"))
    assert type(caught.value) is expected


async def test_too_fast_says_how_long_to_wait(profile: Profile) -> None:
    async with ImagesClient(replace(profile, max_attempts=1)) as client:
        with pytest.raises(RateLimited) as caught:
            await client.generate(replace(CALL, prompt="a fox demo:rate"))
    assert caught.value.retry_after_seconds == 1


async def test_a_field_that_it_does_not_know_is_refused(profile: Profile) -> None:
    async with ImagesClient(replace(profile, sent={"style": "vivid"})) as client:
        with pytest.raises(RequestRejected) as caught:
            await client.generate(CALL)
    assert "style" in caught.value.detail


async def test_a_check_finds_the_model_or_not(client: ImagesClient) -> None:
    assert (await client.check("gpt-image-1")).state is CheckState.READY
    assert (await client.check("gpt-image-99")).state is CheckState.MODEL_MISSING


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 403),
        ("localhost.evil.example:8766", 403),
        ("127.0.0.1:9", 200),
        ("LOCALHOST", 200),
        ("[::1]:80", 200),
    ],
)
async def test_only_names_of_this_machine_are_answered(profile: Profile, host: str, status: int) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{profile.base_url}/models", headers={"Host": host}) as answer,
    ):
        assert answer.status == status
