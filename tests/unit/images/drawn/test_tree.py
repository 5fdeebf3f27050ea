"""The drawn family of a picture."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.images.drawn.tree import LIMIT_SIDE, TreeNode, draw_tree
from tests.unit.images.drawn.colours import BLUE, GREEN, RED, centre_of, to_png


def node(key: int, *parents: int, colour: Any = RED, text: str = "a fox", current: bool = False) -> TreeNode:
    thumbnail = None if colour is None else to_png(colour)
    return TreeNode(
        key=key, parents=parents, thumbnail=thumbnail, number=key, title="Nov 24", text=text, current=current
    )


def drawn(*nodes: TreeNode) -> Image.Image:
    return Image.open(io.BytesIO(draw_tree(nodes))).convert("RGB")


def test_children_stand_below_their_parents_beside_each_other() -> None:
    image = drawn(node(1, colour=RED), node(2, 1, colour=GREEN), node(3, 1, colour=BLUE))
    (red_x, red_y), (green_x, green_y), (blue_x, blue_y) = (centre_of(image, one) for one in (RED, GREEN, BLUE))
    assert red_y < green_y
    assert green_y == pytest.approx(blue_y, abs=2)
    assert green_x < red_x < blue_x


def test_a_picture_of_two_parents_follows_both() -> None:
    image = drawn(node(1, colour=RED), node(2, 1, colour=GREEN), node(3, 1, 2, colour=BLUE))
    assert centre_of(image, RED)[0] < centre_of(image, GREEN)[0] < centre_of(image, BLUE)[0]


def test_a_long_line_lies_on_its_side() -> None:
    image = drawn(node(1), *(node(key, key - 1) for key in range(2, 7)))
    assert image.width > 3 * image.height


def test_where_one_is_differs_from_the_others_in_more_than_colour() -> None:
    here, elsewhere = (np.asarray(drawn(node(1, current=current)).convert("L")) for current in (True, False))
    assert np.count_nonzero(np.abs(here.astype(int) - elsewhere) > 40) > 1000


def test_what_may_not_be_shown_is_an_empty_card() -> None:
    assert centre_of(drawn(node(1, colour=GREEN)), GREEN)
    image = np.asarray(drawn(node(1, colour=None, text="private"))).astype(int)
    assert np.all(np.ptp(image, axis=2) < 32)


def test_a_thumbnail_that_is_no_picture_is_an_empty_card() -> None:
    broken = TreeNode(key=1, parents=(), thumbnail=b"no", number=1, title="", text="", current=False)
    assert drawn(broken).width > 100


@pytest.mark.parametrize("text", ["", "夜の狐", "\u202e" + "x" * 4000, "word " * 500, "🦊" * 50])
def test_any_prompt_can_be_drawn(text: str) -> None:
    assert drawn(node(1, text=text)).size == drawn(node(1, text="a fox")).size


def test_a_large_family_fits_a_picture() -> None:
    image = drawn(node(1), *(node(key, 1 if key % 3 else key - 1) for key in range(2, 41)))
    assert max(image.size) <= LIMIT_SIDE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((node(1), node(2, 1), node(3, 2)), (node(1), node(2, 1), node(3, 2, 1))),
        ((node(1), node(2), node(3, 1), node(4, 2)), (node(1), node(2), node(3, 1), node(4, 1, 2))),
        ((node(1), node(2), node(3, 1, 2), node(4, 1, 2)), (node(1), node(2), node(3, 1, 2), node(4, 2))),
    ],
)
def test_two_families_are_never_drawn_alike(one: tuple[TreeNode, ...], other: tuple[TreeNode, ...]) -> None:
    assert draw_tree(one) != draw_tree(other)


def test_a_long_title_stays_on_its_card() -> None:
    short, long = (
        np.asarray(drawn(TreeNode(key=1, parents=(), thumbnail=None, number=1, title=one, text="", current=False)))
        for one in ("", "somebody with a very long name that goes on and on")
    )
    columns = np.nonzero((short != long).any(axis=(0, 2)))[0]
    assert columns.max() < 2 * (24 + 184 - 8)


def test_a_circle_ends() -> None:
    assert drawn(node(1, 2), node(2, 1), node(3, 3)).width > 100


def test_a_parent_that_is_not_there_is_left_out() -> None:
    assert drawn(node(2, 1)).size == drawn(node(1)).size


@pytest.mark.parametrize("text", ["夜の狐", "שועל", "ثعلب", "สุนัขจิ้งจอก", "लोमड़ी", "🦊", "Füchschen"])
def test_prompts_of_any_script_are_on_their_cards(text: str) -> None:
    looks = [np.asarray(drawn(node(1, text=one)).convert("L")).astype(int) for one in (text, "", "\ue000" * len(text))]
    for other in looks[1:]:
        assert np.count_nonzero(np.abs(looks[0] - other) > 40) > 60
