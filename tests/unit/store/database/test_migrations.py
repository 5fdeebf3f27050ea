"""Migrations: from nothing to the tables that the code knows, as often as one likes."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, insert, inspect, text

from bot import store
from bot.domain.budget import Scope
from bot.domain.job import StoredPicture
from bot.domain.masked_edits import MaskedEdits
from bot.domain.options import Options
from bot.store.database import migrations
from bot.store.database.engine import Database
from bot.store.database.metadata import metadata
from bot.store.database.migrate import migrate, newest_revision
from bot.store.errors import OthersOlder, TablesNewer
from bot.store.gallery.shares import Shares
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.options_record import options_to_record
from bot.store.jobs.posts import Post, Posts
from bot.store.moderation.mutes import Mutes
from bot.store.moderation.reports import Reports
from bot.store.money.budgets import Spent
from bot.store.money.ledger import Ledger
from bot.store.sharding.leases import ShardLeases
from bot.store.tables import DECLARED_IN
from tests.unit.store.samples import ANN, BEA, NAMES, NOW, accept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Table
    from sqlalchemy.util import FacadeDict

    from tests.standin.postgres import PostgresServer


def test_the_migrations_make_the_very_tables_that_the_code_knows(empty_url: str) -> None:
    assert all(one.metadata is metadata for one in DECLARED_IN)
    migrate(empty_url)
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences: Sequence[object] = compare_metadata(context, metadata)
        tables = set(inspect(connection).get_table_names())
    engine.dispose()
    assert list(differences) == []
    assert tables == {*metadata.tables, "alembic_version"}


def test_every_feature_that_declares_tables_is_among_them() -> None:
    (folder,) = store.__path__
    declaring = sorted(f"bot.store.{path.parent.name}.tables" for path in Path(folder).glob("*/tables.py"))
    assert sorted(one.__name__ for one in DECLARED_IN) == declaring


async def test_opening_again_keeps_what_is_there(empty_url: str) -> None:
    for number in (1, 2):
        database = await Database.open(empty_url)
        await accept(Jobs(database, NAMES), number)
        assert [one.id for one in await Jobs(database, NAMES).unfinished()] == list(range(1, number + 1))
        await database.close()


def test_the_newest_migration_is_told_by_its_file_as_alembic_tells_it() -> None:
    (folder,) = migrations.__path__
    assert newest_revision() == ScriptDirectory(folder).get_current_head()


async def test_processes_that_start_together_migrate_once(empty_url: str) -> None:
    databases = await asyncio.gather(*(Database.open(empty_url) for _ in range(4)))
    for number, database in enumerate(databases):
        assert await accept(Jobs(database, NAMES), number)
        await database.close()


async def test_tables_of_a_later_version_are_left_alone(empty_url: str) -> None:
    database = await Database.open(empty_url)
    await _set_version(database, "later", readable_from="later")
    with pytest.raises(TablesNewer) as caught:
        await Database.open(empty_url)
    assert "later" in str(caught.value.__cause__)


async def test_tables_of_a_later_version_that_says_so_are_worked_with(empty_url: str) -> None:
    await _set_version(await Database.open(empty_url), "later", readable_from=newest_revision())
    database = await Database.open(empty_url)
    assert await accept(Jobs(database, NAMES), 1)
    await database.close()


async def test_tables_are_not_changed_under_processes_that_could_not_work_with_the_new_ones(
    server: PostgresServer,
) -> None:
    url = server.empty_database()
    with _tables_of(url, "0008") as (connection, old):
        connection.execute(
            insert(old["processes"]), {"executor": "old", "started_at": NOW, "beat_at": datetime.now(UTC)}
        )
    with pytest.raises(OthersOlder):
        await Database.open(url)


async def test_what_the_version_before_writes_is_read_while_both_run(empty_url: str) -> None:
    with _tables_of(empty_url, "0010") as (_, old):
        before = dict(old)
    fresh = await Database.open(empty_url)

    def write_as_before(connection: Connection) -> None:
        connection.execute(insert(before["jobs"]), _old_job(2, "waiting") | {"language": "de"})
        connection.execute(insert(before["processes"]), {"executor": "old", "started_at": NOW, "beat_at": NOW})

    await fresh.write(write_as_before)
    assert [one.id for one in await Jobs(fresh, NAMES).unfinished()] == [2]
    assert "old" not in (await ShardLeases(fresh, "new").view(1)).sharing
    await fresh.close()


async def test_answers_that_were_posted_before_are_known_again_where_that_is_sure(empty_url: str) -> None:
    with _tables_of(empty_url, "0001") as (connection, old):
        for number, state in enumerate(
            ("delivered", "delivered", "delivered", "drawn", "failed", "delivered"), start=1
        ):
            connection.execute(insert(old["jobs"]), _old_job(number, state))
        connection.execute(insert(old["pictures"]), [_old_picture(job, place) for job, place in _OLD_PICTURES])
        connection.execute(insert(old["deliveries"]), [_old_delivery(*one) for one in _OLD_DELIVERIES])
    database = await Database.open(empty_url)
    posts = Posts(database)
    found = [post for job in range(1, 7) for post in await posts.of_job(job)]
    old_job = await Jobs(database, NAMES).load(1)
    await database.close()
    assert found == [Post(51, 9, 1, 1, 3), Post(56, 2, 6, 1, 1)]
    assert (old_job.origin.reply_to, old_job.origin.answer_id, old_job.emptied_at, old_job.files) == (
        None,
        None,
        None,
        (),
    )


async def test_what_was_spent_before_is_in_the_totals(empty_url: str) -> None:
    with _tables_of(empty_url, "0003") as (connection, old):
        rows = [_old_charge(1, "reserved", guild_id=5), _old_charge(2, "settled"), _old_charge(3, "released", spent=0)]
        connection.execute(insert(old["charges"]), rows)
    database = await Database.open(empty_url)
    ledger = Ledger(database, NAMES)
    scopes = ((Scope.USER, ANN), (Scope.SERVER, 5), (Scope.BOT, None))
    found = [await ledger.spent(scope=scope, id=whose, period_start=NOW) for scope, whose in scopes]
    await database.close()
    assert found == [Spent(107, 3), Spent(100, 2), Spent(107, 3)]


async def test_own_hearts_and_reports_of_before_do_not_count(empty_url: str) -> None:
    with _tables_of(empty_url, "0004") as (connection, old):
        connection.execute(insert(old["shares"]), [_old_share(number, hearts=2) for number in (1, 2, 3)])
        given = [(number, user) for number in (1, 2, 3) for user in (ANN, BEA) if (number, user) != (2, ANN)]
        rows = [{"share_id": number, "user_id": user, "created_at": NOW} for number, user in given]
        connection.execute(insert(old["hearts"]), [*rows, {**rows[2], "user_id": BEA + 1}])
        told = [(1, ANN), (2, ANN), (2, BEA)]
        reports = [{"share_id": one, "user_id": user, "reason": "other:", "created_at": NOW} for one, user in told]
        connection.execute(insert(old["reports"]), reports)
        cases = [{"share_id": number, "state": "open", "opened_at": NOW} for number in (1, 2)]
        connection.execute(insert(old["cases"]), cases)
    database = await Database.open(empty_url)
    shares, reported = Shares(database), Reports(database, Mutes(database, NAMES))
    hearts = {number: (await shares.find(number)).hearts for number in (1, 2, 3)}  # type: ignore[union-attr]
    whole, none = await reported.find(2), await reported.find(1)
    taken_back = await shares.heart(1, BEA, NOW)
    await database.close()
    assert hearts == {1: 1, 2: 2, 3: 1}
    assert whole is not None
    assert [one.user_id for one in whole.reports] == [BEA]
    assert none is None
    assert taken_back == 0


async def test_what_was_made_before_there_were_exact_edits_shows_what_it_did(empty_url: str) -> None:
    with _tables_of(empty_url, "0008") as (connection, old):
        connection.execute(insert(old["jobs"]), _old_job(1, "delivered"))
        connection.execute(insert(old["pictures"]), _old_picture(1, 1))
        connection.execute(insert(old["shares"]), _old_share(1, hearts=2))
    database = await Database.open(empty_url)
    job, shared = await Jobs(database, NAMES).load(1), await Shares(database).find(1)
    await database.close()
    assert (job.crop, job.shown, job.has_two_renditions, job.not_laid_in) == (None, MaskedEdits.EXACT, False, 0)
    assert job.pictures == (StoredPicture(place=1, blob="1/out-1", output_format="png", size_bytes=9),)
    assert shared is not None
    assert shared.shown is MaskedEdits.EXACT


async def _set_version(database: Database, revision: str, *, readable_from: str) -> None:
    def work(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
        connection.execute(text("UPDATE readable_from SET revision = :revision"), {"revision": readable_from})

    await database.write(work)
    await database.close()


_OLD_PICTURES = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (4, 1), (6, 1))
# 1: one message; 2: two messages; 3: not out; 4: not all of it is out; 5: a sentence; 6: its channel was not kept.
_OLD_DELIVERIES = (
    (1, 1, "sent", 51, 9),
    (2, 1, "sent", 52, 9),
    (2, 2, "sent", 53, 9),
    (3, 1, "intent", None, None),
    (4, 1, "sent", 54, 9),
    (5, 1, "sent", 55, 9),
    (6, 1, "sent", 56, None),
)


def _old_job(number: int, state: str) -> dict[str, object]:
    return {
        "id": number,
        "state": state,
        "application_id": 1,
        "token": "token",
        "expires_at": NOW,
        "channel_id": 2,
        "user_id": ANN,
        "private": False,
        "spoiler": False,
        "filesize_limit_bytes": 10,
        "guest": False,
        "prompt": "a fox",
        "options": options_to_record(Options(model="gpt-image-2")),
        "model": "gpt-image-2",
        "asked_quality": "high",
        "asked_pictures": 1,
        "dropped": [],
        "attempts": 1,
        "recoveries": 0,
        "created_at": NOW,
    }


def _old_picture(job: int, place: int) -> dict[str, object]:
    return {"job_id": job, "place": place, "blob": f"{job}/out-{place}", "output_format": "png", "size_bytes": 9}


def _old_delivery(job: int, part: int, state: str, message_id: int | None, channel_id: int | None) -> dict[str, object]:
    return {
        "job_id": job,
        "part": part,
        "way": "original",
        "state": state,
        "nonce": f"{job}-{part}",
        "intended_at": NOW,
        "message_id": message_id,
        "channel_id": channel_id,
    }


def _old_share(number: int, *, hearts: int) -> dict[str, object]:
    return {
        "id": number,
        "guild_id": 5,
        "user_id": ANN,
        "job_id": number,
        "place": 1,
        "state": "shared",
        "shows_prompt": True,
        "hearts": hearts,
        "created_at": NOW,
    }


def _old_charge(job: int, state: str, *, guild_id: int | None = None, spent: int = 7) -> dict[str, object]:
    return {
        "job_id": job,
        "user_id": ANN,
        "guild_id": guild_id,
        "state": state,
        "reserved_microusd": 100,
        "reserved_pictures": 2,
        "settled_microusd": spent if state != "reserved" else 0,
        "settled_pictures": min(spent, 1) if state != "reserved" else 0,
        "day": NOW.date(),
        "created_at": NOW,
    }


@contextmanager
def _tables_of(url: str, revision: str) -> Iterator[tuple[Connection, FacadeDict[str, Table]]]:
    """Migrate to an older revision, and give a connection and the tables as they were then."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    with engine.begin() as connection:
        old = MetaData()
        old.reflect(connection)
        yield connection, old.tables
    engine.dispose()
