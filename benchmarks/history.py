"""What a history of a million requests does to all that looks at the database, as against one of a thousand."""

import asyncio
import itertools
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import create_engine, func, select, text

from benchmarks.databases import Work, on_both, time_ms
from benchmarks.field import Field, is_served, open_field
from benchmarks.history_rows import PERSON, SERVER, copy_requests, copy_workflows
from benchmarks.measure import Row
from benchmarks.processes import processor_seconds
from bot.domain.budget import Budget
from bot.domain.job import JobState, Origin
from bot.domain.options import Options
from bot.domain.pseudonyms import Pseudonyms
from bot.jobs.runtime import ENGINE_FILE
from bot.service.history import History
from bot.service.usage import Usage
from bot.store.blobs.blob_store import open_blobs
from bot.store.database.engine import Database
from bot.store.jobs.admission import Limits
from bot.store.jobs.jobs import Jobs
from bot.store.jobs.tables import jobs
from bot.store.money.ledger import Ledger
from bot.store.retention.job_expiry import JobExpiry
from bot.store.server.ledger import ServerLedger
from bot.store.server.settings import Servers
from tests.standin.provider import Draw

FEW, MANY = 1_000, 1_000_000
FLAT_TIMES = 1.5
"""With `MANY` everything may take so many times as long as with `FEW`, at the median."""

_LEAST_MS = 1.0
"""What takes less differs by chance."""
_STARTS, _OPEN, _IDLE_SECONDS = 3, 20, 12.0
_PATIENCE_SECONDS = 120.0
_BUDGETS = tuple(
    Budget.from_text(one) for one in ("user/day=$50", "user/month=$500", "server/month=$90000", "bot/month=$90000")
)
_LIMITS = Limits(per_user=1000, per_server=1000, queue=1000)
_WHILE_A_PICTURE_IS_DRAWN = Draw(delay_seconds=20.0)


def rows() -> list[Row]:
    """Measure on both databases."""
    return on_both(_measure)


async def _measure(name: str, url: str, folder: Path) -> list[Row]:
    environment = {"DATABASE_URL": url, "DATA_DIR": str(folder / name), "PROGRESS_SECONDS": "0"}
    async with open_field(Draw(), environment=environment) as field, _counting(url) as store:
        if not await is_served(await field.ask(0)):
            raise TimeoutError
        await _until_all_are_over(store)
    found: list[dict[str, float]] = []
    for first, last in ((1, FEW), (FEW + 1, MANY)):
        await asyncio.to_thread(_fill, url, folder / name / ENGINE_FILE, first, last)
        found.append(await _ask(url) | await _run(url, environment))
    few, many = found
    return [_compare(f"{name}: {what}", few[what], many[what]) for what in few]


def _fill(url: str, engine_file: Path, first: int, last: int) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        template = connection.execute(select(func.max(jobs.c.id))).scalar_one()
        copy_requests(connection, template, first=first, last=last)
    is_sqlite = engine.dialect.name == "sqlite"
    theirs = create_engine(f"sqlite:///{engine_file}") if is_sqlite else engine
    copy_workflows(theirs, first=first, last=last)
    if not is_sqlite:
        # What its autovacuum does by itself after so much was written.
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    theirs.dispose()
    engine.dispose()


