"""A copy of a picture that was painted over: found, and never taken for another kind of mask."""

import io
import random
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, reject, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape
from bot.images.masks.outline import fill_outlines
from bot.images.masks.painted_copy import MaskKind, find_painted, recognise_mask
from bot.images.masks.region import open_region

SIZE = (640, 480)
PENS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (255, 0, 255), (0, 255, 255), (0, 0, 0), (255, 255, 255)]


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
            # From the left to the right, so that it goes around nothing.
            points = sorted((chance.randrange(width), chance.randrange(height)) for _ in range(4))
            draw.line(points, fill=255, width=chance.randrange(18, 50), joint="curve")
    return part


def choose_paint(picture: Image.Image, part: Image.Image, chance: random.Random) -> tuple[int, int, int]:
    """Choose any colour that can be seen on what is painted over: a pen's, or one that was mixed."""
    under = np.asarray(picture.convert("RGB")).astype(int)[np.asarray(part) > 0]
    for _ in range(100):
        mixed = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        colour = chance.choice((chance.choice(PENS), mixed))
        if np.mean(np.abs(under - colour).max(axis=1) < 64) < 0.1:
            return colour
    return reject()


def to_file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    # Noise does not get smaller by trying harder, and takes five times as long.
    picture.save(stream, kind, **({"compress_level": 1} if kind == "PNG" else {}), **options)
    return stream.getvalue()


def marked(region: bytes) -> np.ndarray:
    return np.asarray(open_region(region).resize(SIZE)) >= 128


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**31),
    grey=st.sampled_from([False, False, True]),
    kinds=st.tuples(st.sampled_from(["PNG", "JPEG"]), st.sampled_from(["JPEG", "JPEG", "PNG"])),
    quality=st.integers(60, 95),
    subsampling=st.integers(0, 2),
    scale=st.sampled_from([1.0, 0.75, 0.5]),
)
def test_a_part_painted_over_a_copy_is_found(
    seed: int,
    grey: bool,  # noqa: FBT001
    kinds: tuple[str, str],
    quality: int,
    subsampling: int,
    scale: float,
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's own
    picture, part = photograph(seed), draw_part(chance)
    if fill_outlines(part).marks is not part:
        reject()
    if grey:
        picture = picture.convert("L")
    given_as = to_file(picture, kinds[0], quality=92)
    copy = Image.open(io.BytesIO(given_as)).convert("RGB")
    copy.paste(choose_paint(picture, part, chance), mask=part)
    if scale < 1:
        filter_ = chance.choice((Image.Resampling.BOX, Image.Resampling.BILINEAR, Image.Resampling.LANCZOS))
        copy = copy.resize((round(SIZE[0] * scale), round(SIZE[1] * scale)), filter_)
    painted = to_file(copy, kinds[1], quality=quality, subsampling=subsampling)

    assert recognise_mask(given_as, painted) is MaskKind.PAINTED
    truth, found = np.asarray(part) > 0, marked(find_painted(given_as, painted))
    of = truth if np.mean(truth) > 0.03 else np.ones_like(truth)
    assert np.count_nonzero(found & truth) >= 0.95 * np.count_nonzero(truth)
    assert np.count_nonzero(found & ~truth) <= 0.05 * np.count_nonzero(of)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**31), quality=st.integers(60, 95), scale=st.sampled_from([1.0, 0.75, 0.5]))
@example(seed=88, quality=60, scale=0.5)
@example(seed=96105, quality=60, scale=1.0)
def test_a_copy_that_nothing_was_painted_on_marks_nothing(seed: int, quality: int, scale: float) -> None:
    picture = photograph(seed)
    copy = picture.resize((round(SIZE[0] * scale), round(SIZE[1] * scale)), Image.Resampling.BILINEAR)
    saved = to_file(copy, "JPEG", quality=quality)
    assert recognise_mask(to_file(picture), saved) is MaskKind.PAINTED
    with pytest.raises(MaskMarksNothing):
        find_painted(to_file(picture), saved)


@pytest.mark.parametrize("opacity", [100, 150, 200])
@pytest.mark.parametrize("seed", range(3))
def test_a_marker_that_lets_the_picture_through_is_found(seed: int, opacity: int) -> None:
    picture, part = photograph(seed), Image.new("L", SIZE, 0)
    ImageDraw.Draw(part).rectangle((120, 90, 520, 390), fill=opacity)
    copy = picture.copy()
    copy.paste((255, 240, 0), mask=part)
    truth = np.asarray(part) > 0
    found = marked(find_painted(to_file(picture), to_file(copy, "JPEG", quality=85)))
    assert np.count_nonzero(found & truth) >= 0.9 * np.count_nonzero(truth)
    assert np.count_nonzero(found & ~truth) <= 0.05 * np.count_nonzero(truth)


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


