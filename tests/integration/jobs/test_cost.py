"""What a job asks of the databases."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url

from tests.integration.pictures import encode, photo
from tests.integration.requests.test_reply import answers
from tests.standin.transactions import ENGINE, OURS, Transactions, counted_transactions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simcord.results import InteractionResult

    from tests.integration.conftest import Start, World

MOST_A_JOB = 12
# What goes on at rest comes in between: a few at once, and more where the machine is slow; one more a job is above it.
AT_REST, AT_REST_A_SECOND = 4, 2
MOST_CONNECTIONS = 8
JOBS = 10
PICTURE = encode(photo().resize((64, 64)))
SQLITE, POSTGRESQL = "sqlite", "postgresql"
# On SQLite what comes into the queue is written by the claim, and what ends by the next one.
ENGINES = {SQLITE: 2, POSTGRESQL: 3}


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
    await world.until(partial(has_picture, result))


async def edit(world: World) -> None:
    """Have a picture changed, in the same way."""
    result = await world.ada.slash(world.channel, "edit", prompt="make it night", image=("a.png", PICTURE))
    await world.until(partial(has_picture, result))


async def write(world: World) -> None:
    """Ask for a picture by a message, in the same way."""
    message = await world.ada.send(world.channel, f"{world.bot_user.mention} a fox")

    async def is_there() -> bool:
        return any(one.attachments for one in answers(world, message))

    await world.until(is_there)


async def has_picture(result: InteractionResult) -> bool:
    return bool(result.response and result.response.attachments)


@pytest.mark.parametrize(
    "world", [SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgresql)], indirect=True, ids=[SQLITE, POSTGRESQL]
)
async def test_a_job_takes_at_most_twelve_transactions_however_it_is_asked_for(
    world: World, transactions: Transactions
) -> None:
    await draw(world)
    engines = ENGINES[SQLITE if world.app.core.database.is_sqlite else POSTGRESQL]
    # An edit asks whether there is room before it reads the file. A message is taken by one process, and its reply is
    # on record before the picture.
    for ask, ours in ((draw, 7), (edit, 8), (write, 9)):
        began = time.monotonic()
        transactions.begin()
        # Each job alone is the dearest: many at once are taken out of the queue together.
        for _ in range(JOBS):
            await ask(world)
        counts, statements = dict(transactions.counts), dict(transactions.statements)
        at_rest = AT_REST + AT_REST_A_SECOND * (time.monotonic() - began)
        assert sum(counts.values()) <= MOST_A_JOB * JOBS + at_rest, statements
        assert counts[OURS] <= ours * JOBS + at_rest, statements
        assert counts[ENGINE] <= engines * JOBS + at_rest, statements


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
