"""Every failure that a provider is known to answer with, by its very bytes, and the error that it is."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain import errors
from bot.domain.options import Options, OutputFormat, Quality
from bot.domain.request import ApiCall
from bot.proxy.api import ImagesClient
from bot.proxy.profile import Profile, build_profile
from tests.contract.scripted import PNG, Provider, Script, answer
from tests.standin.providers import azure, comfy, gateways, litellm, openai
from tests.standin.providers.body import Answer, error

CALL = ApiCall(prompt="a fox", options=Options(model="gpt-image-2", quality=Quality.HIGH), key="job-1", user="8f3a")


def script(one: Answer) -> Script:
    return Script(status=one.status, pieces=(one.body,), headers=one.headers, content_type=one.content_type)


def profile_of(provider: Provider, name: str, *, api_key: str | None = "sk-test") -> Profile:
    profile = build_profile(name, base_url=f"{provider.origin}/v1", api_key=api_key, timeout_seconds=5)
    return replace(profile, backoff_seconds=0.001)


async def failure_of(profile: Profile, call: ApiCall = CALL) -> errors.EaselError:
    async with ImagesClient(profile) as client:
        with pytest.raises(errors.EaselError) as caught:
            await (client.edit(call) if call.images else client.generate(call))
    return caught.value


ASKED_ONCE: list[tuple[str, Answer, type[errors.EaselError]]] = [
    ("openai", openai.REFUSED, errors.ContentRefused),
    ("openai", openai.NO_QUOTA, errors.OutOfMoney),
    ("openai", openai.BILLING_INACTIVE, errors.OutOfMoney),
    ("openai", openai.UNVERIFIED, errors.OrganizationUnverified),
    ("openai", openai.NO_MODEL, errors.ModelUnknown),
    ("openai", openai.MODEL_GONE, errors.ModelUnknown),
    ("openai", openai.WRONG_PATH, errors.AddressWrong),
    ("openai", openai.WRONG_KEY, errors.KeyRejected),
    ("openai", openai.PROMPT_TOO_LONG, errors.PromptTooLongForModel),
    ("openai", openai.BAD_MASK, errors.BrokenImage),
    ("litellm", litellm.REFUSED, errors.ContentRefused),
    ("litellm", litellm.EDIT_REFUSED, errors.ContentRefused),
    ("litellm", litellm.NO_QUOTA, errors.OutOfMoney),
    ("litellm", litellm.EDIT_NO_QUOTA, errors.OutOfMoney),
    ("litellm", litellm.BUDGET_SPENT, errors.OutOfMoney),
    ("litellm", litellm.UNKNOWN_MODEL, errors.ModelUnknown),
    ("litellm", litellm.MODEL_GONE, errors.ModelUnknown),
    ("litellm", litellm.KEY_WITHOUT_MODEL, errors.ModelUnknown),
    ("litellm", litellm.WRONG_KEY, errors.KeyRejected),
    ("litellm", litellm.UPSTREAM_KEY, errors.KeyRejected),
    ("litellm", litellm.NO_EDITS, errors.EditsNotOffered),
    ("litellm", litellm.BAD_MASK, errors.BrokenImage),
    ("litellm", litellm.UNVERIFIED, errors.OrganizationUnverified),
    ("litellm", litellm.PROMPT_TOO_LONG, errors.PromptTooLongForModel),
    ("litellm", litellm.WRONG_PATH, errors.AddressWrong),
    ("azure", azure.REFUSED, errors.ContentRefused),
    ("azure", azure.MAI_REFUSED, errors.ContentRefused),
    ("azure", azure.BLOCKED, errors.AccountBlocked),
    ("azure", azure.NO_DEPLOYMENT, errors.ModelUnknown),
    ("azure", azure.WRONG_PATH, errors.AddressWrong),
    ("azure", azure.WRONG_KEY, errors.KeyRejected),
    ("comfy", comfy.NO_CREDITS, errors.OutOfMoney),
    ("comfy", comfy.NO_CREDITS_BARE, errors.OutOfMoney),
    ("comfy", comfy.NO_CREDITS_BY_CODE, errors.OutOfMoney),
    ("comfy", comfy.TOKEN_EXPIRED, errors.KeyRejected),
    ("compatible", gateways.NO_QUOTA, errors.OutOfMoney),
    ("compatible", gateways.NO_MODEL, errors.ModelUnknown),
    ("compatible", gateways.NO_CHANNEL, errors.ModelUnknown),
    ("compatible", gateways.REFUSED_IN_502, errors.ContentRefused),
    ("compatible", gateways.REFUSED_WITHOUT_CODE, errors.ContentRefused),
    ("compatible", gateways.REFUSED_451, errors.ContentRefused),
    ("compatible", gateways.TOO_LARGE, errors.RequestTooLarge),
    ("compatible", gateways.WRONG_PATH, errors.AddressWrong),
    ("compatible", gateways.WRONG_PATH_HTML, errors.AddressWrong),
    ("compatible", gateways.REFUSED_BY_MODERATION, errors.ContentRefused),
    ("compatible", gateways.ELSEWHERE, errors.AddressWrong),
    ("gemini", gateways.GEMINI_NO_MODEL, errors.ModelUnknown),
    ("together", gateways.TOGETHER_NO_MODEL, errors.ModelUnknown),
    ("openai", openai.NO_TRANSPARENCY, errors.OptionNotOffered),
    ("xai", gateways.XAI_SILENT, errors.EmptyAnswer),
]


@pytest.mark.parametrize(("name", "said", "expected"), ASKED_ONCE)
async def test_it_is_the_error_that_it_is_and_nobody_asks_again(
    provider: Provider, name: str, said: Answer, expected: type[errors.EaselError]
) -> None:
    provider.script(script(said))
    failure = await failure_of(profile_of(provider, name))
    assert type(failure) is expected
    assert len(provider.requests) == 1


QUOTED = [
    json.loads(line) for line in Path(gateways.__file__).with_name("quoted.jsonl").read_text("utf-8").splitlines()
]
"""Other words for the same, as people quote them in issues and forums: not seen by us, and not the rules' own."""


