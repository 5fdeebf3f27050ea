"""Every way in which a provider can fail, and what the client makes of it."""

import asyncio
import json
import traceback
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.domain.errors import (
    AddressWrong,
    BadAnswer,
    BrokenImage,
    ContentRefused,
    EaselError,
    KeyRejected,
    ModelUnknown,
    OutOfMoney,
    ProviderDown,
    ProviderError,
    ProviderTimedOut,
    RateLimited,
    RequestRejected,
)
from bot.domain.options import Background, Options
from bot.domain.request import ApiCall
from bot.proxy.api import ImagesClient
from bot.proxy.profile import Profile, build_profile
from tests.contract.scripted import PNG, End, Provider, Script, answer, error, events, reply

CALL = ApiCall(prompt="a fox", options=Options(model="gpt-image-2"), key="job-1")
SOON: Mapping[str, str] = {"Retry-After-Ms": "1"}
KEY = "sk-secret-0123456789"


def profile_of(provider: Provider, name: str = "openai") -> Profile:
    path = "" if name == "azure" else "/v1"
    profile = build_profile(name, base_url=provider.origin + path, api_key=KEY, timeout_seconds=5)
    return replace(profile, backoff_seconds=0.001)


async def failure_of(profile: Profile) -> EaselError:
    async with ImagesClient(profile) as client:
        with pytest.raises(EaselError) as caught:
            await client.generate(CALL)
    return caught.value


FINAL = [
    (error(400, "moderation_blocked", type="image_generation_user_error"), ContentRefused),
    (error(400, "content_policy_violation"), ContentRefused),
    (error(400, "contentFilter"), ContentRefused),
    (error(400, "content_filter"), ContentRefused),
    (error(400, "400", "litellm.ContentPolicyViolationError: no", type="invalid_request_error"), ContentRefused),
    (error(400, "billing_hard_limit_reached"), OutOfMoney),
    (error(400, "invalid_value", param="size"), RequestRejected),
    (error(400, "invalid_value", param="model"), ModelUnknown),
    (error(401, "invalid_api_key"), KeyRejected),
    (error(403, "model_access"), KeyRejected),
    (reply({"error": "payment_required", "message": "top up"}, status=402), OutOfMoney),
    (Script(status=402), OutOfMoney),
    (error(404, "model_not_found"), ModelUnknown),
    (error(404, "DeploymentNotFound"), ModelUnknown),
    (reply({"detail": "Not Found"}, status=404), AddressWrong),
    (Script(status=404, pieces=(b"<html>nothing here</html>",), content_type="text/html"), AddressWrong),
    (Script(status=302, headers={"Location": "/login"}), AddressWrong),
    (reply({"detail": [{"loc": ["body"], "msg": "bad"}]}, status=422), RequestRejected),
    (error(429, "insufficient_quota"), OutOfMoney),
    (error(429, "credit_balance_exhausted"), OutOfMoney),
    (error(429, "project_spend_limit_exceeded"), OutOfMoney),
    (error(429, "monthly_usage_limit_exceeded"), OutOfMoney),
    (error(429, "429", "too many", type="insufficient_quota"), OutOfMoney),
]


@pytest.mark.parametrize(("script", "expected"), FINAL)
async def test_what_no_repeat_can_mend_is_asked_once(
    provider: Provider, script: Script, expected: type[EaselError]
) -> None:
    provider.script(script)
    failure = await failure_of(profile_of(provider, "comfy"))
    assert type(failure) is expected
    assert len(provider.requests) == 1
    assert not (isinstance(failure, ProviderError) and failure.may_have_cost)


PASSING = [
    (error(429, "rate_limit_exceeded", headers=SOON), RateLimited),
    (error(429, "slow_down"), RateLimited),
    (error(409, "conflict"), KeyRejected),
    (error(408, "timeout"), ProviderDown),
    (error(500, "server_error"), ProviderDown),
    (Script(status=503, pieces=(b"<html>busy</html>",), content_type="text/html"), ProviderDown),
    (reply({"error": "model is loading"}, status=503), ProviderDown),
    (reply({"error": {"message": "oh", "type": "server_error"}}), ProviderDown),
]


