"""Lines that go around something mean what they go around."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from bot.images.masks.mask import build_mask, is_certain_mask
from bot.images.masks.outline import fill_outlines
from bot.images.masks.painted_copy import find_painted
from bot.images.masks.region import open_region
from tests.unit.images.pictures import decode, encode, noise

SIZE = (640, 480)
Marks = npt.NDArray[np.bool_]


def drawn(draw: Callable[[ImageDraw.ImageDraw], object], size: tuple[int, int] = SIZE) -> Image.Image:
    image = Image.new("L", size)
    draw(ImageDraw.Draw(image))
    return image


def by_hand(
    seed: int, *, gap: float = 0, size: tuple[int, int] = SIZE, share: float = 0.6, width: int = 8
) -> tuple[Image.Image, Marks]:
    """Draw a wobbly line around something, with a gap of that share of its length, and say what is in it."""
    chance = np.random.default_rng(seed)
    turns = np.linspace(0, 2 * np.pi, 400)
    radius = share / 2 * min(size) * (1 + 0.1 * np.sin(2 * turns + chance.uniform(0, 6)) + 0.04 * np.sin(5 * turns))
    points = [
        (size[0] / 2 + r * np.cos(turn), size[1] / 2 + r * np.sin(turn)) for r, turn in zip(radius, turns, strict=True)
    ]
    line = drawn(lambda draw: draw.line(points[: round(400 * (1 - gap))], fill=255, width=width, joint="curve"), size)
    inside = drawn(lambda draw: draw.polygon(points, fill=255), size)
    return line, (np.asarray(inside) > 0) | (np.asarray(line) > 0)


def marks_of(image: Image.Image) -> Marks:
    marks: Marks = np.asarray(image) >= 128
    return marks


def alike(one: Marks, other: Marks) -> float:
    """Tell how much of two parts is the same, from 0 to 1."""
    return float((one & other).sum() / (one | other).sum())


@pytest.mark.parametrize("size", [(120, 90), (640, 480), (480, 2000), (2400, 1800)])
@pytest.mark.parametrize("gap", [0, 0.02])
@pytest.mark.parametrize("seed", range(3))
def test_a_line_drawn_around_something_by_hand_means_its_inside(size: tuple[int, int], gap: float, seed: int) -> None:
    line, truth = by_hand(seed, gap=gap, size=size, width=max(2, min(size) // 60))

    filling = fill_outlines(line)

    assert alike(marks_of(filling.marks), truth) > 0.97
    assert (np.asarray(filling.marks) >= np.asarray(line)).all()
    assert filling.is_clear is (gap == 0)


def test_a_soft_edge_of_a_line_stays_soft() -> None:
    line, _ = by_hand(1, size=(1280, 960), width=20)
    soft = line.resize(SIZE, Image.Resampling.LANCZOS)

    filled = np.asarray(fill_outlines(soft).marks)
    outside = filled[np.asarray(soft) == 0]

    assert np.array_equal(filled[(filled > 0) & (filled < 128)], np.asarray(soft)[(filled > 0) & (filled < 128)])
    assert set(np.unique(outside)) == {0, 255}


def two_rings(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((60, 90, 260, 330), outline=255, width=6)
    draw.rectangle((340, 60, 600, 300), outline=255, width=6)


def test_several_lines_mean_their_insides() -> None:
    filling = fill_outlines(drawn(two_rings))

    filled = marks_of(filling.marks)
    assert filled[200, 150]
    assert filled[180, 470]
    assert not filled[:, 270:330].any()
    assert filling.is_clear


def test_a_line_that_ends_where_it_began_at_an_edge_means_its_inside_and_is_doubtful() -> None:
    filling = fill_outlines(drawn(lambda draw: draw.ellipse((200, 320, 440, 600), outline=255, width=8)))

    filled = marks_of(filling.marks)
    assert filled[479, 320]
    assert filled[400, 320]
    assert not filled[:310].any()
    assert not filling.is_clear


AS_THEY_ARE: dict[str, Callable[[ImageDraw.ImageDraw], object]] = {
    "a blob": lambda draw: draw.ellipse((100, 100, 400, 300), fill=255),
    "a thick ring": lambda draw: draw.ellipse((100, 100, 400, 400), outline=255, width=70),
    "a frame along the edges": lambda draw: draw.rectangle((0, 0, 639, 479), outline=255, width=20),
    "a frame near the edges": lambda draw: draw.rectangle((8, 8, 631, 471), outline=255, width=8),
    "a frame of three sides": lambda draw: draw.line((8, 0, 8, 471, 631, 471, 631, 0), fill=255, width=16),
    "a line across": lambda draw: draw.line((0, 300, 639, 250), fill=255, width=10),
    "a line across a corner": lambda draw: draw.line((400, 0, 639, 250), fill=255, width=10),
    "a word": lambda draw: draw.text((80, 150), "Go blue 8", fill=255, font=ImageFont.load_default(90)),
    "two strokes": lambda draw: draw.line((100, 200, 500, 209, 500, 240, 100, 231), fill=255, width=14),
    "nothing": lambda draw: None,  # noqa: ARG005 - as the others are
}


@pytest.mark.parametrize("kind", AS_THEY_ARE)
def test_what_goes_around_nothing_stays_as_it_is(kind: str) -> None:
    marks = drawn(AS_THEY_ARE[kind])

    filling = fill_outlines(marks)

    assert np.array_equal(np.asarray(filling.marks), np.asarray(marks))


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 300), (3, 3), (5, 5)])
def test_marks_of_any_size_are_taken(size: tuple[int, int]) -> None:
    for level in (0, 255):
        marks = Image.new("L", size, level)
        assert np.array_equal(np.asarray(fill_outlines(marks).marks), np.asarray(marks))


def nested(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((100, 60, 540, 420), outline=255, width=6)
    draw.ellipse((280, 200, 360, 280), outline=255, width=6)


DOUBTFUL = {
    "a line in a line": drawn(nested),
    "a line with a small gap": by_hand(1, gap=0.02)[0],
    "a line with a wide gap": by_hand(1, gap=0.2)[0],
    "a thick line": drawn(lambda draw: draw.ellipse((100, 100, 400, 400), outline=255, width=35)),
    "a line and a blob": Image.fromarray(
        np.maximum(np.asarray(by_hand(1)[0]), np.asarray(drawn(lambda draw: draw.rectangle((0, 0, 60, 60), fill=255))))
    ),
}


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_a_doubtful_line_is_looked_at_first(kind: str) -> None:
    picture = encode(noise(*SIZE), "PNG")

    assert not is_certain_mask(picture, encode(DOUBTFUL[kind], "PNG"))


GIVEN: dict[str, Callable[[Image.Image], Image.Image]] = {
    "white on black": lambda line: line,
    "red on black": lambda line: ImageOps.colorize(line, "black", "red"),
    "red on nothing": lambda line: Image.merge("RGBA", (line, *[Image.new("L", SIZE)] * 2, line)),
    "black on white": ImageOps.invert,
}


@pytest.mark.parametrize("kind", GIVEN)
def test_a_mask_with_a_closed_line_repaints_its_inside(kind: str) -> None:
    line, truth = by_hand(2)
    mask = encode(GIVEN[kind](line), "PNG")

    built = build_mask(mask, image_size=SIZE, upload_size=(320, 240))

    alpha = np.asarray(decode(built).getchannel("A").resize(SIZE, Image.Resampling.NEAREST))
    assert alike(alpha < 128, truth) > 0.97
    assert is_certain_mask(encode(noise(*SIZE), "PNG"), mask) is (kind != "black on white")


def test_what_is_circled_on_a_copy_is_its_inside() -> None:
    picture = Image.new("RGB", SIZE, (90, 120, 60))
    picture.paste((200, 180, 40), (100, 100, 500, 400))
    line, truth = by_hand(3, gap=0.02)
    copy = picture.copy()
    copy.paste((255, 0, 0), mask=line)

    region = open_region(find_painted(encode(picture, "PNG"), encode(copy, "JPEG", quality=88)))

    assert alike(marks_of(region), truth) > 0.97
