"""Parts of a picture, however they are named, as masks."""

import io

import numpy as np
import pytest
from PIL import Image

from bot.domain.area import Area
from bot.domain.errors import MaskMarksNothing, MaskOfAnotherShape
from bot.images.masks.mask import build_mask
from bot.images.masks.region import draw_region, feather_region, invert_region, marked_share, open_region, read_region

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


def test_a_lossy_mask_is_black_and_white_as_it_was_meant() -> None:
    saved = Image.new("L", (304, 304), 4)
    saved.paste(250, (0, 0, 152, 304))
    stream = io.BytesIO()
    saved.save(stream, "JPEG", quality=95)
    region = open_region(read_region(stream.getvalue(), (304, 304)))
    assert {region.getpixel((x, 150)) for x in (4, 100, 200, 300)} == {0, 255}


def test_a_soft_mask_stays_soft_as_a_region() -> None:
    assert marked_share(read_region(to_png(Image.new("L", (300, 300), 51)), (300, 300))) == pytest.approx(0.2)


def test_a_region_is_small_enough_to_look_at_and_has_the_shape_of_its_picture() -> None:
    assert open_region(draw_region((4000, 3000), [Area.TOP])).size == (1024, 768)
    assert open_region(read_region(to_png(Image.new("L", (2000, 1500), 255)), (4000, 3000))).size == (1024, 768)
    assert open_region(draw_region((32_000, 7), [Area.LEFT])).size == (1024, 1)


@pytest.mark.parametrize("areas", [[], [Area.B2]])
def test_no_area_or_one_that_a_tiny_picture_does_not_have_marks_nothing(areas: list[Area]) -> None:
    with pytest.raises(MaskMarksNothing):
        draw_region((1, 1), areas)
