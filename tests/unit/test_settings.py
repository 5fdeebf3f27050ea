"""The settings: their documentation, their defaults and their checks."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.domain.options import Background, Quality
from bot.settings import Settings

ROOT = Path(__file__).parents[2]


def load(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type,call-arg]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def documented() -> dict[str, str]:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", text, flags=re.MULTILINE))


def test_every_setting_is_in_the_example_file_and_nothing_else_is() -> None:
    assert sorted(documented()) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_file_shows_the_defaults() -> None:
    assert Settings(_env_file=ROOT / ".env.example") == load()  # type: ignore[call-arg]


def test_every_setting_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in documented() if f"`{name}`" not in readme] == []


def test_the_defaults_are_those_of_the_reference() -> None:
    options = load().default_options
    assert (options.quality, options.background, options.size, options.n) == (
        Quality.LOW,
        Background.OPAQUE,
        "auto",
        1,
    )


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_CDN_HOSTS", "http://127.0.0.1:8080, mirror.example")
    monkeypatch.setenv("IMAGES_ALIASES", "gpt-image-2 = pictures , gpt-image-1=old")
    monkeypatch.setenv("MAX_N", "4")
    settings = load()
    assert settings.discord_cdn_hosts == ("http://127.0.0.1:8080", "mirror.example")
    assert settings.aliases == {"gpt-image-2": "pictures", "gpt-image-1": "old"}
    assert settings.max_n == 4


def test_an_empty_setting_is_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    monkeypatch.setenv("IMAGES_BASE_URL", "")
    assert load().discord_token is None
    assert load().images_base_url is None


def test_an_address_alone_is_a_server_of_ones_own() -> None:
    assert load(images_base_url="http://127.0.0.1:1/v1").images_provider == "compatible"
    assert load(images_base_url="http://127.0.0.1:1/v1", images_provider="demo").images_provider == "demo"


def test_capitals_do_not_matter_where_words_are_chosen() -> None:
    settings = load(images_provider="OpenAI", log_level="DEBUG", default_quality="High", default_format="PNG")
    assert (settings.images_provider, settings.log_level, settings.default_quality) == ("openai", "debug", "high")


def test_secrets_do_not_show() -> None:
    settings = load(discord_token="very-secret", images_api_key="sk-secret")
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"default_n": 5, "max_n": 4}, "DEFAULT_N (5) is over MAX_N (4)"),
        ({"max_n": 11}, "less than or equal to 10"),
        ({"default_quality": "max"}, "DEFAULT_QUALITY does not fit gpt-image-2: choose one of auto, low, medium, high"),
        ({"default_background": "transparent", "default_format": "jpeg"}, "do not go together"),
        ({"discord_api_url": "discord.com/api"}, "begins with http:// or https://"),
        ({"discord_gateway_url": "https://gateway.example"}, "begins with ws:// or wss://"),
        ({"images_provider": "midjourney"}, "'demo', 'openai', 'comfy', 'azure', 'litellm' or 'compatible'"),
        ({"images_aliases": "gpt-image-2"}, "model=name at the provider"),
        ({"discord_cdn_hosts": "http://"}, "scheme://host:port"),
        ({"discord_cdn_hosts": "http://a/b"}, "scheme://host:port"),
        ({"discord_token": "two words"}, "holds white space"),
        ({"discord_token": "tok\nen"}, "holds white space"),
    ],
)
def test_a_wrong_setting_is_named(values: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        load(**values)


def test_all_known_models_may_be_chosen_unless_some_are_named() -> None:
    everything = load().enabled_models
    assert everything[0] == "gpt-image-2"
    assert "gpt-image-1" in everything
    assert load(images_model="a", images_models="b,a").enabled_models == ("a", "b")


def test_azure_offers_no_model_that_was_not_named() -> None:
    assert load(images_provider="azure", images_model="gpt-image-1").enabled_models == ("gpt-image-1",)
