"""What a request takes over from the picture behind it: as far as it goes with what is asked for anew."""

import pytest

from bot.chat.requests.user_request import Choices, NamedBlob, UserRequest
from bot.domain.models import load_catalogue
from bot.domain.offer import Offer
from bot.domain.options import Options, OutputFormat
from bot.domain.server import ServerSettings

FLARE = "gpt-image-2.6-flare"
ANIMATION = Choices(model=FLARE, output_format="gif", frames=4, frame_ms=100, size="512x288")


def options(request: UserRequest, **defaults: int) -> Options:
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
