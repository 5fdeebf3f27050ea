"""The catalogue of models."""

from datetime import date

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


def test_the_offered_sizes_begin_with_the_common_ones() -> None:
    assert CATALOGUE.offered_sizes()[:4] == ("auto", "1024x1024", "1024x1536", "1536x1024")
    assert "3840x2160" in CATALOGUE.offered_sizes()
