"""What a request takes over from the picture behind it: as far as it goes with what is asked for anew."""

from typing import Any

import pytest

from bot.chat.requests.user_request import Choices, NamedBlob, UserRequest
from bot.domain.models import load_catalogue
from bot.domain.offer import Offer
from bot.domain.options import Options, OutputFormat
from bot.domain.server import ServerSettings

FLARE = "gpt-image-2.6-flare"
ANIMATION = Choices(model=FLARE, output_format="gif", frames=4, frame_ms=100, size="512x288")


def options(request: UserRequest, **defaults: int | str) -> Options:
    offer = Offer(settings=ServerSettings(), catalogue=load_catalogue(), enabled=(FLARE, "gpt-image-2"), most=8)
    return request.to_options(Options(model=FLARE, **defaults), offer)  # type: ignore[arg-type]


def test_an_animation_is_changed_into_another_one() -> None:
    made = options(UserRequest(prompt="x", choices=Choices(), like=ANIMATION))
    assert (made.output_format, made.frames, made.frame_ms, made.size) == (OutputFormat.GIF, 4, 100, "512x288")


@pytest.mark.parametrize(
    "request_",
    [
        UserRequest(prompt="x", choices=Choices(), like=ANIMATION, mask=NamedBlob("mask", "blob")),
        UserRequest(prompt="x", choices=Choices(model="gpt-image-2"), like=ANIMATION),
    ],
)
def test_with_a_mask_or_another_model_it_is_a_still_picture(request_: UserRequest) -> None:
    made = options(request_)
    assert (made.output_format, made.frames, made.frame_ms) == (OutputFormat.PNG, None, None)
    assert made.size == "auto"


def test_of_an_svg_there_is_one_where_nobody_said_how_many() -> None:
    assert options(UserRequest(prompt="x", choices=Choices(output_format="svg")), n=4).n == 1
    assert options(UserRequest(prompt="x", choices=Choices(output_format="svg", n=2)), n=4).n == 2


@pytest.mark.parametrize(
    ("chosen", "like", "size"),
    [
        # A default, or what the picture behind has, asks for no animation that cannot be made.
        ({}, None, "auto"),
        ({}, "1536x1024", "auto"),
        ({"frames": 2}, "512x512", "512x512"),
        ({"size": "portrait"}, None, "288x512"),
        ({"size": "1536x1024"}, None, "1536x1024"),
    ],
)
def test_an_animation_has_a_size_that_its_frames_can_have(chosen: dict[str, Any], like: str | None, size: str) -> None:
    request = UserRequest(prompt="x", choices=Choices(output_format="gif", **chosen), like=Choices(size=like))
    assert options(request, size="2048x2048").size == size