@pytest.mark.parametrize(("script", "expected"), PASSING)
async def test_what_may_pass_is_asked_three_times_and_more_often_where_a_short_wait_is_named(
    provider: Provider, script: Script, expected: type[EaselError]
) -> None:
    provider.script(script)
    failure = await failure_of(profile_of(provider))
    assert type(failure) is expected
    assert len(provider.requests) == (6 if script.headers.get("Retry-After-Ms") else 3)


@pytest.mark.parametrize(("script", "_expected"), PASSING)
async def test_what_has_passed_brings_the_pictures(
    provider: Provider, script: Script, _expected: type[EaselError]
) -> None:
    provider.script(script, answer(PNG))
    async with ImagesClient(profile_of(provider)) as client:
        got = await client.generate(CALL)
    assert [picture.data for picture in got.pictures] == [PNG]


async def test_one_idempotency_key_goes_with_all_attempts(provider: Provider) -> None:
    provider.script(error(500, "oops"), Script(status=None, end=End.CUT), answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        await client.generate(CALL)
        await client.generate(replace(CALL, key="job-2"))
    assert [request.headers["Idempotency-Key"] for request in provider.requests] == ["job-1"] * 3 + ["job-2"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("idempotency_in_flight", "wait"),
        ("generation_in_progress", "wait"),
        ("idempotency_key_in_use", "wait"),
        ("conflict", "A request with this idempotency key is still being processed."),
    ],
)
async def test_a_request_in_flight_is_waited_for_with_the_same_key(provider: Provider, code: str, message: str) -> None:
    in_flight = error(409, code, message, headers=SOON)
    provider.script(*[in_flight] * 6, answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        got = await client.generate(CALL)
    assert len(got.pictures) == 1
    assert {request.headers["Idempotency-Key"] for request in provider.requests} == {"job-1"}


async def test_a_spent_key_does_not_hide_why_the_first_attempt_failed(provider: Provider) -> None:
    provider.script(error(504, "deadline_exceeded"), error(422, "idempotency_key_reuse"))
    failure = await failure_of(profile_of(provider, "comfy"))
    assert isinstance(failure, ProviderDown)
    assert failure.status == 504
    assert failure.may_have_cost


async def test_a_lost_connection_is_repeated_once_where_it_may_be_paid_twice(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.CUT))
    failure = await failure_of(profile_of(provider))
    assert type(failure) is ProviderDown
    assert failure.may_have_cost
    assert len(provider.requests) == 2


@pytest.mark.parametrize(
    ("code", "label"), [("invalid_image_file", "image"), ("image_parse_error", "image"), ("invalid_mask_image", "mask")]
)
async def test_a_picture_that_the_provider_cannot_read_is_a_bad_picture(
    provider: Provider, code: str, label: str
) -> None:
    provider.script(error(400, code))
    async with ImagesClient(profile_of(provider)) as client:
        with pytest.raises(BrokenImage) as caught:
            await client.edit(replace(CALL, images=(PNG,)))
    assert caught.value.label == label
    assert len(provider.requests) == 1


async def test_a_lost_connection_is_outlived(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.CUT), answer(PNG))
    async with ImagesClient(profile_of(provider)) as client:
        assert len((await client.generate(CALL)).pictures) == 1


async def test_an_answer_that_breaks_off_was_paid_and_is_not_asked_for_again(provider: Provider) -> None:
    provider.script(replace(answer(PNG), pieces=(b'{"created": 1, "da',), end=End.CUT))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, BadAnswer)
    assert failure.may_have_cost
    assert len(provider.requests) == 1


async def test_what_may_have_cost_stays_so_when_a_later_attempt_fails_for_sure(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.CUT), error(401, "invalid_api_key"))
    failure = await failure_of(profile_of(provider, "comfy"))
    assert isinstance(failure, KeyRejected)
    assert failure.may_have_cost


async def test_nothing_costs_where_nothing_costs(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.CUT))
    failure = await failure_of(profile_of(provider, "demo"))
    assert isinstance(failure, ProviderDown)
    assert not failure.may_have_cost
    assert len(provider.requests) == 3


