"""The rules of a server, as they are held against one request."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.budget import Budget
from bot.domain.errors import StorageDown
from bot.domain.models import load_catalogue
from bot.domain.offer import Offer
from bot.domain.options import Moderation, Options
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.server import INHERITED, ServerSettings
from bot.service.offered import OfferedModels
from bot.service.server_rules import LOAD_SECONDS, AppliedRules, Caller, ServerRules
from bot.store.database.engine import Database
from bot.store.jobs.admission import Limits
from bot.store.moderation.mutes import Mutes
from bot.store.people.request_rules import RequestRules
from bot.store.server.settings import Servers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OWN = Limits(per_user=5, per_server=50, queue=500)
CHANNEL, PARENT = 21, 22


def applied_rules(*, age_restricted: bool = False, **settings: Any) -> AppliedRules:
    server_settings = ServerSettings(**settings)
    return AppliedRules(
        caller=Caller(user_id=1, guild_id=7, channel_ids=frozenset({CHANNEL, PARENT}), age_restricted=age_restricted),
        settings=server_settings,
        offer=Offer(settings=server_settings, catalogue=load_catalogue(), enabled=("gpt-image-2",), most=8),
    )


def test_of_two_limits_the_lower_one_holds_and_a_persons_is_for_the_server_alone() -> None:
    assert applied_rules().limits(OWN) == OWN
    assert applied_rules(jobs_per_server=9, jobs_per_user=2).limits(OWN) == Limits(5, 9, 500, per_user_here=2)
    assert applied_rules(jobs_per_server=90, jobs_per_user=9).limits(OWN) == Limits(5, 50, 500, per_user_here=9)


def test_a_servers_budgets_stand_beside_the_bots_and_none_of_them_is_for_the_whole_bot() -> None:
    own = Budget.from_text("user/day=$1")
    caller = applied_rules(budgets=(Budget.from_text("user/day=$2"), Budget.from_text("bot/day=$3")))
    assert [(one.limit, one.within) for one in caller.budgets([own])] == [(1_000_000, None), (2_000_000, 7)]


@pytest.mark.parametrize(
    ("settings", "age_restricted", "wanted"),
    [
        ({}, True, None),
        ({"moderation": Moderation.LOW}, False, Moderation.LOW),
        ({"low_moderation_channel_ids": (CHANNEL,)}, True, Moderation.LOW),
        ({"low_moderation_channel_ids": (PARENT,)}, True, Moderation.LOW),
        ({"low_moderation_channel_ids": (CHANNEL,)}, False, None),
        ({"low_moderation_channel_ids": (23,), "moderation": Moderation.AUTO}, True, Moderation.AUTO),
    ],
)
def test_the_lowest_strictness_is_for_age_restricted_channels_that_were_named(
    settings: dict[str, Any],
    age_restricted: bool,  # noqa: FBT001
    wanted: Moderation | None,
) -> None:
    rules = applied_rules(age_restricted=age_restricted, **settings)
    assert rules.lay_over(Options(model="gpt-image-2")).moderation is wanted


def test_what_an_earlier_request_had_is_replaced_by_what_holds_now() -> None:
    before = Options(model="gpt-image-2", moderation=Moderation.LOW, sketches=False)
    assert applied_rules().lay_over(before) == Options(model="gpt-image-2")
    assert applied_rules(streaming=False).lay_over(before).sketches is False


@pytest.fixture
async def nowhere() -> AsyncIterator[Database]:
    """A database that nobody answers for."""
    database = Database.at("postgresql+psycopg://nobody@127.0.0.1:9/nothing")
    yield database
    await database.close()


async def test_a_database_that_does_not_answer_in_time_refuses_a_request_in_a_server_alone(nowhere: Database) -> None:
    rules = ServerRules(
        RequestRules(nowhere, servers=Servers(nowhere), mutes=Mutes(nowhere, Pseudonyms(b"a key"))),
        catalogue=load_catalogue(),
        offered=OfferedModels((), by_provider={}),
        ungranted=lambda _: frozenset(),
        n_limit=8,
    )
    started = asyncio.get_running_loop().time()
    with pytest.raises(StorageDown):
        await rules.load(Caller(user_id=101, guild_id=7))
    assert asyncio.get_running_loop().time() - started < 2 * LOAD_SECONDS
    assert (await rules.load(Caller(user_id=101, guild_id=None))).settings == INHERITED
