"""Which models are offered: of those that the settings name, those that the provider has."""

import pytest
from structlog.testing import capture_logs

from bot.settings import Settings
from bot.wiring.provider import choose_models, fetch_listed, read_profile
from tests.standin.provider import ImagesProvider

LITELLM = {"images_provider": "litellm", "images_base_url": "http://127.0.0.1:9/v1", "images_api_key": "k"}


@pytest.mark.parametrize(
    ("settings", "listed", "offered"),
    [
        ({}, {"gpt-image-1.5", "gpt-4o"}, ["gpt-image-1.5"]),
        ({}, {"our-pictures"}, ["our-pictures"]),
        ({"images_aliases": "gpt-image-2=our-pictures"}, {"our-pictures", "gpt-4o"}, ["gpt-image-2"]),
        ({"images_models": "gpt-image-2,mine"}, {"mine", "other"}, ["mine"]),
        # A list that names nothing of ours may not be one of what can be drawn with.
        ({"images_models": "gpt-image-2"}, {"gpt-4o"}, ["gpt-image-2.5-flare", "gpt-image-2"]),
        ({"images_models": "gpt-image-2"}, None, ["gpt-image-2.5-flare", "gpt-image-2"]),
    ],
)
def test_what_the_provider_lists_is_offered(
    settings: dict[str, str], listed: set[str] | None, offered: list[str]
) -> None:
    own = Settings(_env_file=None, **LITELLM, **settings)  # type: ignore[arg-type,call-arg]
    assert list(choose_models(own, read_profile(own), None if listed is None else frozenset(listed))) == offered


OPENAI = {"images_provider": "openai", "images_api_key": "k"}


@pytest.mark.parametrize(
    ("settings", "listed", "offered"),
    [
        # Shut down at OpenAI on 2026-10-23, whatever its list says and whoever names it.
        ({"images_models": "gpt-image-1,gpt-image-2"}, None, ["gpt-image-2.5-flare", "gpt-image-2"]),
        ({"images_model": "gpt-image-1-2025-04-23", "images_models": "gpt-image-2"}, None, ["gpt-image-2"]),
        ({"images_models": "gpt-image-1"}, {"gpt-image-1", "gpt-image-2.5-flare"}, ["gpt-image-2.5-flare"]),
        ({"images_model": "gpt-image-1", "images_models": "gpt-image-1"}, None, ["gpt-image-1"]),
        # What stands behind a name of ours is another model.
        (
            {"images_model": "gpt-image-1", "images_models": "gpt-image-1", "images_aliases": "gpt-image-1=x"},
            {"x"},
            ["gpt-image-1"],
        ),
    ],
)
def test_a_model_that_openai_has_shut_down_is_not_offered_there(
    settings: dict[str, str], listed: set[str] | None, offered: list[str]
) -> None:
    own = Settings(_env_file=None, **OPENAI, **settings)  # type: ignore[arg-type,call-arg]
    assert list(choose_models(own, read_profile(own), None if listed is None else frozenset(listed))) == offered


def test_a_list_with_none_of_ours_is_told_with_what_to_do() -> None:
    own = Settings(_env_file=None, **LITELLM, images_models="gpt-image-2")  # type: ignore[arg-type,call-arg]
    with capture_logs() as lines:
        choose_models(own, read_profile(own), frozenset({"gpt-4o", "flux"}))
    [line] = lines
    assert (line["event"], line["missing"], line["listed"]) == (
        "models_not_listed",
        ["gpt-image-2"],
        ["flux", "gpt-4o"],
    )
    assert "IMAGES_ALIASES" in line["mend"]


async def test_the_list_is_read_at_the_start() -> None:
    async with ImagesProvider() as provider:
        own = Settings(_env_file=None, images_base_url=provider.url)  # type: ignore[call-arg]
        assert await fetch_listed(own) == frozenset({"gpt-image-2.5-flare", "gpt-image-2"})


async def test_a_provider_that_is_not_there_holds_no_start_up() -> None:
    own = Settings(_env_file=None, images_base_url="http://127.0.0.1:9/v1")  # type: ignore[call-arg]
    assert await fetch_listed(own) is None