async def test_nobody_there_is_tried_again_and_costs_nothing() -> None:
    async with Provider() as gone:
        profile = profile_of(gone)
    failure = await failure_of(profile)
    assert type(failure) is ProviderDown
    assert not failure.may_have_cost


GATEWAY = [502, 504, 520, 522, 524]


@pytest.mark.parametrize("status", GATEWAY)
@pytest.mark.parametrize("name", ["openai", "azure", "litellm", "compatible"])
async def test_a_gateway_that_gave_up_may_have_cost_and_is_asked_once_more(
    provider: Provider, name: str, status: int
) -> None:
    provider.script(Script(status=status, pieces=(b"<html>gateway</html>",), content_type="text/html"))
    failure = await failure_of(profile_of(provider, name))
    assert type(failure) is ProviderDown
    assert (failure.status, failure.may_have_cost) == (status, True)
    assert len(provider.requests) == 2


@pytest.mark.parametrize("status", GATEWAY)
async def test_a_gateway_that_gave_up_is_asked_again_where_that_is_paid_once(provider: Provider, status: int) -> None:
    provider.script(Script(status=status), Script(status=status), answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        assert len((await client.generate(CALL)).pictures) == 1
    assert {request.headers["Idempotency-Key"] for request in provider.requests} == {"job-1"}


async def test_no_answer_in_time_is_a_timeout_that_may_have_cost(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.HANG))
    failure = await failure_of(replace(profile_of(provider), total_timeout_seconds=0.2))
    assert isinstance(failure, ProviderTimedOut)
    assert failure.after_seconds == 0.2
    assert failure.may_have_cost
    async with asyncio.timeout(5):
        await provider.left.wait()


async def test_a_body_that_stops_is_a_timeout(provider: Provider) -> None:
    provider.script(replace(answer(PNG), pieces=(b'{"created": 1, "da',), end=End.HANG))
    failure = await failure_of(replace(profile_of(provider), total_timeout_seconds=0.2))
    assert isinstance(failure, ProviderTimedOut)


async def test_a_call_that_is_cancelled_closes_its_connection(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.HANG))
    async with ImagesClient(profile_of(provider)) as client:
        task = asyncio.create_task(client.generate(CALL))
        await provider.asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with asyncio.timeout(5):
            await provider.left.wait()
    assert len(provider.requests) == 1


@pytest.mark.parametrize("form", ["seconds", "milliseconds", "date"])
async def test_a_wait_that_outlasts_the_call_ends_it_at_once(provider: Provider, form: str) -> None:
    headers = {
        "seconds": {"Retry-After": "30"},
        "milliseconds": {"Retry-After-Ms": "30000"},
        "date": {"Retry-After": format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)},
    }[form]
    provider.script(error(429, "rate_limit_exceeded", headers=headers))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, RateLimited)
    assert failure.retry_after_seconds == pytest.approx(30, abs=3)
    assert len(provider.requests) == 1


async def test_a_date_in_the_past_means_now(provider: Provider) -> None:
    date = format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)
    provider.script(error(503, "busy", headers={"Retry-After": date}), answer(PNG))
    async with ImagesClient(profile_of(provider)) as client:
        assert len((await client.generate(CALL)).pictures) == 1


async def test_an_unknown_field_is_left_out_once_and_from_then_on(provider: Provider) -> None:
    refused = error(400, "unknown_parameter", "Unknown parameter: 'background'.", param="background")
    provider.script(refused, answer(PNG))
    call = replace(CALL, options=Options(model="gpt-image-2", background=Background.TRANSPARENT))
    async with ImagesClient(profile_of(provider)) as client:
        first = await client.generate(call)
        second = await client.generate(call)
        await client.generate(replace(call, options=Options(model="gpt-image-1")))
    assert first.dropped == second.dropped == ("background",)
    assert ["background" in request.json for request in provider.requests] == [True, False, False, True]


