"""The gallery and the account of a server at the database, on SQLite and on PostgreSQL.

One server has its pictures of a year, with a million hearts, and another one as many pictures of its last week alone:
what the time leaves of them is little there, or all.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, text

from benchmarks.databases import Work, on_both, time_row
from benchmarks.measure import Row
from bot.domain.budget import Scope
from bot.domain.errors import BudgetSpent, ContentRefused, EaselError, ProviderDown, to_record
from bot.domain.gallery import Cursor, Order, Selection, ShareState, Span
from bot.domain.job import JobState
from bot.domain.options import Options
from bot.domain.pseudonyms import Pseudonyms
from bot.service.album import Album
from bot.service.gallery import Gallery
from bot.store.blobs.blob_store import open_blobs
from bot.store.database.engine import Database
from bot.store.gallery.shares import Shares
from bot.store.gallery.tables import hearts, shares
from bot.store.gallery.themes import Themes
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.lineage import Lineage
from bot.store.jobs.options_record import options_to_record
from bot.store.jobs.posts import Posts
from bot.store.jobs.tables import jobs
from bot.store.money.ledger import Ledger
from bot.store.money.tables import ChargeState, charges
from bot.store.people.consents import Consents
from bot.store.server.ledger import ServerLedger
from bot.store.server.settings import Servers

SHARES, HEARTS, CHARGES, REFUSALS = 100_000, 1_000_000, 100_000, 5_000
"""In a server: of the charges and the refusals, in a month."""
TARGET_MS = 50
"""At the 95th percentile."""

_YEARLY, _BUSY = 7, 8
_PEOPLE = 5_000
_ASKERS = 1_000
_MOST_HEARTS = 2_000
_AT_ONCE = 20_000
_PROMPT = "a fox in snow, at dusk, in the manner of an old woodcut. " * 6
_MODELS = ("gpt-image-2", "gpt-image-1", "gpt-image-1-mini")
_FAILURES: tuple[EaselError, ...] = (
    ContentRefused(categories=("violence",)),
    ProviderDown(),
    BudgetSpent(scope="user", period="day", unit="pictures", limit=9, left=0, renews_at=1),
)
_NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def rows() -> list[Row]:
    """Measure every question on both databases."""
    return on_both(_measure)


async def _measure(name: str, url: str, folder: Path) -> list[Row]:
    database = await Database.open(url)
    blobs = open_blobs(None, folder)
    try:
        await _fill(database)
        store = Shares(database)
        album = Album(
            Jobs(database, Pseudonyms(b"key")),
            lineage=Lineage(database),
            posts=Posts(database),
            shares=store,
            blobs=blobs,
            consents=Consents(database),
        )
        gallery = Gallery(store, themes=Themes(database), servers=Servers(database), album=album)
        found = [
            await time_row(f"{name}: {what}", work, target_ms=TARGET_MS)
            for what, work in (*_looks(gallery), *_hearts(database), *_accounts(database))
        ]
    finally:
        await database.close()
        await blobs.close()
    return found


def _looks(gallery: Gallery) -> Iterator[tuple[str, Work]]:
    """Look at pages: the first, and one deep inside, each with its number, its count and its neighbours."""

    def first(chosen: Selection) -> Work:
        return lambda _: gallery.look(chosen)

    def deep(chosen: Selection) -> Work:
        return lambda number: gallery.look(chosen, after=_deep(chosen, number))

    def by_person(chosen: Selection) -> Work:
        return lambda number: gallery.look(replace(chosen, user_id=_person(number % _ASKERS)))

    def drawn(server: int) -> Work:
        return lambda _: gallery.look_by_chance(Selection(guild_id=server))

    for server, of_server in ((_YEARLY, "of a year"), (_BUSY, "of a week")):
        for order in Order:
            for span in Span:
                chosen = Selection(guild_id=server, order=order, since=span.start(_NOW))
                yield f"{order} {span}, {of_server}", first(chosen)
                yield f"{order} {span}, {of_server}, deep", deep(chosen)
            yield f"{order} by person, {of_server}", by_person(Selection(guild_id=server, order=order))
        yield f"random, {of_server}", drawn(server)


def _hearts(database: Database) -> Iterator[tuple[str, Work]]:
    store = Shares(database)
    yield "heart", lambda number: store.heart(1 + number, _person(0) - 1, _NOW)
    yield "heart of the most hearted", lambda number: store.heart(1, _person(0) - 1 - number, _NOW)


def _accounts(database: Database) -> Iterator[tuple[str, Work]]:
    account, ledger = ServerLedger(database), Ledger(database, Pseudonyms(b"key"))
    first = _NOW - timedelta(days=29)
    since = first.date()
    yield "usage this month", lambda _: ledger.spent(scope=Scope.SERVER, id=_YEARLY, period_start=first)
    yield "usage refusals", lambda _: account.refusals(_YEARLY, since=first)
    yield "usage of a day", lambda number: account.lines(_YEARLY, day=since + timedelta(days=number % 30))


def _deep(chosen: Selection, number: int) -> Cursor:
    """Give a spot in the middle of an order."""
    if chosen.order is Order.TOP:
        return Cursor(2 + number % 5, 2**62)
    since = chosen.since or _NOW - timedelta(days=360)
    middle = since + (_NOW - since) / 2 + timedelta(minutes=number)
    return Cursor(int(middle.timestamp()) * 1_000_000, 2**62)


def _person(number: int) -> int:
    """Give the id of a person, as large as Discord's are."""
    return 300_000_000_000_000_000 + number * 1_000_003


