"""Marks over a picture: which models follow them, and what is said of them."""

from dataclasses import replace

import pytest

from bot.domain.errors import OptionNotOffered, OptionsConflict
from bot.domain.job import StoredFile, count_files, find_markup
from bot.domain.markup import INSTRUCTION_LENGTH, check_markup, with_instruction
from bot.domain.models import load_catalogue
from bot.domain.options import Options, OutputFormat
from bot.domain.request import MARKUP, MASK

CATALOGUE = load_catalogue()
OPTIONS = Options(model="gpt-image-2.5-flare")


@pytest.mark.parametrize("name", ["gpt-image-2.5-flare", "gpt-image-2.5-sunburst", "gpt-image-2.6-flare"])
def test_models_from_2_5_on_follow_marks(name: str) -> None:
    check_markup(OPTIONS, CATALOGUE.find(name))


@pytest.mark.parametrize("name", ["gpt-image-2", "gpt-image-1.5", "gpt-image-1-mini"])
def test_older_models_follow_none(name: str) -> None:
    with pytest.raises(OptionNotOffered) as caught:
        check_markup(replace(OPTIONS, model=name), CATALOGUE.find(name))
    assert (caught.value.option, caught.value.model) == ("markup", name)


def test_an_animation_goes_with_no_marks() -> None:
    newest = CATALOGUE.find("gpt-image-2.6-flare")
    with pytest.raises(OptionsConflict) as caught:
        check_markup(replace(OPTIONS, output_format=OutputFormat.GIF), newest)
    assert "gif" not in caught.value.offered


def test_what_is_said_of_marks_stands_behind_the_askers_words() -> None:
    told = with_instruction("a hat")
    assert told.startswith("a hat\n")
    assert len(told) == len("a hat") + INSTRUCTION_LENGTH


def test_what_lies_over_a_picture_counts_as_none() -> None:
    image, second, mask, markup = (StoredFile(label=one, blob=one) for one in ("image", "image2", MASK, MARKUP))
    assert count_files([image, second, mask]) == (2, True)
    assert count_files([image, markup]) == (1, False)
    assert find_markup([image, markup]) == markup
    assert find_markup([image, mask]) is None
