"""Parts of a picture, however they are named, as masks."""

import io

import numpy as np
import pytest
from PIL import Image

from bot.domain.area import Area
from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape
from bot.images.mask import build_mask
from bot.images.overlay import draw_overlay
from bot.images.region import draw_region, feather_region, invert_region, marked_share, open_region, read_region

CELLS = [area for area in Area if area.cell is not None]


def to_png(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def test_there_are_sixteen_cells() -> None:
    assert len(CELLS) == 16
    assert Area.A1.cell == (0, 0)
    assert Area.D4.cell == (3, 3)
    assert Area.D1.cell == (3, 0)


@pytest.mark.parametrize("size", [(1024, 1024), (1000, 667), (31, 17)])
def test_the_cells_share_the_picture_without_gap_or_overlap(size: tuple[int, int]) -> None:
    whole = sum(np.asarray(open_region(draw_region(size, [cell]))).astype(int) for cell in CELLS)
    assert np.all(whole == 255)


@pytest.mark.parametrize(
    ("area", "inside", "outside"),
    [
        (Area.TOP, (50, 10), (50, 90)),
        (Area.BOTTOM, (50, 90), (50, 10)),
        (Area.LEFT, (10, 50), (90, 50)),
        (Area.RIGHT, (90, 50), (10, 50)),
        (Area.CENTRE, (50, 50), (10, 10)),
        (Area.B3, (30, 60), (30, 40)),
    ],
)
def test_an_area_is_where_its_name_says(area: Area, inside: tuple[int, int], outside: tuple[int, int]) -> None:
    region = open_region(draw_region((100, 100), [area]))
    assert region.getpixel(inside) == 255
    assert region.getpixel(outside) == 0


def test_several_areas_are_one_region() -> None:
    assert marked_share(draw_region((400, 400), [Area.A1, Area.D4, Area.A1])) == pytest.approx(2 / 16)


def test_turned_over_twice_it_is_the_same() -> None:
    region = draw_region((400, 300), [Area.LEFT])
    assert marked_share(invert_region(region)) == pytest.approx(0.5)
    assert open_region(invert_region(invert_region(region))).tobytes() == open_region(region).tobytes()


def test_everything_turned_over_marks_nothing() -> None:
    with pytest.raises(MaskMarksNothing):
        invert_region(draw_region((400, 300), [Area.EVERYTHING]))


def test_a_feathered_edge_fades_and_the_middle_stays() -> None:
    region = open_region(feather_region(draw_region((400, 400), [Area.LEFT]), pixels=4))
    row = [int(np.asarray(region)[200, x]) for x in (100, 198, 202, 300)]
    assert row[0] == 255
    assert row[3] == 0
    assert 255 > row[1] > row[2] > 0


def test_a_thin_region_is_not_feathered_away() -> None:
    thin = Image.new("L", (200, 200), 0)
    thin.paste(255, (100, 0, 101, 200))
    assert open_region(feather_region(to_png(thin), pixels=8)).getextrema()[1] == 255


def test_a_region_is_a_mask_whose_transparent_part_is_painted_anew() -> None:
    mask = Image.open(
        io.BytesIO(build_mask(draw_region((1600, 1200), [Area.TOP]), image_size=(1600, 1200), upload_size=(800, 600)))
    )
    alpha = mask.getchannel("A")
    assert alpha.size == (800, 600)
    assert alpha.getpixel((400, 100)) == 0
    assert alpha.getpixel((400, 500)) == 255


def test_a_mask_with_a_hole_is_read_as_a_region() -> None:
    holed = Image.new("RGBA", (300, 300), (9, 9, 9, 255))
    holed.paste((0, 0, 0, 0), (0, 0, 150, 300))
    region = open_region(read_region(to_png(holed), (300, 300)))
    assert (region.getpixel((50, 150)), region.getpixel((250, 150))) == (255, 0)


def test_a_mask_of_another_shape_is_no_region() -> None:
    with pytest.raises(MaskOfAnotherShape):
        read_region(to_png(Image.new("L", (300, 100), 255)), (300, 300))


def test_the_overlay_changes_what_is_painted_anew_and_leaves_the_rest() -> None:
    picture = Image.new("RGB", (1600, 1200), (40, 90, 60))
    drawn = Image.open(io.BytesIO(draw_overlay(to_png(picture), draw_region(picture.size, [Area.LEFT]), grid=False)))
    assert drawn.size == (1024, 768)
    left, right = np.asarray(drawn.crop((50, 50, 450, 700))), np.asarray(drawn.crop((560, 50, 1000, 700)))
    assert np.abs(right.astype(int) - (40, 90, 60)).max() < 12
    assert np.mean(np.abs(left.astype(int) - (40, 90, 60)).max(axis=2) > 60) > 0.95


def test_the_grid_names_its_cells_on_any_picture() -> None:
    for colour in ("white", "black", "grey"):
        plain = to_png(Image.new("RGB", (640, 640), colour))
        with_grid, without = (Image.open(io.BytesIO(draw_overlay(plain, None, grid=grid))) for grid in (True, False))
        difference = np.abs(np.asarray(with_grid).astype(int) - np.asarray(without).astype(int)).max(axis=2)
        for column in range(4):
            for row in range(4):
                label = difference[row * 160 + 4 : row * 160 + 44, column * 160 + 4 : column * 160 + 60]
                assert np.count_nonzero(label > 80) > 50


def test_a_transparent_picture_is_shown_on_white() -> None:
    drawn = Image.open(io.BytesIO(draw_overlay(to_png(Image.new("RGBA", (64, 64), (0, 0, 0, 0))), None, grid=False)))
    assert drawn.getpixel((10, 10)) == (255, 255, 255)
