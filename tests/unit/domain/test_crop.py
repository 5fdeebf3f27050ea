"""Which part of a picture goes up for an edit: one that the model draws exactly, with room around what is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.crop import Crop, choose_crop
from bot.domain.crop_choice import CropChoice
from bot.domain.models import Model, load_catalogue
from bot.domain.options import Size, takes_size

FREE, FIXED, UNKNOWN = (load_catalogue().find(name) for name in ("gpt-image-2", "gpt-image-1.5", "my-own-server"))
PHOTO = 8000, 6000
EYE = 4000, 3000, 4400, 3300

Box = tuple[int, int, int, int]


def chosen(
    marked: Box,
    picture_size: tuple[int, int] = PHOTO,
    *,
    model: Model = FREE,
    size: str = "auto",
    choice: CropChoice = CropChoice.AUTO,
) -> Crop:
    share = (marked[2] - marked[0]) * (marked[3] - marked[1]) / (picture_size[0] * picture_size[1])
    return choose_crop(marked, picture_size=picture_size, marked_share=share, model=model, size=size, choice=choice)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[Box, tuple[int, int]]:
    width, height = draw(st.integers(1, 9000)), draw(st.integers(1, 9000))
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return (left, top, draw(st.integers(left + 1, width)), draw(st.integers(top + 1, height))), (width, height)


@given(boxes(), st.sampled_from([FREE, FIXED, UNKNOWN]), st.sampled_from(CropChoice))
def test_a_crop_holds_what_is_marked_lies_in_the_picture_and_is_taken(
    given_: tuple[Box, tuple[int, int]], model: Model, choice: CropChoice
) -> None:
    marked, picture_size = given_

    crop = chosen(marked, picture_size, model=model, choice=choice)

    left, top, right, bottom = crop.box
    assert 0 <= left <= marked[0]
    assert 0 <= top <= marked[1]
    assert marked[2] <= right <= picture_size[0]
    assert marked[3] <= bottom <= picture_size[1]
    assert crop.upload_width * crop.upload_height <= model.input_pixels
    assert min(crop.upload_size) >= 1
    assert takes_size(model, crop.size)
    if model is UNKNOWN:
        assert crop.size == "auto"


@given(boxes(), st.sampled_from([FREE, FIXED]))
def test_a_part_is_drawn_in_its_own_shape(given_: tuple[Box, tuple[int, int]], model: Model) -> None:
    marked, picture_size = given_

    crop = chosen(marked, picture_size, model=model, choice=CropChoice.PART)

    asked = Size.from_text(crop.size)
    if (crop.width, crop.height) == picture_size or asked is None:
        return
    # To the pixel: sides are whole.
    assert abs(crop.width * asked.height - crop.height * asked.width) <= max(asked.width, asked.height)


def test_an_eye_in_a_large_photo_goes_up_at_full_detail_as_one_small_picture() -> None:
    crop = chosen(EYE)

    assert crop.size == "1024x1024"
    assert crop.upload_size == (1024, 1024)
    assert crop.width <= 1024


def test_a_part_has_room_for_the_model_to_see_what_it_is_in() -> None:
    crop = chosen((3000, 2000, 5000, 4000))

    assert crop.width * crop.height >= 4 * 2000 * 2000 * 0.95


def test_a_picture_that_the_model_draws_at_full_detail_goes_up_whole() -> None:
    crop = chosen((100, 100, 200, 200), (1600, 1200))

    assert crop == Crop(0, 0, 1600, 1200, 1600, 1200, "1600x1200")


def test_most_of_a_picture_goes_up_whole() -> None:
    crop = chosen((500, 500, 7500, 5500))

    assert crop.box == (0, 0, *PHOTO)


@pytest.mark.parametrize("choice", [CropChoice.PART, CropChoice.WHOLE])
def test_the_choice_counts(choice: CropChoice) -> None:
    small = chosen((100, 100, 200, 200), (1600, 1200), choice=choice)
    large = chosen(EYE, choice=choice)

    assert (small.width < 1600) == (large.width < 8000) == (choice is CropChoice.PART)


@pytest.mark.parametrize("choice", CropChoice)
def test_the_size_that_was_chosen_stays(choice: CropChoice) -> None:
    crop = chosen(EYE, size="1536x1024", choice=choice)

    assert crop.size == "1536x1024"
    if choice is not CropChoice.WHOLE:
        assert crop.width / crop.height == pytest.approx(1.5, rel=0.01)


def test_a_part_of_a_model_that_nobody_knows_is_a_square() -> None:
    crop = chosen(EYE, model=UNKNOWN)

    assert (crop.size, crop.width) == ("auto", crop.height)


def test_a_shape_that_the_model_cannot_draw_goes_up_in_part() -> None:
    crop = chosen((10, 1000, 60, 1050), (200, 2000))

    assert crop.height < 2000
    assert takes_size(FREE, crop.size)


def test_a_mark_along_a_picture_that_no_size_holds_goes_up_whole() -> None:
    crop = chosen((10, 10, 60, 1990), (200, 2000), choice=CropChoice.PART)

    assert crop == Crop(0, 0, 200, 2000, 200, 2000, "auto")


def test_a_tiny_part_is_blown_up_no_more_than_twice() -> None:
    crop = chosen((4000, 3000, 4010, 3010))

    assert crop.upload_width <= 2 * crop.width