@pytest.mark.parametrize("row", QUOTED, ids=lambda row: f"{row['provider']} {row['error']}")
async def test_other_words_for_the_same_are_the_same_error(provider: Provider, row: dict[str, Any]) -> None:
    body = row["body"] if isinstance(row["body"], str) else json.dumps(row["body"], ensure_ascii=False)
    provider.script(script(Answer(status=row["status"], body=body.encode(), seen="quoted")))
    assert type(await failure_of(profile_of(provider, row["provider"]))) is getattr(errors, row["error"])
    assert len(provider.requests) == 1


@pytest.mark.parametrize(("name", "said", "expected"), [row for row in ASKED_ONCE if row[0] == "litellm"])
async def test_behind_a_server_of_no_name_it_is_the_same(
    provider: Provider, name: str, said: Answer, expected: type[errors.EaselError]
) -> None:
    del name
    provider.script(script(said))
    assert type(await failure_of(profile_of(provider, "compatible"))) is expected


@pytest.mark.parametrize("said", [litellm.BAD_MASK, openai.BAD_MASK])
async def test_a_bad_mask_is_the_masks_fault(provider: Provider, said: Answer) -> None:
    provider.script(script(said))
    failure = await failure_of(profile_of(provider, "litellm"), replace(CALL, images=(PNG,), mask=PNG))
    assert isinstance(failure, errors.BrokenImage)
    assert failure.label == "mask"


@pytest.mark.parametrize("said", [openai.PROMPT_TOO_LONG, litellm.PROMPT_TOO_LONG])
async def test_a_prompt_that_is_too_long_says_how_long_it_may_be(provider: Provider, said: Answer) -> None:
    provider.script(script(said))
    failure = await failure_of(profile_of(provider, "openai"))
    assert isinstance(failure, errors.PromptTooLongForModel)
    assert (failure.model, failure.limit) == ("gpt-image-2", 1000)


async def test_no_key_at_litellm_is_the_keys_fault_and_elsewhere_an_outage(provider: Provider) -> None:
    provider.script(script(litellm.NO_KEY))
    assert type(await failure_of(profile_of(provider, "litellm", api_key=None))) is errors.KeyRejected
    assert type(await failure_of(profile_of(provider, "litellm"))) is errors.ProviderDown
    assert type(await failure_of(profile_of(provider, "vllm", api_key=None))) is errors.ProviderDown


@pytest.mark.parametrize("name", ["litellm", "compatible"])
@pytest.mark.parametrize("said", [litellm.STREAM_FAILED, litellm.UPSTREAM_DOWN])
async def test_a_500_of_a_server_before_another_may_have_cost_and_is_asked_once_more(
    provider: Provider, said: Answer, name: str
) -> None:
    provider.script(script(said))
    failure = await failure_of(profile_of(provider, name))
    assert isinstance(failure, errors.ProviderDown)
    assert failure.may_have_cost
    assert len(provider.requests) == 2


