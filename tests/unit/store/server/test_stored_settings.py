"""What servers want: kept, changed by several at once, and read by everybody."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.chat.platform.languages import Languages
from bot.domain.models import load_catalogue
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.server import INHERITED, ServerSettings
from bot.service.offered import OfferedModels
from bot.service.server_rules import Caller, ServerRules
from bot.store.database.engine import Database
from bot.store.gallery.themes import Themes
from bot.store.moderation.audit import Audit, AuditAction
from bot.store.moderation.mutes import Mutes
from bot.store.people.request_rules import RequestRules
from bot.store.server.settings import ChangedBy, Servers
from tests.unit.store.samples import NOW

if TYPE_CHECKING:
    from collections.abc import Callable


def adding(word: str) -> Callable[[ServerSettings], ServerSettings]:
    return lambda settings: replace(settings, words=(*settings.words, word))


async def test_nothing_said_is_everything_inherited(database: Database) -> None:
    assert await Servers(database).load(7) == INHERITED


async def test_a_change_is_there_for_everybody_at_once(database: Database, url: str) -> None:
    changed = await Servers(database).change(7, lambda old: replace(old, weekly=True, default_n=2), now=NOW)
    assert changed == ServerSettings(weekly=True, default_n=2)
    other = await Database.open(url)
    assert await Servers(other).load(7) == changed
    assert await Servers(other).load(8) == INHERITED
    await other.close()


async def test_languages_that_servers_choose_are_known_at_the_start_and_their_changes_after_it(
    database: Database,
) -> None:
    here, elsewhere, languages = Servers(database), Servers(database), Languages()
    await elsewhere.change(7, lambda old: replace(old, language="de"), now=datetime.now(UTC) - timedelta(days=2))
    await elsewhere.change(8, lambda old: replace(old, weekly=True), now=datetime.now(UTC))
    await languages.load_servers(here)
    assert [languages.of_server(one, "fr") for one in (7, 8, 9)] == ["de", "fr", "fr"]
    yesterday = datetime.now(UTC) - timedelta(days=1)
    await elsewhere.change(7, lambda old: replace(old, language="ja"), now=yesterday)
    await elsewhere.change(8, lambda old: replace(old, language="ko"), now=datetime.now(UTC))
    await languages.load_servers(here)
    # What was there before the last look is not read again.
    assert [languages.of_server(one, "fr") for one in (7, 8, 9)] == ["de", "ko", "fr"]
    for one in (7, 8):
        await elsewhere.change(one, lambda _: INHERITED, now=datetime.now(UTC))
    await languages.load_servers(here)
    assert [languages.of_server(one, "fr") for one in (7, 8, 9)] == ["fr", "fr", "fr"]


async def test_who_wants_the_pictures_of_the_week_is_known_until_they_are_posted(database: Database) -> None:
    servers = Servers(database)
    wants = ServerSettings(weekly=True, gallery_channel_id=5)
    for guild_id, settings in (
        (1, wants),
        (2, wants),
        (3, replace(wants, gallery_channel_id=None)),
        (4, replace(wants, weekly=False, words=('"weekly": true',))),
    ):
        await servers.change(guild_id, lambda _, settings=settings: settings, now=NOW)  # type: ignore[misc]
    for _ in range(2):
        await Themes(database).posted(1, "2026-W47")
    assert await servers.weekly_channels(without="2026-W47") == {2: 5}
    assert await servers.weekly_channels(without="2026-W48") == {1: 5, 2: 5}


async def test_changes_at_once_build_upon_each_other(database: Database) -> None:
    servers = Servers(database)
    await asyncio.gather(*(servers.change(7, adding(str(number)), now=NOW) for number in range(12)))
    assert sorted((await servers.load(7)).words) == sorted(str(number) for number in range(12))


async def test_who_changed_what_is_on_record_and_what_changed_nothing_is_not(database: Database) -> None:
    servers, audit = Servers(database), Audit(database)
    for number in (1, 2):
        by = ChangedBy(interaction_id=number, user_id=101)
        await servers.change(7, lambda old: replace(old, weekly=True, words=("x",)), now=NOW, by=by)
    [entry] = await audit.page(7, limit=9)
    assert (entry.id, entry.moderator_id, entry.act) == (1, 101, AuditAction.SETTINGS_CHANGED)
    # Which word it is stays between the managers.
    assert entry.details == {"changed": ["weekly", "words"]}


async def test_a_rule_that_one_process_sets_holds_in_the_other_at_once(database: Database, url: str) -> None:
    other = await Database.open(url)
    rules = ServerRules(
        RequestRules(other, servers=Servers(other), mutes=Mutes(other, Pseudonyms(b"a key"))),
        catalogue=load_catalogue(),
        offered=OfferedModels(("gpt-image-2", "gpt-image-1-mini"), by_provider={}),
        ungranted=lambda _: frozenset(),
        n_limit=8,
    )
    here = Caller(user_id=101, guild_id=7)
    assert (await rules.load(here)).offer.models == ("gpt-image-2", "gpt-image-1-mini")
    await Servers(database).change(7, lambda old: replace(old, models=("gpt-image-1-mini",)), now=NOW)
    assert (await rules.load(here)).offer.models == ("gpt-image-1-mini",)
    assert (await rules.load(replace(here, guild_id=8))).offer.models == ("gpt-image-2", "gpt-image-1-mini")
    await other.close()
