"""The README's promise: what a mask keeps is kept, whatever the model makes of it."""

import asyncio
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.contract.kept_pixels import DOCS, Edit, edit_a_photo, write_pictures

README = DOCS.parent / "README.md"
MOST_BYTES = 100_000


@pytest.fixture(scope="module")
def edit() -> Edit:
    return asyncio.run(edit_a_photo())


def test_no_kept_pixel_is_changed_and_most_are_as_drawn(edit: Edit) -> None:
    exact, drawn = edit.change(edit.exact), edit.change(edit.drawn)
    assert int((exact[edit.kept] > 0).sum()) == 0
    assert (drawn[edit.kept] > 0).mean() > 0.99
    assert (exact[~edit.kept] > 0).mean() > 0.9, "nothing was painted"


def test_the_readme_says_what_came_out(edit: Edit) -> None:
    assert edit.sentence in README.read_text(encoding="utf-8").replace("\n", " ")


def test_the_readme_shows_what_came_out(edit: Edit, tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    for path in write_pictures(edit, tmp_path):
        assert f"(docs/{path.name})" in text
        assert (DOCS / path.name).stat().st_size < MOST_BYTES
        with Image.open(path) as now, Image.open(DOCS / path.name) as shown:
            assert shown.size == now.size
            off = np.abs(np.asarray(shown).astype(np.int16) - np.asarray(now)).mean()
        assert off < 2, f"run python -m tests.contract.kept_pixels: {path.name} has become another"


def test_the_change_that_is_shown_is_black_outside_of_the_mark(edit: Edit) -> None:
    with Image.open(DOCS / "kept-change-exact.png") as change:
        kept = Image.fromarray(edit.kept).convert("L").resize(change.size).filter(ImageFilter.MinFilter(3))
        assert np.asarray(change)[np.asarray(kept) == 255].max() == 0