async def test_a_busy_upstream_has_drawn_nothing(provider: Provider) -> None:
    provider.script(script(litellm.UPSTREAM_BUSY))
    failure = await failure_of(profile_of(provider, "litellm"))
    assert isinstance(failure, errors.ProviderDown)
    assert not failure.may_have_cost


async def test_litellm_is_not_asked_to_stream_whatever_the_settings_say(provider: Provider) -> None:
    async def watch(_: object) -> None:
        raise AssertionError("there is nothing to see")

    provider.script(answer(PNG))
    profile = build_profile("litellm", base_url=provider.base_url, send_fields=("stream",))
    async with ImagesClient(profile, partial_images=3) as client:
        await client.generate(CALL, on_partial=watch)
    assert not {"stream", "partial_images"} & provider.requests[0].json.keys()


@pytest.mark.parametrize(
    ("said", "wait"), [(litellm.IN_COOLDOWN, 5.0), (openai.TOO_FAST, 12.0), (litellm.TOO_FAST, None)]
)
async def test_how_long_to_wait_is_taken_from_the_words_where_no_header_says_it(
    provider: Provider, said: Answer, wait: float | None
) -> None:
    provider.script(script(said))
    failure = await failure_of(replace(profile_of(provider, "litellm"), total_timeout_seconds=1))
    assert isinstance(failure, errors.RateLimited)
    assert failure.retry_after_seconds == wait


NOT_TAKEN = [
    ("openai", openai.NO_BACKGROUND, "background"),
    ("litellm", litellm.UNKNOWN_FIELD, "safety_identifier"),
    ("litellm", litellm.EDIT_UNKNOWN_FIELD, "safety_identifier"),
    ("compatible", gateways.GEMINI_NO_QUALITY, "quality"),
    ("compatible", gateways.GO_NO_FIELD, "quality"),
    ("compatible", gateways.RUST_NO_FIELD, "quality"),
    ("compatible", gateways.PYDANTIC_NO_FIELD, "quality"),
    ("compatible", gateways.PYTHON_NO_FIELD, "quality"),
    ("compatible", gateways.CLASSIC_NO_FIELD, "quality"),
]


