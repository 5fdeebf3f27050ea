"""Contact sheets."""

import io

import pytest
from PIL import Image

from bot.images.drawn.contact_sheet import TILES_AT_MOST, Tile, draw_contact_sheet
from bot.images.drawn.thumbnail import shrink_to_thumbnail


def picture(colour: str, size: tuple[int, int] = (640, 640)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG")
    return stream.getvalue()


def drawn(*tiles: Tile) -> Image.Image:
    with Image.open(io.BytesIO(draw_contact_sheet(tiles))) as image:
        assert image.format == "JPEG"
        return image.convert("RGB")


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 12 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("count", "size"),
    [(1, (360, 394)), (3, (1032, 394)), (4, (1032, 764)), (9, (1032, 1134)), (10, (1112, 942)), (25, (1144, 1314))],
)
def test_pictures_stand_in_rows_of_three_to_five(count: int, size: tuple[int, int]) -> None:
    image = drawn(*[Tile(picture("#c03030"), "ada", "2 hearts")] * count)
    assert image.size == size
    assert near(image.getpixel((100, 100)), (192, 48, 48))
    assert near(image.getpixel((size[0] - 100, 100)), (192, 48, 48))


def test_each_is_in_its_place_whole_and_with_its_line() -> None:
    image = drawn(Tile(picture("#3030c0", (640, 320)), "ada", "1 heart"), Tile(picture("#30c030"), "bruno", ""))
    assert near(image.getpixel((180, 180)), (48, 48, 192))
    assert near(image.getpixel((180, 60)), (255, 255, 255))
    assert near(image.getpixel((516, 60)), (48, 192, 48))
    line = image.crop((20, 344, 340, 374)).convert("L")
    assert min(line.tobytes()) < 80


@pytest.mark.parametrize("data", [None, b"no picture"])
def test_what_cannot_be_shown_is_an_empty_field(data: bytes | None) -> None:
    image = drawn(Tile(data, "\U0001f984", "0 hearts"))
    assert near(image.getpixel((180, 180)), (216, 222, 228))


@pytest.mark.parametrize("count", [0, TILES_AT_MOST + 1])
def test_no_more_than_fit_are_taken(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 25"):
        draw_contact_sheet([Tile(None, "", "")] * count)


def test_the_chosen_one_has_a_frame() -> None:
    tiles = [Tile(picture("#c03030"), "", "")] * 2
    with Image.open(io.BytesIO(draw_contact_sheet(tiles, chosen=1))) as image:
        assert near(image.getpixel((353, 180)), (9, 105, 218))
        assert near(image.getpixel((17, 180)), (255, 255, 255))


def test_a_thumbnail_is_as_large_as_its_place_and_none_where_there_is_no_picture() -> None:
    small = shrink_to_thumbnail(picture("#c03030", (640, 320)), side=208)
    assert small is not None
    with Image.open(io.BytesIO(small)) as image:
        assert (image.format, image.size) == ("JPEG", (208, 104))
    assert shrink_to_thumbnail(b"no picture", side=208) is None
