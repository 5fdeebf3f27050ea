"""A copy of a picture that was painted over: found, and never taken for another kind of mask."""

import io
import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape
from bot.images.painted import MaskKind, find_painted, recognise_mask
from bot.images.region import open_region

SIZE = (640, 480)


def photograph(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Make a picture with soft colours, hard edges and the noise of a camera."""
    numbers = np.random.default_rng(seed)
    coarse = Image.fromarray(numbers.integers(0, 255, (6, 8, 3), dtype=np.uint8))
    picture = coarse.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        x, y, side = (int(numbers.integers(0, limit)) for limit in (size[0], size[1], 120))
        colour = tuple(int(one) for one in numbers.integers(0, 255, 3))
        shape = draw.ellipse if numbers.random() < 0.5 else draw.rectangle
        shape((x, y, x + 10 + side, y + 10 + side), fill=colour)
    noisy = np.asarray(picture) + numbers.normal(0, 6, (size[1], size[0], 3))
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))


def draw_part(chance: random.Random) -> Image.Image:
    """Draw what somebody paints: a box, a blob or a stroke."""
    width, height = SIZE
    part = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(part)
    x, y = chance.randrange(width - 160), chance.randrange(height - 160)
    box = (x, y, x + chance.randrange(90, 320), y + chance.randrange(90, 320))
    match chance.choice(("box", "blob", "stroke")):
        case "box":
            draw.rectangle(box, fill=255)
        case "blob":
            draw.ellipse(box, fill=255)
        case _:
            points = [(chance.randrange(width), chance.randrange(height)) for _ in range(4)]
            draw.line(points, fill=255, width=chance.randrange(18, 50), joint="curve")
    return part


def visible_paint(picture: Image.Image, part: Image.Image, chance: random.Random) -> tuple[int, int, int]:
    """Choose a colour as a person does: one that can be seen on what is painted over."""
    under = np.asarray(picture).astype(int)[np.asarray(part) > 0]
    offered = [(chance.randrange(256), chance.randrange(256), chance.randrange(256)) for _ in range(12)]
    return max(offered, key=lambda colour: float(np.percentile(np.abs(under - colour).max(axis=1), 2)))


def to_file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def marked(region: bytes) -> np.ndarray:
    return np.asarray(open_region(region).resize(SIZE)) >= 128


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**31), quality=st.integers(60, 95), smaller=st.booleans())
def test_a_part_painted_over_a_jpeg_copy_is_found(seed: int, quality: int, smaller: bool) -> None:  # noqa: FBT001
    chance = random.Random(seed)  # noqa: S311 - a test's own
    picture, part = photograph(seed), draw_part(chance)
    copy = picture.copy()
    copy.paste(visible_paint(picture, part, chance), mask=part)
    if smaller:
        copy = copy.resize((SIZE[0] * 3 // 4, SIZE[1] * 3 // 4), Image.Resampling.LANCZOS)
    painted = to_file(copy, "JPEG", quality=quality)
    assert recognise_mask(to_file(picture), painted) is MaskKind.PAINTED
    truth, found = np.asarray(part) > 0, marked(find_painted(to_file(picture), painted))
    assert np.count_nonzero(found & truth) >= 0.95 * np.count_nonzero(truth)
    assert np.count_nonzero(found & ~truth) <= 0.05 * np.count_nonzero(truth)


def test_a_marker_that_lets_the_picture_through_is_found() -> None:
    picture, part = photograph(5), Image.new("L", SIZE, 0)
    ImageDraw.Draw(part).rectangle((200, 150, 420, 330), fill=150)
    copy = picture.copy()
    copy.paste((255, 240, 0), mask=part)
    truth = np.asarray(part) > 0
    found = marked(find_painted(to_file(picture), to_file(copy, "JPEG", quality=85)))
    assert np.count_nonzero(found & truth) >= 0.9 * np.count_nonzero(truth)
    assert np.count_nonzero(found & ~truth) <= 0.1 * np.count_nonzero(truth)


def test_a_photo_that_its_camera_turned_is_compared_upright() -> None:
    picture = photograph(7)
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((50, 60, 250, 200), fill=(255, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = to_file(copy.rotate(90, expand=True), "JPEG", quality=90, exif=exif)
    found = marked(find_painted(to_file(picture), turned))
    assert found[130, 150]
    assert not found[400, 500]


@pytest.mark.parametrize("seed", range(6))
def test_a_mask_of_black_and_white_is_no_painted_copy(seed: int) -> None:
    part = draw_part(random.Random(seed))  # noqa: S311
    assert recognise_mask(to_file(photograph(seed)), to_file(part)) is MaskKind.PLAIN
    assert recognise_mask(to_file(photograph(seed)), to_file(part, "JPEG", quality=70)) is MaskKind.PLAIN
    grey_photograph = photograph(seed).convert("L")
    assert recognise_mask(to_file(grey_photograph), to_file(part)) is MaskKind.PLAIN


def test_a_soft_mask_is_no_painted_copy() -> None:
    gradient = Image.linear_gradient("L").resize(SIZE)
    assert recognise_mask(to_file(photograph(1)), to_file(gradient)) is MaskKind.PLAIN


def test_a_mask_with_a_hole_is_no_painted_copy() -> None:
    picture = photograph(2)
    holed = picture.convert("RGBA")
    holed.paste((0, 0, 0, 0), (100, 100, 300, 300))
    assert recognise_mask(to_file(picture), to_file(holed)) is MaskKind.ALPHA


def test_a_grey_picture_painted_over_in_white_is_a_painted_copy() -> None:
    picture = photograph(3).convert("L")
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((100, 100, 260, 260), fill=255)
    assert recognise_mask(to_file(picture), to_file(copy)) is MaskKind.PAINTED
    assert marked(find_painted(to_file(picture), to_file(copy)))[180, 180]


def test_a_copy_that_nothing_was_painted_on_marks_nothing() -> None:
    picture = photograph(4)
    with pytest.raises(MaskMarksNothing):
        find_painted(to_file(picture), to_file(picture, "JPEG", quality=80))


def test_a_copy_of_another_shape_is_refused() -> None:
    with pytest.raises(MaskOfAnotherShape):
        find_painted(to_file(photograph(1)), to_file(photograph(1, (480, 480))))
