"""The stand-in of the images API keeps its promises: what is charged, held, refused and given out again."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from tests.standin.provider import REFUSED, Damage, ImagesProvider, Moment, Refuse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def images() -> AsyncIterator[ImagesProvider]:
    async with ImagesProvider() as provider:
        yield provider


async def ask(images: ImagesProvider, *, key: str | None = None, **fields: object) -> tuple[int, dict[str, Any]]:
    headers = {"Idempotency-Key": key} if key else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{images.url}/images/generations", json={"prompt": "a fox", **fields}, headers=headers) as answer,
    ):
        return answer.status, await answer.json(content_type=None)


def pictures(answer: dict[str, Any]) -> list[bytes]:
    return [base64.b64decode(one["b64_json"]) for one in answer["data"]]


async def test_every_request_without_a_key_is_charged_and_brings_other_pictures(images: ImagesProvider) -> None:
    answers = [await ask(images, n=2) for _ in range(2)]
    assert images.charges("a fox") == 2
    assert len({picture for _, answer in answers for picture in pictures(answer)}) == 4


async def test_a_key_is_charged_once_and_brings_the_same_pictures_again(images: ImagesProvider) -> None:
    (_, first), (_, second) = [await ask(images, key="k") for _ in range(2)]
    assert pictures(first) == pictures(second)
    assert images.charges("a fox") == 1


async def test_a_key_that_is_at_work_is_refused_until_it_is_done(images: ImagesProvider) -> None:
    gate = images.hold_next(Moment.ARRIVED)
    first = asyncio.create_task(ask(images, key="k"))
    await gate.reached()
    status, answer = await ask(images, key="k")
    assert (status, answer["error"]["code"]) == (409, "request_in_progress")
    gate.release()
    assert (await first)[0] == 200


async def test_it_goes_on_drawing_for_a_client_that_is_gone(images: ImagesProvider) -> None:
    gate = images.hold_next(Moment.ARRIVED)
    gone = asyncio.create_task(ask(images, key="k"))
    await gate.reached()
    gone.cancel()
    gate.release()
    status, _ = await ask(images, key="k")
    assert status == 200
    assert images.charges("a fox") == 1


async def test_a_refusal_charges_nothing_and_leaves_the_key_free(images: ImagesProvider) -> None:
    images.next(REFUSED, Refuse(429, "rate_limit_exceeded", headers={"Retry-After": "1"}))
    statuses = [(await ask(images, key="k"))[0] for _ in range(3)]
    assert statuses == [400, 429, 200]
    assert images.charges("a fox") == 1


async def test_a_body_that_is_cut_off_was_charged(images: ImagesProvider) -> None:
    images.next(Damage.CUT)
    with pytest.raises(aiohttp.ClientPayloadError):
        await ask(images)
    assert images.charges("a fox") == 1


async def test_sketches_come_before_the_picture_where_they_are_asked_for(images: ImagesProvider) -> None:
    fields = {"prompt": "a fox", "stream": True, "partial_images": 2}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{images.url}/images/generations", json=fields) as answer,
    ):
        lines = (await answer.text()).splitlines()
    events = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert [event["type"].rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]
