"""The settings: their documentation, their defaults and their checks."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.domain.budget import Budget, Period, Scope, Unit
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
    assert "-secret" not in repr(settings)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"default_n": 5, "max_n": 4}, "DEFAULT_N (5) is over MAX_N (4)"),
        ({"max_n": 11}, "less than or equal to 10"),
        (
            {"default_quality": "max", "images_model": "gpt-image-2"},
            "DEFAULT_QUALITY doesn't work with gpt-image-2: choose one of auto, low, medium, high",
        ),
        ({"images_headers": "x-key hush"}, "write each as name=value"),
        ({"images_query": "hush"}, "write each as name=value"),
        ({"secrets_key": "hush"}, "each must be 32 bytes in Base64"),
        ({"models_file": "/nowhere/models.toml"}, "Easel can't use MODELS_FILE /nowhere/models.toml"),
        ({"default_background": "transparent", "default_format": "jpeg"}, "don't work together"),
        ({"discord_api_url": "discord.com/api"}, "begins with http:// or https://"),
        ({"discord_gateway_url": "https://gateway.example"}, "begins with ws:// or wss://"),
        ({"images_provider": "midjourney"}, "'demo', 'openai', 'comfy', 'azure', 'litellm', 'compatible', 'xai'"),
        ({"images_aliases": "gpt-image-2"}, "model=the provider's name"),
        ({"discord_cdn_hosts": "http://"}, "scheme://host:port"),
        ({"discord_cdn_hosts": "http://a/b"}, "scheme://host:port"),
        ({"discord_token": "two words"}, "contains spaces"),
        ({"discord_token": "tok\nen"}, "contains spaces"),
        ({"database_url": "mysql://localhost/easel"}, "begins with postgresql://, postgres://"),
        ({"database_url": "easel.sqlite3"}, "begins with postgresql://, postgres://"),
        ({"blob_url": "ftp://bucket"}, "begins with s3://, gs://, az://, file://"),
        ({"jobs_concurrency": 0}, "greater than or equal to 1"),
        ({"jobs_concurrency": 1001}, "less than or equal to 1000"),
        ({"jobs_per_process": 0}, "greater than or equal to 1"),
        ({"jobs_per_user": 0}, "greater than or equal to 1"),
        ({"queue_limit": -1}, "greater than or equal to 1"),
        ({"images_per_minute": 0}, "greater than or equal to 1"),
        ({"partial_images": 4}, "less than or equal to 3"),
        ({"history_days": 0}, "greater than or equal to 1"),
        ({"budgets": "user/week=$1"}, "'user/week=$1' is no budget: write user/day=$0.50 or"),
        ({"budgets": "user/day=$1, server/day=five pictures"}, "'server/day=five pictures' is no budget"),
    ],
)
def test_a_wrong_setting_is_named(values: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        load(**values)


def test_budgets_are_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGETS", "user/day=$0.50, server/month=500 pictures,")
    assert load().budgets == (
        Budget(Scope.USER, Period.DAY, Unit.MICROUSD, 500_000),
        Budget(Scope.SERVER, Period.MONTH, Unit.PICTURES, 500),
    )


def test_dollars_in_the_env_file_stay_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    for line in ("BUDGETS='user/day=$2'", "BUDGETS=user/day=$2"):
        file.write_text(line, encoding="utf-8")
        budgets = Settings(_env_file=file).budgets  # type: ignore[call-arg]
        assert budgets == (Budget(Scope.USER, Period.DAY, Unit.MICROUSD, 2_000_000),)


def test_quotes_that_kubectl_leaves_around_a_value_are_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGETS", "'user/day=$0.50, server/month=500 pictures'")
    monkeypatch.setenv("IMAGES_API_KEY", '"sk-1\'2"')
    monkeypatch.setenv("MODELS_FILE", "''")
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    assert [one.scope for one in settings.budgets] == ["user", "server"]
    assert settings.images_api_key is not None
    assert settings.images_api_key.get_secret_value() == "sk-1'2"


def test_only_the_free_demo_shows_partial_pictures_unasked() -> None:
    assert load().partials == 2
    assert load(partial_images=0).partials == 0
    assert load(images_provider="openai", images_api_key="k").partials == 0
    assert load(images_provider="openai", images_api_key="k", partial_images="3").partials == 3
    assert load(images_provider="openai", images_api_key="k", partial_images="").partials == 0


@pytest.mark.parametrize("name", ["database_url", "blob_url"])
def test_an_address_that_may_hold_a_password_does_not_show(name: str) -> None:
    good = {"database_url": "postgresql://easel:hush@db.example/easel", "blob_url": "s3://hush"}[name]
    assert "hush" not in repr(load(**{name: good}))
    with pytest.raises(ValidationError) as refused:
        load(**{name: "nowhere://easel:hush@db.example"})
    assert "hush" not in "".join(error["msg"] for error in refused.value.errors())


def test_all_known_models_may_be_chosen_unless_some_are_named() -> None:
    everything = load().enabled_models
    assert everything[0] == "gpt-image-2.5-flare"
    assert "gpt-image-1" in everything
    assert load(images_model="a", images_models="b,a").enabled_models == ("a", "b")


def test_azure_offers_no_model_that_was_not_named() -> None:
    assert load(images_provider="azure", images_model="gpt-image-1").enabled_models == ("gpt-image-1",)


def test_openai_offers_no_model_that_it_has_shut_down() -> None:
    offered = load(images_provider="openai").enabled_models
    assert "gpt-image-1" not in offered
    assert "gpt-image-2" in offered
    assert "gpt-image-1" in load(images_provider="openai", images_models="gpt-image-1").enabled_models


def test_a_server_of_ones_own_offers_its_own_model_alone() -> None:
    assert load(images_provider="sdcpp", images_model="flux").enabled_models == ("flux",)


def test_headers_and_a_query_are_read_and_shown_to_nobody() -> None:
    settings = load(images_headers="x-portkey-api-key=hush=1, OpenAI-Project: proj_1", images_query="tenant=a")
    assert settings.headers == {"x-portkey-api-key": "hush=1", "OpenAI-Project": "proj_1"}
    assert settings.query == {"tenant": "a"}
    assert "hush" not in repr(settings)


def test_a_file_of_models_has_the_last_word(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text('default = "mine"\n[models.mine]\nalias = "theirs"\n')
    settings = load(models_file=str(file))
    assert settings.images_model == "mine"
    assert settings.enabled_models[0] == "mine"
    assert settings.aliases == {"mine": "theirs"}
    assert load(models_file=str(file), images_aliases="mine=other").aliases == {"mine": "other"}


def test_shards_of_a_process_are_named_as_numbers_and_ranges() -> None:
    assert load(shard_count=40, shard_ids="0-2, 32").shard_ids == (0, 1, 2, 32)
    for values in ({"shard_ids": "0-2"}, {"shard_ids": "0-2", "shard_count": 2}, {"shard_ids": "a", "shard_count": 2}):
        with pytest.raises(ValidationError):
            load(**values)