async def _ask(url: str) -> dict[str, float]:
    """Ask what commands, metrics and the hourly cleanup ask; gives the milliseconds of each, at the median."""
    database = await Database.open(url)
    names = Pseudonyms(b"key")
    store = Jobs(database, names)
    with tempfile.TemporaryDirectory() as folder:
        blobs = open_blobs(None, Path(folder))
        history = History(store, blobs)
        usage = Usage(Ledger(database, names), ServerLedger(database), _BUDGETS, servers=Servers(database))
        expiry, now = JobExpiry(database), datetime.now(UTC)
        # Later than all that Discord has given so far, and new at every call.
        ids = itertools.count(2**62 + time.time_ns() // 1000)
        works: Mapping[str, Work] = {
            "admission": lambda _: _admit(store, next(ids)),
            "/history": lambda _: history.load_page(PERSON),
            "/usage of a person": lambda _: usage.of_person(PERSON, guild_id=SERVER, role_ids=(), now=now),
            "/usage of a server": lambda _: usage.of_server(SERVER, now=now),
            "/metrics": lambda _: store.counts(),
            "what a sweep looks at": lambda _: store.unfinished(),
            "files that are due": lambda _: expiry.empty_old(before=now - timedelta(days=30), now=now),
            "records that are due": lambda _: expiry.delete_old(before=now - timedelta(days=400)),
        }
        try:
            return {what: (await time_ms(work))[0] for what, work in works.items()}
        finally:
            await database.close()
            await blobs.close()


async def _run(url: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Start the bot, let it be, and kill it with requests that are under way; gives milliseconds.

    It is stopped before each start that is timed, and so resumes its session. Killed as soon as it is connected, which
    is before it has noted the session, it would wait for its turn to start another, whatever the database holds.
    """
    async with open_field(_WHILE_A_PICTURE_IS_DRAWN, environment=environment) as field, _counting(url) as store:
        starts = [await _restart(field, end=field.bot.terminate) for _ in range(_STARTS)]
        before = processor_seconds(field.bot.pid)
        await asyncio.sleep(_IDLE_SECONDS)
        idle_ms = (processor_seconds(field.bot.pid) - before) / _IDLE_SECONDS * 1e3
        asked = [await field.ask(number) for number in range(_OPEN)]
        await asyncio.gather(*(one.acknowledged() for one in asked))
        # One that is killed earlier is drawn again, which takes as long as it takes, and not what this measures.
        while (await store.counts())[JobState.CALLING] < _OPEN:  # noqa: ASYNC110 - it is in another process
            await asyncio.sleep(0.05)
        started = time.perf_counter()
        await _restart(field, end=field.bot.kill)
        await _until_all_are_over(store)
        taken_over_ms = (time.perf_counter() - started) * 1e3
    return {"start": median(starts), f"{_OPEN} taken over": taken_over_ms, "a second of nothing": idle_ms}


async def _restart(field: Field, *, end: Callable[[], None]) -> float:
    """End the bot, start it again, and give the milliseconds from its end until it is connected."""
    end()
    await field.bot.exited()
    started = time.perf_counter()
    await field.bot.start(timeout_seconds=_PATIENCE_SECONDS)
    return (time.perf_counter() - started) * 1e3


async def _until_all_are_over(store: Jobs) -> None:
    while any((await store.counts()).values()):  # noqa: ASYNC110 - it is in another process
        await asyncio.sleep(0.05)


@asynccontextmanager
async def _counting(url: str) -> AsyncIterator[Jobs]:
    database = Database.at(url)
    try:
        yield Jobs(database, Pseudonyms(b"key"))
    finally:
        await database.close()


async def _admit(store: Jobs, number: int) -> None:
    """Let one more request in, and end it, so that the next one meets as many as this one."""
    now = datetime.now(UTC)
    origin = Origin(
        application_id=1,
        token="x" * 200,
        expires_at=now + timedelta(minutes=14),
        channel_id=2,
        guild_id=SERVER,
        user_id=PERSON,
        private=False,
        spoiler=False,
        filesize_limit_bytes=10_000_000,
    )
    options = Options(model="gpt-image-2.5-flare")
    await store.accept(id=number, origin=origin, prompt="a fox in snow", options=options, executor="x", now=now)
    await store.admit(
        number, files=(), estimate_microusd=10, role_ids=(), limits=_LIMITS, budgets=_BUDGETS, now=datetime.now(UTC)
    )
    await store.cancel(number, by_user_id=PERSON, free=True, charge_percent=0, now=datetime.now(UTC))
    await store.close(number, to=JobState.FAILED, now=datetime.now(UTC))


def _compare(name: str, few_ms: float, many_ms: float) -> Row:
    ratio = max(many_ms, _LEAST_MS) / max(few_ms, _LEAST_MS)
    return Row(
        name=name,
        measured=f"{ratio:.1f} times a thousand's",
        target=f"at most {FLAT_TIMES}",
        met=ratio <= FLAT_TIMES,
        detail=f"{few_ms:.1f} ms, then {many_ms:.1f} ms",
    )
