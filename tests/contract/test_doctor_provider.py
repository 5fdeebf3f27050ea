"""What doctor finds of a provider, tried against what providers say."""

import base64
import json
from pathlib import Path

import pytest

from bot.doctor.address import examine_address
from bot.doctor.paid import estimate_paid, examine_paid
from bot.doctor.provider import examine_provider
from bot.settings import Settings
from tests.contract.scripted import PNG, End, Provider, Script, answer, reply
from tests.standin.providers import azure, litellm, openai
from tests.standin.providers.body import Answer


def script(one: Answer) -> Script:
    return Script(status=one.status, pieces=(one.body,), headers=one.headers, content_type=one.content_type)


def settings(provider: str, base_url: str | None, **more: object) -> Settings:
    values = {"images_provider": provider, "images_base_url": base_url, "images_api_key": "sk-test", **more}
    return Settings(_env_file=None, **values)  # type: ignore[arg-type,call-arg]


async def found(wanted: Settings) -> str:
    return "\n".join([f"{one.verdict.value} {one.text}" async for one in examine_provider(wanted)])


async def test_a_base_without_its_version_is_named_with_the_right_one(provider: Provider) -> None:
    provider.script(script(openai.WRONG_PATH))
    provider.put("/v1/models", reply({"data": [{"id": "gpt-image-2.5-flare"}]}))
    told = await found(settings("openai", provider.origin))
    assert f"BAD The provider openai answers at another path. Set IMAGES_BASE_URL={provider.origin}/v1." in told


async def test_a_server_that_shows_a_page_at_any_path_is_looked_at_under_its_version(provider: Provider) -> None:
    provider.script(Script(pieces=(b"<!doctype html><title>New API</title>",), content_type="text/html"))
    provider.put("/v1/models", reply({"data": [{"id": "gpt-image-2.5-flare"}]}))
    told = await found(settings("compatible", provider.origin))
    assert f"BAD The provider compatible answers at another path. Set IMAGES_BASE_URL={provider.origin}/v1." in told


async def test_a_path_in_the_base_is_named_with_the_right_one(provider: Provider) -> None:
    provider.script(script(openai.WRONG_PATH))
    provider.put("/v1/models", reply({"data": [{"id": "gpt-image-2.5-flare"}]}))
    told = await found(settings("openai", f"{provider.base_url}/images/generations"))
    assert f"BAD IMAGES_BASE_URL goes too far. Set IMAGES_BASE_URL={provider.base_url}." in told


@pytest.mark.parametrize(
    "base_url",
    [
        "https://res.openai.azure.com/openai/deployments/mine",
        "https://res.openai.azure.com/openai/deployments/mine/images/generations",
        "https://res.openai.azure.com/openai/deployments/mine/images/edits?api-version=2025-04-01-preview",
    ],
)
def test_a_deployment_in_azures_address_is_named(base_url: str) -> None:
    [finding] = examine_address(settings("azure", base_url))
    told = finding.text
    assert "Set IMAGES_BASE_URL=https://res.openai.azure.com/openai and IMAGES_MODEL=mine" in told


@pytest.mark.parametrize("call", ["images", "images/edits/", "images/generations?a=b", "models", "chat/completions"])
def test_any_path_of_a_call_in_the_base_is_named(call: str) -> None:
    [finding] = examine_address(settings("compatible", f"http://host:8080/v1/{call}"))
    assert finding.text.endswith("Set IMAGES_BASE_URL=http://host:8080/v1.")


@pytest.mark.parametrize("base_url", ["http://images.host/v1", "http://host/images-api/v1", "http://host/models/v1"])
def test_an_address_that_only_sounds_like_a_call_is_right(base_url: str) -> None:
    assert list(examine_address(settings("compatible", base_url))) == []


@pytest.mark.parametrize("path", ["", "/openai", "/openai/v1"])
async def test_azures_three_addresses_are_all_right(provider: Provider, path: str) -> None:
    provider.script(script(openai.NO_PROMPT))
    told = await found(settings("azure", f"{provider.origin}{path}", images_model="mine"))
    assert "ok The provider azure accepts the path, the key and the model mine (tried without a prompt)." in told
    assert "BAD" not in told


