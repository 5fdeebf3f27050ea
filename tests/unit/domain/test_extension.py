"""Where a picture lies on the canvas that it is extended to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import AlreadyThatShape, ExtendedTooFar
from bot.domain.extension import Aspect, Extension, Layout, check_ratio, lay_out

MOST_PIXELS, LONGEST_SIDE = 64 * 1024 * 1024, 32_767


def lay(size: tuple[int, int], extension: Extension | Aspect) -> Layout:
    return lay_out(size, extension, most_pixels=MOST_PIXELS, longest_side=LONGEST_SIDE)


@pytest.mark.parametrize(
    ("extension", "size", "box"),
    [
        (Extension.ZOOM_OUT_LITTLE, (1536, 1536), (256, 256, 1280, 1280)),
        (Extension.ZOOM_OUT, (2048, 2048), (512, 512, 1536, 1536)),
        (Extension.PAN_LEFT, (1536, 1024), (512, 0, 1536, 1024)),
        (Extension.PAN_RIGHT, (1536, 1024), (0, 0, 1024, 1024)),
        (Extension.PAN_UP, (1024, 1536), (0, 512, 1024, 1536)),
        (Extension.PAN_DOWN, (1024, 1536), (0, 0, 1024, 1024)),
        (Aspect(16, 9), (1820, 1024), (398, 0, 1422, 1024)),
        (Aspect(9, 16), (1024, 1820), (0, 398, 1024, 1422)),
        (Aspect(3, 1), (3072, 1024), (1024, 0, 2048, 1024)),
    ],
)
def test_a_square_picture_is_extended_where_it_is_asked_for(
    extension: Extension | Aspect, size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    layout = lay((1024, 1024), extension)
    assert (layout.size, layout.box) == (size, box)


@given(
    width=st.integers(1, LONGEST_SIDE),
    height=st.integers(1, LONGEST_SIDE),
    extension=st.sampled_from(Extension) | st.builds(Aspect, st.integers(1, 30), st.integers(1, 30)),
)
def test_a_picture_is_whole_on_its_canvas_and_smaller_only_where_it_has_to_be(
    width: int, height: int, extension: Extension | Aspect
) -> None:
    try:
        layout = lay((width, height), extension)
    except AlreadyThatShape:
        assert isinstance(extension, Aspect)
        return
    assert min(layout.left, layout.top, layout.right, layout.bottom) >= 0
    assert layout.size[0] * layout.size[1] <= MOST_PIXELS
    assert max(layout.size) <= LONGEST_SIDE
    if layout.picture_size == (width, height):
        assert layout.size != (width, height)
    else:
        free = lay_out((width, height), extension, most_pixels=10**12, longest_side=10**9)
        assert free.size[0] * free.size[1] > MOST_PIXELS or max(free.size) > LONGEST_SIDE
    if isinstance(extension, Aspect):
        off = Fraction(layout.size[0] * extension.height - layout.size[1] * extension.width)
        assert abs(off) <= max(extension.width, extension.height)


def test_what_has_the_shape_already_has_nothing_to_add() -> None:
    with pytest.raises(AlreadyThatShape):
        lay((1600, 900), Aspect(16, 9))
    assert lay((1599, 900), Aspect(16, 9)).size == (1600, 900)


def test_a_large_picture_is_scaled_down_as_far_as_its_canvas_may_go() -> None:
    layout = lay((8000, 6000), Extension.ZOOM_OUT)
    assert layout.size[0] * layout.size[1] == pytest.approx(MOST_PIXELS, rel=0.01)
    assert layout.picture_size[0] / layout.picture_size[1] == pytest.approx(8000 / 6000, rel=0.001)


def test_no_canvas_is_longer_than_the_model_makes_pictures_unless_the_picture_is() -> None:
    check_ratio((1024, 1024), Extension.PAN_LEFT, longest_ratio=3)
    check_ratio((4000, 1000), Extension.ZOOM_OUT, longest_ratio=3)
    check_ratio((4000, 1000), Extension.PAN_UP, longest_ratio=3)
    with pytest.raises(ExtendedTooFar):
        check_ratio((4000, 1000), Extension.PAN_LEFT, longest_ratio=3)
    with pytest.raises(ExtendedTooFar):
        check_ratio((1000, 2100), Extension.PAN_DOWN, longest_ratio=3)


@pytest.mark.parametrize("text", ["16:9", " 16 : 9 ", "16/9", "16x9", "16\u00d79"])
def test_a_shape_is_read_as_people_write_it(text: str) -> None:
    assert Aspect.from_text(text) == Aspect(16, 9)


@pytest.mark.parametrize("text", ["", "16", "wide", "0:9", "16:9:1", "1.5:1", "-1:2", "99999:1"])
def test_what_is_no_shape_is_none(text: str) -> None:
    assert Aspect.from_text(text) is None
