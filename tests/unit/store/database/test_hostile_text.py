"""Text from outside that PostgreSQL has no room for: it is kept without that, and an old row stops no other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.domain.errors import Cancelled, ContentRefused, OptionNotOffered, RateLimited
from bot.domain.job import JobState
from bot.domain.server import ServerSettings
from bot.store.people.erasure import Erasure
from bot.store.people.erasure_requests import ErasureRequests
from bot.store.server.ledger import ServerLedger
from bot.store.server.settings import Servers
from tests.unit.store.samples import ANN, BEA, NAMES, NOW, SERVER, accept, after

if TYPE_CHECKING:
    from sqlalchemy import Connection, TextClause

    from bot.domain.errors import EaselError
    from bot.store.database.engine import Database
    from bot.store.jobs.jobs import Jobs

HOSTILE = "a\0b \ud800 \udfff c 🦊"
KEPT = "a\ufffdb \ufffd \ufffd c 🦊"


async def fail(jobs: Jobs, number: int, error: EaselError, *, user_id: int = ANN) -> None:
    await accept(jobs, number, user_id=user_id)
    await jobs.fail(number, error=error, now=NOW)
    await jobs.close(number, to=JobState.FAILED, now=NOW)


async def forget(database: Database, user_id: int) -> bool:
    request = await ErasureRequests(database).add(user_id, now=after(60))
    return await Erasure(database, NAMES).clear(request)


@pytest.mark.parametrize(
    ("error", "name", "kept"),
    [
        (ContentRefused(categories=(HOSTILE, "violence")), "categories", (KEPT, "violence")),
        (OptionNotOffered(option="model", value=HOSTILE, offered=(HOSTILE,), model=HOSTILE), "offered", (KEPT,)),
        (RateLimited(retry_after_seconds=float("inf")), "retry_after_seconds", None),
    ],
)
async def test_a_provider_s_words_are_kept_as_both_databases_can(
    database: Database, jobs: Jobs, error: EaselError, name: str, kept: object
) -> None:
    await fail(jobs, 1, error)
    await fail(jobs, 2, Cancelled(by_user_id=BEA), user_id=BEA)
    assert getattr((await jobs.load(1)).failure, name) == kept
    await forget(database, BEA)
    failed = (await jobs.load(2)).failure
    assert isinstance(failed, Cancelled)
    assert failed.by_user_id != BEA
    counts = {one.error: one.count for one in await ServerLedger(database).refusals(SERVER, since=NOW)}
    assert counts["Cancelled"] == 1


async def test_every_text_of_a_request_is_kept_as_both_databases_can(database: Database, jobs: Jobs) -> None:
    await accept(jobs, 1, prompt=HOSTILE)
    assert (await jobs.load(1)).prompt == KEPT
    servers = Servers(database)
    await servers.change(SERVER, lambda _: ServerSettings(words=(HOSTILE,)), now=NOW)
    assert (await servers.load(SERVER)).words == (KEPT,)


@pytest.mark.parametrize("broken", ["\\u0000", "\\ud800", "\\udfff"])
async def test_a_row_from_before_stops_nobody_s_erasure_and_no_account(
    database: Database, jobs: Jobs, broken: str
) -> None:
    await fail(jobs, 1, ContentRefused(categories=("x",)))
    await fail(jobs, 2, Cancelled(by_user_id=BEA), user_id=BEA)
    failure = f'{{"error": "ContentRefused", "categories": ["{broken}"]}}'
    await database.write(lambda connection: connection.execute(_BREAK, {"failure": failure}))
    await forget(database, BEA)
    failed = (await jobs.load(2)).failure
    assert isinstance(failed, Cancelled)
    assert failed.by_user_id != BEA
    counts = {one.error: one.count for one in await ServerLedger(database).refusals(SERVER, since=NOW)}
    assert counts == {"ContentRefused": 1, "Cancelled": 1}


async def test_a_row_that_cannot_be_read_hides_no_other(database: Database, jobs: Jobs) -> None:
    for number in (1, 2, 3):
        await accept(jobs, number)
    servers = Servers(database)
    for server in (1, 2):
        await servers.change(server, lambda old: replace(old, weekly=True, gallery_channel_id=5), now=NOW)
    for statement in _UNREADABLE:
        await database.write(partial(_execute, statement))
    assert [one.id for one in await jobs.history(ANN, limit=10)] == [3, 1]
    assert await jobs.find(2) is None
    assert await servers.weekly_channels(without="2026-W47") == {2: 5}


def _execute(statement: TextClause, connection: Connection) -> None:
    connection.execute(statement)


_BREAK = text("UPDATE jobs SET failure = :failure WHERE id = 1")
_UNREADABLE = (
    text("""UPDATE jobs SET options = '{"model": "x"}' WHERE id = 2"""),
    text("""UPDATE server_settings SET record = '{"weekly": true, "moderation": "?"}' WHERE guild_id = 1"""),
)
