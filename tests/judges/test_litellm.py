"""Easel's client through the real LiteLLM proxy."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PIL import Image

from bot.domain import errors
from bot.domain.options import Background, Complexity, Options, OutputFormat, Quality
from bot.domain.request import ApiCall
from bot.images.codecs.results import settle_result
from bot.proxy.api import ImagesClient
from bot.proxy.check import CheckState
from bot.proxy.profile import Profile, build_profile
from tests.contract.scripted import Provider, Script, answer
from tests.judges.conftest import KEY, Proxy
from tests.standin.providers import openai
from tests.standin.providers.body import Answer

FLARE = Options(model="gpt-image-2.5-flare", size="1024x1024")
CALL = ApiCall(prompt="a lighthouse", options=FLARE, key="job-1", user="8f3a")
SCRIPTED = replace(CALL, options=replace(FLARE, model="scripted"))


def png(colour: str | tuple[int, ...] = "teal", *, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (256, 256), colour).save(out, "PNG")
    return out.getvalue()


PHOTO = png()
MASK = png((255, 255, 255, 0), mode="RGBA")


def profile_of(proxy: Proxy, *, api_key: str | None = KEY) -> Profile:
    profile = build_profile("litellm", base_url=proxy.base_url, api_key=api_key, timeout_seconds=60)
    return replace(profile, backoff_seconds=0.01)


@pytest.fixture
async def client(proxy: Proxy) -> AsyncIterator[ImagesClient]:
    async with ImagesClient(profile_of(proxy), partial_images=2) as running:
        yield running


async def test_a_prompt_becomes_pictures_and_usage(client: ImagesClient) -> None:
    got = await client.generate(replace(CALL, options=replace(FLARE, n=2, quality=Quality.MEDIUM)))
    assert [one.output_format for one in got.pictures] == ["png", "png"]
    assert got.usage is not None
    assert got.usage.output_tokens > 0
    assert (got.size, got.quality, got.dropped) == ("1024x1024", "medium", ())


@pytest.mark.parametrize("output_format", [OutputFormat.PNG, OutputFormat.WEBP, OutputFormat.JPEG])
async def test_every_format_comes_through(client: ImagesClient, output_format: OutputFormat) -> None:
    got = await client.generate(replace(CALL, options=replace(FLARE, output_format=output_format)))
    assert [one.output_format for one in got.pictures] == [output_format.value]


async def test_a_transparent_picture_stays_transparent(client: ImagesClient) -> None:
    got = await client.generate(replace(CALL, options=replace(FLARE, background=Background.TRANSPARENT)))
    assert got.dropped == ()
    with Image.open(io.BytesIO(got.pictures[0].data)) as picture:
        assert picture.mode == "RGBA"


async def test_what_only_the_newest_have_comes_through(client: ImagesClient) -> None:
    options = replace(FLARE, model="gpt-image-2.6-flare", complexity=Complexity.LOW)
    assert (await client.generate(replace(CALL, options=options))).dropped == ()
    gif = replace(options, complexity=None, output_format=OutputFormat.GIF, size="512x512", frames=3, frame_ms=100)
    got = await client.generate(replace(CALL, options=gif))
    assert [one.output_format for one in got.pictures] == ["gif"]
    assert settle_result(got.pictures[0].data, "gif").width == 512
    svg = replace(options, complexity=None, output_format=OutputFormat.SVG)
    got = await client.generate(replace(CALL, options=svg))
    assert [one.output_format for one in got.pictures] == ["svg"]
    assert settle_result(got.pictures[0].data, "svg").output_format == "svg"
    assert got.dropped == ()


async def test_an_edit_takes_one_picture_several_and_a_mask(client: ImagesClient) -> None:
    for files in ({"images": (PHOTO,)}, {"images": (PHOTO, PHOTO)}, {"images": (PHOTO,), "mask": MASK}):
        got = await client.edit(replace(CALL, **files))
        assert len(got.pictures) == 1
        assert got.dropped == ()


async def test_a_mask_that_does_not_fit_is_the_masks_fault(client: ImagesClient) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (64, 32)).save(out, "PNG")
    with pytest.raises(errors.BrokenImage) as caught:
        await client.edit(replace(CALL, images=(PHOTO,), mask=out.getvalue()))
    assert caught.value.label == "mask"


async def test_nobody_is_shown_partial_pictures_and_nothing_is_paid_for_them(
    client: ImagesClient, upstream: Provider
) -> None:
    async def watch(_: object) -> None:
        raise AssertionError("there is nothing to see")

    upstream.script(answer(PHOTO))
    assert len((await client.generate(SCRIPTED, on_partial=watch)).pictures) == 1
    assert len(upstream.requests) == 1
    assert "stream" not in upstream.requests[0].json


async def test_the_list_says_what_there_is(client: ImagesClient) -> None:
    assert (await client.check("gpt-image-2")).state is CheckState.READY
    assert (await client.check("gpt-image-1")).state is CheckState.MODEL_MISSING
    assert set(await client.fetch_models() or ()) == {
        "gpt-image-2",
        "gpt-image-2.5-flare",
        "gpt-image-2.6-flare",
        "scripted",
        "without-edits",
    }
    assert (await client.try_without_prompt("gpt-image-2")).error is None


ROWS: list[tuple[Answer, type[errors.EaselError]]] = [
    (openai.REFUSED, errors.ContentRefused),
    (openai.NO_QUOTA, errors.OutOfMoney),
    (openai.BILLING_INACTIVE, errors.OutOfMoney),
    (openai.WRONG_KEY, errors.KeyRejected),
    (openai.UNVERIFIED, errors.OrganizationUnverified),
    (openai.MODEL_GONE, errors.ModelUnknown),
    (openai.PROMPT_TOO_LONG, errors.PromptTooLongForModel),
    (openai.BAD_MASK, errors.BrokenImage),
]


def script(one: Answer) -> Script:
    return Script(status=one.status, pieces=(one.body,), headers=one.headers, content_type=one.content_type)


@pytest.mark.parametrize("edits", [False, True])
@pytest.mark.parametrize(("said", "expected"), ROWS)
async def test_what_openai_says_behind_it_is_what_it_is(
    *, client: ImagesClient, upstream: Provider, said: Answer, expected: type[errors.EaselError], edits: bool
) -> None:
    upstream.script(script(said))
    with pytest.raises(errors.EaselError) as caught:
        await (client.edit(replace(SCRIPTED, images=(PHOTO,))) if edits else client.generate(SCRIPTED))
    assert type(caught.value) is expected


async def test_too_fast_is_told_with_what_openai_said_of_the_wait(client: ImagesClient, upstream: Provider) -> None:
    upstream.script(script(openai.TOO_FAST))
    slow = replace(client.profile, total_timeout_seconds=5)
    async with ImagesClient(slow) as hasty:
        with pytest.raises(errors.RateLimited) as caught:
            await hasty.generate(SCRIPTED)
    # LiteLLM leaves out the header, and keeps the words.
    assert caught.value.retry_after_seconds == 12


async def test_an_upstream_that_breaks_down_may_have_cost(client: ImagesClient, upstream: Provider) -> None:
    upstream.script(Script(status=500, pieces=(b'{"error": {"message": "oops", "type": "server_error"}}',)))
    with pytest.raises(errors.ProviderDown) as caught:
        await client.generate(SCRIPTED)
    assert caught.value.may_have_cost


async def test_a_model_that_it_does_not_have_is_told(client: ImagesClient) -> None:
    with pytest.raises(errors.ModelUnknown) as caught:
        await client.generate(replace(CALL, options=replace(FLARE, model="gpt-image-9")))
    assert caught.value.model == "gpt-image-9"


async def test_an_upstream_without_edits_is_told(client: ImagesClient) -> None:
    with pytest.raises(errors.EditsNotOffered):
        await client.edit(replace(CALL, options=replace(FLARE, model="without-edits"), images=(PHOTO,)))


@pytest.mark.parametrize("api_key", ["sk-wrong", "wrong", None])
async def test_a_wrong_key_and_none_at_all_are_the_keys_fault(proxy: Proxy, api_key: str | None) -> None:
    async with ImagesClient(profile_of(proxy, api_key=api_key)) as client:
        with pytest.raises(errors.KeyRejected):
            await client.generate(CALL)


async def test_a_base_without_its_version_works_too_and_a_wrong_one_is_told(proxy: Proxy) -> None:
    plain = build_profile("litellm", base_url=proxy.base_url.removesuffix("/v1"), api_key=KEY)
    async with ImagesClient(plain) as client:
        assert len((await client.generate(CALL)).pictures) == 1
    wrong = build_profile("litellm", base_url=f"{proxy.base_url}/v1", api_key=KEY)
    async with ImagesClient(wrong) as client:
        with pytest.raises(errors.AddressWrong):
            await client.generate(CALL)


async def test_a_field_that_the_upstream_refuses_is_left_out(client: ImagesClient, upstream: Provider) -> None:
    upstream.script(script(openai.NO_BACKGROUND), answer(PHOTO))
    options = replace(SCRIPTED.options, background=Background.TRANSPARENT)
    got = await client.generate(replace(SCRIPTED, options=options))
    assert got.dropped == ("background",)
