"""Two pictures side by side."""

import io

import numpy as np
from PIL import Image

from bot.images.drawn.comparison import draw_comparison
from tests.unit.images.drawn.colours import BLUE, RED, centre_of, to_png

LABELS = ("before", "after")


def test_before_is_left_and_after_is_right_at_one_height() -> None:
    image = Image.open(io.BytesIO(draw_comparison(to_png(RED, (800, 800)), to_png(BLUE, (400, 600)), labels=LABELS)))
    assert image.height == 600
    assert centre_of(image, RED)[0] < image.width / 2 < centre_of(image, BLUE)[0]


def test_wide_pictures_stand_above_each_other() -> None:
    image = Image.open(io.BytesIO(draw_comparison(to_png(RED, (900, 300)), to_png(BLUE, (900, 300)), labels=LABELS)))
    assert centre_of(image, RED)[1] < image.height / 2 < centre_of(image, BLUE)[1]


def test_both_carry_their_labels() -> None:
    plain, labelled = (
        np.asarray(Image.open(io.BytesIO(draw_comparison(to_png(RED), to_png(RED), labels=labels)))).astype(int)
        for labels in (("", ""), LABELS)
    )
    difference = np.abs(plain - labelled).max(axis=2) > 60
    assert np.count_nonzero(difference[:, :256]) > 300
    assert np.count_nonzero(difference[:, 272:]) > 300


def test_what_is_transparent_shows_a_checkerboard() -> None:
    clear = to_png((0, 0, 0, 0), mode="RGBA")
    image = Image.open(io.BytesIO(draw_comparison(clear, clear, labels=LABELS)))
    assert len({image.getpixel((x, 200)) for x in range(128)}) > 1
