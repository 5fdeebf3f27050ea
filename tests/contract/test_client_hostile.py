"""Answers that nobody foresaw: each is one of our errors, and whatever is whole is kept."""

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import EaselError, ProviderError
from bot.domain.models import Prices
from bot.domain.money import cost_of_usage
from bot.domain.options import Options
from bot.domain.request import ApiAnswer, ApiCall
from bot.proxy.answers import Body, BodyReader, Entry, find_format
from bot.proxy.api import ImagesClient
from bot.proxy.attempts import Attempts
from bot.proxy.events import EventReader
from bot.proxy.failure_body import parse_failure
from bot.proxy.failures import Asked, Circumstances, failed
from bot.proxy.pictures import Collector
from bot.proxy.profile import Profile, build_profile
from bot.proxy.retry import parse_retry_after
from bot.proxy.scan import Unreadable
from bot.proxy.secrecy import Secrets
from bot.proxy.transport import Transport
from tests.contract.scripted import PNG, WEBP, Provider, Script, reply

NOW = datetime(2026, 11, 28, tzinfo=UTC)
GOOD = f'{{"b64_json": "{base64.b64encode(PNG).decode()}"}}'
BRACKETS = "[" * 1024 + "]" * 1024
DEEP = "[" * 900 + "]" * 900
BIGGEST = 2**63 - 1


def profile_of(provider: Provider) -> Profile:
    profile = build_profile("comfy", base_url=provider.base_url, api_key="sk-test-key", timeout_seconds=5)
    return replace(profile, backoff_seconds=0.001, max_attempts=1, rate_limit_attempts=1)


async def asked(provider: Provider, *, n: int = 1) -> ApiAnswer:
    call = ApiCall(prompt="a fox in snow", options=Options(model="gpt-image-2", n=n), key="job-1")
    async with ImagesClient(profile_of(provider)) as client:
        return await client.generate(call)


def storable(text: str | None) -> bool:
    return text is None or ("\0" not in text and text.encode() is not None)


@pytest.mark.parametrize(
    "beside",
    [
        *(
            f'"usage": {{"output_tokens": {count}, "input_tokens": 1}}'
            for count in ("1" * 30, "9" * 5000, "-1", "1e400")
        ),
        *(f'"usage": {usage}' for usage in (BRACKETS, DEEP, "[]", '"\\ud800"', "true", '{"output_tokens": []}')),
        *(
            f'"{name}": "{text}"'
            for name in ("size", "quality", "background")
            for text in ("\\u0000", "\\ud800", "x" * 99)
        ),
        *(f'"{name}": {DEEP}' for name in ("size", "error", "created", "svg_usage")),
        '"created": ' + "9" * 5000,
    ],
)
async def test_what_stands_beside_a_picture_never_costs_it(provider: Provider, beside: str) -> None:
    body = f'{{"data": [{GOOD}], {beside}}}'
    provider.script(Script(pieces=(body.encode("utf-8", "surrogatepass"),)))
    got = await asked(provider)
    assert [one.data for one in got.pictures] == [PNG]
    assert storable(got.size)
    assert storable(got.quality)
    assert got.usage is None or got.usage.output_tokens <= BIGGEST


@pytest.mark.parametrize(
    "credits_used", ["1e999999999", "1e-999999999", "9" * 400, "-1", "NaN", "sNaN", "Infinity", "1_0", "x"]
)
async def test_a_cost_that_is_none_never_costs_the_picture(provider: Provider, credits_used: str) -> None:
    name = build_profile("comfy", base_url="http://a", api_key="k").credits_header
    assert name is not None
    body = f'{{"data": [{GOOD}]}}'.encode()
    provider.script(Script(pieces=(body,), headers={name: credits_used}))
    got = await asked(provider)
    assert [one.data for one in got.pictures] == [PNG]
    assert got.cost_microusd is None or got.cost_microusd <= BIGGEST