async def test_a_stream_that_is_refused_becomes_an_answer_in_one_piece(provider: Provider) -> None:
    async def watch(_: object) -> None:
        raise AssertionError("there is nothing to see")

    message = "litellm.UnsupportedParamsError: openai does not support parameters: ['stream'], for model=x"
    provider.script(error(400, "400", message), answer(PNG))
    async with ImagesClient(profile_of(provider)) as client:
        got = await client.generate(CALL, on_partial=watch)
    assert got.dropped == ()
    assert not {"stream", "partial_images"} & provider.requests[1].json.keys()


async def test_a_provider_that_keeps_refusing_fields_is_left_alone(provider: Provider) -> None:
    provider.script(error(400, "unknown_parameter", "Unknown parameter: 'quality'.", param="quality"))
    assert isinstance(await failure_of(profile_of(provider)), RequestRejected)
    assert len(provider.requests) == 2


@pytest.mark.parametrize("field", ["prompt", "model", "complexity"])
async def test_a_field_that_cannot_be_left_out_is_the_operators_to_mend(provider: Provider, field: str) -> None:
    provider.script(error(400, "unknown_parameter", f"Unknown parameter: '{field}'.", param=field))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, (RequestRejected, ModelUnknown))
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"code": "moderation_blocked", "moderation_details": {"categories": ["violence"]}}}, ("violence",)),
        (
            {"error": {"code": "moderation_blocked", "moderation_details": {"categories": {"hate": True, "x": False}}}},
            ("hate",),
        ),
        (
            {
                "error": {
                    "code": "contentFilter",
                    "inner_error": {
                        "code": "ResponsibleAIPolicyViolation",
                        "content_filter_results": {"sexual": {"filtered": True}, "hate": {"filtered": False}},
                    },
                }
            },
            ("sexual",),
        ),
        ({"error": {"code": "moderation_blocked", "moderation_details": "odd"}}, ()),
    ],
)
async def test_a_refusal_says_what_it_is_about(provider: Provider, body: object, expected: tuple[str, ...]) -> None:
    provider.script(reply(body, status=400))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, ContentRefused)
    assert failure.categories == expected


@pytest.mark.parametrize(
    "script",
    [
        Script(pieces=(b"<!doctype html><p>welcome</p>",), content_type="text/html"),
        Script(pieces=()),
        reply([]),
        reply({"created": 1}),
        reply({"created": 1, "data": []}),
        reply({"created": 1, "data": [{"b64_json": None}, {"b64_json": ""}, {}, 5]}),
        reply({"created": 1, "data": [{"b64_json": "AAAA*AAA"}]}),
        reply({"created": 1, "data": [{"b64_json": 5}]}),
        reply({"created": 1, "data": [{"b64_json": "bm8gcGljdHVyZQ=="}]}),
        Script(pieces=(b'{"created": 1, "data": [{"b64_json": "iVBORw0K',)),
        Script(pieces=(b'{"data": ' + b"[" * 100_000,)),
    ],
)
async def test_an_answer_without_a_picture_was_paid_and_is_not_asked_again(provider: Provider, script: Script) -> None:
    provider.script(script)
    failure = await failure_of(profile_of(provider, "comfy"))
    assert isinstance(failure, BadAnswer)
    assert failure.status == 200
    assert failure.may_have_cost
    assert len(provider.requests) == 1


async def test_a_body_that_is_cut_off_is_asked_for_again_only_with_a_key(provider: Provider) -> None:
    cut = replace(answer(PNG), pieces=(answer(PNG).pieces[0][:60],), end=End.CUT)
    provider.script(cut, answer(PNG))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, BadAnswer)
    assert failure.may_have_cost
    provider.script(cut, answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        assert len((await client.generate(CALL)).pictures) == 1


async def test_an_error_says_what_the_provider_said_and_which_request_it_was(provider: Provider) -> None:
    provider.script(error(400, "invalid_value", "size is odd", headers={"x-request-id": "req_1"}))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, RequestRejected)
    assert (failure.status, failure.detail, failure.request_id) == (400, "invalid_value size is odd", "req_1")


