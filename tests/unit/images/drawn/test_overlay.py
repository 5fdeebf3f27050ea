"""What is drawn over a picture before a part of it is painted anew."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from bot.domain.area import Area
from bot.images.drawn.overlay import draw_overlay
from bot.images.masks.region import draw_region
from tests.unit.images.pictures import decode, encode, noise, oriented, photo, samples


def test_the_overlay_changes_what_is_painted_anew_and_leaves_the_rest() -> None:
    picture = Image.new("RGB", (1600, 1200), (40, 90, 60))
    drawn = decode(draw_overlay(encode(picture, "PNG"), draw_region(picture.size, [Area.LEFT]), grid=False))
    assert drawn.size == (1024, 768)
    left, right = np.asarray(drawn.crop((50, 50, 450, 700))), np.asarray(drawn.crop((560, 50, 1000, 700)))
    assert np.abs(right.astype(int) - (40, 90, 60)).max() < 12
    assert np.mean(np.abs(left.astype(int) - (40, 90, 60)).max(axis=2) > 60) > 0.95


def test_the_grid_names_its_cells_on_any_picture() -> None:
    for colour in ("white", "black", "grey"):
        plain = encode(Image.new("RGB", (640, 640), colour), "PNG")
        with_grid, without = (decode(draw_overlay(plain, None, grid=grid)) for grid in (True, False))
        difference = np.abs(np.asarray(with_grid).astype(int) - np.asarray(without).astype(int)).max(axis=2)
        for column in range(4):
            for row in range(4):
                label = difference[row * 160 + 4 : row * 160 + 44, column * 160 + 4 : column * 160 + 60]
                assert np.count_nonzero(label > 80) > 50


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1600, 400), (1024, 256)),
        ((400, 4000), (192, 1928)),
        ((3000, 300), (1928, 192)),
        ((8000, 20), (2048, 192)),
        ((1, 1), (192, 192)),
        ((12, 9), (256, 192)),
    ],
)
def test_the_grid_can_be_read_on_a_picture_of_any_shape(size: tuple[int, int], shown: tuple[int, int]) -> None:
    picture = Image.new("RGB", size, (90, 120, 60))
    drawn = np.asarray(decode(draw_overlay(encode(picture, "PNG"), draw_region(size, [Area.EVERYTHING])))).astype(int)
    assert drawn.shape == (shown[1], shown[0], 3)
    plain = np.asarray(decode(draw_overlay(encode(picture, "PNG"), None))).astype(int)
    width, height = shown[0] // 4, shown[1] // 4
    light = plain.min(axis=2) > 200
    cells = [
        light[row * height + 3 : (row + 1) * height - 2, column * width + 3 : (column + 1) * width - 2]
        for row in range(4)
        for column in range(4)
    ]
    assert all(np.count_nonzero(cell) >= 30 for cell in cells)
    assert not any(cell[-2:].any() or cell[:, -2:].any() for cell in cells)
    assert len({cell.tobytes() for cell in cells}) == 16


def test_a_part_of_a_narrow_picture_is_tinted_where_it_is() -> None:
    picture = Image.new("RGB", (400, 4000), "grey")
    drawn = np.asarray(decode(draw_overlay(encode(picture, "PNG"), draw_region((400, 4000), [Area.BOTTOM])))).astype(
        int
    )
    tinted = np.abs(drawn - 128).max(axis=2) > 60
    assert tinted[1000:1400].mean() > 0.9
    assert tinted[500:900].mean() < 0.1


def test_a_transparent_picture_is_shown_on_white() -> None:
    drawn = decode(draw_overlay(encode(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG"), None, grid=False))
    assert drawn.getpixel((10, 10)) == (255, 255, 255)


LOOKS = {
    "white": Image.new("RGB", (400, 400), "white"),
    "black": Image.new("RGB", (400, 400), "black"),
    "the colour of the tint": Image.new("RGB", (400, 400), "#ff00aa"),
    "noise": noise(400, 400),
    "smooth": photo(400, 400),
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_region_can_be_told_from_the_rest_without_colours_on_any_picture(look: str) -> None:
    drawn = decode(draw_overlay(encode(LOOKS[look], "PNG"), draw_region((400, 400), [Area.LEFT]), grid=False))
    grey = np.asarray(drawn.convert("L")).astype(int)
    inside, outside = grey[100:300, 197:199], grey[100:300, 201:203]
    assert inside.mean() > 220
    assert outside.mean() < 35


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_is_drawn_upright(orientation: int) -> None:
    picture = oriented(photo(80, 48), "PNG", orientation)
    upright = ImageOps.exif_transpose(decode(picture))
    drawn = decode(draw_overlay(picture, None, grid=False))
    assert drawn.size == upright.size
    assert np.abs(samples(drawn) - samples(upright)).mean() < 3


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16"])
def test_a_picture_of_any_mode_is_drawn(mode: str) -> None:
    drawn = decode(draw_overlay(encode(photo(64, 48, mode), "PNG"), draw_region((64, 48), [Area.A1])))
    assert (drawn.format, drawn.mode, drawn.size) == ("JPEG", "RGB", (256, 192))


def test_a_region_of_another_size_lies_where_it_belongs() -> None:
    picture = encode(Image.new("RGB", (2000, 1000), "grey"), "PNG")
    drawn = np.asarray(decode(draw_overlay(picture, draw_region((100, 50), [Area.D4]), grid=False))).astype(int)
    changed = np.abs(drawn - 128).max(axis=2) > 20
    assert changed[400:500, 790:1000].mean() > 0.95
    assert changed[:360].sum() + changed[:, :740].sum() == 0
