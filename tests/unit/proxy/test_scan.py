"""Answers cut anywhere."""

import base64
import json
import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.request import Usage
from bot.proxy.answers import BodyReader, body_from, find_format, usage_from
from bot.proxy.scan import TEXT_LIMIT_BYTES, Scanner, Unreadable


def cut(body: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(body) + 1) for place in places), len(body)]
    return [body[start:end] for start, end in pairwise(edges)]


def scanned(body: bytes, places: list[int]) -> list[bytes | None]:
    scanner = Scanner()
    for chunk in cut(body, places):
        scanner.feed(chunk)
    document = scanner.finish()
    return [scanner.picture(item["b64_json"]) for item in document["data"]]


def escape_some(text: str, choices: list[int]) -> str:
    """Write base64 as servers do: PHP escapes slashes, .NET the plus sign, MIME encoders break lines."""
    kinds = {"/": [r"\/", r"\u002f", "/"], "+": [r"\u002B", "+"], "=": [r"\u003d", "="]}
    written = []
    for index, letter in enumerate(text):
        ways = kinds.get(letter, [letter])
        choice = choices[index % len(choices)]
        written.append(ways[choice % len(ways)] + (r"\r\n" if choice == 7 else " " if choice == 6 else ""))
    return "".join(written)


PLACES = st.lists(st.integers(0, 10_000), max_size=40)
PICTURES = st.lists(st.binary(min_size=1, max_size=90), min_size=1, max_size=4)
# Hypothesis also tries the strings that our own modules contain, and what is under these keys is a picture.
KEYS = st.text().filter(lambda key: key not in {"b64_json", "url"})
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text()
    | st.sampled_from(['"b64_json": "QUJD"', '\\"b64_json": "A', "b64_json", '\\"', "#0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.just("data"), inner, max_size=3),
    max_leaves=8,
)


@given(pictures=PICTURES, noise=JSON, places=PLACES, indent=st.sampled_from([None, 2]), ascii_only=st.booleans())
def test_any_cut_of_any_answer_gives_the_same_pictures(
    *, pictures: list[bytes], noise: Any, places: list[int], indent: int | None, ascii_only: bool
) -> None:
    items = [{"b64_json": base64.b64encode(one).decode(), "revised_prompt": noise} for one in pictures]
    body = json.dumps({"noise": noise, "data": items, "more": noise}, indent=indent, ensure_ascii=ascii_only)
    encoded = body.encode("utf-8", "surrogatepass" if not ascii_only else "strict")
    scanner = Scanner()
    for chunk in cut(encoded, places):
        scanner.feed(chunk)
    document = scanner.finish()
    assert document["noise"] == document["more"] == noise
    assert [scanner.picture(item["b64_json"]) for item in document["data"]] == pictures
    # Each was decoded on the way, and is not in what was kept.
    assert [item["b64_json"] for item in document["data"]] == [f"#{index}" for index in range(len(pictures))]


@given(picture=st.binary(min_size=1, max_size=90), choices=st.lists(st.integers(0, 7), min_size=1), places=PLACES)
def test_escapes_and_white_space_within_a_picture_mean_nothing(
    picture: bytes, choices: list[int], places: list[int]
) -> None:
    text = escape_some(base64.b64encode(picture).decode(), choices)
    assert scanned(f'{{"data": [ {{ "b64_json" : "{text}" }} ] }}'.encode(), places) == [picture]


@given(picture=st.binary(min_size=1, max_size=90), places=PLACES)
def test_padding_may_be_missing(picture: bytes, places: list[int]) -> None:
    text = base64.b64encode(picture).decode().rstrip("=")
    assert scanned(f'{{"data":[{{"b64_json":"{text}"}}]}}'.encode(), places) == [picture]


@pytest.mark.parametrize(
    "text",
    [
        "A",
        "AAAAA",
        "AA*A",
        "QQ==QQ==",
        "QQ==QQ",
        "QUI=QQ",
        "QQ==Q",
        "=",
        "====",
        "AAA\\x",
        "AA\\u00e4A",
        "AAAA\\\\/AAA",
        'AAA\\"A',
        "AA\\",
    ],
)
@given(places=PLACES)
def test_what_is_not_base64_is_refused_however_it_is_cut(text: str, places: list[int]) -> None:
    with pytest.raises(Unreadable):
        scanned(f'{{"data":[{{"b64_json":"{text}"}}]}}'.encode(), places)


@given(length=st.integers(0, 200), places=PLACES)
def test_an_answer_that_is_cut_off_is_refused(length: int, places: list[int]) -> None:
    body = json.dumps({"data": [{"b64_json": base64.b64encode(bytes(120)).decode()}], "usage": {"n": 1}}).encode()
    with pytest.raises(Unreadable):
        scanned(body[: min(length, len(body) - 1)], places)


def test_a_key_with_escapes_is_found_all_the_same() -> None:
    assert scanned(rb'{"data":[{"b64\u005fjson":"QUJD"}]}', []) == [b"ABC"]


@pytest.mark.parametrize("text", ["not base64", 'x\\"y', "x\\\\", "\\u1234", "A" * 5])
@given(places=PLACES)
def test_a_key_of_that_name_elsewhere_may_hold_anything(text: str, places: list[int]) -> None:
    body = f'{{"b64_json":"{text}","data":[{{"meta":{{"b64_json":"{text}"}},"b64_json":"QUJD"}}]}}'
    assert scanned(body.encode(), places) == [b"ABC"]


def test_a_value_that_looks_like_a_mark_is_no_picture() -> None:
    for value in (b'"#7"', b'"#x"', b"5", b"[]"):
        with pytest.raises(Unreadable):
            scanned(b'{"data":[{"b64\\u005fjson":' + value + b"}]}", [])


def test_the_text_of_pictures_is_not_kept() -> None:
    scanner = Scanner()
    scanner.feed(json.dumps({"data": [{"b64_json": base64.b64encode(bytes(1_000_000)).decode()}]}).encode())
    assert len(scanner.rest) < 100


def linked(body: str, places: list[int]) -> list[tuple[bytes | None, str | None]]:
    scanner = Scanner()
    for chunk in cut(body.encode(), places):
        scanner.feed(chunk)
    return [(entry.data, entry.url) for entry in body_from(scanner.finish(), scanner).entries]


@given(picture=st.binary(min_size=1, max_size=90), choices=st.lists(st.integers(0, 5), min_size=1), places=PLACES)
@pytest.mark.parametrize(
    "head", ["data:image/png;base64,", r"DATA:image\/png;charset=x;BASE64,", r"data\u003a;base64,"]
)
def test_a_picture_within_an_address_is_decoded_on_the_way(
    head: str, picture: bytes, choices: list[int], places: list[int]
) -> None:
    text = escape_some(base64.b64encode(picture).decode(), choices)
    assert linked(f'{{"data": [{{"url": "{head}{text}"}}]}}', places) == [(picture, None)]


@given(places=PLACES)
@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/1.png?a=1,2", "https://example.org/1.png?a=1,2"),
        (r"https:\/\/example.org\/\"1\".png", 'https://example.org/"1".png'),
        ("data:image/png,plain", "data:image/png,plain"),
        ("data:text/base64;x", "data:text/base64;x"),
        ("https://example.org/" + "a" * 600 + ",base64,", "https://example.org/" + "a" * 600 + ",base64,"),
        ("\\\\,\\\\", "\\,\\"),
    ],
)
def test_an_address_of_another_kind_stays_as_it_is(text: str, address: str, places: list[int]) -> None:
    body = f'{{"data": [{{"url": "{text}"}}, {{"b64_json": "QUJD", "url" : null}}]}}'
    assert linked(body, places) == [(None, address), (b"ABC", None)]


