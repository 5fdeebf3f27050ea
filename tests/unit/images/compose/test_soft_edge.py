"""The soft edge lies inside of what is marked, and leaves the middle of the thinnest stroke."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.images.compose.soft_edge import EDGE_PIXELS, soften


def marks(box: tuple[int, int, int, int], level: int = 255) -> Image.Image:
    image = Image.new("L", (120, 90))
    image.paste(level, box)
    return image


@pytest.mark.parametrize("times", [0.5, 1, 3])
def test_nothing_outside_of_the_marks_is_marked_and_their_middle_is_in_full(times: float) -> None:
    sharp = Image.new("L", (120, 90))
    ImageDraw.Draw(sharp).ellipse((10, 10, 109, 79), fill=255)

    soft = np.asarray(soften(sharp, times=times))

    assert not soft[np.asarray(sharp) == 0].any()
    assert soft[45, 60] == 255
    assert 0 < soft[45, 11] < 255


@pytest.mark.parametrize("thickness", [1, 2, 3, 7, 15])
def test_the_middle_of_a_thin_stroke_is_repainted_in_full(thickness: int) -> None:
    soft = np.asarray(soften(marks((0, 40, 120, 40 + thickness)), times=1))

    assert soft[40 + thickness // 2, 20:100].min() >= 250
    assert not soft[:40].any()


def test_the_border_of_the_picture_is_no_edge() -> None:
    soft = np.asarray(soften(marks((0, 0, 60, 90)), times=1))

    assert soft[:, : 60 - EDGE_PIXELS].min() == 255


def test_greys_stay() -> None:
    soft = np.asarray(soften(marks((20, 20, 100, 70), 100), times=1))

    assert soft.max() == soft[45, 60] == 100
