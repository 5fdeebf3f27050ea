"""The official `openai` client works against the embedded images API unchanged."""

import base64
import io
from collections.abc import AsyncIterator

import openai
import pytest
from openai import AsyncOpenAI

from tests.contract.demo_server import mask, opened, photo, png, running_demo


@pytest.fixture
async def client() -> AsyncIterator[AsyncOpenAI]:
    async with (
        running_demo(api_key="sk-demo") as demo,
        AsyncOpenAI(base_url=demo.base_url, api_key="sk-demo", max_retries=0) as client,
    ):
        yield client


def _file(name: str, content: bytes) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


async def test_it_generates(client: AsyncOpenAI) -> None:
    answer = await client.images.generate(
        model="gpt-image-1", prompt="a boat at sunset", n=2, size="1536x1024", quality="low", output_format="webp"
    )

    assert answer.data is not None
    images = [opened(base64.b64decode(image.b64_json or "")) for image in answer.data]
    assert [(image.format, image.size) for image in images] == [("WEBP", (1536, 1024))] * 2
    assert (answer.size, answer.quality, answer.output_format, answer.background) == (
        "1536x1024",
        "low",
        "webp",
        "opaque",
    )
    assert answer.usage is not None
    assert answer.usage.output_tokens == 2 * 400


async def test_it_edits_several_pictures_with_a_mask(client: AsyncOpenAI) -> None:
    answer = await client.images.edit(
        model="gpt-image-1.5",
        image=[_file("one.png", png(photo())), _file("two.png", png(photo(64, 64)))],
        mask=_file("mask.png", png(mask())),
        prompt="a forest",
        quality="low",
        input_fidelity="high",
        size="auto",
    )

    assert answer.data is not None
    assert opened(base64.b64decode(answer.data[0].b64_json or "")).size == (240, 160)
    assert answer.usage is not None
    assert answer.usage.input_tokens_details.image_tokens > 2 * 4160


async def test_it_streams_a_generation(client: AsyncOpenAI) -> None:
    stream = await client.images.generate(
        model="gpt-image-2", prompt="a rose", quality="low", stream=True, partial_images=2
    )
    events = [event async for event in stream]

    assert [event.type for event in events] == [
        "image_generation.partial_image",
        "image_generation.partial_image",
        "image_generation.completed",
    ]
    assert events[-1].type == "image_generation.completed"
    assert events[-1].usage.output_tokens == 272 + 2 * 100


async def test_it_streams_an_edit(client: AsyncOpenAI) -> None:
    stream = await client.images.edit(
        model="gpt-image-2", image=_file("one.png", png(photo())), prompt="a rose", quality="low", stream=True
    )

    assert [event.type async for event in stream] == ["image_edit.completed"]


async def test_it_lists_the_models(client: AsyncOpenAI) -> None:
    models = [model.id async for model in client.models.list()]

    assert "gpt-image-1" in models
    assert (await client.models.retrieve("gpt-image-2")).id == "gpt-image-2"


@pytest.mark.parametrize(
    ("prompt", "error", "code"),
    [
        ("demo:refuse", openai.BadRequestError, "moderation_blocked"),
        ("demo:rate", openai.RateLimitError, "rate_limit_exceeded"),
        ("demo:quota", openai.RateLimitError, "insufficient_quota"),
        ("demo:key", openai.AuthenticationError, "invalid_api_key"),
        ("demo:model", openai.NotFoundError, "model_not_found"),
        ("demo:outage", openai.InternalServerError, "server_error"),
    ],
)
async def test_each_failing_phrase_is_its_error(
    client: AsyncOpenAI, prompt: str, error: type[openai.APIStatusError], code: str
) -> None:
    with pytest.raises(error) as caught:
        await client.images.generate(model="gpt-image-2", prompt=f"a lighthouse {prompt}")

    assert caught.value.code == code
    assert caught.value.request_id


async def test_a_wrong_key_is_refused(client: AsyncOpenAI) -> None:
    with pytest.raises(openai.AuthenticationError) as caught:
        await client.with_options(api_key="sk-something-else").images.generate(model="gpt-image-2", prompt="x")

    assert caught.value.code == "invalid_api_key"
    assert "something" not in str(caught.value)
