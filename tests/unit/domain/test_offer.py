"""What can be chosen in a server: its lists over those of the bot."""

from typing import Any

import pytest

from bot.domain.errors import OptionNotOffered
from bot.domain.models import load_catalogue
from bot.domain.offer import Offer, Why
from bot.domain.options import Options, Quality
from bot.domain.server import ServerSettings

OWN = Options(model="gpt-image-2", quality=Quality.LOW, size="auto")
ENABLED = ("gpt-image-2", "gpt-image-2.5-flare", "gpt-image-1-mini")


def offer(**settings: Any) -> Offer:
    return Offer(settings=ServerSettings(**settings), catalogue=load_catalogue(), enabled=ENABLED, most=8)


def options(**values: Any) -> Options:
    return Options(**{"model": "gpt-image-2", "quality": Quality.LOW, "size": "1024x1024", **values})


def test_a_server_that_said_nothing_has_what_the_bot_has() -> None:
    here = offer()
    assert (here.models, here.n_limit, here.sizes("gpt-image-2")) == (ENABLED, 8, ())
    assert here.qualities("gpt-image-2") == load_catalogue().find("gpt-image-2").qualities
    assert here.defaults(OWN, model=None) == OWN
    here.check(options(n=8, size="auto", quality=Quality.AUTO))


@pytest.mark.parametrize(
    ("settings", "chosen", "option", "offered"),
    [
        ({"models": ("gpt-image-1-mini",)}, {}, "model", ("gpt-image-1-mini",)),
        ({"qualities": ("low", "medium")}, {"quality": Quality.HIGH}, "quality", ("low", "medium")),
        ({"sizes": ("1024x1024", "1024x1536")}, {"size": "1536x1024"}, "size", ("1024x1024", "1024x1536")),
        ({"n_limit": 2}, {"n": 3}, "n", ("1", "2")),
        # The provider might choose what the list leaves out.
        ({"qualities": ("low",)}, {"quality": Quality.AUTO}, "quality", ("low",)),
        ({"sizes": ("1024x1024",)}, {"size": "auto"}, "size", ("1024x1024",)),
    ],
)
def test_what_a_list_leaves_out_is_refused_with_the_list(
    settings: dict[str, Any], chosen: dict[str, Any], option: str, offered: tuple[str, ...]
) -> None:
    with pytest.raises(OptionNotOffered) as caught:
        offer(**settings).check(options(**chosen))
    assert (caught.value.option, caught.value.offered, caught.value.of_server) == (option, offered, True)


def test_auto_goes_where_a_list_has_it() -> None:
    offer(qualities=("low", "auto"), sizes=("auto",)).check(options(quality=Quality.AUTO, size="auto"))


def test_a_list_can_not_add_what_the_bot_does_not_have() -> None:
    here = offer(models=("gpt-image-1", "gpt-image-2"), n_limit=10)
    assert (here.models, here.n_limit) == (("gpt-image-2",), 8)


def test_a_list_of_which_nothing_is_left_does_not_hold() -> None:
    here = offer(models=("gpt-image-9",), qualities=("max",), sizes=("17x17",))
    # Only this one has the quality.
    assert here.models == ENABLED
    assert here.qualities("gpt-image-1-mini") == load_catalogue().find("gpt-image-1-mini").qualities
    here.check(options())
    assert here.defaults(OWN, model=None) == OWN


def test_models_that_can_not_do_what_the_lists_want_are_left_out() -> None:
    assert offer(qualities=("max",)).models == ("gpt-image-2.5-flare",)
    assert offer(sizes=("2048x2048",)).models == ("gpt-image-2", "gpt-image-2.5-flare")


def test_the_defaults_of_a_server_come_before_those_of_the_bot() -> None:
    here = offer(default_model="gpt-image-1-mini", default_quality="high", default_size="1024x1536", default_n=3)
    filled = here.defaults(OWN, model=None)
    assert (filled.model, filled.quality, filled.size, filled.n) == ("gpt-image-1-mini", "high", "1024x1536", 3)
    assert here.defaults(OWN, model="gpt-image-2").model == "gpt-image-2"


def test_a_default_outside_the_lists_gives_way_to_what_is_in_them() -> None:
    here = offer(
        models=("gpt-image-2.5-flare",),
        qualities=("medium", "high"),
        sizes=("1536x1024",),
        n_limit=2,
        default_model="gpt-image-2",
        default_quality="max",
        default_size="1024x1024",
        default_n=4,
    )
    filled = here.defaults(OWN, model=None)
    assert (filled.model, filled.quality, filled.size, filled.n) == ("gpt-image-2.5-flare", "medium", "1536x1024", 2)
    here.check(filled)


def test_a_default_that_the_chosen_model_lacks_gives_way() -> None:
    here = offer(default_quality="max", default_size="2048x2048")
    filled = here.defaults(OWN, model="gpt-image-1-mini")
    assert (filled.quality, filled.size) == ("low", "auto")
    assert here.defaults(OWN, model="gpt-image-2.5-flare").quality == "max"


def test_a_larger_picture_stays_within_the_lists() -> None:
    model = offer(qualities=("low", "high"), sizes=("1024x1024",)).narrow("gpt-image-2")
    assert (model.qualities, model.sizes) == (("low", "high"), ("1024x1024",))


def test_what_can_not_be_had_is_listed_with_the_reason() -> None:
    here = offer(
        models=("gpt-image-2", "gpt-image-9"),
        qualities=("low", "ultra"),
        sizes=("1024x1024",),
        n_limit=10,
        default_model="gpt-image-1-mini",
        default_quality="max",
        default_size="auto",
        default_n=9,
    )
    assert [(one.setting, one.values, one.why) for one in here.misfits()] == [
        ("models", ("gpt-image-9",), Why.OFF),
        ("qualities", ("ultra",), Why.OFF),
        ("n_limit", ("10",), Why.OVER),
        ("default_model", ("gpt-image-1-mini",), Why.OUTSIDE),
        ("default_quality", ("max",), Why.OUTSIDE),
        ("default_size", ("auto",), Why.OUTSIDE),
        ("default_n", ("9",), Why.OUTSIDE),
    ]
    assert offer().misfits() == offer(n_limit=8, default_n=3, default_quality="max").misfits() == ()
