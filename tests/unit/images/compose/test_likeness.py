"""What is laid into a wall or a sky: the same wall however it was repainted, and no other picture."""

from typing import Any

import pytest
from PIL import Image

from bot.images.compose.registration import register
from tests.unit.images.compose.drift import draw, flat, gradient, textured
from tests.unit.images.pictures import decode, encode

SIZE = 320, 240
BOX = 110, 80, 210, 160
SURROUNDINGS = Image.new("L", SIZE, 255)
SURROUNDINGS.paste(0, BOX)

REPAINTED: dict[str, dict[str, Any]] = {
    "noise": {"noise": 38, "tint": (1, 17)},
    "a small answer with noise": {"noise": 38, "size": (256, 192)},
    "brighter": {"tint": (1, 40)},
    "flatter": {"tint": (0.7, 30)},
    "all at once": {"shift": (0.03, -0.03), "scale": 0.95, "tint": (0.95, 17), "noise": 10},
}


def fits(picture: Image.Image, answer: bytes) -> bool:
    return register(decode(answer), picture, SURROUNDINGS, upload_size=SIZE) is not None


@pytest.mark.parametrize("make", [flat, gradient])
@pytest.mark.parametrize("drift", REPAINTED.values(), ids=REPAINTED)
def test_a_wall_that_was_repainted_is_the_same_wall(make: Any, drift: dict[str, Any]) -> None:
    picture = make(*SIZE)
    assert fits(picture, draw(encode(picture, "PNG"), **drift))


@pytest.mark.parametrize("make", [flat, gradient])
def test_a_wall_that_something_was_painted_on_is_the_same_wall(make: Any) -> None:
    picture = make(*SIZE)
    change = Image.new("RGBA", SIZE)
    change.paste((20, 20, 200, 255), (0, 0, 320, 50))
    assert fits(picture, draw(encode(picture, "PNG"), change, tint=(1, 17)))


@pytest.mark.parametrize("make", [flat, gradient])
@pytest.mark.parametrize("seed", range(4))
def test_another_picture_is_no_wall(make: Any, seed: int) -> None:
    assert not fits(make(*SIZE), encode(textured(*SIZE, seed=100 + seed), "PNG"))


def test_another_gradient_or_wall_does_not_fit() -> None:
    turned = gradient(*SIZE).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert not fits(gradient(*SIZE), encode(turned, "PNG"))
    assert not fits(flat(*SIZE), encode(gradient(*SIZE), "PNG"))
    assert not fits(flat(*SIZE), encode(Image.new("RGB", SIZE, (20, 20, 60)), "PNG"))
