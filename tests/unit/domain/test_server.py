"""What a server wants, as a record and back, and where it opens things."""

import json

import pytest

from bot.domain.budget import Budget
from bot.domain.errors import ClosedHere
from bot.domain.options import Moderation
from bot.domain.server import INHERITED, Doing, Opening, ServerSettings

BUDGETS = ("user/day=$0.5", "server/month=500 pictures", "role:123/day=$2", "bot/month=$0.000001")

ALL_SET = ServerSettings(
    gallery_channel_id=1,
    reports_channel_id=2,
    weekly=True,
    openings={Doing.IMAGINE: Opening(channel_ids=(5,), role_ids=(6, 7)), Doing.SHARE: Opening(role_ids=(8,))},
    models=("gpt-image-2",),
    qualities=("low", "medium"),
    sizes=("1024x1024",),
    n_limit=2,
    default_model="gpt-image-2",
    default_quality="low",
    default_size="1024x1024",
    default_n=2,
    budgets=tuple(Budget.from_text(one) for one in BUDGETS),
    jobs_per_user=1,
    jobs_per_server=9,
    words=("a phrase", "word"),
    moderation=Moderation.AUTO,
    low_moderation_channel_ids=(11,),
    streaming=False,
)


@pytest.mark.parametrize("settings", [INHERITED, ALL_SET, ServerSettings(streaming=True, words=("x",))])
def test_a_record_gives_the_same_settings_back(settings: ServerSettings) -> None:
    record = json.loads(json.dumps(settings.to_record()))
    assert ServerSettings.from_record(record) == settings


def test_what_is_inherited_is_not_recorded() -> None:
    assert INHERITED.to_record() == {}
    assert set(ServerSettings(default_n=2).to_record()) == {"default_n"}


@pytest.mark.parametrize("text", BUDGETS)
def test_a_budget_is_written_as_it_is_read(text: str) -> None:
    assert str(Budget.from_text(text)) == text


def test_an_opening_names_the_channels_and_the_roles_that_are_missing() -> None:
    ALL_SET.check_opening(Doing.IMAGINE, channel_ids=[4, 5], role_ids=[7])
    ALL_SET.check_opening(Doing.EDIT, channel_ids=[], role_ids=[])
    with pytest.raises(ClosedHere) as elsewhere:
        ALL_SET.check_opening(Doing.IMAGINE, channel_ids=[4], role_ids=[7])
    assert (elsewhere.value.channel_ids, elsewhere.value.role_ids) == ((5,), ())
    with pytest.raises(ClosedHere) as others:
        ALL_SET.check_opening(Doing.SHARE, channel_ids=[4], role_ids=[7])
    assert (others.value.channel_ids, others.value.role_ids) == ((), (8,))
