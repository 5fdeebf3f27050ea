"""What is asked for each request, and again and again, goes by an index: a history of a million costs it nothing.

PostgreSQL reads a table of a few rows whole, or an index of it, by choice: here it is told not to, and knows nothing of
their number, so that a plan which still does has no other way. SQLite's planner does not look at sizes.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event, text

from bot.domain.budget import Budget
from bot.domain.errors import ProviderDown
from bot.domain.job import JobState
from bot.service.usage import Usage
from bot.store.gallery.shares import Shares
from bot.store.jobs.deliveries import Way
from bot.store.jobs.lineage import Lineage
from bot.store.jobs.posts import Posts
from bot.store.jobs.tables import jobs as jobs_table
from bot.store.money.ledger import Ledger
from bot.store.server.ledger import ServerLedger
from bot.store.server.settings import Servers
from tests.unit.store.samples import ANN, NAMES, NOW, SERVER, accept, admit, draw, move, wait

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from bot.store.database.engine import Database
    from bot.store.jobs.deliveries import Deliveries
    from bot.store.jobs.jobs import Jobs
    from bot.store.retention.job_expiry import JobExpiry

GROWING = ("jobs", "charges", "pictures", "job_files", "deliveries", "posts")
"""The tables with rows for each request, for as long as its record lasts."""
# What autovacuum has counted when the database was another test's: a few rows, for which no index is worth it.
FORGET_SIZES = (
    "UPDATE pg_class SET reltuples = -1, relpages = 0 WHERE relname = ANY(:tables)",
    "DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relname = ANY(:tables))",
)
BUDGETS = tuple(Budget.from_text(one) for one in ("user/day=$1", "server/month=$9", "bot/month=500 pictures"))


@dataclass(frozen=True, slots=True)
class Asked:
    statement: str
    parameters: Any


@contextmanager
def listening() -> Iterator[list[Asked]]:
    """Note what databases are asked meanwhile about the tables that grow."""
    asked: list[Asked] = []

    def note(_: object, __: object, statement: str, parameters: Any, ___: object, is_many: bool) -> None:  # noqa: FBT001
        if not statement.startswith("INSERT") and any(table in statement for table in GROWING):
            asked.append(Asked(statement, parameters[0] if is_many else parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def scans(database: Database, asked: Sequence[Asked]) -> list[str]:
    """List those that read a table or an index from one end to the other."""
    reads_all = _reads_all_in_sqlite if database.is_sqlite else _reads_all_in_postgresql
    distinct = {one.statement: one for one in asked}.values()

    def explain(connection: Connection) -> list[str]:
        for statement in () if database.is_sqlite else FORGET_SIZES:
            connection.execute(text(statement), {"tables": list(GROWING)})
        return [one.statement for one in distinct if reads_all(connection, one)]

    return await database.write(explain)


def _reads_all_in_sqlite(connection: Connection, asked: Asked) -> bool:
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked.statement}", asked.parameters)
    return any(row.detail.startswith(tuple(f"SCAN {table}" for table in GROWING)) for row in plan)


def _reads_all_in_postgresql(connection: Connection, asked: Asked) -> bool:
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    plan = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked.statement}", asked.parameters).scalar_one()
    return any(
        node.get("Relation Name") in GROWING
        and node["Node Type"] in {"Seq Scan", "Index Scan", "Index Only Scan"}
        and "Index Cond" not in node
        for node in _nodes(plan[0]["Plan"])
    )


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for one in node.get("Plans", ()):
        yield from _nodes(one)


async def test_a_request_goes_by_an_index_from_its_admission_to_its_delivery(
    database: Database, jobs: Jobs, deliveries: Deliveries
) -> None:
    with listening() as asked:
        await accept(jobs)
        await admit(jobs, budgets=BUDGETS)
        assert await move(jobs, 1, to=JobState.PREPARING, executor="first", now=NOW)
        assert await move(jobs, 1, to=JobState.CALLING, executor="first", now=NOW, pictures_per_minute=9)
        assert await jobs.fail(1, error=ProviderDown(), now=NOW)
        await wait(jobs, 2)
        await draw(jobs, 2)
        await deliveries.intend(2, part=1, way=Way.ORIGINAL, now=NOW)
        await deliveries.of(2)
        assert await deliveries.sent(2, part=1, message_id=5, channel_id=6, last=True, now=NOW, places=(1, 1))
        await Posts(database).find(5)
    assert len(asked) > 10
    assert await scans(database, asked) == []


async def test_commands_and_metrics_go_by_an_index(database: Database, jobs: Jobs) -> None:
    usage = Usage(Ledger(database, NAMES), ServerLedger(database), BUDGETS, servers=Servers(database))
    await wait(jobs)
    with listening() as asked:
        await jobs.find(1)
        await jobs.history(ANN, limit=5)
        await jobs.history(ANN, limit=5, before=9)
        await jobs.newer(ANN, than=0, limit=5)
        await Lineage(database).family(1, limit=9)
        await Shares(database).places_of(1, SERVER)
        await usage.of_person(ANN, guild_id=SERVER, role_ids=(), now=NOW)
        await usage.of_server(SERVER, now=NOW)
        await jobs.counts()
        await jobs.waiting()
        await jobs.recent_seconds(model="gpt-image-2", quality="high")
    assert len(asked) > 10
    assert await scans(database, asked) == []


async def test_sweeps_go_by_an_index(database: Database, jobs: Jobs, job_expiry: JobExpiry) -> None:
    await wait(jobs)
    with listening() as asked:
        await jobs.unfinished()
        await jobs.recover(1)
        await Servers(database).languages(since=NOW)
        await job_expiry.empty_old(before=NOW - timedelta(days=30), now=NOW)
        await job_expiry.delete_old(before=NOW - timedelta(days=400))
    assert len(asked) > 3
    assert await scans(database, asked) == []


async def test_a_question_without_an_index_is_found_out(database: Database, jobs: Jobs) -> None:
    await wait(jobs)
    with listening() as asked:
        await database.read(
            lambda connection: connection.execute(jobs_table.select().where(jobs_table.c.attempts == 3)).all()
        )
    assert len(await scans(database, asked)) == 1
