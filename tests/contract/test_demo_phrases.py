"""Test phrases, idempotency keys, and clients that go away."""

import asyncio
import base64
import logging
import time
from collections.abc import AsyncIterator

import pytest

from tests.contract.demo_server import Demo, check_against_spec, mask, opened, photo, png, running_demo


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with running_demo() as demo:
        yield demo


async def test_a_refusal_carries_its_categories(demo: Demo) -> None:
    reply = await demo.generate("a lighthouse demo:refuse, please")

    assert (reply.status, reply.error["type"]) == (400, "image_generation_user_error")
    assert reply.error["code"] == "moderation_blocked"
    assert reply.error["moderation_details"]["categories"]
    check_against_spec(reply.json, "ErrorResponse")


async def test_too_fast_says_when_to_come_back(demo: Demo) -> None:
    replies = [await demo.generate("demo:rate") for _ in range(2)]

    assert [(reply.status, reply.headers["retry-after"]) for reply in replies] == [(429, "1")] * 2


async def test_a_phrase_works_in_an_edit(demo: Demo) -> None:
    assert (await demo.edit(("image", png(photo()), "image/png"), prompt="demo:quota")).status == 429


@pytest.mark.parametrize(
    "prompt", ["demolition:refuse", "xdemo:refuse", "demo:refused", "demo:unknown", "demo: refuse"]
)
async def test_what_only_looks_like_a_phrase_is_drawn(demo: Demo, prompt: str) -> None:
    assert (await demo.generate(prompt)).status == 200


async def test_slow_takes_the_seconds_it_says(demo: Demo) -> None:
    started = time.monotonic()
    reply = await demo.generate("a rose demo:slow=0.6 demo:refuse")

    assert time.monotonic() - started >= 0.6
    assert reply.status == 400


async def test_a_slow_stream_pauses_between_its_pictures(demo: Demo) -> None:
    body = {"prompt": "a rose demo:slow=0.8", "quality": "low", "stream": True, "partial_images": 1}
    async with demo.session.post(demo.base_url + "/images/generations", json=body) as answer:
        arrivals = [time.monotonic() async for chunk in answer.content.iter_any() if b"event: image" in chunk]

    assert arrivals[1] - arrivals[0] >= 0.35


async def test_every_answer_can_be_delayed() -> None:
    async with running_demo(delay_seconds=0.3) as demo:
        started = time.monotonic()
        await demo.generate()

    assert time.monotonic() - started >= 0.3


@pytest.mark.parametrize("stream", [False, True])
async def test_a_broken_picture_is_cut_off(demo: Demo, *, stream: bool) -> None:
    reply = await demo.generate("demo:broken", stream=stream)

    data = base64.b64decode((reply.events[-1] if stream else reply.json["data"][0])["b64_json"], validate=True)
    assert data.startswith(b"\x89PNG")
    with pytest.raises(OSError, match="truncated"):
        opened(data)


async def test_a_page_of_html_is_no_json(demo: Demo) -> None:
    reply = await demo.generate("demo:html")

    assert (reply.status, reply.headers["content-type"]) == (200, "text/html")
    assert reply.content.startswith(b"<!doctype html>")


async def test_a_big_picture_is_over_every_limit_for_files(demo: Demo) -> None:
    reply = await demo.generate("demo:big")

    assert len(reply.files[0]) > 11_000_000
    assert (opened(reply.files[0]).size, reply.json["size"]) == ((2048, 2048), "2048x2048")


async def test_the_same_key_gives_the_same_answer_again(demo: Demo) -> None:
    first = await demo.generate("a rose", key="one")
    again = await demo.generate("a rose", key="one")
    other = await demo.generate("a rose", key="two")

    assert first.content == again.content != other.content
    assert first.headers["x-request-id"] != again.headers["x-request-id"]


async def test_the_same_key_gives_the_same_stream_again(demo: Demo) -> None:
    first = await demo.generate("a rose", key="one", stream=True, partial_images=1)
    again = await demo.generate("a rose", key="one", stream=True, partial_images=1)

    assert first.events == again.events
    assert again.headers["content-type"] == "text/event-stream"


async def test_a_key_in_flight_is_a_conflict(demo: Demo) -> None:
    replies = await asyncio.gather(*(demo.generate("a rose demo:slow=0.4", key="one") for _ in range(2)))

    assert sorted(reply.status for reply in replies) == [200, 409]


async def test_a_key_stands_for_one_request(demo: Demo) -> None:
    await demo.generate("a rose", key="one")

    reply = await demo.generate("a cat", key="one")

    assert (reply.status, reply.error["code"]) == (400, "idempotency_key_reused")


async def test_a_failure_is_not_kept_for_its_key(demo: Demo) -> None:
    replies = [await demo.generate("demo:outage", key="one") for _ in range(2)]

    assert [reply.status for reply in replies] == [500, 500]


async def test_a_reader_who_goes_leaves_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    body = {"prompt": "a castle", "quality": "high", "stream": True, "partial_images": 3, "n": 3}
    async with running_demo() as demo:
        async with demo.session.post(demo.base_url + "/images/generations", json=body) as answer:
            await answer.content.readany()
        assert (await demo.generate()).status == 200

    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_writer_who_goes_leaves_no_trace(demo: Demo, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    host, port = demo.base_url.removeprefix("http://").removesuffix("/v1").split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        b"POST /v1/images/edits HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        b'Content-Length: 9999\r\n\r\n--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\nhal'
    )
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    assert (await demo.generate()).status == 200
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_every_answer_has_its_own_id(demo: Demo) -> None:
    replies = [
        await demo.generate(),
        await demo.generate(stream=True),
        await demo.generate("demo:rate"),
        await demo.send("GET", "/nothing"),
        await demo.edit(("image", png(photo()), "image/png"), ("mask", png(mask()), "image/png")),
    ]

    assert len({reply.headers["x-request-id"] for reply in replies}) == len(replies)


async def test_the_first_page_says_what_this_is(demo: Demo) -> None:
    reply = await demo.send("GET", "/..")

    assert reply.headers["content-type"].startswith("text/plain")
    assert b"no AI model" in reply.content