async def test_a_key_that_a_provider_echoes_is_in_no_error(provider: Provider) -> None:
    for script in (
        error(401, "invalid_api_key", f"Incorrect API key provided: {KEY}", headers={"x-request-id": KEY}),
        Script(pieces=(f"Bearer {KEY}".encode(),)),
        reply({"error": {"message": KEY, "code": KEY}}, status=400),
        Script(status=None, end=End.CUT),
    ):
        provider.script(script)
        profile = profile_of(provider)
        async with ImagesClient(profile) as client:
            with pytest.raises(EaselError) as caught:
                await client.generate(CALL)
        told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(profile) + repr(client)
        assert "secret" not in told
        cause = caught.value.__cause__
        assert "secret" not in repr(cause)


PROMPT = 'Portrait of my neighbour "Jürgen Müller",\n of Example Street 5'


@pytest.mark.parametrize(
    "script",
    [
        error(400, "invalid_value", f"Input text '{PROMPT}' is too strange"),
        error(400, "invalid_value", f"Input text '{PROMPT[:20]}…' is too strange"),
        error(500, "invalid_value", " ".join(PROMPT.split())),
        error(429, "rate_limit_exceeded", json.dumps({"prompt": PROMPT}), headers={"Retry-After": "30"}),
        error(400, "moderation_blocked", moderation_details={"categories": [PROMPT]}),
        reply({"detail": [{"loc": ["body", "n"], "msg": "bad", "input": {"prompt": "x", "p": PROMPT}}]}, status=422),
        reply([PROMPT], status=400),
        Script(status=502, pieces=(PROMPT.encode(),), content_type="text/plain"),
        Script(pieces=(PROMPT.encode(),), content_type="text/plain"),
        Script(pieces=(b"<p>" + PROMPT.encode(),), content_type="text/html"),
        reply({"error": {"message": PROMPT, "type": "invalid_request_error"}}),
        events({"error": {"code": "slow_down", "message": PROMPT}}),
        reply({"data": [{"url": f"https://[{PROMPT}"}]}),
        reply({"data": [{"url": f"{PROMPT}://example.org/1.png"}]}),
    ],
)
async def test_a_prompt_that_a_provider_echoes_is_in_no_error(provider: Provider, script: Script) -> None:
    provider.script(script)
    async with ImagesClient(replace(profile_of(provider), max_attempts=1)) as client:
        with pytest.raises(EaselError) as caught:
            await client.generate(replace(CALL, prompt=PROMPT))
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert not any(word in told.lower() for word in ("neighbour", "rgen", "street"))


async def test_what_a_server_quotes_of_a_request_is_left_out_and_the_rest_is_told(provider: Provider) -> None:
    whole = {"prompt": "a fox", "quality": "odd"}
    details = [{"loc": ["body", "quality"], "msg": "odd quality", "input": whole, "ctx": {"input": "odd thing"}}]
    provider.script(reply({"detail": details}, status=422))
    failure = await failure_of(profile_of(provider))
    assert isinstance(failure, RequestRejected)
    assert failure.detail == '[{"loc": ["body", "quality"], "msg": "odd quality", "ctx": {}}]'


async def test_what_is_no_http_at_all_fails_without_the_key_in_its_cause() -> None:
    async def gibberish(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 banana\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(gibberish, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        failure = await failure_of(build_profile("openai", base_url=f"http://127.0.0.1:{port}/v1", api_key=KEY))
    assert type(failure) is ProviderDown
    assert failure.may_have_cost
    assert failure.__cause__ is None
    assert "secret" not in repr(failure)


@pytest.mark.parametrize("failure", [ConnectionError("the chat is gone"), TimeoutError("the chat is slow")])
async def test_a_failure_of_the_one_who_watches_is_not_the_providers(provider: Provider, failure: Exception) -> None:
    async def watch(_: object) -> None:
        raise failure

    sketch = {"type": "image_generation.partial_image", "b64_json": "iVBORw0KGgo=", "partial_image_index": 0}
    provider.script(events(sketch))
    async with ImagesClient(profile_of(provider)) as client:
        with pytest.raises(type(failure)) as caught:
            await client.generate(CALL, on_partial=watch)
    assert caught.value is failure