async def test_azure_without_the_deployment_says_so(provider: Provider) -> None:
    provider.script(reply({"data": []}), script(azure.NO_DEPLOYMENT))
    told = await found(settings("azure", provider.origin))
    assert "BAD The provider azure doesn't have the model gpt-image-2.5-flare. Set IMAGES_MODEL or" in told


async def test_a_wrong_key_at_litellm_without_a_database_is_a_wrong_key(provider: Provider) -> None:
    provider.script(script(litellm.WRONG_KEY))
    told = await found(settings("litellm", provider.base_url))
    assert "BAD The provider litellm rejects the key" in told
    assert "No connected db." in told


async def test_a_budget_that_is_spent_is_told(provider: Provider) -> None:
    provider.script(script(litellm.BUDGET_SPENT))
    assert "the key's budget is used up" in await found(settings("litellm", provider.base_url))


async def test_models_that_are_offered_and_not_there_are_named(provider: Provider) -> None:
    provider.script(reply({"data": [{"id": "one"}]}))
    wanted = settings("litellm", provider.base_url, images_model="one", images_models="two")
    told = await found(wanted)
    assert "ok The provider litellm accepts the key and has the model one." in told
    assert "note The provider litellm doesn't list these models, which people can choose: two." in told


async def test_a_key_that_may_not_see_the_list_may_still_draw(provider: Provider) -> None:
    provider.put("/v1/models", script(openai.NO_MODELS_SCOPE))
    provider.script(script(openai.NO_PROMPT))
    told = await found(settings("openai", provider.base_url))
    assert "ok The provider openai accepts the path, the key and the model" in told
    assert "BAD" not in told


async def test_what_could_not_be_tried_is_said(provider: Provider) -> None:
    provider.script(reply({"detail": "Not Found"}, status=404))
    told = await found(settings("vllm", provider.base_url, images_model="flux"))
    assert "the path, key and model with vllm" in told
    assert [request.method for request in provider.requests] == ["GET"]


def token(expires: int) -> str:
    claims = base64.urlsafe_b64encode(json.dumps({"exp": expires}).encode()).decode().rstrip("=")
    return f"e30.{claims}.c2ln"


def test_a_token_of_comfy_that_expired_is_named() -> None:
    [finding] = examine_address(settings("comfy", None, images_api_key=token(1_700_000_000)))
    assert finding.text.startswith("IMAGES_API_KEY is a Comfy token that expired on 2023-11-14")
    [finding] = examine_address(settings("comfy", None, images_api_key=token(4_000_000_000)))
    assert "expires on 2096-10-02" in finding.text
    for key in ("comfyui-abc", "a.b.c", "e30.e30.c2ln"):
        assert list(examine_address(settings("comfy", None, images_api_key=key))) == []


async def paid(wanted: Settings) -> str:
    return "\n".join([f"{one.verdict.value} {one.text}" async for one in examine_paid(wanted)])


async def test_one_picture_tells_what_it_cost(provider: Provider, tmp_path: Path) -> None:
    del tmp_path
    usage = {"input_tokens": 10, "output_tokens": 280, "input_tokens_details": {"text_tokens": 10, "image_tokens": 0}}
    provider.script(answer(PNG, usage=usage))
    wanted = settings("openai", provider.base_url)
    assert estimate_paid(wanted) == "about $0.0084"
    assert "ok The provider openai made a picture with gpt-image-2.5-flare, for $0.0084." in await paid(wanted)
    assert (provider.requests[0].json["n"], provider.requests[0].json["quality"]) == (1, "low")


async def test_a_picture_that_failed_carries_the_providers_words(provider: Provider) -> None:
    provider.script(script(openai.UNVERIFIED))
    assert "OrganizationUnverified (Your organization must be verified" in await paid(
        settings("openai", provider.base_url)
    )


async def test_nobody_there_is_told(provider: Provider) -> None:
    provider.script(Script(status=None, end=End.CUT))
    assert "BAD The provider openai doesn't answer" in await found(settings("openai", provider.base_url))
