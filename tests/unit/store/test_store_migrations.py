"""Migrations: from nothing to the tables that the code knows, as often as one likes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from bot.store.engine import Database
from bot.store.errors import StoreUnavailable
from bot.store.jobs import Jobs
from bot.store.migrate import migrate
from bot.store.tables import metadata
from tests.unit.store.samples import accept

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_the_migrations_make_the_very_tables_that_the_code_knows(empty_url: str) -> None:
    migrate(empty_url)
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences: Sequence[object] = compare_metadata(context, metadata)
        tables = set(inspect(connection).get_table_names())
    engine.dispose()
    assert list(differences) == []
    assert tables == {*metadata.tables, "alembic_version"}


async def test_opening_again_keeps_what_is_there(empty_url: str) -> None:
    for number in (1, 2):
        database = await Database.open(empty_url)
        await accept(Jobs(database), number)
        assert [one.id for one in await Jobs(database).unfinished()] == list(range(1, number + 1))
        await database.close()


async def test_processes_that_start_together_migrate_once(empty_url: str) -> None:
    databases = await asyncio.gather(*(Database.open(empty_url) for _ in range(4)))
    for number, database in enumerate(databases):
        assert await accept(Jobs(database), number)
        await database.close()


async def test_tables_of_a_later_version_are_left_alone(empty_url: str) -> None:
    database = await Database.open(empty_url)
    await database.write(
        lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    )
    await database.close()
    with pytest.raises(StoreUnavailable) as caught:
        await Database.open(empty_url)
    assert "later" in str(caught.value.__cause__)
