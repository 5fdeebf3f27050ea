"""What a job asks of the databases, and what a bot does that nobody asks for anything."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url

from tests.standin.transactions import ENGINE, OURS, Transactions, counted_transactions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.conftest import Start, World

MOST_A_JOB = 12
MOST_A_SECOND = 2
MOST_CONNECTIONS = 8
JOBS = 5
# What the sweep begins with, every five seconds.
SWEEP, SWEEP_SECONDS = "SELECT jobs.id, jobs.state, jobs.executor", 5
SQLITE, POSTGRESQL = "sqlite", "postgresql"


@pytest.fixture
def transactions() -> Iterator[Transactions]:
    with counted_transactions() as counted:
        yield counted


@pytest.fixture
async def world(start: Start, request: pytest.FixtureRequest) -> World:
    if request.param == SQLITE:
        return await start()
    return await start(database_url=request.getfixturevalue("server").empty_database())


async def draw(world: World) -> None:
    """Have a picture made; nobody but the bot looks into the database meanwhile."""
    result = await world.ada.slash(world.channel, "imagine", prompt="a fox")

    async def is_there() -> bool:
        return bool(result.response and result.response.attachments)

    await world.until(is_there)


async def sweeps(world: World, transactions: Transactions, count: int) -> None:
    async def were_seen() -> bool:
        return transactions.seen(SWEEP) >= count

    await world.until(were_seen)


@pytest.mark.parametrize(
    ("world", "ours", "engines"),
    [
        pytest.param(SQLITE, 7, 3, id=SQLITE),
        pytest.param(POSTGRESQL, 7, 3, id=POSTGRESQL, marks=pytest.mark.postgresql),
    ],
    indirect=["world"],
)
async def test_a_job_takes_at_most_twelve_transactions_and_rest_two_a_second(
    world: World, ours: int, engines: int, transactions: Transactions
) -> None:
    await draw(world)
    transactions.begin()
    # Each job alone is the dearest: many at once are taken out of the queue together.
    for _ in range(JOBS):
        await draw(world)
    counts, statements = dict(transactions.counts), dict(transactions.statements)
    assert sum(counts.values()) <= MOST_A_JOB * JOBS, statements
    # What goes on at rest comes in between.
    assert counts[OURS] <= ours * JOBS + 2 * MOST_A_SECOND, statements
    assert counts[ENGINE] <= engines * JOBS + 2 * MOST_A_SECOND, statements

    await sweeps(world, transactions, transactions.seen(SWEEP) + 1)
    transactions.begin()
    await sweeps(world, transactions, 1)
    assert transactions.counts.total() <= MOST_A_SECOND * SWEEP_SECONDS, transactions.statements


@pytest.mark.postgresql
@pytest.mark.parametrize("world", [POSTGRESQL], indirect=True)
async def test_a_process_has_at_most_eight_connections_however_much_it_does(world: World) -> None:
    counts = world.app.foundation.jobs.jobs.counts
    await asyncio.gather(draw(world), *(counts() for _ in range(10 * MOST_CONNECTIONS)))
    url = make_url(world.app.core.database.url)
    where = url.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    async with await psycopg.AsyncConnection.connect(where, autocommit=True) as connection:
        row = await (await connection.execute(query, [url.database])).fetchone()
    assert row is not None
    assert MOST_CONNECTIONS // 2 <= row[0] <= MOST_CONNECTIONS
