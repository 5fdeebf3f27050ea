"""Server-sent events, cut anywhere and written in every way that the standard allows."""

import base64
import json
from collections.abc import AsyncGenerator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.request import PartialPicture
from bot.proxy.answers import Body
from bot.proxy.events import read_events
from bot.proxy.scan import Unreadable

PNG = b"\x89PNG\r\n\x1a\n some picture"
JPEG = b"\xff\xd8\xff some other"


def coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


async def read(*chunks: bytes) -> list[PartialPicture | Body]:
    async def source() -> AsyncGenerator[bytes]:
        for chunk in chunks:
            yield chunk

    return [event async for event in read_events(source())]


def pictures(events: list[PartialPicture | Body]) -> list[object]:
    return [
        (event.index, event.data) if isinstance(event, PartialPicture) else [one.data for one in event.entries]
        for event in events
    ]


def line(**document: object) -> bytes:
    return b"data: " + json.dumps(document).encode() + b"\n\n"


@given(
    places=st.lists(st.integers(0, 2_000), max_size=30),
    ending=st.sampled_from([b"\n", b"\r\n", b"\r"]),
    space=st.sampled_from([b"", b" "]),
    done=st.booleans(),
    closed=st.booleans(),
)
async def test_any_cut_and_any_line_ending_gives_the_same_events(
    *, places: list[int], ending: bytes, space: bytes, done: bool, closed: bool
) -> None:
    first = json.dumps({"type": "image_edit.partial_image", "b64_json": coded(JPEG), "partial_image_index": 0})
    last = json.dumps({"b64_json": coded(PNG), "usage": {"output_tokens": 7}})
    lines = [b": hello", b"", b"retry: 5", b"id", b"event:" + space + b"image_edit.partial_image"]
    lines += [b"data:" + space + first.encode(), b"", b"event: image_edit.completed"]
    lines += [b"data:" + space + last[:-1].encode(), b"data: }"]
    lines += [b"", b"data: [DONE]"] if done else []
    body = ending.join(lines) + (ending * 2 if closed else b"")
    edges = [0, *sorted(place % len(body) for place in places), len(body)]
    events = await read(*[body[start:end] for start, end in pairwise(edges)])
    assert pictures(events) == [(0, JPEG), [PNG]]
    assert isinstance(events[-1], Body)
    assert events[-1].usage is not None


async def test_a_line_ending_that_is_cut_in_two_is_one() -> None:
    body = b'event: image_generation.completed\r\ndata: {"b64_json":\r\ndata: "' + coded(PNG).encode() + b'"}\r\n\r\n'
    assert pictures(await read(*[body[index : index + 1] for index in range(len(body))])) == [[PNG]]


async def test_fields_may_be_missing() -> None:
    events = await read(
        line(b64_json=coded(PNG), partial_image_index=3),
        line(type="image_generation.partial_image", b64_json=coded(PNG)),
        line(type="image_generation.partial_image"),
        line(type="image_generation.partial_image", b64_json=coded(b"no picture")),
        line(b64_json=coded(JPEG)),
    )
    assert pictures(events) == [(3, PNG), (1, PNG), [JPEG]]


async def test_a_whole_picture_may_come_before_the_partial_ones() -> None:
    events = await read(
        line(type="image_generation.completed", b64_json=coded(PNG), partial_image_index=0),
        line(type="image_generation.partial_image", b64_json=coded(JPEG), partial_image_index=1),
    )
    assert pictures(events) == [[PNG], (1, JPEG)]


async def test_other_events_hold_no_pictures() -> None:
    events = await read(b"event: ping\ndata: {}\n\n", line(type="image_generation.started"), b"data:\n\n", b"data\n\n")
    assert all(isinstance(event, Body) and not event.entries and event.failure is None for event in events)


@pytest.mark.parametrize(
    "body",
    [
        b'data: {"error": {"code": "slow_down", "message": "no"}}\n\n',
        b'event: error\ndata: {"code": "slow_down", "message": "no"}\n\n',
        b'data: {"type": "error", "code": "slow_down", "message": "no"}\n\n',
        b'data: {"error": "slow_down", "message": "no"}\n\n',
    ],
)
async def test_an_error_is_found_in_every_form(body: bytes) -> None:
    [event] = await read(body)
    assert isinstance(event, Body)
    assert event.failure is not None
    assert (event.failure.code, event.failure.message) == ("slow_down", "no")


@pytest.mark.parametrize("body", [b"data: {\n\n", b'data: "x"\n\n', b'data: {"b64_json": "*"}\n\n'])
async def test_what_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        await read(body)