@pytest.mark.parametrize(
    "address",
    [
        *("https://" + "a" * 300 + ".example/1.png", "https://" + "a." * 200 + "example/1.png", "https://xn--a/1.png"),
        *(
            "http://user:pw@127.0.0.1:1/1.png",
            "https://a\x00b/1.png",
            "https://[::1%25lo]/1.png",
            "https://\u2100/1.png",
        ),
        *("https://127.0.0.1:0/1.png", "//", "?", "#", "https:", "/\ud800.png", "/" + "a" * 20_000, "http://%"),
    ],
)
async def test_an_address_of_any_kind_costs_no_other_picture(provider: Provider, address: str) -> None:
    provider.script(reply({"data": [{"url": address}, json.loads(GOOD)]}), Script(status=404))
    got = await asked(provider, n=2)
    assert [one.data for one in got.pictures] == [PNG]


async def test_a_user_in_the_providers_own_address_takes_nothing_from_the_key(provider: Provider) -> None:
    provider.put("/1.png", Script(pieces=(WEBP,)))
    address = f"http://user:pw@127.0.0.1:{provider.port}/1.png"
    provider.script(reply({"data": [{"url": address}]}))
    got = await asked(provider)
    assert [one.data for one in got.pictures] == [WEBP]
    profile = profile_of(provider)
    assert provider.requests[-1].headers[profile.auth_header].endswith("sk-test-key")


@pytest.mark.parametrize("status", [200, 400, 401, 429, 500, 503])
@pytest.mark.parametrize(
    "body",
    [
        *(BRACKETS, DEEP, '{"error": ' + DEEP + "}", '{"error": {"message": ' + DEEP + "}}", "9" * 5000, "\\ud800"),
        *(
            '{"error": {"type": ' + DEEP + ', "code": ' + DEEP + "}}",
            '{"detail": ' + DEEP + "}",
            '{"data": ' + DEEP + "}",
        ),
        '{"error": {"code": "moderation_blocked", "moderation_details": {"categories": ["a\\u0000b", "\\ud800", ""]}}}',
        '{"error": {"message": "' + '{\\"error\\": {' * 500 + '"}}',
        '{"error": {"code": "rate_limit", "message": "try again in ' + "9" * 400 + ' s"}}',
    ],
)
async def test_an_error_of_any_shape_is_one_of_ours(provider: Provider, status: int, body: str) -> None:
    headers = {"Retry-After": "Fri, 31 Dec 9999 23:59:59 -2359"}
    provider.script(Script(status=status, pieces=(body.encode(),), headers=headers))
    with pytest.raises(EaselError) as caught:
        await asked(provider)
    for value in vars(caught.value).values():
        for text in value if isinstance(value, tuple) else (value,):
            assert not isinstance(text, str) or storable(text)
            assert not isinstance(text, float) or text < 10**8


async def test_no_more_pictures_are_taken_than_were_asked_for(provider: Provider) -> None:
    provider.put("/1.png", Script(pieces=(WEBP,)))
    provider.script(reply({"data": [{"url": "/1.png"}] * 60}))
    assert len((await asked(provider, n=2)).pictures) == 2
    assert [request.method for request in provider.requests].count("GET") == 2
    provider.script(reply({"data": [json.loads(GOOD)] * 60}))
    assert len((await asked(provider, n=3)).pictures) == 3