async def _fill(database: Database) -> None:
    source = random.Random(1)  # noqa: S311 - the same data each time
    counts = _heart_counts(source)
    tables: tuple[tuple[Table, Iterator[dict[str, Any]]], ...] = (
        (shares, itertools.chain(_shares(source, _YEARLY, counts, days=365), _shares(source, _BUSY, counts, days=7))),
        (hearts, _given(source, counts)),
        (charges, _charges(source)),
        (jobs, _jobs(source)),
    )
    for table, values in tables:
        while batch := list(itertools.islice(values, _AT_ONCE)):
            await database.write(
                lambda connection, table=table, batch=batch: connection.execute(insert(table), batch)  # type: ignore[misc]
            )
    if not database.is_sqlite:
        # What its autovacuum does by itself after so much was written.
        with database.connect(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _heart_counts(source: random.Random) -> list[int]:
    """Divide the hearts: a few pictures have many, most have a few."""
    weights = [min(source.paretovariate(1.1), _MOST_HEARTS) for _ in range(SHARES)]
    part = HEARTS / sum(weights)
    counts = [min(int(weight * part), _PEOPLE) for weight in weights]
    for number in range(HEARTS - sum(counts)):
        counts[number % SHARES] += 1
    return counts


def _shares(source: random.Random, server: int, counts: list[int], *, days: int) -> Iterator[dict[str, Any]]:
    for number, count in enumerate(counts, start=1):
        share_id = number if server == _YEARLY else SHARES + number
        yield {
            "id": share_id,
            "guild_id": server,
            "user_id": _person(int(_ASKERS * source.random() ** 2)),
            "job_id": share_id,
            "place": 1,
            "state": ShareState.SHARED,
            "shows_prompt": True,
            "theme_id": None,
            "hearts": count,
            "created_at": _NOW - timedelta(days=days * (1 - number / SHARES)),
        }


def _given(source: random.Random, counts: list[int]) -> Iterator[dict[str, Any]]:
    for number, count in enumerate(counts, start=1):
        first = source.randrange(_PEOPLE)
        for further in range(count):
            yield {"share_id": number, "user_id": _person((first + further) % _PEOPLE), "created_at": _NOW}


def _charges(source: random.Random) -> Iterator[dict[str, Any]]:
    # Of two months, so that the month is not all there is.
    for number in range(2 * CHARGES):
        moment = _NOW - timedelta(days=58 * source.random())
        yield {
            "job_id": number + 1,
            "user_id": _person(int(_ASKERS * source.random() ** 2)),
            "guild_id": _YEARLY,
            "model": _MODELS[min(int(source.expovariate(1.5)), 2)],
            "state": ChargeState.SETTLED,
            "reserved_microusd": 41_000,
            "reserved_pictures": 1,
            "settled_microusd": 40_000 + source.randrange(5_000),
            "settled_pictures": 1,
            "user_microusd": 0,
            "user_pictures": 0,
            "day": moment.date(),
            "created_at": moment,
            "settled_at": moment,
        }


def _jobs(source: random.Random) -> Iterator[dict[str, Any]]:
    failures = [to_record(one) for one in _FAILURES]
    options = options_to_record(Options(model="gpt-image-2"))
    for number in range(CHARGES + 2 * REFUSALS):
        is_refused = number % (CHARGES // REFUSALS // 2) == 0
        moment = _NOW - timedelta(days=58 * source.random())
        yield {
            "id": number + 1,
            "state": JobState.FAILED if is_refused else JobState.DELIVERED,
            "application_id": 1,
            "token": "x" * 200,
            "expires_at": moment,
            "channel_id": 2,
            "guild_id": _YEARLY,
            "user_id": _person(number % _ASKERS),
            "private": False,
            "spoiler": False,
            "filesize_limit_bytes": 10,
            "guest": False,
            "prompt": _PROMPT,
            "options": options,
            "model": "gpt-image-2",
            "asked_quality": "high",
            "asked_pictures": 1,
            "dropped": [],
            "failure": failures[number % len(failures)] if is_refused else None,
            "attempts": 1,
            "recoveries": 0,
            "created_at": moment,
            "ended_at": moment,
        }