@pytest.mark.parametrize(("name", "said", "field"), NOT_TAKEN)
async def test_a_field_that_is_not_taken_is_left_out_from_then_on(
    provider: Provider, name: str, said: Answer, field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    provider.script(script(said), answer(PNG))
    async with ImagesClient(profile_of(provider, name)) as client:
        await client.generate(CALL)
        await client.generate(CALL)
    assert [field in request.json for request in provider.requests] == [True, False, False]
    assert capsys.readouterr().out.count(f"IMAGES_OMIT_FIELDS={field}") == 1


async def test_a_size_that_xai_does_not_take_is_left_out(provider: Provider) -> None:
    provider.script(script(gateways.XAI_NO_SIZE), answer(PNG))
    call = replace(CALL, options=replace(CALL.options, size="1024x1024"))
    async with ImagesClient(profile_of(provider, "compatible")) as client:
        got = await client.generate(call)
    assert got.dropped == ("size",)
    assert len(provider.requests) == 2


async def test_a_stream_that_a_model_does_not_have_becomes_an_answer_in_one_piece(provider: Provider) -> None:
    async def watch(_: object) -> None:
        raise AssertionError("there is nothing to see")

    provider.script(script(openai.NO_STREAM), answer(PNG))
    async with ImagesClient(profile_of(provider, "openai")) as client:
        await client.generate(CALL, on_partial=watch)
    assert "stream" not in provider.requests[1].json


async def test_what_the_operator_has_to_mend_carries_the_providers_own_words(provider: Provider) -> None:
    provider.script(script(openai.UNVERIFIED))
    failure = await failure_of(profile_of(provider, "openai"))
    assert isinstance(failure, errors.OrganizationUnverified)
    assert failure.model == "gpt-image-2"
    assert "click on Verify Organization" in failure.detail


def keys(provider: Provider) -> list[str]:
    return [request.headers["Idempotency-Key"] for request in provider.requests]


@pytest.mark.parametrize("said", [comfy.IN_FLIGHT, comfy.TOO_MANY_AT_ONCE, comfy.TOO_FAST])
async def test_comfy_is_waited_for_with_the_same_key(provider: Provider, said: Answer) -> None:
    provider.script(*[script(said)] * 6, answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        assert len((await client.generate(CALL)).pictures) == 1
    assert keys(provider) == ["job-1"] * 7


async def test_comfy_is_asked_sixteen_times_when_it_is_asked_too_fast(provider: Provider) -> None:
    provider.script(script(comfy.TOO_FAST))
    assert isinstance(await failure_of(profile_of(provider, "comfy")), errors.RateLimited)
    assert len(provider.requests) == 16


@pytest.mark.parametrize("said", [comfy.KEY_CONSUMED, comfy.KEY_MISMATCH])
async def test_a_key_that_comfy_has_used_up_may_have_been_paid(provider: Provider, said: Answer) -> None:
    provider.script(script(said))
    failure = await failure_of(profile_of(provider, "comfy"))
    assert isinstance(failure, errors.ProviderDown)
    assert failure.may_have_cost
    assert len(provider.requests) == 1


async def test_a_failure_that_comfy_has_stored_is_followed_by_a_new_key(provider: Provider) -> None:
    provider.script(script(comfy.REPLAYED_FAILURE), script(comfy.DEADLINE), answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        await client.generate(CALL)
    assert keys(provider) == ["job-1", "job-1-2", "job-1-2"]


async def test_another_body_goes_under_another_key(provider: Provider) -> None:
    provider.script(script(openai.NO_BACKGROUND), answer(PNG))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        await client.generate(CALL)
    assert keys(provider) == ["job-1", "job-1-2"]


async def test_a_409_of_comfy_that_says_nothing_is_trouble_with_the_account(provider: Provider) -> None:
    provider.script(script(comfy.ACCOUNT_TROUBLE))
    assert isinstance(await failure_of(profile_of(provider, "comfy")), errors.KeyRejected)


async def test_what_comfy_charged_is_in_its_headers(provider: Provider) -> None:
    headers = {"X-Comfy-Credits-Used": "2.11", "X-Comfy-Request-Id": "r-1"}
    provider.script(replace(answer(PNG), headers=headers))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        assert (await client.generate(CALL)).cost_microusd == 10_000
    provider.script(replace(script(comfy.TOKEN_EXPIRED), headers=headers))
    failure = await failure_of(profile_of(provider, "comfy"))
    assert isinstance(failure, errors.KeyRejected)
    assert failure.request_id == "r-1"


@pytest.mark.parametrize("price", ["", "much", "NaN", "-1"])
async def test_a_price_that_cannot_be_read_is_none(provider: Provider, price: str) -> None:
    provider.script(replace(answer(PNG), headers={"X-Comfy-Credits-Used": price}))
    async with ImagesClient(profile_of(provider, "comfy")) as client:
        assert (await client.generate(CALL)).cost_microusd is None


async def test_a_format_that_the_account_may_not_have_is_not_asked_for_again_within_the_hour(
    provider: Provider,
) -> None:
    provider.script(script(openai.NO_GIF))
    call = replace(CALL, options=Options(model="gpt-image-2.6-flare", output_format=OutputFormat.GIF))
    now = [0.0]
    async with ImagesClient(profile_of(provider, "openai"), clock=lambda: now[0]) as client:
        for now[0] in (0.0, 3599.0):
            with pytest.raises(errors.FormatNotGranted):
                await client.generate(call)
        provider.script(answer(PNG))
        await client.generate(CALL)
        assert len(provider.requests) == 2
        assert client.ungranted() == {("gpt-image-2.6-flare", "gif")}
        now[0] = 3600.0
        await client.generate(call)
    assert len(provider.requests) == 3


async def test_a_prompt_that_sounds_like_a_refusal_is_none(provider: Provider) -> None:
    prompt = "a sign that says: rejected by our safety system for violating the content policy"
    refused = Answer(status=500, body=f'{{"error": "could not draw {prompt}"}}'.encode(), seen="made up")
    provider.script(script(refused))
    failure = await failure_of(profile_of(provider, "openai"), replace(CALL, prompt=prompt))
    assert type(failure) is errors.ProviderDown


async def test_a_refusal_that_litellm_wraps_in_a_500_is_a_refusal(provider: Provider) -> None:
    wrapped = error(
        500,
        "litellm.APIError: APIError: OpenAIException - Your request was rejected by the safety system.",
        type_="internal_server_error",
        code="500",
        seen="LiteLLM 1.108.7, put together",
    )
    provider.script(script(wrapped))
    assert type(await failure_of(profile_of(provider, "compatible"))) is errors.ContentRefused
    assert len(provider.requests) == 1
