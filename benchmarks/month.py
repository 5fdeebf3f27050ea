"""A month of a million requests at the database: admission, a person's history, and what /metrics counts."""

import asyncio
import math
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Integer, Table, column, insert, literal, select, text, true

from benchmarks.measure import Row
from bot.domain.budget import Budget
from bot.domain.job import JobState, Origin
from bot.domain.options import Options
from bot.domain.pseudonyms import Pseudonyms
from bot.service.history import History
from bot.store.blobs.blob_store import open_blobs
from bot.store.database.engine import Database, database_url
from bot.store.database.metadata import Id
from bot.store.jobs.admission import Limits
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.tables import jobs
from bot.store.money.tables import charges
from tests.standin.postgres import PostgresServer

FEW, MANY, THEIRS = 1_000, 1_000_000, 20_000
"""Requests in a month, of a small bot and of a large one, and one person's of these."""
HISTORY_MS, COUNT_MS = 30, 30
"""At the 95th percentile."""
FLAT_TIMES = 2
"""Admission may take so many times as long in a month of `MANY` as in one of `FEW`, at the median."""

_SERVER, _PERSON, _OTHERS = 7, 300_000_000_000_000_000, 5_000
_ROUNDS = 60
_BUDGETS = tuple(
    Budget.from_text(one) for one in ("user/day=$50", "user/month=$500", "server/month=$90000", "bot/month=$90000")
)
_LIMITS = Limits(per_user=1000, per_server=1000, queue=1000)
_TOTALS = (("bot", "0", "0"), ("server", "guild_id", "0"), ("user", "user_id", "0"), ("user", "user_id", "guild_id"))


def rows() -> list[Row]:
    """Measure on both databases."""
    with tempfile.TemporaryDirectory(prefix="easel-") as name:
        folder = Path(name)
        found = asyncio.run(_measure("SQLite", database_url(None, folder), folder))
        with PostgresServer.start(folder / "postgres") as server:
            return [*found, *asyncio.run(_measure("PostgreSQL", server.database(), folder))]


async def _measure(name: str, url: str, folder: Path) -> list[Row]:
    database = await Database.open(url)
    blobs = open_blobs(None, folder)
    store = Jobs(database, Pseudonyms(b"key"))
    history = History(store, blobs)
    try:
        await _fill(database, store, first=1, last=FEW)
        few_ms, _ = await _time(lambda number: _admit(store, MANY + 1 + number))
        await _fill(database, store, first=FEW + 1, last=MANY)
        many_ms, many_p95 = await _time(lambda number: _admit(store, 2 * MANY + number))
        page_ms, page_p95 = await _time(lambda _: history.load_page(_PERSON))
        deep_ms, deep_p95 = await _time(lambda number: history.load_page(_PERSON, before=MANY // 2 + number))
        count_ms, count_p95 = await _time(lambda _: store.counts())
    finally:
        await database.close()
        await blobs.close()
    ratio = many_ms / few_ms
    return [
        Row(
            f"{name}: admission, a million a month",
            f"{ratio:.1f} times a thousand's",
            f"at most {FLAT_TIMES}",
            ratio <= FLAT_TIMES,
            f"p50 {few_ms:.1f} ms, then {many_ms:.1f} ms (p95 {many_p95:.1f} ms)",
        ),
        _row(f"{name}: /history of {THEIRS} requests", page_ms, page_p95, HISTORY_MS),
        _row(f"{name}: /history, deep", deep_ms, deep_p95, HISTORY_MS),
        _row(f"{name}: counted for /metrics", count_ms, count_p95, COUNT_MS),
    ]


def _row(name: str, p50: float, p95: float, target_ms: int) -> Row:
    return Row(name, f"p95 {p95:.1f} ms", f"under {target_ms} ms", p95 < target_ms, f"p50 {p50:.1f} ms")


async def _time(work: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """Give the milliseconds of the median and of the 95th percentile; the first round does not count."""
    await work(_ROUNDS)
    taken = []
    for number in range(_ROUNDS):
        started = time.perf_counter()
        await work(number)
        taken.append((time.perf_counter() - started) * 1e3)
    taken.sort()
    return taken[math.ceil(_ROUNDS * 0.5) - 1], taken[math.ceil(_ROUNDS * 0.95) - 1]


async def _accept(store: Jobs, number: int, *, user_id: int = _PERSON) -> None:
    now = datetime.now(UTC)
    origin = Origin(
        application_id=1,
        token="x" * 200,
        expires_at=now + timedelta(minutes=14),
        channel_id=2,
        guild_id=_SERVER,
        user_id=user_id,
        private=False,
        spoiler=False,
        filesize_limit_bytes=10_000_000,
    )
    options = Options(model="gpt-image-2.5-flare")
    await store.accept(id=number, origin=origin, prompt="a fox in snow", options=options, executor="x", now=now)


async def _admit(store: Jobs, number: int) -> None:
    """Let one more request in, and end it, so that the next one meets as many as this one."""
    await _accept(store, number)
    await store.admit(
        number,
        files=(),
        estimate_microusd=10,
        role_ids=(),
        limits=_LIMITS,
        budgets=_BUDGETS,
        now=datetime.now(UTC),
    )
    await store.cancel(number, by_user_id=_PERSON, free=True, charge_percent=0, now=datetime.now(UTC))
    await store.close(number, to=JobState.FAILED, now=datetime.now(UTC))


async def _fill(database: Database, store: Jobs, *, first: int, last: int) -> None:
    """Have requests from `first` to `last` that were delivered within a month, every fiftieth of one person."""
    if first == 1:
        await _admit(store, 1)
    await database.write(lambda connection: _copy(connection, max(first, 2), last))
    if not database.is_sqlite:
        # What its autovacuum does by itself after so much was written.
        with database.connect(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _copy(connection: Connection, first: int, last: int) -> None:
    """Make rows like the first one, in the database itself: a million through Python take minutes."""
    numbers = select(literal(first, Integer).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < last))
    n = column("n", Id)
    person = text(f"CASE WHEN n % {MANY // THEIRS} = 0 THEN {_PERSON} ELSE n % {_OTHERS} + 1 END")
    for table, key, others in (
        (jobs, "id", {"state": literal("delivered")}),
        (
            charges,
            "job_id",
            {"state": literal("settled"), "settled_microusd": literal(10), "settled_pictures": literal(1)},
        ),
    ):
        changed: dict[str, Any] = {key: n, "user_id": person, **others}
        if table is charges:
            is_sqlite = connection.dialect.name == "sqlite"
            day = "date('now', '-' || (n % 28) || ' days')" if is_sqlite else "current_date - (n % 28)::int"
            changed["day"] = text(day)
        _insert_like_first(connection, table, key, changed, numbers)
    connection.execute(text("DELETE FROM daily_totals"))
    for scope, owner, guild in _TOTALS:
        connection.execute(
            text(
                f"INSERT INTO daily_totals SELECT '{scope}', {owner}, {guild}, day, "  # noqa: S608 - all of it stands here
                "SUM(settled_microusd), SUM(settled_pictures) FROM charges GROUP BY 2, 3, 4"
            )
        )


def _insert_like_first(connection: Connection, table: Table, key: str, changed: dict[str, Any], numbers: Any) -> None:
    template = table.alias("template")
    chosen = [changed.get(one.name, template.c[one.name]) for one in table.columns]
    every = template.join(numbers, true())
    query = select(*chosen).select_from(every).where(template.c[key] == 1)
    connection.execute(insert(table).from_select([one.name for one in table.columns], query))