def test_the_text_of_a_picture_within_an_address_is_not_kept() -> None:
    scanner = Scanner()
    address = "data:image/png;base64," + base64.b64encode(bytes(1_000_000)).decode()
    scanner.feed(json.dumps({"data": [{"url": address}]}).encode())
    assert len(scanner.rest) < 100


def test_text_without_end_beside_the_pictures_is_refused() -> None:
    scanner = Scanner()
    scanner.feed(b'{"a":"b"},' * (TEXT_LIMIT_BYTES // 10))
    with pytest.raises(Unreadable, match="beside"):
        scanner.feed(b'{"a":"b"},')


@pytest.mark.parametrize(
    "chunk",
    [b'{"a":"' + b'\\"' * 100_000, b'{"b64_json":"*' + b'\\"' * 100_000, b'{"a":[' + b'"\\"b",' * 40_000],
    ids=["escapes", "escapes in what is no base64", "strings"],
)
def test_a_chunk_is_read_in_few_steps_whatever_is_in_it(chunk: bytes) -> None:
    steps = 0

    def count(_: object, __: object, called: object) -> None:
        nonlocal steps
        # What measures coverage calls one of its own at each line.
        steps += getattr(called, "__name__", None) != "signal"

    scanner = Scanner()
    sys.setprofile(count)
    try:
        scanner.feed(chunk)
    finally:
        sys.setprofile(None)
    assert 0 < steps < 200


def test_one_bad_picture_does_not_cost_the_others() -> None:
    assert linked('{"data":[{"b64_json":"*"},{"b64_json":"QUJD"},{"url":"data:;base64,*"}]}', []) == [(b"ABC", None)]
    with pytest.raises(Unreadable, match="base64"):
        linked('{"data":[{"b64_json":"*"},{"url":"data:;base64,*"}]}', [])


def test_a_page_is_known_by_its_beginning_and_not_read_on() -> None:
    with pytest.raises(Unreadable) as caught:
        BodyReader().feed(b"  <!doctype html>")
    assert caught.value.excerpt == "<!doctype html>"


def test_white_space_and_a_byte_order_mark_may_come_first() -> None:
    reader = BodyReader()
    for chunk in (b"\xef\xbb\xbf", b" \n", b'{"data":[{"b64_json":"QUJD"}]}'):
        reader.feed(chunk)
    assert reader.finish().entries[0].data == b"ABC"


def test_a_body_without_end_is_refused() -> None:
    reader = BodyReader(limit_bytes=2**16)
    reader.feed(b"{" + b" " * (2**16 - 1))
    with pytest.raises(Unreadable, match="over 65536"):
        reader.feed(b" ")


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        (None, None),
        ([], None),
        ({}, None),
        ({"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}, None),
        ({"input_tokens": 5}, None),
        ({"output_tokens": 8}, Usage(0, 0, 8)),
        ({"input_tokens": 5, "output_tokens": 8}, Usage(5, 0, 8)),
        ({"input_tokens": 5, "total_tokens": 12}, Usage(5, 0, 7)),
        ({"input_tokens": 5, "output_tokens": 8, "input_tokens_details": None}, Usage(5, 0, 8)),
        ({"input_tokens": 5, "output_tokens": 8, "input_tokens_details": {"image_tokens": 3}}, Usage(2, 3, 8)),
        ({"output_tokens": 8, "input_tokens_details": {"text_tokens": 2, "image_tokens": 3}}, Usage(2, 3, 8)),
        ({"input_tokens": "5", "output_tokens": 8.5, "total_tokens": True}, None),
        ({"input_tokens": -5, "output_tokens": 8}, Usage(0, 0, 8)),
    ],
)
def test_usage_may_be_missing_or_partial(usage: object, expected: Usage | None) -> None:
    assert usage_from(usage) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe1", "jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8L", "webp"),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        (b"GIF89a", "gif"),
        (b"GIF87a", "gif"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00", "avif"),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", "bmp"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1">', "svg"),
        (b"BMW is a make of car", None),
        (b"<html><svg >", None),
        (b"", None),
    ],
)
def test_a_format_is_told_by_the_first_bytes(data: bytes, expected: str | None) -> None:
    assert find_format(data) == expected
