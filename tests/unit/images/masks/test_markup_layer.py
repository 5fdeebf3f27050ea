"""What is drawn over a copy of a picture becomes a layer of its own."""

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape
from bot.images.masks.markup import find_markup, fit_markup
from bot.images.masks.morphology import grown
from tests.unit.images.masks.test_painted_copy import photograph
from tests.unit.images.pictures import decode, encode, oriented

RED, BLUE, YELLOW = (255, 0, 0), (0, 80, 255), (255, 255, 0)
Samples = npt.NDArray[np.int16]


def drawing(size: tuple[int, int]) -> Image.Image:
    """Draw a circle, an arrow and a word on nothing, with soft edges."""
    width, height = (4 * side for side in size)
    layer = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(layer)
    thick = width // 90
    draw.ellipse((width * 0.1, height * 0.1, width * 0.4, height * 0.5), outline=(*RED, 255), width=thick)
    tip = (width * 0.55, height * 0.5)
    for end in ((0.8, 0.8), (0.6, 0.58), (0.64, 0.51)):
        draw.line((*tip, width * end[0], height * end[1]), fill=(*BLUE, 255), width=thick)
    draw.text((width * 0.1, height * 0.7), "hat", fill=(*YELLOW, 255), font=ImageFont.load_default(width // 14))
    return layer.resize(size, Image.Resampling.BOX)


def drawn_over(picture: Image.Image, layer: Image.Image) -> Image.Image:
    copy = picture.convert("RGBA")
    copy.alpha_composite(layer)
    return copy.convert("RGB")


def samples(image: Image.Image) -> Samples:
    return np.asarray(image).astype(np.int16)


@pytest.mark.parametrize(
    ("size", "copy_size", "kind"),
    [
        ((640, 480), (640, 480), "PNG"),
        ((640, 480), (640, 480), "JPEG"),
        ((1500, 1000), (1500, 1000), "JPEG"),
        ((1500, 1000), (750, 500), "JPEG"),
        ((480, 640), (960, 1280), "PNG"),
    ],
)
def test_the_strokes_become_a_layer_of_the_pictures_size_in_their_colours(
    size: tuple[int, int], copy_size: tuple[int, int], kind: str
) -> None:
    picture, truth = photograph(3, size), drawing(size)
    copy = drawn_over(picture, truth).resize(copy_size, Image.Resampling.LANCZOS)
    options = {"quality": 88, "subsampling": 0} if kind == "JPEG" else {}

    layer = decode(find_markup(encode(picture, "PNG"), encode(copy, kind, **options)))

    assert (layer.format, layer.mode, layer.size) == ("PNG", "RGBA", size)
    found, wanted = samples(layer), samples(truth)
    covered = wanted[..., 3] == 255
    away = ~grown(wanted[..., 3] > 0, max(size) // 80)
    assert (found[..., 3][covered] > 200).mean() > 0.95
    assert not found[away].any()
    for colour in (RED, BLUE, YELLOW):
        of_colour = covered & (wanted[..., :3] == colour).all(axis=2) & (found[..., 3] == 255)
        assert np.abs(np.median(found[..., :3][of_colour], axis=0) - colour).max() < 12


def test_the_edges_of_a_stroke_stay_soft_and_have_its_colour() -> None:
    picture, truth = photograph(5), drawing((640, 480))

    found = samples(decode(find_markup(encode(picture, "PNG"), encode(drawn_over(picture, truth), "PNG"))))

    wanted = samples(truth)
    assert np.abs(found[..., 3] - wanted[..., 3]).mean() < 0.5
    soft = (found[..., 3] > 0) & (found[..., 3] < 255)
    assert soft.sum() > 500
    pens = np.array([RED, BLUE, YELLOW])
    off = np.abs(found[soft][:, None, :3] - pens).max(axis=2).min(axis=1)
    assert np.median(off) < 8


def test_a_copy_that_lies_on_its_side_is_turned_upright() -> None:
    picture, truth = photograph(3), drawing((640, 480))
    turned = oriented(drawn_over(picture, truth).transpose(Image.Transpose.ROTATE_90), "PNG", 6)

    layer = decode(find_markup(encode(picture, "PNG"), turned))

    assert layer.size == (640, 480)
    assert np.abs(samples(layer)[..., 3] - samples(truth)[..., 3]).mean() < 1


def test_a_stroke_over_something_of_its_own_colour_is_not_broken() -> None:
    picture = photograph(3)
    picture.paste(RED, (150, 0, 250, 480))
    line = Image.new("RGBA", (640, 480))
    ImageDraw.Draw(line).line((40, 240, 600, 240), fill=(*RED, 255), width=24)

    layer = samples(decode(find_markup(encode(picture, "PNG"), encode(drawn_over(picture, line), "PNG"))))

    assert (layer[240, 45:148, 3] == 255).all()
    assert (layer[240, 255:590, 3] == 255).all()
    assert not layer[:200].any()


def test_a_copy_that_nothing_was_drawn_on_has_no_layer() -> None:
    picture = photograph(3)
    with pytest.raises(MaskMarksNothing):
        find_markup(encode(picture, "PNG"), encode(picture, "JPEG", quality=80))


def test_a_copy_that_is_covered_all_over_has_no_layer() -> None:
    with pytest.raises(MaskMarksNothing):
        find_markup(encode(photograph(3), "PNG"), encode(Image.new("RGB", (640, 480), RED), "PNG"))


def test_a_copy_of_another_shape_is_refused() -> None:
    with pytest.raises(MaskOfAnotherShape):
        find_markup(encode(photograph(3), "PNG"), encode(photograph(3, (480, 480)), "PNG"))


def test_a_layer_is_brought_to_another_size_of_its_picture_and_to_no_other_shape() -> None:
    layer = encode(drawing((640, 480)), "PNG")

    same, smaller, other = (
        fit_markup(layer, encode(Image.new("RGB", size), "PNG")) for size in ((640, 480), (320, 240), (400, 400))
    )

    assert same == layer
    assert smaller is not None
    assert (decode(smaller).mode, decode(smaller).size) == ("RGBA", (320, 240))
    assert other is None
