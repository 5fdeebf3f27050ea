"""The options of /imagine and /edit: in the order in which Discord shows them, and read as they are given."""

from typing import Any

import pytest
from discord import AppCommandOptionType, app_commands

from bot.chat.requests.options import IMAGES_AT_MOST, to_request
from bot.domain.models import Model, load_catalogue
from cogs.edit import Edit
from cogs.imagine import Imagine

PICTURE = ["quality", "size", "background", "n", "model", "seed", "format", "complexity", "frames", "frame_ms"]
EDIT = ["aspect", "area", "fidelity"]
IMAGES = [f"image{number}" for number in range(2, IMAGES_AT_MOST + 1)]
GIVEN = {
    "prompt": "a fox",
    "n": 2,
    "output_format": "webp",
    "quality": None,
    "private": True,
    "spoiler": False,
}


CATALOGUE = load_catalogue()
NEWEST, FLARE, SECOND, FIRST = (
    CATALOGUE.find(name) for name in ("gpt-image-2.6-flare", "gpt-image-2.5-flare", "gpt-image-2", "gpt-image-1.5")
)


NOTHING: Any = None


def imagine(*models: Model) -> dict[str, app_commands.Parameter]:
    """List the options of /imagine where these models can be chosen."""
    cog = Imagine(NOTHING, suggestions=NOTHING, models=models, n_limit=8)
    return {one.display_name: one for one in cog.imagine.parameters}


def edit(*models: Model) -> dict[str, app_commands.Parameter]:
    """List the options of /edit where these models can be chosen."""
    cog = Edit(NOTHING, NOTHING, suggestions=NOTHING, models=models, n_limit=8)
    return {one.display_name: one for one in cog.edit.parameters}


@pytest.mark.parametrize(
    ("command", "names"),
    [
        (imagine, ["prompt", *PICTURE, "private", "spoiler"]),
        (
            edit,
            [
                "prompt",
                "image",
                "mask",
                *IMAGES,
                *PICTURE[:-3],
                "aspect",
                "area",
                "fidelity",
                "private",
                "spoiler",
                "preview",
            ],
        ),
    ],
)
def test_the_options_come_in_their_order_and_are_no_more_than_discord_takes(command: Any, names: list[str]) -> None:
    parameters = command(NEWEST, FIRST)
    assert list(parameters) == names
    assert len(names) <= 25
    assert [name for name, one in parameters.items() if one.required] == [
        one for one in ("prompt", "image") if one in names
    ]


def test_what_no_model_has_is_not_shown() -> None:
    parameters = edit(SECOND)
    assert [one.value for one in parameters["quality"].choices] == ["auto", "low", "medium", "high"]
    assert [one.value for one in parameters["background"].choices] == ["auto", "opaque"]
    assert not parameters.keys() & {"model", "complexity", "frames", "frame_ms", "fidelity"}


def test_what_one_of_several_models_has_is_shown() -> None:
    parameters = imagine(SECOND, FLARE)
    assert "max" in {one.value for one in parameters["quality"].choices}
    assert "model" in parameters
    assert "gif" not in {one.value for one in parameters["format"].choices}


def test_models_and_sizes_are_completed_and_the_highest_n_is_a_setting() -> None:
    options = imagine(NEWEST, FIRST)
    assert options["model"].autocomplete
    assert options["size"].autocomplete
    assert (options["n"].type, options["n"].max_value) == (AppCommandOptionType.integer, 8)


def test_options_left_alone_are_no_choices() -> None:
    request = to_request(GIVEN)
    assert (request.prompt, request.private, request.spoiler) == ("a fox", True, False)
    assert (request.choices.n, request.choices.output_format, request.choices.quality) == (2, "webp", None)
    assert (request.images, request.mask) == ((), None)


def test_files_are_named_by_their_options() -> None:
    files = {"image": object(), "image2": None, "image3": object(), "mask": object()}
    request = to_request({**GIVEN, **files})
    assert [one.label for one in request.images] == ["image", "image3"]
    assert request.mask is not None
    assert request.mask.label == "mask"