async def test_all_pictures_of_a_call_share_one_budget_of_bytes(provider: Provider) -> None:
    provider.put("/1.png", Script(pieces=(WEBP,)))
    provider.put("/long.png", Script(pieces=(WEBP * 50,)))
    profile, transport = profile_of(provider), Transport(profile_of(provider))
    secrets = Secrets(key=profile.api_key)

    def collector(budget_bytes: int) -> Collector:
        attempts = Attempts(profile, operation="generations", deadline=1e12)
        return Collector(
            profile,
            operation="generations",
            transport=transport,
            attempts=attempts,
            secrets=secrets,
            deadline=1e12,
            budget_bytes=budget_bytes,
        )

    entries = (Entry(url="/1.png"), Entry(url="/long.png"), Entry(url="/1.png"), Entry(data=PNG))
    enough = await collector(len(WEBP) * 60 + len(PNG)).collect(entries, n=10)
    assert [len(one.data) for one in enough] == [len(WEBP), len(WEBP) * 50, len(WEBP), len(PNG)]
    before = len(provider.requests)
    # The long one is read to what is left, which is gone with it; what is here already costs no more.
    scarce = await collector(len(WEBP) * 3 + len(PNG)).collect(entries, n=10)
    assert [one.data for one in scarce] == [WEBP, PNG]
    assert len(provider.requests) - before == 2
    await transport.close()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**18)
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(
        ["#0", "#-1", "#9999", "data:image/png;base64,AA", "https://a/1.png", "image_edit.partial_image"]
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    *(
                        "data",
                        "b64_json",
                        "url",
                        "usage",
                        "svg_usage",
                        "size",
                        "quality",
                        "error",
                        "message",
                        "code",
                        "type",
                    ),
                    *("input_tokens", "output_tokens", "total_tokens", "input_tokens_details", "text_tokens", "detail"),
                    *(
                        "image_tokens",
                        "revised_prompt",
                        "moderation_details",
                        "categories",
                        "partial_image_index",
                        "status",
                    ),
                    *("innererror", "content_filter_results", "filtered", "param", "error_type", "background"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(st.sampled_from(["data", "usage", "error", "size", "quality", "detail", "type"]), VALUES)
PRICES = Prices(text_in=5_000_000, image_in=8_000_000, image_out=30_000_000)


def read(body: bytes) -> Body | None:
    reader = BodyReader()
    try:
        reader.feed(body)
        return reader.finish()
    except Unreadable:
        return reader.salvage()


@given(DOCUMENTS, st.integers(0, 40))
def test_an_answer_of_any_content_is_read_or_unreadable(document: Mapping[str, Any], cut: int) -> None:
    text = json.dumps(document).encode()
    for body in (text, text[: len(text) - cut]):
        found = read(body)
        assert found is not None
        for name in (found.size, found.quality):
            assert storable(name)
        if found.usage is not None:
            assert cost_of_usage(found.usage, PRICES) * 100 <= BIGGEST
        failure = parse_failure(body)
        attempt = failed(failure, Circumstances(asked=Asked(), status=400), secrets=Secrets(prompt="a fox in snow"))
        assert storable(attempt.detail)
        if isinstance(attempt.error, ProviderError):
            assert storable(attempt.error.detail)


@given(
    st.lists(
        st.sampled_from([b"data:", b"event:", b"{", b"}", b"\n", b"\r", b'"b64_json":"', b'"', b"AA==", b"[DONE]"])
    )
)
def test_events_of_any_bytes_are_read_or_unreadable(pieces: list[bytes]) -> None:
    reader = EventReader()
    try:
        for piece in pieces:
            for event in reader.feed(piece):
                if event.scanner is not None:
                    event.scanner.finish()
        reader.finish()
    except Unreadable:
        pass


@given(
    st.text(st.characters(codec="latin-1"), max_size=40)
    | st.sampled_from(
        ["Fri, 31 Dec 9999 23:59:59 -2359", "1e308", "Mon, 99 Nov 99999 12:00:30 GMT", "(", "1 1 1 1:1:1 +9999"]
    )
)
def test_a_wait_of_any_text_is_a_time_or_none(text: str) -> None:
    wait = parse_retry_after({"Retry-After": text}, now=NOW)
    assert wait is None or 0 <= wait <= 366 * 86400


@pytest.mark.parametrize("block", [b"<!---->", b"<!-- -->\n", b" ", b"<?xml ?>", b"<!DOCTYPE svg>", b"<!--", b"-->"])
def test_a_text_that_is_no_picture_is_known_as_none_at_once(block: bytes) -> None:
    assert find_format(block * 2048) is None
    assert find_format(b"<!-- a --><!-- b -->\n<svg xmlns='a'>") == "svg"
