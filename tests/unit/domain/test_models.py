"""The catalogue of models."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.models import load_catalogue

CATALOGUE = load_catalogue()


def test_the_default_model_is_not_shut_down() -> None:
    assert CATALOGUE.find(CATALOGUE.default).shut_down is None


def test_the_model_of_the_reference_stays_with_its_last_day() -> None:
    model = CATALOGUE.find("gpt-image-1")
    assert model in CATALOGUE.models
    assert model.shut_down == date(2026, 10, 23)
    assert model.input_pixels == 1536 * 1024


def test_an_unknown_model_has_the_widest_options_and_no_price() -> None:
    model = CATALOGUE.find("somebody-elses-model")
    assert model.name == "somebody-elses-model"
    assert "max" in model.qualities
    assert model.free_sizes is not None
    assert model.input_fidelity
    assert model.prices is None
    assert model.shut_down is None


def test_only_the_newer_models_have_the_highest_qualities() -> None:
    assert "xhigh" not in CATALOGUE.find("gpt-image-2").qualities
    assert {"xhigh", "max"} <= set(CATALOGUE.find("gpt-image-2.6-sunburst").qualities)


def test_transparent_pictures_are_what_the_default_has_and_gpt_image_2_has_not() -> None:
    assert CATALOGUE.default == "gpt-image-2.5-flare"
    assert "transparent" in CATALOGUE.find(CATALOGUE.default).backgrounds
    assert "transparent" not in CATALOGUE.find("gpt-image-2").backgrounds


@pytest.mark.parametrize("name", ["gpt-image-2-2026-04-21", "gpt-image-2.5-flare-2026-09-08", "chatgpt-image-latest"])
def test_names_that_people_paste_are_known_and_not_offered(name: str) -> None:
    model = CATALOGUE.find(name)
    assert model.name == name
    assert model.prices is not None
    assert CATALOGUE.knows(name)
    assert name not in {one.name for one in CATALOGUE.models}
    assert not CATALOGUE.knows("somebody-elses-model-2026-04-21")


def test_only_the_newest_have_animations_shapes_and_complexity() -> None:
    newest = CATALOGUE.find("gpt-image-2.6-flare")
    assert {"gif", "svg"} <= set(newest.formats)
    assert newest.complexities == ("low", "medium", "high")
    assert newest.markup
    older = CATALOGUE.find("gpt-image-2.5-flare")
    assert older.markup
    assert not older.complexities
    assert "gif" not in older.formats
    assert not CATALOGUE.find("gpt-image-2").markup


def test_a_file_of_ones_own_adds_models_prices_and_aliases(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text(
        """
        default = "my-flux"
        [families.flux]
        sizes = ["1024x1024"]
        qualities = ["auto"]
        backgrounds = ["auto", "opaque"]
        formats = ["png"]
        input_fidelity = false
        input_pixels = 1_048_576
        [prices.flux]
        text_in = 0
        image_in = 0
        image_out = 0
        pictures = { auto = { any = 100 }, high = { any = 100 } }
        [models.my-flux]
        family = "flux"
        prices = "flux"
        alias = "black-forest/flux-2"
        [models.gpt-image-2]
        alias = "pictures"
        [prices.gpt-image-2]
        input_picture = 1
        """
    )
    found = load_catalogue(file)
    assert found.default == "my-flux"
    assert [model.name for model in found.models][:2] == ["my-flux", "gpt-image-2.6-sunburst"]
    assert found.aliases == {"my-flux": "black-forest/flux-2", "gpt-image-2": "pictures"}
    assert found.find("my-flux").prices is not None
    changed = found.find("gpt-image-2").prices
    assert changed is not None
    assert (changed.input_picture, changed.of_picture("low", "1024x1024")) == (1, 7_100)


@pytest.mark.parametrize(
    "text", ["[models.x", "[models.x]\nfamily = 'none'", "default = 'none'", "models = 5", "[prices.x]\nodd = 1"]
)
def test_a_file_of_ones_own_that_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "models.toml"
    file.write_text(text + ("\n[models.y]\nprices = 'x'" if "prices" in text else ""))
    with pytest.raises(ValueError):  # noqa: PT011 - whichever of them it is, settings say so
        load_catalogue(file)
