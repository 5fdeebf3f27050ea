"""A month of a million requests at the database: admission, a person's history, and what /metrics counts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Integer, Table, column, insert, literal, select, text, true

from benchmarks.databases import Work, on_both, time_ms, time_row
from benchmarks.measure import Row
from bot.domain.budget import Budget
from bot.domain.job import JobState, Origin
from bot.domain.options import Options
from bot.domain.pseudonyms import Pseudonyms
from bot.service.history import History
from bot.store.blobs.blob_store import open_blobs
from bot.store.database.engine import Database
from bot.store.database.metadata import Id
from bot.store.jobs.admission import Limits
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.tables import jobs
from bot.store.money.tables import charges

FEW, MANY, THEIRS = 1_000, 1_000_000, 20_000
"""Requests in a month, of a small bot and of a large one, and one person's of these."""
HISTORY_MS, COUNT_MS = 30, 30
"""At the 95th percentile."""
FLAT_TIMES = 2
"""Admission may take so many times as long in a month of `MANY` as in one of `FEW`, at the median."""

_SERVER, _PERSON, _OTHERS = 7, 300_000_000_000_000_000, 5_000
_BUDGETS = tuple(
    Budget.from_text(one) for one in ("user/day=$50", "user/month=$500", "server/month=$90000", "bot/month=$90000")
)
_LIMITS = Limits(per_user=1000, per_server=1000, queue=1000)
_TOTALS = (("bot", "0", "0"), ("server", "guild_id", "0"), ("user", "user_id", "0"), ("user", "user_id", "guild_id"))


def rows() -> list[Row]:
    """Measure on both databases."""
    return on_both(_measure)


async def _measure(name: str, url: str, folder: Path) -> list[Row]:
    database = await Database.open(url)
    blobs = open_blobs(None, folder)
    store = Jobs(database, Pseudonyms(b"key"))
    history = History(store, blobs)
    try:
        await _fill(database, store, first=1, last=FEW)
        few_ms, _ = await time_ms(lambda number: _admit(store, MANY + 1 + number))
        await _fill(database, store, first=FEW + 1, last=MANY)
        many_ms, many_p95 = await time_ms(lambda number: _admit(store, 2 * MANY + number))
        looks = [
            await time_row(f"{name}: {what}", work, target_ms=target) for what, work, target in _looks(store, history)
        ]
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
        *looks,
    ]


def _looks(store: Jobs, history: History) -> Iterator[tuple[str, Work, int]]:
    yield f"/history of {THEIRS} requests", lambda _: history.load_page(_PERSON), HISTORY_MS
    yield "/history, deep", lambda number: history.load_page(_PERSON, before=MANY // 2 + number), HISTORY_MS
    yield "counted for /metrics", lambda _: store.counts(), COUNT_MS


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
