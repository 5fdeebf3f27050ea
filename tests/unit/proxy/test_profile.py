"""Profiles of providers."""

import pytest
from yarl import URL

from bot.proxy.profile import PROVIDERS, build_profile


def test_the_profiles_say_what_each_provider_takes() -> None:
    profiles = {name: build_profile(name, base_url="http://127.0.0.1:9/v1", api_key="k") for name in PROVIDERS}

    def those(answer: str) -> set[str]:
        return {name for name, profile in profiles.items() if getattr(profile, answer)}

    assert {name for name, profile in profiles.items() if "seed" not in profile.omitted} == {"demo"}
    assert those("streams") == {"demo", "openai", "azure"}
    assert those("takes_idempotency_key") == {"demo", "comfy"}
    assert those("sparse") == set(PROVIDERS) - {"demo", "openai", "comfy", "azure", "litellm"}
    assert those("forwards") == {"comfy", "litellm"}
    assert those("mask_applies_to_first") == {"demo", "openai", "azure"}
    assert those("free") == {"demo"}
    assert those("edits") == set(PROVIDERS) - {"gemini", "together", "localai"}
    assert those("takes_mask") == those("edits") - {"xai", "ollama", "xinference"}
    assert those("takes_markup") == {"demo", "openai", "azure", "comfy"}
    assert {(one.connect_timeout_seconds, one.total_timeout_seconds) for one in profiles.values()} == {(5, 600)}


def test_the_addresses_are_those_of_the_facts() -> None:
    openai = build_profile("openai", api_key="k")
    assert openai.images_url("generations", "m") == URL("https://api.openai.com/v1/images/generations")
    comfy = build_profile("comfy", api_key="k")
    assert comfy.images_url("edits", "m") == URL("https://api.comfy.org/proxy/openai/images/edits")


def test_azures_newer_address_has_the_deployment_in_the_body_and_no_version() -> None:
    profile = build_profile("azure", base_url="https://res.openai.azure.com/openai/v1/", api_key="k")
    assert profile.images_url("edits", "m") == URL("https://res.openai.azure.com/openai/v1/images/edits")
    dated = build_profile(
        "azure", base_url="https://res.openai.azure.com/openai/v1", api_key="k", api_version="preview"
    )
    assert dated.images_url("edits", "m").query == {"api-version": "preview"}


def test_headers_and_a_query_go_along_and_are_in_no_text() -> None:
    profile = build_profile(
        "compatible",
        base_url="https://gateway.example/v1",
        api_key="k",
        headers={"x-portkey-api-key": "pk-secret-0123456789abcdef"},
        query={"tenant": "t-secret-0123456789abcdef"},
    )
    assert profile.auth_headers() == {"Authorization": "Bearer k", "x-portkey-api-key": "pk-secret-0123456789abcdef"}
    assert profile.images_url("edits", "m").query == {"tenant": "t-secret-0123456789abcdef"}
    assert "secret" not in repr(profile)
    assert len(profile.secrets) == 2
    with pytest.raises(ValueError, match="no header can carry"):
        build_profile("compatible", base_url="https://gateway.example/v1", headers={"x-key": "ü"})


@pytest.mark.parametrize("base_url", ["https://res.openai.azure.com", "https://res.openai.azure.com/openai/"])
def test_azure_takes_its_address_with_and_without_its_path(base_url: str) -> None:
    profile = build_profile("azure", base_url=base_url, api_key="k", api_version="2026-01-01")
    url = URL("https://res.openai.azure.com/openai/deployments/gpt-image-2/images/edits?api-version=2026-01-01")
    assert profile.images_url("edits", "gpt-image-2") == url


@pytest.mark.parametrize(
    ("provider", "base_url", "api_key", "says"),
    [
        ("midjourney", "https://example.org", "k", "choose one of demo, openai"),
        ("azure", None, "k", "'azure' needs a base URL"),
        ("azure", "https://res.openai.azure.com", None, "'azure' needs an API key"),
        ("openai", None, None, "'openai' needs an API key"),
        ("openai", None, "  ", "'openai' needs an API key"),
        ("comfy", None, None, "'comfy' needs an API key"),
        ("litellm", None, "k", "'litellm' needs a base URL"),
        ("compatible", None, None, "'compatible' needs a base URL"),
        ("demo", None, None, "'demo' needs a base URL"),
        ("compatible", "ftp://example.org", None, "http:// or https://"),
        ("compatible", "http://", None, "http:// or https://"),
        ("compatible", "http://[", None, "cannot be read"),
        ("compatible", "http://me:secret@example.org/v1", None, "must not hold a user"),
        ("compatible", "http://example.org/v1?key=secret", None, "must not hold a user"),
        ("openai", None, "sk-secret\nx", "no header can carry"),
        ("openai", None, "sk-secret-ü", "no header can carry"),
    ],
)
def test_what_is_missing_or_wrong_is_said_without_secrets(
    provider: str, base_url: str | None, api_key: str | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        build_profile(provider, base_url=base_url, api_key=api_key)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("send", "omit"), [(("sede",), ()), ((), ("prompt",)), ((), ("odd",)), (("prompt=x",), ()), (("model",), ())]
)
def test_a_field_that_cannot_be_switched_is_refused(send: tuple[str, ...], omit: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="field"):
        build_profile("openai", api_key="k", send_fields=send, omit_fields=omit)


def test_fields_are_switched_and_fixed() -> None:
    profile = build_profile(
        "litellm",
        base_url="http://127.0.0.1:4000/v1",
        send_fields=("seed", "stream", "moderation=low", "steps=20", "fast=true", "tags=[1]"),
        omit_fields=("mask", "quality"),
    )
    assert profile.edits
    assert not profile.takes_mask
    assert profile.omitted == {"mask", "markup", "quality", "stream", "partial_images"}
    assert profile.sent == {"moderation": "low", "steps": 20, "fast": True, "tags": "[1]"}


def test_a_server_that_streams_is_asked_to_when_somebody_says_so() -> None:
    assert build_profile("compatible", base_url="http://127.0.0.1:8000/v1", send_fields=("stream",)).streams
    assert not build_profile("litellm", base_url="http://127.0.0.1:4000/v1", send_fields=("stream",)).streams


def test_no_partial_pictures_without_either_field() -> None:
    assert not build_profile("openai", api_key="k", omit_fields=("partial_images",)).streams


def test_the_key_is_in_no_text_of_a_profile() -> None:
    assert "sk-secret" not in repr(build_profile("openai", api_key="sk-secret"))


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://api.openai.com/other/path?x=1", True),
        ("https://api.openai.com:443/", True),
        ("http://api.openai.com/", False),
        ("https://api.openai.com:8443/", False),
        ("https://api.openai.com.example.org/", False),
        ("https://files.openai.com/", False),
        ("/relative", False),
    ],
)
def test_an_address_is_the_providers_own_by_scheme_host_and_port(address: str, own: bool) -> None:  # noqa: FBT001
    assert build_profile("openai", api_key="k").is_own(URL(address)) is own