@cache
def plain_masks(seed: int) -> dict[str, tuple[bytes, bytes]]:
    """Make the masks that people make, each saved without loss and with it."""
    part = draw_part(random.Random(seed))  # noqa: S311
    masks = {
        "white on black": part,
        "black on white": ImageOps.invert(part),
        "all white": Image.new("L", SIZE, 255),
        "all black": Image.new("L", SIZE, 0),
        "all grey": Image.new("L", SIZE, 128),
        "grey on black": part.point(lambda sample: sample * 128 // 255),
        "two greys": part.point(lambda sample: 70 + sample // 2),
        "soft": part.filter(ImageFilter.GaussianBlur(12)),
        "very soft": part.filter(ImageFilter.GaussianBlur(80)),
        "gradient": Image.linear_gradient("L").resize(SIZE),
        "vignette": Image.radial_gradient("L").resize(SIZE),
    }
    return {name: save_twice(mask) for name, mask in masks.items()}


def masks_like(picture: Image.Image) -> dict[str, tuple[bytes, bytes]]:
    """Make the masks that are likest to the picture, each saved without loss and with it."""
    grey = picture.convert("L")
    masks = {
        "bright parts of the picture": grey.point(lambda sample: 255 if sample > 128 else 0),
        "edges of the picture": grey.filter(ImageFilter.FIND_EDGES),
    }
    return {name: save_twice(mask) for name, mask in masks.items()}


def save_twice(mask: Image.Image) -> tuple[bytes, bytes]:
    return to_file(mask), to_file(mask.convert("RGB"), "JPEG", quality=70)


TONES = {
    "as it is": lambda sample: sample,
    "dark": lambda sample: sample // 3,
    "flat": lambda sample: 100 + sample // 5,
}


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("mode", "seed"), [("RGB", 0), ("RGB", 1), ("L", 2), ("L", 4), ("L", 5)])
def test_a_mask_without_colour_is_no_painted_copy(seed: int, mode: str, tone: str) -> None:
    picture = photograph(seed).convert(mode).point(TONES[tone])
    file = to_file(picture)
    for name, files in {**plain_masks(seed), **masks_like(picture)}.items():
        for saved in files:
            assert recognise_mask(file, saved) is MaskKind.PLAIN, name


def test_a_soft_mask_of_the_one_bright_thing_in_the_dark_is_no_painted_copy() -> None:
    moon = Image.new("L", SIZE, 0)
    ImageDraw.Draw(moon).ellipse((250, 150, 450, 350), fill=255)
    picture = np.asarray(moon.filter(ImageFilter.GaussianBlur(4))) * 0.9 + np.random.default_rng(1).uniform(
        0, 20, SIZE[::-1]
    )
    mask = moon.filter(ImageFilter.GaussianBlur(8))
    assert recognise_mask(to_file(Image.fromarray(picture.astype(np.uint8))), to_file(mask)) is MaskKind.PLAIN


def line_drawing() -> Image.Image:
    """Draw black lines with soft edges on white."""
    lines = Image.new("L", (SIZE[0] * 2, SIZE[1] * 2), 255)
    for x in range(40, 1240, 40):
        ImageDraw.Draw(lines).line((x, 40, 1280 - x, 920), fill=0, width=5)
    return lines.resize(SIZE, Image.Resampling.BOX)


def test_a_drawing_painted_over_in_red_is_a_painted_copy() -> None:
    copy = line_drawing().convert("RGB")
    ImageDraw.Draw(copy).ellipse((100, 100, 300, 250), fill=(230, 30, 30))
    picture, saved = to_file(line_drawing()), to_file(copy, "JPEG")
    assert recognise_mask(picture, saved) is MaskKind.PAINTED
    found = marked(find_painted(picture, saved))
    assert (found[175, 200], found[400, 500]) == (True, False)


def test_a_drawing_in_black_and_white_alone_is_no_painted_copy_of_itself() -> None:
    hard = line_drawing().point(lambda sample: 255 if sample > 128 else 0)
    ImageDraw.Draw(hard).ellipse((100, 100, 300, 250), fill=0)
    for saved in (to_file(hard), to_file(hard.convert("1")), to_file(hard, "JPEG", quality=90)):
        assert recognise_mask(to_file(line_drawing()), saved) is MaskKind.PLAIN


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_page_without_anything_on_it_may_be_painted_over(mode: str) -> None:
    page = Image.new(mode, SIZE, "white")
    copy = page.convert("RGB")
    ImageDraw.Draw(copy).ellipse((100, 100, 300, 250), fill=(30, 30, 230))
    assert recognise_mask(to_file(page), to_file(copy, "JPEG")) is MaskKind.PAINTED
    found = marked(find_painted(to_file(page), to_file(copy, "JPEG")))
    assert (found[175, 200], found[400, 500]) == (True, False)


@pytest.mark.parametrize(("side", "found"), [(11, False), (40, True)])
def test_a_dot_that_is_no_part_to_paint_anew_marks_nothing(side: int, *, found: bool) -> None:
    picture = photograph(6)
    copy = picture.copy()
    copy.paste((255, 0, 255), (300, 200, 300 + side, 200 + side))
    if found:
        assert marked(find_painted(to_file(picture), to_file(copy)))[220, 320]
    else:
        with pytest.raises(MaskMarksNothing):
            find_painted(to_file(picture), to_file(copy))


def test_what_looked_like_the_paint_before_is_filled_within_it() -> None:
    picture = photograph(10)
    for y in range(0, 480, 24):
        ImageDraw.Draw(picture).rectangle((0, y, 640, y + 8), fill=(255, 255, 255))
    copy = picture.copy()
    copy.paste((255, 255, 255), (200, 100, 440, 340))
    found = marked(find_painted(to_file(picture), to_file(copy, "JPEG", quality=90)))
    assert found[110:330, 210:430].mean() > 0.98
    assert found[:90].sum() + found[350:].sum() + found[:, :180].sum() + found[:, 460:].sum() == 0


def test_two_pens_are_found_both() -> None:
    picture = photograph(11)
    copy = picture.copy()
    copy.paste((255, 0, 0), (60, 60, 260, 220))
    copy.paste((0, 0, 255), (340, 240, 540, 420))
    found = marked(find_painted(to_file(picture), to_file(copy, "JPEG", quality=85)))
    assert found[80:200, 80:240].mean() > 0.9
    assert found[260:400, 360:520].mean() > 0.9
    assert found[20:40].mean() + found[440:].mean() < 0.01


def cut_out(seed: int) -> Image.Image:
    """Make a picture with transparency around an ellipse."""
    picture, alpha = photograph(seed).convert("RGBA"), Image.new("L", SIZE, 0)
    ImageDraw.Draw(alpha).ellipse((80, 40, 560, 440), fill=255)
    picture.putalpha(alpha)
    return picture


@pytest.mark.parametrize("paper", ["none", "white", "black"])
def test_a_transparent_picture_may_be_painted_over(paper: str) -> None:
    picture = cut_out(8)
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((200, 150, 400, 300), fill=(255, 0, 0, 255))
    saved = to_file(copy)
    if paper != "none":
        saved = to_file(Image.alpha_composite(Image.new("RGBA", SIZE, paper), copy).convert("RGB"), "JPEG", quality=85)
    truth = np.zeros((SIZE[1], SIZE[0]), np.bool_)
    truth[150:301, 200:401] = True

    assert recognise_mask(to_file(picture), saved) is MaskKind.PAINTED
    found = marked(find_painted(to_file(picture), saved))
    assert np.count_nonzero(found ^ truth) <= 0.05 * np.count_nonzero(truth)


def test_a_transparent_picture_with_a_hole_rubbed_into_it_is_an_alpha_mask() -> None:
    picture = cut_out(9)
    rubbed = picture.copy()
    rubbed.paste((0, 0, 0, 0), (250, 180, 350, 260))
    assert recognise_mask(to_file(picture), to_file(rubbed)) is MaskKind.ALPHA


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


def test_a_region_has_the_shape_of_the_picture_and_is_small_enough_to_look_at() -> None:
    picture = photograph(6, (1500, 1000))
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((600, 300, 900, 600), fill=(0, 0, 255))
    assert open_region(find_painted(to_file(picture), to_file(copy))).size == (1024, 683)


def test_a_copy_of_another_shape_is_refused() -> None:
    assert recognise_mask(to_file(photograph(1)), to_file(photograph(1, (480, 480)))) is MaskKind.PLAIN
    with pytest.raises(MaskOfAnotherShape):
        find_painted(to_file(photograph(1)), to_file(photograph(1, (480, 480))))
