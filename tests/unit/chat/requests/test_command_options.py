"""The options of /imagine and /edit: in the order in which Discord shows them, and read as they are given."""

from typing import Any

import pytest
from discord import AppCommandOptionType, app_commands

from bot.chat.requests.options import IMAGES_AT_MOST, to_request
from cogs.edit import Edit
from cogs.imagine import Imagine

PICTURE = ["quality", "size", "background", "n", "model", "seed", "format"]
IMAGES = [f"image{number}" for number in range(2, IMAGES_AT_MOST + 1)]
GIVEN = {
    "prompt": "a fox",
    "n": 2,
    "output_format": "webp",
    "quality": None,
    "private": True,
    "spoiler": False,
}


@pytest.mark.parametrize(
    ("command", "names"),
    [
        (Imagine.imagine, ["prompt", *PICTURE, "private", "spoiler"]),
        (Edit.edit, ["prompt", "image", "mask", *IMAGES, *PICTURE, "fidelity", "private", "spoiler", "preview"]),
    ],
)
def test_the_options_come_in_their_order(command: app_commands.Command[Any, ..., None], names: list[str]) -> None:
    assert [one.display_name for one in command.parameters] == names
    assert len(names) <= 25
    assert [one.display_name for one in command.parameters if one.required] == [
        one for one in ("prompt", "image") if one in names
    ]


def test_models_are_completed_and_the_highest_n_is_a_setting() -> None:
    options = {one.name: one for one in Imagine.imagine.parameters}
    assert options["model"].autocomplete
    assert (options["n"].type, options["n"].max_value) == (AppCommandOptionType.integer, None)


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
